"""Reads a schedule file of either format; its content says which, not its name. Pure."""

from pathlib import Path
from typing import NoReturn

from eventapp.exchange.reading import c3voc, pentabarf
from eventapp.exchange.reading.assembling import assemble
from eventapp.exchange.reading.problems import Place, Problem, Unreadable
from eventapp.exchange.schedule import Schedule
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: Five times the largest programmes known.
LARGEST = 10 * 2**20  # bytes
#: Signs of structure in the file; each may cost a hundred times its byte in memory.
MOST_MARKS = 300_000

_PADDING = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # byte order marks, UTF-16's zeros, white space
_FORMATS = {
    b"<": (pentabarf.outline_of, (b"<", b"=")),
    b"{": (c3voc.outline_of, (b"[", b"{", b":")),
}


def read_file(path: Path, *, zone: str | None = None) -> Schedule:
    """As `read`, without taking more of the file into memory than can be read."""
    with path.open("rb") as file:
        return read(file.read(LARGEST + 1), zone=zone)


def read(data: bytes, *, zone: str | None = None) -> Schedule:
    """The schedule that a schedule.xml or a schedule.json describes.

    `zone` (IANA) is for files that name none. Raises Unreadable with all problems of the file.
    """
    if len(data) > LARGEST:
        _refuse(N_("The file is too large for a schedule."))
    outline_of, marks = _FORMATS.get(data.lstrip(_PADDING)[:1], (None, ()))
    if outline_of is None:
        _refuse(N_("This is neither a schedule.xml nor a schedule.json."))
    if sum(data.count(mark) for mark in marks) > MOST_MARKS:
        _refuse(N_("The file holds more than any schedule does."))
    return assemble(outline_of(data), zone=zone)


def _refuse(message: str) -> NoReturn:
    raise Unreadable(Problem(Place("file"), Refusal(message)))
