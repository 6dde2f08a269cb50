"""Facts: what a room says has happened, and what others do about it in the same transaction.

A verb announces a fact (`announce(SessionMoved(…))`); `wiring` says who reacts. Whatever the
reactions write is committed together with what caused it, or not at all.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from flask import Flask, current_app

Reaction = Callable[[Any], None]


def init_app(app: Flask, reactions: dict[type, list[Reaction]]) -> None:
    """Tells the application who reacts to which kind of fact."""
    app.extensions["facts"] = defaultdict(list, reactions)


def announce(fact: object) -> None:
    """Lets everybody react who is concerned, in the order that `wiring` names them."""
    for reaction in current_app.extensions["facts"][type(fact)]:
        reaction(fact)
