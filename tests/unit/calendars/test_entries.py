"""What an entry says, and how it tells that it changed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.agenda.published import PublishedAppearance, PublishedSession, Stamp
from eventapp.calendars import scopes
from eventapp.calendars.entries import Options
from eventapp.events.kinds import DatePrecision, EventFormat, EventState
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from tests.unit.calendars.programme import (
    EVENT,
    PERSON,
    ROOM,
    STAMP,
    TRACK,
    VENUE,
    a_feed,
    a_release,
    a_session,
    a_span,
    text,
    uid,
)
from tests.unit.calendars.reading import (
    entries_of,
    entry_lines,
    other_calendar_of,
    values_of,
)

ENTRY = """\
BEGIN:VEVENT
UID:729d52b2-39c9-5566-9095-bb457f6733f6
DTSTAMP:20241112T093000Z
CREATED:20241101T000000Z
LAST-MODIFIED:20241112T093000Z
SEQUENCE:2
DTSTART;TZID=Europe/Belgrade:20241203T090000
DTEND;TZID=Europe/Belgrade:20241203T100000
SUMMARY;LANGUAGE=fr:Ouverture
DESCRIPTION;LANGUAGE=fr:Zoé Exemple\\, directrice\\, Institut (animation)\\nSalle\u00a0: Salle A\\n\
Langues\u00a0: français\\nInterprétation\u00a0: anglais\\n\\nUn mot d’accueil.\\n\\n\
https://events.example.org/fr/summit/sessions/opening
LOCATION;LANGUAGE=fr:Salle A\\, Palais\\, 1\\, rue Haute\\, Belgrade
GEO:44.8;20.46
URL:https://events.example.org/fr/summit/sessions/opening
STATUS:CONFIRMED
TRANSP:OPAQUE
CLASS:PUBLIC
CATEGORIES;LANGUAGE=fr:Gouvernance,Panel
COLOR:sienna
RELATED-TO;RELTYPE=PARENT:77da7749-b52f-5bcd-b385-8bfc5fa20a40
CONTACT;LANGUAGE=fr:Organisme exemple\\, https://events.example.org/fr/
END:VEVENT"""

WHOLE_EVENT = """\
BEGIN:VEVENT
UID:77da7749-b52f-5bcd-b385-8bfc5fa20a40
DTSTAMP:20241112T093000Z
CREATED:20241101T000000Z
LAST-MODIFIED:20241112T093000Z
SEQUENCE:2
DTSTART;VALUE=DATE:20241203
DTEND;VALUE=DATE:20241205
SUMMARY;LANGUAGE=en:Example Summit
DESCRIPTION;LANGUAGE=en:Two days\\, one summit.\\n\\nhttps://events.example.org/en/summit/
URL:https://events.example.org/en/summit/
STATUS:CONFIRMED
TRANSP:TRANSPARENT
CLASS:PUBLIC
CATEGORIES;LANGUAGE=en:Summit
CONTACT;LANGUAGE=en:Example Organisation\\, https://events.example.org/en/
END:VEVENT"""


def the_entry(session: PublishedSession, language: Language = Language.EN) -> list[str]:
    return entry_lines(a_feed(a_release(session), language))


def test_a_session_in_full() -> None:
    assert "\n".join(the_entry(a_session(), Language.FR)) == ENTRY


def test_an_event_of_several_days_in_full() -> None:
    lines = entry_lines(a_feed(a_release(a_session()), Language.EN), "summit")

    assert "\n".join(lines) == WHOLE_EVENT


def test_an_event_of_one_day_or_of_unsettled_days_is_not_an_entry_of_its_own_feed() -> None:
    unsettled = {"precision": DatePrecision.MONTH}
    for event in ({"ends_on": EVENT.starts_on}, {"ends_on": None}, unsettled):
        assert list(entries_of(a_feed(a_release(a_session(), **event)))) == [uid("opening")]


@pytest.mark.parametrize(
    ("state", "status", "summary"),
    [
        (EventState.CANCELLED, "CANCELLED", "CANCELLED - Example Summit"),
        (EventState.POSTPONED, "TENTATIVE", "Example Summit"),
        (EventState.LIVE, "CONFIRMED", "Example Summit"),
    ],
)
def test_an_event_says_its_state(state: EventState, status: str, summary: str) -> None:
    entry = entries_of(a_feed(a_release(state=state), Language.EN))[EVENT.uid]

    assert (str(entry["STATUS"]), str(entry["SUMMARY"])) == (status, summary)


def test_a_session_keeps_its_uid_in_every_feed_and_language() -> None:
    release = a_release(a_session())
    agenda = release.agenda
    made = [
        scopes.of_event(agenda),
        scopes.of_track(agenda, TRACK),
        scopes.of_room(agenda, ROOM),
        scopes.of_person(agenda, PERSON),
        scopes.of_session(agenda.sessions[0]),
        scopes.of_chosen(agenda, "x", {uid("opening")}),
    ]

    for language in Language:
        entries = {"\n".join(entry_lines(a_feed(release, language, scope=s))) for s in made}
        assert len(entries) == 1


def test_what_is_not_text_is_alike_in_both_languages() -> None:
    told = ("UID", "DTSTAMP", "CREATED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "TRANSP", "GEO")
    fr, en = (the_entry(a_session(), language) for language in Language)

    assert [values_of(fr, name) for name in told] == [values_of(en, name) for name in told]


def test_the_stamp_is_that_of_the_last_revision() -> None:
    moved_at = datetime(2024, 11, 19, 8, 0, tzinfo=UTC)
    moved = a_session(stamp=Stamp(7, moved_at, STAMP.first_published_at))

    lines = the_entry(moved)

    assert values_of(lines, "SEQUENCE") == ["7"]
    assert values_of(lines, "DTSTAMP") == values_of(lines, "LAST-MODIFIED") == ["20241119T080000Z"]
    assert values_of(lines, "CREATED") == ["20241101T000000Z"]


def test_a_cancelled_session_stays_in_its_feeds() -> None:
    release = a_release(a_session(state=SlotState.CANCELLED))
    for scope in (
        scopes.of_event(release.agenda),
        scopes.of_track(release.agenda, TRACK),
        scopes.of_room(release.agenda, ROOM),
        scopes.of_person(release.agenda, PERSON),
        scopes.of_chosen(release.agenda, "x", {uid("opening")}),
    ):
        lines = entry_lines(a_feed(release, scope=scope))
        assert values_of(lines, "SUMMARY") == [";LANGUAGE=fr:ANNULÉ - Ouverture"]
        assert values_of(lines, "STATUS") == ["CANCELLED"]
        assert values_of(lines, "TRANSP") == ["TRANSPARENT"]


def test_a_session_announced_but_not_certain_is_tentative() -> None:
    assert values_of(the_entry(a_session(state=SlotState.TENTATIVE)), "STATUS") == ["TENTATIVE"]


def test_a_session_that_leaves_a_feed_is_not_cancelled_elsewhere() -> None:
    elsewhere = a_session(track=None, room=None)
    release = a_release(elsewhere)

    assert entries_of(a_feed(release, scope=scopes.of_track(release.agenda, TRACK))) == {}
    assert values_of(entry_lines(a_feed(release)), "STATUS") == ["CONFIRMED"]


@pytest.mark.parametrize(("kind", "transp"), [("break", "TRANSPARENT"), ("panel", "OPAQUE")])
def test_a_break_keeps_nobody_busy(kind: str, transp: str) -> None:
    assert values_of(the_entry(a_session(kind=SessionKind(kind))), "TRANSP") == [transp]


def test_what_is_not_for_everybody_is_private() -> None:
    closed = a_session(visibility=Visibility.PARTICIPANTS)

    assert values_of(the_entry(closed), "CLASS") == ["PRIVATE"]


def test_a_room_without_a_venue_is_a_place_without_a_position() -> None:
    release = a_release(a_session())
    room = replace(ROOM, venue=None)
    release = replace(release, agenda=replace(release.agenda, rooms=(room,)))

    lines = entry_lines(a_feed(release, Language.EN))

    assert values_of(lines, "LOCATION") == [";LANGUAGE=en:Room A"]
    assert values_of(lines, "GEO") == []


def test_a_room_without_a_name_is_known_by_its_code() -> None:
    release = a_release(a_session())
    room = replace(ROOM, name=text(""), venue=None)
    release = replace(release, agenda=replace(release.agenda, rooms=(room,)))

    assert values_of(entry_lines(a_feed(release)), "LOCATION") == [";LANGUAGE=fr:a"]


def test_a_place_is_not_said_twice() -> None:
    release = a_release(a_session())
    venue = replace(VENUE, name=ROOM.name, city=text(""))
    release = replace(release, agenda=replace(release.agenda, venues=(venue,)))

    lines = entry_lines(a_feed(release, Language.EN))

    assert values_of(lines, "LOCATION") == [";LANGUAGE=en:Room A\\, 1\\, rue Haute"]


def test_a_hybrid_session_has_a_place_and_a_conference() -> None:
    lines = the_entry(a_session(join_link="https://meet.example.org/1"))

    assert values_of(lines, "LOCATION")[0].startswith(";LANGUAGE=en:Room A")
    assert values_of(lines, "CONFERENCE") == [
        ";VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=To join online;LANGUAGE=en:https://meet.example.org/1"
    ]
    assert "\\nTo join online: https://meet.example.org/1\\n" in values_of(lines, "DESCRIPTION")[0]


@pytest.mark.parametrize(
    ("fields", "event", "location"),
    [
        ({"join_link": "https://meet.example.org/1"}, {}, [";LANGUAGE=en:Online"]),
        ({}, {"format": EventFormat.ONLINE}, [";LANGUAGE=en:Online"]),
        ({}, {}, []),
    ],
)
def test_a_session_without_a_room_is_online_or_nowhere_yet(
    fields: dict[str, Any], event: dict[str, Any], location: list[str]
) -> None:
    session = replace(a_session(room=None), **fields)

    body = a_feed(a_release(session, **event), Language.EN)

    assert values_of(entry_lines(body), "LOCATION") == location


def test_a_person_to_be_confirmed_is_marked() -> None:
    unsure = PublishedAppearance(PERSON.uid, Role.PANELIST, AppearanceState.TO_BE_CONFIRMED)

    (description,) = values_of(the_entry(a_session(appearances=(unsure,))), "DESCRIPTION")

    assert description.startswith(
        ";LANGUAGE=en:Zoé Exemple\\, Director\\, Institute (panelist\\, to be confirmed)\\n"
    )


def test_an_honorific_stands_before_the_name() -> None:
    release = a_release(a_session())
    minister = replace(PERSON, honorific=text("l’honorable", "the Honourable"))
    release = replace(release, agenda=replace(release.agenda, people=(minister,)))

    (description,) = values_of(entry_lines(a_feed(release)), "DESCRIPTION")

    assert description.startswith(";LANGUAGE=fr:l’honorable Zoé Exemple\\, directrice")


def test_an_abstract_is_plain_text_without_markup() -> None:
    body = a_feed(a_release(a_session(abstract=text("# Un\n\n*deux* <b>&amp;</b>\n\n- trois"))))

    description = str(entries_of(body)[uid("opening")]["DESCRIPTION"])

    assert "\n\nUn\n\ndeux <b>&</b>\n\n• trois\n\nhttps://" in description


def test_people_and_places_are_components_only_where_asked_for() -> None:
    release = a_release(a_session())

    plain, rich = (a_feed(release, options=Options(rich=rich)) for rich in (False, True))

    components = [part.name for part in entries_of(rich)[uid("opening")].subcomponents]
    assert components == ["PARTICIPANT", "VLOCATION"]
    start, end = rich.index(b"BEGIN:PARTICIPANT"), rich.index(b"END:VLOCATION\r\n") + 15
    assert rich[:start] + rich[end:] == plain
    assert {event.uid for event in other_calendar_of(rich).events} == {uid("opening"), EVENT.uid}


def test_machine_readable_parts_name_nobody_s_address() -> None:
    rich = a_feed(a_release(a_session()), Language.EN, options=Options(rich=True))
    lines = rich.decode().split("\r\n")
    start = lines.index("BEGIN:PARTICIPANT")

    assert lines[start : lines.index("END:VLOCATION") + 1] == [
        "BEGIN:PARTICIPANT",
        f"UID:{PERSON.uid}",
        "PARTICIPANT-TYPE:SPEAKER",
        "SUMMARY:Zoé Exemple",
        "URL:https://events.example.org/en/summit/people/zoe",
        "END:PARTICIPANT",
        "BEGIN:VLOCATION",
        f"UID:{ROOM.uid}",
        "NAME;LANGUAGE=en:Room A",
        "GEO:44.8;20.46",
        "END:VLOCATION",
    ]


def test_there_are_no_alarms() -> None:
    assert b"VALARM" not in a_feed(a_release(a_session()))


def test_two_parsers_read_the_same_times_and_places() -> None:
    night = a_span("2024-12-03T23:30", minutes=90)
    body = a_feed(a_release(a_session(), a_session("night", span=night)))

    ours = {
        key: (entry.start, entry.end, str(entry.get("LOCATION", "")))
        for key, entry in entries_of(body).items()
        if key != EVENT.uid
    }
    theirs = {
        event.uid: (event.dtstart, event.dtend, event.location)
        for event in other_calendar_of(body).events
        if event.uid != EVENT.uid
    }

    assert theirs == ours
    assert ours[uid("night")][1] - ours[uid("night")][0] == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        # Doubled: 2024-10-27 02:30 happens twice in Belgrade.
        (a_span("2024-10-27T02:30"), "20241027T003000Z", "20241027T013000Z"),
        # Skipped: 2024-03-31 02:30 does not exist there.
        (
            TimeSpan(datetime(2024, 3, 31, 2, 30), datetime(2024, 3, 31, 4, 0), "Europe/Belgrade"),
            "20240331T013000Z",
            "20240331T020000Z",
        ),
        (a_span(zone="UTC"), "20241203T090000Z", "20241203T100000Z"),
    ],
)
def test_times_that_a_clock_could_misread_are_in_utc(span: TimeSpan, start: str, end: str) -> None:
    lines = the_entry(a_session(span=span))

    assert (values_of(lines, "DTSTART"), values_of(lines, "DTEND")) == ([start], [end])
