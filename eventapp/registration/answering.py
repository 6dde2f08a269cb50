"""Keeping what somebody answered to the questions of an event, and the files that they sent."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, select

from eventapp.participants.kinds import PaperKind
from eventapp.participants.models import Needs, Paper, Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import Upload, store
from eventapp.registration.models import Answer, Question


def answers_of(participant: Participant) -> dict[int, Any]:
    """What somebody answered, by the ids of the questions."""
    query = select(Answer).where(Answer.participant_id == participant.id)
    return {each.question_id: each.value for each in db.session.scalars(query)}


def papers_of(participant: Participant) -> dict[str, Paper]:
    """The files that somebody answered with, by uid."""
    query = select(Paper).where(Paper.owner == participant.uid, Paper.kind == PaperKind.ANSWER)
    return {str(each.uid): each for each in db.session.scalars(query)}


def questions_of(event_id: int) -> list[Question]:
    """The event's own questions, in order."""
    query = select(Question).where(Question.event_id == event_id)
    return [*db.session.scalars(query.order_by(Question.position, Question.id))]


def keep_answers(
    participant: Participant,
    answers: Mapping[int, Any],
    files: Mapping[int, Upload],
    *,
    by: str,
) -> None:
    """Replaces what was answered before; a file stays until another one takes its place.

    `answers` holds every question that is asked now: what is missing is no longer answered.
    """
    papers = {number: _paper(participant, file, by) for number, file in files.items()}
    stored = {
        each.question_id: each
        for each in db.session.scalars(
            select(Answer).where(Answer.participant_id == participant.id)
        )
    }
    wanted = {number: value for number, value in answers.items() if value not in ("", None, [])}
    wanted |= papers
    for number, row in stored.items():
        if number not in wanted:
            _forget_paper(participant, row.value)
            db.session.delete(row)
        elif row.value != wanted[number]:
            _forget_paper(participant, row.value)
            row.value = wanted[number]
    db.session.add_all(
        Answer(participant_id=participant.id, question_id=number, value=value)
        for number, value in wanted.items()
        if number not in stored
    )


def keep_needs(participant: Participant, access: str, diet: str) -> None:
    """Replaces what somebody declared for their comfort; nothing is kept of nothing."""
    needs = db.session.get(Needs, participant.id)
    if not access and not diet:
        if needs is not None:
            db.session.delete(needs)
        return
    if needs is None:
        needs = Needs(participant_id=participant.id)
        db.session.add(needs)
    needs.access, needs.diet = access, diet


def _paper(participant: Participant, file: Upload, by: str) -> str:
    """Keeps a file; the answer to its question is its uid."""
    uid = uuid4()
    store(uid, file)
    db.session.add(
        Paper(
            uid=uid,
            event_id=participant.event_id,
            owner=participant.uid,
            kind=PaperKind.ANSWER,
            name=file.name,
            media_type=file.media_type,
            size=len(file.content),
            digest=file.digest,
            added_at=datetime.now(UTC),
            added_by=by[:200],
        )
    )
    return str(uid)


def _forget_paper(participant: Participant, value: Any) -> None:
    """The row goes; whoever looks after papers removes what has none."""
    try:
        uid = UUID(value)
    except (TypeError, ValueError, AttributeError):
        return
    mine = (Paper.uid == uid, Paper.owner == participant.uid, Paper.kind == PaperKind.ANSWER)
    db.session.execute(delete(Paper).where(*mine))
