"""The child process that sets type."""

import subprocess
import sys
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader

from eventapp.documents import kept, typesetting
from eventapp.documents.folders import PROJECT
from eventapp.documents.typesetting import TypesettingError
from tests.integration.documents.structure import reader_of, texts
from tests.unit.documents.programme import NOW, a_document, a_release, a_session, pdf_of, text


def job(template: str, data: Any = None) -> bytes:
    return msgspec.json.encode({"template": template, "made_at": NOW, "data": data})


def titles(title: str) -> list[str]:
    """What comes out of a session's title, in both languages."""
    session = a_session("P1", title=text(title, title))
    return texts(pdf_of(a_document(a_release([session]))), "H2")


def test_the_same_document_is_set_as_the_same_bytes() -> None:
    wanted = kept.job_of(a_document())
    assert typesetting.typeset(wanted) == typesetting.typeset(wanted)


@pytest.mark.parametrize(
    "title",
    [
        '#read("/etc/passwd")',
        '#import "@preview/cetz:0.3.0"',
        "*bold* _emphasis_ `code`",
        "$ x^2 $ @cite <label> \\ // -- ~",
        "= Heading [1] {2}",
        '"quotes" \\u0007 \\\\ </script>',
    ],
)
def test_markup_in_a_title_is_only_text(title: str) -> None:
    assert titles(title) == [title, title]


def test_letters_of_many_languages_are_drawn() -> None:
    title = "Œuvre, Nguyễn, Škoda, Łódź, Gülşen, Ελλάδα, Україна"
    assert titles(title) == [title, title]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Accueil 東京 🎉👩🏽‍💻", "Accueil " + 2 * "\N{REPLACEMENT CHARACTER}"),
        ("Certain\x97ou non", "Certain\N{REPLACEMENT CHARACTER}ou non"),
        ("Bell\x07 and escape\x1b", "Bell and escape"),
        ("\\u0007 is a bell", "\\u0007 is a bell"),
        ("Step 1\ufe0f\u20e3", "Step 1\ufe0f"),
        ("\ufeffMark", "Mark"),
        ("Private \ue9ff use", "Private use"),
    ],
)
def test_letters_that_no_font_draws_are_replaced_and_symbols_left_out(
    title: str, shown: str
) -> None:
    assert titles(title) == [shown, shown]


def test_text_is_set_in_the_house_fonts_which_are_embedded() -> None:
    assert {name.partition("+")[2] for name in _fonts(reader_of(pdf_of(a_document())))} == {
        "NotoSans-Regular",
        "NotoSans-SemiBold",
        "NotoSans-Bold",
    }


def test_a_template_that_fails_is_one_typed_error_that_says_where() -> None:
    with pytest.raises(TypesettingError, match=r"agenda-detailed\.typ"):
        typesetting.typeset(job("agenda-detailed.typ", {"masthead": {}}))


@pytest.mark.parametrize("template", ["nowhere.typ", "../layouts/public.html", "/etc/passwd"])
def test_nothing_but_the_documents_templates_can_be_set(template: str) -> None:
    with pytest.raises(TypesettingError):
        typesetting.typeset(job(template))


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "COMMAND", (sys.executable, "-c", "input(); input()"))
    monkeypatch.setattr(typesetting, "TIME_LIMIT", 0)
    with pytest.raises(TypesettingError, match="not done after"):
        typesetting.typeset(b"")


def test_a_document_that_takes_too_much_memory_is_given_up() -> None:
    code = "from eventapp.documents import typesetter as t; t.limit(); bytearray(t.MEMORY)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=PROJECT, check=False
    )
    assert b"MemoryError" in done.stderr


def test_the_child_sees_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVENTAPP_SECRET_KEY", "secret")
    code = "import os; print(os.environ.get('EVENTAPP_SECRET_KEY'))"
    monkeypatch.setattr(typesetting, "COMMAND", (sys.executable, "-c", code))
    assert typesetting.typeset(b"") == b"None\n"


def test_the_child_knows_no_web_and_no_database() -> None:
    code = "import eventapp.documents.typesetter, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=PROJECT, check=False
    )
    assert not {b"flask", b"jinja2", b"sqlalchemy", b"wtforms", b"babel"} & set(done.stdout.split())


def _fonts(reader: PdfReader) -> set[str]:
    """The fonts of all pages; none without its file."""
    resources: list[Any] = [page["/Resources"] for page in reader.pages]
    fonts = [font for each in resources for font in each["/Font"].values()]
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
    return {str(font["/BaseFont"]) for font in fonts}
