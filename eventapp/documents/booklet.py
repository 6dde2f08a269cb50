"""The booklet of a delegation: who it is, what it does when, whom to call, whom it meets. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from eventapp.documents.imprint import Head, Imprint, in_both
from eventapp.documents.itinerary import DayPart, OwnDocument
from eventapp.documents.passages import Passage, Prose, passage, prose, said
from eventapp.documents.roster import PrintedParty, PrintedPerson
from eventapp.itineraries.itinerary import Contact
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_

#: How many numbered copies are printed at once.
MOST_COPIES = 40

TITLES = {
    "composition": N_("Members of the delegation"),
    "programme": N_("The delegation’s programme"),
    "contacts": N_("Whom to call"),
    "counterparts": N_("Bilateral meetings and counterparts"),
}
WORDS = (
    N_("Contents"),
    N_("Confidential: for this delegation alone."),
    N_("Nothing is settled yet."),
    N_("Nobody is named yet."),
)


class BookletPerson(TypedDict):
    """A member, or somebody whom they meet, with a biography in each language that has one."""

    honorific: list[Passage]
    name: list[Passage]
    details: list[list[Passage]]
    biography: list[Prose]


class MeetingPart(TypedDict):
    """A meeting: with whom, when and where, and who they are."""

    party: list[Passage]
    when: list[Passage]
    place: list[Passage]
    people: list[BookletPerson]


class ContactLine(TypedDict):
    """Whom to turn to for what, and how."""

    label: list[Passage]
    name: str
    ways: list[str]


class BookletData(TypedDict):
    """What `booklet.typ` prints, once for each of its numbered copies."""

    head: Head
    party: list[Passage]
    formal: list[Passage]
    copies: int
    titles: dict[str, list[Passage]]
    copy_words: list[Passage]
    words: list[list[Passage]]
    members: list[BookletPerson]
    days: list[DayPart]
    contacts: list[ContactLine]
    meetings: list[MeetingPart]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody whom the delegation meets."""

    person: PrintedPerson
    biography: Bilingual


@dataclass(frozen=True, slots=True)
class Meeting:
    """A bilateral meeting; `uid` is that of its entry in the delegation's itinerary."""

    uid: str
    party: Bilingual
    people: tuple[Counterpart, ...] = ()


@dataclass(frozen=True)
class Booklet:
    """A delegation's booklet, in so many copies, each numbered."""

    party: PrintedParty
    own: OwnDocument
    meetings: Sequence[Meeting]
    contacts: Sequence[Contact]
    imprint: Imprint
    copies: int = 1

    @property
    def filename(self) -> str:
        return self.imprint.filename("booklet", self.party.code)


def booklet_data(booklet: Booklet) -> BookletData:
    """The whole booklet."""
    both = booklet.imprint.said
    return {
        "head": booklet.imprint.head(N_("Delegation booklet"), N_("Confidential")),
        "party": both(booklet.party.name),
        "formal": both(booklet.party.formal),
        "copies": booklet.copies,
        "titles": {key: both(in_both(title)) for key, title in TITLES.items()},
        "copy_words": both(in_both(N_("Printed copy"))),
        "words": [both(in_both(words)) for words in WORDS],
        "members": [_person(each, Bilingual(), booklet) for each in booklet.party.people],
        "days": booklet.own.data()["days"],
        "contacts": [_contact(each, booklet) for each in booklet.contacts],
        "meetings": [_meeting(each, booklet) for each in booklet.meetings],
    }


def _person(person: PrintedPerson, biography: Bilingual, booklet: Booklet) -> BookletPerson:
    both, languages = booklet.imprint.said, booklet.imprint.languages
    is_alone = len(languages) == 1
    wordings = [biography.text(language) for language in languages]
    kept = [each for each in wordings if is_alone or not each.is_fallback]
    told = [prose(each, each.language, is_alone=True) for each in kept]
    return {
        "honorific": both(person.honorific),
        "name": both(person.name),
        "details": [
            both(text) for text in (person.capacity, person.function, person.organisation) if text
        ],
        "biography": [each for each in told if each],
    }


def _contact(contact: Contact, booklet: Booklet) -> ContactLine:
    return {
        "label": booklet.imprint.said(in_both(contact.label)),
        "name": contact.name,
        "ways": [way for way in (contact.telephone, contact.email) if way],
    }


def _meeting(meeting: Meeting, booklet: Booklet) -> MeetingPart:
    entry = next(e for e in booklet.own.itinerary.entries if e.uid == meeting.uid)
    readings = booklet.own.readings
    places = [passage(reading.place(entry), reading.language) for reading in readings]
    return {
        "party": booklet.imprint.said(meeting.party),
        "when": [said(reading.day_and_hours(entry), reading.language) for reading in readings],
        "place": list({each["text"]: each for each in places if each["text"]}.values()),
        "people": [_person(each.person, each.biography, booklet) for each in meeting.people],
    }
