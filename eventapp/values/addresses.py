"""Addresses that people give us, of the web and of mail."""

import re
from urllib.parse import parse_qsl, urlsplit

from email_validator import EmailNotValidError, validate_email

#: What the makers of meeting rooms call the password that an address may hold.
PASSWORDS = frozenset({"p", "passcode", "passwd", "password", "pin", "pw", "pwd", "tk", "token"})

#: As plain as programs agree on (RFC 5321 §4.1.2), with letters of all scripts (RFC 6531).
_MAIL = re.compile(r"[^\s@<>()\[\]\\,:;\"\x00-\x20]{1,64}@[^\W_]([\w.-]{0,188}[^\W_])?")


def is_mail_address(text: str) -> bool:
    """Whether a letter can be addressed so."""
    return bool(_MAIL.fullmatch(text)) and ".." not in text


def opens_by_itself(address: str) -> bool:
    """Whether the address holds a password, so that whoever reads it gets in."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    names = {name.lower() for name, _ in parse_qsl(parts.query)}
    return bool(parts.password) or not names.isdisjoint(PASSWORDS)


def is_email(text: str) -> bool:
    """Whether mail could go there: the shape of an address, without asking anybody."""
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return text.isascii()
