"""Calculations kept with a case, and per head what is claimed, computed and agreed."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "calculation",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("made_by", key(), nullable=True),
        sa.Column("sheet", json(), nullable=False),
        sa.Column("result", json(), nullable=False),
        sa.Column("total_fen", sa.BigInteger(), nullable=False),
        sa.Column("values_version", sa.Text(), nullable=False),
        sa.Column("part_of_agreement", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("replaced_by_id", key(), nullable=True),
        sa.Column("replaced_reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_calculation_case_id")),
        sa.ForeignKeyConstraint(["made_by"], ["app_user.id"], name=op.f("fk_calculation_made_by")),
        sa.ForeignKeyConstraint(["replaced_by_id"], ["calculation.id"], name=op.f("fk_calculation_replaced_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calculation")),
    )
    with op.batch_alter_table("calculation") as batch:
        batch.create_index(batch.f("ix_calculation_case_id"), ["case_id"], unique=False)
    op.create_table(
        "calculation_head",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("calculation_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("whose", sa.Text(), nullable=False),
        sa.Column("claimed_fen", sa.BigInteger(), nullable=True),
        sa.Column("computed_fen", sa.BigInteger(), nullable=True),
        sa.Column("agreed_fen", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["calculation_id"], ["calculation.id"], name=op.f("fk_calculation_head_calculation_id")),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_calculation_head_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calculation_head")),
    )
    with op.batch_alter_table("calculation_head") as batch:
        batch.create_index(batch.f("ix_calculation_head_calculation_id"), ["calculation_id"], unique=False)
        batch.create_index(batch.f("ix_calculation_head_case_id"), ["case_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("calculation_head") as batch:
        batch.drop_index(batch.f("ix_calculation_head_case_id"))
        batch.drop_index(batch.f("ix_calculation_head_calculation_id"))
    op.drop_table("calculation_head")
    with op.batch_alter_table("calculation") as batch:
        batch.drop_index(batch.f("ix_calculation_case_id"))
    op.drop_table("calculation")
