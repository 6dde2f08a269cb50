"""What a reader of the workspace may know of slots, and where their pages are."""

from collections.abc import Mapping

from flask import Flask, current_app, url_for

from eventapp.accounts.guarding import EventLike, rights_in
from eventapp.accounts.rights import Right


def init_app(app: Flask, pages: Mapping[str, str]) -> None:
    """Tells the programme which page shows a slot, by its sort."""
    app.extensions["slot_pages"] = pages
    app.jinja_env.globals.update(slot_page=slot_page)


def slot_page(sort: str, code: str) -> str:
    """The address of a slot of this event; empty where the reader may not know it."""
    endpoint = current_app.extensions["slot_pages"].get(sort)
    return url_for(endpoint, code=code) if endpoint and code else ""


def is_discreet(event: EventLike) -> bool:
    """Whether the reader may not know what takes place beside the programme."""
    return Right.PROTOCOL not in rights_in(event)
