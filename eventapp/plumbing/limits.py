"""How often one address may ask for what costs something. Counted in Redis where there is one."""

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(key_func=get_remote_address, headers_enabled=False)


def init_app(app: Flask, redis_url: str) -> None:
    """Without Redis each process counts for itself: a limit is then one per process."""
    app.config["RATELIMIT_STORAGE_URI"] = redis_url or "memory://"
    limiter.init_app(app)
