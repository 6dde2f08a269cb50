"""What the team may know of a person. Pure."""

from enum import StrEnum


class Correspondence(StrEnum):
    """The language of letters to a person; without a wish, both."""

    FR = "fr"
    EN = "en"
    BOTH = "both"


class Gender(StrEnum):
    """As a person declares it, for the balance of a programme and nothing else."""

    NOT_GIVEN = "not_given"
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Agreement(StrEnum):
    """The grammatical gender of French words about a person; it says nothing of their own."""

    NOT_GIVEN = "not_given"
    FEMININE = "feminine"
    MASCULINE = "masculine"
