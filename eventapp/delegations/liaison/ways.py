"""Where a delegation's page leads on to: told by the rooms that know of meetings and agendas."""

from collections.abc import Callable, Sequence

from flask import Flask, current_app

from eventapp.delegations.models import Delegation
from eventapp.events.overview import Card
from eventapp.values.language import Language

WayOf = Callable[[Delegation, Language], Card | None]


def init_app(app: Flask, ways: Sequence[WayOf]) -> None:
    """Tells the pages which rooms to ask, in the order in which they are shown."""
    app.extensions["ways of delegations"] = ways


def ways_of(delegation: Delegation, language: Language) -> list[Card]:
    """What each room has for who works for this delegation."""
    cards = (way(delegation, language) for way in current_app.extensions["ways of delegations"])
    return [card for card in cards if card]
