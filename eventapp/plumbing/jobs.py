"""Work that no page waits for: named jobs, done by `eventapp worker` in a process of its own.

The queue is a doorbell, not a store: a job carries no data and finds in the database what there
is to do, so that nothing is lost with the queue and a bell rung twice does no harm. Every minute
the bell rings by itself.
"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

from flask import Flask, current_app
from huey import Huey, RedisHuey, SqliteHuey, crontab
from huey.api import TaskWrapper
from huey.consumer import Consumer
from huey.serializer import SignedSerializer
from redis.exceptions import RedisError
from sqlalchemy import event
from sqlalchemy.orm import Session

from eventapp.plumbing.database import db
from eventapp.plumbing.settings import Settings, in_force

Job = Callable[[], None]

#: What one worker does at once: most of the time goes by waiting for other machines.
LANES = 4
RING = "jobs to ring for"

log = logging.getLogger(__name__)


def init_app(app: Flask, jobs: Mapping[str, Job]) -> None:
    """Tells the application its jobs, by name."""
    app.extensions["jobs"] = jobs


def after_commit(name: str) -> None:
    """Asks for the job as soon as what is being written is committed; not at all if it is not."""
    db.session.info.setdefault(RING, set()).add(name)


@event.listens_for(Session, "after_commit")
def _ring(session: Session) -> None:
    """Every lane is rung for: one that finds nothing to do any more ends at once.

    The page must not fail where the queue does: the job will be found within the minute.
    """
    names = session.info.pop(RING, ())
    if not names:
        return
    try:
        do = _doing(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001
        with closing(do.huey.storage.conn):
            for name in [*names] * LANES:
                do(name)
    except (RedisError, sqlite3.Error, OSError) as error:
        log.warning("the queue does not answer: %s", error)


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    session.info.pop(RING, None)


def consumer(app: Flask) -> Consumer:
    """What does the jobs until it is told to stop; SIGTERM lets those under way end."""
    do = _doing(app)

    @do.huey.periodic_task(crontab())  # type: ignore[untyped-decorator]
    def ring_every_minute() -> None:
        for name in [*app.extensions["jobs"]] * LANES:
            do(name)

    ring_every_minute()  # for what an earlier worker left
    return do.huey.create_consumer(
        workers=LANES, initial_delay=0.1, max_delay=1.0, graceful_signal="TERM"
    )


def _doing(app: Flask) -> TaskWrapper:
    """The one task of the queue: to do a job, given by name."""

    @_queue(in_force()).task()  # type: ignore[untyped-decorator]
    def do(name: str) -> None:
        with app.app_context():
            app.extensions["jobs"][name]()

    return do


def _queue(settings: Settings) -> Huey:
    """In Redis where there is one, else in a file of its own, which nothing else locks.

    What it holds is signed, since the library reads it with pickle.
    """
    serializer = SignedSerializer(secret=settings.secret_key, salt="eventapp jobs")
    if settings.redis_url:
        return RedisHuey("eventapp", url=settings.redis_url, serializer=serializer, results=False)
    file = str(settings.data / "queue.sqlite")
    return SqliteHuey("eventapp", filename=file, serializer=serializer, results=False)
