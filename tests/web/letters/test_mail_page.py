"""The demonstration's own mail, which nobody else has."""

from dataclasses import replace
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient

from eventapp.app import create_app
from eventapp.demonstration.postbox import MAIL, receiving
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


def test_what_was_sent_is_shown_as_text(app: Flask) -> None:
    settings = replace(app.config["SETTINGS"], is_demonstration=True)
    client = create_app(settings).test_client()
    assert "No letter has been sent yet" in client.get(PAGE).text
    with receiving(settings.data / MAIL) as url:
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
