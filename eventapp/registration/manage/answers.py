"""What somebody answered; restricted answers for those alone who may know of personal needs."""

from typing import Any, NamedTuple
from uuid import UUID

from flask import Response, render_template

from eventapp.accounts.guarding import me, needs, rights_in
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.participants.models import Paper, Participant
from eventapp.participants.papers import download
from eventapp.participants.queries import participant_called
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language
from eventapp.registration.answering import answering_papers, answers_of, questions_of
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.models import Question, Registration
from eventapp.registration.questionnaire import options_of
from eventapp.registration.seats import choices_of
from eventapp.values import typography
from eventapp.values.typed import typed_date

ANSWERS = f"{REGISTRATION}/answers/<code:code>"


class Answered(NamedTuple):
    """A question with its answer in words, or the file that answers it."""

    question: Question
    words: str
    paper: Paper | None = None


@blueprint.get(ANSWERS)
@needs(Right.REGISTER)
def answers(event: Event, code: str) -> str:
    """A participant's answers."""
    participant = found(participant_called(event, code))
    registration = db.session.get(Registration, participant.id)
    return render_template(
        "registration/manage/answers.html",
        event=event,
        participant=participant,
        registration=registration,
        answered=_answered(event, participant),
        chosen=len(choices_of(participant)),
    )


@blueprint.get(f"{ANSWERS}/<uuid:uid>")
@needs(Right.REGISTER)
def answering_file(event: Event, code: str, uid: UUID) -> Response:
    """A file that somebody answered with."""
    participant = found(participant_called(event, code))
    papers = {each.paper.uid: each.paper for each in _answered(event, participant) if each.paper}
    return download(event, found(papers.get(uid)), by=me().actor)


def _answered(event: Event, participant: Participant) -> list[Answered]:
    """What was answered, as far as the reader may know."""
    given, papers = answers_of(participant), answering_papers(participant)
    may_know = Right.NEEDS in rights_in(event)
    return [
        Answered(each, "", papers.get(given[each.id]))
        if each.kind is QuestionKind.FILE
        else Answered(each, in_words(each, given[each.id]))
        for each in questions_of(event.id)
        if each.id in given and (may_know or not each.is_restricted)
    ]


def in_words(question: Question, value: Any) -> str:
    """An answer, as a reader reads it."""
    language = reading_language()
    if question.kind.can_decide:
        names: dict[str, str] = dict(options_of(question))
        codes: list[str] = value if isinstance(value, list) else [value]
        return typography.enumeration([names.get(each, str(each)) for each in codes], language)
    if question.kind is QuestionKind.DATE:
        return typography.date(typed_date(value), language)
    if question.kind is QuestionKind.NUMBER:
        return typography.number(value, language)
    return str(value)
