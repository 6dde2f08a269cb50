"""Sessions that people choose, and seats in those that have only so many."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from eventapp.agenda.models import Session
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.registration.facts import SeatFreed
from eventapp.registration.kinds import ChoiceState
from eventapp.registration.models import Seating, SessionChoice
from eventapp.registration.places import TICK
from eventapp.registration.telling import letters_to, page_address
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


class Seats(NamedTuple):
    """How many seats a session has, and how many are taken and waited for."""

    seats: int
    taken: int
    waiting: int
    waits: bool

    @property
    def free(self) -> int:
        return max(self.seats - self.taken, 0)


def seats_of(event_id: int) -> dict[int, Seats]:
    """The seats of the event's sessions that have only so many, by the session's id."""
    counted: dict[tuple[int, ChoiceState], int] = {}
    query = select(SessionChoice.session_id, SessionChoice.state, func.count())
    for session, state, number in db.session.execute(
        query.group_by(SessionChoice.session_id, SessionChoice.state)
    ):
        counted[session, state] = number
    rows = select(Seating).join(Seating.session).where(Session.event_id == event_id)
    return {
        row.session_id: Seats(
            row.seats,
            counted.get((row.session_id, ChoiceState.SEATED), 0),
            counted.get((row.session_id, ChoiceState.WAITING), 0),
            row.waits,
        )
        for row in db.session.scalars(rows)
    }


def choices_of(participant: Participant) -> dict[int, ChoiceState]:
    """The sessions that somebody chose, by id, and how sure their seat is."""
    query = select(SessionChoice).where(SessionChoice.participant_id == participant.id)
    return {each.session_id: each.state for each in db.session.scalars(query)}


def choose_sessions(
    participant: Participant, sessions: Collection[Session], *, now: datetime
) -> list[Session]:
    """Makes these the sessions of somebody's choice; answers those that were full.

    Only whoever is confirmed chooses. Raises Refusal for anybody else.
    """
    if participant.state is not ParticipantState.CONFIRMED:
        raise Refusal(N_("Sessions can be chosen once the registration is confirmed."))
    query = select(SessionChoice).where(SessionChoice.participant_id == participant.id)
    before = {each.session_id: each for each in db.session.scalars(query)}
    wanted = {each.id: each for each in sessions}
    for session_id in sorted(before.keys() - wanted.keys()):
        _leave(before[session_id], now)
    return [
        wanted[session_id]
        for session_id in sorted(wanted.keys() - before.keys())
        if not take_seat(participant, wanted[session_id], now=now)
    ]


def take_seat(participant: Participant, session: Session, *, now: datetime) -> bool:
    """Chooses a session: with a seat, or waiting for one; False where it is full for good."""
    seating = _locked(session.id)
    state = ChoiceState.CHOSEN
    if seating is not None:
        is_free = _number(session.id, ChoiceState.SEATED) < seating.seats
        state = ChoiceState.SEATED if is_free else ChoiceState.WAITING
        if not is_free and not seating.waits:
            return False
    db.session.add(
        SessionChoice(
            session_id=session.id,
            participant_id=participant.id,
            state=state,
            at=_moment(session.id, now),
        )
    )
    db.session.flush()
    return True


def leave_all_sessions(participant: Participant, *, now: datetime) -> None:
    """Gives up all sessions that somebody chose."""
    query = select(SessionChoice).where(SessionChoice.participant_id == participant.id)
    for choice in db.session.scalars(query.order_by(SessionChoice.session_id)).all():
        _leave(choice, now)


def set_seats(session: Session, seats: int | None, waits: bool, *, now: datetime) -> Seating | None:
    """Bounds a session's seats, or, with None, no longer. Nobody who has a seat loses it."""
    seating = _locked(session.id)
    if seats is None:
        if seating is not None:
            db.session.delete(seating)
        _free_all(session.id)
        return None
    if seating is None:
        seating = Seating(session=session, seats=seats, waits=waits)
        db.session.add(seating)
        _seat_all(session.id)
    seating.seats, seating.waits = seats, waits
    db.session.flush()
    _move_up(seating, now)
    return seating


def _leave(choice: SessionChoice, now: datetime) -> None:
    session_id, had_seat = choice.session_id, choice.state is ChoiceState.SEATED
    seating = _locked(session_id)
    db.session.delete(choice)
    db.session.flush()
    if seating is not None and had_seat:
        _move_up(seating, now)


def _move_up(seating: Seating, now: datetime) -> None:
    """Gives free seats to those who wait, in order, and lets them know."""
    free = seating.seats - _number(seating.session_id, ChoiceState.SEATED)
    if free <= 0:
        return
    query = (
        select(SessionChoice)
        .where(
            SessionChoice.session_id == seating.session_id,
            SessionChoice.state == ChoiceState.WAITING,
        )
        .order_by(SessionChoice.at, SessionChoice.id)
        .limit(free)
    )
    for choice in db.session.scalars(query).all():
        choice.state = ChoiceState.SEATED
        email = letters_to(choice.participant)
        if email:
            page = page_address(choice.participant, now=now)
            announce(SeatFreed(choice.participant, email, seating.session, page))


def _locked(session_id: int) -> Seating | None:
    return db.session.get(Seating, session_id, with_for_update=True, populate_existing=True)


def _number(session_id: int, state: ChoiceState) -> int:
    query = select(func.count()).where(
        SessionChoice.session_id == session_id, SessionChoice.state == state
    )
    return db.session.scalar(query) or 0


def _moment(session_id: int, now: datetime) -> datetime:
    """When the next one chooses it: after all who did already, whatever clocks say."""
    query = select(func.max(SessionChoice.at)).where(SessionChoice.session_id == session_id)
    latest: datetime | None = db.session.scalar(query)
    return max(now, latest + TICK) if latest is not None else now


def _seat_all(session_id: int) -> None:
    """Who had chosen a session before its seats were counted has one."""
    for choice in _choices(session_id, ChoiceState.CHOSEN):
        choice.state = ChoiceState.SEATED


def _free_all(session_id: int) -> None:
    for choice in _choices(session_id, ChoiceState.SEATED, ChoiceState.WAITING):
        choice.state = ChoiceState.CHOSEN


def _choices(session_id: int, *states: ChoiceState) -> list[SessionChoice]:
    query = select(SessionChoice).where(
        SessionChoice.session_id == session_id, SessionChoice.state.in_(states)
    )
    return [*db.session.scalars(query)]
