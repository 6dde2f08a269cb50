"""The application: settings in, a Flask application out."""

import os
from datetime import timedelta
from functools import partial
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from eventapp import wiring
from eventapp.accounts import security, sessions
from eventapp.agenda import queries
from eventapp.plumbing import limits, origins, pages, problems, settings, static, web
from eventapp.plumbing.database import db
from eventapp.plumbing.renditions import Renditions
from eventapp.plumbing.settings import Settings

ROOT = Path(__file__).parent.parent
BODY_LIMIT = 2**20  # bytes; no form here needs more


def create_app(given: Settings | None = None) -> Flask:
    """The application with these settings, or with those of the environment.

    Raises SettingsError where it cannot start with them.
    """
    chosen = given or settings.from_environment(os.environ)
    app = Flask("eventapp", root_path=str(ROOT))
    app.config.update(
        SECRET_KEY=chosen.secret_key,
        SECRET_KEY_FALLBACKS=[*chosen.former_secret_keys],
        SQLALCHEMY_DATABASE_URI=chosen.database_url,
        MAX_CONTENT_LENGTH=BODY_LIMIT,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(hours=1),
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "eventapp" / "locales"),
        SETTINGS=chosen,
    )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    chosen.data.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    for part in (web, pages, static, problems, origins):
        part.init_app(app)
    limits.init_app(app, chosen.redis_url)
    sessions.init_app(app, chosen)
    security.init_app(app, chosen)
    wiring.init_app(app)
    if chosen.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=chosen.proxies)  # type: ignore[method-assign]
    with app.app_context():
        edition = partial(queries.edition, db.engine)
    passing = ("/healthz", "/readyz", "/static/")
    app.wsgi_app = Renditions(app.wsgi_app, edition, passing)  # type: ignore[method-assign]
    return app
