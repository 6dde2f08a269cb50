"""The way in: the events that somebody works on, and each of them at a glance."""

from flask import render_template

from eventapp.accounts.guarding import me, needs, signed_in
from eventapp.accounts.rights import Right
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.events.queries import events_of


@blueprint.get("/<language:language>/manage/")
@signed_in
def home() -> str:
    """The reader's events, the newest first."""
    return render_template("events/home.html", events=events_of(me()))


@blueprint.get(f"{EVENT}/")
@needs(Right.READ)
def overview(event: Event) -> str:
    """One event: where it stands and what waits to be done."""
    return render_template("events/overview.html", event=event)
