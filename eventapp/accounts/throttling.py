"""How often somebody may guess: what is counted, and by whom.

Guesses at an account count for the network they come from, so that nobody is locked out by
guesses from elsewhere; a network's guesses at all accounts together count too. Codes of a second
factor count for the account from everywhere: whoever guesses those knows its password already.
"""

from hashlib import sha256

from flask import abort
from limits import RateLimitItem, parse_many

from eventapp.plumbing.limits import limiter, visitor

AT_ONE_ACCOUNT = parse_many("4 per 5 minutes; 20 per hour")
AT_ALL_ACCOUNTS = parse_many("40 per 15 minutes")
AT_CODES = parse_many("8 per 10 minutes; 30 per day")
LETTERS_TO_ONE = parse_many("5 per hour")
LETTERS_FOR_ONE_NETWORK = parse_many("30 per hour")


def count_guess(account: str) -> None:
    """Counts a guess at the password of the account; 429 where there were too many."""
    _count(AT_ALL_ACCOUNTS, "guesses", visitor())
    _count(AT_ONE_ACCOUNT, "guesses", visitor(), _short(account))


def forgive(account: str) -> None:
    """Whoever guessed right was no guesser."""
    for limit in AT_ONE_ACCOUNT:
        limiter.limiter.clear(limit, "guesses", visitor(), _short(account))


def count_code(account: str) -> None:
    """Counts a guess at a code of the account; 429 where there were too many."""
    _count(AT_CODES, "codes", _short(account))


def count_letter(address: str) -> None:
    """Counts a letter that somebody asks for; 429 where there were too many."""
    _count(LETTERS_FOR_ONE_NETWORK, "letters", visitor())
    _count(LETTERS_TO_ONE, "letters", _short(address))


def _count(limits: list[RateLimitItem], *what: str) -> None:
    # Every one counts, also where an earlier one is over already.
    is_within = [limiter.limiter.hit(limit, *what) for limit in limits]
    if not all(is_within):
        abort(429)


def _short(account: str) -> str:
    """A name for the account in the store of limits, whatever was typed."""
    return sha256(account.strip().lower().encode(errors="replace")).hexdigest()[:32]
