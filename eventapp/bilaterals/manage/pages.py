"""What these pages have in common."""

from datetime import date

from eventapp.accounts.guarding import workspace
from eventapp.bilaterals import labels
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import meeting_called, name_of
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.plumbing.web import found, reading_language
from eventapp.values import typography
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from eventapp.values.typography import DateStyle

blueprint = workspace("bilaterals")
blueprint.add_app_template_filter(labels.standing, "meeting_standing")
blueprint.add_app_template_filter(labels.level, "meeting_level")
blueprint.add_app_template_filter(labels.priority, "meeting_priority")
blueprint.add_app_template_filter(typography.number, "whole_number")

EVENT = "/<language:language>/manage/<slug:event>"
MEETINGS = f"{EVENT}/bilaterals"
MEETING = f"{MEETINGS}/<code:code>"


def meeting_of(event: Event, code: str) -> Bilateral:
    """The meeting of that code; 404 where there is none."""
    return found(meeting_called(event, code))


@blueprint.app_template_filter("party")
def party(delegation: Delegation, language: Language) -> str:
    """What a delegation's party is called."""
    return name_of(delegation).text(language).text


@blueprint.app_template_filter("meeting_time")
def meeting_time(span: TimeSpan, language: Language) -> str:
    """`Tuesday, December 3, 9:00–9:30 a.m.`."""
    day = typography.date(span.start.date(), language, DateStyle.WEEKDAY)
    return f"{day}, {typography.time_range(span.start, span.end, language)}"


def day_name(day: date) -> str:
    """`mardi 3 décembre`."""
    return typography.date(day, reading_language(), DateStyle.WEEKDAY)
