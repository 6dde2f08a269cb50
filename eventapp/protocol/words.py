"""What orders and their rules are called. Pure."""

from collections.abc import Mapping

from eventapp.planning.precedence import Basis, ListKind, Place
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

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


def order_name(kind: ListKind) -> Bilingual:
    """`ordre des places`, `seating order`."""
    return Bilingual(*(translator(language)(LIST_KINDS[kind]) for language in Language))
