"""Functions that a person holds from one day to another."""

from typing import Any
from uuid import UUID

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.people.editing import add_term, edit_term, remove_term
from eventapp.people.forms import TermForm
from eventapp.people.manage.pages import blueprint, person_of
from eventapp.people.manage.people import PERSON, offers, values_of
from eventapp.people.models import Person, Term
from eventapp.people.queries import term_of
from eventapp.plumbing.web import found, reading_language
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language

TERMS = f"{PERSON}/terms"
TERM = f"{TERMS}/<uuid:uid>"

Answer = Response | tuple[str, int]


@blueprint.app_template_filter()
def term_dates(term: Term, language: Language) -> str:
    """From when to when somebody holds it: “since April 1, 2027”."""
    _ = translator(language)
    first, last = (
        typography.date(day, language, typography.DateStyle.LONG) if day else ""
        for day in (term.starts_on, term.ends_on)
    )
    if first and last:
        return _("from %(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("since %(first)s") % {"first": first}
    return _("until %(last)s") % {"last": last} if last else _("at all times")


@blueprint.get(f"{TERMS}/new")
@needs(Right.PEOPLE)
def new_term(event: Event, code: str) -> Answer:
    """An empty form for a dated function."""
    return _page(event, person_of(event, code), opened(TermForm, offers=offers()))


@blueprint.post(f"{TERMS}/new")
@needs(Right.PEOPLE)
def add_new_term(event: Event, code: str) -> Answer:
    """Adds a dated function."""
    person = person_of(event, code)
    deed = my_deed(event, Action.ADD, person.recorded_as)

    def write(_row: object, form: TermForm) -> Term:
        return add_term(person, values_of(form), now=deed.now)

    return _saved(event, person, save(TermForm, None, write, deed, offers()))


@blueprint.get(TERM)
@needs(Right.PEOPLE)
def term(event: Event, code: str, uid: UUID) -> Answer:
    """A dated function's form."""
    person = person_of(event, code)
    return _page(event, person, opened(TermForm, found(term_of(person, uid)), offers()))


@blueprint.post(TERM)
@needs(Right.PEOPLE)
def save_term(event: Event, code: str, uid: UUID) -> Answer:
    """Saves a dated function."""
    person = person_of(event, code)
    deed = my_deed(event, name=person.recorded_as)

    def write(row: Term | None, form: TermForm) -> Term:
        return edit_term(found(row), values_of(form), now=deed.now)

    row = found(term_of(person, uid))
    return _saved(event, person, save(TermForm, row, write, deed, offers()))


@blueprint.get(f"{TERM}/remove")
@needs(Right.PEOPLE)
def removing_term(event: Event, code: str, uid: UUID) -> str:
    """Asks once."""
    person = person_of(event, code)
    return _ask(event, person, found(term_of(person, uid)))


@blueprint.post(f"{TERM}/remove")
@needs(Right.PEOPLE)
def remove_the_term(event: Event, code: str, uid: UUID) -> Answer:
    """Forgets a dated function."""
    person = person_of(event, code)
    row = found(term_of(person, uid))
    deed = my_deed(event, Action.REMOVE, row.function)
    name = row.function.text(reading_language()).text
    return confirmed(
        lambda: remove_term(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, person, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=name),
        url_for(".person", code=person.code),
    )


def _ask(event: Event, person: Person, row: Term, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="directory.people",
        question=_("Remove “%(name)s”?", name=row.function.text(reading_language()).text),
        refusal=refusal,
        back=url_for(".term", code=person.code, uid=row.uid),
    )


def _saved(event: Event, person: Person, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".person", code=person.code, _anchor="terms"))
    return _page(event, person, sheet)


def _page(event: Event, person: Person, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template("directory/term.html", event=event, person=person, sheet=sheet)
    return page, sheet.status
