"""Orders: total, the same for ever, and exactly where a person says otherwise."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventapp.planning.precedence import (
    Basis,
    Entry,
    Place,
    Rule,
    candidates,
    drawn,
    ordered,
)
from eventapp.values.language import Language
from eventapp.values.territories import country_name

#: 48 parties: the members of the OECD and ten others.
PARTIES = tuple(
    country_code
    for line in (
        "AR AT AU BE BG BR CA CH CL CO CR CZ DE DK EE EG ES FI FR GB GR HR HU IE",
        "IL IN IS IT JP KR LT LU LV MX NL NO NZ PL PT RS SE SG SI SK SN TR US ZA",
    )
    for country_code in line.split()
)

_names = st.sampled_from(["Égypte", "États-Unis", "Estonie", "Côte d’Ivoire", "Canada", "Zambie"])
_days = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4))
_entries = st.lists(
    st.builds(
        Entry,
        uid=st.uuids().map(str),
        name=_names,
        is_organisation=st.booleans(),
        rank=st.none() | st.integers(1, 3),
        since=_days,
        credentials_on=_days,
        acceded_on=_days,
    ),
    unique_by=lambda entry: entry.uid,
    max_size=9,
)


@st.composite
def _orders(draw: st.DrawFn) -> tuple[list[Entry], Rule]:
    entries = draw(_entries)
    uids = st.sampled_from(["", *(entry.uid for entry in entries)])
    rule = st.builds(Rule, host=uids, first=uids)
    return entries, draw(rule)


def _named(*names: str, **fields: object) -> list[Entry]:
    return [Entry(uid=name, name=name, **fields) for name in names]  # type: ignore[arg-type]


def _by_name(language: Language) -> list[str]:
    entries = [Entry(uid=code, name=country_name(code, language)) for code in PARTIES]
    return ordered(entries, Rule(language=language))


@settings(max_examples=60)
@given(_orders(), st.randoms())
def test_an_order_holds_everybody_once_however_they_come(
    given_order: tuple[list[Entry], Rule], random: Random
) -> None:
    entries, rule = given_order
    order = ordered(entries, rule)
    random.shuffle(entries)
    assert ordered(entries, rule) == order
    assert sorted(order) == sorted(entry.uid for entry in entries)


@settings(max_examples=40)
@given(_orders(), st.data())
def test_an_override_stands_exactly_where_it_says_and_moves_nobody_past_another(
    given_order: tuple[list[Entry], Rule], data: st.DataObject
) -> None:
    entries, rule = given_order
    order = ordered(entries, rule)
    chosen = data.draw(st.lists(st.sampled_from(order), unique=True)) if order else []
    places = data.draw(st.permutations(range(1, len(order) + 1)))
    overrides = dict(zip(chosen, places, strict=False))
    moved = ordered(entries, rule, overrides)
    assert {uid: moved.index(uid) + 1 for uid in chosen} == overrides
    assert [uid for uid in moved if uid not in chosen] == [u for u in order if u not in chosen]


def test_all_48_parties_change_places_between_the_languages() -> None:
    french, english = _by_name(Language.FR), _by_name(Language.EN)
    assert len(set(french)) == 48
    assert [code for code in PARTIES if french.index(code) == english.index(code)] == []
    places = {code: (french.index(code) + 1, english.index(code) + 1) for code in PARTIES}
    assert [places[code] for code in ("ZA", "DE", "US")] == [(1, 41), (2, 18), (19, 48)]


def test_code_points_would_misplace_two_thirds_of_the_french_names() -> None:
    french = _by_name(Language.FR)
    by_code_point = sorted(PARTIES, key=lambda code: country_name(code, Language.FR))
    assert sum(a != b for a, b in zip(french, by_code_point, strict=True)) == 33


def test_french_names_are_filed_as_french_files_them() -> None:
    names = ["États-Unis", "Türkiye", "Égypte", "Zambie", "Estonie", "Costa Rica", "Côte d’Ivoire"]
    assert ordered(_named(*names), Rule()) == [
        "Costa Rica", "Côte d’Ivoire", "Égypte", "Estonie", "États-Unis", "Türkiye", "Zambie",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Chili", ["Chili", "Japon", "Autriche", "Bénin", "OCDE", "ASEAN"]),
        ("OCDE", ["Autriche", "Bénin", "Chili", "Japon", "OCDE", "ASEAN"]),
        ("Bénin", ["Bénin", "Chili", "Japon", "Autriche", "OCDE", "ASEAN"]),
    ],
)
def test_a_draw_turns_each_list_to_begin_with_the_name_or_the_next(
    first: str, expected: list[str]
) -> None:
    states = _named("Japon", "Autriche", "Chili", "Bénin")
    organisations = _named("OCDE", "ASEAN", is_organisation=True)
    assert ordered([*states, *organisations], Rule(first=first)) == expected


def test_a_draw_turns_no_order_of_rank() -> None:
    entries = [Entry("a", "A", rank=1), Entry("b", "B", rank=2)]
    assert ordered(entries, Rule(basis=Basis.RANK, first="b")) == ["a", "b"]


def test_rank_then_seniority_then_name_decide_and_nobody_unranked_goes_first() -> None:
    entries = [
        Entry("unranked", "A", rank=None, since=date(1990, 1, 1)),
        Entry("newer", "A", rank=1, since=date(2022, 1, 1)),
        Entry("undated", "A", rank=1),
        Entry("older", "Z", rank=1, since=date(2019, 1, 1)),
        Entry("government", "A", rank=2, since=date(2001, 1, 1)),
        Entry("undated too", "B", rank=1),
    ]
    assert ordered(entries, Rule(basis=Basis.RANK)) == [
        "older", "newer", "undated", "undated too", "government", "unranked",
    ]  # fmt: skip


@pytest.mark.parametrize("basis", [Basis.CREDENTIALS, Basis.ACCESSION])
def test_who_has_no_date_comes_last(basis: Basis) -> None:
    early, late = date(2024, 1, 1), date(2025, 1, 1)
    entries = [
        Entry("none", "A"),
        Entry("late", "B", credentials_on=late, acceded_on=late),
        Entry("early", "C", credentials_on=early, acceded_on=early),
    ]
    assert ordered(entries, Rule(basis=basis)) == ["early", "late", "none"]


@pytest.mark.parametrize(
    ("host", "organisations", "expected"),
    [
        (Place.FIRST, Place.LAST, ["Serbie", "Autriche", "Zambie", "OCDE"]),
        (Place.LAST, Place.LAST, ["Autriche", "Zambie", "OCDE", "Serbie"]),
        (Place.FIRST, Place.FIRST, ["Serbie", "OCDE", "Autriche", "Zambie"]),
        (Place.IN_ORDER, Place.IN_ORDER, ["Autriche", "OCDE", "Serbie", "Zambie"]),
    ],
)
def test_the_host_and_organisations_stand_where_the_rule_puts_them(
    host: Place, organisations: Place, expected: list[str]
) -> None:
    entries = [*_named("Zambie", "Serbie", "Autriche"), *_named("OCDE", is_organisation=True)]
    rule = Rule(host="Serbie", host_place=host, organisations_place=organisations)
    assert ordered(entries, rule) == expected


def test_a_draw_can_be_repeated_and_draws_from_the_list_that_stands_first() -> None:
    entries = [*_named("Zambie", "Serbie", "Autriche"), *_named("OCDE", is_organisation=True)]
    among = candidates(entries, Rule(host="Serbie", host_place=Place.FIRST))
    assert among == ["Autriche", "Zambie"]
    # echo -n b0a1 | sha256sum: ends in f6, an even number.
    assert drawn("b0a1", among) == "Autriche"
    assert {drawn(f"{seed}", PARTIES) for seed in range(600)} == set(PARTIES)
