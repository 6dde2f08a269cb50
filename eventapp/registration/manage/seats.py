"""Sessions with only so many seats."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.models import Session, Slot
from eventapp.events.models import Event
from eventapp.history.saving import Sheet, save
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found
from eventapp.registration.forms import SeatsForm
from eventapp.registration.kinds import ChoiceState
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.models import Seating, SessionChoice
from eventapp.registration.seats import seats_of, set_seats

SEATS = f"{REGISTRATION}/seats"

Answer = Response | tuple[str, int]


@blueprint.get(SEATS)
@needs(Right.REGISTER)
def seats(event: Event) -> str:
    """All sessions, with their seats where they have only so many."""
    columns = Slot.__table__.c
    query = select(Session).where(Session.event_id == event.id)
    rows = db.session.scalars(
        query.order_by(columns.starts_at.is_(None), columns.starts_at, Session.code)
    )
    return render_template(
        "registration/manage/seats.html",
        event=event,
        sessions=[*rows],
        seats=seats_of(event.id),
    )


@blueprint.get(f"{SEATS}/<code:code>")
@needs(Right.REGISTER)
def seats_of_session(event: Event, code: str) -> Answer:
    """Who has a seat in a session, who waits, and how many there are."""
    session = _session(event, code)
    seating = db.session.get(Seating, session.id)
    sheet: Sheet[SeatsForm, Any] = Sheet(
        SeatsForm(stored=SeatsForm.stored(seating) if seating else {"waits": True})
    )
    return _page(event, session, sheet)


@blueprint.post(f"{SEATS}/<code:code>")
@needs(Right.REGISTER)
def save_seats(event: Event, code: str) -> Answer:
    """Saves how many seats a session has; who waits gets those that there are more."""
    session = _session(event, code)
    deed = my_deed(event, name=session.recorded_as, can_be_undone=False)

    def write(_row: object, form: SeatsForm) -> Any:
        return set_seats(session, form.seats.data, form.waits.data, now=deed.now)

    sheet: Sheet[SeatsForm, Any] = save(SeatsForm, None, write, deed)
    if sheet.is_saved:
        return done(_("Saved."), url_for(".seats_of_session", code=session.code))
    return _page(event, session, sheet)


def _session(event: Event, code: str) -> Session:
    query = select(Session).where(Session.event_id == event.id, Session.code == code)
    return found(db.session.scalars(query).one_or_none())


def _page(event: Event, session: Session, sheet: Sheet[Any, Any]) -> Answer:
    query = (
        select(SessionChoice)
        .where(SessionChoice.session_id == session.id)
        .options(joinedload(SessionChoice.participant))
        .order_by(SessionChoice.at, SessionChoice.id)
    )
    rows = [*db.session.scalars(query)]
    page = render_template(
        "registration/manage/seats_of_session.html",
        event=event,
        session=session,
        sheet=sheet,
        seated=[each for each in rows if each.state is not ChoiceState.WAITING],
        waiting=[each for each in rows if each.state is ChoiceState.WAITING],
    )
    return page, sheet.status
