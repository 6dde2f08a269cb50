import pytest

from eventapp.values.typography import InclusiveStyle, gendered

PAIRS = [
    ("expert", "experte", "experte ou expert", "expert·e", "expert(e)"),
    ("experts", "expertes", "expertes et experts", "expert·e·s", "expert(e)s"),
    ("conférencier", "conférencière", "conférencière ou conférencier",
     "conférencier·ière", "conférencier(-ière)"),
    ("animateurs", "animatrices", "animatrices et animateurs",
     "animateur·trice·s", "animateurs(-trices)"),
    ("rapporteur", "rapporteuse", "rapporteuse ou rapporteur",
     "rapporteur·euse", "rapporteur(-euse)"),
    ("chef de délégation", "cheffe de délégation",
     "cheffe de délégation ou chef de délégation",
     "chef·fe de délégation", "chef(fe) de délégation"),
    ("directeur général", "directrice générale", "directrice générale ou directeur général",
     "directeur·trice général·e", "directeur(-trice) général(e)"),
]  # fmt: skip


@pytest.mark.parametrize(("masculine", "feminine", "doublet", "dotted", "bracketed"), PAIRS)
def test_a_label_follows_the_house_style(
    masculine: str, feminine: str, doublet: str, dotted: str, bracketed: str
) -> None:
    assert gendered(masculine, feminine, InclusiveStyle.DOUBLET) == doublet
    assert gendered(masculine, feminine, InclusiveStyle.MIDDLE_DOT) == dotted
    assert gendered(masculine, feminine, InclusiveStyle.PARENTHESES) == bracketed


def test_a_label_alike_for_all_needs_no_style() -> None:
    labels = {gendered("panéliste", "panéliste", style) for style in InclusiveStyle}
    assert labels == {"panéliste"}


def test_the_neutral_style_uses_the_neutral_wording_where_there_is_one() -> None:
    pair = ("président", "présidente")
    assert gendered(*pair, InclusiveStyle.NEUTRAL, neutral="présidence") == "présidence"
    assert gendered(*pair, InclusiveStyle.NEUTRAL) == "présidente ou président"
