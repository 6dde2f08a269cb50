"""An event at a glance: what waits to be done, each line leading to its place."""

import re

from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.plumbing.database import db
from tests.builders import (
    a_person,
    a_room,
    a_session,
    a_summit,
    an_account,
    approve_all,
    sign_in,
)


def cards(page: str) -> dict[str, list[str]]:
    """The lines of each card, by its heading."""
    found = re.findall(r'<li class="card">(.*?)</ul>', page, flags=re.DOTALL)
    return {
        re.sub("<.*?>", "", card.partition("</h2>")[0]).strip(): re.findall(
            r"<li.*?>(.*?)</li>", card
        )
        for card in found
    }


def test_the_overview_says_what_waits(client: FlaskClient) -> None:
    event = a_summit()
    zoe, hall = a_person(), a_room(event)
    a_session(event, room=hall, people=(zoe,))
    a_session(event, people=(zoe,))
    a_session(event, at=None)
    account = an_account(event, EventRole.OWNER)
    db.session.commit()
    sign_in(client, account)
    shown = cards(client.get("/en/manage/summit/").text)
    assert shown["Programme"] == ["3 sessions", "1 session without a time"]
    assert shown["Conflicts"][0] == "1 conflict to be solved"
    assert "texts to approve" in shown["Texts"][-1]


def test_the_overview_says_that_no_text_waits(client: FlaskClient) -> None:
    event = a_summit()
    approve_all(event)
    sign_in(client, an_account(event, EventRole.READER))
    assert cards(client.get("/en/manage/summit/").text)["Texts"] == ["Every text is approved"]


def test_an_empty_event_has_an_overview_in_both_languages(client: FlaskClient) -> None:
    event = a_summit()
    sign_in(client, an_account(event, EventRole.READER))
    for language in ("fr", "en"):
        assert client.get(f"/{language}/manage/summit/").status_code == 200
