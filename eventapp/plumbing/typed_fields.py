"""Fields whose text is read into something else: days, times, numbers."""

import re
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from eventapp.plumbing.fields import TextField, tidied
from eventapp.plumbing.web import reading_language
from eventapp.values.refusal import Refusal
from eventapp.values.typed import typed_date, typed_time


class _TypedField(TextField):
    """A text that is read into something else; what cannot be read stays as it was typed."""

    typed: str | None = None

    def __init__(self, label: str, *, is_required: bool = False, **kwargs: Any) -> None:
        super().__init__(label, most=40, is_required=is_required, **kwargs)

    def process_data(self, value: Any) -> None:
        self.data = value

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist:
            return
        self.typed, self.data = tidied(valuelist[0])[:200], None
        if self.typed:
            try:
                self.data = self.read(self.typed)
            except Refusal as refusal:
                raise ValueError(refusal.text(reading_language())) from refusal

    def pre_validate(self, _form: object) -> None:
        if self.is_required and self.data is None and not self.process_errors:
            raise ValidationError(_("This is needed."))

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """The value as its input holds it."""
        return str(value)

    def _value(self) -> str:
        if self.typed is not None and self.data is None:
            return self.typed
        return "" if self.data is None else self.written(self.data)


class DayField(_TypedField):
    """A date, as `<input type="date">` sends it or somebody types it."""

    widget = TextInput("date")

    def read(self, text: str) -> date:
        return typed_date(text)


class ClockField(_TypedField):
    """A time of day, in whatever way it is typed; shown in figures that both languages share."""

    def read(self, text: str) -> time:
        return typed_time(text)

    def written(self, value: time) -> str:
        return f"{value:%H:%M}"


class NumberField(_TypedField):
    """A whole number from `least` to `most`."""

    def __init__(self, label: str, *, least: int, at_most: int, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.least, self.at_most = least, at_most

    def read(self, text: str) -> int:
        digits = re.fullmatch(r"-?[0-9]{1,9}", text)
        if digits is None or not self.least <= int(text) <= self.at_most:
            bounds = {"least": self.least, "most": self.at_most}
            raise ValueError(_("A whole number from %(least)s to %(most)s is needed.", **bounds))
        return int(text)


class DegreesField(_TypedField):
    """A latitude or longitude, up to `limit` degrees either way."""

    def __init__(self, label: str, *, limit: int, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.limit = limit

    def read(self, text: str) -> float:
        figures = text.replace(",", ".")
        if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,15})?", figures):
            raise ValueError(_("Degrees are needed, like 45.5048."))
        if abs(float(figures)) > self.limit:
            raise ValueError(_("%(limit)s degrees at most.", limit=self.limit))
        return float(figures)
