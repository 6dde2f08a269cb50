"""What people got, for whoever tries the demonstration. Nowhere else is there such a page."""

from flask import Blueprint, Response, render_template

from eventapp.demonstration.postbox import MAIL, received
from eventapp.plumbing.settings import in_force
from eventapp.plumbing.web import confidential
from eventapp.values.language import Language

blueprint = Blueprint("demonstration", __name__)


@blueprint.get("/<language:language>/demonstration/mail")
def mail(language: Language) -> Response:
    """The newest letters."""
    letters = received(in_force().data / MAIL)
    return confidential(render_template("messages/mail.html", language=language, letters=letters))
