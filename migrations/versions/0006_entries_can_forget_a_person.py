"""entries of the log can forget a person, and nothing else of them changes

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

REFUSED = "the history of an event is only added to"
#: What stays of an entry that forgets somebody.
KEPT = ("id", "event_id", "step_id", "at", "account_id", "author", "action", "change", "kind",
        "row_id", "subject")  # fmt: skip


def upgrade() -> None:
    op.add_column(
        "history_entry", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True)
    )
    if op.get_bind().dialect.name == "sqlite":
        same = " AND ".join(f"OLD.{name} IS NEW.{name}" for name in KEPT)
        op.execute("DROP TRIGGER history_entry_no_update")
        op.execute(
            "CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry"
            f" WHEN NOT (NEW.erased_at IS NOT NULL AND {same})"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    else:
        same = " AND ".join(f"OLD.{name} IS NOT DISTINCT FROM NEW.{name}" for name in KEPT)
        op.execute("DROP TRIGGER history_entry_no_change ON history_entry")
        op.execute(
            "CREATE TRIGGER history_entry_no_delete BEFORE DELETE ON history_entry"
            " FOR EACH STATEMENT EXECUTE FUNCTION history_entry_refuse()"
        )
        op.execute(
            "CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry FOR EACH ROW"
            f" WHEN (NOT (NEW.erased_at IS NOT NULL AND {same}))"
            " EXECUTE FUNCTION history_entry_refuse()"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER history_entry_no_update")
        op.execute(
            "CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry"
            f" BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    else:
        op.execute("DROP TRIGGER history_entry_no_delete ON history_entry")
        op.execute("DROP TRIGGER history_entry_no_update ON history_entry")
        op.execute(
            "CREATE TRIGGER history_entry_no_change BEFORE UPDATE OR DELETE ON history_entry"
            " FOR EACH STATEMENT EXECUTE FUNCTION history_entry_refuse()"
        )
    # No batch: making the table anew would lose its triggers.
    op.execute("ALTER TABLE history_entry DROP COLUMN erased_at")
