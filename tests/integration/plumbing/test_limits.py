"""Limits that several processes count together, in a real Redis."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import redis
from flask import Flask

from eventapp.app import create_app
from eventapp.plumbing.database import db
from tests.conftest import settings_for

REDIS = os.environ.get("EVENTAPP_TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


@pytest.fixture
def redis_url() -> Iterator[str]:
    """A Redis that counts nothing yet, and nothing after."""
    client = redis.Redis.from_url(REDIS)
    try:
        client.flushdb()
    except redis.ConnectionError:
        if os.environ.get("CI"):
            raise
        pytest.skip("Redis does not answer here: set EVENTAPP_TEST_REDIS_URL")
    yield REDIS
    client.flushdb()
    client.close()


def a_process(database: Path, redis_url: str) -> Flask:
    settings = settings_for(f"sqlite:///{database}", database.parent)
    return create_app(replace(settings, redis_url=redis_url))


def searches(app: Flask, times: int) -> list[int]:
    """The statuses of that many different searches."""
    client = app.test_client()
    statuses = [client.get(f"/fr/search?q=mot{number}").status_code for number in range(times)]
    with app.app_context():
        db.engine.dispose()
    return statuses


def test_processes_count_together_where_there_is_a_redis(
    migrated_sqlite: Path, tmp_path: Path, redis_url: str
) -> None:
    database = tmp_path / "eventapp.sqlite"
    database.write_bytes(migrated_sqlite.read_bytes())
    assert searches(a_process(database, redis_url), 40) == [200] * 40
    assert searches(a_process(database, redis_url), 25) == [200] * 20 + [429] * 5
