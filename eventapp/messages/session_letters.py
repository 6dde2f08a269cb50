"""Letters to the people of a programme, when a release changes what they take part in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from functools import partial
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.codec import decode
from eventapp.agenda.facts import ReleasePublished
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.letters import (
    session_added,
    session_cancelled,
    session_changed,
    session_left,
)
from eventapp.messages.news import Entry, News, news
from eventapp.messages.passages import Passage
from eventapp.messages.writing import (
    CalendarPart,
    Draft,
    Recipient,
    contact_of,
    languages_of,
    sender_name,
    write,
)
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.mail import party
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.settings import in_force
from eventapp.values.addresses import is_mail_address
from eventapp.values.language import Language

#: People asked for at once: databases bound the parameters of a query.
PEOPLE_AT_ONCE = 500

Say = Callable[[News, str, str, Language], Passage]

LETTERS: Mapping[LetterKind, Say] = {
    LetterKind.SESSION_ADDED: session_added.say,
    LetterKind.SESSION_CHANGED: session_changed.say,
    LetterKind.SESSION_CANCELLED: session_cancelled.say,
    LetterKind.SESSION_LEFT: session_left.say,
}


@dataclass(frozen=True, slots=True)
class CalendarRequest:
    """An entry and its two parties, for one person's calendar; `wiring` knows who writes it.

    `language` is that of its words; with `both`, its title is in two.
    """

    entry: Entry
    language: Language
    both: bool
    organizer: Address
    attendee: Address


WriteCalendar = Callable[[CalendarRequest], str]


def tell_people(fact: ReleasePublished, *, calendar: WriteCalendar) -> None:
    """Writes to everybody concerned who has an address; held where the event holds letters."""
    release = fact.release
    all_news = list(news(fact.previous, decode(release.agenda), now=release.published_at))
    people = _people({each.person for each in all_news})
    write(
        _draft(fact, each, people[each.person], calendar)
        for each in all_news
        if each.person in people
    )


def _people(uids: Iterable[str]) -> dict[str, Person]:
    """Those who can be written to, by uid."""
    wanted = sorted(uids)
    found: dict[str, Person] = {}
    for first in range(0, len(wanted), PEOPLE_AT_ONCE):
        some = [UUID(uid) for uid in wanted[first : first + PEOPLE_AT_ONCE]]
        for person in db.session.scalars(select(Person).where(Person.uid.in_(some))):
            if is_mail_address(person.email):
                found[str(person.uid)] = person
    return found


def _draft(fact: ReleasePublished, told: News, person: Person, calendar: WriteCalendar) -> Draft:
    event, release = fact.event, fact.release
    to = Recipient(
        name=person.name,
        address=person.email,
        languages=languages_of(person.correspondence, event),
        person_id=person.id,
    )
    return Draft(
        kind=told.kind,
        key=f"session/{release.id}/{told.session.uid}/{told.person}",
        to=to,
        say=partial(_say, told, person.name),
        event=event,
        release_id=release.id,
        calendar=_calendar(told, event, to, calendar),
        is_held=event.holds_letters,
        not_before=release.published_at,
    )


def _say(told: News, name: str, language: Language) -> Passage:
    return LETTERS[told.kind](told, name, _page(told, language), language)


def _page(told: News, language: Language) -> str:
    """Where to read on: the session, or the whole programme for who is out of it."""
    event = told.agenda.event.slug
    if told.kind in {LetterKind.SESSION_CANCELLED, LetterKind.SESSION_LEFT}:
        return absolute("agenda.agenda", language=language, event=event)
    code = told.session.code
    return absolute("agenda.session", language=language, event=event, code=code)


def _calendar(told: News, event: Event, to: Recipient, calendar: WriteCalendar) -> CalendarPart:
    entry = told.entry
    if entry is None:
        return CalendarPart()
    language = to.languages[0]
    request = CalendarRequest(
        entry=entry,
        language=language,
        both=len(to.languages) > 1,
        organizer=party(sender_name(event, language), contact_of(event) or in_force().mail_from),
        attendee=party(to.name, to.address),
    )
    return CalendarPart(entry.method, calendar(request))
