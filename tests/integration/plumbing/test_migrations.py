"""Migrations on a filled database of each kind."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app
from flask_migrate import downgrade, upgrade

from eventapp.plumbing.database import db
from tests.builders import a_person, a_release, a_room, a_session, a_summit, a_track


def revisions() -> list[str]:
    """All migrations, the newest first."""
    config = current_app.extensions["migrate"].migrate.get_config()
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def filled(app: Flask) -> None:
    event = a_summit()
    a_session(event, room=a_room(event), track=a_track(event), people=(a_person(),))
    a_release(event)


def counts() -> dict[str, int]:
    with db.engine.connect() as connection:
        return {
            name: connection.scalar(sa.text(f'SELECT count(*) FROM "{name}"')) or 0
            for name in sa.inspect(connection).get_table_names()
            if name != "alembic_version"
        }


def test_the_migrated_tables_are_those_of_the_models(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_each_step_goes_down_and_up_again_on_a_filled_database(app: Flask) -> None:
    filled(app)
    db.session.remove()
    before = counts()
    for older in [*revisions()[1:], "base"]:
        downgrade(revision=older)
        upgrade()
    kept = {name for name, rows in before.items() if rows}
    assert kept >= {"event", "session", "slot", "release", "person", "approval"}
    assert set(counts()) == set(before)


def test_upgrading_twice_changes_nothing(app: Flask) -> None:
    filled(app)
    db.session.remove()
    before = counts()
    upgrade()
    assert counts() == before


def test_foreign_keys_hold_after_a_migration(app: Flask) -> None:
    with pytest.raises(sa.exc.IntegrityError), db.engine.begin() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO track (event_id, code, colour, position, uid) "
                "VALUES (999, 'x', 0, 0, '00000000000000000000000000000001')"
            )
        )
