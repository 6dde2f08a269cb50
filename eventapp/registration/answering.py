"""Keeping what somebody answered, and the files that they answered with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from eventapp.participants.kinds import PaperKind
from eventapp.participants.models import Paper, Participant
from eventapp.participants.papers import keep_paper, paper_of, papers_of, remove_paper
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import Upload
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.models import Answer, Question


def questions_of(event_id: int) -> list[Question]:
    """The event's own questions, in order."""
    query = select(Question).where(Question.event_id == event_id)
    return [*db.session.scalars(query.order_by(Question.position, Question.id))]


def answers_of(participant: Participant) -> dict[int, Any]:
    """What somebody answered, by the ids of the questions."""
    return {each.question_id: each.value for each in _rows(participant)}


def answering_papers(participant: Participant) -> dict[str, Paper]:
    """The files that somebody answered with, by uid."""
    papers = papers_of(participant.event_id, participant.uid, PaperKind.ANSWER)
    return {str(each.uid): each for each in papers}


def keep_answers(
    participant: Participant,
    answers: Mapping[int, Any],
    files: Mapping[int, Upload],
    *,
    now: datetime,
) -> None:
    """Replaces what was answered before: what is missing is no longer answered.

    `answers` holds of a file that stays its paper's uid; `files` are those that are new.
    """
    wanted = {number: value for number, value in answers.items() if value not in ("", None, [])}
    wanted |= {number: _kept(participant, file, now) for number, file in files.items()}
    stored = {each.question_id: each for each in _rows(participant)}
    for number, row in stored.items():
        if row.value == wanted.get(number):
            continue
        _forget_file(participant, row)
        if number in wanted:
            row.value = wanted[number]
        else:
            db.session.delete(row)
    db.session.add_all(
        Answer(participant_id=participant.id, question_id=number, value=value)
        for number, value in wanted.items()
        if number not in stored
    )


def _rows(participant: Participant) -> list[Answer]:
    query = select(Answer).where(Answer.participant_id == participant.id)
    return [*db.session.scalars(query)]


def _kept(participant: Participant, file: Upload, now: datetime) -> str:
    """Keeps a file; the answer to its question is its uid."""
    name = participant.person.name
    paper = keep_paper(
        participant.event_id, participant.uid, PaperKind.ANSWER, file, by=name, now=now
    )
    return str(paper.uid)


def _forget_file(participant: Participant, row: Answer) -> None:
    if row.question.kind is QuestionKind.FILE:
        paper = paper_of(participant.event_id, participant.uid, UUID(row.value))
        if paper is not None:
            remove_paper(paper)
