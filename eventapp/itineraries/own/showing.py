"""What pages with an agenda are given."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from eventapp.itineraries.itinerary import Itinerary
from eventapp.itineraries.owners import Owner
from eventapp.itineraries.reading import OwnReading
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import SecretAddress
from eventapp.plumbing.database import db
from eventapp.values.language import Language

#: In which languages a calendar can be: the reader's first.
BOTH = "both"


class OwnCalendar(NamedTuple):
    """A calendar that the owner has or may have: `languages` is fr, en or both."""

    languages: str
    made_at: datetime | None


def shown(itinerary: Itinerary, language: Language, now: datetime) -> dict[str, Any]:
    """The agenda for a reader, at a moment."""
    reading = OwnReading(itinerary, language)
    return {"own": reading, "moment": reading.at(now), "rendered_at": now}


def calendars_of(owner: Owner, language: Language) -> list[OwnCalendar]:
    """The owner's calendars, in each language and in both; the newest address of each counts."""
    query = select(SecretAddress).where(
        SecretAddress.subject == owner.uid, SecretAddress.purpose == AddressPurpose.CALENDAR
    )
    rows = db.session.scalars(query.order_by(SecretAddress.made_at))
    made = {row.languages: row.made_at for row in rows}
    return [OwnCalendar(each, made.get(each)) for each in (language, language.other, BOTH)]
