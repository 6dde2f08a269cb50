"""Cells that a spreadsheet must take for text, never for a formula (OWASP, CSV injection).

A mark is put before what would begin a formula, rather than taken away: “-5” and “+1 514” stay
what they are, and whoever reads such a table takes the mark off again.
"""

MARK = "'"

#: What begins a formula in some spreadsheet, in any width, and the mark itself.
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠", MARK)


def inert(cell: str) -> str:
    """The cell, marked as text where it needs to be."""
    return f"{MARK}{cell}" if cell.startswith(BEGINNINGS) else cell


def plain(cell: str) -> str:
    """The cell as it was before `inert`; any other is left alone."""
    is_marked = cell.startswith(MARK) and cell[1:].startswith(BEGINNINGS)
    return cell[1:] if is_marked else cell
