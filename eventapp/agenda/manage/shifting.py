"""Moving many sessions at once: the rest of a day, or those that somebody chose on the board."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.boards import days_of
from eventapp.agenda.editing import SAME_ROOM, move_block, programme_day, scheduled
from eventapp.agenda.holding import sessions_between, sessions_called
from eventapp.agenda.manage.boarding import is_for_script, outcome_of, parts, whereabouts
from eventapp.agenda.manage.outlook import Outlook
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.manage.placing import BlockForm, ShiftForm
from eventapp.agenda.models import Session
from eventapp.agenda.stale_moves import Stale
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.database import db
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.slug import is_code

#: How many sessions one address or form may name.
BLOCK_AT_MOST = 300


@blueprint.get(f"{EVENT}/board/shift")
@needs(Right.PROGRAMME)
def shift_form(event: Event) -> str:
    """Which sessions of a day to move, and by how much."""
    given = {"day": days_of(event)[0].isoformat(), "minutes": "15"} | request.args.to_dict()
    return _shift_page(event, ShiftForm(data=given), "")


@blueprint.post(f"{EVENT}/board/shift")
@needs(Right.PROGRAMME)
def shift(event: Event) -> AnyResponse:
    """Moves them all, or none."""
    form = ShiftForm(request.form)
    form.offer(event)
    if not form.validate():
        return _answer(_shift_page(event, form, ""), 422)
    try:
        moved = _shift(event, form)
    except Refusal as refusal:
        return _answer(_shift_page(event, form, refusal.text(reading_language())), 422)
    return _done(event, moved)


@blueprint.get(f"{EVENT}/board/block")
@needs(Right.PROGRAMME)
def block_form(event: Event) -> str:
    """Where the chosen sessions are to go together."""
    return _block_page(event, BlockForm(data=request.args.to_dict()), _chosen(event), "")


@blueprint.post(f"{EVENT}/board/block")
@needs(Right.PROGRAMME)
def move_chosen(event: Event) -> AnyResponse:
    """Moves them all, or none."""
    form = BlockForm(request.form)
    form.offer(event)
    if not form.validate():
        return _answer(_block_page(event, form, _chosen(event), ""), 422)
    try:
        moved = _move_chosen(event, form)
    except Refusal as refusal:
        said = refusal.text(reading_language())
        return _answer(_block_page(event, form, _chosen(event), said), 422)
    return _done(event, moved)


def _shift(event: Event, form: ShiftForm) -> list[Session]:
    now, asked = datetime.now(UTC), form.asked
    room = next((room for room in event.rooms if room.code == form.room.data), None)
    name = room.name if room else _in_both(N_("all rooms"))
    with _one_step(event, now, name):
        sessions = sessions_between(event, asked.on, asked.begins, asked.until, room)
        move_block(sessions, minutes=asked.minutes, now=now)
    return sessions


def _move_chosen(event: Event, form: BlockForm) -> list[Session]:
    now, codes = datetime.now(UTC), _codes()
    rooms = {room.code: room for room in event.rooms}
    room = SAME_ROOM if form.room.data == BlockForm.SAME else rooms.get(form.room.data)
    with _one_step(event, now, _how_many(len(codes))):
        sessions = scheduled(sessions_called(event, codes))
        move_block(sessions, days=form.by_days, minutes=form.by_minutes, room=room, now=now)
    return sessions


@contextmanager
def _one_step(event: Event, now: datetime, name: Bilingual) -> Iterator[None]:
    """All of it or nothing, to be undone at once."""
    try:
        with editing(event.id, by=me().actor, now=now, action=Action.SHIFT, name=name):
            yield
    except StaleDataError as error:
        raise Stale(N_("Somebody else changed these sessions just now.")) from error


def _codes() -> list[str]:
    """The sessions that the address or the form names, each once."""
    return [*dict.fromkeys(filter(is_code, request.values.getlist("code")))][:BLOCK_AT_MOST]


def _chosen(event: Event) -> list[Session]:
    query = select(Session).where(Session.event_id == event.id, Session.code.in_(_codes()))
    return scheduled(db.session.scalars(query))


def _in_both(message: str) -> Bilingual:
    return Bilingual(*(translator(language)(message) for language in (Language.FR, Language.EN)))


def _how_many(count: int) -> Bilingual:
    return Bilingual(
        *(
            counted("%(num)s session", "%(num)s sessions", count, language)
            for language in (Language.FR, Language.EN)
        )
    )


def _done(event: Event, moved: list[Session]) -> AnyResponse:
    said = _("Moved: %(what)s", what=_how_many(len(moved)).strict(reading_language()))
    if is_for_script():
        return parts(event, Outlook.asked(request.args), outcome_of(event, said, moved))
    flash(said)
    first = scheduled(moved)[0].span
    day = programme_day(event, first.start) if first else None
    return redirect(url_for(".board", day=day), 303)


def _answer(page: str, status: int) -> AnyResponse:
    return make_response(page, status)


def _shift_page(event: Event, form: ShiftForm, refusal: str) -> str:
    form.offer(event)
    return render_template("programme/board_shift.html", event=event, form=form, refusal=refusal)


def _block_page(event: Event, form: BlockForm, chosen: list[Session], refusal: str) -> str:
    form.offer(event)
    return render_template(
        "programme/board_block.html",
        event=event,
        form=form,
        chosen=[(session, whereabouts(session)) for session in chosen],
        refusal=refusal,
    )
