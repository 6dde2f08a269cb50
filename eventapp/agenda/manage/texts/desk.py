"""The list: what is to be translated or approved, the most urgent first."""

from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flask import Response, make_response, render_template, request

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.texts import asked
from eventapp.agenda.manage.texts.asked import PAGE, Asked
from eventapp.agenda.manage.texts.lines import TextLine, lines_of
from eventapp.agenda.manage.texts.pages import TEXTS, blueprint
from eventapp.events.models import Event
from eventapp.translation.counting import Effort, effort_of
from eventapp.translation.states import TextState


class Shown(NamedTuple):
    """A page of the lines asked for; the counts are those of all of them."""

    lines: list[TextLine]
    found: int
    pages: int
    effort: Effort


@blueprint.get(TEXTS)
@needs(Right.READ)
def desk(event: Event) -> Response:
    """The lines asked for, the most urgent first."""
    return page_of_desk(event)


def page_of_desk(
    event: Event, *, status: int = 200, changed: tuple[TextLine, ...] = ()
) -> Response:
    """The list; `changed` are lines that are no longer as somebody saw them."""
    wanted, today, lines = Asked.by(request.args), today_at(event), lines_of(event)
    body = render_template(
        "texts/desk.html",
        event=event,
        asked=wanted,
        offers=asked,
        today=today,
        changed=changed,
        shown=_shown(wanted, lines, today),
        counts={state: sum(line.state is state for line in lines) for state in TextState},
    )
    return make_response(body, status)


def today_at(event: Event) -> date:
    """The day that it is where the event takes place."""
    return datetime.now(UTC).astimezone(ZoneInfo(event.zone)).date()


def _shown(wanted: Asked, lines: list[TextLine], today: date) -> Shown:
    found = wanted.among(lines, today)
    pages = max(1, -(-len(found) // PAGE))
    start = (min(wanted.page, pages) - 1) * PAGE
    effort = effort_of((line.state, line.words) for line in found)
    return Shown(found[start : start + PAGE], len(found), pages, effort)
