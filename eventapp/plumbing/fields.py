"""The kinds of field that the workspace's forms are made of.

Each reads what people type, keeps it whatever is wrong with it, and tells by `inputs` what its
inputs in the page hold, so that two versions of a form can be compared.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, TypeVar, cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import BooleanField, Field, FieldList, SelectField, SelectMultipleField
from wtforms.utils import unset_value
from wtforms.validators import ValidationError
from wtforms.widgets import TextArea, TextInput

from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.cleaning import TURNING, clean
from eventapp.values.language import Language

K = TypeVar("K", bound=StrEnum)

#: What an input of the page holds: its name and its value.
Pair = tuple[str, str]
#: A part of a form that changes as a whole, and what its inputs hold.
Unit = tuple[str, tuple[Pair, ...]]
#: A value of a list to choose from, and what the reader calls it.
Offer = tuple[str, str]

CHOOSE = lazy_gettext("Choose one of these.")


def tidied(text: str, *, is_long: bool = False) -> str:
    """The text without control characters or space around it; a short one on a single line.

    A short one stands beside others: it turns the direction of none of them.
    """
    text = clean(text).strip()
    return text if is_long else TURNING.sub("", text).replace("\n", " ").replace("\t", " ")


def too_long(text: str, most: int) -> str:
    """What is wrong with the length of a text; empty where nothing is."""
    if len(text) <= most:
        return ""
    return str(_("%(most)s characters at most: this has %(count)s.", most=most, count=len(text)))


class TextField(Field):
    """One text, of one line unless it `is_long`, with at most `most` characters."""

    widget: Any = TextInput()
    data: Any

    def __init__(
        self,
        label: str,
        *,
        most: int,
        is_required: bool = False,
        is_long: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, **kwargs)
        self.most, self.is_required, self.is_long = most, is_required, is_long
        if is_long:
            self.widget = TextArea()

    def process_data(self, value: Any) -> None:
        self.data = value or ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = tidied(valuelist[0], is_long=self.is_long)

    def pre_validate(self, _form: object) -> None:
        if self.is_required and not self.data:
            raise ValidationError(_("This is needed."))
        if wrong := too_long(self.data, self.most):
            raise ValidationError(wrong)

    def _value(self) -> str:
        return str(self.data)

    def inputs(self) -> Iterator[Unit]:
        yield self.name, ((self.name, self._value()),)


class PatternField(TextField):
    """A text that must satisfy a function of it, where there is one; `hint` says how."""

    def __init__(self, label: str, *, fits: Callable[[str], bool], hint: str, **kwargs: Any):
        super().__init__(label, **kwargs)
        self.fits, self.hint = fits, hint

    def pre_validate(self, form: object) -> None:
        super().pre_validate(form)
        if self.data and not self.fits(self.data):
            raise ValidationError(self.hint)


class BilingualField(Field):
    """A text in both languages, side by side: the inputs `<name>-fr` and `<name>-en`.

    A required one is needed in one language at least. `wrong` says what is wrong in which.
    """

    data: Bilingual

    def __init__(
        self,
        label: str,
        *,
        most: int,
        is_required: bool = False,
        is_long: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(label, **kwargs)
        self.most, self.is_required, self.is_long = most, is_required, is_long
        self.wrong: dict[Language, str] = {}

    def process(
        self,
        formdata: Any,
        data: Any = unset_value,
        extra_filters: Any = None,  # noqa: ARG002 - WTForms names it
    ) -> None:
        """Reads two inputs; one that was not sent keeps its stored wording."""
        self.process_errors = []
        self.data = data if isinstance(data, Bilingual) else Bilingual()
        for language in Language if formdata is not None else ():
            if (name := self.name_in(language)) in formdata:
                text = tidied(formdata[name], is_long=self.is_long)
                self.data = self.data.replaced(language, text)

    def validate(self, _form: object, _extra_validators: object = ()) -> bool:
        if self.is_required and not self.data:
            self.wrong = {Language.FR: _("This is needed, in one language at least.")}
        else:
            found = {each: too_long(self.data.strict(each), self.most) for each in Language}
            self.wrong = {language: wrong for language, wrong in found.items() if wrong}
        self.errors = list(self.wrong.values())
        return not self.errors

    def name_in(self, language: Language) -> str:
        return f"{self.name}-{language}"

    def inputs(self) -> Iterator[Unit]:
        for language in Language:
            name = self.name_in(language)
            yield name, ((name, self.data.strict(language)),)


class ChoiceField(SelectField):
    """One of a list of values; the form says which there are (`offers`)."""

    invalid_value_message: Any
    invalid_choice_message: Any

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **{"choices": ()} | kwargs)
        self.invalid_value_message = self.invalid_choice_message = CHOOSE

    def process_data(self, value: Any) -> None:
        """Nothing stored is the empty choice, where there is one."""
        super().process_data("" if value is None and self.coerce is str else value)

    def inputs(self) -> Iterator[Unit]:
        yield self.name, ((self.name, "" if self.data is None else str(self.data)),)

    def name_of(self, value: str) -> str:
        """What the reader calls a value."""
        names = dict(cast("Sequence[Offer]", self.choices or ()))
        return str(names.get(value, value))


class KindField(ChoiceField):
    """One of the values of an enumeration, as `named` calls them."""

    def __init__(
        self, label: str, kind: type[K], named: Callable[[K, Language], str], **kwargs: Any
    ) -> None:
        super().__init__(label, coerce=kind, choices=lambda: _named(kind, named), **kwargs)


def _named(kind: type[K], named: Callable[[K, Language], str]) -> list[Offer]:
    return [(each.value, _capital(named(each, reading_language()))) for each in kind]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class CodesField(SelectMultipleField):
    """Some of a list of codes, as check boxes; `data` is a tuple in the order of the list."""

    data: Any

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **{"choices": ()} | kwargs)

    def process_data(self, value: Any) -> None:
        self.data = tuple(value or ())

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = tuple(valuelist)

    def pre_validate(self, _form: object) -> None:
        offered = [each[0] for each in self.choices or ()]
        if not set(self.data) <= set(offered):
            raise ValidationError(CHOOSE)
        self.data = tuple(each for each in offered if each in self.data)

    def inputs(self) -> Iterator[Unit]:
        yield self.name, tuple((self.name, each) for each in self.data)


class FlagField(BooleanField):
    """Yes or no."""

    def inputs(self) -> Iterator[Unit]:
        yield self.name, ((self.name, "y"),) if self.data else ()


class RowsField(FieldList):  # type: ignore[type-arg]
    """Rows of fields, such as the people of a session, which change as a whole."""

    def inputs(self) -> Iterator[Unit]:
        yield self.name, tuple(self._pairs())

    def _pairs(self) -> Iterator[Pair]:
        for row in self.entries:
            for field in row.form:
                for _unit, pairs in field.inputs():
                    yield from pairs


def offered(rows: Sequence[tuple[str, Bilingual]], language: Language) -> list[Offer]:
    """A list to choose from, each named in the reader's language."""
    return [(code, name.text(language).text or code) for code, name in rows]
