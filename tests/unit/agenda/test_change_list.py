"""Changes in the words of a reader."""

from dataclasses import replace

from eventapp.agenda.change_list import change_list
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.published import PublishedRoom, PublishedSession
from eventapp.values.language import Language
from tests.unit.calendars.programme import ROOM, a_release, a_session, a_span, text

OTHER_ROOM = PublishedRoom("other", "b", text("Salle B", "Room B"))


def lines(
    before: PublishedSession | None,
    after: PublishedSession | None,
    language: Language = Language.EN,
) -> list[tuple[str, str, str]]:
    old, new = (
        replace(a_release(*([each] if each else [])).agenda, rooms=(ROOM, OTHER_ROOM))
        for each in (before, after)
    )
    return [
        (line.name, line.before.text, line.after.text)
        for changed in change_list(old, new, language)
        for line in changed.lines
    ]


def test_a_move_says_from_where_and_when_to_where_and_when() -> None:
    moved = a_session(span=a_span("2024-12-04T14:30"), room=OTHER_ROOM.uid)
    assert lines(a_session(), moved) == [
        (
            "New time",
            "Tuesday, December\u00a03, 9:00–10:00\u00a0a.m.",
            "Wednesday, December\u00a04, 2:30–3:30\u00a0p.m.",
        ),
        ("New room", "Room A", "Room B"),
    ]


def test_a_new_title_stands_beside_the_old_one_in_the_readers_language() -> None:
    retitled = a_session(title=text("Grande ouverture", "Grand Opening"))
    assert lines(a_session(), retitled, Language.FR) == [
        ("Nouveau titre", "Ouverture", "Grande ouverture")
    ]


def test_a_title_that_changed_in_the_other_language_is_not_told_as_new_in_this_one() -> None:
    retitled = a_session(title=text("Grande ouverture", a_session().title.en))
    assert lines(a_session(), retitled, Language.EN) == [
        ("New title in the other language", "", "")
    ]


def test_people_are_named_as_they_were_and_as_they_are() -> None:
    assert lines(a_session(), a_session(appearances=())) == [
        ("People changed", "Moderator: Zoé Exemple", "")
    ]


def test_a_cancellation_and_a_restoration_say_it_all_by_their_name() -> None:
    cancelled = a_session(state=SlotState.CANCELLED)
    assert lines(a_session(), cancelled) == [("Cancelled", "", "")]
    assert lines(cancelled, a_session()) == [("Restored", "", "")]


def test_what_came_and_what_went_is_listed() -> None:
    assert lines(None, a_session()) == [("Added", "", "")]
    assert lines(a_session(), None) == [("Removed", "", "")]


def test_only_what_went_is_gone() -> None:
    old, new = a_release(a_session("old")).agenda, a_release(a_session("new")).agenda
    assert [(each.session.code, each.is_gone) for each in change_list(old, new, Language.EN)] == [
        ("new", False),
        ("old", True),
    ]
