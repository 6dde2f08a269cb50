"""What an event can be. Pure, since releases speak these words too."""

from enum import StrEnum

from eventapp.values.language import Language, LanguageOrder


class EventKind(StrEnum):
    """What an event is, as its organizers call it."""

    SUMMIT = "summit"  # sommet
    INNOVATION_WORKSHOP = "innovation_workshop"  # atelier d'innovation
    PANEL = "panel"  # panel
    CONFERENCE = "conference"  # conférence
    LAUNCH = "launch"  # lancement
    ROUNDTABLE = "roundtable"  # table ronde
    WEBINAR = "webinar"  # webinaire
    TRAINING = "training"  # formation
    VISIT = "visit"  # visite
    ASSEMBLY = "assembly"  # assemblée
    OTHER = "other"


class EventFormat(StrEnum):
    """Where people take part."""

    IN_PERSON = "in_person"  # en personne
    ONLINE = "online"  # en ligne
    HYBRID = "hybrid"  # hybride


class EventState(StrEnum):
    """How far an event has come, from idea to report."""

    IDEA = "idea"
    ANNOUNCED = "announced"
    PLANNING = "planning"
    PUBLISHED = "published"
    LIVE = "live"
    CLOSED = "closed"
    REPORTED = "reported"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"


class DatePrecision(StrEnum):
    """How much of an event's dates is settled; what is not settled is never printed."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    TO_BE_CONFIRMED = "to_be_confirmed"


class SignProfile(StrEnum):
    """How signs weigh the two languages.

    In Québec, French is markedly predominant on them (Charter of the French Language; C-11, r. 9,
    s. 27.4); federal institutions give both the same weight (Official Languages Act).
    """

    EQUAL = "equal"  # les deux à égalité
    FR_DOMINANT = "fr-dominant"  # français nettement prédominant
    FR_ONLY = "fr-only"  # français seulement

    def languages(self, order: LanguageOrder) -> tuple[Language, ...]:
        """The languages of a sign, the first one first."""
        if self is SignProfile.FR_ONLY:
            return (Language.FR,)
        both = LanguageOrder.FR_FIRST if self is SignProfile.FR_DOMINANT else order
        return both.languages


class Sector(StrEnum):
    """What kind of organisation it is, for balance and for figures."""

    GOVERNMENT = "government"
    SCIENCE = "science"
    INDUSTRY = "industry"
    CIVIL_SOCIETY = "civil_society"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    OTHER = "other"


class Equipment(StrEnum):
    """What a room offers and a session may need."""

    PROJECTOR = "projector"  # projecteur
    MICROPHONES = "microphones"  # microphones
    INTERPRETATION_BOOTHS = "interpretation_booths"  # cabines d'interprétation
    VIDEO_LINK = "video_link"  # visioconférence
    RECORDING = "recording"  # enregistrement
    CAPTIONS = "captions"  # sous-titres
    STEP_FREE_STAGE = "step_free_stage"  # scène de plain-pied
    MOVABLE_TABLES = "movable_tables"  # tables mobiles
