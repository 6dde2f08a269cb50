"""Questions about releases, as the public may ask them.

The public reads a release from its instant of publication on, and never one that was withdrawn.
Every answer asks the clock itself, so that no page can forget to.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Engine, Select, func, select

from eventapp.agenda.codec import decode, decode_event
from eventapp.agenda.kinds import Visibility
from eventapp.agenda.models import WAS_SEEN, Release, SearchEntry, Withdrawal
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


class Withdrawn(Exception):
    """What was asked for has been withdrawn; `notice` is what the public reads instead."""

    def __init__(self, notice: Bilingual) -> None:
        self.notice = notice
        super().__init__(notice.en)


def current_release(slug: str) -> PublishedRelease | None:
    """The public part of the release that the public reads.

    Raises Withdrawn where there is none any more.
    """
    query = _releases_of(slug).where(*_is_public()).order_by(Release.number.desc()).limit(1)
    return _published(query, otherwise=_releases_of(slug))


def whole_release(slug: str) -> PublishedRelease | None:
    """The release that the public reads, with all that it holds; None also if it was withdrawn.

    For whoever feeds a reader from its `seen_by` at once, and nobody else.
    """
    query = _releases_of(slug).where(*_is_public()).order_by(Release.number.desc()).limit(1)
    row = db.session.scalars(query).first()
    return _release(row, _whole_agenda(row.id, row.digest)) if row else None


def numbered_release(slug: str, number: int) -> PublishedRelease | None:
    """The public part of one release of an event. Raises Withdrawn."""
    if not 0 < number < 2**31:
        return None
    query = _releases_of(slug).where(Release.number == number)
    return _published(query.where(*_is_public()), otherwise=query)


def releases(slug: str) -> list[ReleaseHead]:
    """All releases of an event, the newest first."""
    query = _releases_of(slug).where(*_is_public()).order_by(Release.number.desc())
    return [_head(row) for row in db.session.scalars(query)]


def current_events() -> list[ReleaseHead]:
    """The newest release of every event, latest event first; undated events come last."""
    query = select(Release).join(Event).where(Release.id.in_(_current()))
    order = (Event.starts_on.is_(None), Event.starts_on.desc(), Event.slug)
    return [_head(row) for row in db.session.scalars(query.order_by(*order))]


def _releases_of(slug: str) -> Select[tuple[Release]]:
    return select(Release).join(Event).where(Event.slug == slug)


def _is_public() -> tuple[ColumnElement[bool], ...]:
    return Release.published_at <= datetime.now(UTC), ~Release.withdrawal.has()


def _current() -> Select[tuple[int]]:
    """The ids of the releases that the public reads, one for each event."""
    return select(func.max(Release.id)).where(*_is_public()).group_by(Release.event_id)


def _refuse_withdrawn(query: Select[tuple[Release]]) -> None:
    """Raises Withdrawn with the notice of the newest of these that the public once read."""
    query = query.where(Release.withdrawal.has(Withdrawal.at >= Release.published_at))
    row = db.session.scalars(query.order_by(Release.number.desc()).limit(1)).first()
    if row is not None and row.withdrawal is not None:
        raise Withdrawn(row.withdrawal.notice)


def search(words: str) -> list[Found]:
    """What the newest releases hold with all these words, accents and case ignored.

    Events come first, then sessions, then people; at most FOUND_AT_MOST of them.
    """
    asked = fold(words).split()[:WORDS_AT_MOST]
    if not asked:
        return []
    query = (
        select(Event.slug, SearchEntry)
        .join(Event, Event.id == SearchEntry.event_id)
        .where(SearchEntry.release_id.in_(_current()))
    )
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
    """How many releases and erasures there are, the newest release's id, how many were withdrawn.

    And how often the settings of registrations were changed, since events' pages lead to open
    ones. It changes whenever something public does, also at the end of an embargo; None without
    a database. The id alone would not: of two publications at once, the one that was numbered
    first may come last. Asked before every public answer, so it goes straight to the driver: a
    twelfth of the time.
    """
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}+00:00"  # compares as text in SQLite too
    mark = "?" if engine.dialect.paramstyle == "qmark" else "%s"
    try:
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(f"{_EDITION} {mark}", (now,))
            row: Any = cursor.fetchone()
        finally:
            connection.close()
    except engine.dialect.loaded_dbapi.Error:
        return None
    return tuple(row)


_EDITION = (
    "SELECT count(*), coalesce(sum(erasures), 0), coalesce(max(id), 0),"
    " (SELECT count(*) FROM withdrawal),"
    " (SELECT coalesce(sum(version), 0) FROM registration_desk)"
    " FROM release WHERE published_at <="
)


def _published(
    query: Select[tuple[Release]], *, otherwise: Select[tuple[Release]]
) -> PublishedRelease | None:
    """The release that a query names; without one, the reason, if one of the others has it."""
    row = db.session.scalars(query).first()
    if row is None:
        _refuse_withdrawn(otherwise)
    return public_part(row) if row else None


def public_part(row: Release) -> PublishedRelease:
    """A release as the public reads it."""
    return _release(row, _public_agenda(row.id, row.digest))


def _release(row: Release, agenda: PublishedAgenda) -> PublishedRelease:
    return PublishedRelease(
        number=row.number,
        published_at=row.published_at,
        digest=row.digest,
        agenda=agenda,
        note=row.note,
        replaces=_replaced(row),
    )


def _replaced(row: Release) -> int | None:
    """The number of the release that the public read before, also if it was withdrawn since."""
    query = select(func.max(Release.number)).where(
        Release.event_id == row.event_id, Release.number < row.number, WAS_SEEN
    )
    return db.session.scalars(query).one()


@lru_cache(maxsize=2)
def _public_agenda(release_id: int, digest: str) -> PublishedAgenda:
    return _whole_agenda(release_id, digest).seen_by(Visibility.PUBLIC)


@lru_cache(maxsize=2)
def _whole_agenda(release_id: int, _digest: str) -> PublishedAgenda:
    """Releases never change, so a decoded one is good for ever; the digest guards reused ids."""
    query = select(Release.agenda).where(Release.id == release_id)
    return decode(db.session.scalars(query).one())


def _head(row: Release) -> ReleaseHead:
    return ReleaseHead(row.number, row.published_at, row.note, decode_event(row.event_head))
