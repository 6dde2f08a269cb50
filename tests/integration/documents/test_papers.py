"""Papers about people, looked at as they come out of a printer."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
import typst
from PIL import Image

from eventapp.documents.badges import Badges, BadgeSize, badges_data, cards_of
from eventapp.documents.folders import FONTS, TEMPLATES
from eventapp.documents.participant_list import ParticipantList, list_data
from eventapp.documents.plates import PlateOf, Plates, plates_data
from eventapp.documents.roster import PrintedCategory, Roster
from eventapp.documents.typesetter import drawable
from eventapp.documents.variants import Paper
from eventapp.values.bilingual import Bilingual
from tests.integration.documents.structure import reader_of
from tests.unit.documents.people import HOSTILE, a_printed, a_roster, an_imprint, pdf_of

PPI = 72  # a pixel is a point
MILLIMETRE = 72 / 25.4
NAMES = (
    Bilingual("Canada", "Canada"),
    Bilingual("Allemagne", "Germany"),
    Bilingual(
        "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord",
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    Bilingual(
        "République populaire démocratique de Corée", "Democratic People’s Republic of Korea"
    ),
    Bilingual("République démocratique populaire lao", "Lao People’s Democratic Republic"),
    Bilingual("Saint-Vincent-et-les Grenadines", "Saint Vincent and the Grenadines"),
)
ENDLESS = Bilingual("Mot " * 75, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 5)


def arguments(data: object) -> dict[str, Any]:
    """What the typesetter is given, to look at its pages before they are a PDF."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    text = drawable(json.dumps(data), fonts)
    return {"root": TEMPLATES, "font_paths": fonts, "sys_inputs": {"data": text}}


def printed(template: str, data: object) -> Iterator[Image.Image]:
    """Each page in shades of grey, as a printer without colours sees it."""
    pages = typst.compile(TEMPLATES / template, format="png", ppi=PPI, **arguments(data))
    for page in pages if isinstance(pages, list) else [pages]:
        yield Image.open(BytesIO(page)).convert("L")


def told(template: str, data: object, label: str) -> list[dict[str, float]]:
    """What a template says of its own sizes, in points."""
    found = typst.query(TEMPLATES / template, f"<{label}>", field="value", **arguments(data))
    told: list[dict[str, float]] = json.loads(found)
    return told


def is_blank(page: Image.Image, box: tuple[float, float, float, float]) -> bool:
    """Whether nothing at all is printed there; left, upper, right and lower edge in points."""
    darkest, _ = page.crop(tuple(round(each) for each in box)).getextrema()  # type: ignore[arg-type]
    return bool(darkest == 255)


def _shades(page: Image.Image, left: float, right: float) -> int:
    """How many dark shades a strip of the page has, besides those that blur its edges."""
    left, right = max(0, round(left)), min(page.width, round(right))
    if right <= left:
        return 0
    counts = page.crop((left, 0, right, page.height)).histogram()
    return sum(1 for count in counts[:100] if count > 12 * (right - left))


def named(name: Bilingual) -> Roster:
    return a_roster(party="x", formal=name)


@pytest.mark.parametrize("paper", list(Paper))
def test_no_name_leaves_its_face_of_a_plate(paper: Paper) -> None:
    for name in (*NAMES, ENDLESS, Bilingual.same(HOSTILE)):
        data = plates_data(Plates(named(name), an_imprint(paper), PlateOf.FORMAL))
        (page,) = printed("plates.typ", data)
        edge, fold = 7 * MILLIMETRE, page.height / 2
        assert is_blank(page, (0, 0, page.width, edge)), name
        assert is_blank(page, (0, page.height - edge, page.width, page.height)), name
        assert is_blank(page, (edge, fold - edge, page.width - edge, fold + edge)), name
        assert is_blank(page, (0, 0, edge, fold - 3)), name
        assert is_blank(page, (page.width - edge, fold + 3, page.width, page.height)), name


def test_every_formal_name_is_at_least_60_points_high_on_both_papers() -> None:
    for paper in Paper:
        for name in NAMES:
            data = plates_data(Plates(named(name), an_imprint(paper), PlateOf.FORMAL))
            (plate,) = told("plates.typ", data, "plate")
            assert plate["size"] >= 60, name


def test_a_plate_says_its_name_in_both_languages_once_to_those_who_listen() -> None:
    for name in NAMES[:3]:
        pdf = pdf_of("plates.typ", plates_data(Plates(named(name), an_imprint(), PlateOf.FORMAL)))
        words = " ".join(reader_of(pdf).pages[0].extract_text().split())
        for wording in (name.fr, name.en):
            assert wording.split()[-1] in words


