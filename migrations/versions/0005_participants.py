"""participants, delegations, official order, bilaterals, movements, own agendas

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "party",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("short_name_fr", sa.String(length=200), server_default="", nullable=False),
        sa.Column("short_name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("formal_name_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("formal_name_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("sort_key_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("sort_key_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("acceded_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_party_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
        sa.UniqueConstraint("uid", name=op.f("uq_party_uid")),
    )
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_party_country"), ["country"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_party_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "category",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name_fr", sa.String(length=200), server_default="", nullable=False),
        sa.Column("name_en", sa.String(length=200), server_default="", nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("needs_approval", sa.Boolean(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("delegation_quota", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("capacity >= 0", name=op.f("ck_category_capacity_not_negative")),
        sa.CheckConstraint(
            "delegation_quota >= 0", name=op.f("ck_category_delegation_quota_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_category_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("event_id", "code", name=op.f("uq_category_event_id_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_category_uid")),
    )
    with op.batch_alter_table("category", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_category_event_id"), ["event_id"], unique=False)

    op.create_table(
        "delegation",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("party_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("correspondence", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("telephone", sa.String(length=40), nullable=False),
        sa.Column("credentials_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_delegation_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["party_id"], ["party.id"], name=op.f("fk_delegation_party_id_party")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        sa.UniqueConstraint("event_id", "code", name=op.f("uq_delegation_event_id_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_delegation_uid")),
    )
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegation_party_id"), ["party_id"], unique=False)
        batch_op.create_index(
            "uq_delegation_party",
            ["event_id", "party_id"],
            unique=True,
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        )

    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_erasure_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sa.UniqueConstraint("subject", name=op.f("uq_erasure_subject")),
    )
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasure_event_id"), ["event_id"], unique=False)

    op.create_table(
        "last_look",
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_last_look_event_id_event")
        ),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_last_look")),
    )
    with op.batch_alter_table("last_look", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_last_look_event_id"), ["event_id"], unique=False)

    op.create_table(
        "meeting_rules",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("most_a_day", sa.Integer(), nullable=False),
        sa.Column("pause", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_meeting_rules_minutes_positive")),
        sa.CheckConstraint("most_a_day > 0", name=op.f("ck_meeting_rules_most_a_day_positive")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_meeting_rules_event_id_event")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_meeting_rules")),
    )
    op.create_table(
        "paper",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_paper_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint("uid", name=op.f("uq_paper_uid")),
    )
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_owner"), ["owner"], unique=False)

    op.create_table(
        "policy",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("wording_fr", sa.String(length=20000), server_default="", nullable=False),
        sa.Column("wording_en", sa.String(length=20000), server_default="", nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_policy_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
        sa.UniqueConstraint("event_id", "number", name=op.f("uq_policy_event_id_number")),
        sa.UniqueConstraint("uid", name=op.f("uq_policy_uid")),
    )
    op.create_table(
        "proposal",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=False),
        sa.Column("wants_end", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_proposal_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("uid", name=op.f("uq_proposal_uid")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_event_id"), ["event_id"], unique=False)

    op.create_table(
        "question",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("label_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("label_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("help_fr", sa.String(length=1000), server_default="", nullable=False),
        sa.Column("help_en", sa.String(length=1000), server_default="", nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_restricted", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("categories", sa.String(length=400), nullable=False),
        sa.Column("shown_if_id", sa.Integer(), nullable=True),
        sa.Column("shown_for", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_question_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["shown_if_id"], ["question.id"], name=op.f("fk_question_shown_if_id_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("event_id", "code", name=op.f("uq_question_event_id_code")),
        sa.UniqueConstraint("uid", name=op.f("uq_question_uid")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_shown_if_id"), ["shown_if_id"], unique=False)

    op.create_table(
        "registration_desk",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("by_invitation", sa.Boolean(), nullable=False),
        sa.Column("for_others", sa.Boolean(), nullable=False),
        sa.Column("welcome_fr", sa.String(length=10000), server_default="", nullable=False),
        sa.Column("welcome_en", sa.String(length=10000), server_default="", nullable=False),
        sa.Column("asked", sa.String(length=400), nullable=False),
        sa.Column("required", sa.String(length=400), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "capacity >= 0", name=op.f("ck_registration_desk_capacity_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_registration_desk_event_id_event")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_registration_desk")),
    )
    op.create_table(
        "retention",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("is_held", sa.Boolean(), nullable=False),
        sa.Column("hold_reason", sa.String(length=1000), nullable=False),
        sa.Column("purged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("days >= 0", name=op.f("ck_retention_days_not_negative")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_retention_event_id_event")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_retention")),
    )
    op.create_table(
        "secret_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("languages", sa.String(length=4), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_secret_address_event_id_event")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret_address")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_secret_address_token_hash")),
    )
    with op.batch_alter_table("secret_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_secret_address_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_secret_address_subject"), ["subject"], unique=False)

    op.create_table(
        "term_of_office",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("honorific_fr", sa.String(length=100), server_default="", nullable=False),
        sa.Column("honorific_en", sa.String(length=100), server_default="", nullable=False),
        sa.Column("function_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("function_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_term_of_office_dates_in_order")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_term_of_office_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_term_of_office_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_of_office")),
        sa.UniqueConstraint("uid", name=op.f("uq_term_of_office_uid")),
    )
    with op.batch_alter_table("term_of_office", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_term_of_office_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_term_of_office_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "access_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_access_invitation_delegation_id_delegation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_access_invitation_token_hash")),
    )
    with op.batch_alter_table("access_invitation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_access_invitation_delegation_id"), ["delegation_id"], unique=False
        )

    op.create_table(
        "delegation_access",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("telephone", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_delegation_access_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_delegation_access_delegation_id_delegation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation_access")),
        sa.UniqueConstraint(
            "delegation_id",
            "account_id",
            "kind",
            name=op.f("uq_delegation_access_delegation_id_account_id_kind"),
        ),
    )
    with op.batch_alter_table("delegation_access", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delegation_access_account_id"), ["account_id"], unique=False
        )

    op.create_table(
        "official_order",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("basis", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("authority", sa.String(length=40), nullable=False),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column("host_place", sa.String(length=40), nullable=False),
        sa.Column("organisations_place", sa.String(length=40), nullable=False),
        sa.Column("first_id", sa.Integer(), nullable=True),
        sa.Column("seed", sa.String(length=64), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("drawn_by", sa.String(length=200), nullable=False),
        sa.Column("drawn_among", sa.JSON(), nullable=False),
        sa.Column("uids", sa.JSON(), nullable=False),
        sa.Column("made_from", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_official_order_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["first_id"], ["delegation.id"], name=op.f("fk_official_order_first_id_delegation")
        ),
        sa.ForeignKeyConstraint(
            ["host_id"], ["delegation.id"], name=op.f("fk_official_order_host_id_delegation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_order")),
        sa.UniqueConstraint("event_id", "kind", name=op.f("uq_official_order_event_id_kind")),
        sa.UniqueConstraint("uid", name=op.f("uq_official_order_uid")),
    )
    with op.batch_alter_table("official_order", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_official_order_first_id"), ["first_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_official_order_host_id"), ["host_id"], unique=False)

    op.create_table(
        "participant",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("honorific_fr", sa.String(length=100), server_default="", nullable=False),
        sa.Column("honorific_en", sa.String(length=100), server_default="", nullable=False),
        sa.Column("function_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("function_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("printed_name_fr", sa.String(length=400), server_default="", nullable=False),
        sa.Column("printed_name_en", sa.String(length=400), server_default="", nullable=False),
        sa.Column("languages", sa.String(length=100), nullable=False),
        sa.Column("is_listed", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("policy", sa.Integer(), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("badge", sa.String(length=64), server_default="", nullable=False),
        sa.Column("badge_printed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_participant_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_participant_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_participant_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_participant_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint("event_id", "code", name=op.f("uq_participant_event_id_code")),
        sa.UniqueConstraint(
            "event_id", "person_id", name=op.f("uq_participant_event_id_person_id")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_participant_uid")),
    )
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_participant_category_id"), ["category_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_participant_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_participant_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "ix_participant_queue", ["event_id", "state", "registered_at"], unique=False
        )

    op.create_table(
        "quota",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.CheckConstraint("most >= 0", name=op.f("ck_quota_most_not_negative")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_quota_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_quota_delegation_id_delegation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quota")),
        sa.UniqueConstraint(
            "delegation_id", "category_id", name=op.f("uq_quota_delegation_id_category_id")
        ),
    )
    with op.batch_alter_table("quota", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quota_category_id"), ["category_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_answer_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_answer_question_id_question")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint(
            "participant_id", "question_id", name=op.f("uq_answer_participant_id_question_id")
        ),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_question_id"), ["question_id"], unique=False)

    op.create_table(
        "meeting_window",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.CheckConstraint("closes > opens", name=op.f("ck_meeting_window_hours_in_order")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_meeting_window_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_meeting_window_room_id_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_window")),
        sa.UniqueConstraint(
            "room_id", "on", "opens", name=op.f("uq_meeting_window_room_id_on_opens")
        ),
    )
    with op.batch_alter_table("meeting_window", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_window_event_id"), ["event_id"], unique=False)

    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("function", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("in_post_since", sa.Date(), nullable=True),
        sa.Column("stands_in_for_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["delegation_id"], ["delegation.id"], name=op.f("fk_member_delegation_id_delegation")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_member_participant_id_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["stands_in_for_id"],
            ["member.id"],
            name=op.f("fk_member_stands_in_for_id_member"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_member_participant_id")),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_member_delegation_id"), ["delegation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_member_stands_in_for_id"), ["stands_in_for_id"], unique=False
        )
        batch_op.create_index(
            "uq_member_head",
            ["delegation_id"],
            unique=True,
            sqlite_where=sa.text("function = 'head'"),
            postgresql_where=sa.text("function = 'head'"),
        )

    op.create_table(
        "needs",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("access", sa.String(length=1000), nullable=False),
        sa.Column("diet", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_needs_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("participant_id", name=op.f("pk_needs")),
    )
    op.create_table(
        "order_override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_order_override_delegation_id_delegation"),
        ),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["official_order.id"],
            name=op.f("fk_order_override_order_id_official_order"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_override")),
        sa.UniqueConstraint(
            "order_id", "delegation_id", name=op.f("uq_order_override_order_id_delegation_id")
        ),
    )
    with op.batch_alter_table("order_override", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_order_override_delegation_id"), ["delegation_id"], unique=False
        )

    op.create_table(
        "personal_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=4), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("participant_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_personal_invitation_category_id_category"),
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_personal_invitation_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_personal_invitation_participant_id_participant"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_invitation")),
        sa.UniqueConstraint("participant_id", name=op.f("uq_personal_invitation_participant_id")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_personal_invitation_token_hash")),
    )
    with op.batch_alter_table("personal_invitation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_personal_invitation_category_id"), ["category_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_personal_invitation_event_id"), ["event_id"], unique=False
        )

    op.create_table(
        "registration",
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("registered_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_registration_event_id_event")
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_registration_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["registered_by_id"],
            ["participant.id"],
            name=op.f("fk_registration_registered_by_id_participant"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("participant_id", name=op.f("pk_registration")),
        sa.UniqueConstraint("key", name=op.f("uq_registration_key")),
    )
    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_registration_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("ix_registration_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_registration_registered_by_id"), ["registered_by_id"], unique=False
        )

    op.create_table(
        "bilateral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("requested_by_id", sa.Integer(), nullable=False),
        sa.Column("requested_of_id", sa.Integer(), nullable=False),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=500), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("languages", sa.String(length=100), nullable=False),
        sa.Column("is_fixed", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=1000), nullable=False),
        sa.Column("is_agreed_by", sa.Boolean(), nullable=False),
        sa.Column("is_agreed_of", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["slot.id"], name=op.f("fk_bilateral_id_slot")),
        sa.ForeignKeyConstraint(
            ["requested_by_id"],
            ["delegation.id"],
            name=op.f("fk_bilateral_requested_by_id_delegation"),
        ),
        sa.ForeignKeyConstraint(
            ["requested_of_id"],
            ["delegation.id"],
            name=op.f("fk_bilateral_requested_of_id_delegation"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bilateral")),
    )
    with op.batch_alter_table("bilateral", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bilateral_requested_by_id"), ["requested_by_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_bilateral_requested_of_id"), ["requested_of_id"], unique=False
        )

    op.create_table(
        "movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("origin_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("origin_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("destination_fr", sa.String(length=300), server_default="", nullable=False),
        sa.Column("destination_en", sa.String(length=300), server_default="", nullable=False),
        sa.Column("transport", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["slot.id"], name=op.f("fk_movement_id_slot")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_movement")),
    )
    op.create_table(
        "slot_delegation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_slot_delegation_delegation_id_delegation"),
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"], ["slot.id"], name=op.f("fk_slot_delegation_slot_id_slot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_delegation")),
        sa.UniqueConstraint(
            "slot_id", "delegation_id", name=op.f("uq_slot_delegation_slot_id_delegation_id")
        ),
    )
    with op.batch_alter_table("slot_delegation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_slot_delegation_delegation_id"), ["delegation_id"], unique=False
        )

    op.create_table(
        "seating",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("waits", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.CheckConstraint("seats >= 0", name=op.f("ck_seating_seats_not_negative")),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_seating_session_id_session")
        ),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_seating")),
    )
    op.create_table(
        "session_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participant.id"],
            name=op.f("fk_session_choice_participant_id_participant"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_session_choice_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_choice")),
        sa.UniqueConstraint(
            "session_id", "participant_id", name=op.f("uq_session_choice_session_id_participant_id")
        ),
    )
    with op.batch_alter_table("session_choice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_session_choice_participant_id"), ["participant_id"], unique=False
        )
        batch_op.create_index(
            "ix_session_choice_queue", ["session_id", "state", "at"], unique=False
        )

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("sign_profile", sa.String(length=40), server_default="equal", nullable=False)
        )
        batch_op.add_column(
            sa.Column(
                "emergency_telephone", sa.String(length=40), server_default="", nullable=False
            )
        )

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("agreement", sa.String(length=40), server_default="not_given", nullable=False)
        )
        batch_op.add_column(sa.Column("rank", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("biography_fr", sa.String(length=4000), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("biography_en", sa.String(length=4000), server_default="", nullable=False)
        )

    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.add_column(sa.Column("erasures", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("release", schema=None) as batch_op:
        batch_op.drop_column("erasures")

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("biography_en")
        batch_op.drop_column("biography_fr")
        batch_op.drop_column("rank")
        batch_op.drop_column("agreement")

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("emergency_telephone")
        batch_op.drop_column("sign_profile")

    with op.batch_alter_table("session_choice", schema=None) as batch_op:
        batch_op.drop_index("ix_session_choice_queue")
        batch_op.drop_index(batch_op.f("ix_session_choice_participant_id"))

    op.drop_table("session_choice")
    op.drop_table("seating")
    with op.batch_alter_table("slot_delegation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_slot_delegation_delegation_id"))

    op.drop_table("slot_delegation")
    op.drop_table("movement")
    with op.batch_alter_table("bilateral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bilateral_requested_of_id"))
        batch_op.drop_index(batch_op.f("ix_bilateral_requested_by_id"))

    op.drop_table("bilateral")
    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_registration_registered_by_id"))
        batch_op.drop_index(batch_op.f("ix_registration_event_id"))
        batch_op.drop_index(batch_op.f("ix_registration_email"))

    op.drop_table("registration")
    with op.batch_alter_table("personal_invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_personal_invitation_event_id"))
        batch_op.drop_index(batch_op.f("ix_personal_invitation_category_id"))

    op.drop_table("personal_invitation")
    with op.batch_alter_table("order_override", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_override_delegation_id"))

    op.drop_table("order_override")
    op.drop_table("needs")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_member_head",
            sqlite_where=sa.text("function = 'head'"),
            postgresql_where=sa.text("function = 'head'"),
        )
        batch_op.drop_index(batch_op.f("ix_member_stands_in_for_id"))
        batch_op.drop_index(batch_op.f("ix_member_delegation_id"))

    op.drop_table("member")
    with op.batch_alter_table("meeting_window", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_window_event_id"))

    op.drop_table("meeting_window")
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_answer_question_id"))

    op.drop_table("answer")
    with op.batch_alter_table("quota", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quota_category_id"))

    op.drop_table("quota")
    with op.batch_alter_table("participant", schema=None) as batch_op:
        batch_op.drop_index("ix_participant_queue")
        batch_op.drop_index(batch_op.f("ix_participant_person_id"))
        batch_op.drop_index(batch_op.f("ix_participant_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_participant_category_id"))

    op.drop_table("participant")
    with op.batch_alter_table("official_order", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_official_order_host_id"))
        batch_op.drop_index(batch_op.f("ix_official_order_first_id"))

    op.drop_table("official_order")
    with op.batch_alter_table("delegation_access", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegation_access_account_id"))

    op.drop_table("delegation_access")
    with op.batch_alter_table("access_invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_invitation_delegation_id"))

    op.drop_table("access_invitation")
    with op.batch_alter_table("term_of_office", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_term_of_office_person_id"))
        batch_op.drop_index(batch_op.f("ix_term_of_office_organisation_id"))

    op.drop_table("term_of_office")
    with op.batch_alter_table("secret_address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_secret_address_subject"))
        batch_op.drop_index(batch_op.f("ix_secret_address_event_id"))

    op.drop_table("secret_address")
    op.drop_table("retention")
    op.drop_table("registration_desk")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_shown_if_id"))

    op.drop_table("question")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_proposal_event_id"))

    op.drop_table("proposal")
    op.drop_table("policy")
    with op.batch_alter_table("paper", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paper_owner"))
        batch_op.drop_index(batch_op.f("ix_paper_event_id"))
        batch_op.drop_index(batch_op.f("ix_paper_digest"))

    op.drop_table("paper")
    op.drop_table("meeting_rules")
    with op.batch_alter_table("last_look", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_last_look_event_id"))

    op.drop_table("last_look")
    with op.batch_alter_table("erasure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasure_event_id"))

    op.drop_table("erasure")
    with op.batch_alter_table("delegation", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_delegation_party",
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_delegation_party_id"))

    op.drop_table("delegation")
    with op.batch_alter_table("category", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_category_event_id"))

    op.drop_table("category")
    with op.batch_alter_table("party", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_party_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_party_country"))

    op.drop_table("party")
