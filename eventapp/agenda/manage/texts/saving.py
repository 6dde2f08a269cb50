"""Saving and approving one wording, if it is still what its editor began from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from eventapp.agenda.manage.texts.lines import TextLine
from eventapp.history.staleness import Author, authors_of
from eventapp.plumbing.database import db
from eventapp.translation.approving import TextUnit, approve
from eventapp.translation.states import digest_of
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import clean
from eventapp.values.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Sent:
    """What the form holds: a wording, and digests of both wordings that its editor saw."""

    wording: str
    seen: str
    seen_beside: str
    approves: bool

    @classmethod
    def by(cls, form: Mapping[str, str]) -> "Sent":
        return cls(
            clean(form.get("wording", "")).strip(),
            form.get("seen", "")[:64],
            form.get("beside", "")[:64],
            form.get("action") == "approve",
        )


class Stale(Exception):
    """Somebody else changed the text meanwhile, or (not `is_own`) its other language."""

    def __init__(self, author: Author | None, *, is_own: bool) -> None:
        self.author, self.is_own = author, is_own
        super().__init__("stale")


def save_wording(line: TextLine, sent: Sent, *, by: str, now: datetime) -> None:
    """Writes the wording and approves it where that was asked. Raises Stale, Refusal."""
    _refuse_unfit(line, sent)
    row: Any = db.session.get(
        type(line.row), line.row.id, with_for_update=True, populate_existing=True
    )
    if row is None:
        raise Refusal(N_("This was removed meanwhile."))
    stored: Bilingual = getattr(row, line.unit.field)
    own, beside = stored.strict(line.into), stored.strict(line.into.other)
    if sent.seen != digest_of(own) and sent.wording != own:
        raise Stale(authors_of(row).get(line.column), is_own=True)
    if sent.approves and sent.seen_beside != digest_of(beside):
        raise Stale(authors_of(row).get(line.other_column), is_own=False)
    text = stored.replaced(line.into, sent.wording)
    if text != stored:
        setattr(row, line.unit.field, text)
        row.touch(now)
    if sent.approves:
        approve([TextUnit(row.uid, line.unit.field, text)], [line.into], by=by, now=now)


def _refuse_unfit(line: TextLine, sent: Sent) -> None:
    if len(sent.wording) > line.most:
        raise Refusal(N_("This text has %(most)s characters at most."), most=line.most)
    if not line.is_long and "\n" in sent.wording:
        raise Refusal(N_("This text stands on one line."))
    if sent.approves and not sent.wording:
        raise Refusal(N_("There is nothing to approve yet."))
