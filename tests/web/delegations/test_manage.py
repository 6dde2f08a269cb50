"""The team's pages of parties and delegations."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.delegations import access
from eventapp.delegations.kinds import AccessKind, DelegationState, MemberFunction
from eventapp.delegations.models import Delegation, DelegationAccess, Member, Party
from eventapp.events.models import Event
from eventapp.messages.models import Letter
from eventapp.participants.models import Paper
from eventapp.plumbing.database import db, unit_of_work
from tests.builders import (
    a_category,
    a_delegation,
    a_member,
    a_party,
    a_person,
    a_summit,
    an_account,
    sign_in,
)
from tests.web.editing.sheets import HEADERS, fill_in, send, sheet_of
from tests.web.workspace.posting import post

MANAGE = "/en/manage/summit"
SERBIA = f"{MANAGE}/delegations/rs"
TODAY = datetime.now(UTC)


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    a_category(event, delegation_quota=2)
    a_person("Ada Exemple", code="ada")
    sign_in(client, an_account(event, EventRole.PROTOCOL))
    return event


@pytest.fixture
def serbia(event: Event) -> Delegation:
    delegation = a_delegation(event)
    a_member(delegation, "Mira Exemple", MemberFunction.HEAD)
    db.session.commit()
    return delegation


def delegation() -> Delegation:
    db.session.rollback()
    return db.session.scalars(select(Delegation)).one()


def test_many_countries_become_parties_and_send_delegations_at_once(
    client: FlaskClient, event: Event
) -> None:
    assert fill_in(client, f"{MANAGE}/parties/countries", chosen=["CA", "FR"]).status_code == 303
    uids = [str(each.uid) for each in db.session.scalars(select(Party))]
    assert fill_in(client, f"{MANAGE}/delegations/add", chosen=uids).status_code == 303
    nothing = fill_in(client, f"{MANAGE}/parties/countries")
    again = send(client, f"{MANAGE}/parties/countries", {
        **sheet_of(client.get(f"{MANAGE}/parties/countries")), "chosen": ["CA"]
    })  # fmt: skip
    db.session.rollback()
    rows = db.session.scalars(select(Delegation.code).order_by(Delegation.code)).all()
    assert (rows, nothing.status_code, again.status_code) == (["ca", "fr"], 422, 422)


def test_a_party_is_called_as_its_host_writes_it(client: FlaskClient, event: Event) -> None:
    a_party("CI")
    db.session.commit()
    page = f"{MANAGE}/parties/{db.session.scalars(select(Party.uid)).one()}"
    fill_in(client, page, short_name__en="Côte d’Ivoire (host)")
    refused = fill_in(client, f"{MANAGE}/parties/new", kind="other")
    assert "Côte d’Ivoire (host)" in client.get(f"{MANAGE}/parties").text
    assert (refused.status_code, "A country, an organization" in refused.text) == (422, True)


def test_a_known_person_joins_and_a_second_head_does_not(
    client: FlaskClient, serbia: Delegation
) -> None:
    assert "Ada Exemple" in client.get(f"{SERBIA}/join?q=ada").text
    page = f"{SERBIA}/join?person=ada"
    sheet = {**sheet_of(client.get(page)), "member_function": "head"}
    refused = send(client, page, sheet)
    joined = send(client, page, {**sheet, "member_function": "adviser"})
    assert (refused.status_code, joined.status_code) == (422, 303)
    assert "Serbia has a head of delegation already: Mira Exemple." in refused.text
    functions = {each.participant.person.given_name: each.function for each in delegation().members}
    assert functions == {"Mira": MemberFunction.HEAD, "Ada": MemberFunction.ADVISER}


def test_the_head_changes_in_one_step(client: FlaskClient, serbia: Delegation) -> None:
    second = a_member(serbia, "Noa Exemple").participant.code
    db.session.commit()
    post(client, SERBIA, {"member": second, "former": "adviser"}, to=f"{SERBIA}/head")
    functions = {each.participant.person.given_name: each.function for each in delegation().members}
    assert functions == {"Noa": MemberFunction.HEAD, "Mira": MemberFunction.ADVISER}


def test_steps_ask_for_what_is_missing(client: FlaskClient, serbia: Delegation) -> None:
    post(client, SERBIA, {"to": "nominated"}, to=f"{SERBIA}/step")
    refused = post(client, SERBIA, {"to": "credentials_received"}, to=f"{SERBIA}/step")
    letter = {"file": (BytesIO(b"%PDF-1.7\n%%EOF\n"), "l.pdf")}
    post(client, SERBIA, letter, to=f"{SERBIA}/papers")
    taken = post(client, SERBIA, {"to": "credentials_received"}, to=f"{SERBIA}/step")
    skipped = post(client, SERBIA, {"to": "arrived"}, to=f"{SERBIA}/step")
    back = post(client, SERBIA, {"to": "nominated", "way": "back"}, to=f"{SERBIA}/step")
    assert "Serbia: the credentials are needed first, or their date." in refused.text
    statuses = [each.status_code for each in (refused, taken, skipped, back)]
    assert (statuses, delegation().state) == ([409, 303, 409, 303], DelegationState.NOMINATED)


def test_a_letter_is_another_delegation_s_nowhere(client: FlaskClient, serbia: Delegation) -> None:
    a_delegation(serbia.event, "FR")
    db.session.commit()
    letter = {"file": (BytesIO(b"%PDF-1.7\n%%EOF\n"), "l.pdf")}
    post(client, SERBIA, letter, to=f"{SERBIA}/papers")
    uid = db.session.scalars(select(Paper.uid)).one()
    assert client.get(f"{MANAGE}/delegations/fr/papers/{uid}").status_code == 404
    removed = post(client, SERBIA, {}, to=f"{MANAGE}/delegations/fr/papers/{uid}/remove")
    assert (removed.status_code, client.get(f"{SERBIA}/papers/{uid}").status_code) == (404, 200)


def test_quotas_are_typed_and_those_of_other_events_left_alone(
    client: FlaskClient, serbia: Delegation
) -> None:
    a_category(a_summit("other"), "foreign")
    db.session.commit()
    typed = {"quotas__0__most": "0", "telephone": "+381 11 000"}
    refused = fill_in(client, f"{SERBIA}/edit", **typed)
    assert "Serbia, “Category delegate”: the quota of 0 is exceeded (1)." in refused.text
    sheet = sheet_of(client.get(f"{SERBIA}/edit"))
    extra = {"quotas-0-most": "5", "quotas-1-category": "foreign", "quotas-1-most": "9"}
    statuses = [send(client, f"{SERBIA}/edit", {**sheet, **extra}).status_code]
    statuses += [fill_in(client, f"{SERBIA}/edit", quotas__0__most="-1").status_code]
    assert (statuses, [each.most for each in delegation().quotas]) == ([303, 422], [5])


def invited(client: FlaskClient, kind: str = "liaison") -> str:
    """The path of the link in the letter to somebody new."""
    typed = {"kind": kind, "name": "Noa Exemple", "email": "Noa@example.org"}
    assert post(client, SERBIA, typed, to=f"{SERBIA}/access").status_code == 303
    db.session.rollback()
    letter = db.session.scalars(select(Letter).order_by(Letter.id.desc())).first()
    assert letter is not None
    return letter.text.partition("https://events.example.org")[2].split()[0]


def test_an_invitation_opens_an_account_and_one_delegation_once(
    app: Flask, client: FlaskClient, serbia: Delegation
) -> None:
    link = invited(client)
    stranger, second = app.test_client(), app.test_client()
    assert stranger.get(link).status_code == 200
    joined = post(stranger, link, {"name": "Noa", "password": ""}, to=f"{link}/account")
    assert joined.location in {"/en/liaison/summit/rs", "/fr/liaison/summit/rs"}
    assert stranger.get("/en/liaison/summit/rs").status_code == 200
    assert stranger.get(SERBIA).status_code == 404
    again = second.post(f"{link}/account", data={"name": "Mallory"}, headers=HEADERS)
    assert (second.get(link).status_code, again.status_code) == (410, 400)
    db.session.rollback()
    accesses = db.session.scalars(select(DelegationAccess)).all()
    assert [(each.account.email, each.kind) for each in accesses] == [
        ("noa@example.org", AccessKind.LIAISON)
    ]


def test_a_link_that_was_withdrawn_renewed_or_is_too_old_is_gone(
    app: Flask, client: FlaskClient, serbia: Delegation
) -> None:
    stranger = app.test_client()
    first = invited(client)
    second = invited(client)
    assert [stranger.get(each).status_code for each in (first, second)] == [410, 200]
    page = client.get(SERBIA).text
    number = page.partition("/invitations/")[2].partition("/")[0]
    post(client, SERBIA, {}, to=f"{SERBIA}/invitations/{number}/withdraw")
    assert stranger.get(second).status_code == 410
    third = invited(client)
    with unit_of_work():
        (offer,) = access.open_invitations(delegation(), now=TODAY)
        offer.expires_at = TODAY - timedelta(seconds=1)
    assert stranger.get(third).status_code == 410


def test_undoing_takes_no_delegation_away_from_under_its_members(
    client: FlaskClient, event: Event
) -> None:
    party = str(a_party("CA").uid)
    db.session.commit()
    fill_in(client, f"{MANAGE}/delegations/add", chosen=[party])
    a_member(delegation(), "Mira Exemple", MemberFunction.HEAD)
    db.session.commit()
    step = sheet_undo(client, f"{MANAGE}/delegations")
    refused = post(client, f"{MANAGE}/delegations", {"step": step}, to=f"{MANAGE}/undo")
    assert (refused.status_code >= 400, len(delegation().members)) == (True, 1)


def sheet_undo(client: FlaskClient, page: str) -> str:
    """The step that the undo button of the page would undo."""
    return client.get(page).text.partition('name="step" value="')[2].partition('"')[0]


def test_who_may_not_look_after_delegations_sees_none(client: FlaskClient) -> None:
    event = a_summit()
    a_delegation(event)
    sign_in(client, an_account(event, EventRole.REGISTRATION))
    assert client.get(SERBIA).status_code == 403
    assert "Delegations" not in client.get(f"{MANAGE}/").text


def test_what_the_overview_says_of_delegations(client: FlaskClient, serbia: Delegation) -> None:
    a_delegation(serbia.event, "FR", state=DelegationState.NOMINATED)
    db.session.commit()
    page = client.get(f"{MANAGE}/").text
    assert "No head of delegation: 1" in page
    assert ("Delegation invited: 1" in page, "Members nominated: 1" in page) == (True, True)
    assert db.session.scalar(select(Member.function)) is MemberFunction.HEAD
