"""What the print desk gets."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders import a_release, a_room, a_session, a_summit


@pytest.fixture(autouse=True)
def summit(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1", room=a_room(event))
    a_release(event)


def test_the_agenda_is_an_inline_pdf_named_after_its_variant(client: FlaskClient) -> None:
    response = client.get("/fr/summit/agenda.pdf?languages=both&layout=detailed&paper=a4")
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    name = "summit-v1-fr-en-detailed-a4.pdf"
    assert response.headers["Content-Disposition"] == f'inline; filename="{name}"'
    assert response.data.startswith(b"%PDF-1.")
