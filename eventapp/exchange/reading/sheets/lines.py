"""A spreadsheet as lines of text, whatever kind of file it is. Pure."""

from typing import NamedTuple

from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: Ten times the largest lists of participants known.
LARGEST = 5 * 2**20  # bytes
MOST_ROWS = 5_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000  # characters


class Line(NamedTuple):
    """One row, numbered as a spreadsheet numbers it."""

    row: int
    cells: tuple[str, ...]


def too_many_rows() -> Refusal:
    """Nothing is read of a file that goes on after its last row."""
    values = {"row": MOST_ROWS + 1, "most": MOST_ROWS}
    return Refusal(N_("Row %(row)s: %(most)s rows at most can be read."), **values)


def within_bounds(row: int, cells: list[str]) -> Line:
    """The line without the empty cells at its end. Raises Refusal for no row of a list."""
    while cells and not cells[-1]:
        cells.pop()
    if row > MOST_ROWS:
        raise too_many_rows()
    if len(cells) > MOST_COLUMNS:
        raise Refusal(
            N_("Row %(row)s: %(count)s columns; %(most)s at most can be read."),
            row=row,
            count=len(cells),
            most=MOST_COLUMNS,
        )
    for column, cell in enumerate(cells, 1):
        if len(cell) > LONGEST_CELL:
            raise Refusal(
                N_("Row %(row)s, column %(column)s: longer than %(most)s characters."),
                row=row,
                column=column,
                most=LONGEST_CELL,
            )
    return Line(row, tuple(cells))
