"""The draft as the public would read it, if it were published now."""

from datetime import UTC, datetime
from typing import NamedTuple

from eventapp.agenda.codec import decode, digest_of, encode
from eventapp.agenda.freezing import Gap, freeze
from eventapp.agenda.kinds import Visibility
from eventapp.agenda.published import PublishedAgenda, PublishedRelease
from eventapp.agenda.publishing import last_seen, latest
from eventapp.events.models import Event

#: Stands for the instants of a draft, so that the same draft has the same digest.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Preview(NamedTuple):
    """The next release as it would be; `release.digest` changes with the draft.

    `previous` is what the public read last, or None.
    """

    release: PublishedRelease
    gaps: list[Gap]
    previous: PublishedAgenda | None


def preview(event: Event, now: datetime) -> Preview:
    """The public part of the draft, without a trace of what nobody may see."""
    frozen, newest, seen = freeze(event, now=_NEVER), latest(event), last_seen(event, now)
    release = PublishedRelease(
        number=newest.number + 1 if newest else 1,
        published_at=now.replace(microsecond=0),
        digest=digest_of(encode(frozen.agenda)),
        agenda=frozen.agenda.seen_by(Visibility.PUBLIC),
        replaces=seen.number if seen else None,
    )
    previous = decode(seen.agenda).seen_by(Visibility.PUBLIC) if seen else None
    return Preview(release, frozen.gaps, previous)
