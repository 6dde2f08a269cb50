"""What is taken out of a text before anything is done with it."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Controls but tab and line feed, lone surrogates and the two non-characters: XML 1.0 (2.2)
# and RFC 5545 (3.1) refuse the first, UTF-8 the second, PostgreSQL the null character.
_GAPS = re.compile(r"\s+")
# What turns the direction of the text around it (UAX #9, §2): it would reach beyond its own line.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in normal form C, with lines ended by line feeds and without control characters."""
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """The clean text on one line: any white space is one space, and nothing turns its direction."""
    return _GAPS.sub(" ", TURNING.sub("", clean(text))).strip()
