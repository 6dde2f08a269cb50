"""Finished documents, read back as text and by their structure."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from eventapp.documents.variants import Choice, Layout, Paper
from eventapp.values import markdown
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import LanguageOrder
from tests.integration.documents.structure import Part, parts_of, reader_of, root_of, runs_of, texts
from tests.unit.documents.programme import (
    EVENT,
    a_break,
    a_document,
    a_release,
    a_session,
    at,
    pdf_of,
    text,
)

DETAILED = pdf_of(a_document())
GRID = pdf_of(a_document(layout=Layout.GRID))
MILLIMETRE = 72 / 25.4


@pytest.mark.parametrize("pdf", [DETAILED, GRID])
def test_documents_declare_themselves_accessible(pdf: bytes) -> None:
    root = root_of(reader_of(pdf))
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr-CA"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_documents_have_a_title_an_author_and_the_date_of_the_release() -> None:
    metadata = reader_of(DETAILED).metadata
    assert metadata is not None
    assert metadata.title == (
        "Sommet exemple, Programme détaillé / Example Summit, Detailed agenda"
    )
    assert metadata.author == "Organisme exemple"
    assert metadata.creation_date == a_release().published_at


def test_the_agenda_is_read_session_by_session_each_in_one_language_then_the_other() -> None:
    headings = [p for p in parts_of(DETAILED) if p.kind in {"H1", "H2"}]
    assert [(part.kind, part.lang, part.text) for part in headings[:8]] == [
        ("H1", "fr-CA", "Mardi 3 décembre 2024"),
        ("H1", "en-CA", "Tuesday, December 3, 2024"),
        ("H2", "fr-CA", "Ouverture officielle"),
        ("H2", "en-CA", "Official opening"),
        ("H2", "fr-CA", "Pause"),
        ("H2", "en-CA", "Break"),
        ("H2", "fr-CA", "Annulée Séance P3"),
        ("H2", "en-CA", "Cancelled Session P3"),
    ]


def test_a_session_is_read_whole_before_its_other_language() -> None:
    heads = [p for p in parts_of(DETAILED) if p.kind in {"H2", "P"}]
    start = next(index for index, part in enumerate(heads) if part.text == "Ouverture officielle")
    session = heads[start : start + 10]
    assert [part.lang for part in session] == ["fr-CA"] * 5 + ["en-CA"] * 5
    assert session[4].text == "Un mot de bienvenue."
    assert session[9].text == "A word of welcome."


def test_a_fallback_keeps_its_own_language_in_the_other_ones_column() -> None:
    heading = next(p for p in parts_of(DETAILED) if p.text == "Panel on data Traduction à venir")
    assert heading.lang == "fr-CA"
    spoken = [(run.lang, run.text.strip()) for run in heading.runs if run.text.strip()]
    assert spoken == [("en-CA", "Panel on data"), ("fr-CA", "Traduction à venir")]


def test_each_language_is_found_in_its_own_column() -> None:
    columns: dict[str, set[int]] = {}
    for part in parts_of(DETAILED):
        if part.kind in {"H1", "H2"}:
            columns.setdefault(part.lang, set()).add(round(part.runs[0].x))
    assert max(columns["fr-CA"]) < min(columns["en-CA"])


def test_both_languages_of_a_session_begin_on_one_line() -> None:
    lines = [(p.runs[0].page, round(p.runs[0].y)) for p in parts_of(DETAILED) if p.kind == "H2"]
    assert lines[0::2] == lines[1::2]


def test_the_events_order_decides_which_language_is_read_first() -> None:
    release = a_release(event=replace(EVENT, order=LanguageOrder.EN_FIRST))
    parts = parts_of(pdf_of(a_document(release)))
    assert [p.lang for p in parts if p.kind == "H1"][:2] == ["en-CA", "fr-CA"]


def test_bookmarks_name_days_and_sessions_in_both_languages() -> None:
    assert _bookmarks(reader_of(DETAILED))[:3] == [
        "Mardi 3\N{NO-BREAK SPACE}décembre 2024 / Tuesday, December\N{NO-BREAK SPACE}3, 2024",
        [
            "Ouverture officielle / Official opening",
            "Pause / Break",
            "Séance P3 / Session P3",
            "Panel on data",
            "Séance P5 / Session P5",
        ],
        "Mercredi 4\N{NO-BREAK SPACE}décembre 2024 / Wednesday, December\N{NO-BREAK SPACE}4, 2024",
    ]


def test_sessions_link_to_their_page_in_the_language_of_the_column() -> None:
    links = _links(reader_of(pdf_of(a_document(a_release([a_session("P1")])))))
    assert [uri.removeprefix("https://events.example.org") for uri, _ in links] == [
        "/fr/summit/agenda",
        "/en/summit/agenda",
        "/fr/summit/sessions/P1",
        "/en/summit/sessions/P1",
    ]
    assert all(words for _, words in links)


def test_contents_tell_the_page_of_each_session() -> None:
    sessions = [
        a_session(f"P{number:02}", span=at("09:00", day=3 + number // 10), abstract=LONG)
        for number in range(14)
    ]
    pdf = pdf_of(a_document(a_release(sessions), Choice.FR))
    links = texts(pdf, "Link")[1:29]  # after the address of the agenda
    told = dict(zip(links[0::2], map(int, links[1::2]), strict=True))
    heads = {part.text: part.runs[0].page for part in parts_of(pdf) if part.kind == "H2"}
    assert told == heads


LONG = text("Un assez long paragraphe. " * 30, "A paragraph that is rather long. " * 30)


def test_every_further_page_names_its_event_day_and_release() -> None:
    release = a_release(
        [a_session(f"P{n}", span=at(f"{9 + n:02}:00"), abstract=LONG) for n in range(8)]
    )
    pages = reader_of(pdf_of(a_document(release))).pages
    head = " ".join(pages[1].extract_text()[:400].split())
    for words in (
        "v 2",
        "Sommet exemple",
        "Mardi 3 décembre 2024 · 28 novembre 2024, 16 h 05, Belgrade (UTC+1) · remplace la v 1",
        "Example Summit",
        "Tuesday, December 3, 2024 · November 28, 2024, 4:05 p.m., Belgrade (UTC+1)",
    ):
        assert words in head
    feet = [page.extract_text().split()[-1] for page in pages]
    assert feet == [f"{number}/{len(pages)}" for number in range(1, len(pages) + 1)]


@pytest.mark.parametrize(
    ("layout", "paper", "size"),
    [
        (Layout.DETAILED, Paper.A4, (595, 842)),
        (Layout.DETAILED, Paper.LETTER, (612, 792)),
        (Layout.GRID, Paper.A4, (842, 595)),
        (Layout.GRID, Paper.LETTER, (792, 612)),
    ],
)
def test_sheets_have_the_size_asked_for(
    layout: Layout, paper: Paper, size: tuple[int, int]
) -> None:
    page = reader_of(pdf_of(a_document(layout=layout, paper=paper))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_the_grid_is_a_table_whose_columns_have_headers() -> None:
    headers = [p for p in parts_of(GRID) if p.kind == "TH"][:3]
    assert [header.text for header in headers] == ["Heure Time", "Salle A Room A", "Salle B Room B"]
    assert [run.lang for run in headers[1].runs if run.text.strip()] == ["fr-CA", "en-CA"]
    cell = next(p for p in parts_of(GRID) if p.kind == "TD" and "Ouverture" in p.text)
    assert cell.text == "09:00–10:00 Ouverture officielle Gouvernance Official opening Governance"
    assert cell.path == ("Document", "Table", "TBody", "TR")


def test_the_grid_prints_a_missing_translation_as_a_mark_beside_the_original() -> None:
    cell = next(p for p in parts_of(GRID) if p.kind == "TD" and "Panel" in p.text)
    spoken = [(run.lang, run.text.strip()) for run in cell.runs if run.text.strip()]
    assert spoken[1:] == [("fr-CA", "Traduction à venir"), ("en-CA", "Panel on data")]


def stretched(words: str) -> PublishedText:
    """A title whose French is 1.6 times as long as its English, and that tells its end."""
    return text((words * 2)[: int(len(words) * 1.6)] + " FIN", f"{words} END")


CROWDED = a_release(
    [
        a_session(
            f"P{room}{start}",
            room=room,
            span=at(f"{9 + start // 3:02}:{start % 3 * 20:02}", 20),
            title=stretched(f"Artificial intelligence and public service in room {room} "),
            track="track",
        )
        for room in "ABCDEF"
        for start in range(24)
    ]
    + [a_break("B", at("17:00"))],
    rooms="ABCDEF",
)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("paper", Paper)
def test_nothing_is_lost_or_leaves_the_page_where_french_is_long(
    layout: Layout, paper: Paper
) -> None:
    pdf = pdf_of(a_document(CROWDED, layout=layout, paper=paper))
    words = " ".join(run.text for run in runs_of(pdf))
    assert (words.count("FIN"), words.count("END")) == (144, 144)
    reader = reader_of(pdf)
    for run in runs_of(pdf):
        box = reader.pages[run.page - 1].mediabox
        assert 15 * MILLIMETRE < run.x < box.width - 15 * MILLIMETRE
        assert 15 * MILLIMETRE < run.y < box.height - 10 * MILLIMETRE


@pytest.mark.parametrize("choice", [Choice.BOTH, Choice.FR])
def test_no_cell_of_the_grid_runs_into_the_one_below(choice: Choice) -> None:
    cells = [
        part
        for part in parts_of(pdf_of(a_document(CROWDED, choice, Layout.GRID)))
        if part.kind == "TD" and "FIN" in part.text
    ]
    columns: dict[tuple[int, int], list[Part]] = {}
    for cell in cells:
        columns.setdefault((cell.runs[0].page, round(cell.runs[0].x)), []).append(cell)
    for column in columns.values():
        for above, below in pairwise(column):
            assert min(run.y for run in above.runs) > max(run.y for run in below.runs) + 5


def test_a_day_that_fits_on_a_sheet_takes_one() -> None:
    release = a_release([a_session(f"P{hour}", span=at(f"{hour:02}:00")) for hour in range(8, 20)])
    assert len(reader_of(pdf_of(a_document(release, layout=Layout.GRID))).pages) == 1


def test_a_word_longer_than_its_column_is_broken() -> None:
    word = "https://example.org/" + "a" * 200
    session = a_session("P1", title=text(word, word), abstract=text(word, word))
    release = a_release([session], rooms="A")
    for run in runs_of(pdf_of(a_document(release))):
        assert len(run.text) < 100


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("choice", Choice)
def test_a_programme_without_sessions_still_has_its_masthead(
    layout: Layout, choice: Choice
) -> None:
    pdf = pdf_of(a_document(a_release([]), choice, layout))
    assert len(reader_of(pdf).pages) == 1
    assert (
        texts(pdf, "Title")
        == {
            Choice.FR: ["Sommet exemple"],
            Choice.EN: ["Example Summit"],
            Choice.BOTH: ["Sommet exemple", "Example Summit"],
        }[choice]
    )


def test_an_abstract_longer_than_a_page_goes_on_on_the_next() -> None:
    paragraphs = "\n\n".join(f"Paragraphe {number}. " + "Mot " * 80 for number in range(40))
    release = a_release([a_session("P1", abstract=text(paragraphs, paragraphs))])
    pdf = pdf_of(a_document(release))
    said = " ".join(part.text for part in parts_of(pdf) if part.kind == "P")
    assert [said.count(f"Paragraphe {number}.") for number in range(40)] == [2] * 40
    assert min(run.y for run in runs_of(pdf)) > 15 * MILLIMETRE


@pytest.mark.parametrize(
    "abstract",
    [
        f"[words](https://example.org/{'x' * 9_000})",
        "> " * 18 + "words",
        "\n".join("  " * level + "- words" for level in range(18)),
        "# words\n\n1. words\n\n```\nwords\n```\n\n---\n\n[words](mailto:x) `words` *words*",
    ],
)
def test_whatever_authors_write_is_printed(abstract: str) -> None:
    release = a_release([a_session("P1", title=text("Un", "One"), abstract=text(abstract, "–"))])
    said = " ".join(run.text for run in runs_of(pdf_of(a_document(release, Choice.FR))))
    blocks = markdown.to_plain(abstract)
    assert said.count("words") == blocks.count("words") > 0


def test_a_title_that_no_page_holds_goes_on_on_the_next() -> None:
    sessions = [a_session("P1", title=text("mot " * 2_000, "word")), a_session("P2")]
    pdf = pdf_of(a_document(a_release(sessions), Choice.FR, Layout.GRID))
    runs = [run for run in runs_of(pdf) if "mot" in run.text]
    assert sum(run.text.count("mot") for run in runs) == 2_000
    assert min(run.y for run in runs) > 15 * MILLIMETRE


def test_long_words_are_hyphenated_in_the_narrow_columns_of_the_grid() -> None:
    word = "Anticonstitutionnellement"
    rooms = "ABCDEFGH"
    sessions = [a_session(f"P{room}", room=room, title=text(word, word)) for room in rooms]
    pdf = pdf_of(a_document(a_release(sessions, rooms=rooms), Choice.FR, Layout.GRID))
    lines = [run.text.strip() for run in runs_of(pdf)]
    assert [lines.count(part) for part in ("Anticonstitution", "nellement")] == [8, 8]


def _bookmarks(reader: PdfReader) -> list[object]:
    def named(entry: Any) -> object:
        return [named(each) for each in entry] if isinstance(entry, list) else entry["/Title"]

    return [named(entry) for entry in reader.outline]


def _links(reader: PdfReader) -> list[tuple[str, str]]:
    """Where each link leads, and what it is for those who do not see it."""
    annotations = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    return [(str(a["/A"]["/URI"]), str(a["/Contents"])) for a in annotations if "/A" in a]
