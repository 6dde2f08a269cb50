"""Sending what waits: a letter is claimed, handed over, and then marked.

Each of the three is a transaction of its own. A worker that dies between handing over and
marking leaves a claim, which grows stale: the letter then leaves again under the same
Message-ID. So nothing is lost, and nothing leaves twice but what a server took unseen.
"""

import logging
import random
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select, update

from eventapp.messages.kinds import LetterState
from eventapp.messages.models import Letter
from eventapp.people.kinds import Correspondence
from eventapp.plumbing import mail
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.mail import MailServer, Message, NotSent
from eventapp.plumbing.settings import in_force
from eventapp.values.language import Language

#: Longer than the most patient exchange with a server (`mail.PATIENCE` for each of its answers).
CLAIM = timedelta(minutes=15)

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
ATTEMPTS = 16  # over two days

Clock = Callable[[], datetime]

log = logging.getLogger(__name__)

_DTSTAMP = re.compile(r"^DTSTAMP:\d{8}T\d{6}Z(?=\r?$)", re.MULTILINE)


class Claim(NamedTuple):
    """A letter that is ours to send, since that instant."""

    letter_id: int
    at: datetime


def send_waiting(server: MailServer, clock: Clock = lambda: datetime.now(UTC)) -> int:
    """Sends one letter after the other until none is due; answers how many were tried.

    As many as like may do so at once, in any number of processes.
    """
    tried = 0
    while claim := _claim(clock()):
        _send(claim, server, clock)
        tried += 1
    return tried


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many failures: doubling, with a fifth more or less by chance.

    Thus five hundred letters do not come back to a weak server all at once.
    """
    wait = min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)
    return timedelta(seconds=wait.total_seconds() * random.uniform(0.8, 1.2))  # noqa: S311 - no secret depends on it


def _claim(now: datetime) -> Claim | None:
    """Takes the letter that has been due longest, unless another worker holds it."""
    if db.session.scalar(select(Letter.id).where(_is_due(now)).limit(1)) is None:
        return None
    with unit_of_work():
        due = select(Letter.id).where(_is_due(now)).order_by(Letter.not_before, Letter.id)
        found = db.session.scalar(due.limit(1).with_for_update(skip_locked=True))
        if found is None:
            return None
        taken: dict[str, Any] = {"state": LetterState.SENDING, "claimed_at": now}
        taken["attempts"] = Letter.attempts + 1
        db.session.execute(update(Letter).where(Letter.id == found).values(taken))
    return Claim(found, now)


def _is_due(now: datetime) -> ColumnElement[bool]:
    """What waits and may leave, and what somebody claimed who must be dead."""
    return or_(
        and_(Letter.state == LetterState.WAITING, Letter.not_before <= now),
        and_(Letter.state == LetterState.SENDING, Letter.claimed_at <= now - CLAIM),
    )


def _send(claim: Claim, server: MailServer, clock: Clock) -> None:
    letter = db.session.get_one(Letter, claim.letter_id)
    attempts, holds_secret = letter.attempts, letter.kind.holds_secret
    message = _message(letter, claim.at)
    db.session.rollback()  # no transaction stays open while a server takes its time
    try:
        mail.send(message, server, now=claim.at)
    except NotSent as failure:
        log.warning("letter %s was not taken", claim.letter_id)  # the reason names an address
        _mark(claim, _failed(failure, attempts, clock()))
    else:
        forgotten = {"text": "", "html": ""} if holds_secret else {}
        _mark(claim, {"state": LetterState.SENT, "sent_at": clock(), "last_error": ""} | forgotten)


def _failed(failure: NotSent, attempts: int, now: datetime) -> dict[str, Any]:
    if failure.is_final or attempts >= ATTEMPTS:
        return {"state": LetterState.FAILED, "last_error": failure.reason}
    return {
        "state": LetterState.WAITING,
        "last_error": failure.reason,
        "not_before": now + wait_after(attempts),
    }


def _mark(claim: Claim, values: dict[str, Any]) -> None:
    """Unless the claim has grown stale and somebody else has the letter."""
    ours = (Letter.id == claim.letter_id, Letter.claimed_at == claim.at)
    with unit_of_work():
        db.session.execute(update(Letter).where(*ours).values(values | {"claimed_at": None}))


def _message(letter: Letter, now: datetime) -> Message:
    stamp = f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    both = letter.language is Correspondence.BOTH
    return Message(
        message_id=letter.message_id,
        envelope=in_force().mail_from,
        sender_name=letter.sender_name,
        reply_to=letter.reply_to,
        to_name=letter.to_name,
        to_address=letter.to_address,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        languages=tuple(Language) if both else (letter.language.value,),
        calendar=_DTSTAMP.sub(stamp, letter.calendar),
        method=letter.method,
    )
