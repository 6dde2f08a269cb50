"""The secret parts of links, and what is kept of them. Pure."""

import secrets
from hashlib import sha256

TOKEN_BYTES = 32


def new_token() -> str:
    """What a link holds: 256 random bits, for addresses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token: nobody who reads it can make the link again."""
    return sha256(token.encode(errors="replace")).hexdigest()


def new_uniquifier() -> str:
    """What sessions name an account by: with a new one, all of them end."""
    return secrets.token_hex(32)
