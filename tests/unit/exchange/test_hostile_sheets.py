"""Spreadsheets made to hurt: one clear sentence each, that names the row where there is one."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from eventapp.exchange.reading.sheets.lines import LARGEST
from eventapp.exchange.reading.sheets.reading import read_lines
from eventapp.values.refusal import Refusal

SHEET = "xl/worksheets/sheet1.xml"
BROKEN = "The workbook is broken"
TOO_MUCH = "The workbook holds more"
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


def workbook(*cells: tuple[int, int, str]) -> bytes:
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet()
        for row, column, text in ((0, 0, "Nom"), (1, 0, "Zoé"), *cells):
            sheet.write_string(row, column, text)
    return out.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """A workbook one part of which is something else."""
    out = BytesIO()
    with ZipFile(BytesIO(workbook())) as good, ZipFile(out, "w", ZIP_DEFLATED) as bad:
        for part in good.namelist():
            if part != name:
                bad.writestr(part, good.read(part))
        bad.writestr(name, content)
    return out.getvalue()


def many_parts() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for number in range(1_000):
            archive.writestr(f"xl/{number}.xml", b"")
    return out.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a sheet of 60 MB": (lambda: with_part(SHEET, b" " * 60 * 2**20), TOO_MUCH),
    "a thousand parts": (many_parts, TOO_MUCH),
    "an outside entity": (lambda: with_part(SHEET, DOCTYPE), BROKEN),
    "an entity in the texts": (lambda: with_part("xl/sharedStrings.xml", DOCTYPE), BROKEN),
    "a way out of the folder": (lambda: with_part("../../evil.xml", b"x"), ""),
    "a far row": (lambda: workbook((1_048_575, 0, "x")), "Row 5001: 5000 rows"),
    "a far column": (lambda: workbook((4, 16_383, "x")), "Row 5: 16384 columns; 100 at most"),
    "no sheet": (lambda: with_part(SHEET, b"not XML at all <"), BROKEN),
    "cut off": (lambda: workbook()[:-60], BROKEN),
    "an empty archive": (lambda: b"PK\x05\x06" + bytes(18), BROKEN),
    "too large": (lambda: b"a," * LARGEST, "The file is too large"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is neither"),
    "a PDF": (lambda: b"%PDF-1.7", "This is neither"),
    "nothing": (lambda: b"", "The file holds no row."),
    "blank rows": (lambda: b";;\n;;\n", "The file holds no row."),
    "a null character": (lambda: b"Nom\nZo\0e\n", "Row 2: this holds a character"),
    "an open quote": (lambda: b'Nom\nA\n"B\nC\n', "Row 3: a quotation mark is missing"),
    "a stray quote": (lambda: b'Nom\n"A"B\n', "Row 2: a quotation mark is missing"),
    "columns": (lambda: b"a" + b",a" * 50_000, "Row 1: 50001 columns; 100 at most"),
    "rows": (lambda: b"a\n" * 6_000, "Row 5001: 5000 rows at most"),
    "a long cell": (lambda: b"Nom\n" + b"a" * 20_000, "Row 2, column 1: longer than 10000"),
    "a huge cell": (lambda: b"Nom\n" + b"a" * 200_000, "Row 2"),
    "UTF-16 cut off": (lambda: "Nom\nZoé".encode("utf-16")[:-1], "Row 2: the text is cut off"),
    "UTF-32": (lambda: "Nom\nZoé".encode("utf-32"), "Row 1: this holds a character"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_list_is_refused_in_a_sentence(case: str) -> None:
    make, said = HOSTILE[case]
    if not said:
        assert [line.cells for line in read_lines(make())] == [("Nom",), ("Zoé",)]
        return
    with pytest.raises(Refusal) as refusal:
        read_lines(make())
    assert str(refusal.value).startswith(said)


def test_texts_that_look_like_numbers_stay_texts() -> None:
    texts = ("00123", "1E5", "3-4", "12345678901234567", "+1 514", "=1+1")
    cells = tuple((2, column, text) for column, text in enumerate(texts))
    assert read_lines(workbook(*cells))[2].cells == texts


def test_numbers_dates_and_yes_are_read_as_people_see_them() -> None:
    out = BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, (12, 1.5, True))
    assert read_lines(out.getvalue())[0].cells == ("12", "1.5", "1")
