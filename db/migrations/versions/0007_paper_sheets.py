"""What papers ask for beside the case: their sheets, papers that exist only on paper, corrections by hand; interpreter and witness."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0007"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OF_SESSION = ("interpreter_unit", "interpreter_id", "witness")


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "paper_sheet",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("values", json(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_paper_sheet_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_sheet")),
    )
    with op.batch_alter_table("paper_sheet") as batch:
        batch.create_index(batch.f("ix_paper_sheet_case_id"), ["case_id"], unique=False)
    op.create_table(
        "file_entry",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pages", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_file_entry_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_entry")),
    )
    with op.batch_alter_table("file_entry") as batch:
        batch.create_index(batch.f("ix_file_entry_case_id"), ["case_id"], unique=False)
    op.create_table(
        "paper_correction",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("document_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("fingerprints", json(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_paper_correction_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_paper_correction_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_correction")),
    )
    with op.batch_alter_table("paper_correction") as batch:
        batch.create_index(batch.f("ix_paper_correction_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_paper_correction_document_id"), ["document_id"], unique=False)
    with op.batch_alter_table("mediation_session") as batch:
        for name in OF_SESSION:
            batch.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("mediation_session") as batch:
        for name in reversed(OF_SESSION):
            batch.drop_column(name)
    with op.batch_alter_table("paper_correction") as batch:
        batch.drop_index(batch.f("ix_paper_correction_document_id"))
        batch.drop_index(batch.f("ix_paper_correction_case_id"))
    op.drop_table("paper_correction")
    with op.batch_alter_table("file_entry") as batch:
        batch.drop_index(batch.f("ix_file_entry_case_id"))
    op.drop_table("file_entry")
    with op.batch_alter_table("paper_sheet") as batch:
        batch.drop_index(batch.f("ix_paper_sheet_case_id"))
    op.drop_table("paper_sheet")
