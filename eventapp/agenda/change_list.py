"""What changed between two releases, in the words of a reader. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eventapp.agenda import labels
from eventapp.agenda.changes import Change, SessionChange, between
from eventapp.agenda.published import PublishedAgenda, PublishedSession
from eventapp.agenda.reading import Reading, capitalized
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

_NOTHING = Wording("", Language.EN)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change of a session; both wordings are empty where its name says it all."""

    name: str
    before: Wording = _NOTHING
    after: Wording = _NOTHING


@dataclass(frozen=True, slots=True)
class ChangedSession:
    """A session with its changes; `is_gone` where the newer release does not hold it."""

    session: PublishedSession
    is_gone: bool
    lines: tuple[ChangeLine, ...]


def change_list(
    old: PublishedAgenda, new: PublishedAgenda, language: Language
) -> list[ChangedSession]:
    """The changed sessions in the order of the newer programme, those removed last."""
    before, after = Reading(old, language), Reading(new, language)
    return [
        ChangedSession(change.session, change.after is None, tuple(_lines(change, before, after)))
        for change in between(old, new)
    ]


def _lines(change: SessionChange, before: Reading, after: Reading) -> Iterator[ChangeLine]:
    for kind in Change:
        if kind not in change.changes:
            continue
        name = capitalized(labels.change(kind, after.language))
        shown = _SHOWN.get(kind)
        if shown and change.before and change.after:
            old, new = shown(before, change.before), shown(after, change.after)
            yield _told(kind, name, old, new, after.language)
        else:
            yield ChangeLine(name)


def _told(kind: Change, name: str, old: Wording, new: Wording, language: Language) -> ChangeLine:
    """The two wordings; none where the reader's language says the same as before."""
    if old != new:
        return ChangeLine(name, old, new)
    if kind is Change.RETITLED:
        name = translator(language)(N_("New title in the other language"))
    return ChangeLine(name)


def _time(reading: Reading, session: PublishedSession) -> Wording:
    """The day and the hours; empty for a session that has no time."""
    if session.span is None:
        return _NOTHING
    day = reading.short_day(reading.agenda.event.day_of(session.span))
    return Wording(f"{day}, {reading.hours(session.span)}", reading.language)


def _room(reading: Reading, session: PublishedSession) -> Wording:
    room = reading.agenda.room_of(session)
    return reading.text(room.name) if room else _NOTHING


def _title(reading: Reading, session: PublishedSession) -> Wording:
    return reading.text(session.title)


def _people(reading: Reading, session: PublishedSession) -> Wording:
    return Wording(reading.names(session), reading.language)


_SHOWN: dict[Change, Callable[[Reading, PublishedSession], Wording]] = {
    Change.MOVED_IN_TIME: _time,
    Change.MOVED_TO_ROOM: _room,
    Change.RETITLED: _title,
    Change.PEOPLE: _people,
}
