"""Passages to what a letter holds: a subject, plain text, HTML."""

from collections.abc import Sequence
from typing import NamedTuple

from flask import current_app

from eventapp.messages.models import SUBJECT_LENGTH
from eventapp.messages.passages import Passage
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


class Rendered(NamedTuple):
    """A letter in all its languages."""

    subject: str
    text: str
    html: str


def rendered(passages: Sequence[Passage]) -> Rendered:
    """The letter, one language after the other; without a request, since shells publish too."""
    subject = " / ".join(dict.fromkeys(passage.subject for passage in passages))
    text, html = (
        current_app.jinja_env.get_template(f"letters/letter.{suffix}").render(
            passages=passages,
            subject=subject,
            label=typography.label,
            words=_words,
        )
        for suffix in ("txt", "html")
    )
    return Rendered(subject[:SUBJECT_LENGTH], text, html)


def _words(language: Language) -> dict[str, str]:
    """The templates' own words."""
    _ = translator(language)
    return {"previously": _("previously"), "to_follow": _("translation to follow")}
