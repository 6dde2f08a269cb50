"""What happens to registrations, for other rooms to follow."""

from typing import NamedTuple

from eventapp.agenda.models import Session
from eventapp.participants.models import Participant
from eventapp.registration.kinds import News
from eventapp.registration.models import PersonalInvitation


class StandingChanged(NamedTuple):
    """Somebody is to be told where their registration stands.

    `page` is the secret part of their page's address, `calendars` those of their calendars', by
    `fr` and `en`. `place` is the place in the waiting list, counted from 1.
    """

    participant: Participant
    email: str
    news: News
    page: str
    calendars: dict[str, str]
    place: int = 0


class PersonInvited(NamedTuple):
    """Somebody was invited to register; `token` is the secret part of their link."""

    invitation: PersonalInvitation
    token: str


class SeatFreed(NamedTuple):
    """Somebody who waited for a seat in a session has one now."""

    participant: Participant
    email: str
    session: Session
    page: str
