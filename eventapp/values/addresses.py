"""Web addresses that people give us."""

from urllib.parse import parse_qsl, urlsplit

#: What the makers of meeting rooms call the password that an address may hold.
PASSWORDS = frozenset({"p", "passcode", "passwd", "password", "pin", "pw", "pwd", "tk", "token"})


def opens_by_itself(address: str) -> bool:
    """Whether the address holds a password, so that whoever reads it gets in."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    names = {name.lower() for name, _ in parse_qsl(parts.query)}
    return bool(parts.password) or not names.isdisjoint(PASSWORDS)
