"""One's own agenda as a finished document, read back as assistive technology does."""

from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from eventapp.documents.itinerary import OwnDocument
from eventapp.documents.typesetting import typeset
from eventapp.documents.variants import Choice, Paper
from eventapp.itineraries.itinerary import Fact
from eventapp.values.bilingual import Bilingual, PublishedText
from tests.integration.documents.structure import parts_of, reader_of, root_of
from tests.integration.documents.test_papers import is_blank, printed
from tests.unit.itineraries.agendas import a_meeting, a_panel, an_agenda

MADE_AT = datetime(2024, 12, 2, 18, tzinfo=UTC)
POINTS = {Paper.LETTER: (612, 792), Paper.A4: (595, 842)}


def paper_of(choice: Choice, paper: Paper = Paper.LETTER, entries: int = 2) -> bytes:
    meetings = (a_meeting(f"m{number}") for number in range(entries - 1))
    return pdf_of(replace(a_document(choice, paper), itinerary=an_agenda(a_panel(), *meetings)))


def a_document(choice: Choice, paper: Paper = Paper.LETTER) -> OwnDocument:
    return OwnDocument(
        itinerary=an_agenda(),
        choice=choice,
        paper=paper,
        organisation=Bilingual("Organisme", "Organisation"),
        address="events.example.org",
        made_at=MADE_AT,
    )


def pdf_of(document: OwnDocument) -> bytes:
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


@pytest.mark.parametrize("choice", [Choice.FR, Choice.BOTH])
def test_what_is_longer_than_a_page_goes_on_overleaf(choice: Choice) -> None:
    aboard = " ".join(f"n{number:03d}" for number in range(900))
    ride = a_meeting(facts=(Fact("On board", PublishedText(aboard, aboard)),))
    owner = PublishedText("Mot" * 99, "Mot" * 99)
    document = replace(a_document(choice), itinerary=an_agenda(a_panel(), ride, owner=owner))
    pages = reader_of(pdf_of(document)).pages
    words = " ".join(page.extract_text() for page in pages).split()
    assert {each for each in aboard.split() if each not in words} == set()
    for page in printed("itinerary.typ", document.data()):
        width, height = page.size
        assert is_blank(page, (0, 0, width, 12))
        assert is_blank(page, (0, height - 24, width, height))
