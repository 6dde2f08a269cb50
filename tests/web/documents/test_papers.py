"""What the team gets on paper about people."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import Entry
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.registration.queries import add_policy
from eventapp.values.bilingual import Bilingual
from eventapp.values.pseudonyms import NOBODY
from tests.builders import (
    NOW,
    a_category,
    a_delegation,
    a_member,
    a_participant,
    a_person,
    a_summit,
    an_account,
    sign_in,
)
from tests.integration.documents.structure import reader_of, texts
from tests.web.editing.sheets import HEADERS

PAPERS = "/fr/manage/summit/papers"


@pytest.fixture
def summit(app: Flask) -> Event:
    """Serbia's delegation of two, and an expert of no delegation, who may be named."""
    event = a_summit()
    delegation = a_delegation(event, "RS")
    a_member(delegation, "Ana Exemple")
    a_member(delegation, "Mira Exemple", MemberFunction.HEAD)
    experts = a_category(event, "expert", name=Bilingual("Expertes et experts", "Experts"))
    a_participant(event, "Zoé Exemple", experts, is_listed=True)
    a_participant(event, "Not There", experts, state=ParticipantState.WITHDRAWN)
    return event


@pytest.fixture
def desk(client: FlaskClient, summit: Event) -> FlaskClient:
    sign_in(client, an_account(summit, EventRole.PROTOCOL))
    return client


def words_of(answer: TestResponse) -> str:
    assert answer.status_code == 200, answer.text
    return " ".join(" ".join(p.extract_text() for p in reader_of(answer.data).pages).split())


def marks_on(page: TestResponse) -> list[str]:
    return re.findall(r'name="printed" value="([^"]+)"', page.text)


def mark(client: FlaskClient, page: TestResponse, marks: list[str]) -> TestResponse:
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert token is not None
    sent = {"csrf_token": token[1], "printed": marks}
    return client.post(f"{PAPERS}/badges", data=sent, headers=HEADERS)


def test_the_list_names_each_party_its_head_first_then_everybody_else(desk: FlaskClient) -> None:
    answer = desk.get(f"{PAPERS}/participants.pdf")
    first, last = texts(answer.data, "H1")
    assert first.startswith("Délégations / Delegations")
    assert "Ordre alphabétique français" in first  # its footnote
    assert "French alphabetical order" in first
    assert last == "Autres participantes et participants / Other participants"
    assert texts(answer.data, "H2") == ["Serbie / Serbia", "Expertes et experts / Experts"]
    names = re.findall("(?:Mira|Ana|Zoé|There) ?(?:Exemple)?", words_of(answer))
    assert [name.split()[0] for name in names] == ["Mira", "Ana", "Zoé"]


def test_the_public_list_names_those_alone_who_agreed(desk: FlaskClient) -> None:
    answer = desk.get(f"{PAPERS}/participants.pdf?names=public&languages=en")
    assert re.findall(r"\w+ Exemple", words_of(answer)) == ["Zoé Exemple"]
    assert texts(answer.data, "H2") == ["Experts"]


def test_who_agreed_to_an_older_policy_is_not_on_the_public_list(
    desk: FlaskClient, summit: Event
) -> None:
    add_policy(summit, Bilingual("Nouvelle politique.", "New policy."), now=NOW)
    db.session.commit()
    assert "Zoé" not in words_of(desk.get(f"{PAPERS}/participants.pdf?names=public"))
    assert "Zoé" in words_of(desk.get(f"{PAPERS}/participants.pdf"))


def test_a_list_is_final_only_once_its_order_is(desk: FlaskClient) -> None:
    refused = desk.get(f"{PAPERS}/participants.pdf?version=final")
    assert refused.status_code == 400
    assert "n’est pas définitif" in refused.text
    assert "Version provisoire" in words_of(desk.get(f"{PAPERS}/participants.pdf"))


def test_only_badges_that_are_new_or_have_changed_are_printed(
    desk: FlaskClient, summit: Event
) -> None:
    page = desk.get(f"{PAPERS}/badges")
    marks = marks_on(page)
    assert len(marks) == 3
    mark(desk, page, marks[:2])  # the third jammed
    assert marks_on(desk.get(f"{PAPERS}/badges")) == marks[2:]

    person = db.session.scalars(select(Person).where(Person.given_name == "Mira")).one()
    person.family_name = "Autre"
    db.session.commit()
    again = marks_on(desk.get(f"{PAPERS}/badges"))
    assert len(again) == 2
    assert marks[0].partition(":")[0] in {each.partition(":")[0] for each in again}


def test_an_event_by_another_name_has_other_badges(desk: FlaskClient, summit: Event) -> None:
    page = desk.get(f"{PAPERS}/badges")
    mark(desk, page, marks_on(page))
    summit.title = Bilingual("Autre sommet", "Other Summit")
    db.session.commit()
    assert len(marks_on(desk.get(f"{PAPERS}/badges"))) == 3


