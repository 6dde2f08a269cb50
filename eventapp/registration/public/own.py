"""Finding somebody's own registration by the secret of their address."""

from typing import NamedTuple

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.participants.addresses import address_behind
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found
from eventapp.registration.models import RegistrationDesk
from eventapp.registration.places import desk_of


class Own(NamedTuple):
    """Somebody's own registration; an event that registers nobody has no desk."""

    event: Event
    participant: Participant
    desk: RegistrationDesk | None


def own_at(event: str, token: str) -> Own:
    """What that secret opens; 404 for any other, and for one who is no participant any more."""
    address = found(address_behind(event, token, AddressPurpose.PAGE))
    query = select(Participant).where(
        Participant.uid == address.subject, Participant.event_id == address.event_id
    )
    participant = found(db.session.scalars(query).one_or_none())
    return Own(participant.event, participant, desk_of(address.event_id))
