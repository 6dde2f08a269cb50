"""Schedules imported into a draft, and imported again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.event import listen

from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.agenda.models import Appearance, Session, Track
from eventapp.events.kinds import EventKind, EventState
from eventapp.events.models import Event, Room, Venue
from eventapp.exchange.importing import ImportReport, import_schedule
from eventapp.exchange.importing.report import Counts, Thing, Vanished
from eventapp.exchange.reading import read
from eventapp.people.models import Person
from eventapp.plumbing.database import db, unit_of_work
from eventapp.translation.approving import TextUnit, approvals_of, approve
from eventapp.translation.models import Approval
from eventapp.translation.states import TextState
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan
from tests.builders import a_person, a_room, a_session, a_summit, a_track
from tests.schedule_files import a_schedule_xml, an_event

pytestmark = pytest.mark.usefixtures("app")

NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
ADA = '<person id="3">Ada Example</person>'
ZOE = '<person id="4">Zoé Exemple</person>'
NOTHING = Counts()


def imported(
    data: bytes,
    slug: str = "example",
    *,
    language: Language | None = None,
    cancel_missing: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """The report of one import, committed, its rows forgotten."""
    with unit_of_work():
        report = import_schedule(
            read(data),
            slug=slug,
            language=language,
            by="organizer",
            now=NOW,
            cancel_missing=cancel_missing,
            dry_run=dry_run,
        )
    db.session.remove()
    return report


@pytest.fixture
def statements(app: Flask) -> list[str]:
    """Every SQL statement from here on, by its first word."""
    seen: list[str] = []
    listen(db.engine, "before_cursor_execute", lambda *args: seen.append(args[2].split()[0]))
    return seen


def the_event(slug: str = "example") -> Event:
    return db.session.scalars(select(Event).where(Event.slug == slug)).one()


def sessions() -> list[Session]:
    return list(db.session.scalars(select(Session).order_by(Session.id)))


def the_session() -> Session:
    return db.session.scalars(select(Session)).one()


def names(session: Session) -> list[str]:
    return [appearance.person.name for appearance in session.appearances]


def state_of(subject: Session, field: str) -> dict[Language, TextState]:
    unit = TextUnit(subject.uid, field, getattr(subject, field))
    return approvals_of([subject.uid]).states(unit)


def test_a_new_event_is_made_from_the_conference() -> None:
    imported(a_schedule_xml(an_event(), venue="Campus", city="Brussels", day_change="05:00"))
    event = the_event()
    assert (event.kind, event.state) == (EventKind.CONFERENCE, EventState.PLANNING)
    assert event.title == Bilingual(en="Example 2025")
    assert (event.starts_on, event.ends_on) == (date(2025, 2, 1), date(2025, 2, 2))
    assert (event.zone, event.day_change) == ("Europe/Brussels", time(5))
    (venue,) = event.venues
    assert (venue.name, venue.city) == (Bilingual(en="Campus"), Bilingual(en="Brussels"))
    assert [room.venue for room in event.rooms] == [venue]


def test_a_session_comes_in_whole_confirmed_and_public() -> None:
    event = an_event(
        id="12",
        title="Trust",
        subtitle="A path",
        abstract="<p>Short.</p>",
        description="Long.",
        track="Science",
        type="Keynote",
        language="en",
        people=ADA + ZOE,
    )
    imported(a_schedule_xml(event))
    session = the_session()
    assert session.title == Bilingual(en="Trust: A path")
    assert session.abstract == Bilingual(en="Short.\n\nLong.")
    assert session.span == TimeSpan.lasting(
        datetime(2025, 2, 1, 10), timedelta(minutes=30), "Europe/Brussels"
    )
    assert (session.code, session.kind) == ("12", SessionKind.KEYNOTE)
    assert (session.state, session.visibility) == (SlotState.CONFIRMED, Visibility.PUBLIC)
    assert (session.floor_languages, session.source) == (("en",), "example-25")
    assert session.room is not None
    assert session.track is not None
    assert (session.room.code, session.room.name) == ("hall", Bilingual(en="Hall"))
    assert (session.track.code, session.track.name) == ("science", Bilingual(en="Science"))
    assert names(session) == ["Ada Example", "Zoé Exemple"]
    assert {each.role for each in session.appearances} == {Role.SPEAKER}
    assert {each.state for each in session.appearances} == {AppearanceState.CONFIRMED}


def test_a_one_language_file_is_approved_in_it_and_missing_in_the_other() -> None:
    imported(a_schedule_xml(an_event(title="La confiance")), language=Language.FR)
    session = the_session()
    assert session.title == Bilingual(fr="La confiance")
    assert state_of(session, "title") == {
        Language.FR: TextState.APPROVED,
        Language.EN: TextState.MISSING,
    }


def test_without_a_language_each_session_is_filed_under_its_own() -> None:
    events = (
        an_event(guid="1", title="Confiance", language="fr"),
        an_event(guid="2", title="Trust", language="en"),
        an_event(guid="3", title="More trust", language="en"),
        an_event(guid="4", title="Vertrauen", language="de"),
    )
    report = imported(a_schedule_xml(*events))
    assert [session.title for session in sessions()] == [
        Bilingual(fr="Confiance"),
        Bilingual(en="Trust"),
        Bilingual(en="More trust"),
        Bilingual(en="Vertrauen"),
    ]
    assert the_event().title == Bilingual(en="Example 2025")
    assert report.foreign == {"de": 1}


def test_an_identical_import_changes_nothing(statements: list[str]) -> None:
    data = a_schedule_xml(an_event(track="Science", abstract="Text.", people=ADA), venue="Campus")
    first = imported(data)
    assert first.counts == dict.fromkeys(Thing, Counts(added=1))
    statements.clear()
    second = imported(data)
    assert (second.changes, second.counts) == (0, dict.fromkeys(Thing, Counts(unchanged=1)))
    assert set(statements) & {"INSERT", "UPDATE", "DELETE"} == set()


def test_an_edited_file_updates_in_place() -> None:
    imported(a_schedule_xml(an_event(track="Science", people=ADA)))
    before = the_session()
    identity = (before.id, before.uid, before.code)
    edited = an_event(
        title="Closing",
        id="77",
        date="2025-02-01T16:00:00+01:00",
        start="16:00",
        track="Art",
        people=ZOE + ADA.replace("Ada", "Ada B."),
    )
    report = imported(a_schedule_xml(edited, room='name="Attic"', end="2025-02-03"))
    session = the_session()
    assert (session.id, session.uid, session.code) == identity
    assert session.title == Bilingual(en="Closing")
    assert session.span is not None
    assert session.span.start == datetime(2025, 2, 1, 16)
    assert session.room is not None
    assert session.track is not None
    assert (session.room.name.en, session.track.name.en) == ("Attic", "Art")
    assert names(session) == ["Zoé Exemple", "Ada B. Example"]
    assert the_event().ends_on == date(2025, 2, 3)
    assert report.counts == {
        Thing.EVENT: Counts(changed=1),
        Thing.ROOM: Counts(added=1),
        Thing.TRACK: Counts(added=1),
        Thing.PERSON: Counts(added=1, changed=1),
        Thing.SESSION: Counts(changed=1),
    }


def test_a_retitled_session_leaves_its_translation_stale_and_untouched() -> None:
    imported(a_schedule_xml(an_event(title="Trust")))
    with unit_of_work():
        session = the_session()
        session.title = Bilingual(fr="La confiance", en="Trust")
        approve([TextUnit(session.uid, "title", session.title)], [Language.FR], by="t", now=NOW)
    imported(a_schedule_xml(an_event(title="Distrust")))
    session = the_session()
    assert session.title == Bilingual(fr="La confiance", en="Distrust")
    assert state_of(session, "title") == {
        Language.FR: TextState.STALE,
        Language.EN: TextState.APPROVED,
    }


def test_the_file_wins_where_it_speaks_and_only_there() -> None:
    imported(a_schedule_xml(an_event(title="Trust")))
    with unit_of_work():
        session = the_session()
        session.title = Bilingual(fr="Confiance", en="Edited")
        session.abstract = Bilingual(en="Written by hand.")
        session.visibility = Visibility.TEAM
        session.join_link = "https://example.org/join"
        session.track = a_track(session.event)
    report = imported(a_schedule_xml(an_event(title="Trust")))
    session = the_session()
    assert session.title == Bilingual(fr="Confiance", en="Trust")
    assert session.abstract == Bilingual(en="Written by hand.")
    assert session.visibility is Visibility.TEAM
    assert session.join_link == "https://example.org/join"
    assert session.track is not None
    assert report.counts[Thing.SESSION] == Counts(changed=1)


def test_a_day_change_that_the_file_does_not_state_is_the_organizers_to_set() -> None:
    imported(a_schedule_xml(an_event()))
    with unit_of_work():
        assert the_event().day_change == time(6)
        the_event().day_change = time(5)
    assert imported(a_schedule_xml(an_event())).changes == 0
    assert the_event().day_change == time(5)
    imported(a_schedule_xml(an_event(), day_change="03:00"))
    assert the_event().day_change == time(3)


def two_sessions() -> bytes:
    return a_schedule_xml(an_event(guid="1"), an_event(guid="2", id="2", title="Second"))


def test_what_vanished_is_listed_and_stays() -> None:
    imported(two_sessions())
    report = imported(a_schedule_xml(an_event(guid="1")))
    assert (report.changes, report.vanished) == (0, (Vanished("2", "Second"),))
    assert [session.state for session in sessions()] == [SlotState.CONFIRMED] * 2


def test_what_vanished_is_cancelled_on_demand_and_restored_when_it_is_back() -> None:
    imported(two_sessions())
    report = imported(a_schedule_xml(an_event(guid="1")), cancel_missing=True)
    assert (report.changes, report.are_cancelled) == (1, True)
    assert [each.state for each in sessions()] == [SlotState.CONFIRMED, SlotState.CANCELLED]

    again = imported(a_schedule_xml(an_event(guid="1")), cancel_missing=True)
    assert (again.changes, again.vanished) == (0, ())

    back = imported(two_sessions())
    assert (back.restored, back.counts[Thing.SESSION]) == (1, Counts(changed=1, unchanged=1))
    assert [each.state for each in sessions()] == [SlotState.CONFIRMED] * 2
    assert imported(a_schedule_xml(an_event(guid="1"))).vanished == (Vanished("2", "Second"),)


def test_what_an_organizer_cancelled_stays_cancelled() -> None:
    imported(two_sessions())
    with unit_of_work():
        sessions()[1].state = SlotState.CANCELLED
    report = imported(two_sessions())
    assert (report.changes, report.restored) == (0, 0)
    assert sessions()[1].state is SlotState.CANCELLED


def test_what_organizers_took_back_to_draft_is_not_announced_as_cancelled() -> None:
    imported(two_sessions())
    with unit_of_work():
        sessions()[1].state = SlotState.DRAFT
    report = imported(a_schedule_xml(an_event(guid="1")), cancel_missing=True)
    assert (report.vanished, sessions()[1].state) == ((), SlotState.DRAFT)


def test_sessions_that_no_file_made_never_vanish() -> None:
    imported(two_sessions())
    with unit_of_work():
        a_session(the_event(), "by-hand", span=sessions()[0].span)
    report = imported(two_sessions(), cancel_missing=True)
    assert (report.changes, report.vanished) == (0, ())


def test_two_schedules_in_one_event_leave_each_other_alone() -> None:
    imported(two_sessions())
    other = a_schedule_xml(an_event(guid="9", id="1"), acronym="side", title="Side event")
    report = imported(other, cancel_missing=True)
    assert (report.vanished, report.counts[Thing.EVENT]) == ((), NOTHING)
    assert the_event().title == Bilingual(en="Example 2025")
    assert [each.code for each in sessions()] == ["1", "2", "1-2"]
    assert imported(two_sessions()).changes == 0


def test_a_dry_run_reports_the_same_and_writes_nothing() -> None:
    data = a_schedule_xml(an_event(people=ADA))
    dry = imported(data, dry_run=True)
    assert [
        db.session.scalar(select(func.count()).select_from(model))
        for model in (Event, Room, Session, Person, Appearance, Approval, Venue, Track)
    ] == [0] * 8
    wet = imported(data)
    assert (dry.counts, dry.vanished) == (wet.counts, wet.vanished)

    shorter = imported(
        a_schedule_xml(an_event(guid="8", id="8")), cancel_missing=True, dry_run=True
    )
    assert (shorter.changes, shorter.vanished) == (2, (Vanished("1", "Opening"),))
    assert the_session().state is SlotState.CONFIRMED


def test_an_event_that_organizers_made_keeps_its_own_facts() -> None:
    with unit_of_work():
        a_summit("example", zone="America/Toronto")
    imported(a_schedule_xml(an_event()))
    event = the_event()
    assert event.title == Bilingual("Sommet exemple", "Example Summit")
    assert event.kind is EventKind.SUMMIT
    span = the_session().span
    assert span is not None
    assert (span.zone, span.start) == ("America/Toronto", datetime(2025, 2, 1, 4))


def test_rooms_that_organizers_set_up_are_found_by_name() -> None:
    with unit_of_work():
        event = a_summit("example")
        a_room(event).name = Bilingual("Grande salle", "Hall")
    imported(a_schedule_xml(an_event()))
    (room,) = the_event().rooms
    assert (room.name, room.code, room.capacity) == (Bilingual("Grande salle", "Hall"), "a", 100)
    assert the_session().room is room


def test_people_whom_organizers_added_stay_and_those_the_file_dropped_go() -> None:
    imported(a_schedule_xml(an_event(people=ADA + ZOE)))
    with unit_of_work():
        session = the_session()
        chair = Appearance(person=a_person("Kim Sample"), role=Role.CHAIR, position=9)
        session.appearances.append(chair)
    report = imported(a_schedule_xml(an_event(people=ZOE)))
    assert names(the_session()) == ["Zoé Exemple", "Kim Sample"]
    assert report.counts[Thing.SESSION] == Counts(changed=1)
    assert db.session.scalar(select(func.count()).select_from(Person)) == 3


def test_a_role_that_organizers_chose_stays_until_the_file_tells_another() -> None:
    imported(a_schedule_xml(an_event(people=ADA)))
    with unit_of_work():
        the_session().appearances[0].role = Role.PANELIST
    assert imported(a_schedule_xml(an_event(people=ADA))).changes == 0
    told = ADA.replace("<person", '<person role="moderator"')
    imported(a_schedule_xml(an_event(people=told)))
    assert [each.role for each in the_session().appearances] == [Role.MODERATOR]


def test_a_name_that_somebody_parted_stays_parted() -> None:
    imported(a_schedule_xml(an_event(people=ADA)))
    with unit_of_work():
        person = db.session.scalars(select(Person)).one()
        assert (person.given_name, person.family_name) == ("", "Ada Example")
        person.given_name, person.family_name = "Ada", "Example"
    assert imported(a_schedule_xml(an_event(people=ADA))).changes == 0
    assert db.session.scalars(select(Person.given_name)).one() == "Ada"


def test_codes_are_unique_within_the_event_and_stay() -> None:
    with unit_of_work():
        a_session(a_summit("example"), "1")
    data = a_schedule_xml(
        an_event(guid="x", id="1"), an_event(guid="y", id=None, slug="1"), room='name="!"'
    )
    imported(data)
    assert [each.code for each in sessions()] == ["1", "1-2", "1-3"]
    assert the_event().rooms[-1].code == "room"
    assert imported(data).changes == 0


def test_the_same_file_in_two_events_makes_two_of_everything() -> None:
    data = a_schedule_xml(an_event(people=ADA))
    imported(data, "one")
    imported(data, "two")
    assert len({each.uid for each in sessions()}) == 2
    assert db.session.scalar(select(func.count()).select_from(Person)) == 2


def test_a_guessed_zone_is_told() -> None:
    report = imported(a_schedule_xml(an_event(), time_zone_name=None, city="Berlin"))
    assert report.guessed_zone == "Europe/Berlin"
    assert report.lines(Language.EN)[-1] == (
        "The file names no time zone; Europe/Berlin is taken after its city."
    )


@pytest.mark.parametrize("slug", ["Example", "search", "a b", "", "x" * 81])
def test_a_name_that_no_address_can_hold_is_refused(slug: str) -> None:
    with pytest.raises(Refusal, match="cannot be the name of an event"):
        imported(two_sessions(), slug)


def test_as_many_queries_for_many_sessions_as_for_one(statements: list[str]) -> None:
    numbers = []
    for slug, count in (("one", 1), ("many", 40)):
        events = [an_event(guid=str(n), track=f"T{n}", people=ADA) for n in range(count)]
        imported(a_schedule_xml(*events), slug)
        statements.clear()
        imported(a_schedule_xml(*events), slug)
        numbers.append(len(statements))
    assert numbers[0] == numbers[1]


def test_two_schedules_of_one_event_keep_their_own_numbers_and_share_the_rooms() -> None:
    imported(a_schedule_xml(an_event(guid=None, people=ADA)))
    other = an_event(guid=None, people='<person id="3">Ivo Primer</person>', title="Elsewhere")
    report = imported(a_schedule_xml(other, acronym="side-25"))
    assert report.vanished == ()
    assert [session.title.en for session in sessions()] == ["Opening", "Elsewhere"]
    assert [names(session) for session in sessions()] == [["Ada Example"], ["Ivo Primer"]]
    assert len({session.room_id for session in sessions()}) == 1
