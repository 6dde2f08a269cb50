"""Sessions move in time and between rooms, alone or together; what cannot be is refused."""

from datetime import date, datetime, time, timedelta

import pytest

from eventapp.agenda.boards import board_of
from eventapp.agenda.editing import (
    deed,
    move_block,
    move_slot,
    place,
    scheduled,
    swap,
)
from eventapp.agenda.holding import sessions_between
from eventapp.agenda.kinds import SessionKind
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.plumbing.database import db
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan
from tests.builders import FIRST_DAY, NOW, a_room, a_session, a_span, a_summit

pytestmark = pytest.mark.usefixtures("app")


def hours(session: Session) -> str:
    span = session.span
    return f"{span.start:%d %H:%M}–{span.end:%H:%M}" if span else ""


def test_a_session_gets_another_time_length_and_room() -> None:
    event = a_summit()
    session, room = a_session(event), a_room(event)
    move_slot(session, a_span(event, "14:00", minutes=45), room, now=NOW)
    assert (hours(session), session.room, session.edited_at) == ("03 14:00–14:45", room, NOW)


def test_a_room_of_another_event_is_refused() -> None:
    event, other = a_summit(), a_summit("other")
    session, room = a_session(event), a_room(other)
    with pytest.raises(Refusal, match="another event"):
        move_slot(session, session.span, room, now=NOW)


def test_an_unscheduled_session_has_neither_time_nor_room() -> None:
    event = a_summit()
    session = a_session(event, room=a_room(event))
    move_slot(session, None, None, now=NOW)
    assert (session.span, session.room) == (None, None)


@pytest.mark.parametrize("minutes", [0, 4, 1441, 10**12, -60])
def test_a_length_beyond_reason_is_refused(minutes: int) -> None:
    with pytest.raises(Refusal, match="5 minutes to 24 hours"):
        place(a_summit(), FIRST_DAY, time(9), minutes)


def test_a_night_belongs_to_the_evening() -> None:
    event = a_summit(day_change=time(4))
    assert place(event, FIRST_DAY, time(1), 30).start == datetime(2024, 12, 4, 1)
    assert place(event, FIRST_DAY, time(4), 30).start == datetime(2024, 12, 3, 4)


@pytest.mark.parametrize("on", [date.min, date(2024, 9, 1), date(2025, 4, 1), date.max])
def test_a_day_far_from_the_event_is_refused(on: date) -> None:
    with pytest.raises(Refusal, match="too far"):
        place(a_summit(), on, time(9), 60)


def test_a_time_that_the_clocks_skip_is_refused() -> None:
    spring = date(2024, 3, 31)
    event = a_summit(starts_on=spring, ends_on=spring)
    with pytest.raises(Refusal, match="clocks go forward"):
        place(event, spring, time(2, 30), 60)


def test_swapped_sessions_keep_their_lengths() -> None:
    event = a_summit()
    room = a_room(event)
    long = a_session(event, minutes=90, room=room)
    short = a_session(event, at="14:00", minutes=30)
    swap(long, short, now=NOW)
    assert (hours(long), long.room) == ("03 14:00–15:30", None)
    assert (hours(short), short.room) == ("03 09:00–09:30", room)


def test_a_session_takes_the_place_of_another_and_leaves_it_unscheduled() -> None:
    event = a_summit()
    room = a_room(event)
    here, waiting = a_session(event, minutes=45, room=room), a_session(event, at=None)
    swap(here, waiting, now=NOW)
    assert (here.span, here.room) == (None, None)
    assert (hours(waiting), waiting.room) == ("03 09:00–09:45", room)


def test_there_is_nothing_to_swap_with_itself_or_without_a_time() -> None:
    event = a_summit()
    one, other = a_session(event, at=None), a_session(event, at=None)
    with pytest.raises(Refusal, match="itself"):
        swap(one, one, now=NOW)
    with pytest.raises(Refusal, match="Neither"):
        swap(one, other, now=NOW)


def test_the_rest_of_a_day_moves_with_its_breaks() -> None:
    event = a_summit()
    morning = a_session(event)
    pause = a_session(event, at="10:00", minutes=30, kind=SessionKind.BREAK)
    talk = a_session(event, at="10:30", room=a_room(event))
    tomorrow = a_session(event, at="10:30", day=FIRST_DAY + timedelta(days=1))
    db.session.commit()
    rest = sessions_between(event, FIRST_DAY, time(10), None, None)
    move_block(rest, minutes=15, now=NOW)
    assert [hours(each) for each in (morning, pause, talk, tomorrow)] == [
        "03 09:00–10:00",
        "03 10:15–10:45",
        "03 10:45–11:45",
        "04 10:30–11:30",
    ]


