"""Programmes as search engines read them."""

from datetime import date

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.reading import Reading
from eventapp.agenda.structured import event_data, session_data, summary_of
from eventapp.events.kinds import DatePrecision, EventFormat, EventState
from eventapp.values.language import Language
from tests.unit.calendars.programme import BASE, a_release, a_session


def reading(**event: object) -> Reading:
    return Reading(a_release(a_session(), **event).agenda, Language.FR)


def test_an_event_is_told_with_its_dates_its_place_and_its_language() -> None:
    assert event_data(reading(), BASE) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Sommet exemple",
        "description": "Deux jours, un sommet.",
        "url": "https://events.example.org/fr/summit/",
        "startDate": "2024-12-03",
        "endDate": "2024-12-04",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": "fr",
        "location": [
            {
                "@type": "Place",
                "name": "Palais",
                "address": {
                    "@type": "PostalAddress",
                    "streetAddress": "1, rue Haute",
                    "addressLocality": "Belgrade",
                    "addressCountry": "RS",
                },
            }
        ],
    }


def test_dates_that_are_not_settled_are_not_told() -> None:
    data = event_data(reading(precision=DatePrecision.MONTH, starts_on=date(2024, 12, 1)), BASE)
    assert "startDate" not in data
    assert "endDate" not in data


def test_a_postponed_hybrid_event_says_so() -> None:
    data = event_data(reading(state=EventState.POSTPONED, format=EventFormat.HYBRID), BASE)
    assert data["eventStatus"] == "https://schema.org/EventPostponed"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


def test_a_session_is_told_as_a_part_of_its_event_in_its_own_offset() -> None:
    data = session_data(a_session(), reading(), BASE)
    assert data["startDate"] == "2024-12-03T09:00:00+01:00"
    assert data["endDate"] == "2024-12-03T10:00:00+01:00"
    assert data["url"] == "https://events.example.org/fr/summit/sessions/opening"
    assert data["performer"] == [{"@type": "Person", "name": "Zoé Exemple"}]
    assert data["superEvent"]["url"] == "https://events.example.org/fr/summit/"
    assert data["location"]["containedInPlace"]["name"] == "Palais"


def test_a_cancelled_session_without_a_time_says_so_and_no_more() -> None:
    data = session_data(a_session(state=SlotState.CANCELLED, span=None, room=None), reading(), BASE)
    assert data["eventStatus"] == "https://schema.org/EventCancelled"
    assert {"startDate", "endDate", "location"}.isdisjoint(data)


def test_a_long_text_is_cut_between_two_words() -> None:
    summary = summary_of("mot " * 200)
    assert summary == "mot " * 74 + "mot…"
