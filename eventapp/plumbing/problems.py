"""What a visitor reads when something cannot be done: one page, in their language."""

import logging

from flask import Flask, Response, make_response, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, Unauthorized

from eventapp.plumbing.database import db
from eventapp.plumbing.web import reading_language
from eventapp.values.refusal import Refusal

log = logging.getLogger(__name__)

#: How PostgreSQL ends one of two transactions that wait for one another (its Appendix A).
CROSSED = {"40001", "40P01"}


def init_app(app: Flask) -> None:
    """Makes every error a page, whatever raised it."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Refusal, _refused)
    for crossing in (StaleDataError, IntegrityError):
        app.register_error_handler(crossing, _crossed)
    app.register_error_handler(DBAPIError, _no_database)
    app.register_error_handler(Exception, _unforeseen)


def problem(status: int, message: str) -> Response:
    """The page that says what is wrong; `message` is in the reader's language."""
    response = make_response(
        render_template("errors/problem.html", status=status, message=message), status
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def place() -> str:
    """Where it happened, for the log: the address's pattern, since addresses may hold secrets."""
    return str(request.url_rule or request.path)


def _http(error: HTTPException) -> Response:
    code = error.code or 500
    if error.response is not None or code < 400:
        return make_response(error.get_response())
    if isinstance(error, CSRFError | Unauthorized) and request.method == "POST":
        return _send_again(code)
    messages = {
        400: _("This request cannot be understood."),
        403: _("Your role in this event does not allow this. An owner of the event can change it."),
        404: _("There is nothing at this address."),
        405: _("This address does not answer that kind of request."),
        413: _("That is more than this address takes."),
        503: _("Nobody can sign in just now. Please try again soon."),
        429: _("Too many requests: please try again in a little while."),
    }
    response = problem(code, messages.get(code, _("This cannot be done.")))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def _send_again(status: int) -> Response:
    """The page for a form that came too late: signed out, from before one signed in, or crossed.

    It holds all that was typed but passwords, to be sent once more with a token of now. Forms of
    other sites never come here: their guard has refused them.
    """
    pairs = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name != "csrf_token" and "password" not in name
    ]
    page = render_template("errors/send_again.html", pairs=pairs, status=status)
    response = make_response(page, status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _refused(refusal: Refusal) -> Response:
    return problem(400, refusal.text(reading_language()))


def _crossed(error: Exception) -> Response:
    """Two wrote the same at the same moment, and this one came second: nothing of it is stored."""
    log.warning("crossed at %s: %s", place(), type(error).__name__)  # values are personal
    db.session.rollback()
    return _send_again(409)


def _no_database(error: DBAPIError) -> Response:
    if getattr(error.orig, "sqlstate", "") in CROSSED:
        return _crossed(error)
    log.error("database: %s", error.orig)
    db.session.rollback()
    response = problem(503, _("The programme cannot be read just now. Please try again soon."))
    response.headers["Retry-After"] = "5"
    return response


def _unforeseen(error: Exception) -> Response:
    log.error("unforeseen at %s", place(), exc_info=error)
    return problem(500, _("Something went wrong on our side. It has been noted."))
