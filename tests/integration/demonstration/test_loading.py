from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from eventapp import demonstration
from eventapp.agenda import changes, publishing, queries
from eventapp.agenda.changes import Change
from eventapp.agenda.freezing import freeze
from eventapp.agenda.models import Release, Session
from eventapp.agenda.published import PublishedAgenda
from eventapp.events.models import Event
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan, instant_of

NOW = datetime(2026, 6, 9, 15, 20, tzinfo=UTC)
DAY = timedelta(days=1)

#: In Toronto, which is where the event of the day is: clocks change on March 8 and November 1.
MOMENTS = [
    datetime(2026, 3, 8, 4, 30, tzinfo=UTC),  # 23:30, the evening before clocks go forward
    datetime(2026, 3, 8, 5, 0, tzinfo=UTC),  # midnight
    datetime(2026, 3, 8, 7, 0, tzinfo=UTC),  # 3:00, which follows 1:59
    datetime(2026, 3, 9, 3, 30, tzinfo=UTC),  # 23:30 of a day of 23 hours
    datetime(2026, 6, 9, 15, 20, tzinfo=UTC),
    datetime(2026, 11, 1, 6, 30, tzinfo=UTC),  # 1:30 for the second time
    datetime(2026, 11, 2, 4, 30, tzinfo=UTC),  # 23:30 of a day of 25 hours
    datetime(2027, 1, 1, 4, 59, tzinfo=UTC),  # a minute before the new year
]


def load(now: datetime) -> None:
    with unit_of_work():
        demonstration.load_events(now=now)


def event(slug: str) -> Event:
    return db.session.scalars(select(Event).where(Event.slug == slug)).one()


def session(slug: str, code: str) -> Session:
    query = select(Session).where(Session.event == event(slug), Session.code == code)
    return db.session.scalars(query).one()


def published(slug: str, number: int | None = None) -> PublishedAgenda:
    release = queries.numbered_release(slug, number) if number else queries.current_release(slug)
    assert release is not None
    return release.agenda


def releases() -> dict[tuple[str, int], str]:
    query = select(Event.slug, Release.number, Release.digest).join(Release.event)
    return {(slug, number): digest for slug, number, digest in db.session.execute(query)}


def row_counts() -> dict[str, int]:
    return {
        table.name: db.session.execute(select(func.count()).select_from(table)).scalar_one()
        for table in db.metadata.sorted_tables
    }


def changes_between(slug: str, a: int, b: int) -> dict[str, set[Change]]:
    changed = changes.between(published(slug, a), published(slug, b))
    return {change.session.code: set(change.changes) for change in changed}


def newest(each: Event) -> int:
    release = publishing.latest(each)
    assert release is not None
    return release.number


def idle_moments(agenda: PublishedAgenda, now: datetime) -> list[datetime]:
    """The half hours of the day of `now` with nothing on or nothing to follow."""
    spans = [each.span for each in agenda.sessions if each.span and not each.is_cancelled]
    today = now.astimezone(ZoneInfo(agenda.event.zone)).date()
    assert agenda.event.starts_on == today
    midnights = (datetime.combine(day, time()) for day in (today, today + DAY))
    at, end = (instant_of(midnight, agenda.event.zone) for midnight in midnights)
    idle = []
    while at < end:
        is_on = any(span.starts_at <= at < span.ends_at for span in spans)
        if not (is_on and any(at < span.starts_at for span in spans)):
            idle.append(at)
        at += timedelta(minutes=30)
    return idle


def test_every_event_is_published_with_both_languages_approved(app: Flask) -> None:
    load(NOW)
    events = db.session.scalars(select(Event)).all()
    assert {(each.slug, newest(each)) for each in events} == {
        ("all-in-2024", 1),
        ("belgrade-2024", 3),
        ("demo-planning", 1),
        ("demo-today", 1),
        ("launch-2024", 1),
        ("paris-2024", 1),
        ("tokyo-2022", 1),
        ("visits-2025", 1),
    }
    assert {each.slug for each in events if freeze(each, now=NOW).gaps} == {"demo-planning"}
    assert db.session.scalars(select(Release).where(Release.has_gaps)).all() == []
    assert all(each.is_demonstration for each in events)


