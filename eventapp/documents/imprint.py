"""What every paper about people says of itself: its event, its languages, its date. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from eventapp.documents.document import PAPERS
from eventapp.documents.passages import Passage
from eventapp.documents.variants import Paper
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


class HeadSide(TypedDict):
    """The head for the readers of one language; `status` is empty where there is none."""

    lang: str
    name: str
    event: Passage
    dates: str
    status: str
    made: str


class Head(TypedDict):
    """What a paper begins with; `sides` are its languages from left to right."""

    title: str
    author: str
    paper: str
    sides: list[HeadSide]


@dataclass(frozen=True)
class Imprint:
    """The event that a paper is for, its languages from left to right, and its sheets."""

    slug: str
    title: Bilingual
    dates: Bilingual
    zone: str
    organisation: Bilingual
    languages: tuple[Language, ...]
    paper: Paper
    made_at: datetime

    def filename(self, *words: str) -> str:
        """`summit-badges-fr-en-letter.pdf`"""
        return "-".join((self.slug, *words, *self.languages, self.paper)) + ".pdf"

    def head(self, name: str, status: str = "") -> Head:
        """The head of a paper; `name` and `status` are messages of the catalogue."""
        sides = [self._side(language, name, status) for language in self.languages]
        title = dict.fromkeys(f"{side['event']['text']}, {side['name']}" for side in sides)
        return {
            "title": " / ".join(title),
            "author": self.organisation.text(self.languages[0]).text,
            "paper": PAPERS[self.paper],
            "sides": sides,
        }

    def said(self, text: Bilingual) -> list[Passage]:
        """A text in the paper's languages: what is alike, or missing, in one stands once."""
        wordings = [text.text(language) for language in self.languages]
        by_text = {wording.text: wording for wording in wordings if wording}
        return [{"text": each.text, "lang": each.language.value} for each in by_text.values()]

    def words(self, messages: Iterable[str]) -> dict[str, list[str]]:
        """Messages of the catalogue, each in the paper's languages."""
        return {
            each: [translator(language)(each) for language in self.languages] for each in messages
        }

    def _side(self, language: Language, name: str, status: str) -> HeadSide:
        _ = translator(language)
        title = self.title.text(language)
        return {
            "lang": language.value,
            "name": _(name),
            "event": {"text": title.text, "lang": title.language.value},
            "dates": self.dates.strict(language),
            "status": _(status) if status else "",
            "made": typography.instant(self.made_at, self.zone, language),
        }


def in_both(message: str, **values: object) -> Bilingual:
    """A message of the catalogue in both languages."""
    return Bilingual(*(translator(language)(message) % values for language in Language))
