"""A clear "no" to a person, in their language."""

from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


class Refusal(Exception):
    """Something that a person asked for and that cannot be done, with the reason.

    Raised for one reason; actions that find many return a list of reasons instead. The reason
    is a message of the catalogue with its values, since the reader is known only at the edge:
    `raise Refusal(N_("“%(name)s” is not a time zone."), name=name)`. A value that is Bilingual
    is said in the reader's language.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.message = message
        self.values = values
        super().__init__(message % self._said_in(Language.EN))

    def text(self, language: Language) -> str:
        return translator(language)(self.message) % self._said_in(language)

    def _said_in(self, language: Language) -> dict[str, object]:
        return {
            name: value.text(language).text if isinstance(value, Bilingual) else value
            for name, value in self.values.items()
        }
