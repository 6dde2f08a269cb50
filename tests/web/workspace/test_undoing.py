"""Undoing from any page: one's own last steps, while one may still do them."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.models import Account, Membership
from eventapp.accounts.rights import EventRole, Right
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.plumbing.database import apart, db
from tests.builders import NOW, a_session, a_span, a_summit, an_account, sign_in
from tests.web.workspace.posting import post, token_on

PAGE, UNDO, REDO = "/en/manage/summit/", "/en/manage/summit/undo", "/en/manage/summit/redo"


def a_move(client: FlaskClient) -> tuple[Event, Session, Account]:
    """A session that the reader, signed in, has just moved from 9:00 to 14:00."""
    event = a_summit()
    session = a_session(event, "OPEN")
    account = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    by = Actor(account.id, account.name, Right.PROGRAMME)
    with editing(event.id, by=by, now=NOW, action=Action.MOVE, name=session.title):
        session.span = a_span(event, "14:00")
    sign_in(client, account)
    return event, session, account


def start_of(session: Session) -> str:
    db.session.rollback()  # what was read before is not what is now
    assert session.span
    return f"{session.span.start:%H:%M}"


def test_a_move_is_undone_and_redone_from_a_page(client: FlaskClient) -> None:
    _, session, _ = a_move(client)
    page = post(client, PAGE, {"next": PAGE}, to=UNDO, follow_redirects=True)
    assert (start_of(session), "Undone: Moved – Session OPEN" in page.text) == ("09:00", True)
    page = post(client, PAGE, {"next": PAGE}, to=REDO, follow_redirects=True)
    assert (start_of(session), "Redone: Moved – Session OPEN" in page.text) == ("14:00", True)


def test_a_step_that_another_window_undid_is_not_undone_twice(client: FlaskClient) -> None:
    _, session, _ = a_move(client)
    token = token_on(client, PAGE)
    sent = {"csrf_token": token, "step": "1000000"}
    headers = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty"}
    answer = client.post(UNDO, data=sent, headers=headers)
    assert (answer.status_code, start_of(session)) == (409, "14:00")
    assert answer.text == "There is nothing left to undo or redo here: another window did it."


def test_who_may_no_longer_edit_may_no_longer_undo(client: FlaskClient) -> None:
    _, session, _ = a_move(client)
    role = db.session.scalars(select(Membership)).one()
    role.role = EventRole.READER
    db.session.commit()
    assert post(client, PAGE, {}, to=UNDO).status_code == 403
    assert start_of(session) == "14:00"


def test_nobody_undoes_what_another_did(client: FlaskClient) -> None:
    event, session, _ = a_move(client)
    other = an_account(event, EventRole.OWNER)
    db.session.commit()
    sign_in(client, other)
    assert "Moved" not in client.get(PAGE).text
    post(client, PAGE, {}, to=UNDO)
    assert start_of(session) == "14:00"


def test_undoing_leads_to_this_site_alone(client: FlaskClient) -> None:
    a_move(client)
    answer = post(client, PAGE, {"next": "//evil.example/"}, to=UNDO)
    assert answer.location == PAGE


def test_what_somebody_is_changing_at_this_moment_is_waited_for(client: FlaskClient) -> None:
    _, session, _ = a_move(client)
    sent = {"csrf_token": token_on(client, PAGE), "next": PAGE}
    number = session.id
    db.session.rollback()
    with ThreadPoolExecutor(1) as pool:
        with apart() as other:
            changing = other.get_one(Session, number)
            changing.span = a_span(changing.event, "16:00")
            other.flush()
            headers = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "empty"}
            waiting = pool.submit(client.post, UNDO, data=sent, headers=headers)
            sleep(0.5)
            assert not waiting.done()
        answer = waiting.result()
    assert answer.status_code == 409
    assert "was changed since by" in answer.text
