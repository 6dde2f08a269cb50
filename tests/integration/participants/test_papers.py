"""Papers and their files: both are kept, or neither."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.history.actions import Action
from eventapp.history.models import Entry
from eventapp.history.recording import Actor
from eventapp.participants.kinds import PaperKind
from eventapp.participants.papers import (
    download,
    forget_papers,
    keep_paper,
    paper_of,
    papers_of,
    sweep_papers,
)
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.settings import in_force
from eventapp.plumbing.uploads import PDF, Upload
from tests.builders import NOW, a_summit

LETTER = Upload("Lettre de créance.pdf", PDF, b"%PDF-1.7\n%%EOF\n")
OWNER = uuid4()


def files() -> list[str]:
    folder: Path = in_force().data / "papers"
    return sorted(file.name for file in folder.glob("*"))


def test_a_paper_is_given_back_as_a_download_and_forgotten_with_its_file(app: Flask) -> None:
    with unit_of_work():
        event = a_summit()
        paper = keep_paper(event.id, OWNER, PaperKind.CREDENTIALS, LETTER, by="Zoé", now=NOW)
    assert files() == [str(paper.uid)]
    assert paper_of(event.id, OWNER, paper.uid) is paper
    assert paper_of(event.id, uuid4(), paper.uid) is None
    with app.test_request_context():
        response = download(event, paper, by=Actor(None, "Alix"))
        response.direct_passthrough = False
        assert (response.data, response.mimetype) == (LETTER.content, PDF)
        assert response.headers["Content-Disposition"].startswith("attachment;")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "private, no-store"
    db.session.rollback()
    noted = db.session.scalars(select(Entry).where(Entry.action == Action.EXPORT)).one()
    assert (noted.author, noted.name.fr) == ("Alix", "Fichier remis")
    with unit_of_work():
        assert forget_papers(OWNER) == 1
    assert (papers_of(event.id, OWNER), files()) == ([], [])


def test_what_is_rolled_back_changes_no_file(app: Flask) -> None:
    with unit_of_work():
        event = a_summit()
        paper = keep_paper(event.id, OWNER, PaperKind.CREDENTIALS, LETTER, by="Zoé", now=NOW)
    with pytest.raises(ZeroDivisionError):
        _fail_in_the_middle(event.id)
    assert files() == [str(paper.uid)]


def test_what_a_crash_left_is_swept_after_a_day(app: Flask) -> None:
    with unit_of_work():
        event = a_summit()
        paper = keep_paper(event.id, OWNER, PaperKind.ANSWER, LETTER, by="Zoé", now=NOW)
    (in_force().data / "papers" / str(uuid4())).write_bytes(b"lost")
    today = datetime.now(UTC)
    assert sweep_papers(now=today) == 0
    assert sweep_papers(now=today + timedelta(days=2)) == 1
    assert files() == [str(paper.uid)]


def _fail_in_the_middle(event_id: int) -> None:
    with unit_of_work():
        keep_paper(event_id, OWNER, PaperKind.CREDENTIALS, LETTER, by="Zoé", now=NOW)
        forget_papers(OWNER)
        raise ZeroDivisionError