def test_a_stretch_of_one_room_is_found() -> None:
    event = a_summit()
    room = a_room(event)
    a_session(event, "before", room=room)
    a_session(event, "in", at="10:00", room=room)
    a_session(event, "elsewhere", at="10:00")
    a_session(event, "after", at="11:00", room=room)
    db.session.commit()
    found = sessions_between(event, FIRST_DAY, time(10), time(11), room)
    assert [session.code for session in found] == ["in"]


def test_a_block_moves_to_another_day_and_room() -> None:
    event = a_summit()
    room = a_room(event)
    one, other = a_session(event), a_session(event, at="10:00")
    move_block([one, other], days=1, minutes=-30, room=room, now=NOW)
    assert (hours(one), hours(other)) == ("04 08:30–09:30", "04 09:30–10:30")
    assert (one.room, other.room) == (room, room)


@pytest.mark.parametrize(("at", "minutes"), [("23:00", 15), ("22:00", 130), ("00:10", -15)])
def test_nothing_moves_where_one_would_leave_its_day(at: str, minutes: int) -> None:
    event = a_summit()
    early, edge = a_session(event, at="12:00"), a_session(event, "EDGE", at=at)
    with pytest.raises(Refusal, match="“Session EDGE” would leave its day"):
        move_block([early, edge], minutes=minutes, now=NOW)
    assert hours(early) == "03 12:00–13:00"


def test_a_party_past_midnight_may_move_within_its_night() -> None:
    event = a_summit()
    party = a_session(event, at="22:00", minutes=240)
    move_block([party], minutes=30, now=NOW)
    assert hours(party) == "03 22:30–02:30"


def test_a_block_without_any_time_is_refused() -> None:
    with pytest.raises(Refusal, match="No session with a time"):
        move_block([a_session(a_summit(), at=None)], minutes=5, now=NOW)


def test_sessions_of_a_block_come_by_their_start() -> None:
    event = a_summit()
    late, none, early = a_session(event, at="11:00"), a_session(event, at=None), a_session(event)
    assert scheduled([late, none, early]) == [early, late]


def test_a_deed_is_called_what_it_is() -> None:
    event = a_summit()
    session, room = a_session(event), a_room(event)
    longer = a_span(event, minutes=90)
    assert deed(session, None, None) is Action.UNSCHEDULE
    assert deed(session, longer, None) is Action.RESIZE
    assert deed(session, longer, room) is Action.MOVE
    assert deed(a_session(event, at=None), longer, None) is Action.MOVE


def days_shown(event: Event, on: date | None) -> tuple[date, list[str], list[str]]:
    board = board_of(event, on)
    return board.on, [s.code for s in board.timed], [s.code for s in board.untimed]


def test_a_board_shows_a_programme_day_and_what_has_no_time() -> None:
    event = a_summit(day_change=time(4))
    second = FIRST_DAY + timedelta(days=1)
    a_session(event, "day")
    a_session(event, "night", at="02:00", day=second)
    a_session(event, "next", day=second)
    a_session(event, "open", at=None)
    gone = a_session(event, "gone")
    gone.removed_at = NOW
    db.session.commit()
    assert days_shown(event, FIRST_DAY) == (FIRST_DAY, ["day", "night"], ["open"])
    assert days_shown(event, second) == (second, ["next"], ["open"])
    assert days_shown(event, date(1999, 1, 1)) == (FIRST_DAY, ["day", "night"], ["open"])


def test_a_day_outside_the_event_is_listed_once_it_is_used() -> None:
    event = a_summit()
    a_session(event, day=FIRST_DAY - timedelta(days=1))
    db.session.commit()
    days = [FIRST_DAY + timedelta(days=day) for day in (-1, 0, 1)]
    assert [*board_of(event, None).days] == days


def test_spans_survive_the_road_to_the_board() -> None:
    event = a_summit()
    session = a_session(event)
    db.session.commit()
    [shown] = board_of(event, None).timed
    assert isinstance(shown.span, TimeSpan)
    assert shown.span == session.span
