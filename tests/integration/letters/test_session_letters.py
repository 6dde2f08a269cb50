"""What people get when a release changes what they take part in."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from flask import Flask
from icalendar import Calendar
from icalendar import Event as Entry
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda import publishing
from eventapp.agenda.kinds import AppearanceState, Role, SlotState
from eventapp.agenda.models import Release, Session
from eventapp.agenda.withdrawing import withdraw
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.messages.models import Letter
from eventapp.people.kinds import Correspondence
from eventapp.people.models import Person
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import LanguageOrder
from tests.builders import (
    NOW,
    a_person,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
    an_account,
    approve_all,
)

HOUR = timedelta(hours=1)


@pytest.fixture
def summit(app: Flask) -> Event:
    return a_summit(contact="programme@example.org")


def somebody(name: str = "Sam Sample", **fields: object) -> Person:
    given = {"email": f"{name.split(maxsplit=1)[0].lower()}@example.org"}
    return a_person(name, **(given | {"correspondence": Correspondence.EN} | fields))


def a_talk(event: Event, *people: Person, at: str = "09:00") -> Session:
    return a_session(event, at=at, people=people, title=Bilingual("Ouverture", "Opening"))


def letters(kind: LetterKind | None = None) -> list[Letter]:
    """The letters about sessions, the newest last; of one kind, if it is given."""
    query = select(Letter).where(Letter.kind != LetterKind.RELEASE_PUBLISHED).order_by(Letter.id)
    return [*db.session.scalars(query.where(Letter.kind == kind) if kind else query)]


def the_letter(kind: LetterKind) -> Letter:
    [only] = letters(kind)
    return only


def hour_of(letter: Letter) -> int:
    """When the session begins in the calendar part, in the event's zone."""
    starts = entry_of(letter).start
    assert isinstance(starts, datetime)
    return starts.hour


def entry_of(letter: Letter) -> Entry:
    calendar = Calendar.from_ical(letter.calendar)
    assert str(calendar["METHOD"]) == letter.method
    [entry] = calendar.events
    return entry


