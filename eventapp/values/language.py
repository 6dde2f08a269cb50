"""The two languages of every programme."""

from enum import StrEnum


class Language(StrEnum):
    """A language of publication; its value is the BCP 47 tag used in addresses and `lang=`."""

    FR = "fr"
    EN = "en"

    @property
    def other(self) -> "Language":
        return Language.EN if self is Language.FR else Language.FR

    @property
    def locale(self) -> str:
        """The CLDR locale: Québec French, Canadian English."""
        return f"{self.value}_CA"


class LanguageOrder(StrEnum):
    """Which language stands left (or first) where both stand together."""

    FR_FIRST = "fr-first"
    EN_FIRST = "en-first"

    @property
    def languages(self) -> tuple[Language, Language]:
        first = Language.FR if self is LanguageOrder.FR_FIRST else Language.EN
        return first, first.other
