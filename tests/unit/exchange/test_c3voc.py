"""schedule.json, in both of its versions."""

import json
from datetime import datetime, timedelta

import pytest

from eventapp.agenda.kinds import Role, SessionKind
from eventapp.exchange.reading import Unreadable, read
from eventapp.exchange.schedule import Named, ScheduledSession, Speaker
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from tests.schedule_files import a_schedule_json, a_schedule_xml, a_talk, an_event

SPAN = TimeSpan.lasting(datetime(2025, 2, 1, 10), timedelta(minutes=30), "Europe/Brussels")


def problems(data: bytes) -> list[str]:
    with pytest.raises(Unreadable) as caught:
        read(data)
    return [problem.text(Language.EN) for problem in caught.value.problems]


def test_both_formats_of_one_schedule_read_alike() -> None:
    talk = a_talk(
        track="Science", type="lecture", language="en", persons=[{"id": 3, "name": "Ada"}]
    )
    event = an_event(
        track="Science", type="lecture", language="en", people='<person id="3">Ada</person>'
    )
    assert read(a_schedule_json(talk)) == read(a_schedule_xml(event))


def test_the_public_name_goes_before_the_others() -> None:
    persons = [
        {"id": 1, "name": "A. Example", "public_name": "Ada Example"},
        {"id": 2, "full_public_name": "Zoé Exemple"},
        {"code": "ABCDEF", "name": "Kim Sample"},
        "Somebody Else",
    ]
    schedule = read(a_schedule_json(a_talk(persons=persons)))
    assert schedule.people == (
        Named("1", "Ada Example"),
        Named("2", "Zoé Exemple"),
        Named("ABCDEF", "Kim Sample"),
        Named("Somebody Else", "Somebody Else"),
    )


@pytest.mark.parametrize(
    "rooms",
    [
        [{"name": "Hall", "guid": "room-guid", "capacity": 300}],
        {"Hall": {"guid": "room-guid", "capacity": 300}},
    ],
)
def test_rooms_are_listed_in_either_form(rooms: object) -> None:
    schedule = read(a_schedule_json(a_talk(), rooms=rooms))
    assert schedule.rooms == (Named("room-guid", "Hall", 300),)
    assert schedule.sessions[0].room == "room-guid"


@pytest.mark.parametrize("tracks", [["Science"], [{"name": "Science", "color": "#00a356"}]])
def test_tracks_are_listed_in_either_form(tracks: object) -> None:
    schedule = read(a_schedule_json(a_talk(track="Science"), tracks=tracks))
    assert schedule.tracks == (Named("Science", "Science"),)
    assert schedule.sessions[0].track == "Science"


def test_a_guid_that_two_rooms_share_is_none() -> None:
    rooms = [{"name": name, "guid": "same"} for name in ("Hall", "Attic")]
    schedule = read(a_schedule_json(a_talk(), rooms=rooms))
    assert [room.key for room in schedule.rooms] == ["Hall", "Attic"]
    assert schedule.sessions[0].room == "Hall"


def test_a_short_code_of_the_file_is_the_code_of_the_session() -> None:
    (session,) = read(a_schedule_json(a_talk(code="G9JGWY"))).sessions
    assert session.code == "G9JGWY"


def test_a_session_without_a_short_name_gets_one() -> None:
    talk = a_talk(id=None, slug="a very long slug, with words that no address could hold")
    (session,) = read(a_schedule_json(talk)).sessions
    assert session.code == "a-very-long-slug-with-words-that-no-addr"


def test_null_and_empty_values_say_nothing() -> None:
    talk = a_talk() | {
        "subtitle": None,
        "track": "",
        "language": None,
        "abstract": None,
        "logo": "",
    }
    (session,) = read(a_schedule_json(talk, tracks=None, rooms=None)).sessions
    assert session == ScheduledSession("guid-1", "1", "Opening", SPAN, room="Hall")


def test_the_second_version_of_the_format_is_read() -> None:
    event = {
        "guid": "guid-1",
        "code": "ABC",
        "type": "talk",
        "title": "Opening",
        "start": "2025-02-01T10:00:00+01:00",
        "end": "2025-02-01T10:30:00+01:00",
        "room": {"name": "Hall", "guid": "room-guid"},
        "track": {"slug": "sci"},
        "participants": [{"guid": "ada", "name": "Ada", "role": "moderator"}],
    }
    conference = {
        "title": "Example",
        "time_zone_name": "Europe/Brussels",
        "rooms": [{"name": "Great Hall", "guid": "room-guid"}],
        "tracks": [{"name": "Science", "slug": "sci"}],
        "days": [{"index": 1, "date": "2025-02-01", "start": "2025-02-01T08:30:00+00:00"}],
    }
    schedule = read(
        json.dumps({"schedule": {"conference": conference, "events": [event]}}).encode()
    )
    assert schedule.sessions == (
        ScheduledSession(
            key="guid-1",
            code="ABC",
            title="Opening",
            span=SPAN,
            kind=SessionKind.TALK,
            room="room-guid",
            track="Science",
            people=(Speaker("ada", Role.MODERATOR),),
        ),
    )
    assert schedule.rooms == (Named("room-guid", "Great Hall"),)


def test_every_problem_is_told_by_its_path() -> None:
    talks = (
        a_talk(duration="soon"),
        a_talk(guid="2", title=["not", "a", "text"]),
        a_talk(guid="3", persons=5),
        "a text",
    )
    assert problems(a_schedule_json(*talks[:2])) == [
        (
            "schedule.conference.days[0].rooms['Hall'][0].duration: “soon” is not a duration; "
            "1:30 would be one hour and a half."
        ),
        "schedule.conference.days[0].rooms['Hall'][1]: The session has no title.",
    ]
    assert problems(a_schedule_json(*talks[2:], tracks="Science")) == [
        "schedule.conference.tracks: A list is expected here.",
        "schedule.conference.days[0].rooms['Hall'][0].persons: A list is expected here.",
        "schedule.conference.days[0].rooms['Hall'][1]: An object is expected here.",
    ]


@pytest.mark.parametrize("document", [{}, {"schedule": 5}, {"schedule": {"conference": []}}])
def test_json_that_is_no_schedule_is_told_so(document: object) -> None:
    assert problems(json.dumps(document).encode()) == [
        "schedule.conference: An object is expected here."
    ]
