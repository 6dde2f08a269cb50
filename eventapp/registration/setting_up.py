"""Setting registration up: when it is open, what it asks."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.history.saving import FieldRefusal, rewrite
from eventapp.plumbing.database import db
from eventapp.registration.answering import questions_of
from eventapp.registration.asking import goes_in_circles
from eventapp.registration.kinds import BuiltIn, QuestionKind
from eventapp.registration.models import Answer, Question, RegistrationDesk
from eventapp.registration.options import options_from
from eventapp.registration.places import move_up
from eventapp.registration.queries import policy_in_force
from eventapp.registration.questionnaire import ask_of
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import unused_code
from eventapp.values.timespan import promised_instant

Values = Mapping[str, Any]

#: What most events ask.
USUAL = (BuiltIn.FUNCTION, BuiltIn.ORGANISATION, BuiltIn.COUNTRY, BuiltIn.ACCESS, BuiltIn.DIET)

MIDNIGHT, LAST_MINUTE = time(0), time(23, 59)


def usual_desk(event: Event) -> RegistrationDesk:
    """What a new event's form is at first; it belongs to nothing yet."""
    return RegistrationDesk(
        event=event,
        is_open=False,
        waits=True,
        by_invitation=False,
        for_others=True,
        asked=tuple(each.value for each in USUAL),
        required=(),
    )


def set_up(
    event: Event, desk: RegistrationDesk | None, values: Values, *, now: datetime
) -> RegistrationDesk:
    """Writes the settings; who waits gets the places that there are more. Raises FieldRefusal."""
    columns = _columns(event, values)
    if columns["is_open"] and policy_in_force(event.id) is None:
        raise FieldRefusal(
            "is_open", Refusal(N_("Write the privacy policy first: people are asked to accept it."))
        )
    if desk is None:
        desk = usual_desk(event)
        db.session.add(desk)
        db.session.flush()
    rewrite(desk, columns, now=now)
    move_up(desk, now=now)
    return desk


def add_question(event: Event, values: Values) -> Question:
    """A new question, at the end unless it says where."""
    known = questions_of(event.id)
    label = values["label"]
    question = Question(
        event_id=event.id,
        code=unused_code(label.en or label.fr, _codes(event), "question"),
        **_question_columns(values, known),
    )
    if values["position"] is None:
        question.position = max((each.position for each in known), default=0) + 1
    db.session.add(question)
    db.session.flush()
    return question


def edit_question(event: Event, question: Question, values: Values, *, now: datetime) -> Question:
    """Changes a question. One that was answered stays of its kind: answers would mean nothing."""
    known = questions_of(event.id)
    if values["kind"] is not question.kind and _is_answered(question):
        raise FieldRefusal(
            "kind", Refusal(N_("This was answered already: add another question instead."))
        )
    columns = _question_columns(values, known)
    if columns["position"] is None:
        columns["position"] = question.position
    rewrite(question, columns, now=now)
    if goes_in_circles(ask_of(each) for each in known):
        raise FieldRefusal("shown_if", Refusal(N_("These questions would wait for one another.")))
    return question


def remove_question(event: Event, question: Question, *, now: datetime) -> None:
    """Removes a question; its answers stay. Raises Refusal where another one depends on it."""
    for each in questions_of(event.id):
        if each.shown_if_id == question.id:
            raise Refusal(N_("“%(label)s” depends on it."), label=each.label)
    question.removed_at = now
    question.touch(now)


def deciding_answers(
    questions: list[Question], but: Question | None = None
) -> list[tuple[str, Question, str]]:
    """What a question can depend on: `code=answer`, the question, and the answer's code."""
    found = []
    for each in questions:
        if each.kind.can_decide and (but is None or each.id != but.id):
            codes = [option["code"] for option in each.options] or ["yes", "no"]
            found += [(f"{each.code}={code}", each, code) for code in codes]
    return found


def _columns(event: Event, values: Values) -> dict[str, Any]:
    names = ("is_open", "capacity", "waits", "by_invitation", "for_others", "welcome")
    asked = values["asked"]
    return {name: values[name] for name in names} | {
        "asked": asked,
        "required": tuple(each for each in values["required"] if each in asked),
        "opens_at": _instant(event, values["opens_on"], values["opens_time"] or MIDNIGHT, "opens"),
        "closes_at": _instant(
            event, values["closes_on"], values["closes_time"] or LAST_MINUTE, "closes"
        ),
    }


def _instant(event: Event, day: date | None, at: time, name: str) -> datetime | None:
    if day is None:
        return None
    try:
        return promised_instant(datetime.combine(day, at), event.zone)
    except Refusal as refusal:
        raise FieldRefusal(f"{name}_time", refusal) from refusal


def _question_columns(values: Values, known: list[Question]) -> dict[str, Any]:
    names = ("label", "help", "kind", "is_required", "is_restricted", "categories", "position")
    kind: QuestionKind = values["kind"]
    before = {text: (each, code) for text, each, code in deciding_answers(known)}
    shown_if, shown_for = before.get(values["shown_if"], (None, ""))
    return {name: values[name] for name in names} | {
        "options": options_from(values["options"]) if kind.has_options else [],
        "shown_if_id": shown_if.id if shown_if else None,
        "shown_for": shown_for,
    }


def _codes(event: Event) -> set[str]:
    """Also those of removed questions: their rows still hold them."""
    query = select(Question.code).where(Question.event_id == event.id)
    return {*db.session.scalars(query.execution_options(include_removed=True))}


def _is_answered(question: Question) -> bool:
    query = select(Answer.id).where(Answer.question_id == question.id).limit(1)
    return db.session.scalars(query).first() is not None
