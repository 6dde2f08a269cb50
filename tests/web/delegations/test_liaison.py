"""A delegation in the hands of its own people, and out of those of everybody else's."""

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.models import Account
from eventapp.delegations.kinds import AccessKind, DelegationState, MemberFunction
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db, unit_of_work
from tests.builders import (
    NOW,
    a_category,
    a_delegation,
    a_member,
    a_summit,
    an_access,
    an_account,
    sign_in,
)
from tests.web.editing.sheets import HEADERS, fill_in
from tests.web.workspace.posting import post, token_on

MINE, THEIRS = "/en/liaison/summit/rs", "/en/liaison/summit/fr"
LETTER = b"%PDF-1.7\n%%EOF\n"
HIDDEN = "Hidden-9c1e"


@pytest.fixture
def delegations(app: Flask) -> dict[str, Delegation]:
    event = a_summit()
    a_category(event, delegation_quota=3)
    mine, theirs = a_delegation(event, "RS"), a_delegation(event, "FR")
    a_member(mine, "Ada Exemple", MemberFunction.HEAD)
    a_member(mine, "Mira Exemple")
    a_member(theirs, f"Zoé {HIDDEN}", MemberFunction.HEAD)
    return {"mine": mine, "theirs": theirs}


def reader(
    client: FlaskClient, delegation: Delegation, kind: AccessKind = AccessKind.FOCAL_POINT
) -> Account:
    account = an_account()
    an_access(delegation, account, kind)
    sign_in(client, account)
    return account


def member_code(delegation: Delegation, name: str) -> str:
    db.session.rollback()
    found = [each for each in delegation.members if each.participant.person.given_name == name]
    return found[0].participant.code


def letter(name: str = "lettre.pdf", content: bytes = LETTER) -> dict[str, object]:
    return {"file": (BytesIO(content), name)}


