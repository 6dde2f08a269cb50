"""What the print desk gets."""

import re
import sys
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from eventapp.documents import typesetting
from eventapp.events.models import Event
from tests.builders import NOW, a_release, a_room, a_session, a_summit
from tests.integration.documents.structure import reader_of, root_of, texts


@pytest.fixture(autouse=True)
def summit(app: Flask) -> Event:
    event = a_summit()
    a_session(event, "P1", room=a_room(event))
    a_release(event)
    return event


def get(client: FlaskClient, address: str, **headers: str) -> TestResponse:
    return client.get(address, headers=headers)


def test_the_agenda_is_an_inline_pdf_named_after_its_variant(client: FlaskClient) -> None:
    response = get(client, "/fr/summit/agenda.pdf?languages=both&layout=detailed&paper=a4")
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    name = "summit-v1-fr-en-detailed-a4.pdf"
    assert response.headers["Content-Disposition"] == f'inline; filename="{name}"'
    assert texts(response.data, "H2") == ["Séance P1", "Session P1"]


@pytest.mark.parametrize(("language", "title"), [("fr", "Séance P1"), ("en", "Session P1")])
def test_an_address_without_wishes_gives_the_pages_language(
    client: FlaskClient, language: str, title: str
) -> None:
    response = get(client, f"/{language}/summit/agenda.pdf")
    assert texts(response.data, "H2") == [title]
    assert root_of(reader_of(response.data))["/Lang"] == f"{language}-CA"


def test_who_holds_the_document_already_is_not_sent_it_again(client: FlaskClient) -> None:
    first = get(client, "/fr/summit/agenda.pdf")
    again = get(client, "/fr/summit/agenda.pdf", **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_a_new_release_is_a_new_document(client: FlaskClient, summit: Event) -> None:
    first = get(client, "/fr/summit/agenda.pdf")
    a_session(summit, "P2", at="11:00")
    a_release(summit, now=NOW + timedelta(hours=1))
    second = get(client, "/fr/summit/agenda.pdf")
    assert [texts(each.data, "H2") for each in (first, second)] == [
        ["Séance P1"],
        ["Séance P1", "Séance P2"],
    ]
    assert "summit-v2-fr-" in second.headers["Content-Disposition"]


@pytest.mark.parametrize("query", ["languages=de", "layout=", "paper=a3", "layout=" + "x" * 5_000])
@pytest.mark.parametrize(
    ("language", "words"), [("fr", "n’est pas offert ici"), ("en", "is not on offer here")]
)
def test_a_variant_that_does_not_exist_is_refused_in_the_pages_language(
    client: FlaskClient, query: str, language: str, words: str
) -> None:
    response = get(client, f"/{language}/summit/agenda.pdf?{query}")
    assert response.status_code == 400
    assert words in response.text


@pytest.mark.parametrize("page", ["agenda.pdf", "print"])
def test_an_event_without_a_release_has_no_documents(client: FlaskClient, page: str) -> None:
    assert get(client, f"/fr/nowhere/{page}").status_code == 404


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "ne peut pas être produit"), ("en", "cannot be made just now")],
)
def test_a_document_that_cannot_be_made_is_said_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setattr(typesetting, "COMMAND", (sys.executable, "-c", "raise SystemExit(1)"))
    response = get(client, f"/{language}/summit/agenda.pdf")
    assert response.status_code == 503
    assert words in response.text
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_print_page_offers_every_variant_the_usual_paper_first(
    client: FlaskClient, language: str
) -> None:
    page = get(client, f"/{language}/summit/print").text
    other = "en" if language == "fr" else "fr"
    assert re.findall(r'href="[^"]*agenda\.pdf\?([^"]*)"', page) == [
        f"languages={choice}&amp;layout={layout}&amp;paper={paper}"
        for layout in ("detailed", "grid")
        for paper in ("a4", "letter")
        for choice in (language, other, "both")
    ]
