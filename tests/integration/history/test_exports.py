"""Whoever takes personal data away stands in the log."""

from flask import Flask
from sqlalchemy import select

from eventapp.history.actions import Action
from eventapp.history.exports import note_export
from eventapp.history.models import Entry
from eventapp.history.recording import Actor
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_summit


def test_an_export_is_noted_with_who_what_and_how_many(app: Flask) -> None:
    event = a_summit()
    db.session.commit()
    note_export(event, Bilingual("Liste", "List"), 12, by=Actor(None, "Alix"), now=NOW)
    db.session.rollback()
    entry = db.session.scalars(select(Entry)).one()
    noted = (entry.event_id, entry.action, entry.author, entry.name.en, entry.after)
    assert noted == (event.id, Action.EXPORT, "Alix", "List", {"count": 12})
