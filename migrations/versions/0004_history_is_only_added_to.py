"""history is only added to; the index of the search knows its release

Revision ID: 0004
Revises: 0003
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

REFUSED = "the history of an event is only added to"


def upgrade() -> None:
    op.execute(
        "UPDATE search_entry SET release_id = (SELECT id FROM release"
        " WHERE release.event_id = search_entry.event_id ORDER BY number DESC LIMIT 1)"
    )
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER history_entry_no_{deed.lower()} BEFORE {deed} ON history_entry"
                f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
    else:
        op.execute(
            "CREATE FUNCTION history_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER history_entry_no_change BEFORE UPDATE OR DELETE ON history_entry"
            " FOR EACH STATEMENT EXECUTE FUNCTION history_entry_refuse()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("update", "delete"):
            op.execute(f"DROP TRIGGER history_entry_no_{deed}")
    else:
        op.execute("DROP TRIGGER history_entry_no_change ON history_entry")
        op.execute("DROP FUNCTION history_entry_refuse()")