def test_who_takes_part_is_told_once_and_asked_into_the_calendar(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_release(summit)
    letter = the_letter(LetterKind.SESSION_ADDED)
    assert (letter.to_address, letter.subject) == (
        "sam@example.org",
        "You take part in “Opening”",
    )
    entry = entry_of(letter)
    assert (letter.method, str(entry["UID"]), entry["SEQUENCE"]) == (
        "REQUEST",
        str(session.uid),
        0,
    )
    assert entry["ATTENDEE"] == "mailto:sam@example.org"
    assert entry["ORGANIZER"] == "mailto:programme@example.org"
    assert entry["ORGANIZER"].params["SENT-BY"] == "mailto:events@events.example.org"


def test_nobody_else_is_written_to(summit: Event) -> None:
    a_talk(summit, somebody(email=""), somebody("No Address", email="nonsense"))
    proposed = a_talk(summit, somebody("Proposed Person"), at="11:00")
    proposed.appearances[0].state = AppearanceState.PROPOSED
    a_release(summit)
    assert letters() == []


def test_a_move_is_told_with_what_was_before_under_a_higher_number(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_release(summit)
    session.span = a_span(summit, "14:00")
    a_release(summit, now=NOW + HOUR)
    letter = the_letter(LetterKind.SESSION_CHANGED)
    assert letter.subject == "New time: “Opening”"
    assert "2:00–3:00" in letter.text
    assert "previously: Tuesday, December\u00a03, 2024, 9:00–10:00" in letter.text
    entry = entry_of(letter)
    assert (letter.method, entry["SEQUENCE"]) == ("REQUEST", 1)
    assert hour_of(letter) == 14


def test_what_concerns_nobody_personally_is_not_told(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_release(summit)
    session.abstract = Bilingual("Autre texte.", "Another text.")
    a_release(summit, now=NOW + HOUR)
    assert [letter.kind for letter in letters()] == [LetterKind.SESSION_ADDED]


def test_a_cancelled_session_is_struck_from_the_calendar(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_release(summit)
    session.state = SlotState.CANCELLED
    a_release(summit, now=NOW + HOUR)
    entry = entry_of(the_letter(LetterKind.SESSION_CANCELLED))
    assert (str(entry["STATUS"]), entry["SEQUENCE"]) == ("CANCELLED", 1)


def test_a_session_that_left_the_programme_is_struck_too(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_talk(summit, at="11:00")
    a_release(summit)
    session.state = SlotState.DRAFT
    a_release(summit, now=NOW + HOUR)
    letter = the_letter(LetterKind.SESSION_CANCELLED)
    assert letter.subject == "No longer in the programme: “Opening”"
    assert (str(entry_of(letter)["UID"]), entry_of(letter)["SEQUENCE"]) == (str(session.uid), 1)


def test_who_is_taken_out_hears_it_alone(summit: Event) -> None:
    session = a_talk(summit, somebody(), somebody("Ada Stays"))
    a_release(summit)
    del session.appearances[0]
    a_release(summit, now=NOW + HOUR)
    letter = the_letter(LetterKind.SESSION_LEFT)
    assert (letter.to_address, letter.method) == ("sam@example.org", "CANCEL")
    assert entry_of(letter)["SEQUENCE"] == 1
    assert Counter(each.to_address for each in letters()) == {
        "sam@example.org": 2,
        "ada@example.org": 1,
    }


def test_a_time_that_is_no_longer_settled_is_struck_until_there_is_another(
    summit: Event,
) -> None:
    session = a_talk(summit, somebody())
    a_release(summit)
    session.span = None
    a_release(summit, now=NOW + HOUR)
    letter = the_letter(LetterKind.SESSION_CHANGED)
    assert "When: to be confirmed" in letter.text
    assert (letter.method, hour_of(letter)) == ("CANCEL", 9)


def test_a_new_part_in_the_session_is_told(summit: Event) -> None:
    session = a_talk(summit, somebody(), a_person("Other Person"))
    a_release(summit)
    session.appearances[0].role = Role.MODERATOR
    a_release(summit, now=NOW + HOUR)
    letter = the_letter(LetterKind.SESSION_CHANGED)
    assert letter.subject == "Your part: “Opening”"
    assert "Your part: moderator" in letter.text


def test_nothing_is_told_of_what_is_over(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_release(summit, now=NOW + timedelta(days=60))
    session.room = a_room(summit)
    a_release(summit, now=NOW + timedelta(days=61))
    assert letters() == []


@pytest.mark.parametrize(
    ("order", "subject"),
    [
        (
            LanguageOrder.FR_FIRST,
            "Vous participez à la séance «\u00a0Ouverture\u00a0» / You take part in “Opening”",
        ),
        (
            LanguageOrder.EN_FIRST,
            "You take part in “Opening” / Vous participez à la séance «\u00a0Ouverture\u00a0»",
        ),
    ],
)
def test_both_languages_come_in_the_order_of_the_event(
    app: Flask, order: LanguageOrder, subject: str
) -> None:
    event = a_summit(order=order)
    a_talk(event, somebody(correspondence=Correspondence.BOTH))
    a_release(event)
    assert the_letter(LetterKind.SESSION_ADDED).subject == subject


def test_letters_are_held_where_the_event_holds_them(app: Flask) -> None:
    for slug, holds in (("held", True), ("free", False)):
        event = a_summit(slug, holds_letters=holds)
        a_talk(event, somebody(slug))
        a_release(event)
    assert [letter.state for letter in letters()] == [LetterState.HELD, LetterState.WAITING]


def test_letters_of_a_release_under_embargo_wait_for_its_moment(summit: Event) -> None:
    an_account(summit, EventRole.OWNER)
    a_talk(summit, somebody())
    published(summit, at=NOW + HOUR)
    written = db.session.scalars(select(Letter)).all()
    assert [letter.not_before for letter in written] == [NOW + HOUR] * 2


def test_letters_of_a_withdrawn_release_stay_unsent(summit: Event) -> None:
    an_account(summit, EventRole.OWNER)
    a_talk(summit, somebody())
    release = published(summit, at=NOW + HOUR)
    notice = Bilingual("Trop tôt.", "Too early.")
    with unit_of_work():
        withdraw(release, by="organizer", now=NOW, notice=notice)
    written = db.session.scalars(select(Letter)).all()
    assert [letter.state for letter in written] == [LetterState.DISCARDED] * 2


def test_going_back_to_an_earlier_release_tells_what_that_changes(summit: Event) -> None:
    session = a_talk(summit, somebody())
    a_release(summit)
    session.span = a_span(summit, "14:00")
    moved = a_release(summit, now=NOW + HOUR)
    notice = Bilingual("Une erreur.", "A mistake.")
    with unit_of_work():
        withdraw(moved, by="organizer", now=NOW + 2 * HOUR, notice=notice)
    *_, last = letters(LetterKind.SESSION_CHANGED)
    assert (hour_of(last), entry_of(last)["SEQUENCE"]) == (9, 2)


def published(event: Event, *, at: datetime) -> Release:
    """A release under embargo until that instant."""
    approve_all(event)
    db.session.commit()
    with unit_of_work():
        return publishing.publish(event, by="organizer", now=NOW, note=Bilingual(), at=at)


def test_the_team_hears_of_a_release_each_in_their_language(summit: Event) -> None:
    account = an_account(summit, EventRole.READER)
    an_account(summit, EventRole.OWNER, active=False)
    a_talk(summit)
    a_release(summit)
    [letter] = db.session.scalars(select(Letter)).all()
    assert (letter.account_id, letter.state) == (account.id, LetterState.WAITING)
    assert letter.subject == "Version 1 publiée\u00a0: Sommet exemple"


def test_a_release_that_is_not_committed_writes_to_nobody(summit: Event) -> None:
    a_talk(summit, somebody())
    db.session.commit()
    publishing.publish(summit, by="x", now=NOW, note=Bilingual(), allow_missing=True)
    assert len(letters()) == 1
    db.session.rollback()
    assert letters() == []
