"""An agreement in full: own wording beside the generated, guarantees, who else has a right, passed findings; what each court wants."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "passed_finding",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("agreement_id", key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", key(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_passed_finding_agreement_id")),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_passed_finding_case_id")),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_passed_finding_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passed_finding")),
    )
    with op.batch_alter_table("passed_finding") as batch:
        batch.create_index(batch.f("ix_passed_finding_agreement_id"), ["agreement_id"], unique=False)
        batch.create_index(batch.f("ix_passed_finding_case_id"), ["case_id"], unique=False)
    with op.batch_alter_table("agreement") as batch:
        batch.add_column(sa.Column("origins", json(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("third_parties", json(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("amends_id", key(), nullable=True))
        batch.create_foreign_key(batch.f("fk_agreement_amends_id"), "agreement", ["amends_id"], ["id"])
    with op.batch_alter_table("obligation") as batch:
        batch.add_column(sa.Column("own_text", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("generated_text", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("obligation_party") as batch:
        batch.add_column(sa.Column("guarantee", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("until", sa.Date(), nullable=True))
    with op.batch_alter_table("court") as batch:
        batch.add_column(sa.Column("asks", json(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("refuses", json(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("originals", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("confirmation") as batch:
        batch.add_column(sa.Column("reason_kind", sa.String(length=40), nullable=True))
        batch.add_column(sa.Column("known_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("objection_result", sa.Text(), nullable=False, server_default=""))
        batch.create_index(batch.f("ix_confirmation_reason_kind"), ["reason_kind"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("confirmation") as batch:
        batch.drop_index(batch.f("ix_confirmation_reason_kind"))
        batch.drop_column("objection_result")
        batch.drop_column("known_on")
        batch.drop_column("reason_kind")
    with op.batch_alter_table("court") as batch:
        batch.drop_column("originals")
        batch.drop_column("refuses")
        batch.drop_column("asks")
    with op.batch_alter_table("obligation_party") as batch:
        batch.drop_column("until")
        batch.drop_column("guarantee")
    with op.batch_alter_table("obligation") as batch:
        batch.drop_column("generated_text")
        batch.drop_column("own_text")
    with op.batch_alter_table("agreement") as batch:
        batch.drop_constraint(batch.f("fk_agreement_amends_id"), type_="foreignkey")
        batch.drop_column("amends_id")
        batch.drop_column("third_parties")
        batch.drop_column("origins")
    with op.batch_alter_table("passed_finding") as batch:
        batch.drop_index(batch.f("ix_passed_finding_case_id"))
        batch.drop_index(batch.f("ix_passed_finding_agreement_id"))
    op.drop_table("passed_finding")
