"""What a calendar says about itself, before its entries."""

from dataclasses import replace
from datetime import date

from eventapp.calendars import scopes
from eventapp.calendars.ical import organisation_feed
from eventapp.events.kinds import DatePrecision
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language
from tests.unit.calendars.programme import (
    BASE,
    EVENT,
    PERSON,
    PUBLISHED_AT,
    ROOM,
    TRACK,
    a_feed,
    a_release,
    a_session,
    a_site,
    text,
    uid,
)
from tests.unit.calendars.reading import (
    calendar_of,
    content_lines,
    head_lines,
    other_calendar_of,
    values_of,
)


def an_organisation_feed(*events: object, language: Language = Language.FR) -> bytes:
    return organisation_feed(
        events or [EVENT],  # type: ignore[arg-type]
        language,
        a_site(language),
        address=f"{BASE}/{language}/calendar.ics",
        page=f"{BASE}/{language}/calendars",
        changed_at=PUBLISHED_AT,
    )


def test_the_head_of_an_event_feed() -> None:
    assert head_lines(a_feed(a_release(a_session()))) == [
        "VERSION:2.0",
        "PRODID:-//eventapp//Programmes//EN",
        "CALSCALE:GREGORIAN",
        "UID:3ea18eb2-10f6-56ab-9267-2341e677715d",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "SOURCE;VALUE=URI:https://events.example.org/fr/summit/agenda.ics",
        "URL:https://events.example.org/fr/summit/calendars",
        "IMAGE;VALUE=URI;DISPLAY=BADGE:https://events.example.org/static/images/icon.svg",
        "NAME;LANGUAGE=fr:Sommet exemple",
        "X-WR-CALNAME:Sommet exemple",
        "DESCRIPTION;LANGUAGE=fr:Deux jours\\, un sommet.",
        "X-WR-CALDESC:Deux jours\\, un sommet.",
        "LAST-MODIFIED:20241120T150000Z",
        "COLOR:midnightblue",
        "X-WR-TIMEZONE:Europe/Belgrade",
    ]


def test_the_head_of_the_organisation_feed() -> None:
    assert head_lines(an_organisation_feed(language=Language.EN)) == [
        "VERSION:2.0",
        "PRODID:-//eventapp//Programmes//EN",
        "CALSCALE:GREGORIAN",
        "UID:0d3a8513-a62c-533f-8fb8-453e540fe6f8",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "SOURCE;VALUE=URI:https://events.example.org/en/calendar.ics",
        "URL:https://events.example.org/en/calendars",
        "IMAGE;VALUE=URI;DISPLAY=BADGE:https://events.example.org/static/images/icon.svg",
        "NAME;LANGUAGE=en:Example Organisation",
        "X-WR-CALNAME:Example Organisation",
        "DESCRIPTION;LANGUAGE=en:Example Organisation",
        "X-WR-CALDESC:Example Organisation",
        "LAST-MODIFIED:20241120T150000Z",
        "COLOR:midnightblue",
    ]


def test_the_name_says_which_feed_it_is() -> None:
    release = a_release(a_session())
    agenda = release.agenda
    names = {
        scope: values_of(head_lines(a_feed(release, Language.EN, scope=made)), "X-WR-CALNAME")
        for scope, made in {
            "track": scopes.of_track(agenda, TRACK),
            "room": scopes.of_room(agenda, ROOM),
            "person": scopes.of_person(agenda, PERSON),
            "session": scopes.of_session(agenda.sessions[0]),
            "chosen": scopes.of_chosen(agenda, "x", {agenda.sessions[0].uid}),
        }.items()
    }

    assert names == {
        "track": ["Example Summit – Governance"],
        "room": ["Example Summit – Room A"],
        "person": ["Example Summit – Zoé Exemple"],
        "session": ["Example Summit – Opening"],
        "chosen": ["Example Summit – My agenda"],
    }


