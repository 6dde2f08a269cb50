"""schedule.xml, as different systems write it."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from eventapp.agenda.kinds import Role, SessionKind
from eventapp.exchange.reading import Unreadable, read
from eventapp.exchange.schedule import Conference, Named, ScheduledSession, Speaker
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from tests.schedule_files import a_schedule_xml, an_event

WHOLE = an_event(
    guid="guid-7",
    id="7",
    subtitle="What we found",
    room="Hall",
    slug="example-25-7-trust",
    track="Science",
    type="Long talk (45 minutes)",
    language="fr",
    abstract="<p>Short.</p>",
    description="Long, with *emphasis*.",
    people='<person id="3">Zoé Exemple</person><person id="4">Ada Example</person>',
    title="Trust",
)


def problems(data: bytes) -> list[str]:
    with pytest.raises(Unreadable) as caught:
        read(data)
    return [problem.text(Language.EN) for problem in caught.value.problems]


def test_a_whole_session_is_read() -> None:
    schedule = read(a_schedule_xml(WHOLE, venue="Campus", city="Brussels", day_change="05:00"))
    start = datetime(2025, 2, 1, 10)
    assert schedule.sessions == (
        ScheduledSession(
            key="guid-7",
            code="7",
            title="Trust",
            subtitle="What we found",
            abstract="Short.\n\nLong, with *emphasis*.",
            kind=SessionKind.TALK,
            languages=("fr",),
            span=TimeSpan.lasting(start, timedelta(minutes=30), "Europe/Brussels"),
            room="Hall",
            track="Science",
            people=(Speaker("3", None), Speaker("4", None)),
        ),
    )
    assert schedule.conference == Conference(
        title="Example 2025",
        acronym="example-25",
        starts_on=date(2025, 2, 1),
        ends_on=date(2025, 2, 2),
        zone="Europe/Brussels",
        day_change=time(5),
        is_day_change_stated=True,
        venue="Campus",
        city="Brussels",
    )
    assert schedule.rooms == (Named("Hall", "Hall"),)
    assert schedule.tracks == (Named("Science", "Science"),)
    assert schedule.people == (Named("3", "Zoé Exemple"), Named("4", "Ada Example"))
    assert schedule.source == "example-25"
    assert schedule.main_language is Language.FR


def test_an_event_needs_no_more_than_an_id_a_time_and_a_title() -> None:
    bare = "<event id='5'><start>10:00</start><duration>0:45</duration><title>Bare</title></event>"
    (session,) = read(a_schedule_xml(bare)).sessions
    span = TimeSpan.lasting(datetime(2025, 2, 1, 10), timedelta(minutes=45), "Europe/Brussels")
    assert session == ScheduledSession("5", "5", "Bare", span, room="Hall")


def test_dates_in_utc_are_shown_in_the_zone_of_the_file() -> None:
    """Some systems count whole days in UTC: this one begins on the ninth, at 3:00 in Kolkata."""
    event = an_event(date="2023-09-10T05:00:00+00:00", start="10:30")
    day = 'date="2023-09-09" start="2023-09-09T21:30:00+00:00"'
    schedule = read(
        a_schedule_xml(event, day=day, time_zone_name="Asia/Kolkata", start=None, end=None)
    )
    assert schedule.sessions[0].span.start == datetime(2023, 9, 10, 10, 30)
    assert schedule.conference.day_change == time(3)
    assert schedule.conference.starts_on == schedule.conference.ends_on == date(2023, 9, 10)


def test_a_night_session_without_a_date_falls_after_midnight() -> None:
    late, night = (an_event(guid=clock, date=None, start=clock) for clock in ("23:00", "00:30"))
    schedule = read(a_schedule_xml(late, night, day='date="2025-02-01"'))
    assert [session.span.start for session in schedule.sessions] == [
        datetime(2025, 2, 1, 23, 0),
        datetime(2025, 2, 2, 0, 30),
    ]
    assert schedule.conference.day_change == time(4)


def test_the_day_change_of_the_file_goes_before_that_of_its_days() -> None:
    assert read(a_schedule_xml(an_event(), day_change="09:00:00")).conference.day_change == time(9)
    assert read(a_schedule_xml(an_event())).conference.day_change == time(6)


def test_a_file_without_a_zone_takes_that_of_the_event() -> None:
    data = a_schedule_xml(an_event(), time_zone_name=None, city="Berlin")
    schedule = read(data, zone="Europe/Paris")
    assert (schedule.conference.zone, schedule.is_zone_guessed) == ("Europe/Paris", False)


def test_a_file_without_a_zone_takes_that_of_its_city_and_says_so() -> None:
    schedule = read(a_schedule_xml(an_event(), time_zone_name=None, city="São Paulo, Brazil"))
    assert (schedule.conference.zone, schedule.is_zone_guessed) == ("America/Sao_Paulo", True)


def test_a_file_that_no_zone_is_known_of_asks_for_one() -> None:
    assert problems(a_schedule_xml(an_event(), time_zone_name=None)) == [
        (
            "line 3, <conference>: The file names no time zone: "
            "write it as time_zone_name, or give it as --zone."
        )
    ]


def test_every_problem_is_told_by_element_and_line() -> None:
    assert problems(
        a_schedule_xml(
            an_event(id="1", duration="half an hour"),
            an_event(id="2", guid="two", date="1 February", duration="x"),
            an_event(id="3", guid="three", duration="0:00", title="x" * 501),
            an_event(id="4", guid=None, title=" "),
            an_event(id="5", guid="guid-1", date=None, start="25:00"),
            an_event(id="6", guid="six", duration=None, abstract="x" * 20_001),
            "<event><start>9:00</start></event>",
            start="2025-02-03",
            time_zone_name="Mars/Olympus",
        )
    ) == [
        "line 3, <conference><time_zone_name>: “Mars/Olympus” is not a time zone.",
        (
            'line 5, <event id="1"><duration>: “half an hour” is not a duration; '
            "1:30 would be one hour and a half."
        ),
        (
            'line 6, <event id="2"><date>: “1 February” is not a date such as '
            "2025-02-01T14:30:00+01:00."
        ),
        (
            'line 6, <event id="2"><duration>: “x” is not a duration; '
            "1:30 would be one hour and a half."
        ),
        'line 7, <event id="3"><duration>: The end must come after the start.',
        'line 7, <event id="3"><title>: Too long: at most 500 characters can be kept.',
        'line 8, <event id="4"><title>: The session has no title.',
        'line 9, <event id="5">: Two sessions have the same guid or id: “guid-1”.',
        'line 9, <event id="5"><start>: “25:00” is not a time of day such as 14:30.',
        'line 10, <event id="6">: The session has no duration.',
        'line 10, <event id="6"><abstract>: Too long: at most 20000 characters can be kept.',
        "line 11, <event>: The session has no guid and no id.",
        "line 11, <event>: The session has no duration.",
        "line 11, <event>: The session has no title.",
        "line 3, <conference><end>: The conference ends before it starts.",
    ]


def test_a_time_that_the_zone_skips_is_a_problem_and_a_doubled_one_is_not() -> None:
    day = 'date="2031-03-09"'
    gap = an_event(date="2031-03-09T02:30:00-05:00", start="02:30")
    assert problems(a_schedule_xml(gap, day=day, time_zone_name="America/Toronto")) == [
        (
            'line 5, <event id="1"><date>: 2031-03-09 02:30 does not exist in America/Toronto: '
            "clocks go forward at that moment."
        )
    ]
    twice = [
        an_event(guid=offset, date=f"2031-11-02T01:30:00{offset}", start="01:30", duration="1:00")
        for offset in ("-04:00", "-05:00")
    ]
    first, second = (
        session.span
        for session in read(a_schedule_xml(*twice, time_zone_name="America/Toronto")).sessions
    )
    assert (first.start, first.start_fold, first.end, first.end_fold) == (
        datetime(2031, 11, 2, 1, 30), 0, datetime(2031, 11, 2, 1, 30), 1
    )  # fmt: skip
    assert (second.start_fold, second.end) == (1, datetime(2031, 11, 2, 2, 30))


def test_a_guid_goes_before_an_id_and_an_id_before_a_slug() -> None:
    events = (
        an_event(guid="g", id="1", slug="s"),
        an_event(guid=None, id="1", slug="s"),
        an_event(guid=None, id=None, slug="s"),
    )
    assert [each.key for each in read(a_schedule_xml(*events)).sessions] == ["g", "1", "s"]


def test_an_id_that_several_people_share_identifies_nobody() -> None:
    people = '<person id="0">Ada Example</person><person id="0">Zoé Exemple</person>'
    again = an_event(guid="2", people='<person id="0">Ada Example</person>')
    schedule = read(a_schedule_xml(an_event(people=people), again))
    assert [person.key for person in schedule.people] == ["Ada Example", "Zoé Exemple"]
    assert schedule.sessions[1].people == (Speaker("Ada Example", None),)


def test_a_room_and_a_person_with_a_guid_are_known_by_it() -> None:
    people = '<person id="3" guid="person-guid" role="moderator">Ada Example</person>'
    room = 'name="Hall" guid="room-guid"'
    schedule = read(a_schedule_xml(an_event(people=people), room=room))
    assert schedule.rooms == (Named("room-guid", "Hall"),)
    assert schedule.sessions[0].room == "room-guid"
    assert schedule.sessions[0].people == (Speaker("person-guid", Role.MODERATOR),)


def test_tracks_are_listed_in_either_place_and_order_is_kept() -> None:
    inside = '<track name="Art" slug="art" color="#123456"/>'
    data = a_schedule_xml(an_event(track="Science"), top="<tracks><track>Law</track></tracks>")
    data = data.replace(b"</conference>", f"{inside}</conference>".encode())
    assert [track.name for track in read(data).tracks] == ["Law", "Art", "Science"]


def test_namespaces_and_unknown_elements_do_not_matter() -> None:
    plain = read(a_schedule_xml(an_event()))
    data = a_schedule_xml(an_event(), top="<x:odd xmlns:x='urn:x'>text</x:odd>")
    assert read(data.replace(b"<schedule>", b'<schedule xmlns="urn:y">')) == plain
    prefixed = re.sub(rb"<(/?)(?=[a-z])", rb"<\1p:", a_schedule_xml(an_event()))
    assert read(prefixed.replace(b"<p:schedule", b'<p:schedule xmlns:p="urn:y"')) == plain


def test_a_track_called_none_is_none() -> None:
    schedule = read(a_schedule_xml(an_event(track="No Track")))
    assert (schedule.tracks, schedule.sessions[0].track) == ((), None)


def test_pretalx_writes_days_first() -> None:
    generator = '<generator name="pretalx" version="2025.1"/>'
    (session,) = read(a_schedule_xml(an_event(duration="1:02:00"), top=generator)).sessions
    assert session.span.duration == timedelta(days=1, hours=2)


def test_no_break_spaces_stay_and_other_white_space_is_one_space() -> None:
    title = "  La confiance\N{NO-BREAK SPACE}:\n   un chemin "
    (session,) = read(a_schedule_xml(an_event(title=title))).sessions
    assert session.title == "La confiance\N{NO-BREAK SPACE}: un chemin"


def test_html_becomes_markdown_and_what_it_hides_is_cleaned() -> None:
    abstract = '<p>A <a href="https://example.org">link</a>,<script>alert(1)</script> &#27;[31m</p>'
    (session,) = read(a_schedule_xml(an_event(abstract=abstract))).sessions
    assert session.abstract == "A [link](https://example.org), [31m"


def test_an_abstract_that_the_description_repeats_stands_once() -> None:
    event = an_event(abstract="Short.", description="Short. And long.")
    (session,) = read(a_schedule_xml(event)).sessions
    assert session.abstract == "Short. And long."


def test_a_session_of_one_of_the_two_languages_tells_that_of_its_texts() -> None:
    (session,) = read(a_schedule_xml(an_event(language="fr-CA"))).sessions
    assert session.text_language is Language.FR
    assert replace(session, languages=("de",)).text_language is None
    assert replace(session, languages=("fr", "en")).text_language is None


def test_a_file_without_sessions_is_a_problem() -> None:
    assert problems(a_schedule_xml()) == ["line 3, <conference>: The file holds no session."]


def test_problems_are_told_in_french_too() -> None:
    with pytest.raises(Unreadable) as caught:
        read(a_schedule_xml(an_event(title="")))
    assert caught.value.lines(Language.FR) == [
        "Le fichier ne peut pas être lu comme un horaire; rien n’a été importé.",
        '  ligne 5, <event id="1"><title>\N{NO-BREAK SPACE}: La séance n’a pas de titre.',
    ]


def test_of_very_many_problems_the_first_are_listed_and_the_others_counted() -> None:
    events = [an_event(guid=str(number), title="") for number in range(60)]
    with pytest.raises(Unreadable) as caught:
        read(a_schedule_xml(*events))
    lines = caught.value.lines(Language.EN)
    assert len(lines) == 1 + 50 + 1
    assert lines[-1] == "  … and 10 more problems"
