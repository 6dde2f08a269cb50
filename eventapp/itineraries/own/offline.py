"""The script that keeps an opened agenda readable without a network."""

from flask import Response, current_app, send_from_directory

from eventapp.itineraries.own.pages import blueprint


@blueprint.get("/own.js")
def worker() -> Response:
    """A service worker. It stands at the root, and each page takes it for its own address alone."""
    response = send_from_directory(
        current_app.static_folder or "", "js/own-worker.js", mimetype="text/javascript", max_age=0
    )
    response.headers["Cache-Control"] = "no-cache"
    return response
