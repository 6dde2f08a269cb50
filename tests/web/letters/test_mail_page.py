"""The demonstration's own mail, which nobody else has."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from eventapp.app import create_app
from eventapp.demonstration.postbox import MAIL, receiving
from eventapp.plumbing.database import db
from eventapp.plumbing.mail import MailServer, Message, send

PAGE = "/en/demonstration/mail"


def a_message(number: int) -> Message:
    return Message(
        message_id=f"<{number}@events.example.org>",
        envelope="events@events.example.org",
        sender_name="Example Summit",
        reply_to="",
        to_name="<b>Zoé</b>",
        to_address="zoe@example.org",
        subject=f"<i>Letter {number}</i>",
        text="<script>alert(1)</script>",
        html="<p>other</p>",
        languages=("en",),
        calendar="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        method="REQUEST",
    )


@pytest.fixture
def demonstration(app: Flask) -> Iterator[Flask]:
    """The same site as a demonstration."""
    shown = create_app(replace(app.config["SETTINGS"], is_demonstration=True))
    yield shown
    with shown.app_context():
        db.engine.dispose()


def test_what_was_sent_is_shown_as_text(demonstration: Flask) -> None:
    folder = demonstration.config["SETTINGS"].data / MAIL
    client = demonstration.test_client()
    assert "No letter has been sent yet" in client.get(PAGE).text
    with receiving(folder) as url:
        for number in (1, 2):
            send(a_message(number), MailServer.at(url), now=datetime.now(UTC))
    answer = client.get(PAGE)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
    texts = ("&lt;i&gt;Letter 1", "&lt;i&gt;Letter 2", "&lt;script&gt;", "invitation.ics")
    assert [text in answer.text for text in texts] == [True] * 4
    assert ("<script>alert" in answer.text, "<i>Letter" in answer.text) == (False, False)
    assert answer.text.index("Letter 2") < answer.text.index("Letter 1")


def test_a_site_that_is_no_demonstration_has_no_such_page(client: FlaskClient) -> None:
    assert client.get(PAGE).status_code == 404
