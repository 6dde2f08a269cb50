"""Many people save at once, on both databases: every accepted save is kept, every other told."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.agenda.forms import SessionForm
from eventapp.agenda.models import Session
from eventapp.agenda.writing import edit_session
from eventapp.history.models import Entry
from eventapp.history.recording import Actor
from eventapp.history.saving import Deed, opened, save
from eventapp.plumbing.database import db
from eventapp.plumbing.fields import Pair
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_session, a_summit

EDITS, AT_ONCE = 100, 10


@pytest.fixture
def pages(app: Flask) -> list[Pair]:
    """What a browser holds that opened the session's form."""
    a_session(a_summit(), "OPEN")
    db.session.commit()
    with app.test_request_context():
        sheet = opened(SessionForm, db.session.scalars(select(Session)).one(), OFFERS)
        pairs = [pair for unit in sheet.form.inputs.values() for pair in unit]
        return [*pairs, ("version", sheet.version), ("seen", sheet.seen)]


OFFERS = {"room": [("", "–")], "track": [("", "–")]}


def save_title(app: Flask, page: list[Pair], field: str, words: str, number: int) -> int:
    """Saves the page with another title; the status of the answer."""
    sent = {**dict(page), field: words}

    def write(row: Session | None, form: SessionForm) -> Session:
        assert row
        edit_session(row, {"title": form.title.data}, [], now=NOW)
        return row

    with app.test_request_context(method="POST", data=sent):
        row = db.session.scalars(select(Session)).one()
        deed = Deed(row.event_id, Actor(None, f"Person {number}"), NOW)
        return save(SessionForm, row, write, deed, OFFERS).status


def at_once(app: Flask, page: list[Pair], edits: list[tuple[str, str]]) -> list[int]:
    """All edits of the same page, ten at a time; their statuses in order."""
    barrier = Barrier(AT_ONCE)

    def edit(number: int) -> int:
        barrier.wait(60)
        return Context().run(save_title, app, page, *edits[number], number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [*pool.map(edit, range(len(edits)))]


def test_of_a_hundred_saves_of_one_text_one_is_kept_and_all_others_are_told(
    app: Flask, pages: list[Pair]
) -> None:
    statuses = at_once(app, pages, [("title-en", f"Title {each}") for each in range(EDITS)])
    [winner] = [number for number, status in enumerate(statuses) if status == 303]
    assert sorted(set(statuses)) == [303, 409]
    db.session.rollback()
    assert db.session.scalars(select(Session)).one().title.en == f"Title {winner}"
    assert [entry.author for entry in entries()] == [f"Person {winner}"]


def test_saves_of_different_texts_are_all_kept(app: Flask, pages: list[Pair]) -> None:
    edits = [("title-en", "Title"), ("title-fr", "Titre")] * (AT_ONCE // 2)
    statuses = at_once(app, pages, edits)
    assert set(statuses) == {303}
    db.session.rollback()
    assert db.session.scalars(select(Session)).one().title == Bilingual("Titre", "Title")
    assert len(entries()) == 2


def entries() -> list[Entry]:
    return [*db.session.scalars(select(Entry).where(Entry.kind == "session"))]