def test_a_badge_that_changed_after_it_was_listed_stays_to_be_printed(desk: FlaskClient) -> None:
    page = desk.get(f"{PAPERS}/badges")
    person = db.session.scalars(select(Person).where(Person.given_name == "Mira")).one()
    person.family_name = "Autre"
    db.session.commit()
    download = re.search(r'name="series" value="(\w+)"', page.text)
    assert download is not None
    assert desk.get(f"{PAPERS}/badges.pdf?series={download[1]}").status_code == 409
    mark(desk, page, marks_on(page))
    assert len(marks_on(desk.get(f"{PAPERS}/badges"))) == 1


def test_one_badge_can_be_printed_again_at_any_time(desk: FlaskClient) -> None:
    page = desk.get(f"{PAPERS}/badges")
    mark(desk, page, marks_on(page))
    code = marks_on(page)[0].partition(":")[0]
    again = desk.get(f"{PAPERS}/badges.pdf?person={code}&size=86x54")
    assert "Mira" in words_of(again)
    assert "Zoé" not in words_of(again)


def test_marks_of_another_event_and_nonsense_count_for_nothing(
    desk: FlaskClient, summit: Event
) -> None:
    other = a_participant(a_summit("other"), "Elsewhere Exemple")
    db.session.commit()
    code, digest = other.code, "0" * 64
    page = desk.get(f"{PAPERS}/badges")
    answer = mark(desk, page, [f"{code}:{digest}", "nonsense", "x:" + "g" * 64, ":"])
    assert answer.status_code == 303
    query = select(Participant.badge).where(Participant.code == code)
    assert db.session.scalars(query).one() == ""


def test_the_code_on_a_badge_leads_the_team_alone_to_its_bearer(
    client: FlaskClient, summit: Event
) -> None:
    code = db.session.scalars(select(Participant.code)).first()
    address = f"/fr/manage/summit/badges/{code}"
    db.session.commit()
    assert "/sign-in?" in client.get(address).location
    sign_in(client, an_account(summit, EventRole.READER))
    assert client.get(address).status_code == 403
    sign_in(client, an_account(summit, EventRole.REGISTRATION))
    assert client.get(address).location.endswith(f"/participants/{code}")
    assert client.get("/fr/manage/summit/badges/00000000").status_code == 404


def test_every_paper_with_names_is_noted(desk: FlaskClient, summit: Event) -> None:
    for paper in ("participants.pdf", "badges.pdf", "plates.pdf?of=people", "plates.pdf"):
        assert desk.get(f"{PAPERS}/{paper}").status_code == 200
    entries = db.session.scalars(select(Entry).where(Entry.action == Action.EXPORT))
    assert [(entry.name.en, entry.after) for entry in entries] == [
        ("List of participants", {"count": 3}),
        ("Badges", {"count": 3}),
        ("Name plates", {"count": 3}),
    ]


@pytest.mark.parametrize("wish", ["paper=a3", "languages=de", "of=x", "size=x", "which=x"])
def test_what_is_not_on_offer_is_refused(desk: FlaskClient, wish: str) -> None:
    paper = "badges.pdf" if wish[0] in "sw" else "plates.pdf"
    answer = desk.get(f"{PAPERS}/{paper}?{wish}")
    assert answer.status_code == 400
    assert "n’est pas offert ici" in answer.text


def test_plates_of_a_delegation_are_those_of_its_people(desk: FlaskClient) -> None:
    words = words_of(desk.get(f"{PAPERS}/plates.pdf?of=people&only=rs"))
    assert "Mira" in words
    assert "Zoé" not in words


def test_within_a_function_the_higher_class_of_precedence_comes_first(
    desk: FlaskClient, summit: Event
) -> None:
    delegation = db.session.scalars(select(Delegation)).one()
    a_member(delegation, a_person("Ulla Exemple"))
    a_member(delegation, a_person("Lowe Exemple", rank=4))
    a_member(delegation, a_person("Tara Exemple", rank=1))
    db.session.commit()
    words = words_of(desk.get(f"{PAPERS}/participants.pdf"))
    names = ("Mira", "Tara", "Lowe", "Ana", "Ulla")
    assert sorted(names, key=words.index) == list(names)


def test_who_was_erased_stands_on_no_paper(desk: FlaskClient) -> None:
    person = db.session.scalars(select(Person).where(Person.given_name == "Mira")).one()
    person.given_name, person.family_name = "", NOBODY
    db.session.commit()
    assert NOBODY not in words_of(desk.get(f"{PAPERS}/participants.pdf"))
    assert len(marks_on(desk.get(f"{PAPERS}/badges"))) == 2
