"""What a form asks, and how sure a seat is. Pure."""

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


class ChoiceState(StrEnum):
    """A session that somebody chose: simply, with a seat, or waiting for one."""

    CHOSEN = "chosen"  # choisie
    SEATED = "seated"  # place réservée
    WAITING = "waiting"  # liste d'attente
