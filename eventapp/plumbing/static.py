"""Addresses of static files that change with their content, so that they can be kept for ever."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, current_app, request, url_for


def init_app(app: Flask) -> None:
    """Gives templates `asset`, and lets browsers keep what it addresses."""
    app.jinja_env.globals["asset"] = asset
    app.after_request(_keep)


def asset(name: str) -> str:
    """The address of a file below static/, with a part of its digest."""
    folder = Path(current_app.static_folder or "")
    return url_for("static", filename=name, v=_version(folder / name))


@lru_cache
def _version(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()[:10] if file.is_file() else "0"


def _keep(response: Response) -> Response:
    if request.endpoint == "static" and response.status_code == 200 and "v" in request.args:
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
