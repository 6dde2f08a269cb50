"""Names in addresses."""

import re
import unicodedata
from collections.abc import Container
from uuid import UUID

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 80
CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
CODE_LENGTH = 40

#: First words below a language that mean something else than an event.
RESERVED_SLUGS = frozenset(
    {"account", "api", "calendar", "calendars", "liaison", "manage", "my", "search", "static"}
)


def is_slug(text: str) -> bool:
    """Whether the text may name an event in an address."""
    return (
        len(text) <= SLUG_LENGTH and SLUG.fullmatch(text) is not None and text not in RESERVED_SLUGS
    )


def is_code(text: str) -> bool:
    """Whether the text may name something within an event: a session, a room, a person."""
    return len(text) <= CODE_LENGTH and CODE.fullmatch(text) is not None


def slugified(text: str, *, length: int = SLUG_LENGTH) -> str:
    """The text as lower-case ASCII words joined by hyphens; empty where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:length].strip("-")


def unused_code(name: str, taken: Container[str], otherwise: str) -> str:
    """A code that reads like the name and that nothing else has: `plenary-hall-2`.

    A name without Latin letters gets `otherwise`.
    """
    wanted, number = slugified(name, length=CODE_LENGTH - 4) or otherwise, 1
    code = wanted
    while code in taken:
        number += 1
        code = f"{wanted}-{number}"
    return code


def code_of(uid: UUID) -> str:
    """A short code for addresses: 40 bits of a UUID, in Crockford's base 32 (no i, l, o, u)."""
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    bits = uid.int >> (128 - 40)
    return "".join(alphabet[(bits >> shift) & 31] for shift in range(35, -1, -5))
