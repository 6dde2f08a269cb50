"""Taking a release back: from then on nobody outside the team can read it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select

from eventapp.agenda.changes import stamped
from eventapp.agenda.codec import decode
from eventapp.agenda.facts import ReleaseWithdrawn
from eventapp.agenda.models import Release, SearchEntry, Withdrawal
from eventapp.agenda.publishing import (
    add_release,
    last_seen,
    lock,
    refuse_beside_waiting,
    refuse_long,
    waiting,
)
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def withdraw(release: Release, *, by: str, now: datetime, notice: Bilingual) -> Release | None:
    """Withdraws the release.

    Where it is the current one, the event goes back to what the newest earlier release held: the
    next release, which is returned, holds that again; without any, the public reads the notice.
    Nobody ever reads one that waited under embargo, so it needs no notice. Raises Refusal for
    one that is withdrawn already, for a notice that lacks a language or is too long, and for the
    current one while another waits.
    """
    refuse_long(notice)
    lock(release.event)
    if release.withdrawal is not None:
        raise Refusal(N_("Release %(number)s is withdrawn already."), number=release.number)
    is_waiting = release == waiting(release.event, now)
    is_current = release == last_seen(release.event, now)
    if not is_waiting:
        _refuse_half(notice)
    if is_current:
        refuse_beside_waiting(release.event, now)
    db.session.add(
        Withdrawal(release=release, at=now.replace(microsecond=0), author=by, notice=notice)
    )
    db.session.execute(delete(SearchEntry).where(SearchEntry.release_id == release.id))
    db.session.flush()
    db.session.expire(release, ["withdrawal"])
    announce(ReleaseWithdrawn(release.event, release, notice))
    return _republish(release, by=by, now=now, notice=notice) if is_current else None


def _refuse_half(notice: Bilingual) -> None:
    if not (notice.fr.strip() and notice.en.strip()):
        raise Refusal(N_("A notice is needed in both languages: it is all that the public reads."))


def _republish(withdrawn: Release, *, by: str, now: datetime, notice: Bilingual) -> Release | None:
    """What the newest earlier release that the public may read held, as the next release."""
    at = now.replace(microsecond=0)
    taken_back = decode(withdrawn.agenda)
    for earlier in _readable_before(withdrawn):
        agenda = decode(earlier.agenda)
        if stamped(taken_back, agenda, {}, at) == taken_back:
            continue  # the same under another number is withdrawn as well
        return add_release(
            withdrawn.event,
            agenda,
            by=by,
            now=now,
            at=at,
            note=notice,
            has_gaps=earlier.has_gaps,
        )
    return None


def _readable_before(release: Release) -> Iterable[Release]:
    """The newest first; each agenda is read when it is asked for."""
    query = (
        select(Release)
        .where(
            Release.event == release.event,
            Release.number < release.number,
            ~Release.withdrawal.has(),
        )
        .order_by(Release.number.desc())
    )
    return db.session.scalars(query)
