"""Adding a member: somebody who is known, found by name, or somebody new."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations.forms import JoiningForm, NewMemberForm
from eventapp.delegations.listing import name_of
from eventapp.delegations.manage.pages import DELEGATION, blueprint, delegation_of
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import called
from eventapp.delegations.writing import category_offers, write_joining, write_newcomer
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.participants.joining import participant_for
from eventapp.people.finding import find_people
from eventapp.people.models import Person
from eventapp.people.queries import person_called
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.web import found, reading_language

JOIN = f"{DELEGATION}/join"

Answer = Response | tuple[str, int]


@blueprint.get(JOIN)
@needs(Right.PROTOCOL)
@limiter.limit("300 per minute")
def find_member(event: Event, code: str) -> Answer:
    """Finds people by name; one who is chosen is asked about next."""
    delegation, words = delegation_of(event, code), request.args.get("q", "")
    person = person_called(request.args.get("person", "")[:40])
    if person is None:
        return _page(delegation, None, None, words)
    sheet: Sheet[Any, Any] = opened(JoiningForm, offers=category_offers(event))
    _prefill(sheet, event, person)
    return _page(delegation, sheet, person, words)


@blueprint.post(JOIN)
@needs(Right.PROTOCOL)
def join(event: Event, code: str) -> Answer:
    """Makes the person who was chosen a member."""
    delegation = delegation_of(event, code)
    person = found(person_called(request.form.get("person", "")[:40]))
    deed = my_deed(event, Action.ADD, person.recorded_as, can_be_undone=False)

    def write(_row: object, form: JoiningForm) -> Member:
        return write_joining(delegation, person, form, now=deed.now)

    sheet = save(JoiningForm, None, write, deed, category_offers(event))
    return _added(delegation, sheet) or _page(delegation, sheet, person, "")


@blueprint.get(f"{JOIN}/new")
@needs(Right.PROTOCOL)
def new_member(event: Event, code: str) -> Answer:
    """An empty form for somebody new."""
    sheet: Sheet[Any, Any] = opened(NewMemberForm, offers=category_offers(event))
    return _new_page(delegation_of(event, code), sheet)


@blueprint.post(f"{JOIN}/new")
@needs(Right.PROTOCOL)
def add_new_member(event: Event, code: str) -> Answer:
    """Makes somebody new a member."""
    delegation = delegation_of(event, code)
    deed = my_deed(event, Action.ADD, called(delegation), can_be_undone=False)

    def write(_row: object, form: NewMemberForm) -> Member:
        return write_newcomer(delegation, form, now=deed.now)

    sheet = save(NewMemberForm, None, write, deed, category_offers(event))
    return _added(delegation, sheet) or _new_page(delegation, sheet)


def _added(delegation: Delegation, sheet: Sheet[Any, Member]) -> Response | None:
    if not sheet.is_saved:
        return None
    name = name_of(found(sheet.row).participant, reading_language())
    said = _("%(name)s now belongs to this delegation.", name=name)
    return done(said, url_for(".delegation", code=delegation.code))


def _prefill(sheet: Sheet[JoiningForm, Any], event: Event, person: Person) -> None:
    participant = participant_for(event, person)
    sheet.form.person.data = person.code
    if participant is not None:
        sheet.form.category.data = participant.category.code


def _page(
    delegation: Delegation, sheet: Sheet[Any, Any] | None, person: Person | None, words: str
) -> Answer:
    page = render_template(
        "delegations/join.html",
        event=delegation.event,
        delegation=delegation,
        delegation_name=called(delegation).text(reading_language()),
        sheet=sheet,
        person=person,
        found=find_people(words) if words else [],
        words=words[:100],
    )
    return page, sheet.status if sheet else 200


def _new_page(delegation: Delegation, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template(
        "delegations/new_member.html",
        event=delegation.event,
        delegation=delegation,
        delegation_name=called(delegation).text(reading_language()),
        sheet=sheet,
    )
    return page, sheet.status
