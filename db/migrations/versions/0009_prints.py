"""Prints of issued papers: a second one is a marked copy."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "print_run",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("document_id", key(), nullable=False),
        sa.Column("copy", sa.BigInteger(), nullable=False),
        sa.Column("sheets", sa.BigInteger(), nullable=False),
        sa.Column("printer", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed_by", key(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_print_run_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_print_run_document_id")),
        sa.ForeignKeyConstraint(["printed_by"], ["app_user.id"], name=op.f("fk_print_run_printed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_run")),
    )
    with op.batch_alter_table("print_run") as batch:
        batch.create_index(batch.f("ix_print_run_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_print_run_document_id"), ["document_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("print_run") as batch:
        batch.drop_index(batch.f("ix_print_run_document_id"))
        batch.drop_index(batch.f("ix_print_run_case_id"))
    op.drop_table("print_run")
