"""XLSX, taken apart only after its parts were measured. Pure.

The sizes that an archive claims are checked first, and counted while reading: what is handed on is
an archive of our own, uncompressed, that holds what a list needs and no document type. A cell far
away is refused, since a table is kept with all its empty cells.
"""

import re
import zlib
from datetime import date, datetime, time
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineWorkbook

from eventapp.exchange.reading.sheets.lines import (
    MOST_COLUMNS,
    MOST_ROWS,
    Line,
    too_many_rows,
    within_bounds,
)
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

MAGIC = b"PK"
MOST_PARTS = 300
LARGEST_UNPACKED = 40 * 2**20  # bytes
MOST_CELLS = 250_000

#: Parts of a workbook that hold its tables.
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(_rels/workbook\.xml\.rels|workbook\.xml"
    r"|sharedStrings\.xml|styles\.xml|worksheets/[A-Za-z0-9_-]+\.xml)",
    re.IGNORECASE,
)
#: A cell that holds something, and where it says that it stands.
_CELL = re.compile(rb"<(?:\w{1,20}:)?c(\s[^<>]{0,500}?)?(?<!/)>")
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,9})([0-9]{1,9})[\"']")

BROKEN = N_("The workbook is broken, locked with a password, or of another kind than XLSX.")
TOO_MUCH = N_("The workbook holds more than any list of people does.")


def lines_of_xlsx(data: bytes) -> list[Line]:
    """The rows of the first sheet. Raises Refusal for what is no workbook, or a hostile one."""
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(_repacked(data)))
        sheet = book.get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    except (BadZipFile, CalamineError, zlib.error, EOFError, NotImplementedError) as error:
        raise Refusal(BROKEN) from error
    except (RuntimeError, ValueError, KeyError, OSError) as error:  # what archives may raise
        raise Refusal(BROKEN) from error
    lines = [
        within_bounds(row, [_text(cell) for cell in cells]) for row, cells in enumerate(rows, 1)
    ]
    return [line for line in lines if any(line.cells)]


def _repacked(data: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(packed, "w") as own:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Refusal(TOO_MUCH)
        left = LARGEST_UNPACKED
        for part in parts:
            if _NEEDED.fullmatch(part.filename):
                content = _content(archive, part, left)
                left -= len(content)
                own.writestr(part.filename, content)
    return packed.getvalue()


def _content(archive: ZipFile, part: ZipInfo, most: int) -> bytes:
    with archive.open(part) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise Refusal(TOO_MUCH)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        raise Refusal(BROKEN)
    if "worksheets/" in part.filename.lower():
        _measure(content)
    return content


def _measure(sheet: bytes) -> None:
    """Raises Refusal where cells stand further away than those of a list."""
    for number, cell in enumerate(_CELL.finditer(sheet)):
        if number > MOST_CELLS:
            raise Refusal(TOO_MUCH)
        place = _PLACE.search(cell[1] or b"")
        if place is None:
            continue
        if int(place[2]) > MOST_ROWS:
            raise too_many_rows()
        if _column(place[1]) > MOST_COLUMNS:
            raise Refusal(
                N_("Row %(row)s: %(count)s columns; %(most)s at most can be read."),
                row=int(place[2]),
                count=_column(place[1]),
                most=MOST_COLUMNS,
            )


def _column(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _text(cell: object) -> str:
    """What a reader sees in the cell; a text that looks like a number is one no less."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell).strip(" \xa0")
