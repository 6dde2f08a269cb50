"""The outbox: what organizers see of letters, and what they do to them."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event
from eventapp.history.models import Entry
from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.messages.models import Letter
from eventapp.plumbing.database import db
from tests.builders import a_summit, an_account, sign_in
from tests.letters import a_letter
from tests.web.workspace.posting import post

OUTBOX = "/en/manage/summit/letters"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    """An event whose programme editor is signed in."""
    event = a_summit()
    account = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    sign_in(client, account)
    return event


def states() -> list[LetterState]:
    db.session.rollback()
    return [*db.session.scalars(select(Letter.state).order_by(Letter.id))]


def test_each_tab_shows_its_letters_and_how_many_the_others_have(
    client: FlaskClient, event: Event
) -> None:
    a_letter(event, state=LetterState.HELD, subject="Held one")
    a_letter(event, state=LetterState.SENDING, subject="Leaving one")
    a_letter(event, state=LetterState.FAILED, subject="Failed one", last_error="550 unknown")
    a_letter(a_summit("other"), state=LetterState.HELD, subject="Other event")
    db.session.commit()
    shown = {tab: client.get(f"{OUTBOX}?state={tab}").text for tab in ("held", "waiting", "failed")}
    subjects = ("Held one", "Leaving one", "Failed one", "Other event", "550 unknown")
    assert {tab: [each in page for each in subjects] for tab, page in shown.items()} == {
        "held": [True, False, False, False, False],
        "waiting": [False, True, False, False, False],
        "failed": [False, False, True, False, True],
    }
    assert "Held one" in client.get(OUTBOX).text


@pytest.mark.parametrize(
    ("before", "deed", "after"),
    [
        (LetterState.HELD, "send", LetterState.WAITING),
        (LetterState.HELD, "discard", LetterState.DISCARDED),
        (LetterState.WAITING, "discard", LetterState.DISCARDED),
        (LetterState.FAILED, "retry", LetterState.WAITING),
        (LetterState.DISCARDED, "retry", LetterState.WAITING),
    ],
)
def test_a_chosen_letter_is_handled_and_others_stay(
    client: FlaskClient, event: Event, before: LetterState, deed: str, after: LetterState
) -> None:
    chosen, _other = a_letter(event, state=before, attempts=3), a_letter(event, state=before)
    db.session.commit()
    page = f"{OUTBOX}?state={before}"
    answer = post(client, page, {"letter": chosen.id, "deed": deed, "state": before}, to=OUTBOX)
    assert (answer.status_code, states()) == (302, [after, before])
    assert "1 letter" in client.get(page).text


def test_all_held_letters_can_go_at_once(client: FlaskClient, event: Event) -> None:
    for _ in range(3):
        a_letter(event, state=LetterState.HELD)
    a_letter(event, state=LetterState.FAILED)
    foreign = a_letter(a_summit("other"), state=LetterState.HELD)
    db.session.commit()
    post(client, OUTBOX, {"all": "held", "deed": "send", "state": "held"})
    assert states() == [*[LetterState.WAITING] * 3, LetterState.FAILED, LetterState.HELD]
    assert foreign.event_id != event.id


def test_letters_of_another_event_cannot_be_read_or_handled(
    client: FlaskClient, event: Event
) -> None:
    foreign = a_letter(a_summit("other"), state=LetterState.HELD)
    a_letter(event, state=LetterState.HELD)
    db.session.commit()
    assert client.get(f"{OUTBOX}/{foreign.id}").status_code == 404
    answer = post(client, OUTBOX, {"letter": foreign.id, "deed": "send"})
    assert (answer.status_code, states()) == (409, [LetterState.HELD] * 2)


@pytest.mark.parametrize("state", [LetterState.SENDING, LetterState.SENT])
def test_what_left_cannot_be_called_back(
    client: FlaskClient, event: Event, state: LetterState
) -> None:
    letter = a_letter(event, state=state)
    a_letter(event, state=LetterState.HELD)
    db.session.commit()
    answer = post(client, OUTBOX, {"letter": letter.id, "deed": "discard"})
    assert (answer.status_code, states()) == (409, [state, LetterState.HELD])


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"deed": "burn"},
        {"deed": "send", "letter": "x"},
        {"deed": "send", "letter": "9" * 400},
        {"deed": "send", "letter": "-1"},
        {"deed": "send", "letter": "٣"},
        {"deed": "send\x00", "letter": "1"},
        {"deed": "send", "letter": "1", "state": "\x00"},
    ],
)
def test_nonsense_is_refused_and_changes_nothing(
    client: FlaskClient, event: Event, fields: dict[str, str]
) -> None:
    letter = a_letter(event, state=LetterState.HELD)
    db.session.commit()
    letter_id = letter.id
    db.session.execute(select(Letter.id))
    if fields.get("letter") == "1":
        fields = fields | {"letter": str(letter_id + 1000)}
    answer = post(client, OUTBOX, fields)
    assert (answer.status_code in {400, 409, 422}, states()) == (True, [LetterState.HELD])


@pytest.mark.parametrize("page", ["0", "-1", "9999999999999", "x", "\x00", "²"])
def test_a_page_that_is_none_is_still_a_page(client: FlaskClient, event: Event, page: str) -> None:
    assert client.get(OUTBOX, query_string={"page": page}).status_code == 200


@pytest.mark.parametrize("number", ["0", "999999999", "9" * 40])
def test_a_letter_that_is_not_there_is_not_found(
    client: FlaskClient, event: Event, number: str
) -> None:
    assert client.get(f"{OUTBOX}/{number}").status_code == 404


def test_a_letter_is_shown_as_text_whatever_it_holds(client: FlaskClient, event: Event) -> None:
    hostile = "<script>alert(1)</script>"
    letter = a_letter(
        event,
        state=LetterState.HELD,
        subject=hostile,
        text=hostile,
        html=f"<p>{hostile}</p>",
        to_name=hostile,
        calendar="BEGIN:VCALENDAR",
        method="REQUEST",
        last_error=hostile,
    )
    db.session.commit()
    for page in (OUTBOX, f"{OUTBOX}/{letter.id}"):
        shown = client.get(page)
        assert (shown.status_code, hostile in shown.text) == (200, False)
        assert "&lt;script&gt;" in shown.text


def test_a_secret_is_shown_to_nobody(client: FlaskClient, event: Event) -> None:
    letter = a_letter(
        event, kind=LetterKind.INVITATION, text="https://secret", html="https://secret"
    )
    db.session.commit()
    page = client.get(f"{OUTBOX}/{letter.id}").text
    assert ("secret link" in page, "https://secret" in page) == (True, False)


def test_the_log_says_who_handled_which_letter_and_never_what_it_says(
    client: FlaskClient, event: Event
) -> None:
    letter = a_letter(event, state=LetterState.HELD, text="Only for them")
    db.session.commit()
    post(client, OUTBOX, {"letter": letter.id, "deed": "send"})
    db.session.rollback()
    [entry] = db.session.scalars(select(Entry).where(Entry.kind == "letter")).all()
    assert (entry.before, entry.after) == ({"state": "held"}, {"state": "waiting"})
    assert entry.step_id is None


def test_more_letters_than_a_page_holds_come_on_pages(client: FlaskClient, event: Event) -> None:
    for _ in range(101):
        a_letter(event, state=LetterState.HELD)
    db.session.commit()
    first, second = (client.get(f"{OUTBOX}?page={page}").text for page in (1, 2))
    assert [page.count('name="letter"') for page in (first, second)] == [100, 1]
    assert ("Older letters" in first, "Newer letters" in second) == (True, True)


def test_the_overview_tells_what_failed_and_what_waits(client: FlaskClient, event: Event) -> None:
    a_letter(event, state=LetterState.HELD)
    a_letter(event, state=LetterState.FAILED)
    db.session.commit()
    page = client.get("/en/manage/summit/").text
    assert ("1 letter failed" in page, "1 letter waits for review" in page) == (True, True)


def test_who_may_not_handle_letters_sees_none(app: Flask, client: FlaskClient) -> None:
    event = a_summit()
    account = an_account(event, EventRole.TRANSLATION)
    db.session.commit()
    sign_in(client, account)
    assert client.get(OUTBOX).status_code == 403
