"""What visitors can find of a release. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from eventapp.agenda.kinds import Visibility
from eventapp.agenda.published import PublishedAgenda, PublishedPerson, PublishedSession
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.folding import fold


class Entry(NamedTuple):
    """`kind` is event, session or person; `code` names it in addresses; `text` is folded."""

    kind: str
    code: str
    title: Bilingual
    text: str


def entries_of(agenda: PublishedAgenda) -> Iterable[Entry]:
    """One entry for each public thing of the agenda, in both languages at once."""
    public = agenda.seen_by(Visibility.PUBLIC)
    event = public.event
    place = [part for venue in public.venues for part in (venue.name, venue.city)]
    yield Entry(
        "event", event.slug, event.title.bilingual, _folded(event.title, event.summary, *place)
    )
    for session in public.sessions:
        yield Entry("session", session.code, session.title.bilingual, session_text(public, session))
    for person in public.people:
        yield Entry(
            "person", person.code, Bilingual.same(person.name), _person_text(public, person)
        )


def session_text(agenda: PublishedAgenda, session: PublishedSession) -> str:
    """All words of a session by which it can be found, folded: its texts, track and people."""
    track = agenda.track_of(session)
    people = (agenda.person_by_uid[each.person] for each in session.appearances)
    return " ".join(
        (
            fold(session.code),
            _folded(session.title, session.abstract, *((track.name,) if track else ())),
            *(_person_text(agenda, person) for person in people),
        )
    )


def _person_text(agenda: PublishedAgenda, person: PublishedPerson) -> str:
    organisation = agenda.organisation_of(person)
    names = (organisation.name,) if organisation else ()
    return f"{fold(person.name)} {_folded(person.function, *names)}"


def _folded(*texts: PublishedText) -> str:
    return " ".join(fold(wording) for text in texts for wording in (text.fr, text.en) if wording)
