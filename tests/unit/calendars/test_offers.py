"""The ways into a calendar that applications understand."""

import re
from xml.etree import ElementTree as ET

from eventapp.calendars.offers import Offer
from eventapp.values.language import Language

OFFER = Offer(Language.FR, "https://events.example.org/fr/summit/agenda.ics?languages=both")


def test_subscribing_at_once_goes_by_webcal() -> None:
    assert OFFER.webcal == "webcal://events.example.org/fr/summit/agenda.ics?languages=both"


def test_google_is_given_the_webcal_address() -> None:
    assert OFFER.google == (
        "https://calendar.google.com/calendar/r"
        "?cid=webcal%3A%2F%2Fevents.example.org%2Ffr%2Fsummit%2Fagenda.ics%3Flanguages%3Dboth"
    )


def test_outlook_is_given_the_https_address() -> None:
    assert OFFER.outlook == (
        "https://outlook.office.com/calendar/0/addfromweb"
        "?url=https%3A%2F%2Fevents.example.org%2Ffr%2Fsummit%2Fagenda.ics%3Flanguages%3Dboth"
    )


def test_the_qr_code_is_a_drawing_that_a_strict_policy_allows() -> None:
    drawing = ET.fromstring(OFFER.qr_code)

    assert drawing.tag == "svg"
    assert [part.tag for part in drawing.iter() if "style" in part.attrib] == []
    assert re.findall("https?:", OFFER.qr_code) == []
