"""What a party and a member can be, and how far a delegation has come. Pure."""

from enum import StrEnum


class PartyKind(StrEnum):
    """Who sends a delegation."""

    STATE = "state"  # État
    ORGANISATION = "organisation"  # organisation
    OTHER = "other"  # autre entité


class Authority(StrEnum):
    """Whose names of parties are printed."""

    CLDR = "cldr"  # usage courant (CLDR)
    UN = "un"  # Nations Unies
    HOST = "host"  # pays hôte


class MemberFunction(StrEnum):
    """What somebody is in a delegation, in the order in which members are listed."""

    HEAD = "head"  # cheffe, chef de délégation
    ALTERNATE_HEAD = "alternate_head"  # suppléance de la tête de délégation
    DELEGATE = "delegate"  # déléguée, délégué
    ALTERNATE = "alternate"  # suppléante, suppléant
    ADVISER = "adviser"  # conseillère, conseiller
    EXPERT = "expert"  # experte, expert
    SUPPORT = "support"  # soutien
    INTERPRETER = "interpreter"  # interprète
    SECURITY = "security"  # sécurité
    PRESS = "press"  # presse


class DelegationState(StrEnum):
    """Each step follows the one before."""

    INVITED = "invited"  # invitée
    NOMINATED = "nominated"  # composition annoncée
    CREDENTIALS_RECEIVED = "credentials_received"  # lettres de créance reçues
    ACCREDITED = "accredited"  # accréditée
    BADGES_ISSUED = "badges_issued"  # insignes remis
    ARRIVED = "arrived"  # arrivée
    DEPARTED = "departed"  # partie


class AccessKind(StrEnum):
    """Who works for one delegation alone."""

    LIAISON = "liaison"  # agente, agent de liaison
    FOCAL_POINT = "focal_point"  # point focal
