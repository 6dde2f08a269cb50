"""the organizers workspace

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column(
            "is_administrator", sa.Boolean(), server_default=sa.text("(false)"), nullable=False
        ),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tf_primary_method", sa.String(length=64), nullable=True),
        sa.Column("tf_totp_secret", sa.String(length=255), nullable=True),
        sa.Column("totp_counter", sa.Integer(), nullable=True),
        sa.Column("mf_recovery_codes", sa.UnicodeText(), nullable=True),
        sa.Column("fs_webauthn_user_handle", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_account_fs_uniquifier")),
        sa.UniqueConstraint(
            "fs_webauthn_user_handle", name=op.f("uq_account_fs_webauthn_user_handle")
        ),
    )
    op.create_table(
        "sign_in",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_sign_in")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_expires_at"), ["expires_at"], unique=False)

    op.create_table(
        "term",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wording_fr", sa.String(length=200), server_default="", nullable=False),
        sa.Column("wording_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
    )
    op.create_table(
        "one_use_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_one_use_link_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_use_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_one_use_link_token_hash")),
    )
    with op.batch_alter_table("one_use_link", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_one_use_link_account_id"), ["account_id"], unique=False
        )

    op.create_table(
        "passkey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(length=1024), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.Integer(), nullable=False),
        sa.Column("transports", sa.UnicodeText(), nullable=True),
        sa.Column("extensions", sa.String(length=255), nullable=True),
        sa.Column("backup_state", sa.Boolean(), nullable=False),
        sa.Column("device_type", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("usage", sa.String(length=64), nullable=False),
        sa.Column("create_datetime", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lastuse_datetime", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_passkey_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
    )
    with op.batch_alter_table("passkey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_passkey_account_id"), ["account_id"], unique=False)

    op.create_table(
        "accepted_conflict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("matter", sa.String(length=32), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("told_fr", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("told_en", sa.String(length=4000), server_default="", nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_accepted_conflict_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accepted_conflict")),
        sa.UniqueConstraint("event_id", "key", name=op.f("uq_accepted_conflict_event_id_key")),
    )
    with op.batch_alter_table("accepted_conflict", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accepted_conflict_matter"), ["matter"], unique=False)

    op.create_table(
        "availability",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("name_fr", sa.String(length=500), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=500), server_default="", nullable=False),
        sa.Column("starts_local", sa.DateTime(), nullable=True),
        sa.Column("ends_local", sa.DateTime(), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_availability_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability")),
    )
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.create_index(
            "ix_availability_event_id_subject", ["event_id", "subject"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_availability_starts_at"), ["starts_at"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("roles", sa.String(length=100), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["accepted_by_id"], ["account.id"], name=op.f("fk_invitation_accepted_by_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_invitation_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_event_id"), ["event_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_membership_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_membership_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "event_id", "account_id", "role", name=op.f("uq_membership_event_id_account_id_role")
        ),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_account_id"), ["account_id"], unique=False)

    op.create_table(
        "rule_setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_rule_setting_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_setting")),
        sa.UniqueConstraint("event_id", "rule", name=op.f("uq_rule_setting_event_id_rule")),
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("name_fr", sa.String(length=500), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=500), server_default="", nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("right", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_step_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
    )
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.create_index(
            "ix_step_event_id_account_id", ["event_id", "account_id"], unique=False
        )

    op.create_table(
        "history_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("change", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=True),
        sa.Column("name_fr", sa.String(length=500), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=500), server_default="", nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_history_entry_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["step.id"], name=op.f("fk_history_entry_step_id_step")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_entry")),
    )
    with op.batch_alter_table("history_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_history_entry_event_id"), ["event_id"], unique=False)
        batch_op.create_index("ix_history_entry_kind_row_id", ["kind", "row_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_history_entry_step_id"), ["step_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_history_entry_subject"), ["subject"], unique=False)

    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("release_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("to_name", sa.String(length=200), nullable=False),
        sa.Column("to_address", sa.String(length=254), nullable=False),
        sa.Column("sender_name", sa.String(length=200), nullable=False),
        sa.Column("reply_to", sa.String(length=254), nullable=False),
        sa.Column("message_id", sa.String(length=320), nullable=False),
        sa.Column("subject", sa.String(length=500), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_letter_account_id_account"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_letter_event_id_event")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_letter_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_letter_release_id_release")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("key", name=op.f("uq_letter_key")),
        sa.UniqueConstraint("message_id", name=op.f("uq_letter_message_id")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_release_id"), ["release_id"], unique=False)
        batch_op.create_index("ix_letter_state_not_before", ["state", "not_before"], unique=False)

    op.create_table(
        "travel_time",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("from_venue_id", sa.Integer(), nullable=False),
        sa.Column("to_venue_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_travel_time_minutes_not_negative")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_travel_time_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["from_venue_id"], ["venue.id"], name=op.f("fk_travel_time_from_venue_id_venue")
        ),
        sa.ForeignKeyConstraint(
            ["to_venue_id"], ["venue.id"], name=op.f("fk_travel_time_to_venue_id_venue")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel_time")),
        sa.UniqueConstraint(
            "from_venue_id", "to_venue_id", name=op.f("uq_travel_time_from_venue_id_to_venue_id")
        ),
    )
    with op.batch_alter_table("travel_time", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_travel_time_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_travel_time_to_venue_id"), ["to_venue_id"], unique=False
        )

    op.create_table(
        "withdrawal",
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("notice_fr", sa.String(length=2000), server_default="", nullable=False),
        sa.Column("notice_en", sa.String(length=2000), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["release_id"], ["release.id"], name=op.f("fk_withdrawal_release_id_release")
        ),
        sa.PrimaryKeyConstraint("release_id", name=op.f("pk_withdrawal")),
    )
    op.create_table(
        "balance_rule",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("criterion", sa.String(length=40), nullable=False),
        sa.Column("counted_group", sa.String(length=40), nullable=False),
        sa.Column("sense", sa.String(length=40), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_balance_rule_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_balance_rule_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_balance_rule")),
        sa.UniqueConstraint("uid", name=op.f("uq_balance_rule_uid")),
    )
    with op.batch_alter_table("balance_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_balance_rule_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_balance_rule_session_id"), ["session_id"], unique=False
        )

    op.create_table(
        "precedence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("before_id", sa.Integer(), nullable=False),
        sa.Column("after_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("before_id <> after_id", name=op.f("ck_precedence_two_sessions")),
        sa.ForeignKeyConstraint(
            ["after_id"], ["session.id"], name=op.f("fk_precedence_after_id_session")
        ),
        sa.ForeignKeyConstraint(
            ["before_id"], ["session.id"], name=op.f("fk_precedence_before_id_session")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_precedence_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedence")),
        sa.UniqueConstraint("before_id", "after_id", name=op.f("uq_precedence_before_id_after_id")),
    )
    with op.batch_alter_table("precedence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_precedence_after_id"), ["after_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_precedence_event_id"), ["event_id"], unique=False)

    with op.batch_alter_table("appearance", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("language", sa.String(length=8), server_default="", nullable=False)
        )

    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wording", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("wording_beside", sa.Text(), server_default="", nullable=False)
        )

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("contact", sa.String(length=254), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column(
                "holds_letters", sa.Boolean(), server_default=sa.text("(true)"), nullable=False
            )
        )
        batch_op.add_column(sa.Column("texts_due_on", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("travel_minutes", sa.Integer(), server_default="20", nullable=False)
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("region", sa.String(length=6), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("search_text", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("region", sa.String(length=6), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("email", sa.String(length=254), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("correspondence", sa.String(length=40), server_default="both", nullable=False)
        )
        batch_op.add_column(
            sa.Column("gender", sa.String(length=40), server_default="not_given", nullable=False)
        )
        batch_op.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("search_text", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_person_merged_into_id"), ["merged_into_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_person_merged_into_id_person"), "person", ["merged_into_id"], ["id"]
        )

    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_release_published_at"), ["published_at"], unique=False)

    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("equipment", sa.String(length=200), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("release_id", sa.Integer(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_search_entry_release_id"), ["release_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_search_entry_release_id_release"), "release", ["release_id"], ["id"]
        )

    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("equipment", sa.String(length=200), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("expected", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("joint", sa.String(length=40), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("texts_due_on", sa.Date(), nullable=True))

    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("track", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "forbids_parallel", sa.Boolean(), server_default=sa.text("(false)"), nullable=False
            )
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("venue", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("venue", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")

    with op.batch_alter_table("track", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("forbids_parallel")

    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_column("texts_due_on")
        batch_op.drop_column("joint")
        batch_op.drop_column("expected")
        batch_op.drop_column("equipment")

    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")

    with op.batch_alter_table("search_entry", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_search_entry_release_id_release"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_search_entry_release_id"))
        batch_op.drop_column("release_id")

    with op.batch_alter_table("room", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("equipment")

    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_release_published_at"))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_person_merged_into_id_person"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_person_merged_into_id"))
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("search_text")
        batch_op.drop_column("merged_into_id")
        batch_op.drop_column("gender")
        batch_op.drop_column("correspondence")
        batch_op.drop_column("email")
        batch_op.drop_column("region")

    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("search_text")
        batch_op.drop_column("region")

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("travel_minutes")
        batch_op.drop_column("texts_due_on")
        batch_op.drop_column("holds_letters")
        batch_op.drop_column("contact")

    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_column("wording_beside")
        batch_op.drop_column("wording")

    with op.batch_alter_table("appearance", schema=None) as batch_op:
        batch_op.drop_column("language")

    with op.batch_alter_table("precedence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_precedence_event_id"))
        batch_op.drop_index(batch_op.f("ix_precedence_after_id"))

    op.drop_table("precedence")
    with op.batch_alter_table("balance_rule", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_balance_rule_session_id"))
        batch_op.drop_index(batch_op.f("ix_balance_rule_event_id"))

    op.drop_table("balance_rule")
    op.drop_table("withdrawal")
    with op.batch_alter_table("travel_time", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_travel_time_to_venue_id"))
        batch_op.drop_index(batch_op.f("ix_travel_time_event_id"))

    op.drop_table("travel_time")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index("ix_letter_state_not_before")
        batch_op.drop_index(batch_op.f("ix_letter_release_id"))
        batch_op.drop_index(batch_op.f("ix_letter_person_id"))
        batch_op.drop_index(batch_op.f("ix_letter_event_id"))
        batch_op.drop_index(batch_op.f("ix_letter_account_id"))

    op.drop_table("letter")
    with op.batch_alter_table("history_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_history_entry_subject"))
        batch_op.drop_index(batch_op.f("ix_history_entry_step_id"))
        batch_op.drop_index("ix_history_entry_kind_row_id")
        batch_op.drop_index(batch_op.f("ix_history_entry_event_id"))

    op.drop_table("history_entry")
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_index("ix_step_event_id_account_id")

    op.drop_table("step")
    op.drop_table("rule_setting")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_account_id"))

    op.drop_table("membership")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_event_id"))

    op.drop_table("invitation")
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_availability_starts_at"))
        batch_op.drop_index("ix_availability_event_id_subject")

    op.drop_table("availability")
    with op.batch_alter_table("accepted_conflict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accepted_conflict_matter"))

    op.drop_table("accepted_conflict")
    with op.batch_alter_table("passkey", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_passkey_account_id"))

    op.drop_table("passkey")
    with op.batch_alter_table("one_use_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_one_use_link_account_id"))

    op.drop_table("one_use_link")
    op.drop_table("term")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_expires_at"))

    op.drop_table("sign_in")
    op.drop_table("account")
