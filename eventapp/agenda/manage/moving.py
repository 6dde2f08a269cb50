"""Moving one session, or swapping two: by hand on the board, or by a form that does the same."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.queries import (
    conflicts_around,
    conflicts_if_moved,
    nearest_free_place,
)
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.editing import deed, move_slot, programme_day, swap
from eventapp.agenda.holding import slots_called
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.manage.boarding import (
    Outcome,
    is_for_script,
    outcome_of,
    parts,
    title_of,
    today,
    whereabouts,
)
from eventapp.agenda.manage.outlook import Outlook
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.manage.placing import PlaceForm, place_of, read_number
from eventapp.agenda.manage.slot_pages import is_discreet, move_page, objections_to, swap_page
from eventapp.agenda.models import Slot
from eventapp.agenda.stale_moves import Stale, refuse_stale
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.planning.board import SESSION
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import is_code

PRIVATE = f"{EVENT}/board/private/<code:code>"


@blueprint.get(f"{EVENT}/board/<code:code>/move")
@needs(Right.PROGRAMME)
def move_form(event: Event, code: str) -> str:
    """Where the session is, where it could go, and with what conflicts."""
    return _opened(event, _slot(event, code))


@blueprint.get(f"{PRIVATE}/move")
@needs(Right.PROTOCOL)
def move_private_form(event: Event, code: str) -> str:
    """The same for what takes place beside the programme."""
    return _opened(event, _slot(event, code, is_private=True))


@blueprint.post(f"{EVENT}/board/<code:code>/move")
@needs(Right.PROGRAMME)
def move(event: Event, code: str) -> AnyResponse:
    """Moves the session; the form comes back with what is wrong where it cannot be."""
    return _moved(event, _slot(event, code))


@blueprint.post(f"{PRIVATE}/move")
@needs(Right.PROTOCOL)
def move_private(event: Event, code: str) -> AnyResponse:
    """The same for what takes place beside the programme."""
    return _moved(event, _slot(event, code, is_private=True))


@blueprint.post(f"{EVENT}/board/<code:code>/swap")
@needs(Right.PROGRAMME)
def swap_sessions(event: Event, code: str) -> AnyResponse:
    """Exchanges the places of two sessions."""
    return _swapped(event, _slot(event, code))


@blueprint.post(f"{PRIVATE}/swap")
@needs(Right.PROTOCOL)
def swap_private(event: Event, code: str) -> AnyResponse:
    """Exchanges the places of two meetings beside the programme."""
    return _swapped(event, _slot(event, code, is_private=True))


def _opened(event: Event, slot: Slot) -> str:
    form = PlaceForm(data=place_of(slot, _day_of(slot)) | request.args.to_dict())
    return _form_page(event, slot, form, refusal="")


def _moved(event: Event, slot: Slot) -> AnyResponse:
    form = PlaceForm(request.form)
    form.offer(event)
    if "off" in request.form:  # a button of its own outdoes the day that the form shows
        form.day.data = ""
    if not form.validate():
        errors = [error for field in form for error in field.errors]
        return _refused(event, slot, form, " ".join(errors), 422)
    try:
        _move(event, slot, form)
    except Stale as stale:
        return _refused(event, _again(slot), form, stale.text(reading_language()), 409)
    except Refusal as refusal:
        return _refused(event, _again(slot), form, refusal.text(reading_language()), 422)
    said = _("“%(title)s”: %(place)s", title=title_of(slot), place=whereabouts(slot))
    return _done(event, said, [slot])


def _swapped(event: Event, slot: Slot) -> AnyResponse:
    form = PlaceForm(data=place_of(slot, _day_of(slot)))
    try:
        pair = _swap(event, slot)
    except Stale as stale:
        return _refused(event, _again(slot), form, stale.text(reading_language()), 409)
    except Refusal as refusal:
        return _refused(event, _again(slot), form, refusal.text(reading_language()), 422)
    said = _("Swapped: “%(one)s” and “%(other)s”", one=title_of(pair[0]), other=title_of(pair[1]))
    return _done(event, said, pair)


def _move(event: Event, slot: Slot, form: PlaceForm) -> None:
    """One unit of work: the session as others have left it, moved."""
    now, span = datetime.now(UTC), form.span(event)
    action, name = deed(slot, span, form.room_in(event)), slot.title
    try:
        with editing(event.id, by=me().actor, now=now, action=action, name=name):
            [locked] = slots_called(event, [slot.code])
            room = form.room_in(event)
            if (locked.span, locked.room) != (span, room):  # a form sent twice is done once
                refuse_stale(locked, form.seen, whereabouts(locked))
                move_slot(locked, span, room, now=now)
    except StaleDataError as error:
        raise Stale(N_("Somebody else changed this session just now.")) from error


def _swap(event: Event, slot: Slot) -> list[Slot]:
    now, other = datetime.now(UTC), _other(event, slot)
    seen = {
        slot.code: read_number(request.form.get("version", "")) or 0,
        other.code: read_number(request.form.get("other_version", "")) or other.version,
    }
    try:
        with editing(event.id, by=me().actor, now=now, action=Action.SWAP, name=slot.title):
            for locked in slots_called(event, seen):
                refuse_stale(locked, seen[locked.code], whereabouts(locked))
            swap(slot, other, now=now)
    except StaleDataError as error:
        raise Stale(N_("Somebody else changed this session just now.")) from error
    return [slot, other]


def _other(event: Event, slot: Slot) -> Slot:
    other = _slot_called(event, request.form.get("other", ""), is_private=slot.is_private)
    if other is None:
        raise Refusal(N_("Choose the session to swap with."))
    return other


def _again(slot: Slot) -> Slot:
    """The slot as others have left it."""
    return _slot(slot.event, slot.code, is_private=slot.is_private)


def _slot(event: Event, code: str, *, is_private: bool = False) -> Slot:
    return found(_slot_called(event, code, is_private=is_private))


def _slot_called(event: Event, code: str, *, is_private: bool) -> Slot | None:
    if not is_code(code):
        return None
    query = select(Slot).where(Slot.event_id == event.id, Slot.code == code)
    return db.session.scalars(query.where(_is_private(is_private))).one_or_none()


def _is_private(wanted: bool) -> ColumnElement[bool]:
    return Slot.sort != SESSION if wanted else Slot.sort == SESSION


def _day_of(slot: Slot) -> date | None:
    return programme_day(slot.event, slot.span.start) if slot.span else None


def _done(event: Event, said: str, slots: list[Slot]) -> AnyResponse:
    """The board again, or its parts, with what was done and what it causes."""
    if is_for_script():
        return parts(event, Outlook.asked(request.args), outcome_of(event, said, slots))
    flash(said)
    day = next((_day_of(slot) for slot in slots if slot.span), None)
    return redirect(url_for(".board", day=day), 303)


def _refused(event: Event, slot: Slot, form: PlaceForm, refusal: str, status: int) -> AnyResponse:
    """Why not; nothing typed is lost, and a move that came too late can be repeated knowingly."""
    form.version.data = str(slot.version)
    if not is_for_script():
        return AnyResponse(_form_page(event, slot, form, refusal), status, content_type="text/html")
    repeat = dict(form.data) if status == 409 else None
    outcome = Outcome(refusal=refusal, repeat=repeat, repeat_to=request.path)
    return parts(event, Outlook.asked(request.args), outcome, status)


def _form_page(event: Event, slot: Slot, form: PlaceForm, refusal: str) -> str:
    form.offer(event)
    return render_template(
        "programme/board_move.html",
        event=event,
        session=slot,
        move_address=move_page(slot.sort, slot.code),
        swap_address=swap_page(slot.sort, slot.code),
        form=form,
        refusal=refusal,
        whereabouts=whereabouts(slot),
        day=_day_of(slot),
        others=_others(event, slot),
        now_there=conflicts_around(
            event, slot.uid, reading_language(), today=today(event), is_discreet=is_discreet(event)
        ),
        free=_free_place(event, slot),
        then_there=_conflicts_there(event, slot, form),
        objections=_objections_there(event, slot, form),
    )


def _conflicts_there(event: Event, slot: Slot, form: PlaceForm) -> list[ConflictLine]:
    """The conflicts of the place that the form names, where it names one."""
    try:
        span = form.span(event)
    except Refusal:
        return []
    room = form.room_in(event)
    if span is None:
        return []
    return conflicts_if_moved(
        event,
        slot.uid,
        span,
        room.uid if room else None,
        reading_language(),
        today=today(event),
        is_discreet=is_discreet(event),
    )


def _objections_there(event: Event, slot: Slot, form: PlaceForm) -> Sequence[str]:
    """What else speaks against that place."""
    try:
        return objections_to(slot, form.span(event), form.room_in(event))
    except Refusal:
        return []


def _free_place(event: Event, slot: Slot) -> dict[str, str] | None:
    """Where the session could go without conflict, as the form's address says it."""
    free = nearest_free_place(event, slot.uid, today=today(event))
    if free is None:
        return None
    code = next((room.code for room in event.rooms if room.uid == free.room), "")
    on, start = programme_day(event, free.span.start), free.span.start
    minutes = free.span.duration // timedelta(minutes=1)
    return {"day": f"{on}", "time": f"{start:%H:%M}", "minutes": f"{minutes}", "room": code}


def _others(event: Event, slot: Slot) -> list[tuple[str, str]]:
    """What it can be swapped with: code and title, by title."""
    query = select(Slot.code, Slot.title).where(
        Slot.event_id == event.id, Slot.sort == slot.sort, Slot.state != SlotState.CANCELLED
    )
    titles = [
        (code, title.text(reading_language()).text or code)
        for code, title in db.session.execute(query.where(Slot.id != slot.id))
    ]
    return sorted(titles, key=lambda each: each[1])
