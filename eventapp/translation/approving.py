"""Approving texts, and asking how far they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from eventapp.plumbing.database import db
from eventapp.translation.models import Approval
from eventapp.translation.states import Approved, TextState, digest_of, state_of
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language


class TextUnit(NamedTuple):
    """One text of one thing: what is translated and approved as a whole."""

    subject: UUID
    field: str
    text: Bilingual


TextStates = dict[str, dict[Language, TextState]]


class Approvals:
    """What was approved of some subjects, read once."""

    def __init__(self, rows: Iterable[Approval]) -> None:
        self._approved: Mapping[tuple[UUID, str, str], Approved] = {
            (row.subject, row.field, row.language): Approved(row.digest, row.beside) for row in rows
        }

    def states(self, unit: TextUnit) -> dict[Language, TextState]:
        return {
            language: state_of(
                unit.text, language, self._approved.get((unit.subject, unit.field, language))
            )
            for language in Language
        }


def approvals_of(subjects: Iterable[UUID]) -> Approvals:
    """The approvals of these subjects, in few queries however many they are."""
    wanted, rows = sorted(set(subjects)), list[Approval]()
    for start in range(0, len(wanted), 500):  # databases limit the parameters of a query
        chosen = Approval.subject.in_(wanted[start : start + 500])
        rows.extend(db.session.scalars(select(Approval).where(chosen)))
    return Approvals(rows)


def states_of(subject: UUID, texts: Mapping[str, Bilingual]) -> TextStates:
    """How far each text of one thing is, by field and language."""
    approvals = approvals_of([subject])
    return {
        field: approvals.states(TextUnit(subject, field, text)) for field, text in texts.items()
    }


def approval_of(unit: TextUnit, language: Language) -> Approval | None:
    """What was last approved of one language of a text, whether it still holds or not."""
    query = select(Approval).where(
        Approval.subject == unit.subject,
        Approval.field == unit.field,
        Approval.language == language.value,
    )
    return db.session.scalars(query).one_or_none()


def carry_approvals(source: UUID, target: UUID, field: str) -> None:
    """Approves a text that was taken over from another thing, as it was approved there."""
    rows = _rows_of([source, target])
    for (name, language), row in rows[source].items():
        if name != field:
            continue
        carried = rows[target].get((name, language))
        if carried is None:
            carried = Approval(subject=target, field=field, language=language)
            db.session.add(carried)
        for column in ("digest", "beside", "approved_by", "approved_at", "wording"):
            setattr(carried, column, getattr(row, column))
        carried.wording_beside = row.wording_beside


def approve(
    units: Iterable[TextUnit], languages: Iterable[Language], *, by: str, now: datetime
) -> None:
    """Approves the present wordings of these texts in these languages.

    Empty wordings are passed over. The first translation of an approved original makes the two
    a pair; from then on a change of either makes the other stale until it is approved again.
    """
    chosen, texts = tuple(languages), tuple(units)
    rows = _rows_of(unit.subject for unit in texts)
    for unit in texts:
        existing = rows[unit.subject]
        for language in chosen:
            if unit.text.strict(language):
                _approve_one(existing, unit, language, by, now)


def _approve_one(
    existing: dict[tuple[str, str], Approval],
    unit: TextUnit,
    language: Language,
    by: str,
    now: datetime,
) -> None:
    own, beside = (digest_of(unit.text.strict(each)) for each in (language, language.other))
    row = existing.get((unit.field, language))
    if row is None:
        row = Approval(subject=unit.subject, field=unit.field, language=language)
        existing[unit.field, language] = row
        db.session.add(row)
    if (row.digest, row.beside) != (own, beside):
        row.digest, row.beside, row.approved_by, row.approved_at = own, beside, by, now
        row.wording = unit.text.strict(language)
        row.wording_beside = unit.text.strict(language.other)
    pair = existing.get((unit.field, language.other))
    if pair is not None and pair.digest == beside and not pair.beside:
        pair.beside, pair.wording_beside = own, unit.text.strict(language)


def _rows_of(subjects: Iterable[UUID]) -> dict[UUID, dict[tuple[str, str], Approval]]:
    rows: dict[UUID, dict[tuple[str, str], Approval]] = defaultdict(dict)
    wanted = sorted(set(subjects))
    for start in range(0, len(wanted), 500):
        chosen = Approval.subject.in_(wanted[start : start + 500])
        for row in db.session.scalars(select(Approval).where(chosen)):
            rows[row.subject][row.field, row.language] = row
    return rows
