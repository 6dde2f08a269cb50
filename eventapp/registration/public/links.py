"""Which of registration's pages an event's own pages lead to, asked when one of them is made."""

from sqlalchemy import exists, select

from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.registration.models import RegistrationDesk


def registration_links(slug: str) -> tuple[str, ...]:
    """`register` while the form is open, `participants` where somebody is listed."""
    listed = exists().where(
        Participant.event_id == Event.id,
        Participant.is_listed,
        Participant.state == ParticipantState.CONFIRMED,
        Participant.removed_at.is_(None),
    )
    query = select(RegistrationDesk.is_open, listed).join(RegistrationDesk.event)
    row = db.session.execute(query.where(Event.slug == slug)).one_or_none()
    if row is None:
        return ()
    names = zip(("register", "participants"), row, strict=True)
    return tuple(name for name, is_there in names if is_there)
