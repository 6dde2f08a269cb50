"""The live screen beside a room's door: what takes place now and next, for anybody to see."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, render_template

from eventapp.agenda import queries
from eventapp.agenda.happening import happening_at
from eventapp.agenda.public.pages import TODAY
from eventapp.agenda.published import PublishedAgenda, PublishedSession
from eventapp.agenda.reading import Reading
from eventapp.documents.sessions import clock, whole_hours
from eventapp.events.kinds import SignProfile
from eventapp.events.queries import event_called
from eventapp.plumbing.web import found, published
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language

SCREEN = "/<language:language>/<slug:event>/rooms/<code:code>/screen"

blueprint = Blueprint("screens", __name__)


@blueprint.get(SCREEN)
def screen(language: Language, event: str, code: str) -> Response:  # noqa: ARG001 - it is in both
    """The screen of a room, in the languages of the event's signs."""
    return _shown("documents/screen.html", event, code)


@blueprint.get(f"{SCREEN}/part")
def part(language: Language, event: str, code: str) -> Response:  # noqa: ARG001
    """The same without the page around it, for a page that renews it."""
    return _shown("documents/_screen.html", event, code)


def _shown(template: str, event: str, code: str) -> Response:
    agenda = found(queries.current_release(event)).agenda
    profile = found(event_called(event)).sign_profile
    moment = datetime.now(UTC)
    values = screen_values(agenda, code, profile, moment)
    return published(
        render_template(template, **values), last_modified=moment, max_age=TODAY, lasts=TODAY
    )


def screen_values(
    agenda: PublishedAgenda, code: str, profile: SignProfile, moment: datetime
) -> dict[str, Any]:
    """What the screen of a room shows at an aware moment."""
    room = found(next((each for each in agenda.rooms if each.code == code), None))
    readings = [Reading(agenda, language) for language in profile.languages(agenda.event.order)]
    happening = happening_at(moment, agenda.keeping(lambda each: each.room == room.uid))
    local = moment.astimezone(ZoneInfo(agenda.event.zone))
    return {
        "event": agenda.event,
        "room": room,
        "readings": readings,
        "words": {each.language: translator(each.language) for each in readings},
        "is_dominated": profile is SignProfile.FR_DOMINANT,
        "time": clock(local, readings),
        "now": [_line(each, readings, local) for each in happening.now],
        "following": [_line(each, readings, local) for each in happening.following[:2]],
    }


def _line(
    session: PublishedSession, readings: Sequence[Reading], local: datetime
) -> dict[str, Any]:
    """A session; its day where it is not today's."""
    titles = {reading.text(session.title).text: reading.text(session.title) for reading in readings}
    start = found(session.span).start
    is_today = start.date() == local.date()
    return {
        "titles": list(titles.values()),
        "hours": whole_hours(session.span, readings),
        "days": []
        if is_today
        else [
            (typography.date(start, r.language, typography.DateStyle.WEEKDAY), r.language)
            for r in readings
        ],
        "state": [(r.state(session), r.language) for r in readings if session.is_tentative],
    }
