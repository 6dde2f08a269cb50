"""What a reader of the workspace may know of slots, and where their pages are."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Flask, current_app, url_for

from eventapp.accounts.guarding import EventLike, rights_in
from eventapp.accounts.rights import Right
from eventapp.agenda.models import Slot
from eventapp.events.models import Event, Room
from eventapp.planning.board import SESSION
from eventapp.values.timespan import TimeSpan

#: What speaks against a slot's time and room beyond conflicts, in the reader's words.
Objecting = Callable[[Event, Any, TimeSpan, Room | None], Sequence[str]]


def init_app(app: Flask, pages: Mapping[str, str], objecting: Mapping[str, Objecting]) -> None:
    """Tells the programme which page shows a slot, and what objects to its place, by its sort."""
    app.extensions["slot_pages"], app.extensions["slot_objecting"] = pages, objecting
    app.jinja_env.globals.update(slot_page=slot_page, move_page=move_page, may_move=may_move)


def move_page(sort: str, code: str) -> str:
    """Where a slot is moved: one beside the programme by those who look after it."""
    return url_for(f"programme.move{'' if sort == SESSION else '_private'}_form", code=code)


def swap_page(sort: str, code: str) -> str:
    """Where it changes places with another one."""
    return url_for(f"programme.swap_{'sessions' if sort == SESSION else 'private'}", code=code)


def may_move(event: EventLike, sort: str) -> bool:
    """Whether the reader may move slots of that sort."""
    right = Right.PROGRAMME if sort == SESSION else Right.PROTOCOL
    return right in rights_in(event)


def slot_page(sort: str, code: str) -> str:
    """The address of a slot of this event; empty where the reader may not know it."""
    endpoint = current_app.extensions["slot_pages"].get(sort)
    return url_for(endpoint, code=code) if endpoint and code else ""


def objections_to(slot: Slot, span: TimeSpan | None, room: Room | None) -> Sequence[str]:
    """What its own room has against that time and place of a slot, for whoever may know of it."""
    ask = current_app.extensions["slot_objecting"].get(slot.sort)
    if ask is None or span is None or is_discreet(slot.event):
        return []
    found: Sequence[str] = ask(slot.event, slot, span, room)
    return found


def is_discreet(event: EventLike) -> bool:
    """Whether the reader may not know what takes place beside the programme."""
    return Right.PROTOCOL not in rights_in(event)
