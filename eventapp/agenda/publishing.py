"""Publishing: freezes the draft into the next release."""

from collections import Counter
from datetime import datetime

from sqlalchemy import delete, event, select
from sqlalchemy.orm import Mapper, undefer

from eventapp.agenda import freezing
from eventapp.agenda.changes import stamped
from eventapp.agenda.codec import decode, digest_of, encode, encode_event
from eventapp.agenda.models import NOTE_LENGTH, Release, SearchEntry, Session
from eventapp.agenda.published import PublishedAgenda, Stamp
from eventapp.agenda.searching import entries_of
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def publish(
    event: Event, *, by: str, now: datetime, note: Bilingual, allow_missing: bool = False
) -> Release:
    """Freezes the event's draft into its next release.

    `now` is aware; it is kept in whole seconds. Raises Refusal where texts are not approved in
    both languages (unless they may be missing, openly marked), where nothing has changed since
    the last release, and for a note that is too long.
    """
    if max(len(note.fr), len(note.en)) > NOTE_LENGTH:
        raise Refusal(N_("A note has %(most)s characters at most."), most=NOTE_LENGTH)
    now = now.replace(microsecond=0)
    _lock(event)
    frozen = freezing.freeze(event, now=now)
    if frozen.gaps and not allow_missing:
        raise _gaps_refusal(frozen.gaps)
    last = latest(event)
    sessions = {str(row.uid): row for row in freezing.sessions_to_publish(event)}
    agenda = stamped(decode(last.agenda) if last else None, frozen.agenda, _history(event), now)
    document = encode(agenda)
    digest = digest_of(document)
    if last and last.digest == digest:
        raise Refusal(N_("Nothing has changed since release %(number)s."), number=last.number)
    release = Release(
        event=event,
        number=last.number + 1 if last else 1,
        published_at=now,
        author=by,
        note=note,
        has_gaps=bool(frozen.gaps),
        digest=digest,
        event_head=encode_event(agenda.event).decode(),
        agenda=document.decode(),
    )
    db.session.add(release)
    _keep_stamps(agenda, sessions)
    _index(event, agenda)
    db.session.flush()
    return release


def latest(event: Event) -> Release | None:
    """The newest release of the event, with its agenda."""
    query = (
        select(Release)
        .where(Release.event == event)
        .order_by(Release.number.desc())
        .limit(1)
        .options(undefer(Release.agenda))
    )
    return db.session.scalars(query).first()


def _lock(event: Event) -> None:
    """Two publications at once come one after the other; SQLite has only one writer anyway."""
    db.session.execute(select(Event.id).where(Event.id == event.id).with_for_update())


def _gaps_refusal(gaps: list[freezing.Gap]) -> Refusal:
    counts = Counter(gap.language.value for gap in gaps)
    return Refusal(
        N_("Texts without approval: %(fr)s in French, %(en)s in English."),
        fr=counts["fr"],
        en=counts["en"],
    )


def _history(event: Event) -> dict[str, Stamp]:
    """The newest stamp of every session that was ever published, by uid."""
    query = select(Session).where(Session.event == event, Session.revision.is_not(None))
    return {
        str(row.uid): Stamp(row.revision, row.revised_at, row.first_published_at)
        for row in db.session.scalars(query)
        if row.revision is not None and row.revised_at and row.first_published_at
    }


def _keep_stamps(agenda: PublishedAgenda, sessions: dict[str, Session]) -> None:
    for published in agenda.sessions:
        row, stamp = sessions[published.uid], published.stamp
        row.revision = stamp.revision
        row.revised_at = stamp.revised_at
        row.first_published_at = stamp.first_published_at


def _index(event: Event, agenda: PublishedAgenda) -> None:
    db.session.execute(delete(SearchEntry).where(SearchEntry.event_id == event.id))
    db.session.add_all(
        SearchEntry(
            event_id=event.id,
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