@pytest.mark.parametrize("size", list(BadgeSize))
def test_a_badge_keeps_within_its_edges_whatever_it_says(size: BadgeSize) -> None:
    long = Bilingual("ministre déléguée auprès " * 12, "Minister Delegate attached " * 11)
    names = ("Zoé Exemple", "Wolfeschlegelsteinhausenberger-Featherstonehaugh", "Exemple " * 37)
    people = [
        a_printed(name, function=long, organisation=long, languages=("fr", "en", "pt-BR", "ar"))
        for name in (*names, HOSTILE, *names[:2])
    ]
    data = badges_data(Badges(cards_of(a_roster(*people, party=HOSTILE)), an_imprint(), size, str))
    width = {"4x3": 101.6, "86x54": 86, "a6": 105}[size] * MILLIMETRE
    for page in printed("badges.typ", data):
        left = (page.width - 2 * width) / 2
        # Nothing but bands, all of one shade, and marks reach into the inner margins.
        for edge in (left, left + width, left + 2 * width):
            for strip in ((edge - 8, edge - 2), (edge + 2, edge + 8)):
                assert _shades(page, *strip) <= 1


@pytest.mark.parametrize("size", list(BadgeSize))
def test_the_name_of_a_category_leaves_room_for_its_bearer(size: BadgeSize) -> None:
    category = PrintedCategory("delegate", Bilingual(ENDLESS.fr[:200], ENDLESS.en[:200]), 3)
    roster = replace(a_roster(a_printed()), categories=(category,))
    data = badges_data(Badges(cards_of(roster), an_imprint(), size, str))
    (page,) = printed("badges.typ", data)
    width, height = {"4x3": (101.6, 76.2), "86x54": (86, 54), "a6": (105, 148)}[size]
    rows = {"4x3": 3, "86x54": 5, "a6": 1}[size]
    left = page.width / 2 - width * MILLIMETRE
    top = (page.height - rows * height * MILLIMETRE) / 2
    assert is_blank(page, (left + 2, top + 6, left + 9, top + 0.55 * height * MILLIMETRE))
    assert told("badges.typ", data, "badge")[0]["size"] >= 24


def test_of_a_word_without_end_a_badge_says_as_much_as_of_many() -> None:
    person = a_printed(function=Bilingual.same("x" * 300), organisation=Bilingual.same("Mot " * 99))
    sheet = Badges(cards_of(a_roster(person)), an_imprint(), BadgeSize.US, str)
    (badge,) = badges_data(sheet)["badges"]
    assert [len(line[0]["text"]) for line in badge["lines"]] == [200, 200]


def test_usual_names_on_badges_are_at_least_24_points_high() -> None:
    names = ("Zoé Exemple", "Nguyễn Thị Minh Khai", "Maria José Gutiérrez")
    for size in BadgeSize:
        people = [a_printed(name, function=Bilingual.same("directrice")) for name in names]
        data = badges_data(Badges(cards_of(a_roster(*people)), an_imprint(), size, str))
        assert all(each["size"] >= 24 for each in told("badges.typ", data, "badge")), size


@pytest.mark.parametrize(
    "make",
    [
        lambda roster: (
            "participant-list.typ",
            list_data(ParticipantList(roster, an_imprint())),
        ),
        lambda roster: ("plates.typ", plates_data(Plates(roster, an_imprint(), PlateOf.PEOPLE))),
        lambda roster: (
            "badges.typ",
            badges_data(Badges(cards_of(roster), an_imprint(), BadgeSize.US, str)),
        ),
    ],
)
def test_hostile_names_are_printed_as_text(
    make: Callable[[Roster], tuple[str, object]],
) -> None:
    person = a_printed(HOSTILE, honorific=Bilingual.same(HOSTILE), function=Bilingual.same(HOSTILE))
    pdf = pdf_of(*make(a_roster(person, a_printed(""), party=HOSTILE)))
    words = "".join(page.extract_text() for page in reader_of(pdf).pages).replace("\n", "")
    assert "{{7*7}}" in words.replace(" ", "")
    assert "root:" not in words


def test_a_room_with_an_endless_name_still_has_its_sign_on_one_sheet() -> None:
    passages = [{"text": ENDLESS.fr[:200], "lang": "fr"}, {"text": ENDLESS.en[:200], "lang": "en"}]
    session: dict[str, Any] = {
        "hours": "09:00–10:00",
        "is_interval": False,
        "is_cancelled": False,
        "marks": [],
        "titles": [{"text": "Éthique", "lang": "fr"}],
    }
    sign = {
        "room": passages,
        "venue": passages,
        "days": [{"text": "Mardi 8 juin 2027", "lang": "fr"}],
        "sessions": [session] * 4,
        "live": [{"text": "En ce moment", "lang": "fr"}],
        "code": "M0 0h1v1h-1z",
        "modules": 1,
    }
    for paper in Paper:
        head = an_imprint(paper).head("Door signs")
        data = {"head": head, "is_dominated": False, "signs": [sign]}
        assert len(reader_of(pdf_of("signs.typ", data)).pages) == 1
