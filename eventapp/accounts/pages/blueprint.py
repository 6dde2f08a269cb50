"""What the pages of accounts have in common."""

from flask import Response, make_response, render_template, request

from eventapp.accounts.guarding import workspace
from eventapp.plumbing.fields import Pair

blueprint = workspace("account")

ACCOUNT = "/<language:language>/account"


def typed() -> list[Pair]:
    """What the form that was sent holds."""
    return [*request.form.items(multi=True)]


def gone(message: str) -> Response:
    """The page behind a link that works no longer."""
    return make_response(render_template("account/gone.html", message=message), 410)
