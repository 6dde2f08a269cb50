"""The database: its base class, its column kinds, and one unit of work at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from threading import RLock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    ColumnElement,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    String,
    TypeDecorator,
    event,
)
from sqlalchemy.orm import (
    Composite,
    DeclarativeBase,
    Mapped,
    ORMExecuteState,
    Session,
    composite,
    declared_attr,
    mapped_column,
    with_loader_criteria,
)

from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan

BUSY_TIMEOUT = timedelta(seconds=10)
MILLISECOND = timedelta(milliseconds=1)
PAUSE = 0.002  # seconds between two attempts at a lock

#: Whether the running unit of work is going to write: SQLite wants to know at its beginning.
_writing: ContextVar[bool] = ContextVar("writing", default=False)


#: Whose turn it is to write to SQLite, in this process.
_turn = RLock()


class Base(DeclarativeBase):
    """What all tables share: names of constraints that migrations can rely on."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)
if TYPE_CHECKING:
    Model = Base  # the class that db.Model is made from: made at run time, it has no static type
else:
    Model = db.Model


class Instant(TypeDecorator[datetime]):
    """An aware instant, in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of codes, kept legible: `fr en`, in so many characters at most."""

    impl = String
    cache_ok = True

    def __init__(self, length: int = 100) -> None:
        super().__init__(length)

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> str:
        return " ".join(value or ())

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...]:
        return tuple((value or "").split())


def choice(kind: type[StrEnum]) -> Enum:
    """A column that holds one of the kind's values as text, so that a new one needs no DDL."""
    return Enum(
        kind,
        native_enum=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def bilingual(name: str, *, length: int) -> Composite[Bilingual]:
    """A text in both languages, over the real columns `<name>_fr` and `<name>_en`."""
    return composite(
        Bilingual,
        *(
            mapped_column(f"{name}_{language}", String(length), default="", server_default="")
            for language in ("fr", "en")
        ),
    )


def timespan() -> Composite[TimeSpan | None]:
    """A span of wall time in a zone, with the UTC instants that follow from it beside it."""
    return composite(
        _span_from_columns,
        mapped_column("starts_local", DateTime(), nullable=True),
        mapped_column("ends_local", DateTime(), nullable=True),
        mapped_column("zone", String(64), nullable=True),
        mapped_column("starts_at", Instant(), nullable=True, index=True),
        mapped_column("ends_at", Instant(), nullable=True),
    )


def _span_from_columns(
    start: datetime | None,
    end: datetime | None,
    zone: str | None,
    starts_at: datetime | None,
    ends_at: datetime | None,
) -> TimeSpan | None:
    if start is None or end is None or zone is None or starts_at is None or ends_at is None:
        return None
    return TimeSpan.stored(start, end, zone, starts_at, ends_at)


class Identified:
    """A row with an identity for ever: `uid` names it in releases, feeds and files."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True, default=uuid4)


class Versioned:
    """A row that people edit: `version` counts its changes, `edited_at` tells when the last was.

    A form carries the version that it saw. Two changes at the same moment cannot both write: the
    later one fails with SQLAlchemy's StaleDataError. `touch` counts a change that stands in rows
    of its own, such as the people of a session.
    """

    version: Mapped[int] = mapped_column(server_default="1")
    edited_at: Mapped[datetime | None] = mapped_column(Instant())

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it on the class
        return {"version_id_col": cls.version}

    def touch(self, now: datetime) -> None:
        self.edited_at = now


class Removable:
    """A row that can be removed and brought back: no query sees it while it is removed.

    A query that must, asks with `.execution_options(include_removed=True)`.
    """

    removed_at: Mapped[datetime | None] = mapped_column(Instant())


@event.listens_for(Session, "do_orm_execute")
def _hide_removed(state: ORMExecuteState) -> None:
    hides = state.is_select and not state.is_column_load
    if hides and not state.execution_options.get("include_removed"):
        state.statement = state.statement.options(
            with_loader_criteria(Removable, _is_there, include_aliases=True)
        )


def _is_there(model: type[Removable]) -> ColumnElement[bool]:
    return model.removed_at.is_(None)


@contextmanager
def unit_of_work() -> Iterator[None]:
    """One transaction that writes: committed at the end, rolled back on any error.

    What was read before is read anew: SQLite lets no reader become a writer once another wrote.
    """
    db.session.rollback()
    token = _writing.set(True)
    try:
        with _in_turn():
            yield
            db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _writing.reset(token)


@contextmanager
def _in_turn() -> Iterator[None]:
    """Writers of one process take turns: of many who race for the lock of SQLite, one starves.

    Whoever has waited as long as for a lock tries all the same: the database decides.
    """
    waits = db.engine.dialect.name == "sqlite"
    has_turn = waits and _turn.acquire(timeout=BUSY_TIMEOUT.total_seconds())
    try:
        yield
    finally:
        if has_turn:
            _turn.release()


@contextmanager
def apart() -> Iterator[Session]:
    """A short transaction that writes, on a connection of its own beside the request's."""
    token = _writing.set(True)
    try:
        with Session(db.engine) as session, session.begin():
            yield session
    finally:
        _writing.reset(token)


@event.listens_for(Engine, "connect")
def _prepare(connection: Any, _record: Any) -> None:
    """Both databases wait as long for a lock, and then say so."""
    wait = BUSY_TIMEOUT // MILLISECOND
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None  # transactions are begun below, not by the driver
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {wait}")
    else:
        connection.execute(f"SET lock_timeout = {wait}")
        connection.commit()


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Connection) -> None:
    """A writer takes SQLite's lock at once: upgrading a read lock later fails without waiting."""
    if connection.dialect.name != "sqlite":
        return
    if not _writing.get():
        connection.exec_driver_sql("BEGIN")
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        _wait_to_write(connection, driver)
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT // MILLISECOND}")


def _wait_to_write(connection: Connection, driver: sqlite3.Connection) -> None:
    """Asks for the lock every other millisecond: SQLite itself would sleep up to a hundred."""
    until = monotonic() + BUSY_TIMEOUT.total_seconds()
    while monotonic() < until:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            sleep(PAUSE)
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")  # once more, for an error that callers know
