"""Sessions kept on the server: in Redis where there is one, else in the database."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from flask import Flask
from flask_session.base import ServerSideSession, ServerSideSessionInterface
from flask_session.redis import RedisSessionInterface
from redis import Redis
from sqlalchemy import delete, select
from sqlalchemy.orm import Session as DatabaseSession

from eventapp.accounts.models import SignIn
from eventapp.plumbing.database import apart, db
from eventapp.plumbing.settings import Settings

LIFETIME = timedelta(hours=12)


def init_app(app: Flask, settings: Settings) -> None:
    """Sessions that end with their row, and a cookie that only this site's pages send.

    Over https the cookie's name binds it to this host (`__Host-`, RFC 6265bis §4.1.3).
    """
    is_secure = settings.base_url.startswith("https:")
    app.config.update(
        SESSION_COOKIE_NAME="__Host-session" if is_secure else "session",
        SESSION_COOKIE_SECURE=is_secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=LIFETIME,
    )
    if settings.redis_url:
        client = Redis.from_url(settings.redis_url)
        app.session_interface = RedisSessionInterface(app, client, key_prefix="eventapp:session:")
    else:
        app.session_interface = DatabaseSessions(app)


class DatabaseSessions(ServerSideSessionInterface):  # type: ignore[misc]
    """Flask-Session's interface over our own table, each write in a transaction of its own.

    Its own SQLAlchemy store commits the application's session, which is the unit of work's to do.
    """

    def _get_store_id(self, sid: str) -> str:
        return sha256(sid.encode()).hexdigest()

    def _retrieve_session_data(self, store_id: str) -> dict[str, Any] | None:
        with DatabaseSession(db.engine) as session:
            row = session.scalar(select(SignIn).where(SignIn.key == store_id))
            if row is None or row.expires_at <= datetime.now(UTC):
                return None
            content: dict[str, Any] = self.serializer.decode(row.content)
            return content

    def _delete_session(self, store_id: str) -> None:
        with apart() as session:
            session.execute(delete(SignIn).where(SignIn.key == store_id))

    def _upsert_session(
        self, session_lifetime: timedelta, session: ServerSideSession, store_id: str
    ) -> None:
        content = self.serializer.encode(session)
        expires_at = datetime.now(UTC) + session_lifetime
        with apart() as database:
            database.merge(SignIn(key=store_id, content=content, expires_at=expires_at))

    def _delete_expired_sessions(self) -> None:
        with apart() as session:
            session.execute(delete(SignIn).where(SignIn.expires_at <= datetime.now(UTC)))
