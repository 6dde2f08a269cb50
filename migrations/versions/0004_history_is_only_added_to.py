"""history is only added to; the index of the search knows its release; people are found by name

Revision ID: 0004
Revises: 0003
"""

import unicodedata

import sqlalchemy as sa
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
    _index_names(op.get_bind())
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


def _index_names(connection):
    """Folds the names of people and organisations that were there before."""
    texts = {
        "person": ("given_name", "family_name", "family_name", "given_name", "function_fr",
                   "function_en"),
        "organisation": ("name_fr", "name_en"),
    }  # fmt: skip
    for name, columns in texts.items():
        table = sa.table(name, sa.column("id"), sa.column("search_text"), *map(sa.column, columns))
        for row in connection.execute(sa.select(table)).mappings().all():
            text = _fold(" ".join(row[column] for column in columns))
            connection.execute(
                sa.update(table).where(table.c.id == row["id"]).values(search_text=text)
            )


def _fold(text):
    """As the application folds at this revision."""
    text = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(letters.translate(_TABLE).split())


_TABLE = str.maketrans(
    {"æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n",
     "œ": "oe", "ŧ": "t", "’": "'", "‘": "'", "ʼ": "'", "ʹ": "'"}
    | dict.fromkeys("‐‒–—−", "-")
    | dict.fromkeys("·‧\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)  # fmt: skip


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("update", "delete"):
            op.execute(f"DROP TRIGGER history_entry_no_{deed}")
    else:
        op.execute("DROP TRIGGER history_entry_no_change ON history_entry")
        op.execute("DROP FUNCTION history_entry_refuse()")
