"""A delegation's own meetings: asked for, answered. Nothing here tells of any other's."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done
from eventapp.bilaterals import editing
from eventapp.bilaterals.forms import AnswerForm, RequestForm
from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.liaison.pages import (
    MEETING,
    MEETINGS,
    blueprint,
    has_agreed,
    other_side,
    own_meeting,
)
from eventapp.bilaterals.locking import locked
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import delegations_of, meetings_of, name_of, rules_of
from eventapp.bilaterals.values import chosen, columns_of, people_of, request_offers
from eventapp.delegations.guarding import assigned
from eventapp.delegations.liaison.pages import deed_of
from eventapp.delegations.models import DelegationAccess
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, attempted, save
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.web import found, reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

Answer = Response | tuple[str, int]


@blueprint.get(MEETINGS)
@assigned
def listing(access: DelegationAccess) -> str:
    """The delegation's meetings."""
    own, language = access.delegation, reading_language()
    rows = [(each, name_of(other_side(each, own))) for each in meetings_of(own)]
    return render_template(
        "bilaterals/own_list.html",
        delegation=own,
        name=name_of(own).text(language),
        rows=rows,
    )


@blueprint.get(f"{MEETINGS}/new")
@assigned
def new(access: DelegationAccess) -> Answer:
    """An empty form for a request."""
    own = access.delegation
    heads = tuple(person.code for person in editing.heads_of(own))
    stored = {"minutes": rules_of(own.event).minutes, "people": heads}
    return _form_page(access, Sheet(RequestForm(stored=stored, offers=request_offers(own))))


@blueprint.post(f"{MEETINGS}/new")
@assigned
@limiter.limit("60 per hour")
def ask(access: DelegationAccess) -> Answer:
    """Asks another delegation for a meeting."""
    own, deed = access.delegation, deed_of(access, Action.ADD)
    others = {each.code: each for each, _name in delegations_of(own.event, reading_language())}

    def write(_row: object, form: RequestForm) -> Bilateral:
        values = form.values
        meeting = editing.ask(
            own.event, own, others[values["requested_of"]], columns_of(values), now=deed.now
        )
        theirs = [each.person for each in meeting.appearances if each.person not in people_of(own)]
        editing.set_people(meeting, [*chosen(people_of(own), values["people"]), *theirs], [])
        return meeting

    sheet = save(RequestForm, None, write, deed, request_offers(own))
    if not sheet.is_saved:
        return _form_page(access, sheet)
    said = _("The request was sent to the other delegation.")
    address = url_for(".meeting", code=own.code, meeting=found(sheet.row).code)
    return done(said, address)


@blueprint.get(MEETING)
@assigned
def meeting(access: DelegationAccess, meeting: str) -> str:
    """One meeting, and what can be answered."""
    return _page(access, own_meeting(access, meeting))


@blueprint.post(MEETING)
@assigned
@limiter.limit("120 per hour")
def answer(access: DelegationAccess, meeting: str) -> Answer:
    """Agrees to the time, declines, asks for another one, or cancels."""
    row, own = own_meeting(access, meeting), access.delegation
    form = AnswerForm([*request.form.items(multi=True)])
    if not form.validate():
        return _page(access, row, form), 422
    deed = deed_of(access, name=row.title)

    def act() -> None:
        locked(row, request.form.get("version", ""))
        _act(row, own, request.form.get("say", ""), form.words.data, deed.now)

    refusal = attempted(deed, act)
    if refusal is not None:
        return _page(access, row, form, refusal.text(reading_language())), 409
    return done(_("Saved."), url_for(".meeting", code=own.code, meeting=meeting))


def _act(row: Bilateral, own: Any, say: str, words: str, now: Any) -> None:
    match say:
        case "agree":
            editing.agree(row, own, now=now)
        case "decline":
            editing.answer(row, BilateralState.DECLINED, words=words, now=now)
        case "another":
            editing.ask_another_time(row, words, now=now)
        case "cancel":
            editing.answer(row, BilateralState.CANCELLED, words=words, now=now)
        case _:
            raise Refusal(N_("Choose one of these."))


def _page(
    access: DelegationAccess,
    row: Bilateral,
    form: AnswerForm | None = None,
    refusal: str = "",
) -> str:
    own, language = access.delegation, reading_language()
    mine = {person.id for person in people_of(own)}
    return render_template(
        "bilaterals/own_meeting.html",
        delegation=own,
        name=name_of(own).text(language),
        meeting=row,
        other=name_of(other_side(row, own)).text(language),
        has_agreed=has_agreed(row, own),
        is_asking=row.requested_by_id == own.id,
        people=[each.person.name for each in row.appearances if each.person_id in mine],
        form=form or AnswerForm(),
        refusal=refusal,
    )


def _form_page(access: DelegationAccess, sheet: Sheet[Any, Any]) -> Answer:
    own = access.delegation
    page = render_template(
        "bilaterals/own_new.html",
        delegation=own,
        name=name_of(own).text(reading_language()),
        sheet=sheet,
    )
    return page, sheet.status
