"""Finding people while somebody types."""

from flask import render_template, request

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.people.finding import find_people
from eventapp.people.manage.pages import EVENT, blueprint
from eventapp.plumbing.limits import limiter


@blueprint.get(f"{EVENT}/people/search")
@needs(Right.PEOPLE)
@limiter.limit("300 per minute")
def search(event: Event) -> str:
    """What was found, alone: to open, or to be added to the form that asks (`for=form`)."""
    words = request.args.get("q", "")
    return render_template(
        "directory/_found.html",
        event=event,
        found=find_people(words),
        words=words,
        is_for_form=request.args.get("for") == "form",
    )
