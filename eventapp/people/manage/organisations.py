"""Organisations."""

from typing import Any
from uuid import UUID

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events import labels
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.people import queries
from eventapp.people.editing import add_organisation, edit_organisation, remove_organisation
from eventapp.people.forms import OrganisationForm
from eventapp.people.manage.pages import EVENT, blueprint, may_edit, territories
from eventapp.people.models import Organisation
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of
from eventapp.values.folding import matches

ORGANISATIONS = f"{EVENT}/organisations"
ORGANISATION = f"{ORGANISATIONS}/<uuid:uid>"

Answer = Response | tuple[str, int]


@blueprint.get(ORGANISATIONS)
@needs(Right.READ)
def organisations(event: Event) -> str:
    """All organisations that people belong to."""
    words = request.args.get("q", "")[:100]
    rows = queries.organisations(reading_language())
    return render_template(
        "directory/organisations.html",
        event=event,
        organisations=[row for row in rows if matches(words, row.search_text)],
        words=words,
        sector=labels.sector,
        may_edit=may_edit(event),
    )


@blueprint.get(f"{ORGANISATIONS}/new")
@needs(Right.PEOPLE)
def new_organisation(event: Event) -> Answer:
    """An empty form for an organisation."""
    return _page(event, opened(OrganisationForm, offers=territories()))


@blueprint.post(f"{ORGANISATIONS}/new")
@needs(Right.PEOPLE)
def add_new_organisation(event: Event) -> Answer:
    """Adds an organisation."""

    def write(_row: object, form: OrganisationForm) -> Organisation:
        return add_organisation(form.values)

    deed = my_deed(event, Action.ADD)
    return _saved(event, save(OrganisationForm, None, write, deed, territories()))


@blueprint.get(ORGANISATION)
@needs(Right.READ)
def organisation(event: Event, uid: UUID) -> Answer:
    """An organisation's form."""
    return _page(event, opened(OrganisationForm, _row(uid), territories()))


@blueprint.post(ORGANISATION)
@needs(Right.PEOPLE)
def save_organisation(event: Event, uid: UUID) -> Answer:
    """Saves an organisation."""
    row = _row(uid)
    deed = my_deed(event, name=row.name)

    def write(row: Organisation | None, form: OrganisationForm) -> Organisation:
        return edit_organisation(found(row), form.values, now=deed.now)

    return _saved(event, save(OrganisationForm, row, write, deed, territories()))


@blueprint.get(f"{ORGANISATION}/remove")
@needs(Right.PEOPLE)
def removing_organisation(event: Event, uid: UUID) -> str:
    """Asks once."""
    return _ask(event, _row(uid))


@blueprint.post(f"{ORGANISATION}/remove")
@needs(Right.PEOPLE)
def remove_the_organisation(event: Event, uid: UUID) -> Answer:
    """Removes an organisation."""
    row = _row(uid)
    deed = my_deed(event, Action.REMOVE, row.name)
    name = row.name.text(reading_language()).text
    return confirmed(
        lambda: remove_organisation(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=name),
        url_for(".organisations"),
    )


def _row(uid: UUID) -> Organisation:
    return found(queries.organisation_called(uid))


def _ask(event: Event, row: Organisation, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="directory.organisations",
        question=_("Remove “%(name)s”?", name=row.name.text(reading_language()).text),
        detail=_("Removed from all events; Undo brings it back."),
        refusal=refusal,
        back=url_for(".organisation", uid=row.uid),
    )


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".organisations"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row = sheet.row
    page = render_template(
        "directory/organisation.html",
        event=event,
        sheet=sheet,
        states=states_of(row.uid, sheet.stored_texts) if row else {},
        may_edit=may_edit(event),
    )
    return page, sheet.status
