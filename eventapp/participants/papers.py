"""Papers: files that were handed in for a participant or a delegation."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from flask import Response
from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.history.exports import note_export
from eventapp.history.recording import Actor
from eventapp.participants.kinds import PaperKind
from eventapp.participants.models import Paper
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import Upload, discard, given_back, store, sweep
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

FILE = N_("File handed in")

LOST_AFTER = timedelta(days=1)


def keep_paper(
    event_id: int, owner: UUID, kind: PaperKind, upload: Upload, *, by: str, now: datetime
) -> Paper:
    """Keeps a file as one of its owner's papers; `by` is the name of who handed it in."""
    paper = Paper(
        uid=uuid4(),
        event_id=event_id,
        owner=owner,
        kind=kind,
        name=upload.name,
        media_type=upload.media_type,
        size=len(upload.content),
        digest=upload.digest,
        added_at=now,
        added_by=by[:200],
    )
    db.session.add(paper)
    store(paper.uid, upload)
    db.session.flush()
    return paper


def papers_of(event_id: int, owner: UUID, kind: PaperKind | None = None) -> list[Paper]:
    """The owner's papers, the newest first."""
    query = select(Paper).where(Paper.event_id == event_id, Paper.owner == owner)
    if kind is not None:
        query = query.where(Paper.kind == kind)
    return [*db.session.scalars(query.order_by(Paper.added_at.desc(), Paper.id.desc()))]


def paper_of(event_id: int, owner: UUID, uid: UUID) -> Paper | None:
    """That paper, if it is the owner's."""
    query = select(Paper).where(Paper.event_id == event_id, Paper.owner == owner, Paper.uid == uid)
    return db.session.scalars(query).one_or_none()


def owners(event_id: int, kind: PaperKind) -> set[UUID]:
    """Whose papers of that kind the event has."""
    query = select(Paper.owner).where(Paper.event_id == event_id, Paper.kind == kind)
    return {*db.session.scalars(query)}


def remove_paper(paper: Paper) -> None:
    """Forgets a paper and its file, for good."""
    discard(paper.uid)
    db.session.delete(paper)


def forget_papers(owner: UUID) -> int:
    """Forgets all papers of an owner; returns how many."""
    papers = db.session.scalars(select(Paper).where(Paper.owner == owner)).all()
    for paper in papers:
        remove_paper(paper)
    return len(papers)


def download(event: Event, paper: Paper, *, by: Actor) -> Response:
    """The paper's file, to be saved; the log tells who has it."""
    what = Bilingual(*(translator(language)(FILE) for language in Language))
    note_export(event, what, 1, by=by, now=datetime.now(UTC))
    return given_back(paper.uid, paper.name, paper.media_type)


def sweep_papers(*, now: datetime) -> int:
    """Forgets files that no paper names, once nobody can be about to name them."""
    return sweep({*db.session.scalars(select(Paper.uid))}, before=now - LOST_AFTER)
