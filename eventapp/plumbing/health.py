"""Whether the process lives, and whether it can serve."""

from flask import Blueprint, Response, jsonify
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from eventapp.plumbing.database import db

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def live() -> Response:
    """200 as long as the process answers at all."""
    return _report(200, {"status": "ok"})


@blueprint.get("/readyz")
def ready() -> Response:
    """200 when every part answers; 503 with the name of the one that does not."""
    try:
        db.session.execute(text("SELECT version_num FROM alembic_version")).one()
    except SQLAlchemyError:
        return _report(503, {"status": "unavailable", "part": "database"})
    return _report(200, {"status": "ok"})


def _report(status: int, report: dict[str, str]) -> Response:
    response = jsonify(report)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
