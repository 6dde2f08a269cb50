"""Official order as data and as a pure function of it. Pure."""

from enum import StrEnum


class ListKind(StrEnum):
    """Orders that an event keeps apart."""

    PARTICIPANTS = "participants"  # liste des participantes et participants
    SEATING = "seating"  # places à table
    SPEAKING = "speaking"  # prises de parole
    FLAGS = "flags"  # drapeaux


class Basis(StrEnum):
    """What decides first."""

    NAME = "name"  # nom de la partie
    RANK = "rank"  # rang de la tête de délégation, puis ancienneté
    CREDENTIALS = "credentials"  # date des lettres de créance
    ACCESSION = "accession"  # date d'adhésion


class Place(StrEnum):
    """Where a host or organisations stand."""

    FIRST = "first"
    IN_ORDER = "in_order"
    LAST = "last"
