"""What waits to be done in an event, told by each room in a card of its own."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from flask import Flask, current_app

from eventapp.accounts.models import Account
from eventapp.events.models import Event
from eventapp.values.language import Language


class Card(NamedTuple):
    """One room's word: a heading that leads to its page, and lines, the `urgent` ones first."""

    heading: str
    address: str
    lines: Sequence[str]
    urgent: Sequence[str] = ()


CardOf = Callable[[Event, Language], Card | None]
OwnCardOf = Callable[[Account, Language], Card | None]


def init_app(app: Flask, cards: Sequence[CardOf], own: Sequence[OwnCardOf]) -> None:
    """Tells the overview which rooms to ask, in the order in which they are shown.

    `own` says what an account works on beside the events that it has a role in.
    """
    app.extensions["overview"], app.extensions["own overview"] = cards, own


def own_cards(account: Account, language: Language) -> list[Card]:
    """What each room has for this account alone."""
    cards = (card_for(account, language) for card_for in current_app.extensions["own overview"])
    return [card for card in cards if card]


def cards_of(event: Event, language: Language) -> list[Card]:
    """What each room has to say to this reader; nothing, where it is not theirs to know."""
    cards = (card_of(event, language) for card_of in current_app.extensions["overview"])
    return [card for card in cards if card]
