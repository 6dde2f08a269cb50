"""Words for functions and honorifics in both languages, and how they agree in French. Pure.

What is found here is proposed, or printed where a language has no wording yet. What somebody
typed is never changed.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from eventapp.people.kinds import Agreement
from eventapp.values.folding import fold
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle, gendered

FOLDER = Path(__file__).parent
CIVILITIES: Mapping[Agreement, str] = {
    Agreement.FEMININE: "Madame",
    Agreement.MASCULINE: "Monsieur",
}


class Function(NamedTuple):
    """One function; `neutral` names the task, where usage has a word for it."""

    masculine: str
    feminine: str
    neutral: str
    english: str

    def french(self, agreement: Agreement, style: InclusiveStyle) -> str:
        """The French word about somebody: as it agrees with them, else in the house style."""
        if agreement is Agreement.FEMININE:
            return self.feminine
        if agreement is Agreement.MASCULINE:
            return self.masculine
        return gendered(self.masculine, self.feminine, style, neutral=self.neutral)


class Honorific(NamedTuple):
    """One honorific: each language has it for her, for him, and for whoever it is not known."""

    feminine: str
    masculine: str
    unknown: str
    english_feminine: str
    english_masculine: str
    english_unknown: str
    keeps_civility: bool

    def text(self, language: Language, agreement: Agreement) -> str:
        """The honorific in that language; neither names a gender that is not known."""
        hers, his, theirs = self[:3] if language is Language.FR else self[3:6]
        if agreement is Agreement.FEMININE:
            return hers
        return his if agreement is Agreement.MASCULINE else theirs

    def says(self, wording: str) -> Agreement | None:
        """Whom a wording of it is for: `Ms.` for her, `Mix` for neither; None where for all."""
        kinds = (Agreement.FEMININE, Agreement.MASCULINE, Agreement.NOT_GIVEN)
        words = zip(kinds * 2, self[:6], strict=True)
        found = {kind for kind, each in words if fold(each) == fold(wording)}
        return found.pop() if len(found) == 1 else None


@cache
def functions() -> tuple[Function, ...]:
    """All functions that are known, as the file lists them."""
    return tuple(Function(*row) for row in _rows("functions.tsv"))


@cache
def honorifics() -> tuple[Honorific, ...]:
    """All honorifics that are known, as the file lists them."""
    return tuple(
        Honorific(hers, his, theirs, her, him, them, bool(keeps))
        for hers, his, theirs, her, him, them, keeps in _rows("honorifics.tsv")
    )


def function_called(text: str) -> Function | None:
    """The function with that wording in either language, whatever its accents and capitals."""
    return _functions_by_wording().get(fold(text))


def honorific_called(text: str) -> Honorific | None:
    """The honorific with that wording in either language."""
    return _honorifics_by_wording().get(fold(text))


def function_in(
    language: Language,
    text: str,
    agreement: Agreement = Agreement.NOT_GIVEN,
    style: InclusiveStyle = InclusiveStyle.DOUBLET,
) -> str:
    """That function in the language; empty where the lexicon does not know it."""
    function = function_called(text)
    if function is None:
        return ""
    is_english = language is Language.EN
    return function.english if is_english else function.french(agreement, style)


def honorific_in(language: Language, text: str, agreement: Agreement = Agreement.NOT_GIVEN) -> str:
    """That honorific in the language; empty where the lexicon does not know it.

    What the wording itself says of the person counts before their agreement.
    """
    honorific = honorific_called(text)
    return honorific.text(language, honorific.says(text) or agreement) if honorific else ""


def with_civility(text: str, agreement: Agreement) -> str:
    """« Son Excellence Madame »: the French honorific as it stands before a name."""
    honorific, civility = honorific_called(text), CIVILITIES.get(agreement, "")
    return f"{text} {civility}".strip() if honorific and honorific.keeps_civility else text


@cache
def _functions_by_wording() -> Mapping[str, Function]:
    found: dict[str, Function] = {}
    for function in functions():
        for wording in filter(None, function):
            found.setdefault(fold(wording), function)
    return found


@cache
def _honorifics_by_wording() -> Mapping[str, Honorific]:
    found: dict[str, Honorific] = {}
    for honorific in honorifics():
        for wording in honorific[:6]:
            found.setdefault(fold(wording), honorific)
    return found


def _rows(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
