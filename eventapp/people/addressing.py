"""How French addresses whoever holds a function: « Madame la Vice-Première Ministre ». Pure.

After the OQLF, Vitrine linguistique, « Formules d'appel »: functions stand in lower case within a
text; in addressing somebody, the function's noun and what precedes it take a capital.
"""

from eventapp.people.kinds import Agreement
from eventapp.people.lexicon import CIVILITIES, function_called
from eventapp.values.typography.characters import APOSTROPHE

#: Adjectives that precede their noun; it takes a capital too.
_BEFORE_NOUN = frozenset(
    {"premier", "première", "vice-premier", "vice-première", "haut", "haute", "grand", "grande"}
)
_VOWELS = frozenset("aâàeéèêëiîïoôuùûüyœæ")


def addressed(function: str, agreement: Agreement = Agreement.NOT_GIVEN) -> str:
    """The form of address: `Monsieur le Ministre`, `Madame l’Ambassadrice`.

    Without an agreement, a form that only one of the two has tells it; else neither is addressed
    as the other: `Madame, Monsieur`.
    """
    known = agreement if agreement is not Agreement.NOT_GIVEN else _agreement_of(function)
    civility = CIVILITIES.get(known)
    if civility is None:
        return "Madame, Monsieur"
    return f"{civility} {_with_article(capitalised(function), known)}"


def capitalised(function: str) -> str:
    """`Vice-Première Ministre`, `Présidente-Directrice générale`, `Ministre de la Santé`."""
    first, _, rest = function.partition(" ")
    if first.lower() in _BEFORE_NOUN and rest:
        rest = rest[0].upper() + rest[1:]
    parts = (part[:1].upper() + part[1:] for part in first.split("-"))
    return " ".join(filter(None, ["-".join(parts), rest]))


def _with_article(function: str, agreement: Agreement) -> str:
    if function[:1].lower() in _VOWELS:
        return f"l{APOSTROPHE}{function}"
    return f"{'la' if agreement is Agreement.FEMININE else 'le'} {function}"


def _agreement_of(function: str) -> Agreement:
    known = function_called(function)
    if known is None or known.feminine == known.masculine:
        return Agreement.NOT_GIVEN
    if function.lower() == known.feminine:
        return Agreement.FEMININE
    return Agreement.MASCULINE if function.lower() == known.masculine else Agreement.NOT_GIVEN
