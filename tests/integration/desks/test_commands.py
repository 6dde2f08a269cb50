"""Embargo and withdrawal from a shell."""

from datetime import UTC, datetime, timedelta

from flask import Flask
from sqlalchemy import select

from eventapp.agenda import queries
from eventapp.history.models import Entry
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_release, a_session, a_summit, approve_all
from tests.integration.test_cli import run

NOTICE = ("--notice-fr", "Retiré", "--notice-en", "Withdrawn")


def states(app: Flask) -> list[tuple[str, str]]:
    listed = run(app, "release", "list", "summit").output.splitlines()
    return [(line.split()[0], line[28:].split("  ")[0].strip()) for line in listed]


def test_an_embargo_is_given_in_the_zone_of_the_event(app: Flask) -> None:
    event = a_summit()
    session = a_session(event, "P1")
    a_release(event)
    session.title = Bilingual("Deux", "Two")
    approve_all(event)
    db.session.commit()
    day = datetime.now(UTC).date() + timedelta(days=40)
    said = run(app, "release", "publish", "summit", "--at", f"{day}T09:00")
    assert f"to be read from {day} 0" in said.output
    assert states(app) == [("2", "under embargo"), ("1", "current")]
    assert queries.numbered_release("summit", 2) is None
    refused = run(app, "release", "publish", "summit")
    assert (refused.exit_code, "waits under embargo" in refused.output) == (1, True)
    assert run(app, "release", "publish", "summit", "--at", "soon").exit_code == 2


def test_a_release_is_withdrawn_and_the_log_knows(app: Flask) -> None:
    event = a_summit()
    session = a_session(event, "P1")
    a_release(event)
    session.title = Bilingual("Deux", "Two")
    a_release(event)
    said = run(app, "release", "withdraw", "summit", "2", *NOTICE)
    assert said.output == "summit: release 2 withdrawn. Release 3 holds what was before.\n"
    assert states(app) == [("3", "current"), ("2", "withdrawn"), ("1", "replaced")]
    logged = {(entry.kind, entry.action) for entry in db.session.scalars(select(Entry))}
    assert logged == {("withdrawal", "withdraw"), ("release", "withdraw")}
    assert run(app, "release", "withdraw", "summit", "9", *NOTICE).exit_code == 1
    assert run(app, "release", "withdraw", "summit", "3").exit_code == 1
