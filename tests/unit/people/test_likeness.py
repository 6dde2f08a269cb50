"""Who may be recorded twice."""

import pytest

from eventapp.people.likeness import Alike, Known, Likeness, alike

ZOE = Known(1, "Zoé", "Été-Blanc", "zoe@example.org")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Known(2, "Someone", "Else", "ZOE@example.org"), Likeness.EMAIL),
        (Known(2, "ZOE", "Ete-Blanc", ""), Likeness.NAME),
        (Known(2, "Été-Blanc", "Zoé", ""), Likeness.SWAPPED),
        (Known(2, "Zoé", "Été-Blank", ""), Likeness.LETTER),
        (Known(2, "Zoé", "Été-Blac", ""), Likeness.LETTER),
        (Known(2, "Zo", "Été-Blanc", ""), Likeness.LETTER),
    ],
)
def test_pairs_are_found_with_their_surest_reason(other: Known, why: Likeness) -> None:
    assert alike([ZOE, other]) == [Alike(1, 2, why)]


@pytest.mark.parametrize(
    "other",
    [Known(2, "Zora", "Hiver", ""), Known(2, "", "", ""), Known(2, "Zoé", "Automne", "")],
)
def test_others_are_left_alone(other: Known) -> None:
    assert alike([ZOE, other]) == []


def test_short_names_that_differ_are_two_people() -> None:
    assert alike([Known(1, "Li", "Wu", ""), Known(2, "Li", "Xu", "")]) == []
