"""The board: a day of the draft as rooms × time, and what others have just done to it."""

from flask import Response, make_response, render_template, request

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.boarding import board_content, parts
from eventapp.agenda.manage.outlook import Outlook
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.history.queries import mark_of


@blueprint.get(f"{EVENT}/board")
@needs(Right.READ)
def board(event: Event) -> str:
    """One day of the event, to be moved about by those who may."""
    return render_template(
        "programme/board.html", **board_content(event, Outlook.asked(request.args))
    )


@blueprint.get(f"{EVENT}/board/changes")
@needs(Right.READ)
def changes(event: Event) -> Response:
    """The parts of the board, where anything has changed since the mark that `since` names."""
    since = request.args.get("since", "")
    if since == mark_of(event.id):
        return make_response("", 204)
    return parts(event, Outlook.asked(request.args), since=since)
