"""Moving one session, or swapping two: by hand on the board, or by a form that does the same."""

from datetime import UTC, date, datetime, timedelta

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.boards import sessions_called
from eventapp.agenda.conflicts.queries import (
    conflicts_around,
    conflicts_if_moved,
    nearest_free_place,
)
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.editing import deed, move_session, programme_day, swap
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
from eventapp.agenda.models import Session
from eventapp.agenda.stale_moves import Stale, refuse_stale
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import is_code


@blueprint.get(f"{EVENT}/board/<code:code>/move")
@needs(Right.PROGRAMME)
def move_form(event: Event, code: str) -> str:
    """Where the session is, where it could go, and with what conflicts."""
    session = _session(event, code)
    form = PlaceForm(data=place_of(session, _day_of(session)) | request.args.to_dict())
    return _form_page(event, session, form, refusal="")


@blueprint.post(f"{EVENT}/board/<code:code>/move")
@needs(Right.PROGRAMME)
def move(event: Event, code: str) -> AnyResponse:
    """Moves the session; the form comes back with what is wrong where it cannot be."""
    session = _session(event, code)
    form = PlaceForm(request.form)
    form.offer(event)
    if "off" in request.form:  # a button of its own outdoes the day that the form shows
        form.day.data = ""
    if not form.validate():
        errors = [error for field in form for error in field.errors]
        return _refused(event, session, form, " ".join(errors), 422)
    try:
        _move(event, session, form)
    except Stale as stale:
        return _refused(event, _session(event, code), form, stale.text(reading_language()), 409)
    except Refusal as refusal:
        return _refused(event, _session(event, code), form, refusal.text(reading_language()), 422)
    said = _("“%(title)s”: %(place)s", title=title_of(session), place=whereabouts(session))
    return _done(event, said, [session])


@blueprint.post(f"{EVENT}/board/<code:code>/swap")
@needs(Right.PROGRAMME)
def swap_sessions(event: Event, code: str) -> AnyResponse:
    """Exchanges the places of two sessions."""
    session = _session(event, code)
    form = PlaceForm(data=place_of(session, _day_of(session)))
    try:
        pair = _swap(event, session)
    except Stale as stale:
        return _refused(event, _session(event, code), form, stale.text(reading_language()), 409)
    except Refusal as refusal:
        return _refused(event, _session(event, code), form, refusal.text(reading_language()), 422)
    said = _("Swapped: “%(one)s” and “%(other)s”", one=title_of(pair[0]), other=title_of(pair[1]))
    return _done(event, said, pair)


def _move(event: Event, session: Session, form: PlaceForm) -> None:
    """One unit of work: the session as others have left it, moved."""
    now, span = datetime.now(UTC), form.span(event)
    action, name = deed(session, span, form.room_in(event)), session.title
    try:
        with editing(event.id, by=me().actor, now=now, action=action, name=name):
            [locked] = sessions_called(event, [session.code])
            room = form.room_in(event)
            if (locked.span, locked.room) != (span, room):  # a form sent twice is done once
                refuse_stale(locked, form.seen, whereabouts(locked))
                move_session(locked, span, room, now=now)
    except StaleDataError as error:
        raise Stale(N_("Somebody else changed this session just now.")) from error


def _swap(event: Event, session: Session) -> list[Session]:
    now, other = datetime.now(UTC), _other(event)
    seen = {
        session.code: read_number(request.form.get("version", "")) or 0,
        other.code: read_number(request.form.get("other_version", "")) or other.version,
    }
    try:
        with editing(event.id, by=me().actor, now=now, action=Action.SWAP, name=session.title):
            for locked in sessions_called(event, seen):
                refuse_stale(locked, seen[locked.code], whereabouts(locked))
            swap(session, other, now=now)
    except StaleDataError as error:
        raise Stale(N_("Somebody else changed this session just now.")) from error
    return [session, other]


def _other(event: Event) -> Session:
    other = _session_called(event, request.form.get("other", ""))
    if other is None:
        raise Refusal(N_("Choose the session to swap with."))
    return other


def _session(event: Event, code: str) -> Session:
    return found(_session_called(event, code))


def _session_called(event: Event, code: str) -> Session | None:
    if not is_code(code):
        return None
    query = select(Session).where(Session.event_id == event.id, Session.code == code)
    return db.session.scalars(query).one_or_none()


def _day_of(session: Session) -> date | None:
    return programme_day(session.event, session.span.start) if session.span else None


def _done(event: Event, said: str, sessions: list[Session]) -> AnyResponse:
    """The board again, or its parts, with what was done and what it causes."""
    if is_for_script():
        return parts(event, Outlook.asked(request.args), outcome_of(event, said, sessions))
    flash(said)
    day = next((_day_of(session) for session in sessions if session.span), None)
    return redirect(url_for(".board", day=day), 303)


def _refused(
    event: Event, session: Session, form: PlaceForm, refusal: str, status: int
) -> AnyResponse:
    """Why not; nothing typed is lost, and a move that came too late can be repeated knowingly."""
    form.version.data = str(session.version)
    if not is_for_script():
        return AnyResponse(
            _form_page(event, session, form, refusal), status, content_type="text/html"
        )
    repeat = dict(form.data) if status == 409 else None
    outcome = Outcome(refusal=refusal, repeat=repeat, repeat_to=request.path)
    return parts(event, Outlook.asked(request.args), outcome, status)


def _form_page(event: Event, session: Session, form: PlaceForm, refusal: str) -> str:
    form.offer(event)
    return render_template(
        "programme/board_move.html",
        event=event,
        session=session,
        form=form,
        refusal=refusal,
        whereabouts=whereabouts(session),
        day=_day_of(session),
        others=_others(event, session),
        now_there=conflicts_around(event, session.uid, reading_language(), today=today(event)),
        free=_free_place(event, session),
        then_there=_conflicts_there(event, session, form),
    )


def _conflicts_there(event: Event, session: Session, form: PlaceForm) -> list[ConflictLine]:
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
        session.uid,
        span,
        room.uid if room else None,
        reading_language(),
        today=today(event),
    )


def _free_place(event: Event, session: Session) -> dict[str, str] | None:
    """Where the session could go without conflict, as the form's address says it."""
    free = nearest_free_place(event, session.uid, today=today(event))
    if free is None:
        return None
    code = next((room.code for room in event.rooms if room.uid == free.room), "")
    on, start = programme_day(event, free.span.start), free.span.start
    minutes = free.span.duration // timedelta(minutes=1)
    return {"day": f"{on}", "time": f"{start:%H:%M}", "minutes": f"{minutes}", "room": code}


def _others(event: Event, session: Session) -> list[tuple[str, str]]:
    """What it can be swapped with: code and title, by title."""
    query = select(Session.code, Session.title).where(Session.event_id == event.id)
    titles = [
        (code, title.text(reading_language()).text or code)
        for code, title in db.session.execute(query.where(Session.id != session.id))
    ]
    return sorted(titles, key=lambda each: each[1])
