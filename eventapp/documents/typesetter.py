"""The child process that sets one document: a job as JSON in, a PDF out.

`python -m eventapp.documents.typesetter < job > document`. A process of its own, because the
typesetter's cache grows with every document it sets, and because nothing that runs away here
can take the application with it. It knows no web, no database and no settings.
"""

import re
import resource
import sys
import unicodedata
from datetime import UTC, datetime
from typing import Literal

import msgspec
import typst

from eventapp.documents.folders import FONTS, TEMPLATES
from eventapp.values.cleaning import TURNING

FAMILY = "Noto Sans"

CPU_SECONDS = 60
MEMORY = 2 * 2**30  # bytes of address space; a thousand sessions take a third of it

#: PDF/UA-1 (ISO 14289-1): tagged, with a title, a language and text for whatever is not text.
STANDARDS: list[Literal["ua-1"]] = ["ua-1"]

#: Any escape of JSON; those of control characters first.
_ESCAPE = re.compile(r"(\\u00[01][0-9a-f])|\\.")
#: What a reader gets for a letter that no font at hand draws: "replacement character".
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
#: Categories of Unicode (UAX #44) in which a missing character would be missed: controls that
#: stand for a mark of another encoding, letters, numbers and punctuation; no symbols.
_MISSED = ("Cc", "L", "N", "P")
#: All but what Noto Sans surely draws, Latin letters and general punctuation; each with the
#: joiners and variation selectors that build an emoji of several.
_UNUSUAL = re.compile("[^\n -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u203a][\u200d\ufe0f]*")
#: Each within a word: some characters are refused only where they join another.
_PROBE = b"""#set document(title: "Probe")
#for character in json(bytes(sys.inputs.characters)) { block("x" + character + "x") }
"""


class Job(msgspec.Struct, frozen=True):
    """What to set: a template of `templates/documents`, its data, and the date in the PDF."""

    template: str
    made_at: datetime
    data: msgspec.Raw


def typeset(job: Job) -> bytes:
    """The PDF: the same bytes for the same job. Raises typst.TypstError."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    if FAMILY not in fonts.families():
        raise FileNotFoundError(f"{FONTS} has no {FAMILY}: run make demo, or npm ci")
    return typst.compile(
        TEMPLATES / job.template,
        root=TEMPLATES,
        font_paths=fonts,
        sys_inputs={"data": drawable(bytes(job.data).decode(), fonts)},
        pdf_standards=[*STANDARDS],
        timestamp=job.made_at.astimezone(UTC),
    )


def drawable(text: str, fonts: typst.Fonts) -> str:
    """The JSON text without what cannot be drawn, which the standard forbids, nor turns its lines.

    Letters are replaced, so that their reader knows of them; symbols such as emoji are left out.
    """
    text = TURNING.sub("", text)
    text = _ESCAPE.sub(lambda escape: "" if escape[1] else escape[0], text)
    refused = _refused(sorted(set(_UNUSUAL.findall(text))), fonts)
    return _UNUSUAL.sub(lambda each: _instead(each[0]) if each[0] in refused else each[0], text)


def _instead(character: str) -> str:
    return REPLACEMENT if unicodedata.category(character[0]).startswith(_MISSED) else ""


def _refused(characters: list[str], fonts: typst.Fonts) -> set[str]:
    """Those that the typesetter refuses, found by trying ever smaller parts of the list."""
    if not characters or _are_drawn(characters, fonts):
        return set()
    if len(characters) == 1:
        return set(characters)
    middle = len(characters) // 2
    return _refused(characters[:middle], fonts) | _refused(characters[middle:], fonts)


def _are_drawn(characters: list[str], fonts: typst.Fonts) -> bool:
    encoded = msgspec.json.encode(characters).decode()
    try:
        typst.compile(
            _PROBE, font_paths=fonts, sys_inputs={"characters": encoded}, pdf_standards=[*STANDARDS]
        )
    except typst.TypstError:
        return False
    return True


def limit() -> None:
    """Bounds what this process may take; macOS does not know the limit of memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Sets the job on standard input; a failure is its message, and exit code 1."""
    limit()
    try:
        document = typeset(msgspec.json.decode(sys.stdin.buffer.read(), type=Job))
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    sys.stdout.buffer.write(document)


if __name__ == "__main__":
    main()
