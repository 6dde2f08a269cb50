"""Answers to choose from, as they are written: one on each line, both languages in it. Pure.

`Végétarien | Vegetarian` on a line is one answer. Its code, which answers keep, is made of its
English words, or stands before it: `veg: Végétarien | Vegetarian`.
"""

import re
from collections.abc import Iterable, Mapping

from eventapp.values.catalogue import N_
from eventapp.values.cleaning import one_line
from eventapp.values.refusal import Refusal
from eventapp.values.slug import unused_code

AT_MOST = 60
LENGTH = 200

_CODED = re.compile(r"([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?): (.+)")

Option = dict[str, str]


def options_from(text: str) -> list[Option]:
    """What was written, read. Raises Refusal where it is nothing to choose from."""
    options: list[Option] = []
    taken: set[str] = set()
    for line in filter(None, (one_line(each) for each in text.split("\n"))):
        coded = _CODED.fullmatch(line)
        code, words = (coded[1], coded[2]) if coded else ("", line)
        french, _bar, english = (part.strip() for part in words.partition("|"))
        if max(len(french), len(english)) > LENGTH:
            raise Refusal(N_("This answer is too long: %(line)s"), line=line[:80])
        if code in taken:
            raise Refusal(N_("This code is there twice: %(code)s"), code=code)
        code = code or unused_code(english or french, taken, "answer")
        taken.add(code)
        options.append({"code": code, "fr": french, "en": english or french})
    if len(options) < 2:
        raise Refusal(N_("Two answers to choose from are needed, each on a line of its own."))
    if len(options) > AT_MOST:
        raise Refusal(N_("%(most)s answers to choose from at most."), most=AT_MOST)
    return options


def written_options(options: Iterable[Mapping[str, str]]) -> str:
    """The same as text."""
    return "\n".join(f"{each['code']}: {each['fr']} | {each['en']}" for each in options)
