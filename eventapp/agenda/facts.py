"""What happens to programmes that others react to, in the same transaction."""

from typing import NamedTuple

from eventapp.agenda.models import Release
from eventapp.agenda.published import PublishedAgenda
from eventapp.events.models import Event
from eventapp.values.bilingual import Bilingual


class ReleasePublished(NamedTuple):
    """A release was frozen; the public reads it from `release.published_at` on.

    `previous` is what the public read last before it, whole, or None.
    """

    event: Event
    release: Release
    previous: PublishedAgenda | None


class ReleaseWithdrawn(NamedTuple):
    """A release was taken back; `notice` says why.

    Where the public goes back to what an earlier release held, a `ReleasePublished` follows.
    """

    event: Event
    release: Release
    notice: Bilingual
