"""Who hears what of a release: one piece of news for each person and session. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from eventapp.agenda.changes import Change, between
from eventapp.agenda.kinds import Role, Visibility
from eventapp.agenda.published import PublishedAgenda, PublishedSession
from eventapp.messages.kinds import LetterKind
from eventapp.values.timespan import TimeSpan

#: What people who take part must hear of. Other people's names and texts they find on its page.
MATTERS = (Change.RESTORED, Change.MOVED_IN_TIME, Change.MOVED_TO_ROOM, Change.RETITLED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A session in somebody's calendar, and what becomes of it: `REQUEST` or `CANCEL`."""

    method: str
    agenda: PublishedAgenda
    session: PublishedSession
    span: TimeSpan
    sequence: int


@dataclass(frozen=True, slots=True)
class News:
    """What somebody (`person` is a uid) hears of a session.

    `agenda` holds the `session` as it now is, or as it last was where the person is out of it.
    `earlier` and `before` are the same of the release before; None for somebody who is new.
    `changes` are those that matter, in order; none where only the person's own role is another.
    """

    kind: LetterKind
    person: str
    agenda: PublishedAgenda
    session: PublishedSession
    earlier: PublishedAgenda | None = None
    before: PublishedSession | None = None
    changes: tuple[Change, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """What to tell the person's calendar; nothing of a session that never had a time.

        An entry that goes is named by the time under which the calendar knows it.
        """
        is_in = self.kind in {LetterKind.SESSION_ADDED, LetterKind.SESSION_CHANGED}
        if is_in and self.session.span:
            here = (self.agenda, self.session, self.session.span)
            return Entry("REQUEST", *here, self._sequence)
        if self.earlier and self.before and self.before.span:
            there = (self.earlier, self.before, self.before.span)
            return Entry("CANCEL", *there, self._sequence)
        return None

    @property
    def _sequence(self) -> int:
        """Higher than in any message before it (RFC 5546 §2.1.4).

        A session that the newer release does not hold counts no further by itself.
        """
        is_gone = self.session is self.before
        return self.session.stamp.revision + is_gone


def news(
    earlier: PublishedAgenda | None, later: PublishedAgenda, *, now: datetime
) -> Iterator[News]:
    """What people hear when the public, who read `earlier`, reads `later` from `now` (aware) on.

    Letters tell nothing that the public programme does not, and nothing of what is over.
    """
    old = earlier.seen_by(Visibility.PUBLIC) if earlier else None
    new = later.seen_by(Visibility.PUBLIC)
    for change in between(old, new):
        matters = tuple(kind for kind in MATTERS if kind in change.changes)
        before, after = change.before, change.after
        if all(_is_over(session, now) for session in (before, after) if session):
            continue
        if after is None or (after.is_cancelled and before and not before.is_cancelled):
            yield from _cancelled(old, new, before, after)
        elif not after.is_cancelled:
            yield from _changed(old, new, before, after, matters)


def _cancelled(
    old: PublishedAgenda | None,
    new: PublishedAgenda,
    before: PublishedSession | None,
    after: PublishedSession | None,
) -> Iterator[News]:
    """Everybody hears it who was in the session: those whom it just lost, too."""
    if old is None or before is None or before.is_cancelled:
        return
    agenda, session = (new, after) if after else (old, before)
    for person in _roles(before):
        yield News(LetterKind.SESSION_CANCELLED, person, agenda, session, old, before)


def _changed(
    old: PublishedAgenda | None,
    new: PublishedAgenda,
    before: PublishedSession | None,
    after: PublishedSession,
    matters: tuple[Change, ...],
) -> Iterator[News]:
    was, now = _roles(before), _roles(after)
    for person, roles in now.items():
        if person not in was:
            yield News(LetterKind.SESSION_ADDED, person, new, after)
        elif matters or roles != was[person]:
            kind = LetterKind.SESSION_CHANGED
            yield News(kind, person, new, after, old, before, matters)
    for person in was:
        if person not in now:
            yield News(LetterKind.SESSION_LEFT, person, new, after, old, before)


def _roles(session: PublishedSession | None) -> dict[str, list[Role]]:
    """The roles of everybody in the session, by uid."""
    roles: dict[str, list[Role]] = {}
    for appearance in session.appearances if session else ():
        roles.setdefault(appearance.person, []).append(appearance.role)
    return roles


def _is_over(session: PublishedSession, now: datetime) -> bool:
    return session.span is not None and session.span.ends_at <= now
