"""Which document an address asks for."""

from dataclasses import replace

import pytest

from eventapp.documents.variants import Choice, Layout, Paper, Variant, usual_paper, variant_of
from eventapp.values.language import Language, LanguageOrder
from eventapp.values.refusal import Refusal
from tests.unit.documents.programme import EVENT, a_document, a_release, in_zone


def test_an_address_may_leave_everything_out() -> None:
    variant = variant_of({}, language=Language.EN, agenda=a_release().agenda)
    assert variant == Variant(Choice.EN, Layout.DETAILED, Paper.A4)


def test_an_address_may_ask_for_everything() -> None:
    asked = {"languages": "both", "layout": "grid", "paper": "letter"}
    variant = variant_of(asked, language=Language.FR, agenda=a_release().agenda)
    assert variant == Variant(Choice.BOTH, Layout.GRID, Paper.LETTER)


@pytest.mark.parametrize("name", ["languages", "layout", "paper"])
@pytest.mark.parametrize("value", ["", "A4", "de", "../../etc/passwd", "x" * 9_000])
def test_a_value_that_does_not_exist_is_refused(name: str, value: str) -> None:
    with pytest.raises(Refusal) as refused:
        variant_of({name: value}, language=Language.FR, agenda=a_release().agenda)
    assert len(refused.value.text(Language.FR)) < 200


@pytest.mark.parametrize(
    ("zone", "paper"),
    [
        ("America/Toronto", Paper.LETTER),
        ("America/New_York", Paper.LETTER),
        ("Europe/Paris", Paper.A4),
        ("Asia/Tokyo", Paper.A4),
        ("UTC", Paper.A4),
    ],
)
def test_the_paper_is_that_of_the_zone(zone: str, paper: Paper) -> None:
    assert usual_paper(in_zone(zone)) == paper


def test_the_paper_is_that_of_the_venue_before_the_zone() -> None:
    agenda = replace(a_release().agenda, event=replace(EVENT, zone="America/Toronto"))
    assert usual_paper(agenda) == Paper.A4


@pytest.mark.parametrize(
    ("order", "filename"),
    [
        (LanguageOrder.FR_FIRST, "summit-v2-fr-en-detailed-a4.pdf"),
        (LanguageOrder.EN_FIRST, "summit-v2-en-fr-detailed-a4.pdf"),
    ],
)
def test_the_event_decides_which_language_leads(order: LanguageOrder, filename: str) -> None:
    document = a_document(a_release(event=replace(EVENT, order=order)))
    assert document.filename == filename
