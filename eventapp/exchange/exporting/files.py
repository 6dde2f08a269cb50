"""Rows of texts as files of spreadsheets, in which nothing is ever a formula. Pure."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO

from xlsxwriter import Workbook

from eventapp.values.inert import inert
from eventapp.values.language import Language

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: What French and English spreadsheets take for the separator.
SEPARATORS = {Language.FR: ";", Language.EN: ","}
WIDTH = 18  # characters

Rows = Sequence[Sequence[str]]


def csv_file(rows: Rows, language: Language) -> bytes:
    """CSV in UTF-8 with its mark; what would begin a formula is marked as text."""
    out = StringIO()
    writer = csv.writer(out, delimiter=SEPARATORS[language])
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()


def xlsx_file(rows: Rows) -> bytes:
    """A workbook of one sheet, of nothing but texts: “00123” and “1E5” stay as they are."""
    out = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(out, {"in_memory": True, **options}) as book:
        text, heading = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(rows[0]) - 1), WIDTH, text)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, cell, heading if number == 0 else text)
    return out.getvalue()
