"""A summit of 1,200 participants, 42 parties, 27 sessions, 40 delegations and 60 requests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade

from eventapp.accounts.rights import EventRole
from eventapp.app import create_app
from eventapp.demonstration import summit
from eventapp.events.models import Event
from eventapp.plumbing import migrating
from eventapp.plumbing.database import db
from tests.bench.figures import Conditions
from tests.builders import an_account, sign_in
from tests.conftest import Visitor, settings_for

SIZE = summit.Size(participants=1_200, delegations=40, requests=60)
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
CONDITIONS: Conditions = {
    "participants": SIZE.participants,
    "delegations": SIZE.delegations,
    "requests": SIZE.requests,
    "parties": 42,
    "sessions": 27,
    "database": "SQLite",
}


@dataclass(frozen=True)
class LargeSummit:
    """An application on that summit, and a client that is signed in as its owner."""

    app: Flask
    client: FlaskClient
    event: Event
    slug: str = summit.SLUG


@contextmanager
def a_large_summit() -> Iterator[LargeSummit]:
    """The summit in a database of its own, in the context of its application."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/eventapp.sqlite"
        app = create_app(settings_for(url, Path(folder) / "data"))
        app.test_client_class = Visitor
        migrating.init_app(app)
        with app.app_context():
            upgrade()
            event = summit.make(SIZE, now=NOW)
            client = app.test_client()
            sign_in(client, an_account(event, EventRole.OWNER))
            yield LargeSummit(app, client, event)
            db.session.remove()
            db.engine.dispose()
