"""Runs migrations on the application's own database connection."""

from typing import Any

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import Enum, TypeDecorator

extension = current_app.extensions["migrate"]


def plain_types(kind: str, item: Any, _context: AutogenContext) -> str | bool:
    """Writes our column types as what they are stored as: a migration imports no application."""
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run() -> None:
    """One transaction for all: a migration that fails leaves nothing half done."""
    engine = extension.db.engine
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # Altering a table there means making it anew, while others still refer to it.
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        context.configure(
            connection=connection,
            target_metadata=extension.db.metadata,
            render_item=plain_types,
            **extension.configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        connection.invalidate()


run()
