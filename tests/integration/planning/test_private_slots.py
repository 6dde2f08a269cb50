"""What takes place beside the programme clashes with it, and stays nobody's business."""

from datetime import date

import pytest

from eventapp.agenda.conflicts.accepting import accept
from eventapp.agenda.conflicts.loading import board, board_around
from eventapp.agenda.conflicts.queries import conflicts_if_moved, conflicts_of
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.kinds import SlotState
from eventapp.events.models import Event
from eventapp.history.recording import Actor
from eventapp.movements.models import Movement
from eventapp.planning.board import Board
from eventapp.planning.rules import find
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import (
    NOW,
    a_delegation,
    a_movement,
    a_person,
    a_room,
    a_session,
    a_span,
    a_summit,
)

pytestmark = pytest.mark.usefixtures("app")

TODAY = date(2024, 11, 1)
CANARY = "Canary-51f0"


def a_clash() -> tuple[Event, Movement]:
    """Somebody of a delegation is in a session while a car waits; the car is in its room."""
    event = a_summit()
    room, person = a_room(event), a_person(f"Zoé {CANARY}")
    a_session(event, "TALK", people=(person,), room=room)
    secret = Bilingual.same(CANARY)
    movement = a_movement(
        a_delegation(event), people=(person,), room=room, title=secret, code=CANARY
    )
    db.session.commit()
    return event, movement


def lines(event: Event, **asked: bool) -> list[ConflictLine]:
    return conflicts_of(event, Language.EN, today=TODAY, **asked)


def codes(part: Board) -> set[str]:
    return {each.code for each in part.programme.activities.values()}


def test_a_movement_clashes_with_a_session() -> None:
    event, movement = a_clash()
    found = {line.rule: line for line in lines(event, is_discreet=False)}
    assert set(found) == {"person_twice", "room_twice"}
    assert f"Zoé {CANARY}" in found["person_twice"].text
    assert {party.sort for party in found["room_twice"].parties} == {"session", "movement"}
    around = board_around(event, [movement.uid], today=TODAY)
    whole = board(event, today=TODAY)
    assert find(around, around=str(movement.uid)) == find(whole, around=str(movement.uid))


def test_readers_learn_of_it_without_titles_people_or_codes() -> None:
    event, _ = a_clash()
    for language in Language:
        found = conflicts_of(event, language, today=TODAY)
        assert len(found) == 2
        assert CANARY not in "".join(map(repr, found))
    told = {line.rule: line.text for line in lines(event)}["person_twice"]
    assert told.startswith("Somebody is expected in two places at once: ")
    assert "a movement (Tuesday, December" in told


def test_an_accepted_conflict_is_kept_without_names() -> None:
    event, _ = a_clash()
    key = lines(event, is_discreet=False)[0].key
    kept = accept(event, key, "Fine", by=Actor(None, "shell"), today=TODAY, now=NOW)
    assert CANARY not in kept.told.fr + kept.told.en
    assert "a movement" in kept.told.en


def test_a_move_of_it_is_judged_before_it_is_made() -> None:
    event, movement = a_clash()
    later = a_span(event, "11:00")
    assert conflicts_if_moved(event, movement.uid, later, None, Language.EN, today=TODAY) == []
    at_once = conflicts_if_moved(
        event, movement.uid, a_span(event, "09:30"), None, Language.EN, today=TODAY
    )
    assert [line.rule for line in at_once] == ["person_twice"]


def test_what_is_cancelled_takes_nobody_s_time_and_drafts_without_a_time_are_on_no_board() -> None:
    event, movement = a_clash()
    movement.state = SlotState.CANCELLED
    waits = a_movement(movement.delegations[0].delegation, span=None, state=SlotState.DRAFT)
    db.session.commit()
    found = board(event, today=TODAY)
    assert codes(found) == {"TALK", waits.code}
    assert [each.activity.code for each in found.bookings.values()] == ["TALK"]
    assert lines(event) == []
