"""What a session can be and who does what in it. Pure, since releases speak these words too."""

from enum import StrEnum


class SessionKind(StrEnum):
    """What a session is, by how it is held."""

    OPENING = "opening"  # ouverture
    KEYNOTE = "keynote"  # conférence d'honneur
    PLENARY = "plenary"  # plénière
    PANEL = "panel"  # panel
    TALK = "talk"  # exposé
    ROUNDTABLE = "roundtable"  # table ronde
    WORKSHOP = "workshop"  # atelier
    TRAINING = "training"  # formation
    MEETING = "meeting"  # réunion
    SIGNING = "signing"  # signature
    VISIT = "visit"  # visite
    PERFORMANCE = "performance"  # spectacle
    RECEPTION = "reception"  # réception
    MEAL = "meal"  # repas
    BREAK = "break"  # pause
    CLOSING = "closing"  # clôture
    OTHER = "other"

    @property
    def is_interval(self) -> bool:
        """Whether everybody is free: shown across all rooms, never starred."""
        return self in (SessionKind.BREAK, SessionKind.MEAL)


class SlotState(StrEnum):
    """A draft is nobody's business; a cancelled session stays where people look for it."""

    DRAFT = "draft"
    TENTATIVE = "tentative"  # à confirmer
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Visibility(StrEnum):
    """The widest audience that may read a slot."""

    PUBLIC = "public"
    PARTICIPANTS = "participants"
    DELEGATION = "delegation"
    TEAM = "team"


class Role(StrEnum):
    """What a person does in a session, in the order in which roles are printed."""

    CHAIR = "chair"  # présidence
    CO_CHAIR = "co_chair"  # coprésidence
    OPENING_SPEAKER = "opening_speaker"  # mot d'ouverture
    MODERATOR = "moderator"  # animation
    KEYNOTE_SPEAKER = "keynote_speaker"  # conférence d'honneur
    SPEAKER = "speaker"  # conférencière, conférencier
    PANELIST = "panelist"  # panéliste
    FACILITATOR = "facilitator"  # facilitation
    TRAINER = "trainer"  # formation
    MENTOR = "mentor"  # mentorat
    HOST = "host"  # accueil
    SIGNATORY = "signatory"  # signataire
    RAPPORTEUR = "rapporteur"  # rapporteuse, rapporteur
    INTERPRETER = "interpreter"  # interprète
    MEMBER = "member"  # membre de la délégation

    @property
    def is_public(self) -> bool:
        """Interpreters work in a session, and delegations sit in it, outside its programme."""
        return self not in (Role.INTERPRETER, Role.MEMBER)


class AppearanceState(StrEnum):
    """How sure it is that somebody appears."""

    PROPOSED = "proposed"
    INVITED = "invited"
    ACCEPTED = "accepted"
    TO_BE_CONFIRMED = "to_be_confirmed"  # à confirmer
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def is_public(self) -> bool:
        """Printed in the programme; one to be confirmed is printed as such."""
        return self in (AppearanceState.CONFIRMED, AppearanceState.TO_BE_CONFIRMED)
