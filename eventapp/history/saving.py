"""Saving a form over a row: locked, merged with what others saved since, checked, written."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar

from flask import request
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.history.staleness import Author, authors_of, fingerprint, reconciled
from eventapp.plumbing.database import Versioned, db
from eventapp.plumbing.fields import Pair
from eventapp.plumbing.forms import Offers, WorkspaceForm
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

F = TypeVar("F", bound=WorkspaceForm)
R = TypeVar("R", bound=Any)

#: What the names of the choices between two wordings begin with.
KEEP = "keep-"

AT_THE_SAME_MOMENT = Refusal(N_("Somebody else saved at the same moment. Please try again."))


class Deed(NamedTuple):
    """Who does what, where and when: what the log and the undo button say of it."""

    event_id: int | None
    by: Actor
    now: datetime
    action: Action = Action.EDIT
    name: Bilingual = Bilingual()
    can_be_undone: bool = True


def doing(deed: Deed) -> AbstractContextManager[None]:
    """The unit of work of a deed."""
    return editing(
        deed.event_id,
        by=deed.by,
        now=deed.now,
        action=deed.action,
        name=deed.name,
        can_be_undone=deed.can_be_undone,
    )


class Clash(NamedTuple):
    """A part of a form that its reader and somebody else changed differently."""

    unit: str
    label: str
    stored: str
    typed: str
    author: Author | None


@dataclass(slots=True)
class Sheet(Generic[F, R]):
    """A form on its page: what it holds, which version of the row it saw, how saving it went.

    `status` is the answer's: 200 opened, 303 saved, 409 stale, 422 wrong. `row` is what was
    saved, or what the form stands for; None for a new one that was not.
    """

    form: F
    row: R | None = None
    status: int = 200
    version: str = ""
    seen: str = ""
    clashes: list[Clash] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    @property
    def is_saved(self) -> bool:
        return self.status == 303

    @property
    def stored_texts(self) -> dict[str, Bilingual]:
        """The row's texts as they are stored, by field; nothing for a row that is new."""
        if self.row is None:
            return {}
        return {each.name: getattr(self.row, each.name) for each in self.form.texts}

    def saw(self, stored: WorkspaceForm) -> None:
        """Remembers what is stored as what its reader has seen."""
        self.version = str(self.row.version) if self.row is not None else ""
        self.seen = fingerprint(stored.inputs) if self.row is not None else ""


class FieldRefusal(Refusal):
    """A "no" that belongs beside one field."""

    def __init__(self, field: str, refusal: Refusal) -> None:
        self.field = field
        super().__init__(refusal.message, **refusal.values)


class _NotSaved(Exception):
    """Rolls the unit of work back."""


def opened(kind: type[F], row: R | None = None, offers: Offers | None = None) -> Sheet[F, R]:
    """The form as it stands in the page at first."""
    sheet: Sheet[F, R] = Sheet(_of_row(kind, row, offers), row)
    sheet.saw(sheet.form)
    return sheet


def typed_again(kind: type[F], row: R | None = None, offers: Offers | None = None) -> Sheet[F, R]:
    """The form as it was sent, unsaved: for a preview, or a row more."""
    sent = request.form
    form = _typed(kind, row, offers)
    return Sheet(form, row, version=sent.get("version", "")[:20], seen=sent.get("seen", "")[:2000])


def save(
    kind: type[F],
    row: R | None,
    write: Callable[[R | None, F], R],
    deed: Deed,
    offers: Offers | None = None,
) -> Sheet[F, R]:
    """Saves what was sent, if nothing is wrong with it.

    `write` gets the row, locked, and the form; it returns what it wrote and raises Refusal for a
    "no". Nothing that was typed is lost: a form that was not saved goes back to its page.
    """
    sheet: Sheet[F, R] = typed_again(kind, row, offers)
    sheet.status = 422
    try:
        with doing(deed):
            _write(sheet, row, write)
        sheet.status = 303
    except _NotSaved:
        sheet.status = 409 if sheet.clashes else 422
    except Refusal as refusal:
        sheet.form.refuse(refusal, refusal.field if isinstance(refusal, FieldRefusal) else "")
    except (StaleDataError, IntegrityError):
        sheet.status = 409
        sheet.form.refuse(AT_THE_SAME_MOMENT)
    if not sheet.is_saved:
        sheet.row = row
    return sheet


def rewrite(row: Versioned, values: Mapping[str, Any], *, now: datetime) -> bool:
    """Sets what differs, and counts it as a change of the row; returns whether anything did."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.touch(now)
    return bool(changed)


def _of_row(kind: type[F], row: Any, offers: Offers | None) -> F:
    return kind(stored=None if row is None else kind.stored(row), offers=offers)


def _typed(kind: type[F], row: Any, offers: Offers | None, pairs: list[Pair] | None = None) -> F:
    sent = [*request.form.items(multi=True)] if pairs is None else pairs
    return kind(sent, stored=None if row is None else kind.stored(row), offers=offers)


def _write(sheet: Sheet[F, R], row: R | None, write: Callable[[R | None, F], R]) -> None:
    _lock(row)
    _merge(sheet, row)
    if sheet.clashes or not sheet.form.validate():
        raise _NotSaved
    sheet.row = write(row, sheet.form)


def _lock(row: Any) -> None:
    """Of two saves at once, the second waits and then sees the first."""
    if row is not None:
        key = inspect(row).identity
        if db.session.get(type(row), key, with_for_update=True, populate_existing=True) is None:
            raise Refusal(N_("This was removed meanwhile."))


def _merge(sheet: Sheet[F, R], row: R | None) -> None:
    """Takes over what only others changed, and finds what both did."""
    theirs = {
        name.removeprefix(KEEP)
        for name, kept in request.form.items()
        if name.startswith(KEEP) and kept == "theirs"
    }
    if row is None or (request.form.get("version") == str(row.version) and not theirs):
        return
    offers, kind = sheet.form.offers, type(sheet.form)
    stored = _of_row(kind, row, offers)
    sheet.saw(stored)
    found = reconciled(
        request.form.get("seen", ""), stored.inputs, sheet.form.inputs, frozenset(theirs)
    )
    pairs = [pair for unit in found.inputs.values() for pair in unit]
    sheet.clashes = [_clash(unit, stored, sheet.form, row) for unit in found.clashes]
    sheet.form = _typed(kind, row, offers, pairs)
    sheet.taken = [sheet.form.label_of(unit) for unit in found.taken]


def _clash(unit: str, stored: F, typed: F, row: Any) -> Clash:
    authors = authors_of(row)
    column = stored.columns.get(unit, unit.replace("-", "_"))
    return Clash(
        unit,
        stored.label_of(unit),
        stored.in_words(unit, stored.inputs[unit]),
        typed.in_words(unit, typed.inputs[unit]),
        authors.get(column, authors.get("")),
    )


def attempted(deed: Deed, act: Callable[[], None]) -> Refusal | None:
    """Does something that needs no form; returns the "no", where there is one."""
    try:
        with doing(deed):
            act()
    except Refusal as refusal:
        return refusal
    except (StaleDataError, IntegrityError):
        return AT_THE_SAME_MOMENT
    return None
