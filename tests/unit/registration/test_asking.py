"""Who is asked which question, and how answers to choose from are written."""

import pytest

from eventapp.registration.asking import Ask, asked, goes_in_circles
from eventapp.registration.inviting import Invitee, invitees
from eventapp.registration.options import options_from, written_options
from eventapp.values.refusal import Refusal

VISA, WHEN, PRESS = Ask(1), Ask(2, (), 1, "yes"), Ask(3, ("press",))
AFTER = Ask(4, (), 2, "soon")


@pytest.mark.parametrize(
    ("category", "answers", "expected"),
    [
        ("guest", {}, {1}),
        ("guest", {1: "no", 2: "soon"}, {1}),
        ("guest", {1: "yes"}, {1, 2}),
        ("guest", {1: ("no", "yes"), 2: "soon"}, {1, 2, 4}),
        ("press", {1: "no"}, {1, 3}),
    ],
)
def test_a_question_is_asked_where_all_before_it_hold(
    category: str, answers: dict[int, object], expected: set[int]
) -> None:
    assert asked([VISA, WHEN, PRESS, AFTER], category, answers) == expected


def test_a_question_after_one_that_is_gone_is_not_asked() -> None:
    assert asked([AFTER], "guest", {2: "soon"}) == frozenset()


def test_questions_that_wait_for_one_another_are_found() -> None:
    assert goes_in_circles([Ask(1, (), 2, "a"), Ask(2, (), 1, "a")])
    assert not goes_in_circles([VISA, WHEN, AFTER])
    assert asked([Ask(1, (), 2, "a"), Ask(2, (), 1, "a")], "guest", {1: "a", 2: "a"}) == set()


def test_options_are_written_as_they_are_read() -> None:
    text = "veg: Végétarien | Vegetarian\nSans noix | No nuts\nHalal"
    options = options_from(text)
    assert options == [
        {"code": "veg", "fr": "Végétarien", "en": "Vegetarian"},
        {"code": "no-nuts", "fr": "Sans noix", "en": "No nuts"},
        {"code": "halal", "fr": "Halal", "en": "Halal"},
    ]
    assert options_from(written_options(options)) == options


@pytest.mark.parametrize("text", ["", "one", "a: x\na: y", "x | " + "y" * 201 + "\nz"])
def test_options_that_are_nothing_to_choose_from_are_refused(text: str) -> None:
    with pytest.raises(Refusal):
        options_from(text)


def test_addresses_are_read_as_people_paste_them() -> None:
    text = 'Zoé Exemple <zoe@example.org>; "Noa" <noa@example.org>\nZOE@example.org, a@example.org'
    assert invitees(text) == [
        Invitee("Zoé Exemple", "zoe@example.org"),
        Invitee("Noa", "noa@example.org"),
        Invitee("", "a@example.org"),
    ]
    with pytest.raises(Refusal, match="not an address"):
        invitees("zoe@example.org\nnot an address")
