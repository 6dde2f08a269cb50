"""An agenda as its reader gets it."""

from datetime import UTC, datetime

from eventapp.agenda.kinds import SlotState
from eventapp.itineraries.reading import OwnReading
from eventapp.values.language import Language
from tests.unit.itineraries.agendas import a_meeting, a_panel, an_agenda, later

NINE_THIRTY = datetime(2024, 12, 3, 8, 30, tzinfo=UTC)  # in Belgrade


def titles(entries: object) -> list[str]:
    return [each.title.en for each in entries]  # type: ignore[attr-defined]


def test_days_come_in_order_and_what_has_no_time_last() -> None:
    own = OwnReading(an_agenda(a_panel(), a_meeting(), a_meeting("open", span=None)), Language.FR)
    assert [(day.name, len(day.entries)) for day in own.days] == [
        ("mardi 3\xa0décembre 2024", 2),
        ("Heure à confirmer", 1),
    ]


def test_now_and_next_leave_out_what_is_off() -> None:
    off = a_meeting("off", state=SlotState.CANCELLED)
    own = OwnReading(an_agenda(a_panel(), off, later(a_meeting(), 60)), Language.EN)

    moment = own.at(NINE_THIRTY)

    assert (titles(moment.now), titles(moment.following)) == (
        ["Ethics"], ["Bilateral meeting: Japan"],
    )  # fmt: skip
    assert moment.following[0].span != off.span
    assert not own.at(datetime(2024, 12, 5, tzinfo=UTC))


def test_a_place_is_the_room_and_its_building() -> None:
    own = OwnReading(an_agenda(), Language.FR)
    panel, meeting = own.itinerary.entries
    assert (own.place(panel).text, own.place(meeting).text) == ("", "Salle A, Palais")
    assert own.day_and_hours(meeting) == "mardi 3\xa0décembre, 14\xa0h\xa0–\xa014\xa0h\xa030"
