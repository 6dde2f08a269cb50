"""What the pages of the translation desk have in common."""

from datetime import date

from eventapp.accounts.guarding import workspace
from eventapp.history.words import field_name, kind_name
from eventapp.translation.labels import text_state
from eventapp.values import typography
from eventapp.values.language import Language

blueprint = workspace("texts")

TEXTS = "/<language:language>/manage/<slug:event>/texts"

for words in (field_name, kind_name, text_state, typography.instant):
    blueprint.add_app_template_filter(words)


@blueprint.app_template_filter()
def day_in_full(day: date, language: Language) -> str:
    """A deadline: `26 novembre 2026`."""
    return typography.date(day, language, typography.DateStyle.LONG)


blueprint.add_app_template_filter(typography.label, "label")


@blueprint.app_template_filter()
def rounded_hours(hours: float, language: Language) -> str:
    """To half an hour, as people plan, and never nothing: `2,5`."""
    return typography.number(max(round(hours * 2) / 2, 0.5), language)
