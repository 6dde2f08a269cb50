"""Writing letters into the outbox, in the transaction of what causes them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import uuid4

from sqlalchemy.dialects import postgresql, sqlite

from eventapp.accounts.models import Account
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.messages.models import NAME_LENGTH, Letter
from eventapp.messages.passages import Passage
from eventapp.messages.rendering import rendered
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import db
from eventapp.plumbing.jobs import after_commit
from eventapp.plumbing.settings import in_force
from eventapp.values.addresses import is_mail_address
from eventapp.values.cleaning import one_line
from eventapp.values.language import Language

#: The job that sends what waits.
SEND_LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to, and in which languages, the first one first."""

    name: str
    address: str
    languages: tuple[Language, ...]
    person_id: int | None = None
    account_id: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """What the recipient's calendar is asked to do: iCalendar with its METHOD, or nothing."""

    method: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be written. `key` says what it tells whom; one with a known key is not written.

    `say` tells it in one language. Without an event it comes from the site. It leaves at
    `not_before` (aware), or at once.
    """

    kind: LetterKind
    key: str
    to: Recipient
    say: Callable[[Language], Passage]
    event: Event | None = None
    release_id: int | None = None
    calendar: CalendarPart = CalendarPart()
    is_held: bool = False
    not_before: datetime | None = None


def write(drafts: Iterable[Draft]) -> int:
    """Writes the letters and answers how many are new; a worker hears of them with the commit.

    Two who write the same at once write it once: the database knows every key.
    """
    now = datetime.now(UTC)
    rows = [_row(draft, now) for draft in drafts]
    if not rows:
        return 0
    insert = _insert().on_conflict_do_nothing(index_elements=[Letter.key])
    written = db.session.execute(insert.returning(Letter.id), rows).all()
    if written:
        after_commit(SEND_LETTERS)
    return len(written)


def write_to_account(
    kind: LetterKind,
    account: Account,
    what: str,
    say: Callable[[Language], Passage],
    *,
    address: str = "",
) -> None:
    """Writes to an account, in its language, at once. `what` tells its letters apart."""
    to = Recipient(
        account.name, address or account.email, (account.language,), account_id=account.id
    )
    mark = sha256(what.encode()).hexdigest()[:32]
    write([Draft(kind, f"{kind}/{account.id}/{mark}", to, say)])


def languages_of(correspondence: Correspondence, event: Event) -> tuple[Language, ...]:
    """The languages of letters to somebody: both come in the order of the event."""
    if correspondence is Correspondence.BOTH:
        return event.order.languages
    return (Language(correspondence.value),)


def contact_of(event: Event) -> str:
    """The event's own address, if it has one that can be written to."""
    return event.contact if is_mail_address(event.contact) else ""


def sender_name(event: Event | None, language: Language) -> str:
    """Whose letter it is: the event's, or the site's."""
    title = event.title if event else in_force().organisation
    return one_line(title.text(language).text)[:NAME_LENGTH]


def _insert() -> postgresql.Insert | sqlite.Insert:
    is_sqlite = db.engine.dialect.name == "sqlite"
    return sqlite.insert(Letter) if is_sqlite else postgresql.insert(Letter)


def _row(draft: Draft, now: datetime) -> dict[str, Any]:
    to, event = draft.to, draft.event
    letter = rendered([draft.say(language) for language in to.languages])
    domain = in_force().mail_from.rpartition("@")[2]
    return {
        "event_id": event.id if event else None,
        "release_id": draft.release_id,
        "person_id": to.person_id,
        "account_id": to.account_id,
        "kind": draft.kind,
        "key": draft.key,
        "state": LetterState.HELD if draft.is_held else LetterState.WAITING,
        "language": Correspondence.BOTH if to.languages[1:] else Correspondence(to.languages[0]),
        "to_name": one_line(to.name)[:NAME_LENGTH],
        "to_address": to.address,
        "sender_name": sender_name(event, to.languages[0]),
        "reply_to": contact_of(event) if event else "",
        "message_id": f"<{uuid4()}@{domain}>",
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
        "calendar": draft.calendar.content,
        "method": draft.calendar.method,
        "created_at": now,
        "not_before": draft.not_before or now,
    }
