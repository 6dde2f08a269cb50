"""What kinds of movement, and those who are on one, are called. Pure."""

from collections.abc import Mapping

from eventapp.movements.kinds import MovementKind, Travellers
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

TITLE_LENGTH = 500

MOVEMENT_KINDS: Mapping[MovementKind, str] = {
    MovementKind.ARRIVAL: N_("arrival"),
    MovementKind.TRANSFER: N_("transfer"),
    MovementKind.VISIT: N_("official visit"),
    MovementKind.RECEPTION: N_("official reception"),
    MovementKind.DEPARTURE: N_("departure"),
}

TRAVELLERS: Mapping[Travellers, str] = {
    Travellers.EVERYBODY: N_("all members of the delegations"),
    Travellers.HEADS: N_("the heads of the delegations"),
    Travellers.CHOSEN: N_("those who are ticked below"),
}


def movement_kind(kind: MovementKind, language: Language) -> str:
    """The kind in a reader's language: « transfert »."""
    return translator(language)(MOVEMENT_KINDS[kind])


def travellers(each: Travellers, language: Language) -> str:
    """Who is on it, in a reader's language."""
    return translator(language)(TRAVELLERS[each])


def title_of(kind: MovementKind, origin: Bilingual, destination: Bilingual) -> Bilingual:
    """`Transfer: hotel → palace`, in both languages."""
    return Bilingual(*(_title(kind, origin, destination, language) for language in Language))


def _title(
    kind: MovementKind, origin: Bilingual, destination: Bilingual, language: Language
) -> str:
    name = movement_kind(kind, language)
    places = [each.text(language).text for each in (origin, destination)]
    way = " → ".join(each for each in places if each)
    said = f"{typography.label(name[:1].upper() + name[1:], language)} {way}" if way else name
    return said[:TITLE_LENGTH]
