"""Programmes as search engines read them: schema.org/Event in JSON-LD. Pure.

Addresses are absolute, `site` being their beginning without a slash at its end.
"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from eventapp.agenda.published import (
    PublishedEvent,
    PublishedRoom,
    PublishedSession,
    PublishedVenue,
)
from eventapp.agenda.reading import Reading
from eventapp.events.kinds import DatePrecision, EventFormat, EventState
from eventapp.values.markdown import to_plain
from eventapp.values.timespan import TimeSpan

DESCRIPTION_LENGTH = 300

Data = dict[str, Any]

_MODES = {
    EventFormat.IN_PERSON: "OfflineEventAttendanceMode",
    EventFormat.ONLINE: "OnlineEventAttendanceMode",
    EventFormat.HYBRID: "MixedEventAttendanceMode",
}


def event_address(event: PublishedEvent, reading: Reading, site: str) -> str:
    """Where the event's page stands."""
    return f"{site}/{reading.language}/{event.slug}/"


def event_data(reading: Reading, site: str) -> Data:
    """The event itself; without dates where they are not settled to the day."""
    event = reading.agenda.event
    is_dated = event.precision is DatePrecision.DAY
    return _document(
        {
            "name": str(reading.text(event.title)),
            "description": summary_of(str(reading.text(event.summary))),
            "url": event_address(event, reading, site),
            "startDate": _iso(event.starts_on) if is_dated else None,
            "endDate": _iso(event.ends_on or event.starts_on) if is_dated else None,
            "eventAttendanceMode": _schema(_MODES[event.format]),
            "eventStatus": _schema(_status(event.state)),
            "inLanguage": str(reading.language),
            "location": [_place(venue, reading) for venue in reading.agenda.venues],
        }
    )


def session_data(session: PublishedSession, reading: Reading, site: str) -> Data:
    """A session, as a part of its event."""
    event = reading.agenda.event
    home = event_address(event, reading, site)
    room = reading.agenda.room_of(session)
    return _document(
        {
            "name": str(reading.text(session.title)),
            "description": summary_of(str(reading.text(session.abstract))),
            "url": f"{home}sessions/{session.code}",
            "startDate": _instant(session.span.starts_at, session.span) if session.span else None,
            "endDate": _instant(session.span.ends_at, session.span) if session.span else None,
            "eventAttendanceMode": _schema(_MODES[event.format]),
            "eventStatus": _schema("EventCancelled" if session.is_cancelled else "EventScheduled"),
            "inLanguage": list(session.floor_languages),
            "location": _room(room, reading) if room else None,
            "performer": [
                {"@type": "Person", "name": credit.person.name}
                for credited in reading.credits(session)
                for credit in credited.people
            ],
            "superEvent": {"@type": "Event", "name": str(reading.text(event.title)), "url": home},
        }
    )


def summary_of(markdown: str) -> str:
    """The beginning of a text as one plain line, cut between two words."""
    text = " ".join(to_plain(markdown).split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0] + "…"


def _document(properties: Data) -> Data:
    known = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {"@context": "https://schema.org", "@type": "Event", **known}


def _status(state: EventState) -> str:
    names = {EventState.CANCELLED: "EventCancelled", EventState.POSTPONED: "EventPostponed"}
    return names.get(state, "EventScheduled")


def _schema(name: str) -> str:
    return f"https://schema.org/{name}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _instant(at: datetime, span: TimeSpan) -> str:
    return at.astimezone(ZoneInfo(span.zone)).isoformat()


def _room(room: PublishedRoom, reading: Reading) -> Data:
    venue = reading.agenda.venue_of(room)
    place: Data = {"@type": "Place", "name": str(reading.text(room.name))}
    return place | ({"containedInPlace": _place(venue, reading)} if venue else {})


def _place(venue: PublishedVenue, reading: Reading) -> Data:
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.address,
        "addressLocality": str(reading.text(venue.city)),
        "addressCountry": venue.country,
    }
    return {
        "@type": "Place",
        "name": str(reading.text(venue.name)),
        "address": {name: value for name, value in address.items() if value},
    }
