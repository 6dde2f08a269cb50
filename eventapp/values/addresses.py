"""Addresses that people give us, of the web and of mail."""

from urllib.parse import parse_qsl, urlsplit

from email_validator import EmailNotValidError, validate_email

#: What the makers of meeting rooms call the password that an address may hold.
PASSWORDS = frozenset({"p", "passcode", "passwd", "password", "pin", "pw", "pwd", "tk", "token"})


def is_mail_address(text: str) -> bool:
    """Whether mail could go there: the shape of an address, without asking anybody."""
    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        return False
    return text.isascii()


def opens_by_itself(address: str) -> bool:
    """Whether the address holds a password, so that whoever reads it gets in."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    names = {name.lower() for name, _ in parse_qsl(parts.query)}
    return bool(parts.password) or not names.isdisjoint(PASSWORDS)
