"""CSV as spreadsheets save it: four encodings, three separators. Pure."""

import csv
from collections.abc import Iterator
from io import StringIO

from eventapp.exchange.reading.sheets.lines import Line, within_bounds
from eventapp.values.catalogue import N_
from eventapp.values.inert import plain
from eventapp.values.refusal import Refusal

SEPARATORS = (";", ",", "\t")

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def lines_of_csv(data: bytes) -> list[Line]:
    """The rows of the file. Raises Refusal, naming the row, for what is no table."""
    text = _decoded(data)
    separator, text, skipped = _separator(text)
    return [line for line in _lines(text, separator, skipped) if any(line.cells)]


def _decoded(data: bytes) -> str:
    """The text in UTF-8 or UTF-16; else as Windows writes it, which holds all of Latin-1."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return _strictly(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise Refusal(N_("Row %(row)s: the text is cut off or broken here."), row=row) from error


def _separator(text: str) -> tuple[str, str, int]:
    """What parts the cells, the text after a line that names it (`sep=;`), and rows skipped."""
    first, _, rest = text.partition("\n")
    named = first.strip().removeprefix("sep=")
    if first.startswith("sep=") and named in SEPARATORS:
        return named, rest, 1
    head = "\n".join(text.splitlines()[:10])
    return max(SEPARATORS, key=head.count), text, 0


def _lines(text: str, separator: str, skipped: int) -> Iterator[Line]:
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = skipped
    while True:
        number += 1
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise Refusal(
                N_("Row %(row)s: a quotation mark is missing, or stands where none can."),
                row=number,
            ) from error
        if any("\0" in cell for cell in cells):
            raise Refusal(N_("Row %(row)s: this holds a character that no text has."), row=number)
        yield within_bounds(number, [plain(cell.strip(" \xa0")) for cell in cells])
