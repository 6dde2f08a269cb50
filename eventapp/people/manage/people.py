"""People: those of the event, or everybody; each with what the team knows of them."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.people.casting import people_in, sessions_of
from eventapp.people.editing import add_person, edit_person, remove_person
from eventapp.people.finding import duplicates, named
from eventapp.people.forms import DiscreetPersonForm, PersonForm
from eventapp.people.manage.pages import (
    EVENT,
    NOTHING,
    blueprint,
    may_edit,
    person_of,
    territories,
)
from eventapp.people.models import Person
from eventapp.people.queries import organisations
from eventapp.plumbing.database import db
from eventapp.plumbing.forms import Offers, WorkspaceForm
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of
from eventapp.values.collation import sort_key

PEOPLE = f"{EVENT}/people"
PERSON = f"{PEOPLE}/<code:code>"
SHOWN_AT_MOST = 500

Answer = Response | tuple[str, int]


@blueprint.get(PEOPLE)
@needs(Right.READ)
def people(event: Event) -> str:
    """Those who appear in the event; everybody, for a reader who asks and may."""
    language, words = reading_language(), request.args.get("q", "")
    is_everybody = may_edit(event) and request.args.get("who") == "all"
    query = select(Person).outerjoin(Person.organisation).where(named(words))
    if not is_everybody:
        query = query.where(Person.id.in_(people_in(event)))
    query = query.options(joinedload(Person.organisation)).limit(SHOWN_AT_MOST)
    rows = db.session.scalars(query)
    return render_template(
        "directory/people.html",
        event=event,
        people=sorted(rows, key=lambda each: sort_key(each.sorts_as(language), language)),
        words=words,
        is_everybody=is_everybody,
        may_edit=may_edit(event),
        most=SHOWN_AT_MOST,
    )


@blueprint.get(f"{PEOPLE}/new")
@needs(Right.PEOPLE)
def new_person(event: Event) -> Answer:
    """An empty form for a person."""
    return _page(event, opened(_form(event), offers=offers()))


@blueprint.post(f"{PEOPLE}/new")
@needs(Right.PEOPLE)
def add_new_person(event: Event) -> Answer:
    """Adds a person, whom the next page may show to be there already."""

    def write(_row: object, form: PersonForm) -> Person:
        return add_person(values_of(form))

    return _saved(event, save(_form(event), None, write, my_deed(event, Action.ADD), offers()))


@blueprint.get(PERSON)
@needs(Right.READ)
def person(event: Event, code: str) -> Answer:
    """A person's form."""
    return _page(event, opened(_form(event), person_of(event, code), offers()))


@blueprint.post(PERSON)
@needs(Right.PEOPLE)
def save_person(event: Event, code: str) -> Answer:
    """Saves a person."""
    row = person_of(event, code)
    deed = my_deed(event, name=row.recorded_as)

    def write(row: Person | None, form: PersonForm) -> Person:
        return edit_person(found(row), values_of(form), now=deed.now)

    return _saved(event, save(_form(event), row, write, deed, offers()))


@blueprint.get(f"{PERSON}/remove")
@needs(Right.PEOPLE)
def removing_person(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, person_of(event, code))


@blueprint.post(f"{PERSON}/remove")
@needs(Right.PEOPLE)
def remove(event: Event, code: str) -> Answer:
    """Removes a person."""
    row = person_of(event, code)
    deed = my_deed(event, Action.REMOVE, row.recorded_as)
    return confirmed(
        lambda: remove_person(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=row.name),
        url_for(".people"),
    )


def _ask(event: Event, row: Person, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="directory.people",
        question=_("Remove “%(name)s”?", name=row.name),
        detail=_("Removed from all events; Undo brings it back."),
        refusal=refusal,
        back=url_for(".person", code=row.code),
    )


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".person", code=found(sheet.row).code))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row, is_editor = sheet.row, may_edit(event)
    page = render_template(
        "directory/person.html",
        event=event,
        sheet=sheet,
        states=states_of(row.uid, sheet.stored_texts) if row else {},
        may_edit=is_editor,
        sessions=sessions_of(event, row) if row else (),
        twins=duplicates([row.id]) if row and is_editor else (),
    )
    return page, sheet.status


def _form(event: Event) -> type[PersonForm]:
    """Gender, as people declare it, is for few to see."""
    return PersonForm if allows(event, Right.NEEDS) else DiscreetPersonForm


def values_of(form: WorkspaceForm) -> dict[str, Any]:
    """What the form holds, with the organization itself in place of its name."""
    values = form.values
    rows = organisations(reading_language())
    ids = {str(each.uid): each.id for each in rows}
    organisation = values.pop("organisation")
    return {**values, "organisation_id": ids.get(organisation)}


def offers() -> Offers:
    """Organizations, countries and regions to choose from."""
    language = reading_language()
    rows = [(str(each.uid), each.name.text(language).text) for each in organisations(language)]
    return {"organisation": [NOTHING, *rows], **territories()}