def test_every_feed_and_language_has_a_uid_of_its_own_and_keeps_it() -> None:
    release = a_release(a_session())
    agenda = release.agenda
    made = [
        a_feed(release, language, scope=scope)
        for language in Language
        for scope in (
            scopes.of_event(agenda),
            scopes.of_track(agenda, TRACK),
            scopes.of_room(agenda, ROOM),
            scopes.of_person(agenda, PERSON),
        )
    ]

    assert len({str(calendar_of(body)["UID"]) for body in made}) == 8


def test_a_track_feed_has_the_colour_of_its_track() -> None:
    release = a_release(a_session())

    body = a_feed(release, scope=scopes.of_track(release.agenda, TRACK))

    assert values_of(head_lines(body), "COLOR") == ["sienna"]


def test_a_feed_that_changed_after_its_release_says_when() -> None:
    release = a_release(a_session())
    at = PUBLISHED_AT.replace(hour=20)

    assert values_of(head_lines(a_feed(release, changed_at=at)), "LAST-MODIFIED") == [
        "20241120T200000Z"
    ]


def test_an_empty_feed_of_long_ago_holds_some_time_zone() -> None:
    (zone,) = calendar_of(a_feed(a_release(starts_on=date(1850, 1, 1), ends_on=None))).timezones

    assert str(zone["TZID"]) == "America/Toronto"


def test_a_feed_has_no_method() -> None:
    lines = content_lines(a_feed(a_release(a_session())))

    assert [line for line in lines if line.startswith(("METHOD", "ORGANIZER", "ATTENDEE"))] == []


def test_an_empty_feed_still_holds_a_time_zone() -> None:
    release = a_release()
    for body in (
        a_feed(release, scope=scopes.of_track(release.agenda, TRACK)),
        a_feed(a_release(zone="UTC"), scope=scopes.of_track(release.agenda, TRACK)),
        organisation_feed(
            [], Language.FR, a_site(), address=BASE, page=BASE, changed_at=PUBLISHED_AT
        ),
    ):
        assert [component.name for component in calendar_of(body).subcomponents] == ["VTIMEZONE"]
        assert other_calendar_of(body).events == []


def test_a_session_without_a_time_is_not_in_its_feeds() -> None:
    release = a_release(a_session(span=None), starts_on=None, ends_on=None)

    assert calendar_of(a_feed(release)).events == []


def test_time_zones_come_before_entries() -> None:
    calendar = calendar_of(a_feed(a_release(a_session(), a_session("b"))))

    names = [component.name for component in calendar.subcomponents]
    assert names == ["VTIMEZONE", "VEVENT", "VEVENT", "VEVENT"]


def test_the_organisation_feed_lists_events_by_day_and_leaves_unsettled_ones_out() -> None:
    one_day = replace(EVENT, uid=uid("launch"), slug="launch", ends_on=None)
    someday = replace(EVENT, uid=uid("later"), precision=DatePrecision.MONTH)
    undated = replace(EVENT, uid=uid("never"), starts_on=None, ends_on=None)

    calendar = calendar_of(an_organisation_feed(someday, EVENT, undated, one_day))

    assert {
        str(entry["UID"]): (entry["DTSTART"].to_ical(), entry["DTEND"].to_ical())
        for entry in calendar.events
    } == {
        EVENT.uid: (b"20241203", b"20241205"),
        one_day.uid: (b"20241203", b"20241204"),
    }
    assert [component.name for component in calendar.subcomponents] == ["VEVENT", "VEVENT"]


def test_an_event_reads_alike_in_the_organisation_feed_and_in_its_own() -> None:
    own = calendar_of(a_feed(a_release())).events
    organisations = calendar_of(an_organisation_feed()).events

    assert [event.to_ical() for event in own] == [event.to_ical() for event in organisations]


def test_a_name_in_the_other_language_keeps_its_tag() -> None:
    release = a_release(a_session(), title=PublishedText("", "Only English"))

    assert values_of(head_lines(a_feed(release)), "NAME") == [";LANGUAGE=en:Only English"]


def test_an_event_without_a_summary_is_described_by_its_title() -> None:
    release = a_release(summary=text(""))

    assert values_of(head_lines(a_feed(release)), "X-WR-CALDESC") == ["Sommet exemple"]
