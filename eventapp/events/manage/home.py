"""The way in: the events that somebody works on, and each of them at a glance."""

from flask import redirect, render_template
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs, signed_in
from eventapp.accounts.rights import Right
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.events.overview import cards_of, own_cards
from eventapp.events.queries import events_of, roles_of
from eventapp.plumbing.web import reading_language


@blueprint.get("/<language:language>/manage/")
@signed_in
def home() -> str | AnyResponse:
    """The reader's events, the newest first; whoever works on something else alone goes there."""
    events, cards = events_of(me()), own_cards(me(), reading_language())
    if cards and not events and not me().is_administrator:
        return redirect(cards[0].address, 303)
    return render_template("events/home.html", events=events, roles=roles_of(me()), cards=cards)


@blueprint.get(f"{EVENT}/")
@needs(Right.READ)
def overview(event: Event) -> str:
    """One event: where it stands and what waits to be done."""
    cards = cards_of(event, reading_language())
    return render_template("events/overview.html", event=event, cards=cards)
