"""The booklet of a delegation: its own matters, and nothing of anybody else's."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import Role, SlotState, Visibility
from eventapp.agenda.models import Appearance, SlotDelegation
from eventapp.agenda.slots import revise
from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.pseudonyms import NOBODY
from tests.builders import (
    NOW,
    a_delegation,
    a_member,
    a_person,
    a_room,
    a_span,
    a_summit,
    an_account,
    sign_in,
)
from tests.integration.documents.structure import reader_of, texts

BOOKLET = "/fr/manage/summit/papers/booklet.pdf"
CANARY = "CANARY"


def a_meeting(one: Delegation, other: Delegation, at: str, topic: str) -> None:
    """A confirmed meeting of the heads of both."""
    event = one.event
    meeting = Bilateral(
        event=event,
        code=f"B{at[:2]}",
        requested_by=one,
        requested_of=other,
        standing=BilateralState.CONFIRMED,
        state=SlotState.CONFIRMED,
        visibility=Visibility.DELEGATION,
        span=a_span(event, at, minutes=30),
        room=event.rooms[0],
        topic=topic,
        note=CANARY,
        asked_at=NOW,
    )
    meeting.delegations = [SlotDelegation(delegation=each) for each in (one, other)]
    meeting.appearances = [
        Appearance(person=each.members[0].participant.person, role=Role.MEMBER)
        for each in (one, other)
    ]
    db.session.add(meeting)
    revise(meeting, now=NOW)


@pytest.fixture
def summit(app: Flask) -> Event:
    """Serbia meets Japan, and Japan meets France, which is no business of Serbia's."""
    event = a_summit(emergency_telephone="+381 11 555 0199")
    a_room(event)
    serbia, japan, france = (a_delegation(event, code) for code in ("RS", "JP", "FR"))
    a_member(serbia, "Mira Exemple", MemberFunction.HEAD)
    biography = Bilingual("Une *vie* exemplaire.", "An exemplary *life*.")
    a_member(japan, a_person("Kenji Exemple", biography=biography), MemberFunction.HEAD)
    a_member(japan, a_person(f"{CANARY} Exemple", biography=Bilingual.same(CANARY)))
    a_member(france, f"Zoé {CANARY}", MemberFunction.HEAD)
    japan.note = CANARY
    a_meeting(serbia, japan, "10:00", "Rivières")
    a_meeting(japan, france, "11:00", CANARY)
    return event


@pytest.fixture
def desk(client: FlaskClient, summit: Event) -> FlaskClient:
    sign_in(client, an_account(summit, EventRole.PROTOCOL))
    return client


def pages_of(client: FlaskClient, query: str) -> list[str]:
    answer = client.get(f"{BOOKLET}?delegation=rs&{query}")
    assert answer.status_code == 200, answer.text
    return [" ".join(page.extract_text().split()) for page in reader_of(answer.data).pages]


def test_a_booklet_holds_members_programme_contacts_and_counterparts(desk: FlaskClient) -> None:
    answer = desk.get(f"{BOOKLET}?delegation=rs&languages=fr")
    assert texts(answer.data, "H1") == [
        "Composition de la délégation",
        "Programme de la délégation",
        "Personnes à joindre",
        "Rencontres bilatérales et vis-à-vis",
    ]
    words = " ".join(pages_of(desk, "languages=fr"))
    for told in ("Serbie", "Mira Exemple", "Rivières", "+381 11 555 0199", "Kenji Exemple"):
        assert told in words
    assert "Une vie exemplaire." in words
    assert "An exemplary life." in " ".join(pages_of(desk, "languages=both"))


def test_a_booklet_holds_nothing_of_other_delegations(desk: FlaskClient) -> None:
    for choice in ("fr", "en", "both"):
        assert CANARY not in " ".join(pages_of(desk, f"languages={choice}"))


def test_each_copy_is_numbered_and_marked_as_confidential_on_every_page(desk: FlaskClient) -> None:
    pages = pages_of(desk, "copies=3&languages=en")
    each = len(pages) // 3
    for index, page in enumerate(pages):
        assert f"Printed copy {index // each + 1}/3" in page
        assert "Confidential" in page
        assert f"Page {index % each + 1}/{each}" in page


@pytest.mark.parametrize("copies", ["0", "41", "-1", "²", "x", "1" * 5_000, "1.5"])
def test_nobody_prints_a_booklet_without_end(desk: FlaskClient, copies: str) -> None:
    answer = desk.get(f"{BOOKLET}?delegation=rs&copies={copies}")
    assert answer.status_code == 400
    assert "1 à 40 exemplaires" in answer.text


def test_only_protocol_prints_booklets_and_only_of_its_own_event(
    client: FlaskClient, summit: Event
) -> None:
    a_delegation(a_summit("other"), "CA")
    sign_in(client, an_account(summit, EventRole.REGISTRATION))
    assert client.get(f"{BOOKLET}?delegation=rs").status_code == 403
    sign_in(client, an_account(summit, EventRole.PROTOCOL))
    assert client.get(f"{BOOKLET}?delegation=ca").status_code == 404
    assert client.get(BOOKLET).status_code == 404


def test_who_was_erased_is_no_counterpart(desk: FlaskClient, summit: Event) -> None:
    head = db.session.scalars(select(Person).where(Person.given_name == "Kenji")).one()
    head.given_name, head.family_name, head.biography = "", NOBODY, Bilingual()
    db.session.commit()
    words = " ".join(pages_of(desk, "languages=fr"))
    assert ("Japon" in words, "Kenji" in words, NOBODY in words) == (True, False, False)
