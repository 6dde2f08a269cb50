"""Forms are taken from our own pages only."""

from flask import request

from eventapp.plumbing.pages import site
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def refuse_other_sites() -> None:
    """Raises Refusal for a request that a browser sends on behalf of another site's page.

    Browsers say so in headers that no page can change (Fetch Metadata; RFC 6454 §7). What is no
    browser sends neither, and nobody is signed in here that it could act for.
    """
    fetched_by = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin", site())
    if fetched_by not in {"same-origin", "none"} or origin not in {site(), _host()}:
        raise Refusal(N_("This form was sent from another site. Please send it again from here."))


def _host() -> str:
    return request.host_url.rstrip("/")
