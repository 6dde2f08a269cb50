"""The way in: the events that somebody works on, and each of them at a glance."""

from flask import render_template

from eventapp.accounts.guarding import me, needs, signed_in
from eventapp.accounts.rights import Right
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.events.overview import cards_of
from eventapp.events.queries import events_of, roles_of
from eventapp.plumbing.web import reading_language


@blueprint.get("/<language:language>/manage/")
@signed_in
def home() -> str:
    """The reader's events, the newest first."""
    events = events_of(me())
    return render_template("events/home.html", events=events, roles=roles_of(me()))


@blueprint.get(f"{EVENT}/")
@needs(Right.READ)
def overview(event: Event) -> str:
    """One event: where it stands and what waits to be done."""
    cards = cards_of(event, reading_language())
    return render_template("events/overview.html", event=event, cards=cards)
