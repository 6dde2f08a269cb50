"""Calendars of visitors

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "personal_calendar",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("sessions", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_personal_calendar_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_calendar")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_personal_calendar_token_hash")),
        sa.UniqueConstraint("uid", name=op.f("uq_personal_calendar_uid")),
    )
    with op.batch_alter_table("personal_calendar", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_personal_calendar_event_id"), ["event_id"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("personal_calendar", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_personal_calendar_event_id"))

    op.drop_table("personal_calendar")
