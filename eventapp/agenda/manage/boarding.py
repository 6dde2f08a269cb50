"""What the board's pages have in common: the board as its reader sees it, whole or in parts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Response, make_response, render_template, request, url_for
from flask_babel import gettext as _

from eventapp.accounts.guarding import me
from eventapp.agenda.boards import Board, board_of, news_since
from eventapp.agenda.conflicts.queries import conflicts_among, conflicts_by_slot
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.grid import grid_of
from eventapp.agenda.labels import private_names
from eventapp.agenda.manage.outlook import Outlook
from eventapp.agenda.manage.slot_pages import is_discreet, objections_to
from eventapp.agenda.models import Slot
from eventapp.agenda.reading import Reading
from eventapp.events.models import Event
from eventapp.history.actions import action_name
from eventapp.history.models import Entry
from eventapp.plumbing.web import reading_language
from eventapp.values import typography


class Outcome(NamedTuple):
    """What became of what somebody wanted, as the board tells them.

    `conflicts` are those of the sessions that were moved, `objections` what else speaks against
    where they are. `repeat` holds the fields of a move
    that came too late, to be sent again as it was to `repeat_to`.
    """

    said: str = ""
    conflicts: Sequence[ConflictLine] = ()
    objections: Sequence[str] = ()
    refusal: str = ""
    repeat: dict[str, str] | None = None
    repeat_to: str = ""


NOTHING = Outcome()


def is_for_script() -> bool:
    """Whether a script of ours asks, which wants parts of the page rather than the page."""
    return request.headers.get("Sec-Fetch-Dest") == "empty"


def parts(
    event: Event, outlook: Outlook, outcome: Outcome = NOTHING, status: int = 200, since: str = ""
) -> Response:
    """The parts of the board that change, for a script to put in their places."""
    content = board_content(event, outlook, outcome, since)
    return make_response(render_template("programme/_board.html", **content), status)


def board_content(
    event: Event, outlook: Outlook, outcome: Outcome = NOTHING, since: str = ""
) -> dict[str, object]:
    """All that the board's templates need."""
    board = board_of(event, outlook.day, is_discreet=is_discreet(event))
    reading = Reading(board.agenda, reading_language())
    conflicts = conflicts_by_slot(event, today=today(event))
    return {
        "event": event,
        "board": board,
        "reading": reading,
        "outlook": outlook,
        "outcome": outcome,
        "conflicts": {str(uid): found for uid, found in conflicts.items()},
        "dimmed": _dimmed(board, outlook, reading, set(conflicts)),
        "layout": grid_of(board.timed, board.agenda.rooms, board.frame),
        "base": url_for("programme.board"),
        "private_names": private_names(reading_language()),
        "news": _news(event, since) if since else [],
    }


def outcome_of(event: Event, said: str, sessions: Sequence[Slot]) -> Outcome:
    """What was done, and the conflicts that these sessions now stand in, each told once."""
    slots = [session.uid for session in sessions]
    found = conflicts_among(
        event, slots, reading_language(), today=today(event), is_discreet=is_discreet(event)
    )
    objections = [words for each in sessions for words in objections_to(each, each.span, each.room)]
    return Outcome(said, found, objections)


def today(event: Event) -> date:
    """The day that it is where the event takes place."""
    return datetime.now(UTC).astimezone(ZoneInfo(event.zone)).date()


def whereabouts(session: Slot) -> str:
    """When and where the session is: `10 h – 11 h, Salle A`."""
    language, span = reading_language(), session.span
    if span is None:
        return str(_("not scheduled"))
    day = typography.date(span.start.date(), language, typography.DateStyle.WEEKDAY)
    hours = typography.time_range(span.start, span.end, language)
    room = session.room.name.text(language).text if session.room else _("no room")
    return f"{day}, {hours}, {room}"


def title_of(session: Slot) -> str:
    """What the reader calls the session; its code where it has no title yet."""
    return session.title.text(reading_language()).text or session.code


def _dimmed(board: Board, outlook: Outlook, reading: Reading, in_conflict: set[UUID]) -> set[str]:
    """The uids of the sessions that step back."""
    conflicting = {str(uid) for uid in in_conflict}
    return {
        session.uid
        for session in board.agenda.sessions
        if outlook.dims(session, reading, in_conflict=session.uid in conflicting)
    }


def _news(event: Event, since: str) -> list[str]:
    entries = news_since(event, since, not_by=me().id, is_discreet=is_discreet(event))
    return [_told(entry) for entry in entries]


def _told(entry: Entry) -> str:
    """`Zoé Exemple: Moved – Opening`"""
    language = reading_language()
    author = typography.label(entry.author, language)
    return f"{author} {action_name(entry.action, language)} – {entry.name.text(language).text}"
