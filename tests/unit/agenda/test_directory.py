"""All events in order."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from eventapp.agenda.directory import Shelf, directory_at, is_over
from eventapp.agenda.published import PublishedEvent, PublishedSeries
from eventapp.events.kinds import DatePrecision, EventKind
from eventapp.values.language import Language
from tests.unit.calendars.programme import EVENT, text

NOW = datetime(2024, 12, 4, 12, tzinfo=UTC)


def an_event(
    slug: str, first: date | None, last: date | None = None, **facts: object
) -> PublishedEvent:
    return replace(EVENT, slug=slug, starts_on=first, ends_on=last or first, **facts)  # type: ignore[arg-type]


def shelved(shelves: tuple[Shelf, ...]) -> list[tuple[str, list[str]]]:
    return [(shelf.name.text, [event.slug for event in shelf.events]) for shelf in shelves]


def test_upcoming_events_come_soonest_first_and_past_ones_latest_first() -> None:
    events = [
        an_event("old", date(2022, 11, 21)),
        an_event("next-year", date(2025, 12, 1)),
        an_event("running", date(2024, 12, 3), date(2024, 12, 4)),
        an_event("recent", date(2024, 11, 26)),
        an_event("some-day", None),
    ]
    directory = directory_at(NOW, events, Language.EN)
    assert shelved(directory.upcoming) == [("Summit", ["running", "next-year", "some-day"])]
    assert shelved(directory.past) == [("Summit", ["recent", "old"])]


def test_a_series_has_its_own_shelf_and_the_rest_one_a_kind() -> None:
    series = PublishedSeries("gpai", text("Sommets du PMIA", "GPAI Summits"))
    events = [
        an_event("tokyo", date(2022, 11, 21), series=series),
        an_event("paris", date(2024, 5, 22), kind=EventKind.INNOVATION_WORKSHOP),
        an_event("delhi", date(2023, 12, 12), series=series),
    ]
    assert shelved(directory_at(NOW, events, Language.FR).past) == [
        ("Atelier d’innovation", ["paris"]),
        ("Sommets du PMIA", ["delhi", "tokyo"]),
    ]


@pytest.mark.parametrize(
    ("last", "precision", "over"),
    [
        (date(2024, 12, 3), DatePrecision.DAY, True),
        (date(2024, 12, 4), DatePrecision.DAY, False),
        (date(2024, 12, 1), DatePrecision.MONTH, False),
        (date(2024, 11, 30), DatePrecision.MONTH, True),
        (date(2024, 1, 1), DatePrecision.YEAR, False),
        (date(2023, 12, 31), DatePrecision.YEAR, True),
        (date(2020, 1, 1), DatePrecision.TO_BE_CONFIRMED, False),
    ],
)
def test_an_event_is_over_when_the_last_day_it_may_have_has_passed(
    last: date, precision: DatePrecision, over: bool
) -> None:
    assert is_over(an_event("one", last, precision=precision), NOW) == over


def test_the_day_is_the_one_where_the_event_is_held() -> None:
    evening = datetime(2024, 12, 3, 20, tzinfo=UTC)  # the 4th in Tokyo already
    event = an_event("tokyo", date(2024, 12, 3))
    assert is_over(replace(event, zone="Asia/Tokyo"), evening)
    assert not is_over(replace(event, zone="America/Toronto"), evening)
