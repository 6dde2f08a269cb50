"""What orders and their rules are called. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from eventapp.people import labels as people_labels
from eventapp.planning.precedence import Basis, ListKind, Place
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.typography import DateStyle

LIST_KINDS: Mapping[ListKind, str] = {
    ListKind.PARTICIPANTS: N_("list of participants"),
    ListKind.SEATING: N_("seating order"),
    ListKind.SPEAKING: N_("speaking order"),
    ListKind.FLAGS: N_("order of flags"),
}

BASES: Mapping[Basis, str] = {
    Basis.NAME: N_("by name"),
    Basis.RANK: N_("by rank of the head, then seniority"),
    Basis.CREDENTIALS: N_("by date of credentials"),
    Basis.ACCESSION: N_("by date of accession"),
}

PLACES: Mapping[Place, str] = {
    Place.FIRST: N_("first"),
    Place.IN_ORDER: N_("in its turn"),
    Place.LAST: N_("last"),
}

ALPHABETS: Mapping[Language, str] = {
    Language.FR: N_("French alphabetical order"),
    Language.EN: N_("English alphabetical order"),
}

_DAYS: Mapping[Basis, str] = {
    Basis.RANK: "since",
    Basis.CREDENTIALS: "credentials_on",
    Basis.ACCESSION: "acceded_on",
}

#: What an order was made from, where it has changed since.
FACTS: Mapping[str, str] = {
    "name": N_("name that it is filed under"),
    "is_organisation": N_("kind of party"),
    "rank": N_("rank of whoever leads it"),
    "since": N_("seniority of whoever leads it"),
    "credentials_on": N_("date of its credentials"),
    "acceded_on": N_("date of its accession"),
}


def basis(each: Basis, language: Language) -> str:
    """What decides, in a reader's language: « selon le nom »."""
    return translator(language)(BASES[each])


def place(each: Place, language: Language) -> str:
    """The place in a reader's language: « en dernier »."""
    return translator(language)(PLACES[each])


def alphabet(each: Language, language: Language) -> str:
    """The order of names in a reader's language: « ordre alphabétique français »."""
    return translator(language)(ALPHABETS[each])


def list_kind(each: ListKind, language: Language) -> str:
    """The list in a reader's language: « ordre des places »."""
    return translator(language)(LIST_KINDS[each])


def deciding(by: Basis, facts: Mapping[str, Any], language: Language) -> str:
    """What put a delegation where it stands: `ministre, 3 mai 2021`; nothing where its name did.

    `facts` are those that the order was made from, as it keeps them.
    """
    if by is Basis.NAME:
        return ""
    rank, day = facts.get("rank"), facts.get(_DAYS[by])
    words = [people_labels.rank(rank, language)] if rank else []
    if day:
        words.append(typography.date(date.fromisoformat(day), language, DateStyle.LONG))
    return ", ".join(words)


def order_name(kind: ListKind) -> Bilingual:
    """`ordre des places`, `seating order`."""
    return Bilingual(*(translator(language)(LIST_KINDS[kind]) for language in Language))
