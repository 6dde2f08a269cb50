"""Sessions kept on the server: in Redis where there is one, else in the database."""

import logging
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from flask import Flask, Request, Response, abort, session
from flask.sessions import NullSession
from flask_login import user_logged_in, user_logged_out
from flask_session.base import ServerSideSession, ServerSideSessionInterface
from flask_session.redis import RedisSessionInterface
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session as DatabaseSession

from eventapp.accounts.models import SignIn
from eventapp.plumbing.database import apart, db
from eventapp.plumbing.settings import Settings

LIFETIME = timedelta(hours=12)
LIFETIME_OF_NOBODY = timedelta(hours=1)  # of who has not signed in, and only looked at the form

WHO = "_user_id"  # Flask-Login's

log = logging.getLogger(__name__)


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
        app.session_interface = RedisSessions(app, client, key_prefix="eventapp:session:")
    else:
        app.session_interface = DatabaseSessions(app)
    user_logged_in.connect(_renew, app)
    user_logged_out.connect(_end, app)


def demand_a_session() -> None:
    """503 where the store of sessions is away: who asks cannot be known."""
    if isinstance(session, NullSession):
        abort(503)


def _renew(app: Flask, **_values: object) -> None:
    """Who signs in gets a session of another name: one that was planted is worth nothing."""
    app.session_interface.regenerate(session)  # type: ignore[attr-defined]


def _end(_app: Flask, **_values: object) -> None:
    session.clear()


class Sessions(ServerSideSessionInterface):  # type: ignore[misc]
    """Flask-Session's interface, which cannot bring a session back that has ended.

    The stores know only the SHA-256 of what a cookie holds. A session's old name is forgotten
    when the answer is ready, since the database may still be at work for the request.
    """

    def open_session(self, app: Flask, request: Request) -> ServerSideSession:
        opened = super().open_session(app, request)
        opened.is_stored = opened.sid == request.cookies.get(self.get_cookie_name(app))
        opened.forgotten = []
        return opened

    def save_session(self, app: Flask, session: ServerSideSession, response: Response) -> None:
        for sid in session.forgotten:
            self._delete_session(self._get_store_id(sid))
        super().save_session(app, session, response)

    def regenerate(self, session: ServerSideSession) -> None:
        session.forgotten.append(session.sid)
        session.sid = self._generate_sid(self.sid_length)
        session.is_stored = False
        session.modified = True

    def _get_store_id(self, sid: str) -> str:
        return f"{self.key_prefix}{sha256(sid.encode()).hexdigest()}"

    def _upsert_session(
        self, session_lifetime: timedelta, session: ServerSideSession, store_id: str
    ) -> None:
        lifetime = session_lifetime if WHO in session else LIFETIME_OF_NOBODY
        content = self.serializer.encode(session)
        if session.is_stored:
            self._change(store_id, content, lifetime)
        else:
            self._add(store_id, content, lifetime)

    def _change(self, store_id: str, content: bytes, lifetime: timedelta) -> None:
        """Changes what is there; does nothing where the session has ended meanwhile."""
        raise NotImplementedError

    def _add(self, store_id: str, content: bytes, lifetime: timedelta) -> None:
        raise NotImplementedError


class RedisSessions(Sessions, RedisSessionInterface):  # type: ignore[misc]
    """Sessions in Redis, which forgets the expired ones itself."""

    def open_session(self, app: Flask, request: Request) -> ServerSideSession | None:
        """The session; none where Redis is away, so that public pages stand without it."""
        try:
            return super().open_session(app, request)
        except RedisError as error:
            log.warning("sessions: %s", error)
            return None

    def save_session(self, app: Flask, session: ServerSideSession, response: Response) -> None:
        """Nobody is told that they signed in or out where that was not kept."""
        try:
            super().save_session(app, session, response)
        except RedisError as error:
            if session.is_stored or WHO in session:
                raise
            log.warning("sessions: %s", error)

    def _change(self, store_id: str, content: bytes, lifetime: timedelta) -> None:
        self.client.set(store_id, content, ex=lifetime, xx=True)

    def _add(self, store_id: str, content: bytes, lifetime: timedelta) -> None:
        self.client.set(store_id, content, ex=lifetime)


class DatabaseSessions(Sessions):
    """Sessions in our own table, each write in a transaction of its own.

    Flask-Session's SQLAlchemy store commits the application's session, which is the unit of
    work's to do.
    """

    def __init__(self, app: Flask) -> None:
        super().__init__(app, key_prefix="")

    def _retrieve_session_data(self, store_id: str) -> dict[str, Any] | None:
        with DatabaseSession(db.engine) as database:
            row = database.scalar(select(SignIn).where(SignIn.key == store_id))
            if row is None or row.expires_at <= datetime.now(UTC):
                return None
            content: dict[str, Any] = self.serializer.decode(row.content)
            return content

    def _delete_session(self, store_id: str) -> None:
        with apart() as database:
            database.execute(delete(SignIn).where(SignIn.key == store_id))

    def _change(self, store_id: str, content: bytes, lifetime: timedelta) -> None:
        values = {"content": content, "expires_at": datetime.now(UTC) + lifetime}
        with apart() as database:
            database.execute(update(SignIn).where(SignIn.key == store_id).values(values))

    def _add(self, store_id: str, content: bytes, lifetime: timedelta) -> None:
        """Adds the session; the expired ones go by the same way."""
        now = datetime.now(UTC)
        with apart() as database:
            database.execute(delete(SignIn).where(SignIn.expires_at <= now))
            row = {"key": store_id, "content": content, "expires_at": now + lifetime}
            database.execute(insert(SignIn), row)
