"""What the pages of the translation desk have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.history.words import field_name, kind_name
from eventapp.translation.labels import text_state
from eventapp.values import typography
from eventapp.values.language import Language

blueprint = workspace("texts")

TEXTS = "/<language:language>/manage/<slug:event>/texts"

for words in (field_name, kind_name, text_state, typography.instant):
    blueprint.add_app_template_filter(words)
blueprint.add_app_template_filter(typography.date, "day_in_full")
blueprint.add_app_template_filter(typography.label, "label")


@blueprint.app_template_filter()
def rounded_hours(hours: float, language: Language) -> str:
    """To half an hour, as people plan: `2,5`."""
    return typography.number(round(hours * 2) / 2, language)
