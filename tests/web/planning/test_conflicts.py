"""The conflicts' pages: found, solved by a move, accepted with a reason, taken back."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_room, a_session, a_span, a_summit, an_account, sign_in
from tests.web.workspace.posting import post, token_on

PAGE = "/en/manage/summit/conflicts"
KEY = re.compile(r"/conflicts/([0-9a-f]{32})")


def a_doubled_room(client: FlaskClient, role: EventRole = EventRole.PROGRAMME) -> Event:
    """Two sessions in one room at once, seen by somebody with that role."""
    event = a_summit()
    room = a_room(event)
    for code in ("A", "B"):
        a_session(event, code, room=room)
    sign_in(client, an_account(event, role))
    db.session.commit()
    return event


def the_conflict(client: FlaskClient) -> str:
    """The address of the only open conflict."""
    keys = set(KEY.findall(client.get(PAGE).text))
    assert len(keys) == 1
    return f"{PAGE}/{keys.pop()}"


def test_both_sides_are_linked_and_the_severity_is_a_word(client: FlaskClient) -> None:
    a_doubled_room(client)
    page = client.get(PAGE).text
    assert "Two sessions are in Room A at once" in page
    assert ">error<" in page
    assert ">Session A</a>" in page
    french = client.get(PAGE.replace("/en/", "/fr/")).text
    assert ">erreur<" in french
    assert "Deux séances ont lieu en même temps" in french


def test_the_list_is_sifted_by_severity_rule_and_day(client: FlaskClient) -> None:
    a_doubled_room(client)

    def shown(query: str) -> bool:
        return "Two sessions are in Room A" in client.get(f"{PAGE}?{query}").text

    assert [shown(each) for each in ("severity=error", "rule=room_twice", "day=2024-12-03")] == [
        True,
        True,
        True,
    ]
    assert [shown(each) for each in ("severity=notice", "rule=person_twice", "day=2024-12-04")] == [
        False,
        False,
        False,
    ]
    assert shown("severity=%00&rule=x&day=31-31&page=99999999999999")


def test_the_nearest_free_place_is_offered_and_taken(client: FlaskClient) -> None:
    event = a_doubled_room(client)
    a_room(event, "B")
    db.session.commit()
    page = the_conflict(client)
    text = client.get(page).text
    assert "Tuesday, December\u00a03, 9:00–10:00\u00a0a.m., Room B" in text
    form = text[text.index("/board/A/move") :].partition("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = post(client, page, fields, to="/en/manage/summit/board/A/move")
    assert answer.status_code == 303
    moved = db.session.query(Session).filter_by(code="A").one()
    assert moved.room is not None
    assert moved.room.code == "b"
    assert "No open conflicts" in client.get(PAGE).text


def test_a_conflict_is_accepted_with_a_reason_and_taken_back(client: FlaskClient) -> None:
    a_doubled_room(client)
    page = the_conflict(client)
    assert post(client, page, {"reason": "A <b>curtain</b>."}).status_code == 303
    listed = client.get(PAGE).text
    assert "A &lt;b&gt;curtain&lt;/b&gt;." in listed
    assert "Alix Exemple" in listed
    taken = re.search(r'action="([^"]*take-back)"', listed)
    assert taken is not None
    assert post(client, PAGE, {}, to=taken[1]).status_code == 303
    assert KEY.search(client.get(PAGE).text)
    assert "curtain" not in client.get(PAGE).text


def test_an_accepted_conflict_that_changed_asks_again_with_its_reason(client: FlaskClient) -> None:
    event = a_doubled_room(client)
    post(client, the_conflict(client), {"reason": "A curtain."})
    moved = db.session.query(Session).filter_by(code="B").one()
    moved.span = a_span(event, "09:30")
    db.session.commit()
    listed = client.get(PAGE).text
    assert "Accepted when it was otherwise" in listed
    assert "Accepted, and no longer so" in listed
    assert listed.count("A curtain.") == 2


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("", "This is needed."),
        ("   \n ", "This is needed."),
        ("\0\0", "This is needed."),
        ("x" * 1001, "1000 characters at most"),
    ],
)
def test_a_reason_is_needed_and_bounded(client: FlaskClient, reason: str, told: str) -> None:
    a_doubled_room(client)
    answer = post(client, the_conflict(client), {"reason": reason})
    assert (answer.status_code, told in answer.text) == (422, True)
    if reason.strip("\0 \n"):
        assert reason in answer.text


def test_a_reason_for_what_is_gone_is_not_lost(client: FlaskClient) -> None:
    a_doubled_room(client)
    page = the_conflict(client)
    db.session.query(Session).filter_by(code="B").one().room = None
    db.session.commit()
    assert client.get(page).status_code == 404
    answer = post(client, "/en/manage/summit/rules", {"reason": "My reason."}, to=page)
    assert answer.status_code == 409
    assert "This conflict is gone" in answer.text
    assert "My reason." in answer.text


def test_readers_see_and_change_nothing(client: FlaskClient) -> None:
    a_doubled_room(client, EventRole.READER)
    page = the_conflict(client)
    text = client.get(page).text
    assert ("Move it there" in text, 'name="reason"' in text) == (False, False)
    headers = {"Origin": "https://events.example.org"}
    assert client.post(page, data={"reason": "x"}, headers=headers).status_code == 403
    taken = f"{PAGE}/accepted/1/take-back"
    assert client.post(taken, data={}, headers=headers).status_code == 403


def test_strangers_learn_nothing(client: FlaskClient) -> None:
    a_doubled_room(client)
    other = a_summit("other", title=Bilingual.same("Other"))
    sign_in(client, an_account(other, EventRole.OWNER))
    db.session.commit()
    assert client.get(PAGE).status_code == 404


def test_an_acceptance_of_another_event_is_not_taken_back(client: FlaskClient) -> None:
    event = a_doubled_room(client)
    post(client, the_conflict(client), {"reason": "Known."})
    number = re.search(r"accepted/(\d+)/take-back", client.get(PAGE).text)
    assert number is not None
    other = a_summit("other")
    account = an_account(other, EventRole.OWNER)
    sign_in(client, account)
    db.session.commit()
    own = "/en/manage/other/rules"
    for each in (number[1], "0", "2147483648", "9" * 30):
        to = f"/en/manage/other/conflicts/accepted/{each}/take-back"
        assert post(client, own, {}, to=to).status_code == 404
    assert event.slug


def test_of_two_people_who_accept_at_once_one_is_told(app: Flask, client: FlaskClient) -> None:
    event = a_doubled_room(client)
    page, together = the_conflict(client), Barrier(2)
    clients = [client, app.test_client()]
    sign_in(clients[1], an_account(event, EventRole.PROGRAMME))
    db.session.commit()
    tokens = [token_on(each, page) for each in clients]

    def accept(number: int) -> int:
        sent = {"csrf_token": tokens[number], "reason": f"Reason {number}."}
        together.wait()
        headers = {"Origin": "https://events.example.org"}
        return clients[number].post(page, data=sent, headers=headers).status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(accept, range(2))) == [303, 409]
    assert len(re.findall(r"Reason \d\.", client.get(PAGE).text)) == 1
