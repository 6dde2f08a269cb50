"""What the United Nations call states; `states.toml` holds the names and says whence. Pure."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from eventapp.values.bilingual import Bilingual

FILE = Path(__file__).parent / "states.toml"


class StateNames(NamedTuple):
    """A state's names in both languages."""

    short: Bilingual
    formal: Bilingual


@cache
def united_nations() -> Mapping[str, StateNames]:
    """The names of members and observer states, by ISO 3166-1 alpha-2 code."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {code: _names(row) for code, row in rows.items()}


def _names(row: Mapping[str, str]) -> StateNames:
    short = Bilingual(row["fr"], row["en"])
    formal = Bilingual(row.get("formal_fr", short.fr), row.get("formal_en", short.en))
    return StateNames(short, formal)
