"""Questions about releases, as the public may ask them."""

from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Engine, Select, func, select

from eventapp.agenda.codec import decode, decode_event
from eventapp.agenda.kinds import Visibility
from eventapp.agenda.models import Release, SearchEntry
from eventapp.agenda.published import PublishedAgenda, PublishedEvent, PublishedRelease
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.folding import fold
from eventapp.values.language import Language

FOUND_AT_MOST = 100
WORDS_AT_MOST = 8


class ReleaseHead(NamedTuple):
    """A release without its programme."""

    number: int
    published_at: datetime
    note: Bilingual
    event: PublishedEvent


class Found(NamedTuple):
    """Something that a search found. `kind` is event, session or person."""

    event: str
    kind: str
    code: str
    title: PublishedText


def current_release(slug: str) -> PublishedRelease | None:
    """The public part of an event's newest release."""
    query = select(Release).join(Event).where(Event.slug == slug)
    return _published(query.order_by(Release.number.desc()).limit(1))


def numbered_release(slug: str, number: int) -> PublishedRelease | None:
    """The public part of one release of an event."""
    if not 0 < number < 2**31:
        return None
    query = select(Release).join(Event)
    return _published(query.where(Event.slug == slug, Release.number == number))


def releases(slug: str) -> list[ReleaseHead]:
    """All releases of an event, the newest first."""
    query = select(Release).join(Event).where(Event.slug == slug)
    return [_head(row) for row in db.session.scalars(query.order_by(Release.number.desc()))]


def current_events() -> list[ReleaseHead]:
    """The newest release of every event, latest event first; undated events come last."""
    newest = select(func.max(Release.id)).group_by(Release.event_id)
    query = select(Release).join(Event).where(Release.id.in_(newest))
    order = (Event.starts_on.is_(None), Event.starts_on.desc(), Event.slug)
    return [_head(row) for row in db.session.scalars(query.order_by(*order))]


def search(words: str) -> list[Found]:
    """What the newest releases hold with all these words, accents and case ignored.

    Events come first, then sessions, then people; at most FOUND_AT_MOST of them.
    """
    asked = fold(words).split()[:WORDS_AT_MOST]
    if not asked:
        return []
    query = select(Event.slug, SearchEntry).join(Event, Event.id == SearchEntry.event_id)
    for word in asked:
        query = query.where(SearchEntry.search_text.contains(word, autoescape=True))
    kinds = {"event": 0, "session": 1, "person": 2}
    found = [
        Found(slug, entry.kind, entry.code, _marked(entry.title))
        for slug, entry in db.session.execute(query.order_by(SearchEntry.id).limit(FOUND_AT_MOST))
    ]
    return sorted(found, key=lambda each: kinds[each.kind])


def _marked(title: Bilingual) -> PublishedText:
    """A title from the index, where a language without a wording is one still to follow."""
    missing = tuple(language for language in Language if not title.strict(language))
    return PublishedText(title.fr, title.en, missing)


def edition(engine: Engine) -> tuple[int, ...] | None:
    """How many releases there are and the newest one's id; None without a database.

    It changes whenever something public does. The id alone would not: of two publications at
    once, the one that was numbered first may come last. Asked before every public answer, so it
    goes straight to the driver: a twelfth of the time.
    """
    try:
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("SELECT count(*), coalesce(max(id), 0) FROM release")
            row: Any = cursor.fetchone()
        finally:
            connection.close()
    except engine.dialect.loaded_dbapi.Error:
        return None
    return tuple(row)


def _published(query: Select[tuple[Release]]) -> PublishedRelease | None:
    """The release that a query names, its programme decoded once per process."""
    row = db.session.scalars(query).first()
    if row is None:
        return None
    return PublishedRelease(
        number=row.number,
        published_at=row.published_at,
        digest=row.digest,
        agenda=_public_agenda(row.id, row.digest),
        note=row.note,
        replaces=row.number - 1 or None,
    )


@lru_cache(maxsize=2)
def _public_agenda(release_id: int, _digest: str) -> PublishedAgenda:
    """Releases never change, so a decoded one is good for ever; the digest guards reused ids."""
    query = select(Release.agenda).where(Release.id == release_id)
    return decode(db.session.scalars(query).one()).seen_by(Visibility.PUBLIC)


def _head(row: Release) -> ReleaseHead:
    return ReleaseHead(row.number, row.published_at, row.note, decode_event(row.event_head))
