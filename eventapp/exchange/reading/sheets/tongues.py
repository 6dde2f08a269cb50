"""In which language a function or an organization's name is written: a guess by its words. Pure."""

import re

from eventapp.values.bilingual import Bilingual
from eventapp.values.folding import fold
from eventapp.values.language import Language

_FRENCH = """
de du des la le les l' d' et a au aux en pour ministre presidente president directrice
directeur conseillere conseiller cheffe chef adjointe adjoint sous secretaire generale ambassadrice
ambassadeur deputee depute chercheuse chercheur gestionnaire coordonnatrice coordonnateur
responsable charge chargee agente agent analyste premiere premier professeure professeur universite
ministere institut bureau ville gouvernement affaires etrangeres finances sante environnement
recherche redactrice redacteur interprete traductrice traducteur maire mairesse senatrice senateur
observatrice observateur experte avocate avocat rectrice recteur
"""
_ENGLISH = """
of the and for to in at minister president director advisor adviser counsellor chief head
deputy assistant secretary ambassador member researcher manager coordinator officer analyst senior
first professor university ministry department institute office city government affairs foreign
finance health environment research editor interpreter translator mayor senator observer expert
lawyer chair chairperson executive founder lead policy board council bank association society
"""
_WORDS = {Language.FR: frozenset(_FRENCH.split()), Language.EN: frozenset(_ENGLISH.split())}
_PARTS = re.compile(r"\s+/\s+|\s+\|\s+|\n+")
_TOKENS = re.compile(r"[a-z]+'|[a-z]+")


def language_of(text: str, otherwise: Language) -> Language:
    """The language that more of its words belong to; `otherwise` where it could be either."""
    tokens = _TOKENS.findall(fold(text))
    score = {each: sum(token in _WORDS[each] for token in tokens) for each in Language}
    if any(char in "éèêàçùôîâëïœ" for char in text.lower()):
        score[Language.FR] += 1
    if score[Language.FR] == score[Language.EN]:
        return otherwise
    return max(score, key=score.__getitem__)


def in_languages(text: str, otherwise: Language) -> Bilingual:
    """The text in its language; “Ministre / Minister” is both."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if len(parts) == 2:
        first = language_of(parts[0], otherwise)
        second = language_of(parts[1], first.other)
        if first is not second:
            return Bilingual().replaced(first, parts[0]).replaced(second, parts[1])
    return Bilingual.of(language_of(text, otherwise), text)
