"""Sessions in Redis, and shared by processes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import redis
from flask import Flask
from flask_security.utils import hash_password

from eventapp.app import create_app
from eventapp.plumbing.database import db
from tests.builders import an_account
from tests.conftest import settings_for
from tests.integration.plumbing.test_limits import redis_url
from tests.web.workspace.posting import post

__all__ = ["redis_url"]  # a fixture

SIGN_IN, HOME, COOKIE = "/en/account/sign-in", "/en/manage/", "__Host-session"
WHO = {"email": "alix@example.org", "password": "correct horse battery staple"}


def a_process(database: Path, redis_url: str) -> Flask:
    settings = settings_for(f"sqlite:///{database}", database.parent)
    return create_app(replace(settings, redis_url=redis_url))


@pytest.fixture(autouse=True)
def _limits_as_before(tmp_path: Path) -> Iterator[None]:
    """Limits are counted where the last application counts them: not in a Redis that is away."""
    yield
    a_process(tmp_path / "another.sqlite", "")


def test_processes_share_sessions_and_their_end_in_redis(
    migrated_sqlite: Path, tmp_path: Path, redis_url: str
) -> None:
    database = tmp_path / "eventapp.sqlite"
    database.write_bytes(migrated_sqlite.read_bytes())
    one, two = a_process(database, redis_url), a_process(database, redis_url)
    with one.app_context():
        an_account(email=WHO["email"], password=hash_password(WHO["password"]))
        db.session.commit()
    first, second = one.test_client(), two.test_client()
    assert post(first, SIGN_IN, WHO).status_code == 302
    cookie = first.get_cookie(COOKIE)
    assert cookie
    second.set_cookie(COOKIE, cookie.value)
    assert second.get(HOME).status_code == 200
    keys = redis.Redis.from_url(redis_url).keys("eventapp:session:*")
    assert not any(cookie.value.encode() in key for key in keys)
    post(first, HOME, {}, to="/en/account/sign-out")
    assert second.get(HOME).status_code == 302
    for app in (one, two):
        with app.app_context():
            db.engine.dispose()


def test_a_late_request_brings_no_session_back_in_redis(
    migrated_sqlite: Path, tmp_path: Path, redis_url: str
) -> None:
    database = tmp_path / "eventapp.sqlite"
    database.write_bytes(migrated_sqlite.read_bytes())
    app = a_process(database, redis_url)
    client = app.test_client()
    client.get(SIGN_IN)
    with client.session_transaction() as session:
        redis.Redis.from_url(redis_url).flushdb()
        session["late"] = "yes"
    assert redis.Redis.from_url(redis_url).keys("eventapp:session:*") == []
    with app.app_context():
        db.engine.dispose()


def test_public_pages_stand_and_others_say_why_not_while_redis_is_away(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    database = tmp_path / "eventapp.sqlite"
    database.write_bytes(migrated_sqlite.read_bytes())
    app = a_process(database, "redis://127.0.0.1:1/0")
    app.testing = False
    nobody, somebody = app.test_client(), app.test_client()
    somebody.set_cookie(COOKIE, "a-session-of-before")
    pages = ("/en/", SIGN_IN, HOME)
    assert [nobody.get(page).status_code for page in pages] == [200, 200, 302]
    assert [somebody.get(page).status_code for page in pages] == [200, 503, 503]
    assert "Nobody can sign in just now." in somebody.get(HOME).text
    with app.app_context():
        db.engine.dispose()
