"""What the agenda at a glance says, before it is set in type."""

import string

from eventapp.agenda.kinds import SessionKind
from eventapp.agenda.published import PublishedSession
from eventapp.documents.glance import COLUMNS, GAP, Glance, Sheet, glance
from eventapp.documents.variants import Choice, Layout
from tests.unit.documents.programme import a_break, a_document, a_release, a_session, at, text

ROOMS = string.ascii_uppercase[: 2 * COLUMNS + 1]


def glance_of(
    *sessions: PublishedSession, rooms: str = ROOMS, choice: Choice = Choice.FR
) -> Glance:
    return glance(a_document(a_release(sessions, rooms=rooms), choice, Layout.GRID))


def names(sheet: Sheet) -> list[str]:
    return [column["names"][0]["text"] for column in sheet["columns"]]


def cells(sheet: Sheet) -> list[tuple[str, int, int, int, int]]:
    """Title, column, row, width and height of each cell."""
    return [
        (
            cell["session"]["sides"][0]["title"]["text"],
            cell["x"],
            cell["y"],
            cell["lanes"],
            cell["rows"],
        )
        for cell in sheet["cells"]
    ]


def test_every_day_has_a_sheet() -> None:
    data = glance_of(a_session("P1"), a_session("P2", span=at("09:00", day=4)))
    assert [sheet["names"] for sheet in data["sheets"]] == [
        ["Mardi 3\N{NO-BREAK SPACE}décembre 2024"],
        ["Mercredi 4\N{NO-BREAK SPACE}décembre 2024"],
    ]
    assert [sheet["part"] for sheet in data["sheets"]] == ["", ""]


def test_many_rooms_are_shared_out_evenly_over_several_sheets() -> None:
    data = glance_of(*(a_session(f"P{room}", room=room) for room in ROOMS))
    assert [len(sheet["columns"]) for sheet in data["sheets"]] == [6, 6, 5]
    assert [sheet["part"] for sheet in data["sheets"]] == ["1/3", "2/3", "3/3"]
    assert [name for sheet in data["sheets"] for name in names(sheet)] == [
        f"Salle {room}" for room in ROOMS
    ]


def test_a_break_reaches_across_all_rooms_on_every_sheet() -> None:
    sessions = [a_session(f"P{room}", room=room) for room in ROOMS]
    data = glance_of(*sessions, a_break("B", at("10:00", 30)))
    breaks = [cell for sheet in data["sheets"] for cell in cells(sheet) if cell[0] == "Pause"]
    assert breaks == [("Pause", 0, 1, 6, 1), ("Pause", 0, 1, 6, 1), ("Pause", 0, 1, 5, 1)]


def test_a_break_stands_on_every_sheet_beside_what_goes_on() -> None:
    talks = [a_session(f"P{room}", room=room) for room in ROOMS]
    fair = a_session("F", span=at("10:00", 60), room=ROOMS[6])
    sheets = glance_of(*talks, fair, a_break("B", at("10:00", 30)))["sheets"]
    breaks = [[cell for cell in cells(sheet) if cell[0] == "Pause"] for sheet in sheets]
    assert breaks == [[("Pause", 0, 1, 6, 1)], [("Pause", 1, 1, 5, 1)], [("Pause", 0, 1, 5, 1)]]


def test_a_break_names_its_room_since_it_may_reach_beyond_it() -> None:
    data = glance_of(a_session("P1"), a_break("B", at("10:00"), room="A"))
    labels = data["sheets"][0]["cells"][1]["session"]["sides"][0]["labels"]
    assert labels == [{"text": "Salle A", "lang": "fr"}]


def test_sessions_that_overlap_in_a_room_stand_side_by_side() -> None:
    data = glance_of(a_session("P1"), a_session("P2", span=at("09:30")))
    assert cells(data["sheets"][0]) == [("Séance P1", 0, 0, 1, 2), ("Séance P2", 1, 1, 1, 2)]
    assert data["sheets"][0]["columns"][0]["lanes"] == 2


def test_a_session_without_a_room_has_a_column_that_says_so() -> None:
    sheet = glance_of(a_session("P1"), a_session("P2", room=None))["sheets"][0]
    assert names(sheet) == ["Salle A", "Sans salle"]


def test_hours_in_which_nothing_takes_place_take_little_room() -> None:
    sheet = glance_of(a_session("P1"), a_session("P2", span=at("20:00", 90)))["sheets"][0]
    assert [row["minutes"] for row in sheet["rows"]] == [60, GAP, 90]


def test_a_night_session_stays_on_its_day_and_a_new_date_is_named() -> None:
    sessions = [a_session("P1", span=at("23:00", 120)), a_session("P2", span=at("23:00", 60))]
    sheet = glance_of(*sessions)["sheets"][0]
    assert [row["on"] for row in sheet["rows"]] == [[], ["4\N{NO-BREAK SPACE}décembre"]]


def test_sessions_without_a_time_are_listed_apart() -> None:
    data = glance_of(a_session("P1"), a_session("P2", span=None))
    assert [cell[0] for cell in cells(data["sheets"][0])] == ["Séance P1"]
    assert data["untimed"][0]["names"] == ["Heure à confirmer"]
    assert [session["hours"] for session in data["untimed"][0]["sessions"]] == [""]


def test_a_track_is_told_by_its_name_as_well_as_by_its_colour() -> None:
    session = a_session("P1", track="track", kind=SessionKind.TALK, title=text("Un", "One"))
    cell = glance_of(session)["sheets"][0]["cells"][0]["session"]
    assert cell["colour"] == 1
    assert cell["sides"][0]["labels"] == [{"text": "Gouvernance", "lang": "fr"}]


def test_a_programme_without_sessions_has_no_sheet() -> None:
    data = glance_of()
    assert (data["sheets"], data["untimed"]) == ([], [])
