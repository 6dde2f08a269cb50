"""The base of the workspace's forms.

A form is made of what is stored and, once it was sent, of what somebody typed. The guard of its
page has already checked its token.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from flask_babel import gettext, ngettext
from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.meta import DefaultMeta

from eventapp.plumbing.fields import BilingualField, ChoiceField, Offer, Pair
from eventapp.plumbing.web import reading_language
from eventapp.values.refusal import Refusal

Offers = Mapping[str, Sequence[Offer]]

#: Names that the inputs of a form may have; WTForms reads numbers out of them.
_INPUT = re.compile(r"[a-z_]{1,40}(-[a-z0-9_]{1,9}(-[a-z_]{1,40})?)?")


class _Catalogue:
    """WTForms' own messages, in the reader's language as all others."""

    def gettext(self, message: str) -> str:
        return str(gettext(message))

    def ngettext(self, singular: str, plural: str, num: int) -> str:
        return str(ngettext(singular, plural, num))


class WorkspaceForm(Form):
    """A form over a row, or for a new one.

    `columns` names the column behind an input where it has another name, so that the log can
    tell who changed it. `refusals` are what is wrong with the form as a whole.
    """

    columns: ClassVar[Mapping[str, str]] = {}

    class Meta(DefaultMeta):
        def get_translations(self, _form: object) -> _Catalogue:
            return _Catalogue()

    def __init__(
        self,
        typed: Sequence[Pair] | None = None,
        *,
        stored: Mapping[str, Any] | None = None,
        offers: Offers | None = None,
    ) -> None:
        super().__init__(
            None if typed is None else MultiDict(_usable(typed)),
            data=stored or {},
        )
        self.refusals: list[str] = []
        self.offers = offers or {}
        for name, choices in self.offers.items():
            if name in self._fields:
                self._fields[name].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def stored(cls, row: Any) -> dict[str, Any]:
        """What the row holds, by field."""
        raise NotImplementedError

    @property
    def inputs(self) -> dict[str, tuple[Pair, ...]]:
        """What the inputs hold, by the units that change as a whole."""
        return {
            unit: pairs
            for field in self
            for unit, pairs in field.inputs()  # type: ignore[attr-defined]
        }

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, read."""
        return {field.short_name: field.data for field in self}

    def refuse(self, refusal: Refusal, field: str = "") -> None:
        """Says a "no" beside a field, or above the form."""
        said = refusal.text(reading_language())
        if field:
            self._fields[field].errors = [*self._fields[field].errors, said]
        else:
            self.refusals.append(said)

    def in_words(self, unit: str, pairs: Sequence[Pair]) -> str:
        """What a unit holds, for a reader."""
        field = self._fields.get(unit)
        if isinstance(field, ChoiceField):
            return ", ".join(field.name_of(value) for _, value in pairs)
        return ", ".join(value for _, value in pairs if value)

    def label_of(self, unit: str) -> str:
        """What a unit is called; a text with its language."""
        field = self._fields.get(unit)
        if field is None:
            name, _, language = unit.rpartition("-")
            return f"{self._fields[name].label.text} ({language})"
        return str(field.label.text)

    @property
    def texts(self) -> Iterator[BilingualField]:
        """Its fields in two languages."""
        return (field for field in self if isinstance(field, BilingualField))


def _usable(pairs: Sequence[Pair]) -> list[Pair]:
    return [pair for pair in pairs if _INPUT.fullmatch(pair[0])]