def test_a_second_load_changes_nothing(app: Flask) -> None:
    load(NOW)
    before = row_counts(), releases()
    load(NOW + timedelta(hours=3))
    assert (row_counts(), releases()) == before


def test_a_load_keeps_what_somebody_changed(app: Flask) -> None:
    load(NOW)
    with unit_of_work():
        event("paris-2024").slug = "paris"
        session("belgrade-2024", "P1").title = Bilingual("Ouverture", "Opening")
    before = row_counts()
    load(NOW + timedelta(hours=1))
    assert row_counts() == before
    assert session("belgrade-2024", "P1").title == Bilingual("Ouverture", "Opening")


def test_the_releases_of_the_summit_show_every_kind_of_change(app: Flask) -> None:
    load(NOW)
    assert changes_between("belgrade-2024", 1, 2) == {
        "P1": {Change.PEOPLE},
        "S2": {Change.DETAILS},
        "X1": {Change.MOVED_IN_TIME},
        "X4": {Change.PEOPLE},
        "S7": {Change.MOVED_TO_ROOM},
        "S8": {Change.MOVED_TO_ROOM},
        "S18": {Change.ADDED},
        "S9": {Change.RETITLED},
        "S13": {Change.MOVED_IN_TIME, Change.MOVED_TO_ROOM, Change.PEOPLE},
        "S17": {Change.CANCELLED},
        "X7": {Change.CANCELLED},
    }
    assert changes_between("belgrade-2024", 2, 3) == {
        "P2": {Change.PEOPLE},
        "S14": {Change.MOVED_TO_ROOM},
        "X7": {Change.RESTORED, Change.MOVED_IN_TIME},
    }


def test_what_is_for_the_team_reaches_no_visitor(app: Flask) -> None:
    load(NOW)
    codes = set(
        db.session.scalars(select(Session.code).where(Session.event == event("visits-2025")))
    )
    assert codes - set(published("visits-2025").session_by_code) == {"T1", "T2", "M1"}
    assert queries.search("Protocol Briefing") == []
    assert queries.search("Conference Interpreter") == []


def test_the_programme_of_the_day_has_a_now_and_a_next_at_any_moment(app: Flask) -> None:
    for now in MOMENTS:
        with time_machine.travel(now, tick=False):
            load(now)
            agenda = published("demo-today")
        assert idle_moments(agenda, now) == []


@pytest.mark.parametrize("now", [MOMENTS[2], MOMENTS[5]], ids=["forward", "back"])
def test_the_first_load_may_fall_on_a_day_when_clocks_change(app: Flask, now: datetime) -> None:
    load(now)
    assert idle_moments(published("demo-today"), now) == []


def test_the_event_of_the_day_moves_with_what_somebody_changed(app: Flask) -> None:
    load(NOW)
    with unit_of_work():
        changed = session("demo-today", "W1")
        assert changed.span
        changed.span = TimeSpan.lasting(
            datetime(2026, 6, 9, 14, 30), timedelta(minutes=45), changed.span.zone
        )
        changed.title = Bilingual("Nouveau titre", "")
    load(NOW + 5 * DAY)

    moved = published("demo-today").session_by_code["W1"]
    assert moved.span
    assert (moved.span.start, moved.span.end) == (
        datetime(2026, 6, 14, 14, 30),
        datetime(2026, 6, 14, 15, 15),
    )
    assert moved.title.fr == "Nouveau titre"
    assert [event("demo-today").starts_on, event("demo-today").ends_on] == [
        date(2026, 6, 14),
        date(2026, 6, 15),
    ]
    assert newest(event("demo-today")) == 2


def test_an_event_of_the_day_that_somebody_put_off_stays_where_it_is(app: Flask) -> None:
    load(NOW)
    with unit_of_work():
        put_off = event("demo-today")
        put_off.starts_on = put_off.ends_on = date(2026, 12, 24)
    load(NOW + DAY)
    assert event("demo-today").starts_on == date(2026, 12, 24)
    assert newest(event("demo-today")) == 1
