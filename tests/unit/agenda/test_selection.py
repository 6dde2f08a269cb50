"""Which sessions an address asks for."""

from dataclasses import replace

import pytest

from eventapp.agenda.published import PublishedAgenda
from eventapp.agenda.selection import WORDS_LENGTH, Selection, languages_of
from eventapp.values.language import Language
from tests.unit.calendars.programme import PERSON, ROOM, a_release, a_session, a_span, text

MORNING = a_session("morning", title=text("Éthique et données", "Ethics and Data"))
EVENING = a_session(
    "evening",
    title=text("Réception", "Reception"),
    abstract=text("Au musée.", "At the museum."),
    span=a_span("2024-12-03T22:00", 180),
    room=None,
    track=None,
    floor_languages=("sr",),
    interpretation_languages=(),
    appearances=(),
)
NEXT_DAY = a_session("next-day", span=a_span("2024-12-04T09:00"), floor_languages=("en",))
OPEN = a_session("open", span=None, appearances=())
AGENDA = a_release(MORNING, EVENING, NEXT_DAY, OPEN).agenda


def chosen(agenda: PublishedAgenda = AGENDA, **parameters: str) -> list[str]:
    selection = Selection.asked(parameters)
    assert selection.refusals(agenda) == []
    return [session.code for session in selection.sessions_of(agenda)]


def refused(**parameters: str) -> list[str]:
    return [each.text(Language.EN) for each in Selection.asked(parameters).refusals(AGENDA)]


def test_without_a_wish_everything_is_shown() -> None:
    assert chosen() == ["morning", "evening", "next-day", "open"]


def test_a_day_holds_what_begins_on_it_even_past_midnight() -> None:
    assert chosen(day="2024-12-03") == ["morning", "evening"]


def test_a_night_session_belongs_to_the_evening_before_where_the_day_changes_late() -> None:
    night = a_session("night", span=a_span("2024-12-04T01:00"))
    event = replace(AGENDA.event, day_change=a_span("2024-12-03T04:00").start.time())
    agenda = replace(AGENDA, event=event, sessions=(MORNING, night))
    assert chosen(agenda, day="2024-12-03") == ["morning", "night"]


def test_a_track_and_a_room_are_named_by_their_codes() -> None:
    assert chosen(track="gov") == ["morning", "next-day", "open"]
    assert chosen(room="a") == ["morning", "next-day", "open"]


def test_a_language_counts_on_the_floor_and_interpreted() -> None:
    assert chosen(language="en") == ["morning", "next-day", "open"]
    assert chosen(language="sr") == ["evening"]


@pytest.mark.parametrize("words", ["ethique donnees", "ETHICS", "museum"])
def test_words_are_found_in_both_languages_without_accents_or_case(words: str) -> None:
    assert len(chosen(q=words)) == 1


def test_words_are_found_in_the_names_of_people() -> None:
    assert chosen(q=PERSON.name) == ["morning", "next-day"]


def test_all_words_must_be_found() -> None:
    assert chosen(q="ethique musee") == []


def test_filters_narrow_each_other() -> None:
    assert chosen(day="2024-12-04", room=ROOM.code, q="zoé") == ["next-day"]


def test_what_the_programme_does_not_know_is_said_and_nothing_found() -> None:
    asked = {"day": "2024-12-24", "track": "x", "room": "<b>", "language": "tlh"}
    assert refused(**asked) == [
        "This programme has no day “2024-12-24”.",
        "This programme has no track “x”.",
        "This programme has no room “<b>”.",
        "No session is in the language “tlh”.",
    ]
    assert Selection.asked(asked).sessions_of(AGENDA) == ()


def test_a_refusal_repeats_only_the_beginning_of_a_huge_value() -> None:
    (message,) = refused(track="x" * 100_000)
    assert message == f"This programme has no track “{'x' * 40}…”."


def test_too_many_words_are_refused() -> None:
    assert refused(q="a" * (WORDS_LENGTH + 1)) == ["Search for 100 characters at most."]


def test_the_canonical_address_says_only_what_was_asked_in_one_order() -> None:
    selection = Selection.asked({"q": " data ", "room": "", "day": "2024-12-03", "utm": "1"})
    assert list(selection.parameters.items()) == [("day", "2024-12-03"), ("q", "data")]


def test_choosing_another_day_keeps_the_rest() -> None:
    selection = Selection.asked({"day": "2024-12-03", "track": "gov"})
    assert selection.choosing("day", "").parameters == {"track": "gov"}


def test_the_languages_of_publication_come_first() -> None:
    assert languages_of(AGENDA) == ("en", "fr", "sr")
