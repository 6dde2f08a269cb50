"""The change sheet on paper, read back."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from eventapp.agenda.kinds import SlotState
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_release, a_room, a_session, a_span, a_summit


@pytest.fixture
def sheet(app: Flask, client: FlaskClient) -> PdfReader:
    """From release 1 to release 2: one session moved, one left, one was cancelled."""
    event = a_summit()
    moved = a_session(event, "MOVED", room=a_room(event))
    gone = a_session(event, "GONE", at="11:00")
    off = a_session(event, "OFF", at="13:00", title=Bilingual("Atelier", "Workshop"))
    a_release(event)
    moved.span, gone.state = a_span(event, "15:00"), SlotState.DRAFT
    off.state = SlotState.CANCELLED
    a_release(event, now=NOW + timedelta(days=1), note=Bilingual("Trois changements.", "Three."))
    return PdfReader(BytesIO(client.get("/fr/summit/changes/sheet.pdf?paper=letter").data))


def test_it_says_in_both_languages_what_changed_on_one_page(sheet: PdfReader) -> None:
    [page] = sheet.pages
    text = " ".join(page.extract_text().replace("\u00a0", " ").split())
    for words in (
        "Feuille des changements", "Change sheet", "3 séances changent", "3 sessions change",
        "Trois changements.", "Three.", "Séance MOVED", "Session MOVED", "Nouvel horaire",
        "mardi 3 décembre, 15 h – 16 h", "Tuesday, December 3, 3:00–4:00 p.m.", "Annulée",
        "Cancelled", "Retirée", "Removed",
        "ce qui a changé depuis la version 1", "what changed since release 1",
    ):  # fmt: skip
        assert words in text, (words, text)
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)


def test_what_is_gone_is_no_link(sheet: PdfReader) -> None:
    notes = sheet.pages[0].get("/Annots", [])
    links = {str(note.get_object()["/A"]["/URI"]).rpartition("/")[2] for note in notes}
    assert links == {"MOVED", "OFF"}
