"""Forms are taken from our own pages only."""

from flask import Flask, request
from flask_wtf import CSRFProtect

from eventapp.plumbing.pages import site
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: The token in every form of somebody who is signed in; the guard of each page asks for it.
csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    """A token lasts as long as the session that it belongs to."""
    app.config.update(WTF_CSRF_CHECK_DEFAULT=False, WTF_CSRF_TIME_LIMIT=None)
    csrf.init_app(app)


def refuse_other_sites() -> None:
    """Raises Refusal for a request that a browser sends on behalf of another site's page.

    Browsers say so in headers that no page can change (Fetch Metadata; RFC 6454 §7). The origin
    of a page that names itself to nobody is `null`. What is no browser sends neither header, and
    nobody is signed in here that it could act for.
    """
    fetched_by = request.headers.get("Sec-Fetch-Site")
    own = {site(), request.host_url.rstrip("/"), "null"}
    is_own = (
        fetched_by in {"same-origin", "none"}
        if fetched_by
        else request.headers.get("Origin", "null") in own
    )
    if not is_own:
        raise Refusal(N_("This form was sent from another site. Please send it again from here."))
