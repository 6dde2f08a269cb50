"""One's own agenda as a finished document, read back as assistive technology does."""

from datetime import UTC, datetime

import msgspec
import pytest

from eventapp.documents.itinerary import OwnDocument
from eventapp.documents.typesetting import typeset
from eventapp.documents.variants import Choice, Paper
from eventapp.values.bilingual import Bilingual
from tests.integration.documents.structure import parts_of, reader_of, root_of
from tests.unit.itineraries.agendas import a_meeting, a_panel, an_agenda

MADE_AT = datetime(2024, 12, 2, 18, tzinfo=UTC)
POINTS = {Paper.LETTER: (612, 792), Paper.A4: (595, 842)}


def paper_of(choice: Choice, paper: Paper = Paper.LETTER, entries: int = 2) -> bytes:
    meetings = (a_meeting(f"m{number}") for number in range(entries - 1))
    document = OwnDocument(
        itinerary=an_agenda(a_panel(), *meetings),
        choice=choice,
        paper=paper,
        organisation=Bilingual("Organisme", "Organisation"),
        address="events.example.org",
        made_at=MADE_AT,
    )
    job = {"template": "itinerary.typ", "made_at": MADE_AT, "data": document.data()}
    return typeset(msgspec.json.encode(job))


@pytest.mark.parametrize(("choice", "paper"), [(Choice.FR, Paper.LETTER), (Choice.BOTH, Paper.A4)])
def test_it_is_accessible_and_of_the_size_asked(choice: Choice, paper: Paper) -> None:
    pdf = reader_of(paper_of(choice, paper))
    root = root_of(pdf)
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "fr-CA")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    box = pdf.pages[0].mediabox
    assert (round(box.width), round(box.height)) == POINTS[paper]


def test_two_languages_stand_side_by_side_entry_by_entry() -> None:
    headings = [
        (part.lang[:2], part.text) for part in parts_of(paper_of(Choice.BOTH)) if part.kind == "H2"
    ]
    assert headings == [
        ("fr", "Éthique"),
        ("en", "Ethics"),
        ("fr", "Rencontre bilatérale : Japon"),
        ("en", "Bilateral meeting: Japan"),
    ]


def test_it_says_from_when_it_is_that_it_is_confidential_and_whom_to_call() -> None:
    text = " ".join(page.extract_text() for page in reader_of(paper_of(Choice.EN)).pages)
    for words in ("Confidential", "December 2, 2024, 7:00", "Alix Exemple", "+1 514 555-0100"):
        assert words in " ".join(text.replace("\xa0", " ").split())


def test_a_long_agenda_goes_on_over_pages_with_whose_it_is_on_each() -> None:
    pages = reader_of(paper_of(Choice.BOTH, entries=40)).pages
    assert len(pages) > 1
    assert [page for page in pages[1:] if "Zoé Exemple" not in page.extract_text()] == []
