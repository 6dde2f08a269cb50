"""What every kind of test stands on: an application with a database of its own.

Integration tests run once on SQLite and once on PostgreSQL, and so do those that open every page;
the other web tests are about what stands on a page, and run on SQLite (on both where
EVENTAPP_TEST_EVERY is set). A machine without PostgreSQL skips its runs; continuous integration
demands it.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextvars import Context
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from werkzeug.test import TestResponse

from eventapp.app import create_app
from eventapp.plumbing import migrating
from eventapp.plumbing.database import db
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.settings import Settings
from eventapp.values.bilingual import Bilingual

SECRET = "a-secret-that-only-these-tests-know-0123456789"
POSTGRESQL = os.environ.get(
    "EVENTAPP_TEST_POSTGRESQL_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
)


def settings_for(database_url: str, data: Path) -> Settings:
    """The settings of an application under test."""
    return Settings(
        secret_key=SECRET,
        database_url=database_url,
        base_url="https://events.example.org",
        redis_url="",
        port=8000,
        workers=1,
        proxies=0,
        data=data,
        is_demonstration=False,
        organisation=Bilingual("Organisme exemple", "Example Organisation"),
        mail_server=None,
        mail_from="events@events.example.org",
    )


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with every migration run, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.sqlite"
    _migrate(settings_for(f"sqlite:///{file}", file.parent))
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return file


@pytest.fixture(scope="session")
def migrated_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a fresh PostgreSQL database with every migration run; dropped at the end."""
    name = f"eventapp_test_{uuid4().hex}"
    admin = sa.create_engine(POSTGRESQL, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    try:
        with admin.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
            connection.execute(sa.text(f"ALTER DATABASE {name} SET synchronous_commit = off"))
    except sa.exc.OperationalError:
        if os.environ.get("CI"):
            raise
        pytest.skip("PostgreSQL does not answer here: set EVENTAPP_TEST_POSTGRESQL_URL")
    url = sa.make_url(POSTGRESQL).set(database=name).render_as_string(hide_password=False)
    try:
        _migrate(settings_for(url, tmp_path_factory.mktemp("postgresql")))
        yield url
    finally:
        with admin.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the applications under test keep what they keep; emptied after each test."""
    return tmp_path_factory.mktemp("applications")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Says on which databases a test runs."""
    if "database_url" in metafunc.fixturenames:
        is_about_pages = "web" in metafunc.module.__file__.split("/tests/")[1].split("/")
        is_on_one = is_about_pages and not (
            os.environ.get("EVENTAPP_TEST_EVERY")
            or metafunc.definition.get_closest_marker("both_databases")
        )
        kinds = ["sqlite"] if is_on_one else ["sqlite", "postgresql"]
        metafunc.parametrize("database_url", kinds, indirect=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """An empty migrated database of each kind."""
    if request.param == "sqlite":
        file = folder / "eventapp.sqlite"
        for trace in folder.glob("eventapp.sqlite*"):
            trace.unlink()
        file.write_bytes(request.getfixturevalue("migrated_sqlite").read_bytes())
        yield f"sqlite:///{file}"
    else:
        url: str = request.getfixturevalue("migrated_postgresql")
        yield url
        _empty(url)


@pytest.fixture(scope="session")
def applications() -> dict[str, Flask]:
    """The applications made so far, by their database: making one takes a tenth of a second."""
    return {}


@pytest.fixture
def app(database_url: str, folder: Path, applications: dict[str, Flask]) -> Iterator[Flask]:
    """An application on an empty database, in its context, as if nobody had used it before."""
    if database_url not in applications:
        applications[database_url] = create_app(settings_for(database_url, folder / "data"))
        migrating.init_app(applications[database_url])
    app = applications[database_url]
    app.testing = False  # errors become pages, as visitors see them
    reactions = app.extensions["facts"].copy()
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
        limiter.reset()
    app.extensions["facts"] = reactions
    app.wsgi_app._kept.clear()  # type: ignore[attr-defined]
    shutil.rmtree(folder / "data")
    (folder / "data").mkdir()


class Visitor(FlaskClient):
    """A client whose requests know nothing of the test's own application context.

    Flask would share that context with them, and with it `g` and the database session.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        return Context().run(super().open, *args, **kwargs)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    app.test_client_class = Visitor
    return app.test_client()


def _migrate(settings: Settings) -> None:
    app = create_app(settings)
    migrating.init_app(app)
    with app.app_context():
        upgrade()
        db.session.remove()
        db.engine.dispose()


def _empty(url: str) -> None:
    """Deletes all rows: much faster than truncating so many small tables."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        names = [name for name in _tables(url) if name != "alembic_version"]
        deletions = "; ".join(f'DELETE FROM "{name}"' for name in names)
        connection.exec_driver_sql(f"SET LOCAL session_replication_role = replica; {deletions}")


@cache
def _tables(url: str) -> list[str]:
    return sa.inspect(sa.create_engine(url, poolclass=sa.NullPool)).get_table_names()
