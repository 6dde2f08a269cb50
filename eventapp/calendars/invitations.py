"""Calendar parts of letters (iTIP, RFC 5546; iMIP, RFC 6047). Pure.

They name the session as the feeds do, so that a calendar that has both knows it is one.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from email.headerregistry import Address
from enum import StrEnum

from icalendar.prop import vCalAddress

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.published import PublishedSession
from eventapp.agenda.reading import Reading
from eventapp.calendars.components import instant, word
from eventapp.calendars.entries import Options, Site, session_entry
from eventapp.calendars.ical import PRODID, calendar, timezones
from eventapp.values.cleaning import one_line
from eventapp.values.timespan import TimeSpan


class Method(StrEnum):
    """What a calendar is asked to do: take the session in or change it; or strike it."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Asked:
    """What one person's calendar is asked to do.

    `sent_by` is the address that the letter comes from, where it is not the organizer's own.
    `sequence` is higher than in any message before; `both` gives the title in two languages.
    """

    method: Method
    reading: Reading
    session: PublishedSession
    span: TimeSpan
    sequence: int
    organizer: Address
    sent_by: str
    attendee: Address
    both: bool = False


def invitation(asked: Asked, site: Site, *, now: datetime) -> bytes:
    """The message as bytes. `now` (aware) is DTSTAMP: when it was made (RFC 5545 §3.8.7.2)."""
    entry = session_entry(asked.reading, _told(asked), asked.span, site, Options(both=asked.both))
    entry["DTSTAMP"] = instant(now)
    entry["ORGANIZER"] = _party(asked.organizer, **_behalf(asked))
    entry["ATTENDEE"] = _party(
        asked.attendee, ROLE="REQ-PARTICIPANT", PARTSTAT="NEEDS-ACTION", RSVP="FALSE"
    )
    head = {
        "VERSION": word("2.0"),
        "PRODID": word(PRODID),
        "CALSCALE": word("GREGORIAN"),
        "METHOD": word(asked.method.value),
    }
    return calendar(head, timezones([asked.span]), [entry])


def _told(asked: Asked) -> PublishedSession:
    """The session as this one person gets it: who is taken out of it finds it cancelled."""
    stamp = replace(asked.session.stamp, revision=asked.sequence)
    if asked.method is Method.CANCEL:
        return replace(asked.session, stamp=stamp, state=SlotState.CANCELLED)
    return replace(asked.session, stamp=stamp)


def _behalf(asked: Asked) -> dict[str, str]:
    """A letter that does not come from the organizer says on whose behalf it does."""
    is_own = asked.organizer.addr_spec == asked.sent_by
    return {} if is_own else {"SENT-BY": f"mailto:{asked.sent_by}"}


def _party(party: Address, **params: str) -> vCalAddress:
    named = {"CN": one_line(party.display_name)} if party.display_name else {}
    return vCalAddress(f"mailto:{party.addr_spec}", params=named | params)
