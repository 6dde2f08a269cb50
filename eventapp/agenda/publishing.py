"""Publishing: freezes the draft into the next release."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, event, select, update
from sqlalchemy.orm import Mapper, undefer

from eventapp.agenda.changes import stamped
from eventapp.agenda.codec import decode, digest_of, encode, encode_event
from eventapp.agenda.facts import ReleasePublished
from eventapp.agenda.freezing import Gap, freeze
from eventapp.agenda.models import NOTE_LENGTH, WAS_SEEN, Release, SearchEntry, Session
from eventapp.agenda.published import PublishedAgenda, Stamp
from eventapp.agenda.searching import entries_of
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def publish(
    event: Event,
    *,
    by: str,
    now: datetime,
    note: Bilingual,
    allow_missing: bool = False,
    at: datetime | None = None,
) -> Release:
    """Freezes the event's draft into its next release.

    `now` is aware; the public reads the release from then on, or from `at`, a later instant, on.
    Both are kept in whole seconds. Raises Refusal where texts are not approved in both languages
    (unless they may be missing, openly marked), where nothing has changed since the last release,
    where another one waits under embargo, and for a note that is too long.
    """
    refuse_long(note)
    if at is not None and at <= now:
        raise Refusal(N_("The moment of publication must still be to come."))
    lock(event)
    refuse_beside_waiting(event, now)
    at = (at or now).replace(microsecond=0)
    frozen = freeze(event, now=at)
    if frozen.gaps and not allow_missing:
        raise _gaps_refusal(frozen.gaps)
    return add_release(
        event, frozen.agenda, by=by, now=now, at=at, note=note, has_gaps=bool(frozen.gaps)
    )


def add_release(
    event: Event,
    fresh: PublishedAgenda,
    *,
    by: str,
    now: datetime,
    at: datetime,
    note: Bilingual,
    has_gaps: bool,
) -> Release:
    """The next release of the event, with this agenda; its stamps go on counting.

    Raises Refusal where the public reads the very same already.
    """
    seen, newest = last_seen(event, now), latest(event)
    previous = decode(seen.agenda) if seen else None
    agenda = stamped(previous, fresh, _history(event, previous), at)
    document = encode(agenda)
    digest = digest_of(document)
    if seen and seen.digest == digest and seen.withdrawal is None:
        raise Refusal(N_("Nothing has changed since release %(number)s."), number=seen.number)
    release = Release(
        event=event,
        number=newest.number + 1 if newest else 1,
        published_at=at,
        author=by,
        note=note,
        has_gaps=has_gaps,
        digest=digest,
        event_head=encode_event(agenda.event).decode(),
        agenda=document.decode(),
    )
    db.session.add(release)
    _keep_stamps(event, agenda)
    db.session.flush()
    _index(release, agenda, keeping=seen if at > now else None)
    announce(ReleasePublished(event, release, previous))
    return release


def latest(event: Event) -> Release | None:
    """The newest release of the event, with its agenda, whoever may read it."""
    return _newest(event)


def last_seen(event: Event, now: datetime) -> Release | None:
    """The newest release that the public has read, also if it was withdrawn since."""
    return _newest(event, Release.published_at <= now, WAS_SEEN)


def waiting(event: Event, now: datetime) -> Release | None:
    """The release under embargo, if there is one."""
    return _newest(event, Release.published_at > now, ~Release.withdrawal.has())


def refuse_beside_waiting(event: Event, now: datetime) -> None:
    """Raises Refusal while a release waits under embargo: what is newer must not come before."""
    if release := waiting(event, now):
        raise Refusal(
            N_("Release %(number)s waits under embargo: withdraw it first."), number=release.number
        )


def refuse_long(note: Bilingual) -> None:
    """Raises Refusal for a note or a notice that is too long."""
    if max(len(note.fr), len(note.en)) > NOTE_LENGTH:
        raise Refusal(N_("A note has %(most)s characters at most."), most=NOTE_LENGTH)


def lock(event: Event) -> None:
    """Two publications at once come one after the other; SQLite has only one writer anyway."""
    db.session.execute(select(Event.id).where(Event.id == event.id).with_for_update())


def _newest(event: Event, *conditions: ColumnElement[bool]) -> Release | None:
    query = (
        select(Release)
        .where(Release.event == event, *conditions)
        .order_by(Release.number.desc())
        .limit(1)
        .options(undefer(Release.agenda))
    )
    return db.session.scalars(query).first()


def _gaps_refusal(gaps: list[Gap]) -> Refusal:
    counts = Counter(gap.language.value for gap in gaps)
    return Refusal(
        N_("Texts without approval: %(fr)s in French, %(en)s in English."),
        fr=counts["fr"],
        en=counts["en"],
    )


def _history(event: Event, previous: PublishedAgenda | None) -> dict[str, Stamp]:
    """The newest stamp of every session that was ever published, by uid."""
    known = {each.uid: each.stamp for each in previous.sessions} if previous else {}
    for row in _sessions(event):
        if row.revision is not None and row.revised_at and row.first_published_at:
            known[str(row.uid)] = Stamp(row.revision, row.revised_at, row.first_published_at)
    return known


def _keep_stamps(event: Event, agenda: PublishedAgenda) -> None:
    """Beside the ORM: a publication is no change of a row that somebody else is editing."""
    stamps = [
        {
            "row": row.id,
            "revision": published.stamp.revision,
            "revised_at": published.stamp.revised_at,
            "first_published_at": published.stamp.first_published_at,
        }
        for row in _sessions(event)
        if (published := agenda.session_by_uid.get(str(row.uid)))
    ]
    if stamps:
        slots = db.metadata.tables["slot"]
        known = update(slots).where(slots.c.id == bindparam("row"))
        db.session.connection().execute(known, stamps)
        for row in _sessions(event):
            db.session.expire(row, ["revision", "revised_at", "first_published_at"])


def _sessions(event: Event) -> Iterable[Session]:
    """All rows of the event, removed ones too: they may come back."""
    query = select(Session).where(Session.event == event)
    return db.session.scalars(query, execution_options={"include_removed": True})


def _index(release: Release, agenda: PublishedAgenda, *, keeping: Release | None) -> None:
    """Makes the release's words known, beside those of one that the public reads meanwhile."""
    others = SearchEntry.release_id.is_distinct_from(keeping.id if keeping else None)
    db.session.execute(delete(SearchEntry).where(SearchEntry.event_id == release.event_id, others))
    db.session.add_all(
        SearchEntry(
            event_id=release.event_id,
            release_id=release.id,
            kind=entry.kind,
            code=entry.code,
            title=entry.title,
            search_text=entry.text,
        )
        for entry in entries_of(agenda)
    )


@event.listens_for(Release, "before_update")
def _refuse_change(_mapper: Mapper[Release], _connection: object, release: Release) -> None:
    raise RuntimeError(f"Release {release.number} is published: it is never changed.")
