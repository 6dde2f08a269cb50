"""Meetings: their list, and the form of each."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.queries import conflicts_around
from eventapp.agenda.conflicts.words import severity
from eventapp.agenda.manage.boarding import today
from eventapp.bilaterals.editing import ask, edit, remove, set_people
from eventapp.bilaterals.forms import AnswerForm, MeetingForm
from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.labels import answers_to
from eventapp.bilaterals.manage.pages import MEETING, MEETINGS, blueprint, meeting_of
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.objecting import objections
from eventapp.bilaterals.queries import Filters, delegations_of, meetings, rules_of
from eventapp.bilaterals.tallying import tallies
from eventapp.bilaterals.values import choosable, chosen, columns_of, offers_of
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.plumbing.web import found, reading_language
from eventapp.values.bilingual import Bilingual

Answer = Response | tuple[str, int]
MeetingSheet = Sheet[MeetingForm, Bilateral]

SHOWN_AT_MOST = 500


@blueprint.get(MEETINGS)
@needs(Right.PROTOCOL)
def listing(event: Event) -> str:
    """The meetings that the reader asks for, those without a time first; and each party's days."""
    filters = Filters(*(request.args.get(name, "")[:40] for name in Filters._fields))
    rows = meetings(event, filters)
    return render_template(
        "bilaterals/list.html",
        event=event,
        meetings=rows[:SHOWN_AT_MOST],
        most=SHOWN_AT_MOST,
        count=len(rows),
        filters=filters,
        states=BilateralState,
        delegations=delegations_of(event, reading_language()),
        tallies=tallies(event),
        most_a_day=rules_of(event).most_a_day,
    )


@blueprint.get(f"{MEETINGS}/new")
@needs(Right.PROTOCOL)
def new(event: Event) -> Answer:
    """An empty form for a request."""
    form = MeetingForm(stored={"minutes": rules_of(event).minutes}, offers=offers_of(event))
    return _page(event, Sheet(form))


@blueprint.post(f"{MEETINGS}/new")
@needs(Right.PROTOCOL)
def add(event: Event) -> Answer:
    """Asks for a meeting, in the name of one side."""
    deed = my_deed(event, Action.ADD)
    sides = {each.code: each for each, _name in delegations_of(event, reading_language())}

    def write(_row: object, form: MeetingForm) -> Bilateral:
        one, other = (sides[form.values[name]] for name in ("requested_by", "requested_of"))
        return ask(event, one, other, columns_of(form.values), now=deed.now)

    return _saved(event, save(MeetingForm, None, write, deed, offers_of(event)))


@blueprint.get(MEETING)
@needs(Right.PROTOCOL)
def meeting(event: Event, code: str) -> Answer:
    """A meeting: how it stands, what can be done, and its form."""
    row = meeting_of(event, code)
    return _page(event, opened(MeetingForm, row, offers_of(event, row)))


@blueprint.post(MEETING)
@needs(Right.PROTOCOL)
def save_meeting(event: Event, code: str) -> Answer:
    """Saves a meeting; its two sides stay who they are."""
    row = meeting_of(event, code)
    deed = my_deed(event, name=row.title)

    def write(row: Bilateral | None, form: MeetingForm) -> Bilateral:
        held, values = found(row), form.values
        people, interpreters = choosable(event, held)
        before = [(each.person_id, each.role) for each in held.appearances]
        set_people(
            held, chosen(people, values["people"]), chosen(interpreters, values["interpreters"])
        )
        if before != [(each.person.id, each.role) for each in held.appearances]:
            held.touch(deed.now)
        return edit(held, columns_of(values), now=deed.now)

    return _saved(event, save(MeetingForm, row, write, deed, offers_of(event, row)))


@blueprint.get(f"{MEETING}/remove")
@needs(Right.PROTOCOL)
def removing(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, meeting_of(event, code))


@blueprint.post(f"{MEETING}/remove")
@needs(Right.PROTOCOL)
def remove_meeting(event: Event, code: str) -> Answer:
    """Removes a request that nobody was told a time of."""
    row = meeting_of(event, code)
    deed, name = my_deed(event, Action.REMOVE, row.title), _name(row.title)
    return confirmed(
        lambda: remove(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=name),
        url_for(".listing"),
    )


def _ask(event: Event, row: Bilateral, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="bilaterals.listing",
        question=_("Remove “%(name)s”?", name=_name(row.title)),
        refusal=refusal,
        back=url_for(".meeting", code=row.code),
    )


def _name(title: Bilingual) -> str:
    return title.text(reading_language()).text


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".meeting", code=found(sheet.row).code))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row = sheet.row
    now_there, against = [], list[str]()
    if row is not None and row.span is not None:
        language = reading_language()
        now_there = conflicts_around(
            event, row.uid, language, today=today(event), is_discreet=False
        )
        against = objections(event, row, row.span, row.room)
    page = render_template(
        "bilaterals/meeting.html",
        event=event,
        sheet=sheet,
        conflicts=now_there,
        objections=against,
        severity_name=severity,
        answer=AnswerForm(),
        answers_to=answers_to,
    )
    return page, sheet.status
