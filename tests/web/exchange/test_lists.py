"""Lists of people in the workspace: sent, looked at, taken whole or not at all, and taken away."""

import csv
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Member
from eventapp.events.models import Event
from eventapp.exchange.reading.sheets.reading import read_lines
from eventapp.history.actions import Action
from eventapp.history.models import Entry
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Needs, Participant
from eventapp.people.kinds import Correspondence, Gender
from eventapp.people.models import Organisation, Person
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
from tests.web.workspace.posting import post

LIST = "/en/manage/summit/participants"
IMPORT = f"{LIST}/import"
NAMES = (
    "Prénom;NOM;Courriel;Organisme;Fonction (FR);Pays;Délégation;Rôle dans la délégation;Catégorie"
)
ROWS = f"""{NAMES}
Zoé;ÉTÉ;zoe@example.org;Institut exemple;ministre;Canada;Canada;cheffe;Category delegate
Ada;O'NEIL;;Institut exemple;conseillère;CANADA;ca;conseiller;delegate
Éva;Exemple;eva@example.org;;;Germany;;;press
"""


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    a_category(event, "delegate", delegation_quota=2)
    a_category(event, "press")
    sign_in(client, an_account(event, EventRole.OWNER))
    return event


def sent(client: FlaskClient, data: str | bytes) -> str:
    """Sends the list; the address of what it would do."""
    file = (BytesIO(data.encode() if isinstance(data, str) else data), "liste.csv")
    answer = post(client, IMPORT, {"file": file}, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def accepted(client: FlaskClient, address: str, **chosen: str) -> TestResponse:
    """Accepts it, with everything as the page proposes unless it is chosen otherwise."""
    names = {name.replace("_", "-"): value for name, value in chosen.items()}
    return post(client, address, names, to=address.partition("?")[0])


def people() -> list[tuple[str, str, str]]:
    db.session.rollback()
    rows = db.session.scalars(select(Participant).join(Participant.person).order_by(Person.id))
    return [(row.person.name, row.category.code, row.function.fr) for row in rows]


def numbers() -> dict[str, int]:
    db.session.rollback()
    kinds = (Person, Participant, Organisation, Member, Entry)
    counted = {kind.__tablename__: select(func.count()).select_from(kind) for kind in kinds}
    return {name: db.session.scalar(query) or 0 for name, query in counted.items()}


def test_a_list_makes_people_organisations_delegations_and_members(
    client: FlaskClient, event: Event
) -> None:
    address = sent(client, ROWS)
    page = client.get(address).text
    assert ("Zoé Été" in page, "as written: Zoé ÉTÉ" in page) == (True, True)
    assert "Added: 3; changed: 0" in follow(client, accepted(client, address))
    assert people() == [
        ("Zoé Été", "delegate", "ministre"),
        ("Ada O'Neil", "delegate", "conseillère"),
        ("Éva Exemple", "press", ""),
    ]
    members = db.session.scalars(select(Member).order_by(Member.position)).all()
    assert [(each.function, each.delegation.party.country) for each in members] == [
        (MemberFunction.HEAD, "CA"),
        (MemberFunction.ADVISER, "CA"),
    ]


def follow(client: FlaskClient, answer: TestResponse) -> str:
    assert answer.status_code == 303, answer.text
    return client.get(answer.location).text


def test_the_same_list_again_changes_nothing(client: FlaskClient, event: Event) -> None:
    accepted(client, sent(client, ROWS))
    before = numbers()
    assert "Added: 0; changed: 0; as they were: 3" in follow(
        client, accepted(client, sent(client, ROWS))
    )
    assert numbers() == before


def test_a_fault_in_one_row_imports_nobody(client: FlaskClient, event: Event) -> None:
    address = sent(client, ROWS + "Noé;Exemple;;;;Atlantide;;;\n")
    page = client.get(address).text
    assert "Row 5, “Pays”</strong> – “Atlantide” is not a known country." in page
    answer = accepted(client, address)
    assert (answer.status_code, people()) == (422, [])


def test_a_full_quota_is_refused_by_row_and_name_and_nothing_is_lost(
    client: FlaskClient, event: Event
) -> None:
    address = sent(client, ROWS + "Noé;Exemple;;;;;Canada;;delegate\n")
    answer = accepted(client, address)
    assert (answer.status_code, people()) == (409, [])
    assert "Row 5, “Delegation”" in answer.text
    assert "Canada, “Category delegate”: the quota of 2 is full." in answer.text


def test_a_name_is_kept_as_written_and_a_namesake_may_be_somebody_else(
    client: FlaskClient, event: Event
) -> None:
    a_person("Zoé Été", code="zoe", email="other@example.org")
    db.session.commit()
    address = sent(client, "Prénom;Nom\nZoé;ÉTÉ\nAda;EXEMPLE\n")
    assert "Zoé Été, who is known" in client.get(address).text
    follow(client, accepted(client, address, who_2="new", as_3="y"))
    assert [name for name, _, _ in people()] == ["Zoé Été", "Ada EXEMPLE"]
    assert numbers()["person"] == 3


def test_somebody_twice_in_a_list_comes_once(client: FlaskClient, event: Event) -> None:
    address = sent(client, "Nom;Courriel\nZoé Été;\nADA EXEMPLE;\nzoe ete;zoe@example.org\n")
    assert "the same as row 2: leave out" in client.get(address).text
    follow(client, accepted(client, address))
    assert [name for name, _, _ in people()] == ["Zoé Été", "Ada Exemple"]


def test_columns_can_be_read_otherwise_than_guessed(client: FlaskClient, event: Event) -> None:
    address = sent(client, "A;B\nZoé;Été\n")
    assert "No column is known to hold names." in client.get(address).text
    chosen = f"{address}&c0=given_name&c1=family_name"
    assert "No column is known" not in client.get(chosen).text
    follow(client, accepted(client, address, c0="given_name", c1="family_name"))
    assert [name for name, _, _ in people()] == ["Zoé Été"]


def whole(event: Event) -> None:
    """Participants with something odd in every field."""
    odd = '="1"+1, ‘a’; "b"'
    person = a_person(
        given_name="+1 514", family_name="-5", email="zoe@example.org", gender=Gender.WOMAN
    )
    person.correspondence = Correspondence.FR
    organisation = an_organisation(odd)
    row = a_participant(
        event,
        person,
        "press",
        state=ParticipantState.WAITING,
        honorific=Bilingual("@a", "\tb".strip()),
        function=Bilingual(odd, "00123"),
        organisation_id=organisation.id,
        country="CD",
        languages=("fr", "iu"),
        printed_name=Bilingual("'a", "1E5"),
        is_listed=True,
    )
    db.session.add(Needs(participant_id=row.id, access="=ramp\n3-4", diet="%"))
    delegation = a_delegation(event, "DE")
    a_member(delegation, "Ada Exemple", MemberFunction.HEAD)
    db.session.commit()


def exported(client: FlaskClient, kind: str) -> list[tuple[str, ...]]:
    answer = client.get(f"{LIST}.{kind}")
    assert "attachment" in answer.headers["Content-Disposition"]
    return [line.cells for line in read_lines(answer.data)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_taken_away_comes_back_as_it_was(
    client: FlaskClient, event: Event, kind: str
) -> None:
    whole(event)
    file, before = client.get(f"{LIST}.{kind}").data, exported(client, kind)
    assert "as they were: 2" in follow(client, accepted(client, sent(client, file)))
    other = a_summit("other")
    a_category(other, "delegate")
    a_category(other, "press")
    db.session.commit()
    at = "/en/manage/other/participants"
    body = {"file": (BytesIO(file), "liste")}
    sign_in(client, an_account(is_administrator=True))
    answer = post(client, f"{at}/import", body, content_type="multipart/form-data")
    follow(client, post(client, answer.location, {}, to=answer.location.partition("?")[0]))
    there = [line.cells[1:] for line in read_lines(client.get(f"{at}.{kind}").data)]
    assert there == [cells[1:] for cells in before]


def test_an_export_is_noted_and_holds_needs_only_for_who_may_see_them(
    client: FlaskClient, event: Event
) -> None:
    whole(event)
    assert "=ramp\n3-4" in {cell for row in exported(client, "xlsx") for cell in row}
    db.session.rollback()
    noted = db.session.scalars(select(Entry).where(Entry.action == Action.EXPORT)).one()
    assert (noted.after, noted.name.en) == (
        {"count": 2},
        "List of participants with their needs",
    )


def test_no_cell_of_a_csv_begins_a_formula(client: FlaskClient, event: Event) -> None:
    whole(event)
    text = client.get(f"{LIST}.csv").get_data(as_text=True).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "%"))] == []


