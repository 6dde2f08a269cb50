"""A programme as the reader of one language gets it."""

from dataclasses import replace
from datetime import date, time

import pytest

from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState
from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedAppearance,
    PublishedPerson,
    PublishedSession,
)
from eventapp.agenda.reading import Reading
from eventapp.events.kinds import DatePrecision, EventFormat
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language
from tests.unit.calendars.programme import PERSON, TRACK, a_release, a_session, a_span

FR, EN = Language.FR, Language.EN


def read(*sessions: PublishedSession, language: Language = EN, **event: object) -> Reading:
    return Reading(a_release(*sessions, **event).agenda, language)


def a_person(name: str, filed_as: str) -> PublishedPerson:
    return PublishedPerson(filed_as, filed_as, name, filed_as, filed_as)


def test_days_hold_slots_of_what_begins_together() -> None:
    reading = read(
        a_session("late", span=a_span("2024-12-03T11:00")),
        a_session("early", span=a_span("2024-12-03T09:00")),
        a_session("too", span=a_span("2024-12-03T11:00")),
        a_session("next", span=a_span("2024-12-04T09:00")),
    )
    days = reading.days(reading.agenda.sessions)
    assert [(day.name, [slot.time for slot in day.slots]) for day in days] == [
        ("Tuesday, December\u00a03, 2024", ["9:00\u00a0a.m.", "11:00\u00a0a.m."]),
        ("Wednesday, December\u00a04, 2024", ["9:00\u00a0a.m."]),
    ]
    assert [session.code for session in days[0].sessions] == ["early", "late", "too"]


@pytest.mark.parametrize(
    ("link", "form", "is_joinable"),
    [
        ("", EventFormat.IN_PERSON, False),
        ("", EventFormat.HYBRID, False),
        ("https://example.org/live", EventFormat.HYBRID, True),
        ("", EventFormat.ONLINE, True),
    ],
)
def test_a_session_is_joined_from_afar_by_its_link_or_where_all_is_online(
    link: str, form: EventFormat, is_joinable: bool
) -> None:
    session = a_session("a", join_link=link)
    assert read(session, format=form).is_joinable(session) is is_joinable


def test_a_night_session_stands_with_the_evening_before() -> None:
    reading = read(
        a_session("evening", span=a_span("2024-12-03T22:00")),
        a_session("night", span=a_span("2024-12-04T02:00")),
        day_change=time(5),
    )
    (day,) = reading.days(reading.agenda.sessions)
    assert day.on == date(2024, 12, 3)
    assert reading.extent(day) == "10:00\u00a0p.m.–3:00\u00a0a.m.\u00a0(next\u00a0day)"


def test_sessions_without_a_time_come_last_and_say_so() -> None:
    reading = read(a_session("open", span=None), a_session("set"), language=FR)
    days = reading.days(reading.agenda.sessions)
    assert [(day.on, day.name) for day in days] == [
        (date(2024, 12, 3), "mardi 3\u00a0décembre 2024"),
        (None, "Heure à confirmer"),
    ]


@pytest.mark.parametrize(
    ("precision", "fr", "en"),
    [
        (DatePrecision.DAY, "3 et 4\u00a0décembre 2024", "December\u00a03–4, 2024"),
        (DatePrecision.MONTH, "décembre 2024", "December 2024"),
        (DatePrecision.YEAR, "2024", "2024"),
        (DatePrecision.TO_BE_CONFIRMED, "Dates à confirmer", "Dates to be confirmed"),
    ],
)
def test_dates_are_printed_as_precisely_as_they_are_settled(
    precision: DatePrecision, fr: str, en: str
) -> None:
    assert read(precision=precision, language=FR).dates == fr
    assert read(precision=precision).dates == en


def test_an_event_without_dates_says_so() -> None:
    assert read(starts_on=None, ends_on=None).dates == "Dates to be confirmed"


def test_the_zones_of_a_programme_across_a_clock_change_are_two() -> None:
    reading = read(
        a_session("before", span=a_span("2024-10-26T09:00", zone="America/Toronto")),
        a_session("after", span=a_span("2024-11-04T09:00", zone="America/Toronto")),
        language=FR,
    )
    assert reading.zones == "HAE et HNE"


def appearing(*roles: Role, state: AppearanceState = AppearanceState.CONFIRMED) -> PublishedSession:
    return a_session(appearances=tuple(PublishedAppearance(PERSON.uid, r, state) for r in roles))


def test_people_are_credited_role_by_role_in_the_order_of_the_roles() -> None:
    session = appearing(Role.PANELIST, Role.MODERATOR, Role.PANELIST)
    credited = read(session).credits(session)
    assert [(each.label, len(each.people)) for each in credited] == [
        ("Moderator", 1),
        ("Panelists", 2),
    ]


def test_one_line_names_the_roles_that_do_not_go_without_saying() -> None:
    session = appearing(Role.PANELIST, Role.MODERATOR)
    assert read(session).names(session) == "Moderator: Zoé Exemple; Zoé Exemple"
    assert read(session, language=FR).names(session) == (
        "Animation\u00a0: Zoé Exemple; Zoé Exemple"
    )


def test_a_person_to_be_confirmed_is_said_to_be() -> None:
    session = appearing(Role.SPEAKER, state=AppearanceState.TO_BE_CONFIRMED)
    assert read(session).names(session) == "Zoé Exemple (to be confirmed)"


def test_people_are_filed_by_letter_with_accents_ignored() -> None:
    people = (
        a_person("Zoé Été", "Été, Zoé"),
        a_person("Ada Zulu", "Zulu, Ada"),
        a_person("Bo Ek", "Ek, Bo"),
        a_person("Œil", "Œil"),
        a_person("42", "42"),
    )
    agenda = replace(read().agenda, people=people)
    filed = Reading(agenda, FR).people
    assert {letter: [person.name for person in held] for letter, held in filed.items()} == {
        "#": ["42"],
        "E": ["Bo Ek", "Zoé Été"],
        "O": ["Œil"],
        "Z": ["Ada Zulu"],
    }


def test_a_kind_that_says_nothing_is_left_out() -> None:
    kinds = (SessionKind.PANEL, SessionKind.TALK, SessionKind.OTHER)
    reading = read(language=FR)
    assert [reading.kind(a_session(kind=kind)) for kind in kinds] == ["Panel", "", ""]


def test_states_and_languages_are_words() -> None:
    reading = read(language=FR)
    assert reading.state(a_session(state=SlotState.CANCELLED)) == "Annulée"
    assert reading.languages(("en", "fr", "x-martian")) == "anglais, français et x-martian"


def test_a_label_whose_translation_is_to_follow_calls_for_the_legend() -> None:
    def with_track(name: PublishedText) -> PublishedAgenda:
        return replace(read().agenda, tracks=(replace(TRACK, name=name),))

    gap = PublishedText(en="Governance", to_follow=(FR,))
    assert Reading(with_track(gap), FR).has_labels_to_follow
    assert not Reading(with_track(gap), EN).has_labels_to_follow
