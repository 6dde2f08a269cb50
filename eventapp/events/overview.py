"""What waits to be done in an event, told by each room in a card of its own."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from flask import Flask, current_app

from eventapp.events.models import Event
from eventapp.values.language import Language


class Card(NamedTuple):
    """One room's word: a heading that leads to its page, and lines, the `urgent` ones first."""

    heading: str
    address: str
    lines: Sequence[str]
    urgent: Sequence[str] = ()


CardOf = Callable[[Event, Language], Card | None]


def init_app(app: Flask, cards: Sequence[CardOf]) -> None:
    """Tells the overview which rooms to ask, in the order in which they are shown."""
    app.extensions["overview"] = cards


def cards_of(event: Event, language: Language) -> list[Card]:
    """What each room has to say to this reader; nothing, where it is not theirs to know."""
    cards = (card_of(event, language) for card_of in current_app.extensions["overview"])
    return [card for card in cards if card]
