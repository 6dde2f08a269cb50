"""The event's own questions."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.participants.categories import categories_of
from eventapp.plumbing.database import db
from eventapp.plumbing.fields import offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.registration.answering import questions_of
from eventapp.registration.forms import QuestionForm
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.models import Question
from eventapp.registration.questionnaire import options_of
from eventapp.registration.setting_up import (
    add_question,
    deciding_answers,
    edit_question,
    remove_question,
)
from eventapp.values import typography

QUESTIONS = f"{REGISTRATION}/questions"
QUESTION = f"{QUESTIONS}/<code:code>"

Answer = Response | tuple[str, int]


@blueprint.get(QUESTIONS)
@needs(Right.REGISTER)
def questions(event: Event) -> str:
    """All of them, in order."""
    return render_template(
        "registration/manage/questions.html",
        event=event,
        questions=questions_of(event.id),
        names={each.code: each.name for each in categories_of(event)},
    )


@blueprint.get(f"{QUESTIONS}/new")
@needs(Right.REGISTER)
def new_question(event: Event) -> Answer:
    """An empty form for a question."""
    return _page(event, opened(QuestionForm, offers=_offers(event)))


@blueprint.post(f"{QUESTIONS}/new")
@needs(Right.REGISTER)
def add_new_question(event: Event) -> Answer:
    """Adds a question."""

    def write(_row: object, form: QuestionForm) -> Question:
        return add_question(event, form.values)

    return _saved(
        event, save(QuestionForm, None, write, my_deed(event, Action.ADD), _offers(event))
    )


@blueprint.get(QUESTION)
@needs(Right.REGISTER)
def question(event: Event, code: str) -> Answer:
    """A question's form."""
    row = _question(event, code)
    return _page(event, opened(QuestionForm, row, _offers(event, row)))


@blueprint.post(QUESTION)
@needs(Right.REGISTER)
def save_question(event: Event, code: str) -> Answer:
    """Saves a question."""
    row = _question(event, code)
    deed = my_deed(event, name=row.recorded_as)

    def write(row: Question | None, form: QuestionForm) -> Question:
        return edit_question(event, found(row), form.values, now=deed.now)

    return _saved(event, save(QuestionForm, row, write, deed, _offers(event, row)))


@blueprint.get(f"{QUESTION}/remove")
@needs(Right.REGISTER)
def removing_question(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, _question(event, code))


@blueprint.post(f"{QUESTION}/remove")
@needs(Right.REGISTER)
def remove_the_question(event: Event, code: str) -> Answer:
    """Removes a question."""
    row = _question(event, code)
    deed = my_deed(event, Action.REMOVE, row.recorded_as)
    return confirmed(
        lambda: remove_question(event, row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=_label(row)),
        url_for(".questions"),
    )


def _question(event: Event, code: str) -> Question:
    query = select(Question).where(Question.event_id == event.id, Question.code == code)
    return found(db.session.scalars(query).one_or_none())


def _label(row: Question) -> str:
    return row.label.text(reading_language()).text


def _ask(event: Event, row: Question, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="registration.questions",
        question=_("Remove “%(name)s”?", name=_label(row)),
        detail=_("What was answered to it is kept, and comes back with it."),
        refusal=refusal,
        back=url_for(".question", code=row.code),
    )


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".question", code=found(sheet.row).code))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template("registration/manage/question.html", event=event, sheet=sheet)
    return page, sheet.status


def _offers(event: Event, row: Question | None = None) -> Offers:
    language = reading_language()
    before = [
        (
            text,
            f"{_label(each)} – {typography.quotation(dict(options_of(each))[code], language)}",
        )
        for text, each, code in deciding_answers(questions_of(event.id), row)
    ]
    return {
        "categories": offered([(each.code, each.name) for each in categories_of(event)], language),
        "shown_if": [("", _("Always")), *before],
    }
