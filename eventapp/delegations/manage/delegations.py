"""Delegations: all of an event's, one of them, and what the team knows of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations import labels
from eventapp.delegations.editing import add_delegations, edit_delegation
from eventapp.delegations.forms import DelegationForm, PartiesForm
from eventapp.delegations.kinds import DelegationState
from eventapp.delegations.listing import standings
from eventapp.delegations.manage.pages import DELEGATION, DELEGATIONS, blueprint, delegation_of
from eventapp.delegations.manage.showing import page_of
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import called, party_called_by_host
from eventapp.delegations.queries import parties, party_with
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.participants.models import Category
from eventapp.plumbing.database import db
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.values.folding import fold, matches

Answer = Response | tuple[str, int]


@blueprint.get(DELEGATIONS)
@needs(Right.PROTOCOL)
def delegations(event: Event) -> str:
    """All delegations: how far each is, and what it lacks."""
    words, state = request.args.get("q", "")[:100], request.args.get("state", "")
    rows = standings(event, reading_language())
    shown = [
        row
        for row in rows
        if matches(words, fold(f"{row.name} {row.head} {row.delegation.code}"))
        and state in {"", row.delegation.state, "lacks" if row.lacks else ""}
    ]
    return render_template(
        "delegations/delegations.html",
        event=event,
        rows=shown,
        number=len(rows),
        words=words,
        state=state,
        states=[(each, labels.DELEGATION_STATES[each]) for each in DelegationState],
    )


@blueprint.get(f"{DELEGATIONS}/add")
@needs(Right.PROTOCOL)
def choose_parties(event: Event) -> Answer:
    """The parties that send no delegation yet."""
    return _choice(event, opened(PartiesForm, offers=_without(event)))


@blueprint.post(f"{DELEGATIONS}/add")
@needs(Right.PROTOCOL)
def add_chosen(event: Event) -> Answer:
    """Adds a delegation of each party that was chosen."""

    def write(_row: object, form: PartiesForm) -> list[Delegation]:
        return add_delegations(event, [found(party_with(UUID(each))) for each in form.chosen.data])

    deed = my_deed(event, Action.ADD)
    sheet: Sheet[Any, Any] = save(PartiesForm, None, write, deed, _without(event))
    if not sheet.is_saved:
        return _choice(event, sheet)
    number = len(sheet.form.chosen.data)
    said = ngettext("%(num)s delegation was added.", "%(num)s delegations were added.", number)
    return done(said, url_for(".delegations"))


@blueprint.get(DELEGATION)
@needs(Right.PROTOCOL)
def delegation(event: Event, code: str) -> str:
    """One delegation: who belongs to it, and where it stands."""
    return page_of(delegation_of(event, code))


@blueprint.get(f"{DELEGATION}/edit")
@needs(Right.PROTOCOL)
def edit(event: Event, code: str) -> Answer:
    """What the team knows of a delegation."""
    return _page(event, opened(DelegationForm, delegation_of(event, code)))


@blueprint.post(f"{DELEGATION}/edit")
@needs(Right.PROTOCOL)
def save_edit(event: Event, code: str) -> Answer:
    """Saves it."""
    row = delegation_of(event, code)
    deed = my_deed(event, name=called(row))

    def write(row: Delegation | None, form: DelegationForm) -> Delegation:
        values = form.values
        quotas = _quotas(event, values.pop("quotas"))
        return edit_delegation(found(row), values, quotas, now=deed.now)

    sheet: Sheet[Any, Any] = save(DelegationForm, row, write, deed)
    if sheet.is_saved:
        return done(_("Saved."), url_for(".delegation", code=code))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    language = reading_language()
    page = render_template(
        "delegations/edit.html",
        event=event,
        sheet=sheet,
        name=called(found(sheet.row)).text(language),
        categories=_categories(event),
    )
    return page, sheet.status


def _quotas(event: Event, rows: list[dict[str, Any]]) -> Mapping[Category, int | None]:
    """The own quotas that were typed; what is no category of the event counts for nothing."""
    known = _categories(event)
    return {known[row["category"]]: row["most"] for row in rows if row["category"] in known}


def _categories(event: Event) -> dict[str, Category]:
    query = select(Category).where(Category.event_id == event.id)
    return {each.code: each for each in db.session.scalars(query)}


def _choice(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template(
        "delegations/choose.html",
        event=event,
        sheet=sheet,
        place="delegations.delegations",
        heading=_("Add delegations"),
        nothing=_("Every party sends a delegation already: add parties first."),
        back=url_for(".delegations"),
    )
    return page, sheet.status


def _without(event: Event) -> Offers:
    language = reading_language()
    query = select(Delegation.party_id).where(Delegation.event_id == event.id)
    sending = {*db.session.scalars(query)}
    return {
        "chosen": [
            (str(each.uid), party_called_by_host(each).text(language).text)
            for each in parties(language)
            if each.id not in sending
        ]
    }
