"""An agenda as a calendar, whatever it holds."""

from eventapp.calendars.itineraries import own_feed
from eventapp.itineraries.itinerary import Itinerary
from eventapp.values.language import Language
from tests.unit.calendars.programme import BASE, a_site, text, uid
from tests.unit.calendars.reading import (
    calendar_of,
    content_lines,
    entry_lines,
    other_calendar_of,
    values_of,
)
from tests.unit.itineraries.agendas import a_meeting, an_agenda


def feed_of(itinerary: Itinerary) -> bytes:
    return own_feed(
        itinerary,
        Language.FR,
        a_site(),
        address=f"{BASE}/fr/summit/own/secret.ics",
        page=f"{BASE}/fr/summit/",
        both=False,
    )


def test_an_agenda_without_times_still_holds_a_zone() -> None:
    body = feed_of(an_agenda(a_meeting(span=None)))
    kinds = [component.name for component in calendar_of(body).subcomponents]
    assert kinds == ["VTIMEZONE"]
    assert len(other_calendar_of(body).events) == 0


def test_a_meeting_says_where_it_is_and_what_it_is_about() -> None:
    lines = entry_lines(feed_of(an_agenda()), "meeting")
    said = {name: values_of(lines, name) for name in ("LOCATION", "DESCRIPTION", "CLASS", "GEO")}
    assert said == {
        "LOCATION": [";LANGUAGE=fr:Salle A\\, Palais\\, 1\\, rue Haute\\, Belgrade"],
        "DESCRIPTION": [";LANGUAGE=fr:Sujet\xa0: Eau"],
        "CLASS": ["PRIVATE"],
        "GEO": ["44.8;20.46"],
    }
    assert values_of(lines, "UID") == [uid("meeting")]


def test_line_breaks_and_commas_in_texts_stay_in_their_property() -> None:
    bad = text("A,b;c\r\nBEGIN:VEVENT\u2028\\N")
    body = feed_of(an_agenda(a_meeting(title=bad)))
    assert content_lines(body).count("BEGIN:VEVENT") == 1
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
