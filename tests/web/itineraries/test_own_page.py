"""The page of one's own agenda, at a secret address."""

import re

from flask.testing import FlaskClient

from tests.web.itineraries.conftest import AddressOf, Summit


def titles(html: str) -> list[str]:
    """The headings of the entries, in order."""
    found = re.findall(r"<article class=\"session entry.*?<h3>(.*?)</h3>", html, re.DOTALL)
    return [re.sub("<[^>]+>", "", each).strip() for each in found]


def test_a_person_reads_what_is_theirs_and_nothing_else(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    answer = client.get(address_of(summit.zoe))
    assert titles(answer.text) == [
        "Séance PANEL",
        "Rencontre bilatérale\xa0: Japon",
        "Retour à l’hôtel",
    ]
