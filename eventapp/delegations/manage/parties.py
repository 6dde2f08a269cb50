"""Parties: states, organisations and others that send delegations, over all events."""

from typing import Any
from uuid import UUID

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations import labels
from eventapp.delegations.editing import add_party, edit_party, remove_party
from eventapp.delegations.forms import PartiesForm, PartyForm
from eventapp.delegations.kinds import PartyKind
from eventapp.delegations.manage.pages import EVENT, blueprint
from eventapp.delegations.models import Party
from eventapp.delegations.naming import party_called_by_host
from eventapp.delegations.queries import parties as all_parties
from eventapp.delegations.queries import party_with
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.people.queries import organisations
from eventapp.plumbing.fields import Offer
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.values.territories import countries

PARTIES = f"{EVENT}/parties"
PARTY = f"{PARTIES}/<uuid:uid>"
NOTHING: Offer = ("", "–")

Answer = Response | tuple[str, int]


@blueprint.get(PARTIES)
@needs(Right.PROTOCOL)
def parties(event: Event) -> str:
    """All parties."""
    language = reading_language()
    return render_template(
        "delegations/parties.html",
        event=event,
        parties=[(each, party_called_by_host(each)) for each in all_parties(language)],
        party_kind=labels.party_kind,
    )


@blueprint.get(f"{PARTIES}/countries")
@needs(Right.PROTOCOL)
def choose_countries(event: Event) -> Answer:
    """The countries that are no parties yet."""
    return _choice(event, opened(PartiesForm, offers=_new_countries()))


@blueprint.post(f"{PARTIES}/countries")
@needs(Right.PROTOCOL)
def add_countries(event: Event) -> Answer:
    """Makes parties of some countries."""

    def write(_row: object, form: PartiesForm) -> list[Party]:
        return [add_party({"kind": PartyKind.STATE, "country": each}) for each in form.chosen.data]

    sheet: Sheet[Any, Any] = save(
        PartiesForm, None, write, my_deed(event, Action.ADD), _new_countries()
    )
    if not sheet.is_saved:
        return _choice(event, sheet)
    number = len(sheet.form.chosen.data)
    said = ngettext("%(num)s party was added.", "%(num)s parties were added.", number)
    return done(said, url_for(".parties"))


@blueprint.get(f"{PARTIES}/new")
@needs(Right.PROTOCOL)
def new_party(event: Event) -> Answer:
    """An empty form for a party."""
    return _page(event, opened(PartyForm, offers=_offers()))


@blueprint.post(f"{PARTIES}/new")
@needs(Right.PROTOCOL)
def add_new_party(event: Event) -> Answer:
    """Adds a party."""

    def write(_row: object, form: PartyForm) -> Party:
        return add_party(_values(form))

    return _saved(event, save(PartyForm, None, write, my_deed(event, Action.ADD), _offers()))


@blueprint.get(PARTY)
@needs(Right.PROTOCOL)
def party(event: Event, uid: UUID) -> Answer:
    """A party's form."""
    return _page(event, opened(PartyForm, found(party_with(uid)), _offers()))


@blueprint.post(PARTY)
@needs(Right.PROTOCOL)
def save_party(event: Event, uid: UUID) -> Answer:
    """Saves a party."""
    row = found(party_with(uid))
    deed = my_deed(event, name=party_called_by_host(row))

    def write(row: Party | None, form: PartyForm) -> Party:
        return edit_party(found(row), _values(form), now=deed.now)

    return _saved(event, save(PartyForm, row, write, deed, _offers()))


@blueprint.get(f"{PARTY}/remove")
@needs(Right.PROTOCOL)
def removing_party(event: Event, uid: UUID) -> str:
    """Asks once."""
    return _ask(event, found(party_with(uid)))


@blueprint.post(f"{PARTY}/remove")
@needs(Right.PROTOCOL)
def remove_the_party(event: Event, uid: UUID) -> Answer:
    """Removes a party."""
    row = found(party_with(uid))
    deed = my_deed(event, Action.REMOVE, party_called_by_host(row))
    return confirmed(
        lambda: remove_party(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=_name(row)),
        url_for(".parties"),
    )


def _ask(event: Event, row: Party, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="delegations.parties",
        question=_("Remove “%(name)s”?", name=_name(row)),
        detail=_("Removed from all events; Undo brings it back."),
        refusal=refusal,
        back=url_for(".party", uid=row.uid),
    )


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".parties"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    name = _name(sheet.row) if sheet.row else ""
    return render_template("delegations/party.html", event=event, sheet=sheet, name=name), (
        sheet.status
    )


def _choice(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template(
        "delegations/choose.html",
        event=event,
        sheet=sheet,
        place="delegations.parties",
        heading=_("Add countries"),
        nothing=_("Every country is a party already."),
        back=url_for(".parties"),
    )
    return page, sheet.status


def _name(row: Party) -> str:
    return party_called_by_host(row).text(reading_language()).text


def _values(form: PartyForm) -> dict[str, Any]:
    values = form.values
    ids = {str(each.uid): each.id for each in organisations(reading_language())}
    organisation = values.pop("organisation")
    return {**values, "organisation_id": ids.get(organisation)}


def _offers() -> Offers:
    language = reading_language()
    rows = [(str(each.uid), each.name.text(language).text) for each in organisations(language)]
    return {
        "country": [NOTHING, *countries(language)],
        "organisation": [NOTHING, *rows],
    }


def _new_countries() -> Offers:
    language = reading_language()
    known = {each.country for each in all_parties(language)}
    return {"chosen": [each for each in countries(language) if each[0] not in known]}
