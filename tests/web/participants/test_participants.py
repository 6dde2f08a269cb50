"""Participants in the workspace: who is listed to whom, and what each event keeps of a person."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event
from eventapp.history.models import Entry
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Needs, Participant
from eventapp.people.kinds import Gender
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    a_category,
    a_delegation,
    a_member,
    a_participant,
    a_person,
    a_summit,
    an_account,
    an_organisation,
    sign_in,
)
from tests.web.editing.sheets import fill_in, send, sheet_of
from tests.web.workspace.posting import post

LIST = "/en/manage/summit/participants"
CATEGORIES = "/en/manage/summit/categories"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    sign_in(client, an_account(event, EventRole.REGISTRATION))
    return event


def one(code: str) -> Participant:
    db.session.rollback()
    return db.session.scalars(select(Participant).where(Participant.code == code)).one()


def test_the_usual_categories_come_at_once_in_both_languages(
    client: FlaskClient, event: Event
) -> None:
    assert post(client, CATEGORIES, {}, to=f"{CATEGORIES}/usual").status_code == 303
    db.session.rollback()
    rows = db.session.scalars(select(Category).order_by(Category.position))
    assert [(row.code, bool(row.name.fr and row.name.en)) for row in rows] == [
        (code, True)
        for code in ("delegate", "expert", "speaker", "observer", "press", "staff", "guest")
    ]


def test_a_category_that_somebody_comes_as_stays(client: FlaskClient, event: Event) -> None:
    a_participant(event, "Zoé Été", "press")
    db.session.commit()
    answer = post(client, f"{CATEGORIES}/press/remove", {})
    assert (answer.status_code, "Zoé Été still comes as" in answer.text) == (409, True)


def test_the_list_is_alphabetical_and_sifted_without_accents(
    client: FlaskClient, event: Event
) -> None:
    for name, category in (("Zoé Été", "press"), ("Ada Étoile", "guest"), ("Éva Eta", "press")):
        a_participant(event, name, category)
    db.session.commit()

    def found(query: str) -> list[str]:
        page = client.get(f"{LIST}?{query}").text
        order = {
            page.index(name): name for name in ("Zoé Été", "Ada Étoile", "Éva Eta") if name in page
        }
        return [order[place] for place in sorted(order)]

    assert found("") == ["Éva Eta", "Zoé Été", "Ada Étoile"]
    assert found("q=ete") == ["Zoé Été"]
    assert found("category=guest") == ["Ada Étoile"]
    assert found("state=waiting") == []
    assert client.get(f"{LIST}?state=nonsense&page=99").status_code == 200


def test_somebody_known_joins_once_with_what_they_are_today(
    client: FlaskClient, event: Event
) -> None:
    a_category(event, "guest")
    a_person("Zoé Été", code="zoe", organisation=an_organisation("Institut", country="CA"))
    db.session.commit()
    assert "Add Zoé Été" in client.get(f"{LIST}/new?q=ete").text
    joining = {"person": "zoe", "category": "guest"}
    assert post(client, f"{LIST}/new?q=ete", joining, to=f"{LIST}/join").status_code == 303
    post(client, f"{LIST}/new?q=ete", joining, to=f"{LIST}/join")
    db.session.rollback()
    row = db.session.scalars(select(Participant)).one()
    assert (row.function, row.country) == (Bilingual("directrice", "Director"), "CA")


def test_somebody_new_who_may_be_known_is_asked_about_first(
    client: FlaskClient, event: Event
) -> None:
    a_category(event, "guest")
    a_person("Zoé Été", code="zoe")
    db.session.commit()
    typed = {"given_name": "zoe", "family_name": "ETE", "category": "guest"}
    asked = fill_in(client, f"{LIST}/new", **typed)
    assert (asked.status_code, "Add Zoé Été" in asked.text) == (422, True)
    again = send(client, f"{LIST}/new", {**sheet_of(asked), "is_another": "y"})
    assert (again.status_code, db.session.query(Person).count()) == (303, 2)


def test_the_snapshot_stays_when_the_person_moves_on_until_it_is_taken_over(
    client: FlaskClient, event: Event
) -> None:
    row = a_participant(event, a_person("Zoé Été", code="zoe"))
    page = f"{LIST}/{row.code}"
    db.session.commit()
    row.person.function = Bilingual("ministre", "Minister")
    db.session.commit()
    assert one(row.code).function.en == "Director"
    assert "says something else today" in client.get(page).text
    assert post(client, page, {}, to=f"{page}/take-over").status_code == 303
    assert one(row.code).function.en == "Minister"


def test_a_participant_is_removed_undone_and_joins_again_as_the_same(
    client: FlaskClient, event: Event
) -> None:
    row = a_participant(event, a_person("Zoé Été", code="zoe"), "guest")
    code = row.code
    db.session.commit()
    assert post(client, f"{LIST}/{code}/remove", {}).status_code == 303
    assert client.get(f"{LIST}/{code}").status_code == 404
    post(client, LIST, {}, to="/en/manage/summit/undo")
    assert client.get(f"{LIST}/{code}").status_code == 200
    post(client, f"{LIST}/{code}/remove", {})
    joining = {"person": "zoe", "category": "guest"}
    post(client, f"{LIST}/new?q=ete", joining, to=f"{LIST}/join")
    assert one(code).state is ParticipantState.CONFIRMED


def test_undoing_brings_nobody_back_to_a_place_that_another_of_their_delegation_has(
    client: FlaskClient, event: Event
) -> None:
    delegate = a_category(event, delegation_quota=1)
    zoe = a_member(a_delegation(event), "Zoé Été", category=delegate)
    code, page = zoe.participant.code, f"{LIST}/{zoe.participant.code}"
    db.session.commit()
    assert fill_in(client, page, state="withdrawn").status_code == 303
    a_member(zoe.delegation, "Ada Exemple")
    db.session.commit()
    post(client, LIST, {}, to="/en/manage/summit/undo")
    assert "Serbia, “Category delegate”: the quota of 1 is full." in client.get(LIST).text
    assert one(code).state is ParticipantState.WITHDRAWN


def test_needs_are_for_those_who_may_and_never_in_the_log(
    client: FlaskClient, event: Event
) -> None:
    row = a_participant(event, "Zoé Été")
    page = f"{LIST}/{row.code}"
    db.session.commit()
    version = sheet_of(client.get(page))["version"]
    declared = {"access": "ramp-7f3a", "diet": "nuts-7f3a", "gender": "woman", "version": version}
    assert post(client, page, declared, to=f"{page}/needs").status_code == 303
    needs = db.session.scalars(select(Needs)).one()
    gender = one(row.code).person.gender
    assert (needs.access, needs.diet, gender) == ("ramp-7f3a", "nuts-7f3a", Gender.WOMAN)
    assert "ramp-7f3a" in client.get(page).text
    assert "7f3a" not in client.get(LIST).text
    kept = [f"{entry.before}{entry.after}" for entry in db.session.scalars(select(Entry))]
    assert "7f3a" not in "".join(kept)
    db.session.rollback()
    sign_in(client, an_account(event, EventRole.OWNER))
    assert "woman" not in client.get("/en/manage/summit/log").text


def test_somebody_with_neither_right_sees_no_participant(client: FlaskClient) -> None:
    event = a_summit()
    row = a_participant(event, "Zoé Été")
    sign_in(client, an_account(event, EventRole.PROGRAMME))
    pages = (LIST, f"{LIST}/{row.code}", CATEGORIES)
    assert [client.get(page).status_code for page in pages] == [403, 403, 403]


def test_fields_that_a_form_does_not_name_change_nothing(client: FlaskClient, event: Event) -> None:
    row, other = a_participant(event, "Zoé Été"), a_summit("other")
    db.session.commit()
    typed = {"event_id": str(other.id), "code": "stolen", "consented_at": "2001-01-01"}
    assert fill_in(client, f"{LIST}/{row.code}", **typed).status_code == 303
    assert (one(row.code).event_id, one(row.code).consented_at) == (event.id, None)


def test_another_events_participant_is_not_there(client: FlaskClient, event: Event) -> None:
    theirs = a_participant(a_summit("other"), "Zoé Été", "theirs")
    mine = a_participant(event, "Ada Exemple")
    db.session.commit()
    assert client.get(f"{LIST}/{theirs.code}").status_code == 404
    answer = fill_in(client, f"{LIST}/{mine.code}", category="theirs")
    assert (answer.status_code, one(mine.code).category.code) == (422, "delegate")
