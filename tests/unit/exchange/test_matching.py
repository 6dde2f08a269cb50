"""Whom the rows of a list mean."""

from eventapp.exchange.importing.guests.matching import Known, Match, Matched, match_guests
from eventapp.exchange.reading.sheets.guests import Guest
from eventapp.exchange.reading.sheets.names import Name

ZOE = Known(1, "zoe", "Zoé", "Été", "zoe@example.org")
NAMESAKE = Known(2, "zoe-2", "Zoe", "Ete", "")
HERE = Known(3, "ada", "Ada", "Exemple", "", participant="abc")


def row(number: int, name: str, email: str = "", code: str = "") -> Guest:
    given, _, family = name.partition(" ")
    return Guest(row=number, given_name=given, family_name=family, email=email, code=code)


def matched(*guests: Guest, known: tuple[Known, ...], **decided: str) -> list[tuple[Match, str]]:
    choices = {int(name.removeprefix("row_")): choice for name, choice in decided.items()}
    found: list[Matched] = match_guests(guests, known, choices)
    return [(each.match, each.choice) for each in found]


def test_the_same_name_and_address_is_surely_the_same() -> None:
    assert matched(row(2, "ZOE ETE", "Zoe@example.org"), known=(ZOE, NAMESAKE)) == [
        (Match.SURE, "zoe")
    ]


def test_whoever_comes_already_is_meant_and_a_code_says_so_whatever_the_name() -> None:
    rows = row(2, "Exemple Ada"), row(3, "Autre Nom", code="abc")
    assert matched(rows[0], known=(HERE,)) == [(Match.SURE, "ada")]
    assert matched(rows[1], known=(HERE,)) == [(Match.SURE, "ada")]


def test_a_name_alone_is_a_proposal_and_several_are_for_a_person_to_say() -> None:
    one, several = (ZOE,), (ZOE, NAMESAKE)
    assert matched(row(2, "Zoé Été"), known=one) == [(Match.PROPOSED, "zoe")]
    assert matched(row(2, "Zoé Été"), known=several) == [(Match.OPEN, "")]
    assert matched(row(2, "Zoé Été"), known=several, row_2="zoe-2") == [(Match.PROPOSED, "zoe-2")]
    assert matched(row(2, "Zoé Été", "other@example.org"), known=one) == [(Match.PROPOSED, "new")]


def test_nobody_is_meant_by_two_rows() -> None:
    rows = row(2, "Zoé Été"), row(3, "zoe ete")
    assert matched(*rows, known=()) == [(Match.NEW, "new"), (Match.TWICE, "skip")]
    assert matched(*rows, known=(ZOE,), row_3="zoe") == [
        (Match.PROPOSED, "zoe"),
        (Match.TWICE, "skip"),
    ]


def test_namesakes_who_came_with_the_list_before_are_found_one_by_one() -> None:
    both = tuple(Known(n, f"p{n}", "Zoé", "Été", "", participant=f"c{n}") for n in (1, 2))
    rows = row(2, "Zoé Été"), row(3, "Zoé Été")
    assert matched(*rows, known=both) == [(Match.SURE, "p1"), (Match.SURE, "p2")]


def test_a_name_that_is_recorded_in_capitals_stays_as_it_is_recorded() -> None:
    iris = Known(4, "iris", "Iris", "EXEMPLE", "", participant="def")
    proposed = Guest(
        row=2, given_name="Iris", family_name="Exemple", written=Name("Iris", "EXEMPLE"), code="def"
    )
    (found,) = match_guests([proposed], (iris,), {})
    assert (found.guest.family_name, found.guest.written) == ("EXEMPLE", None)
    (corrected,) = match_guests([proposed], (iris._replace(family_name="EXAMPLE"),), {})
    assert corrected.guest.family_name == "Exemple"
