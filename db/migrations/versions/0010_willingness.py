"""What a party said about mediating first: the block of the court's complaint and answer forms."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "mediation_willingness",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("knows_mediation", sa.Boolean(), nullable=True),
        sa.Column("knows_benefit_1", sa.Boolean(), nullable=True),
        sa.Column("knows_benefit_2", sa.Boolean(), nullable=True),
        sa.Column("knows_benefit_3", sa.Boolean(), nullable=True),
        sa.Column("knows_benefit_4", sa.Boolean(), nullable=True),
        sa.Column("knows_benefit_5", sa.Boolean(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_mediation_willingness_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_mediation_willingness_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_willingness")),
    )
    with op.batch_alter_table("mediation_willingness") as batch:
        batch.create_index(batch.f("ix_mediation_willingness_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_mediation_willingness_party_id"), ["party_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mediation_willingness") as batch:
        batch.drop_index(batch.f("ix_mediation_willingness_party_id"))
        batch.drop_index(batch.f("ix_mediation_willingness_case_id"))
    op.drop_table("mediation_willingness")
