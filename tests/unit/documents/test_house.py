"""The house style: colours that printers in black and white, and all eyes, tell apart."""

import re

import pytest

from eventapp.documents.folders import PROJECT, TEMPLATES

HOUSE = (TEMPLATES / "house.typ").read_text()
COLOUR = r"#[0-9a-f]{6}"


def named(name: str) -> str:
    """The colour of that name in the house style."""
    found = re.search(rf"#let {name} = .*?({COLOUR})", HOUSE)
    assert found is not None
    return found[1]


def palette() -> list[str]:
    found = re.search(r"#let palette = \((.*?)\)", HOUSE, re.DOTALL)
    assert found is not None
    return re.findall(COLOUR, found[1])


def tint(colour: str) -> str:
    """Nine parts white: what fills a cell of the grid."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * 0.9):02x}" for part in parts)


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), from 1 to 21; text needs 4.5."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("text", ["ink", "quiet"])
@pytest.mark.parametrize("ground", ["#ffffff", named("band"), *map(tint, palette())])
def test_text_stands_out_from_every_ground_also_without_colour(text: str, ground: str) -> None:
    assert contrast(named(text), ground) >= 4.5


def test_paper_and_screen_share_the_palette_of_the_tracks() -> None:
    tokens = (PROJECT / "static" / "css" / "tokens.css").read_text()
    on_screen = dict(re.findall(rf"--track-(\d): ({COLOUR});", tokens.partition("@media")[0]))
    assert palette() == [on_screen[str(index)] for index in range(8)]


@pytest.mark.parametrize("band", palette())
def test_white_letters_stand_out_from_the_band_of_every_badge(band: str) -> None:
    assert contrast("#ffffff", band) >= 4.5
