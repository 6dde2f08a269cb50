from flask import Flask
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from eventapp.events.models import Event
from eventapp.plumbing.database import db, unit_of_work
from tests.builders import a_summit


def test_who_has_read_may_write_although_somebody_else_wrote_meanwhile(app: Flask) -> None:
    event = a_summit("before")
    db.session.commit()
    assert event.slug == "before"
    with Session(db.engine) as somebody:
        somebody.execute(update(Event).values(slug="meanwhile"))
        somebody.commit()
    with unit_of_work():
        assert event.slug == "meanwhile"
        event.slug = "after"
    db.session.rollback()
    assert db.session.scalars(select(Event.slug)).all() == ["after"]


def test_a_lock_is_waited_for_ten_seconds_at_most(app: Flask) -> None:
    asked = {"sqlite": "PRAGMA busy_timeout", "postgresql": "SHOW lock_timeout"}
    answers = {"sqlite": 10_000, "postgresql": "10s"}
    name = db.engine.dialect.name
    assert db.session.scalar(text(asked[name])) == answers[name]