def test_an_import_is_undone_as_one_step(client: FlaskClient, event: Event) -> None:
    before = numbers()
    follow(client, accepted(client, sent(client, ROWS)))
    post(client, LIST, {}, to="/en/manage/summit/undo")
    after = numbers()
    assert {**after, "history_entry": 0} == {**before, "history_entry": 0}


def test_a_list_is_accepted_once(client: FlaskClient, event: Event) -> None:
    address = sent(client, ROWS)
    accepted(client, address)
    again = post(client, LIST, {}, to=address.partition("?")[0])
    assert (again.location, numbers()["participant"]) == (IMPORT, 3)


@pytest.mark.parametrize("value", ["", "\0", "9" * 5_000, "²", "<b>", "skip"])
def test_nonsense_in_what_is_chosen_is_never_our_error(
    client: FlaskClient, event: Event, value: str
) -> None:
    address = sent(client, ROWS)
    names = ("c0", "row", "category", "state", "who-2", "who-9999999", "as-2", "file")
    asked = dict.fromkeys(names, value)
    assert client.get(address.partition("?")[0], query_string=asked).status_code == 200
    answer = post(client, LIST, asked, to=address.partition("?")[0])
    assert answer.status_code in (303, 422)


def test_another_events_list_is_not_there(client: FlaskClient, event: Event) -> None:
    a_category(a_summit("other"), "delegate")
    db.session.commit()
    address = sent(client, ROWS)
    sign_in(client, an_account(is_administrator=True))
    foreign = address.replace("summit", "other")
    assert client.get(foreign).location == "/en/manage/other/participants/import"


def test_markup_in_a_list_is_text(client: FlaskClient, event: Event) -> None:
    address = sent(client, 'Nom;<script>;Fonction\n"<img src=x onerror=alert(1)>";<b>;{{7*7}}\n')
    page = client.get(f"{address}&file=<script>").text
    assert ("<img src=x" in page, "<script>" in page, "{{7*7}}" in page) == (False, False, True)


def test_a_large_list_is_taken_whole(client: FlaskClient, event: Event) -> None:
    rows = "\n".join(f"Prénom{n};Nom{n};p{n}@example.org" for n in range(300))
    address = sent(client, f"Prénom;Nom;Courriel\n{rows}\n")
    assert "New people: 300" in client.get(address).text
    assert "Added: 300" in follow(client, accepted(client, address))
