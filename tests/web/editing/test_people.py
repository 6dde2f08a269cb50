"""People and organisations in the browser."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Appearance
from eventapp.events.models import Event
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from eventapp.translation.approving import TextUnit, approve, states_of
from eventapp.translation.states import TextState
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import NOW, a_person, a_session, a_summit, an_account, an_organisation, sign_in
from tests.web.editing.sheets import fill_in
from tests.web.workspace.posting import post

PEOPLE = "/en/manage/summit/people"
ZOE = f"{PEOPLE}/zoe"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    zoe = a_person("Zoé Été", code="zoe", email="zoe@example.org", function=Bilingual())
    a_person("Ada Exemple", code="ada")
    a_session(event, "OPEN", people=(zoe,))
    sign_in(client, an_account(event, EventRole.PROTOCOL))
    return event


def person(code: str = "zoe") -> Person:
    db.session.rollback()
    return db.session.scalars(select(Person).where(Person.code == code)).one()


def names(page: str) -> list[str]:
    return [part.partition("<")[0] for part in page.split('found-name">')[1:]]


def test_people_are_found_while_typing_without_accents(client: FlaskClient, event: Event) -> None:
    assert names(client.get(f"{PEOPLE}/search?q=ete").text) == ["Zoé Été"]
    assert names(client.get(f"{PEOPLE}/search?q=ETE+zo").text) == ["Zoé Été"]
    assert names(client.get(f"{PEOPLE}/search?q=").text) == []


def test_the_list_is_the_events_unless_everybody_is_asked_for(
    client: FlaskClient, event: Event
) -> None:
    here, all_ = client.get(PEOPLE).text, client.get(f"{PEOPLE}?who=all").text
    assert ("Ada Exemple" in here, "Ada Exemple" in all_) == (False, True)


def test_a_reader_knows_the_events_people_and_not_what_is_for_the_team(client: FlaskClient) -> None:
    event = a_summit()
    zoe = a_person("Zoé Été", code="zoe", email="zoe@example.org")
    a_person("Ada Exemple", code="ada")
    a_session(event, "OPEN", people=(zoe,))
    sign_in(client, an_account(event, EventRole.READER))
    page = client.get(ZOE).text
    assert ("Zoé" in page, "zoe@example.org" in page) == (True, False)
    assert client.get(f"{PEOPLE}/ada").status_code == 404
    assert client.get(f"{PEOPLE}/search?q=ada").status_code == 403
    assert "Ada" not in client.get(f"{PEOPLE}?who=all").text


def test_a_person_is_added_and_found_at_once(client: FlaskClient, event: Event) -> None:
    organisation = an_organisation("Institut boréal")
    db.session.commit()
    answer = fill_in(
        client,
        f"{PEOPLE}/new",
        given_name="Maëlle",
        family_name="Öst-Duval",
        function__fr="vice-rectrice",
        function__en="Vice-Rector",
        organisation=str(organisation.uid),
        country="CA",
        region="CA-QC",
        email="maelle@example.org",
        gender="woman",
    )
    assert answer.status_code == 303
    for words in ("ost duval", "maelle", "boreal", "vice-rectrice", "maelle@"):
        assert names(client.get(f"{PEOPLE}/search?q={words}").text) == ["Maëlle Öst-Duval"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"given_name": "", "family_name": ""}, "A name is needed."),
        ({"email": "not an address"}, "This is not an e-mail address."),
        ({"country": "FR", "region": "CA-QC"}, "Only for Canada."),
        ({"country": "XX"}, "Choose one of these."),
        ({"given_name": "x" * 201}, "200 characters at most: this has 201."),
        ({"function__fr": "x" * 301}, "300 characters at most: this has 301."),
    ],
)
def test_what_is_wrong_is_said(
    client: FlaskClient, event: Event, typed: dict[str, str], words: str
) -> None:
    answer = fill_in(client, ZOE, **typed)
    assert (answer.status_code, words in answer.text) == (422, True)


def test_somebody_who_appears_anywhere_is_not_removed(client: FlaskClient, event: Event) -> None:
    answer = post(client, f"{ZOE}/remove", {})
    assert (answer.status_code, "“Session OPEN”" in answer.text) == (409, True)
    assert post(client, f"{PEOPLE}/ada/remove", {}).status_code == 303
    assert client.get(f"{PEOPLE}/ada").status_code == 404


def test_possible_duplicates_are_offered(client: FlaskClient, event: Event) -> None:
    a_person("Été Zoé", code="swapped")
    a_person("Zoe Etee", code="letter")
    db.session.commit()
    page = client.get(ZOE).text
    assert page.count("Compare and merge") == 2
    assert ("same names in another order" in page, "differ by a letter" in page) == (True, True)
    assert client.get(f"{PEOPLE}/duplicates").text.count("Compare and merge") == 2


def test_two_people_become_one_with_all_that_was_theirs(client: FlaskClient, event: Event) -> None:
    other = a_person("Zoe Ete", code="other", country="CA")
    zoe = person()
    a_session(event, "BOTH", people=(zoe, other))
    a_session(event, "OTHERS", people=(other,))
    unit = TextUnit(other.uid, "function", other.function)
    approve([unit], Language, by="translator", now=NOW)
    db.session.commit()
    answer = post(client, f"{ZOE}/merge/other", {"keep": "zoe"})
    assert (answer.status_code, answer.location) == (303, ZOE)
    kept = person()
    parts = select(Appearance).where(Appearance.person_id == kept.id)
    codes = sorted(each.slot.code for each in db.session.scalars(parts))
    assert codes == ["BOTH", "OPEN", "OTHERS"]
    assert (kept.country, kept.email) == ("CA", "zoe@example.org")
    states = states_of(kept.uid, {"function": kept.function})
    assert states["function"] == dict.fromkeys(Language, TextState.APPROVED)
    assert client.get(f"{PEOPLE}/other").status_code == 404


def test_a_merge_is_undone_as_one_step(client: FlaskClient, event: Event) -> None:
    other = a_person("Zoe Ete", code="other", country="CA")
    a_session(event, "BOTH", people=(person(), other))
    db.session.commit()
    assert post(client, f"{ZOE}/merge/other", {"keep": "zoe"}).status_code == 303
    undone = post(client, ZOE, {"next": ZOE}, to="/en/manage/summit/undo")
    assert undone.status_code == 303
    assert (person().country, person("other").country) == ("", "CA")
    parts = select(Appearance).where(Appearance.person_id == person("other").id)
    assert [each.slot.code for each in db.session.scalars(parts)] == ["BOTH"]


def test_an_organisation_is_added_changed_and_kept_while_used(
    client: FlaskClient, event: Event
) -> None:
    page = "/en/manage/summit/organisations"
    answer = fill_in(client, f"{page}/new", name__fr="Institut boréal", sector="science")
    assert answer.status_code == 303
    row = db.session.scalars(select(Organisation)).one()
    own = f"{page}/{row.uid}"
    assert fill_in(client, own, name__en="Boreal Institute", country="CA").status_code == 303
    assert "Boreal Institute" in client.get(f"{page}?q=boreal").text
    person().organisation_id = row.id
    db.session.commit()
    answer = post(client, f"{own}/remove", {})
    assert (answer.status_code, "Zoé Été still belongs" in answer.text) == (409, True)
