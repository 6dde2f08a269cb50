"""Boards in a line: `a_board(a_booking("A", at="09:00", room="r1", people=("zoe",)))`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from eventapp.planning.board import (
    Activity,
    Board,
    Booking,
    Person,
    Presence,
    Programme,
    Room,
    Span,
    Track,
)
from eventapp.planning.conflicts import Conflict
from eventapp.planning.rules import RULES, find
from eventapp.planning.telling import Teller
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

ZONE = ZoneInfo("America/Toronto")
DAY = date(2025, 12, 2)
PANELIST = Bilingual("panéliste", "panelist")
INTERPRETER = Bilingual("interprète", "interpreter")


class Planned(NamedTuple):
    """A booking with who takes part in it."""

    booking: Booking
    presences: tuple[Presence, ...]


def at(clock: str, day: date = DAY) -> datetime:
    """The instant of a wall time in the programme's zone."""
    local = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)
    return local.astimezone(UTC)


def a_span(clock: str, minutes: int = 60, day: date = DAY) -> Span:
    return at(clock, day), at(clock, day) + timedelta(minutes=minutes)


def a_booking(
    uid: str,
    *,
    at: str = "09:00",
    minutes: int = 60,
    day: date = DAY,
    room: str | None = None,
    people: Sequence[str] = (),
    booths: Sequence[tuple[str, str]] = (),
    **fields: Any,
) -> Planned:
    """An activity in its place. `booths` are interpreters with their languages."""
    activity = Activity(uid, uid, Bilingual(f"Séance {uid}", f"Session {uid}"), **fields)
    presences = (
        *(Presence(person, uid, PANELIST) for person in people),
        *(Presence(person, uid, INTERPRETER, True, language) for person, language in booths),
    )
    return Planned(Booking(activity, *a_span(at, minutes, day), room), presences)


def a_board(*planned: Planned, **fields: Any) -> Board:
    """A board on which rooms r1 and r2 share a venue; r3 is in another one."""
    presences = tuple(each for plan in planned for each in plan.presences)
    names = dict.fromkeys(presence.person for presence in presences)
    given = {
        "days": (DAY,),
        "activities": {plan.booking.uid: plan.booking.activity for plan in planned},
        "people": {name: Person(name, name.capitalize()) for name in names},
        "rooms": {
            uid: Room(uid, Bilingual(f"Salle {uid}", f"Room {uid}"), venue=venue)
            for uid, venue in (("r1", "palace"), ("r2", "palace"), ("r3", "harbour"))
        },
        "presences": presences,
    }
    programme = Programme(ZONE, fields.pop("today", date(2025, 1, 1)), **(given | fields))
    return Board(programme, {plan.booking.uid: plan.booking for plan in planned})


def with_room(board: Board, uid: str, **fields: Any) -> Board:
    """The board with something else about a room."""
    rooms = {**board.programme.rooms, uid: replace(board.programme.rooms[uid], **fields)}
    return replace(board, programme=replace(board.programme, rooms=rooms))


def a_track(*, forbids_parallel: bool) -> dict[str, Track]:
    return {"t": Track("t", Bilingual("Gouvernance", "Governance"), forbids_parallel)}


def found(board: Board, rule: str, around: str | None = None) -> list[tuple[str, ...]]:
    """Who is at odds by that rule, and about whom or what."""
    return [(*each.parties, each.subject) for each in conflicts(board, rule, around)]


def conflicts(board: Board, rule: str, around: str | None = None) -> list[Conflict]:
    return find(board, [RULES[rule]], around)


def told(board: Board, rule: str, language: Language) -> str:
    """What a reader is told of the one conflict that the rule finds."""
    [conflict] = conflicts(board, rule)
    return RULES[rule].explain(conflict, Teller(board, language))
