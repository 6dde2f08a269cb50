"""Names for people and parties that nobody has."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from eventapp.people.kinds import Agreement, Gender
from eventapp.values.bilingual import Bilingual


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: ISO 3166-1 alpha-2 codes of the parties, the host first.
COUNTRIES = _words(
    "CA FR JP RS SN KR DE IT GB US BR MX IN ZA EG KE MA TN CI CM AR CL CO ES PT NL BE SE FI "
    "NO PL CZ TR GR AU NZ SG VN"
)

ORGANISATIONS = (
    Bilingual("Organisation exemple de l’eau", "Example Water Organization"),
    Bilingual("Banque exemple du climat", "Example Climate Bank"),
    Bilingual("Réseau exemple des villes", "Example Network of Cities"),
    Bilingual("Institut exemple des données", "Example Data Institute"),
)

#: “Example”, in the languages of those who come.
FAMILY_NAMES = _words(
    "Exemple Example Esempio Ejemplo Exemplo Beispiel Voorbeeld Örnek Przykład Příklad "
    "Exempel Esimerkki Eksempel Παράδειγμα Mfano Mẫu Échantillon Modèle Muster Sample"
)
WOMEN = _words("Aïcha Béatrice Chloé Đuna Élise Fatou Gül Hélène İpek Jūrate Keiko Łucja Naïma Zoé")
MEN = _words(
    "André Björn Çelik Dušan Émile François Göran Håkon Iñigo José Kenji Łukasz Noël Şükrü"
)


class Function(NamedTuple):
    """What somebody is at home; `rank` as in Person."""

    feminine: str
    masculine: str
    english: str
    rank: int | None = None


HEADS = (
    Function("ministre du Numérique", "ministre du Numérique", "Minister of Digital Affairs", 4),
    Function("vice-première ministre", "vice-premier ministre", "Deputy Prime Minister", 3),
    Function("ambassadrice", "ambassadeur", "Ambassador", 6),
    Function("sous-ministre", "sous-ministre", "Deputy Minister", 5),
)
OTHERS = (
    Function("directrice générale", "directeur général", "Director General", 7),
    Function("conseillère principale", "conseiller principal", "Senior Adviser", 8),
    Function("chercheuse", "chercheur", "Researcher"),
    Function("analyste", "analyste", "Analyst"),
    Function("attachée de presse", "attaché de presse", "Press Officer"),
)


class Name(NamedTuple):
    """Who somebody is."""

    given: str
    family: str
    gender: Gender
    agreement: Agreement


def names(chance: Random) -> Iterator[Name]:
    """Names without end, the first thousands each once."""
    number = 0
    while True:
        number += 1
        is_woman = chance.random() < 0.5
        family = chance.choice(FAMILY_NAMES)
        yield Name(
            f"{chance.choice(WOMEN if is_woman else MEN)}-{chance.choice(WOMEN + MEN)}",
            f"{family} {number}",
            Gender.WOMAN if is_woman else Gender.MAN,
            Agreement.FEMININE if is_woman else Agreement.MASCULINE,
        )


def wording(function: Function, agreement: Agreement) -> Bilingual:
    """The function in both languages, for somebody."""
    is_feminine = agreement is Agreement.FEMININE
    return Bilingual(function.feminine if is_feminine else function.masculine, function.english)
