from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values import typography
from eventapp.values.language import Language
from eventapp.values.timespan import zone_names
from eventapp.values.typography import DateStyle

FR, EN = Language.FR, Language.EN
WINTER, SUMMER = (
    datetime.fromisoformat("2025-12-03 14:30"),
    datetime.fromisoformat("2025-06-03 14:30"),
)


@pytest.mark.parametrize(
    ("name", "winter", "summer"),
    [
        ("America/Toronto", ("HNE", "EST"), ("HAE", "EDT")),
        ("America/Montreal", ("HNE", "EST"), ("HAE", "EDT")),
        ("America/Halifax", ("HNA", "AST"), ("HAA", "ADT")),
        ("America/St_Johns", ("HNT", "NST"), ("HAT", "NDT")),
        ("America/Winnipeg", ("HNC", "CST"), ("HAC", "CDT")),
        ("America/Regina", ("HNC", "CST"), ("HNC", "CST")),
        ("America/Edmonton", ("HNR", "MST"), ("HAR", "MDT")),
        ("America/Vancouver", ("HNP", "PST"), ("HAP", "PDT")),
    ],
)
def test_canadian_zones_go_by_their_abbreviation(
    name: str, winter: tuple[str, str], summer: tuple[str, str]
) -> None:
    assert tuple(typography.zone(WINTER, name, language) for language in Language) == winter
    assert tuple(typography.zone(SUMMER, name, language) for language in Language) == summer


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("Europe/Belgrade", "Belgrade\u00a0(UTC+1)", "Belgrade\u00a0(UTC+1)"),
        ("Europe/London", "Londres\u00a0(UTC)", "London\u00a0(UTC)"),
        ("Europe/Brussels", "Bruxelles\u00a0(UTC+1)", "Brussels\u00a0(UTC+1)"),
        ("America/New_York", "New York\u00a0(UTC−5)", "New York\u00a0(UTC−5)"),
        ("Asia/Tokyo", "Tokyo\u00a0(UTC+9)", "Tokyo\u00a0(UTC+9)"),
        ("Asia/Kolkata", "Calcutta\u00a0(UTC+5:30)", "Kolkata\u00a0(UTC+5:30)"),
        ("Africa/Algiers", "Alger\u00a0(UTC+1)", "Algiers\u00a0(UTC+1)"),
        ("Pacific/Marquesas", "Marquises\u00a0(UTC−9:30)", "Marquesas\u00a0(UTC−9:30)"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_other_zones_go_by_their_city_and_offset(name: str, french: str, english: str) -> None:
    assert typography.zone(WINTER, name, FR) == french
    assert typography.zone(WINTER, name, EN) == english


def test_an_offset_is_the_one_of_the_moment() -> None:
    assert typography.zone(SUMMER, "Europe/Belgrade", FR) == "Belgrade\u00a0(UTC+2)"
    # Clocks went forward at 01:00 UTC.
    before, after = (datetime(2025, 3, 30, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert typography.zone(before, "Europe/Belgrade", FR) == "Belgrade\u00a0(UTC+1)"
    assert typography.zone(after, "Europe/Belgrade", FR) == "Belgrade\u00a0(UTC+2)"


def test_a_zone_has_a_name_in_words() -> None:
    assert typography.zone_in_words(WINTER, "America/Toronto", FR) == "heure de l’Est"
    assert typography.zone_in_words(SUMMER, "America/Toronto", EN) == "Eastern Time"
    assert typography.zone_in_words(SUMMER, "America/St_Johns", FR) == "heure de Terre-Neuve"
    assert typography.zone_in_words(WINTER, "Asia/Tokyo", FR) == "Tokyo\u00a0(UTC+9)"


def test_local_times_before_standard_time_go_by_their_offset() -> None:
    assert (
        typography.zone(datetime.fromisoformat("1850-01-01"), "America/Toronto", EN)
        == "Toronto\u00a0(UTC−5:18)"
    )


def test_an_instant_prints_date_time_and_zone_of_its_place() -> None:
    instant = datetime(2025, 12, 3, 19, 30, tzinfo=UTC)
    assert typography.instant(instant, "America/Toronto", FR) == (
        "3\u00a0décembre 2025, 14\u00a0h\u00a030\u00a0HNE"
    )
    assert typography.instant(instant, "Europe/Belgrade", EN) == (
        "December\u00a03, 2025, 8:30\u00a0p.m., Belgrade\u00a0(UTC+1)"
    )
    assert typography.instant(instant, "UTC", FR, DateStyle.NUMERIC) == (
        "2025-12-03, 19\u00a0h\u00a030\u00a0UTC"
    )


def test_a_wall_time_stays_what_it_is() -> None:
    assert typography.instant(WINTER, "America/St_Johns", EN) == (
        "December\u00a03, 2025, 2:30\u00a0p.m.\u00a0NST"
    )


MOMENTS = st.datetimes(datetime.fromisoformat("1800-01-01"), datetime.fromisoformat("2100-01-01"))


@given(MOMENTS, st.sampled_from(sorted(zone_names())), st.sampled_from(Language))
def test_every_zone_has_a_name_at_every_moment(at: datetime, name: str, language: Language) -> None:
    assert typography.zone(at, name, language)
    assert typography.zone_in_words(at, name, language)
