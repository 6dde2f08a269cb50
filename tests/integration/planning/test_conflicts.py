"""A draft's rows become a board; what its rules find is told, accepted, and asked again."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event as sqlalchemy_event

from eventapp.accounts.rights import EventRole
from eventapp.agenda.conflicts import setting
from eventapp.agenda.conflicts.accepting import accept, take_back
from eventapp.agenda.conflicts.loading import board
from eventapp.agenda.conflicts.models import AcceptedConflict, BalanceRule
from eventapp.agenda.conflicts.queries import (
    conflicts_among,
    conflicts_around,
    conflicts_by_slot,
    conflicts_if_moved,
    conflicts_of,
    nearest_free_place,
)
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState
from eventapp.agenda.models import Appearance, Session
from eventapp.events.kinds import Sector
from eventapp.events.models import Event, Venue
from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.history.undoing import steps_done, undo
from eventapp.planning.balance import Criterion, Measure, Sense
from eventapp.planning.conflicts import Severity
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from tests.builders import (
    FIRST_DAY,
    NOW,
    a_person,
    a_room,
    a_session,
    a_span,
    a_summit,
    a_track,
    an_account,
    an_organisation,
    approve_all,
)

pytestmark = pytest.mark.usefixtures("app")

TODAY = date(2024, 11, 1)
SHELL = Actor(None, "shell")


def lines(event: Event) -> list[ConflictLine]:
    return conflicts_of(event, Language.EN, today=TODAY)


def rules_found(event: Event, today: date = TODAY) -> list[str]:
    return [line.rule for line in conflicts_of(event, Language.EN, today=today)]


def a_doubled_room() -> tuple[Event, Session, Session]:
    """Two sessions in one room at once."""
    event = a_summit()
    room = a_room(event)
    first, second = (a_session(event, code, room=room) for code in ("A", "B"))
    db.session.commit()
    return event, first, second


def test_a_board_holds_what_the_rules_need_and_nothing_that_is_off() -> None:
    event = a_summit()
    room, track = a_room(event), a_track(event, forbids_parallel=True)
    institute = an_organisation(sector=Sector.SCIENCE, country="CA", region="CA-QC")
    zoe = a_person("Zoé Exemple", organisation=institute)
    gone, away = a_person("Ali Absent"), a_person("Bo Parti")
    held = a_session(
        event,
        "HELD",
        people=(zoe, gone, away),
        room=room,
        track=track,
        kind=SessionKind.PLENARY,
        interpretation_languages=("fr",),
        equipment=("projector",),
        expected=40,
        joint="j",
    )
    held.appearances[1].state = AppearanceState.DECLINED
    held.appearances[2].state = AppearanceState.WITHDRAWN
    a_session(event, "WAITS", at=None, state=SlotState.DRAFT)
    a_session(event, "OFF", state=SlotState.CANCELLED)
    a_session(event, "REMOVED", removed_at=NOW)
    db.session.commit()
    found = board(event, today=TODAY)
    assert {each.code for each in found.programme.activities.values()} == {"HELD", "WAITS"}
    [booking] = found.bookings.values()
    assert (booking.starts_at, booking.room) == (held.span and held.span.starts_at, str(room.uid))
    activity = booking.activity
    assert (activity.is_plenary, activity.is_interval, activity.joint) == (True, False, "j")
    assert (activity.track, activity.expected) == (str(track.uid), 40)
    assert (activity.interpretation, activity.equipment) == (("fr",), ("projector",))
    [presence] = found.programme.presences
    assert (presence.person, presence.activity) == (str(zoe.uid), str(held.uid))
    assert presence.role == Bilingual("panéliste", "panelist")
    person = found.programme.people[str(zoe.uid)]
    assert (person.name, person.sector, person.country, person.region) == (
        "Zoé Exemple",
        "science",
        "CA",
        "CA-QC",
    )


def test_another_events_rows_stay_out() -> None:
    event, *_ = a_doubled_room()
    other = a_summit("other")
    room = a_room(other)
    person = a_person()
    a_session(other, "C", room=room, people=(person,))
    db.session.commit()
    found = board(event, today=TODAY)
    assert {each.code for each in found.programme.activities.values()} == {"A", "B"}
    assert str(room.uid) not in found.programme.rooms
    assert str(person.uid) not in found.programme.people


@pytest.mark.parametrize("asked", ["whole", "around"])
def test_a_board_takes_as_many_queries_for_thirty_sessions_as_for_one(asked: str) -> None:
    event = a_summit(texts_due_on=TODAY)
    room = a_room(event)
    first = a_session(event, "S", room=room, people=(a_person(),))
    db.session.commit()

    def ask() -> int:
        db.session.expire_all()
        assert event.slug  # the event itself is not counted
        uid = first.uid
        with counted_queries() as queries:
            if asked == "whole":
                conflicts_of(event, Language.FR, today=TODAY)
            else:
                conflicts_around(event, uid, Language.FR, today=TODAY)
        return len(queries)

    before = ask()
    for number in range(29):
        a_session(event, f"S{number}", room=room, people=(a_person(),))
    db.session.commit()
    assert ask() == before <= 15


def test_each_conflict_names_both_sides_and_links_to_them() -> None:
    event, first, second = a_doubled_room()
    [line] = lines(event)
    assert (line.rule, line.severity, line.day) == ("room_twice", Severity.ERROR, FIRST_DAY)
    assert {(party.uid, party.code, str(party.title)) for party in line.parties} == {
        (first.uid, "A", "Session A"),
        (second.uid, "B", "Session B"),
    }
    assert ("“Session A”" in line.text, "“Session B”" in line.text) == (True, True)
    assert line.accepted is None


def test_slots_know_their_conflicts() -> None:
    event, first, second = a_doubled_room()
    a_session(event, "C", at="15:00")
    db.session.commit()
    found = conflicts_by_slot(event, today=TODAY)
    assert {uid: (each.worst, each.count) for uid, each in found.items()} == {
        first.uid: (Severity.ERROR, 1),
        second.uid: (Severity.ERROR, 1),
    }
    around = conflicts_around(event, first.uid, Language.EN, today=TODAY)
    among = conflicts_among(event, [first.uid, second.uid], Language.EN, today=TODAY)
    assert around == among == lines(event)
    assert conflicts_around(event, UUID(int=1), Language.EN, today=TODAY) == []


def test_a_move_is_judged_before_it_is_made() -> None:
    event, _first, second = a_doubled_room()
    span = a_span(event, "10:30")
    room = second.room.uid if second.room else None
    asked: dict[str, Any] = {"language": Language.EN, "today": TODAY}
    assert conflicts_if_moved(event, second.uid, span, room, **asked) == []
    near = a_span(event, "09:30")
    found = conflicts_if_moved(event, second.uid, near, room, **asked)
    assert [line.rule for line in found] == ["room_twice"]
    assert conflicts_if_moved(event, UUID(int=1), span, room, **asked) == []


def test_the_nearest_free_place_is_another_room_or_time() -> None:
    event, first, _second = a_doubled_room()
    place = nearest_free_place(event, first.uid, today=TODAY)
    assert place is not None
    assert (place.span, place.room) == (a_span(event, "08:00"), first.room and first.room.uid)
    other = a_room(event, "B")
    db.session.commit()
    place = nearest_free_place(event, first.uid, today=TODAY)
    assert place is not None
    assert (place.span, place.room) == (a_span(event, "09:00"), other.uid)


def test_an_accepted_conflict_is_closed_until_the_situation_changes() -> None:
    event, first, second = a_doubled_room()
    [line] = lines(event)
    with editing(event.id, by=SHELL, now=NOW, action=Action.ACCEPT):
        accept(event, line.key, "A curtain parts the room.", by=SHELL, today=TODAY, now=NOW)
    [closed] = lines(event)
    assert closed.accepted is not None
    assert (closed.accepted.reason, closed.accepted.author, closed.accepted.at) == (
        "A curtain parts the room.",
        "shell",
        NOW,
    )
    assert conflicts_by_slot(event, today=TODAY) == {}
    assert conflicts_around(event, first.uid, Language.EN, today=TODAY) == []
    with unit_of_work():
        second.span = a_span(event, "09:30")
    [again] = lines(event)
    assert (again.accepted, again.before and again.before.reason) == (
        None,
        "A curtain parts the room.",
    )


def test_an_acceptance_is_taken_back_and_undone() -> None:
    event, *_ = a_doubled_room()
    account = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    [line] = lines(event)
    by = account.actor
    with editing(event.id, by=by, now=NOW, action=Action.ACCEPT):
        accept(event, line.key, "Known.", by=by, today=TODAY, now=NOW)
    with editing(event.id, by=by, now=NOW, action=Action.REOPEN):
        take_back(db.session.query(AcceptedConflict).one())
    assert [each.accepted for each in lines(event)] == [None]
    with unit_of_work():
        undo(steps_done(event.id, account.id)[0], now=NOW)
    assert [each.accepted and each.accepted.reason for each in lines(event)] == ["Known."]


def test_what_is_gone_or_accepted_already_cannot_be_accepted() -> None:
    event, *_ = a_doubled_room()
    [line] = lines(event)

    def try_it(key: str, reason: str = "Because.") -> None:
        with unit_of_work():
            accept(event, key, reason, by=SHELL, today=TODAY, now=NOW)

    with pytest.raises(Refusal, match="no longer as you saw it"):
        try_it("0" * 32)
    with pytest.raises(Refusal, match="reason"):
        try_it(line.key, "  ")
    try_it(line.key)
    with pytest.raises(Refusal, match="shell has accepted this"):
        try_it(line.key)


def test_a_rule_that_is_off_finds_nothing() -> None:
    event, *_ = a_doubled_room()
    everything = {"person_twice"}
    with unit_of_work():
        setting.set_rules(event, everything)
    assert lines(event) == []
    with unit_of_work():
        setting.set_rules(event, everything | {"room_twice"})
    assert rules_found(event) == ["room_twice"]


def test_what_is_set_reaches_the_rules() -> None:
    event = a_summit(travel_minutes=5)
    palace, harbour = event.venues[0], Venue(name=Bilingual.same("Harbour"))
    event.venues.append(harbour)
    near, far = a_room(event, "A"), a_room(event, "B")
    far.venue = harbour
    zoe = a_person()
    first = a_session(event, "A", people=(zoe,), room=near)
    second = a_session(event, "B", at="10:10", people=(zoe,), room=far)
    db.session.commit()
    assert rules_found(event) == []
    with unit_of_work():
        setting.set_travel_time(event, palace, harbour, 30)
        setting.put_in_order(event, second, first)
        setting.add_availability(
            event, zoe.uid, zoe.recorded_as, a_span(event, "09:00", minutes=60)
        )
        setting.add_balance(
            event,
            BalanceRule(
                session=first,
                criterion=Criterion.COUNTRY,
                group="SN",
                sense=Sense.AT_LEAST,
                measure=Measure.PEOPLE,
                target=1,
            ),
        )
    assert sorted(rules_found(event)) == [
        "out_of_balance",
        "out_of_order",
        "person_away",
        "travel_time",
    ]
    with unit_of_work():
        setting.set_travel_time(event, harbour, palace, 10)
        zoe.country = "SN"
    assert sorted(rules_found(event)) == ["out_of_order", "person_away"]


def test_joint_sessions_are_declared_and_separated() -> None:
    event, first, second = a_doubled_room()
    with unit_of_work():
        setting.declare_joint(event, first, second)
    assert lines(event) == []
    with unit_of_work():
        setting.separate(event, first.joint)
    assert rules_found(event) == ["room_twice"]


def test_orders_never_go_round_in_a_circle() -> None:
    event = a_summit()
    first, second, third = (a_session(event, code) for code in "ABC")
    with unit_of_work():
        for pair in ((first, second), (second, third)):
            db.session.add_all(pair)
            setting.put_in_order(event, *pair)
            db.session.flush()
    for wrong in ((third, first), (first, first), (first, second)):
        with pytest.raises(Refusal), unit_of_work():
            setting.put_in_order(event, *wrong)


def test_texts_are_noticed_near_their_deadline_until_approved() -> None:
    event = a_summit(texts_due_on=TODAY + timedelta(days=7))
    session = a_session(event, "A")
    db.session.commit()
    [line] = lines(event)
    assert (line.rule, line.severity) == ("texts_not_approved", Severity.NOTICE)
    assert "4 wordings" in line.text
    assert rules_found(event, TODAY - timedelta(days=1)) == []
    assert conflicts_around(event, session.uid, Language.EN, today=TODAY) == [line]
    approve_all(event)
    db.session.commit()
    assert lines(event) == []


def test_an_interpreter_is_a_person_too() -> None:
    event = a_summit()
    ann = a_person("Ann Voix")
    first = a_session(event, "A", people=(ann,))
    second = a_session(event, "B", interpretation_languages=("fr",))
    second.appearances = [Appearance(person=ann, role=Role.INTERPRETER, language="fr")]
    db.session.commit()
    found = {line.rule: line for line in lines(event)}
    assert set(found) == {"person_twice", "team_too_small"}
    assert {party.uid for party in found["person_twice"].parties} == {first.uid, second.uid}
    assert "interpreter" in found["person_twice"].text


class counted_queries:  # noqa: N801 - read as a phrase
    """The statements that the block sends to the database."""

    def __enter__(self) -> list[str]:
        self.statements: list[str] = []
        sqlalchemy_event.listen(db.engine, "before_cursor_execute", self._note)
        return self.statements

    def __exit__(self, *_error: object) -> None:
        sqlalchemy_event.remove(db.engine, "before_cursor_execute", self._note)

    def _note(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        self.statements.append(statement)
