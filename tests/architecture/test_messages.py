"""What the catalogue's format cannot say for itself."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

PROJECT = Path(__file__).parents[2]
CATALOGUE = PROJECT / "eventapp" / "locales" / "fr" / "LC_MESSAGES" / "messages.po"
SOURCES = (
    *(PROJECT / "eventapp").rglob("*.py"),
    *(PROJECT / "templates").rglob("*.html"),
)


def test_no_message_stands_alone_that_also_has_a_plural() -> None:
    """Older versions of Python's gettext do not find such a message where it stands alone."""
    with CATALOGUE.open("rb") as file:
        plurals = [message.id[0] for message in read_po(file) if isinstance(message.id, tuple)]
    texts = [source.read_text("utf-8") for source in SOURCES]
    alone = [
        singular
        for singular in plurals
        for pattern in [re.compile(rf'(?<!\w)(_|N_|gettext)\(\s*"{re.escape(singular)}"')]
        if any(pattern.search(text) for text in texts)
    ]
    assert alone == []
