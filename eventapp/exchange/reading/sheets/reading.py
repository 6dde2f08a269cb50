"""A file of either kind; its content says which, not its name. Pure."""

from eventapp.exchange.reading.sheets.csv_text import lines_of_csv
from eventapp.exchange.reading.sheets.lines import LARGEST, Line
from eventapp.exchange.reading.sheets.xlsx import MAGIC, lines_of_xlsx
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: What an old workbook (XLS), a PDF or a picture begins with.
_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<")


def read_lines(data: bytes) -> list[Line]:
    """The rows of the file that hold anything. Raises Refusal for what cannot be read."""
    if len(data) > LARGEST:
        raise Refusal(N_("The file is too large: 5 MB at most can be read."))
    if data.startswith(_OTHERS):
        raise Refusal(N_("This is neither a CSV file nor an XLSX workbook."))
    lines = lines_of_xlsx(data) if data.startswith(MAGIC) else lines_of_csv(data)
    if not lines:
        raise Refusal(N_("The file holds no row."))
    return lines
