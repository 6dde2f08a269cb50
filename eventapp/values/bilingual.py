"""A text in both languages, and what a reader of one language gets of it."""

from dataclasses import dataclass

from eventapp.values.language import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's reading of a text.

    `language` is the language that `text` is really in: where it differs from the reader's,
    the text is a fallback and carries its own `lang=`. `to_follow` says that the reader's
    language has no approved wording yet: « traduction à venir » / "translation to follow".
    """

    text: str
    language: Language
    is_fallback: bool = False
    to_follow: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in French and English; an empty string is a text that is missing."""

    fr: str = ""
    en: str = ""

    @classmethod
    def of(cls, language: Language, text: str) -> "Bilingual":
        """A text that exists in one language only."""
        return cls(fr=text) if language is Language.FR else cls(en=text)

    @classmethod
    def same(cls, text: str) -> "Bilingual":
        """A text that is alike in both languages, such as an acronym."""
        return cls(fr=text, en=text)

    def __bool__(self) -> bool:
        return bool(self.fr or self.en)

    def strict(self, language: Language) -> str:
        """The text in exactly this language, or an empty string."""
        return self.fr if language is Language.FR else self.en

    def text(self, language: Language) -> Wording:
        """The text for a reader of this language, falling back on the other one."""
        own = self.strict(language)
        if own or not self:
            return Wording(own, language)
        return Wording(self.strict(language.other), language.other, is_fallback=True)

    def replaced(self, language: Language, text: str) -> "Bilingual":
        """The same text with one language's wording exchanged."""
        if language is Language.FR:
            return Bilingual(fr=text, en=self.en)
        return Bilingual(fr=self.fr, en=text)


@dataclass(frozen=True, slots=True)
class PublishedText:
    """A bilingual text as a release holds it: `to_follow` names the languages not yet approved.

    A wording that is not approved is left out where the other language's is: nobody reads a
    stale translation, and the gap is marked in every output.
    """

    fr: str = ""
    en: str = ""
    to_follow: tuple[Language, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fr or self.en)

    @property
    def bilingual(self) -> Bilingual:
        return Bilingual(self.fr, self.en)

    def strict(self, language: Language) -> str:
        return self.bilingual.strict(language)

    def text(self, language: Language) -> Wording:
        """The text for a reader of this language, with the gap marked."""
        wording = self.bilingual.text(language)
        follows = bool(wording) and language in self.to_follow
        return Wording(wording.text, wording.language, wording.is_fallback, follows)