def test_the_workspace_leads_to_the_only_delegation_that_one_looks_after(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"])
    assert client.get("/en/manage/").location == "/en/liaison/"
    page = client.get("/en/liaison/").text
    assert (MINE in page, THEIRS in page) == (True, False)


def test_every_way_to_another_delegation_is_answered_as_if_it_were_not_there(
    app: Flask, client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["theirs"])
    post(client, THEIRS, letter(), to=f"{THEIRS}/papers")
    paper = client.get(THEIRS).text.partition(f"{THEIRS}/papers/")[2].partition('"')[0]
    theirs = member_code(delegations["theirs"], "Zoé")
    client.delete_cookie("session")
    app_client = app.test_client()
    reader(app_client, delegations["mine"])
    token = token_on(app_client, MINE)
    tried = {}
    for rule in app.url_map.iter_rules():
        if "liaison/" not in rule.rule or "code" not in rule.arguments:
            continue
        for code, member in (("fr", theirs), ("zz", "zz"), ("rs", theirs)):
            values = {"language": "en", "event": "summit", "code": code}
            values |= {"member": member} if "member" in rule.arguments else {}
            values |= {"uid": paper} if "uid" in rule.arguments else {}
            built = rule.build(values) if set(values) >= rule.arguments else None
            if built is None or (code == "rs" and not {"member", "uid"} & rule.arguments):
                continue
            for method in {"GET", "POST"} & (rule.methods or set()):
                data = {"csrf_token": token, "member": theirs, "former": "delegate"}
                answer = app_client.open(built[1], method=method, data=data, headers=HEADERS)
                tried[method, built[1]] = answer.status_code, HIDDEN in answer.text
    assert len(tried) > 30
    assert set(tried.values()) == {(404, False)}


def test_ids_of_another_delegation_count_for_nothing_in_any_field(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"])
    theirs = member_code(delegations["theirs"], "Zoé")
    mira = member_code(delegations["mine"], "Mira")
    head = post(client, MINE, {"member": theirs, "former": "delegate"}, to=f"{MINE}/head")
    represented = fill_in(client, f"{MINE}/members/{mira}", stands_in_for=theirs)
    extra = {"delegation": "fr", "delegation_id": "2", "event_id": "2", "state": "accredited"}
    fill_in(client, f"{MINE}/members/{mira}", **extra)
    db.session.rollback()
    assert (head.status_code, represented.status_code) == (404, 422)
    assert [each.state for each in delegations.values()] == [DelegationState.INVITED] * 2
    assert len(delegations["mine"].members) == 2


def test_access_that_is_taken_away_ends_with_the_next_request(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    account = reader(client, delegations["mine"])
    token = token_on(client, MINE)
    with unit_of_work():
        query = select(DelegationAccess).where(DelegationAccess.account_id == account.id)
        db.session.delete(db.session.scalars(query).one())
    assert client.get(MINE).status_code == 404
    data = {"csrf_token": token, "to": "nominated"}
    assert client.post(f"{MINE}/step", data=data, headers=HEADERS).status_code == 404


def test_a_delegation_that_was_removed_is_gone_for_its_people_too(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"])
    with unit_of_work():
        delegations["mine"].removed_at = NOW
    assert client.get(MINE).status_code == 404
    assert MINE not in client.get("/en/liaison/").text


def test_members_join_up_to_the_quota_and_not_beyond(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"], AccessKind.LIAISON)
    typed = {"family_name": "Nouvelle", "member_function": "adviser", "category": "delegate"}
    assert fill_in(client, f"{MINE}/new-member", **typed).status_code == 303
    twice = fill_in(client, f"{MINE}/new-member", **typed)
    assert "Serbia: Nouvelle is a member already." in twice.text
    typed["family_name"] = "Dernière"
    refused = fill_in(client, f"{MINE}/new-member", **typed)
    french = fill_in(client, "/fr/liaison/summit/rs/new-member", **typed)
    assert (refused.status_code, french.status_code) == (422, 422)
    assert "Serbia, “Category delegate”: the quota of 3 is full." in refused.text
    assert (
        "Serbie, «\u00a0Catégorie delegate\u00a0»\u00a0: le quota de 3 est atteint." in french.text
    )
    assert 'value="Dernière"' in refused.text  # nothing that was typed is lost
    db.session.rollback()
    assert len(delegations["mine"].members) == 3


def test_who_is_withdrawn_frees_a_place(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"])
    mira = member_code(delegations["mine"], "Mira")
    assert post(client, f"{MINE}/members/{mira}/withdraw", {}).status_code == 303
    db.session.rollback()
    participant = db.session.scalars(select(Participant).where(Participant.code == mira)).one()
    assert participant.state is ParticipantState.WITHDRAWN
    assert client.get(f"{MINE}/members/{mira}").status_code == 404


def test_a_focal_point_announces_the_members_and_cannot_accredit_them(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"])
    named = post(client, MINE, {"to": "nominated"}, to=f"{MINE}/step")
    post(client, MINE, letter(), to=f"{MINE}/papers")
    accredited = post(client, MINE, {"to": "credentials_received"}, to=f"{MINE}/step")
    assert (named.status_code, accredited.status_code) == (303, 404)


def test_a_letter_is_handed_in_by_the_focal_point_alone_and_saved_as_a_file(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    reader(client, delegations["mine"])
    assert post(client, MINE, letter("lettre é.exe"), to=f"{MINE}/papers").status_code == 303
    wrong = post(client, MINE, letter("l.pdf", b"<svg onload=alert(1)>"), to=f"{MINE}/papers")
    large = send_much(client)
    assert (wrong.status_code, large.status_code) == (422, 422)
    assert "Only PDF, PNG and JPEG files can be taken." in wrong.text
    assert "This file is too large: 8 MB at most." in large.text
    page = client.get(MINE).text
    address = f"{MINE}/papers/" + page.partition(f"{MINE}/papers/")[2].partition('"')[0]
    answer = client.get(address)
    assert (answer.data, answer.mimetype) == (LETTER, "application/pdf")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    client.delete_cookie("session")
    reader(client, delegations["mine"], AccessKind.LIAISON)
    assert post(client, MINE, letter(), to=f"{MINE}/papers").status_code == 404
    assert client.get(address).status_code == 200


def send_much(client: FlaskClient) -> TestResponse:
    """A file beyond the limit, in a body that is within its own."""
    token = token_on(client, MINE).encode()
    part = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    file = part % (b"file", b'; filename="l.pdf"', LETTER + b" " * 9 * 2**20)
    body = part % (b"csrf_token", b"", token) + file + b"--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    return client.post(f"{MINE}/papers", data=body, content_type=kind, headers=HEADERS)


def test_people_are_named_in_the_categories_that_have_a_quota(
    client: FlaskClient, delegations: dict[str, Delegation]
) -> None:
    a_category(delegations["mine"].event, "staff")
    reader(client, delegations["mine"])
    page = f"{MINE}/new-member"
    assert "Category staff" not in client.get(page).text
    typed = {"family_name": "Trois", "member_function": "delegate"}
    assert fill_in(client, page, **typed, category="staff").status_code == 422
    assert fill_in(client, page, **typed, category="delegate").status_code == 303
