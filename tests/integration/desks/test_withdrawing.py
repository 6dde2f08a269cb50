"""Embargoes and withdrawals, as the public and the calendars meet them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from eventapp.agenda import publishing, queries
from eventapp.agenda.facts import ReleasePublished, ReleaseWithdrawn
from eventapp.agenda.models import Release, Session
from eventapp.agenda.queries import Withdrawn
from eventapp.agenda.standing import ReleaseState, standings
from eventapp.agenda.withdrawing import withdraw
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal
from tests.builders import NOW, a_release, a_session, a_summit, approve_all

NOTICE = Bilingual("Retiré par erreur.", "Withdrawn by mistake.")
HOUR = timedelta(hours=1)


@pytest.fixture
def heard(app: Flask) -> Iterator[list[object]]:
    facts: list[object] = []
    reactions = app.extensions["facts"]
    before = {kind: list(reactions[kind]) for kind in (ReleasePublished, ReleaseWithdrawn)}
    for kind in before:
        reactions[kind] = [facts.append]
    yield facts
    reactions.update(before)


def a_programme() -> tuple[Event, Session]:
    """Release 1, published at NOW."""
    event = a_summit()
    session = a_session(event, "OPEN", title=Bilingual("Cérémonie", "Ceremony"))
    a_release(event)
    return event, session


def embargoed(event: Event, session: Session, *, until: datetime) -> Release:
    """Release 2, in which the session has another title, frozen an hour after release 1."""
    session.title = Bilingual("Nouveau secret", "New secret")
    approve_all(event)
    release = publishing.publish(event, by="o", now=NOW + HOUR, note=Bilingual(), at=until)
    db.session.commit()
    return release


def read(slug: str = "summit") -> tuple[int, str]:
    release = queries.current_release(slug)
    assert release
    return release.number, release.agenda.sessions[0].title.en


def revision(slug: str = "summit") -> int:
    release = queries.current_release(slug)
    assert release
    return release.agenda.sessions[0].stamp.revision


def test_a_release_under_embargo_is_read_from_its_instant_on(app: Flask) -> None:
    event, session = a_programme()
    with time_machine.travel(NOW + HOUR, tick=False) as clock:
        embargoed(event, session, until=NOW + 3 * HOUR)
        before = queries.edition(db.engine)
        assert (read(), len(queries.releases("summit"))) == ((1, "Ceremony"), 1)
        assert queries.numbered_release("summit", 2) is None
        assert queries.search("secret") == []
        assert [each.code for each in queries.search("cérémonie")] == ["OPEN"]
        assert [head.number for head in queries.current_events()] == [1]
        clock.move_to(NOW + 3 * HOUR - timedelta(microseconds=1))
        assert (read()[0], queries.edition(db.engine)) == (1, before)
        clock.move_to(NOW + 3 * HOUR)
        assert (read(), revision()) == ((2, "New secret"), 1)
        assert queries.edition(db.engine) != before
        assert [each.code for each in queries.search("secret")] == ["OPEN"]
        assert queries.search("cérémonie") == []
        release = queries.current_release("summit")
        assert release
        assert release.agenda.sessions[0].stamp.revised_at == NOW + 3 * HOUR


def test_nothing_is_published_while_another_release_waits(app: Flask) -> None:
    event, session = a_programme()
    release = embargoed(event, session, until=NOW + 3 * HOUR)
    session.title = Bilingual("Encore", "Again")
    approve_all(event)
    db.session.commit()
    with pytest.raises(Refusal, match="Release 2 waits under embargo"):
        publishing.publish(event, by="o", now=NOW + 2 * HOUR, note=Bilingual())
    first = standings(event, NOW + 2 * HOUR)[-1].release
    with pytest.raises(Refusal, match="Release 2 waits under embargo"):
        withdraw(first, by="o", now=NOW + 2 * HOUR, notice=NOTICE)
    assert withdraw(release, by="o", now=NOW + 2 * HOUR, notice=Bilingual()) is None
    third = publishing.publish(event, by="o", now=NOW + 2 * HOUR, note=Bilingual())
    assert third.number == 3


def test_nobody_ever_saw_a_release_withdrawn_in_time(app: Flask, heard: list[object]) -> None:
    event, session = a_programme()
    waiting = embargoed(event, session, until=NOW + 3 * HOUR)
    withdraw(waiting, by="o", now=NOW + 2 * HOUR, notice=Bilingual())
    session.title = Bilingual("Troisième", "Third")
    approve_all(event)
    publishing.publish(event, by="o", now=NOW + 4 * HOUR, note=Bilingual())
    db.session.commit()
    published = [fact for fact in heard if isinstance(fact, ReleasePublished)]
    previous = published[-1].previous
    assert previous
    assert previous.sessions[0].title.en == "Ceremony"
    release = queries.current_release("summit")
    assert release
    assert (release.number, release.replaces) == (3, 1)
    assert queries.numbered_release("summit", 2) is None
    assert [head.number for head in queries.releases("summit")] == [3, 1]


def test_withdrawing_the_current_release_brings_the_one_before_back(
    app: Flask, heard: list[object]
) -> None:
    event, session = a_programme()
    session.title = Bilingual("Faux", "Wrong")
    wrong = a_release(event, now=NOW + HOUR)
    assert (read(), revision()) == ((2, "Wrong"), 1)
    again = withdraw(wrong, by="o", now=NOW + 2 * HOUR, notice=NOTICE)
    db.session.commit()
    assert again
    assert (read(), revision(), again.note) == ((3, "Ceremony"), 2, NOTICE)
    with pytest.raises(Withdrawn) as gone:
        queries.numbered_release("summit", 2)
    assert gone.value.notice == NOTICE
    assert queries.search("Wrong") == []
    assert [head.number for head in queries.releases("summit")] == [3, 1]
    assert [type(fact) for fact in heard[-2:]] == [ReleaseWithdrawn, ReleasePublished]
    states = [each.state for each in standings(event, NOW + 2 * HOUR)]
    assert states == [ReleaseState.CURRENT, ReleaseState.WITHDRAWN, ReleaseState.REPLACED]


def test_what_was_withdrawn_does_not_come_back_under_another_number(app: Flask) -> None:
    event, session = a_programme()
    first = session.title
    session.title = Bilingual("Deux", "Two")
    a_release(event, now=NOW + HOUR)
    session.title = first
    third = a_release(event, now=NOW + 2 * HOUR)  # reads as release 1 did
    withdraw(third, by="o", now=NOW + 3 * HOUR, notice=NOTICE)
    db.session.commit()
    assert read() == (4, "Two")


def test_without_an_earlier_release_the_public_reads_the_notice(app: Flask) -> None:
    event, _ = a_programme()
    before = queries.edition(db.engine)
    only = standings(event, NOW)[0].release
    assert withdraw(only, by="o", now=NOW + HOUR, notice=NOTICE) is None
    db.session.commit()
    with pytest.raises(Withdrawn):
        queries.current_release("summit")
    with pytest.raises(Withdrawn):
        queries.numbered_release("summit", 1)
    assert (queries.current_events(), queries.releases("summit")) == ([], [])
    assert queries.search("OPEN") == []
    assert queries.edition(db.engine) != before
    again = publishing.publish(event, by="o", now=NOW + 2 * HOUR, note=Bilingual())
    db.session.commit()
    assert (again.number, read(), revision()) == (2, (2, "Ceremony"), 0)


def test_an_old_release_alone_becomes_unreadable(app: Flask) -> None:
    event, session = a_programme()
    session.title = Bilingual("Deux", "Two")
    a_release(event, now=NOW + HOUR)
    old = standings(event, NOW + HOUR)[1].release
    assert withdraw(old, by="o", now=NOW + 2 * HOUR, notice=NOTICE) is None
    db.session.commit()
    assert read() == (2, "Two")
    with pytest.raises(Withdrawn):
        queries.numbered_release("summit", 1)


def test_a_withdrawal_is_refused_without_a_notice_in_both_languages_and_twice(app: Flask) -> None:
    event, _ = a_programme()
    only = standings(event, NOW)[0].release
    for notice in (Bilingual(), Bilingual("Seul", " "), Bilingual("é" * 2001, "x")):
        with pytest.raises(Refusal):
            withdraw(only, by="o", now=NOW + HOUR, notice=notice)
    withdraw(only, by="o", now=NOW + HOUR, notice=NOTICE)
    with pytest.raises(Refusal, match="withdrawn already"):
        withdraw(only, by="o", now=NOW + HOUR, notice=NOTICE)


def test_an_embargo_must_end_in_the_future(app: Flask) -> None:
    event, session = a_programme()
    session.title = Bilingual("Deux", "Two")
    approve_all(event)
    with pytest.raises(Refusal, match="still be to come"):
        publishing.publish(event, by="o", now=NOW + HOUR, note=Bilingual(), at=NOW + HOUR)


def test_the_clock_of_the_public_is_the_true_one(app: Flask) -> None:
    event, session = a_programme()
    later = datetime.now(UTC) + 24 * HOUR
    embargoed(event, session, until=later)
    assert read()[0] == 1
