"""Announcing where somebody's registration stands, with a secret address of their own page."""

from datetime import datetime

from sqlalchemy import func, select

from eventapp.participants.addresses import make_address
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import Participant, SecretAddress
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.registration.facts import StandingChanged
from eventapp.registration.kinds import News
from eventapp.registration.models import Registration
from eventapp.values.language import Language

#: What brings the addresses of calendars with it.
SURE = frozenset({News.CONFIRMED, News.PROMOTED})


def letters_to(participant: Participant) -> str:
    """Where letters about a registration go; empty where nobody gave an address."""
    query = select(Registration.email).where(Registration.participant_id == participant.id)
    return db.session.scalars(query).one_or_none() or participant.person.email


def tell(
    participant: Participant, news: News, *, now: datetime, place: int = 0, email: str = ""
) -> None:
    """Lets whoever writes letters know, if there is somebody to write to.

    `email` is where letters go, for who knows it already.
    """
    email = email or letters_to(participant)
    if not email:
        return
    calendars = _calendars(participant, now) if news in SURE else {}
    page = page_address(participant, now=now)
    announce(StandingChanged(participant, email, news, page, calendars, place))


def letters_since(participant: Participant, since: datetime) -> int:
    """How many letters with an address of their page have gone to them since."""
    query = select(func.count(SecretAddress.id)).where(
        SecretAddress.subject == participant.uid,
        SecretAddress.purpose == AddressPurpose.PAGE,
        SecretAddress.made_at > since,
    )
    return db.session.scalar(query) or 0


def page_address(participant: Participant, *, now: datetime) -> str:
    """The secret part of another address of somebody's own page."""
    return make_address(participant.event_id, participant.uid, AddressPurpose.PAGE, now=now)


def _calendars(participant: Participant, now: datetime) -> dict[str, str]:
    """A calendar in each language that they read."""
    wish = participant.person.correspondence
    languages = Language if wish is Correspondence.BOTH else (Language(wish.value),)
    event_id, uid, purpose = participant.event_id, participant.uid, AddressPurpose.CALENDAR
    return {
        language.value: make_address(event_id, uid, purpose, language.value, now=now)
        for language in languages
    }
