"""What put a delegation where it stands, in words."""

import pytest

from eventapp.planning.precedence import Basis
from eventapp.protocol.words import deciding
from eventapp.values.language import Language

FACTS = {"rank": 4, "since": "2021-05-01", "credentials_on": None, "acceded_on": None}


@pytest.mark.parametrize(
    ("basis", "facts", "said"),
    [
        (Basis.RANK, FACTS, "ministre, 1er\u00a0mai 2021"),
        (Basis.RANK, {"rank": None}, ""),
        (Basis.CREDENTIALS, {"credentials_on": "2026-11-03"}, "3\u00a0novembre 2026"),
        (Basis.NAME, FACTS, ""),
    ],
)
def test_what_decides_is_said_as_the_order_kept_it(
    basis: Basis, facts: dict[str, object], said: str
) -> None:
    assert deciding(basis, facts, Language.FR) == said
