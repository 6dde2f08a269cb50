"""What a form asks, how sure a place is, and what people are told of it. Pure."""

from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is answered."""

    SHORT_TEXT = "short_text"  # texte court
    LONG_TEXT = "long_text"  # texte long
    YES_NO = "yes_no"  # oui ou non
    ONE_OF = "one_of"  # un seul choix
    SOME_OF = "some_of"  # plusieurs choix
    NUMBER = "number"  # nombre
    DATE = "date"  # date
    FILE = "file"  # fichier

    @property
    def has_options(self) -> bool:
        """Whether its answers are codes of a list that the event writes."""
        return self in (QuestionKind.ONE_OF, QuestionKind.SOME_OF)

    @property
    def can_decide(self) -> bool:
        """Whether another question can depend on its answer."""
        return self.has_options or self is QuestionKind.YES_NO


class ChoiceState(StrEnum):
    """A session that somebody chose: simply, with a seat, or waiting for one."""

    CHOSEN = "chosen"  # choisie
    SEATED = "seated"  # place réservée
    WAITING = "waiting"  # liste d'attente


class BuiltIn(StrEnum):
    """What every form can ask besides name, address and language of letters."""

    FUNCTION = "function"  # fonction
    ORGANISATION = "organisation"  # organisme
    COUNTRY = "country"  # pays
    LANGUAGES = "languages"  # langues parlées
    GENDER = "gender"  # genre
    ACCESS = "access"  # accessibilité
    DIET = "diet"  # alimentation

    @property
    def is_own_affair(self) -> bool:
        """Declared by who wishes to: nobody has to answer."""
        return self in (BuiltIn.GENDER, BuiltIn.ACCESS, BuiltIn.DIET)


class Opening(StrEnum):
    """Whether the form takes registrations at this moment, and if not, why."""

    OPEN = "open"  # ouvertes
    NOT_YET = "not_yet"  # pas encore ouvertes
    OVER = "over"  # terminées
    CLOSED = "closed"  # fermées
    BY_INVITATION = "by_invitation"  # sur invitation
    FULL = "full"  # complet


class News(StrEnum):
    """What somebody is told of their registration."""

    CONFIRMED = "confirmed"  # inscription confirmée
    PENDING = "pending"  # demande reçue
    WAITING = "waiting"  # liste d'attente
    PROMOTED = "promoted"  # place libérée
    DECLINED = "declined"  # inscription refusée
    WITHDRAWN = "withdrawn"  # désistement
    KNOWN = "known"  # déjà en inscription
