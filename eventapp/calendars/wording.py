"""What a calendar entry says, in a reader's language. Pure.

Few applications show more than summary, place and description: the description holds everything.
"""

from collections.abc import Iterator
from functools import lru_cache

from icalendar.prop import vCategory

from eventapp.agenda import labels
from eventapp.agenda.kinds import AppearanceState
from eventapp.agenda.published import (
    PublishedAppearance,
    PublishedEvent,
    PublishedRoom,
    PublishedSession,
    PublishedVenue,
)
from eventapp.agenda.reading import Reading, capitalized
from eventapp.calendars.components import Text
from eventapp.events.labels import event_kind
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual, PublishedText, Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.markdown import to_plain

#: Some applications know a cancelled entry by these words only.
CANCELLED = N_("CANCELLED - %s")
TO_FOLLOW = N_("Translation to follow")


def event_title(event: PublishedEvent, language: Language) -> Wording:
    """The event's title, or its name in addresses where it has none."""
    return event.title.text(language) or Wording(event.slug, language)


def feed_name(reading: Reading, title: PublishedText) -> Text:
    """Which feed it is: `Sommet de Belgrade – Salle A`."""
    event = event_title(reading.agenda.event, reading.language)
    scope = reading.text(title)
    name = f"{event.text} – {scope.text}" if scope else event.text
    return Text.line(Wording(name, event.language))


def about(event: PublishedEvent, language: Language) -> Text:
    """What the event is, for the description of its calendars."""
    summary = event.summary.text(language)
    title = event_title(event, language)
    return Text(to_plain(summary.text), summary.language) if summary else Text.line(title)


def event_summary(event: PublishedEvent, language: Language, *, is_cancelled: bool) -> Text:
    """The event's title on one line."""
    return summary(event_title(event, language), language, is_cancelled=is_cancelled)


def session_summary(session: PublishedSession, language: Language, *, both: bool) -> Text:
    """The session's title on one line; with `both`, in two languages: `Ouverture / Opening`.

    A SUMMARY has one language tag (RFC 5545 §3.8.1.12): that of the first.
    """
    title = in_two(session.title, language, both=both) or Wording(session.code, language)
    return summary(title, language, is_cancelled=session.is_cancelled)


def in_two(title: PublishedText, language: Language, *, both: bool) -> Wording:
    """A title, with `both` beside its other language's, where that one differs."""
    first, other = title.text(language), title.strict(language.other)
    if both and other not in {"", first.text}:
        return Wording(f"{first.text} / {other}", first.language)
    return first


def summary(title: Wording, language: Language, *, is_cancelled: bool) -> Text:
    """A title on one line, which says so where what it names is off."""
    return Text.line(title, translator(language)(CANCELLED) if is_cancelled else "%s")


def location(reading: Reading, session: PublishedSession) -> Text | None:
    """Where it takes place, or that it does so online."""
    _ = translator(reading.language)
    room = reading.agenda.room_of(session)
    if room:
        return _place(room, reading.agenda.venue_of(room), reading.language)
    return Text(_("Online"), reading.language) if reading.is_joinable(session) else None


@lru_cache(maxsize=512)
def _place(room: PublishedRoom, venue: PublishedVenue | None, language: Language) -> Text:
    """`Room, building, street, town` in one text, as maps want it."""
    name = room_name(room, language)
    parts = [name.text]
    if venue:
        parts += [venue.name.text(language).text, venue.address, venue.city.text(language).text]
    place = ", ".join(dict.fromkeys(filter(None, parts)))
    return Text.line(Wording(place, name.language))


def room_name(room: PublishedRoom, language: Language) -> Wording:
    """The room's name, or its code where it has none."""
    return room.name.text(language) or Wording(room.code, language)


@lru_cache(maxsize=16)
def contact(organisation: Bilingual, home: str, language: Language) -> Text:
    """Who answers for the calendar: the organisation and its site."""
    name = organisation.text(language)
    return Text.line(Wording(f"{name.text}, {home}", name.language))


def session_categories(reading: Reading, session: PublishedSession) -> vCategory | None:
    """The track and the kind of session."""
    track = reading.agenda.track_of(session)
    name = reading.text(track.name) if track else None
    return _categories(reading.language, name, Wording(reading.kind(session), reading.language))


def event_categories(event: PublishedEvent, language: Language) -> vCategory | None:
    """The kind of event."""
    kind = capitalized(event_kind(event.kind, language))
    return _categories(language, Wording(kind, language))


@lru_cache(maxsize=512)
def _categories(language: Language, *names: Wording | None) -> vCategory | None:
    """All of them on one line, tagged where they are in one language."""
    known = [name for name in names if name]
    if not known:
        return None
    tags = {name.language for name in known}
    params = {"LANGUAGE": language.value} if tags == {language} else None
    return vCategory([Text.line(name) for name in known], params=params)


def description(reading: Reading, session: PublishedSession, page: str) -> Text:
    """Who, where and how to join; then the abstract; the address of the page comes last."""
    abstract = reading.text(session.abstract)
    facts = "\n".join(_facts(reading, session))
    parts = [facts, to_plain(abstract.text), page]
    language = abstract.language if abstract else reading.language
    return Text("\n\n".join(filter(None, parts)), language)


def event_description(event: PublishedEvent, language: Language, page: str) -> Text:
    """What the event is; the address of its page comes last."""
    summary = event.summary.text(language)
    follows = summary.to_follow or event.title.text(language).to_follow
    parts = [translator(language)(TO_FOLLOW) if follows else "", to_plain(summary.text), page]
    return Text("\n\n".join(filter(None, parts)), summary.language if summary else language)


def _facts(reading: Reading, session: PublishedSession) -> Iterator[str]:
    """The lines above the abstract."""
    _ = translator(reading.language)
    room = reading.agenda.room_of(session)
    if any(text and reading.language in text.to_follow for text in _texts(reading, session)):
        yield _(TO_FOLLOW)
    for appearance in session.appearances:
        yield _credit(reading, appearance)
    facts = {
        _("Room"): reading.text(room.name).text if room else "",
        _("Languages"): reading.languages(session.floor_languages),
        _("Interpretation"): reading.languages(session.interpretation_languages),
        _("To join online"): session.join_link,
    }
    for name, value in facts.items():
        if value:
            yield f"{typography.label(name, reading.language)} {value}"


def _texts(reading: Reading, session: PublishedSession) -> Iterator[PublishedText]:
    """All texts that the entry shows."""
    yield session.title
    yield session.abstract
    for place in (reading.agenda.room_of(session), reading.agenda.track_of(session)):
        if place:
            yield place.name
    for appearance in session.appearances:
        person = reading.agenda.person_by_uid[appearance.person]
        yield person.function
        organisation = reading.agenda.organisation_of(person)
        if organisation:
            yield organisation.name


def _credit(reading: Reading, appearance: PublishedAppearance) -> str:
    """`Name, function, organisation (role)`."""
    _ = translator(reading.language)
    person = reading.agenda.person_by_uid[appearance.person]
    name = " ".join(filter(None, (reading.text(person.honorific).text, person.name)))
    parts = [name, *(wording.text for wording in reading.affiliation(person))]
    notes = [labels.role(appearance.role, reading.language)]
    if appearance.state is AppearanceState.TO_BE_CONFIRMED:
        notes.append(_("to be confirmed"))
    return f"{', '.join(parts)} ({', '.join(notes)})"
