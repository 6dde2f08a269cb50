"""A clear "no" to a person, in their language."""

from eventapp.values.catalogue import translator
from eventapp.values.language import Language


class Refusal(Exception):
    """Something that a person asked for and that cannot be done, with the reason.

    Raised for one reason; actions that find many return a list of reasons instead. The reason
    is a message of the catalogue with its values, since the reader is known only at the edge:
    `raise Refusal(N_("“%(name)s” is not a time zone."), name=name)`.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message % values)
        self.message = message
        self.values = values

    def text(self, language: Language) -> str:
        return translator(language)(self.message) % self.values
