"""Balance counts people once, by what is known of them."""

from dataclasses import replace
from typing import Any

import pytest

from eventapp.planning.balance import LMIC, Balance, Criterion, Measure, Sense, measured
from eventapp.planning.board import Board, Person
from eventapp.planning.countries import Income, income_of
from tests.unit.planning.boards import a_board, a_booking, found

PEOPLE = {
    "ann": Person("ann", "Ann", "science", "CA", "CA-QC", "woman"),
    "bo": Person("bo", "Bo", "industry", "CA", "CA-ON", "man"),
    "cy": Person("cy", "Cy", "science", "SN", "", ""),
    "di": Person("di", "Di", "", "", "", "woman"),
}


def a_balance(criterion: Criterion, group: str = "", **fields: Any) -> Balance:
    given: dict[str, Any] = {
        "sense": Sense.AT_LEAST,
        "measure": Measure.SHARE,
        "target": 50,
        "activity": None,
    }
    return Balance("b", criterion, group, **(given | fields))


def a_panel(balance: Balance) -> Board:
    board = a_board(
        a_booking("A", people=("ann", "bo", "cy", "di")),
        a_booking("B", at="11:00", people=("ann",), booths=(("bo", "fr"),)),
        balances=(balance,),
    )
    return replace(board, programme=replace(board.programme, people=PEOPLE))


@pytest.mark.parametrize(
    ("criterion", "group", "counted", "known", "unknown"),
    [
        (Criterion.SECTOR, "science", 2, 3, 1),
        (Criterion.COUNTRY, "SN", 1, 3, 1),
        (Criterion.INCOME, Income.HIGH, 2, 3, 1),
        (Criterion.INCOME, LMIC, 1, 3, 1),
        (Criterion.QUEBEC, "", 1, 3, 1),
        (Criterion.CANADA, "", 2, 3, 1),
        (Criterion.GENDER, "woman", 2, 3, 1),
    ],
)
def test_each_criterion_counts_its_own(
    criterion: Criterion, group: str, counted: int, known: int, unknown: int
) -> None:
    meter = measured(a_balance(criterion, group), PEOPLE.values())
    assert (meter.counted, meter.known, meter.unknown) == (counted, known, unknown)


def test_somebody_in_canada_whose_region_is_not_known_may_be_in_quebec() -> None:
    meter = measured(a_balance(Criterion.QUEBEC), [Person("x", "X", country="CA")])
    assert (meter.known, meter.unknown, meter.value, meter.is_met) == (0, 1, None, True)


def test_a_country_without_a_group_is_unknown() -> None:
    assert (income_of("VE"), income_of(""), income_of("CI")) == (None, None, Income.LOWER_MIDDLE)


def test_a_panel_is_judged_by_those_who_sit_in_it_each_once() -> None:
    women = a_balance(Criterion.GENDER, "woman", target=100, activity="A")
    assert found(a_panel(women), "out_of_balance") == [("A", "b")]
    assert found(a_panel(replace(women, target=60)), "out_of_balance") == []
    assert found(a_panel(replace(women, activity="B")), "out_of_balance") == []


def test_the_whole_programme_is_judged_without_interpreters() -> None:
    few = a_balance(Criterion.CANADA, sense=Sense.AT_MOST, measure=Measure.PEOPLE, target=1)
    assert found(a_panel(few), "out_of_balance") == [("b",)]
    assert found(a_panel(replace(few, target=2)), "out_of_balance") == []
    assert found(a_panel(few), "out_of_balance", around="A") == []


def test_every_classified_country_is_in_one_group_only() -> None:
    """The World Bank's totals for fiscal year 2026; the Channel Islands are two codes here."""
    codes = [f"{a}{b}" for a in map(chr, range(65, 91)) for b in map(chr, range(65, 91))]
    groups = [income_of(code) for code in codes]
    assert {each: groups.count(each) for each in Income} == {
        Income.LOW: 25,
        Income.LOWER_MIDDLE: 50,
        Income.UPPER_MIDDLE: 54,
        Income.HIGH: 88,
    }
