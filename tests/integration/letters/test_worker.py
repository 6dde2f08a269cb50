"""Pages ring for the worker, which is another process."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
import redis
from flask import Flask

from eventapp.app import create_app
from eventapp.messages.kinds import LetterKind
from eventapp.messages.passages import Passage
from eventapp.messages.writing import Draft, Recipient, write
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.language import Language
from tests.integration.letters.workers import environment, until, working
from tests.letters import a_letter
from tests.post_office import PostOffice

REDIS = os.environ.get("EVENTAPP_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
AT_ONCE = 30  # seconds: long before the bell that rings every minute by itself


@pytest.fixture(params=["file", "redis"])
def queue_app(app: Flask, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """An application with each kind of queue."""
    if request.param == "file":
        yield app
        return
    client = redis.Redis.from_url(REDIS)
    try:
        client.flushdb()
    except redis.ConnectionError:
        if os.environ.get("CI"):
            raise
        pytest.skip("Redis does not answer here: set EVENTAPP_TEST_REDIS_URL")
    settings = replace(app.config["SETTINGS"], redis_url=REDIS)
    other = create_app(settings)
    with other.app_context():
        yield other
        db.session.remove()
        db.engine.dispose()
    client.flushdb()
    client.close()


def a_draft(number: int) -> Draft:
    passage = partial(Passage, subject="Hello", greeting="Hello,", paragraphs=("One.",))
    return Draft(
        kind=LetterKind.SECURITY_NOTICE,
        key=f"draft {number}",
        to=Recipient("Sam", f"sam{number}@example.org", (Language.EN,)),
        say=lambda language: passage(language, signature="Events"),
    )


def test_a_letter_leaves_as_soon_as_it_is_committed(queue_app: Flask, office: PostOffice) -> None:
    a_letter(to_address="earlier@example.org")
    db.session.commit()
    with working(environment(queue_app.config["SETTINGS"], office)) as worker:
        until(lambda: len(office.to("earlier@example.org")) == 1)  # found at the start
        began = time.monotonic()
        with unit_of_work():
            write([a_draft(1)])
        until(lambda: len(office.to("sam1@example.org")) == 1)
        assert time.monotonic() - began < AT_ONCE
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(AT_ONCE) == 0


def test_a_queue_that_does_not_answer_loses_no_letter_and_fails_no_page(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    (app.config["SETTINGS"].data / "queue.sqlite").mkdir()
    with unit_of_work():
        assert write([a_draft(2)]) == 1
    assert "the queue does not answer" in caplog.text


def test_nobody_is_rung_for_what_is_rolled_back(app: Flask) -> None:
    with unit_of_work():
        write([a_draft(3)])
        db.session.rollback()
    assert not (app.config["SETTINGS"].data / "queue.sqlite").exists()
