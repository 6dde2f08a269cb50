"""A move reads only what it concerns, and learns as much as from the whole board."""

from datetime import date
from random import Random

import pytest

from eventapp.agenda.conflicts import setting
from eventapp.agenda.conflicts.loading import board, board_around
from eventapp.agenda.kinds import Role, SessionKind
from eventapp.agenda.models import Appearance
from eventapp.events.models import Venue
from eventapp.planning.rules import find
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_person, a_room, a_session, a_summit, a_track

pytestmark = pytest.mark.usefixtures("app")

TODAY = date(2024, 11, 28)


def test_the_board_around_a_session_knows_all_that_concerns_it() -> None:
    chance = Random(5)
    event = a_summit(texts_due_on=TODAY)
    event.venues.append(Venue(name=Bilingual.same("Harbour")))
    rooms = [a_room(event, name, capacity=50) for name in "ABCD"]
    rooms[3].venue = event.venues[1]
    tracks = [a_track(event, f"t{n}", forbids_parallel=bool(n)) for n in range(3)]
    people = [a_person(f"P{n} Exemple") for n in range(8)]
    sessions = [
        a_session(
            event,
            f"S{n}",
            at=f"{9 + n % 6:02}:{chance.choice(('00', '20', '40'))}",
            people=tuple(chance.sample(people, 2)),
            room=chance.choice((*rooms, None)),
            track=chance.choice((*tracks, None)),
            kind=chance.choice((SessionKind.TALK, SessionKind.PLENARY, SessionKind.BREAK)),
            expected=chance.choice((None, 60)),
            interpretation_languages=chance.choice(((), ("fr", "es"))),
        )
        for n in range(24)
    ]
    for session in sessions[::3]:
        interpreter = Appearance(person=people[7], role=Role.INTERPRETER, language="fr")
        if all(each.person is not people[7] for each in session.appearances):
            session.appearances.append(interpreter)
    for first, second in zip(sessions[:6], sessions[6:12], strict=True):
        setting.put_in_order(event, second, first)
    db.session.commit()
    whole = board(event, today=TODAY)
    found = 0
    for session in sessions:
        part = board_around(event, [session.uid], today=TODAY)
        expected = find(whole, around=str(session.uid))
        assert find(part, around=str(session.uid)) == expected
        assert [each.key(part) for each in find(part, around=str(session.uid))] == [
            each.key(whole) for each in expected
        ]
        found += len(expected)
    assert found > 50


def test_it_reads_nothing_of_sessions_that_do_not_matter() -> None:
    event = a_summit()
    first = a_session(event, "A", people=(a_person(),), room=a_room(event, "A"))
    a_session(event, "B", people=(a_person(),), room=a_room(event, "B"))
    db.session.commit()
    part = board_around(event, [first.uid], today=TODAY)
    assert set(part.programme.activities) == {str(first.uid)}
    assert len(part.programme.people) == 1
