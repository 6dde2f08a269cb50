"""Calendar data as bytes: where the icalendar library is wrong or slow, ours stands here."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import quote

from icalendar import Component
from icalendar.parser_tools import to_unicode
from icalendar.prop import vDate, vDatetime, vDuration, vText, vUri

from eventapp.values.bilingual import Wording
from eventapp.values.cleaning import clean
from eventapp.values.language import Language

C = TypeVar("C", bound=Component)

LINE_LENGTH = 75  # octets, without the line break: RFC 5545 §3.1

_RESERVED = ":/?#[]@!$&'()*+,;=%"
_GAPS = re.compile("[ \t\n]+")


class Text(vText):
    """A TEXT value (RFC 5545 §3.3.11) with the language it is in.

    Differs from the library's: control characters are taken out, texts are in normal form C,
    and a backslash before a capital N stays what it is.
    """

    def __new__(
        cls, text: str, language: Language | None = None, params: dict[str, str] | None = None
    ) -> "Text":
        tag = {"LANGUAGE": language.value} if language else {}
        return super().__new__(cls, clean(text), params=tag | (params or {}))

    @classmethod
    def line(cls, wording: Wording, form: str = "%s") -> "Text":
        """A wording on one line, within a form such as `CANCELLED - %s`."""
        return cls(_GAPS.sub(" ", clean(form % wording.text)).strip(), wording.language)

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


class Participant(Component):
    """Somebody who takes part, without an address to write to (RFC 9073 §7.1)."""

    name = "PARTICIPANT"


class Location(Component):
    """Where it takes place, for machines (RFC 9073 §7.2)."""

    name = "VLOCATION"


def component(kind: type[C], properties: Mapping[str, Any]) -> C:
    """A component with these properties, in this order; those that are None are left out.

    Values are property types already: unlike the library's `add`, nothing is guessed.
    """
    made = kind()
    made.update((name, value) for name, value in properties.items() if value is not None)
    return made


@lru_cache(maxsize=256)
def word(text: str, **params: str) -> Text:
    """A word of the standard, or an identifier that many entries share."""
    return Text(text, params=params)


def uri(address: str, **params: str | list[str]) -> vUri:
    """An address, with what is not allowed in one percent-encoded (RFC 3986 §2.1).

    Where the property may hold other things too, VALUE="URI" must be given.
    """
    return vUri(quote(clean(address).strip(), safe=_RESERVED), params=params)


def instant(at: datetime) -> vDatetime:
    """An instant in UTC, as all of a release are."""
    return vDatetime(at)


def wall_time(at: datetime, zone: str) -> vDatetime:
    """A naive wall time in an IANA zone, whose VTIMEZONE the calendar holds."""
    value = vDatetime(at)
    value.params["TZID"] = zone  # given to the constructor, it would be dropped
    return value


def duration(length: timedelta) -> vDuration:
    """A length of time, named as one, since few of the properties that hold it say so."""
    return vDuration(length, params={"VALUE": "DURATION"})


def whole_day(day: date) -> vDate:
    """A day as such, in no zone."""
    return vDate(day, params={"VALUE": "DATE"})


def serialized(calendar: Component) -> bytes:
    """The calendar, or a part of one, as bytes: everything in the order in which it was added.

    The library folds one character at a time and may tear an escaped backslash apart.
    """
    properties = calendar.property_items(sorted=False)
    return b"".join(_folded(_content_line(name, value)) for name, value in properties)


def _content_line(name: str, value: Any) -> bytes:
    """`NAME;PARAMETER=…:value`; BEGIN and END have bare bytes for a value."""
    if isinstance(value, bytes):
        return b"%b:%b" % (name.encode(), value)
    parameters = value.params.to_ical(sorted=False) if value.params else b""
    return b"%b%b%b:%b" % (
        name.encode(),
        b";" if parameters else b"",
        parameters,
        to_unicode(value.to_ical()).encode(),  # some types give text, most give bytes
    )


def _folded(line: bytes) -> bytes:
    """The line with its ends, no part longer than 75 octets, no character or escape torn."""
    parts = []
    room = LINE_LENGTH
    while len(line) > room:
        end = _last_break(line, room)
        parts.append(line[:end])
        line = line[end:]
        room = LINE_LENGTH - 1  # the space that marks a continuation
    return b"\r\n ".join([*parts, line]) + b"\r\n"


def _last_break(line: bytes, end: int) -> int:
    """The last place up to `end` between two characters that belong to no common escape."""
    while line[end] & 0xC0 == 0x80:  # within a character of UTF-8
        end -= 1
    escapes = end - len(line[:end].rstrip(b"\\"))
    return end - escapes % 2
