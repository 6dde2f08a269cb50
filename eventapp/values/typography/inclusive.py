"""French labels for people whose gender is mixed or unknown, in an organisation's house style.

OQLF recommends neutral wording or full doublets, and short forms in tables and forms only,
between parentheses; other organisations use the middle dot.
"""

from enum import StrEnum

from eventapp.values.typography.characters import MIDDLE_DOT


class InclusiveStyle(StrEnum):
    """An organisation's house style."""

    DOUBLET = "doublet"
    MIDDLE_DOT = "middle-dot"
    PARENTHESES = "parentheses"
    NEUTRAL = "neutral"


#: Feminine endings that replace the masculine one instead of following it.
_ENDINGS = ("trice", "euse", "ière", "ère", "ive")


def gendered(masculine: str, feminine: str, style: InclusiveStyle, *, neutral: str = "") -> str:
    """One French label out of a pair: `conférencière ou conférencier`, `expert·e·s`, `expert(e)s`.

    Both are singular, or both plural (in -s). Without a `neutral` wording, the neutral style
    falls back on the doublet, as OQLF allows; so does a pair that no short form can join. Raises
    ValueError where one has more words.
    """
    if masculine == feminine:
        return masculine
    if style is InclusiveStyle.NEUTRAL and neutral:
        return neutral
    # Word by word: « directrice générale », « cheffe de délégation ».
    pairs = [*zip(masculine.split(), feminine.split(), strict=True)]
    is_long = style in {InclusiveStyle.DOUBLET, InclusiveStyle.NEUTRAL}
    if is_long or not all(_has_short(he, she) for he, she in pairs):
        joint = "et" if feminine.endswith("s") else "ou"
        return f"{feminine} {joint} {masculine}"
    return " ".join(he if he == she else _short(he, she, style) for he, she in pairs)


def _has_short(masculine: str, feminine: str) -> bool:
    """« Ambassadrice » neither prolongs « ambassadeur » nor ends as short forms do."""
    base, other = masculine.removesuffix("s"), feminine.removesuffix("s")
    return other.endswith(_ENDINGS) or other.startswith(base)


def _short(masculine: str, feminine: str, style: InclusiveStyle) -> str:
    plural = "s" if masculine.endswith("s") and feminine.endswith("s") else ""
    base, other = masculine.removesuffix(plural), feminine.removesuffix(plural)
    replacing = next((ending for ending in _ENDINGS if other.endswith(ending)), "")
    ending = replacing or other.removeprefix(base)
    if style is InclusiveStyle.MIDDLE_DOT:
        return MIDDLE_DOT.join(filter(None, [base, ending, plural]))
    if replacing:
        return f"{base}{plural}(-{ending}{plural})"
    return f"{base}({ending}){plural}"
