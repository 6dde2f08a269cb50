"""Documents that are set once and kept."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from eventapp.documents import kept, typesetting
from eventapp.documents.document import Document
from eventapp.documents.typesetting import TypesettingError
from eventapp.documents.variants import Choice, Paper
from tests.unit.documents.programme import SITE, a_document, a_release, a_session

#: Stands in for the typesetter: adds a line to a file, answers with the number of lines.
COUNT = (
    "import sys, time; log = open(sys.argv[1], 'a+'); print('set', file=log, flush=True);"
    "time.sleep(0.2); log.seek(0); print(len(log.readlines()))"
)


@pytest.fixture
def times_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], int]:
    """How many documents have been set, by a typesetter that only counts."""
    log = tmp_path / "log"
    log.touch()
    monkeypatch.setattr(typesetting, "COMMAND", (sys.executable, "-c", COUNT, str(log)))
    return lambda: len(log.read_text().splitlines())


def test_a_document_is_kept_under_a_name_that_tells_what_it_is(tmp_path: Path) -> None:
    made = kept.pdf(a_document(), tmp_path)
    assert made.startswith(b"%PDF-1.")
    (file,) = tmp_path.glob("*.pdf")
    assert file.name.startswith("summit-v2-fr-en-detailed-a4-")
    assert file.read_bytes() == made


def test_a_document_is_set_once(times_set: Callable[[], int], tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    assert [kept.pdf(a_document(), folder) for _ in range(3)] == [b"1\n"] * 3
    assert times_set() == 1


def test_many_who_ask_at_once_wait_for_the_same_document(
    times_set: Callable[[], int], tmp_path: Path
) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: kept.pdf(a_document(), tmp_path / "documents"), range(4)))
    assert made == [b"1\n"] * 4
    assert times_set() == 1


@pytest.mark.parametrize(
    "other",
    [
        a_document(choice=Choice.FR),
        a_document(paper=Paper.LETTER),
        a_document(a_release(number=3)),
        a_document(a_release([a_session("P1")])),
        replace(a_document(), site=replace(SITE, agenda=lambda _: "https://other.example.org")),
    ],
)
@pytest.mark.usefixtures("times_set")
def test_whatever_a_document_depends_on_gives_it_a_file_of_its_own(
    tmp_path: Path, other: Document
) -> None:
    for document in (a_document(), other):
        kept.pdf(document, tmp_path)
    assert len(list(tmp_path.glob("*.pdf"))) == 2


@pytest.mark.usefixtures("times_set")
def test_a_folder_that_cannot_be_made_costs_time_but_not_the_document(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.touch()
    folder = blocked / "documents"
    assert [kept.pdf(a_document(), folder) for _ in range(2)] == [b"1\n", b"2\n"]


def test_a_document_that_fails_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(typesetting, "COMMAND", (sys.executable, "-c", "raise SystemExit('no')"))
    with pytest.raises(TypesettingError, match="no"):
        kept.pdf(a_document(), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["lock"]
