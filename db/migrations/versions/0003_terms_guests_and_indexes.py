"""Sessions that are fixed, what interrupts limitation, guests with their kind, payers who are no party; indexes for many cases."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

# table -> index -> columns
INDEXES: dict[str, dict[str, list[str]]] = {
    "dispute_case": {
        "ix_dispute_case_accepted_on": ["accepted_on"],
        "ix_dispute_case_organisation_id_stage": ["organisation_id", "stage"],
    },
    "assignment": {
        "ix_assignment_case_id_role": ["case_id", "role", "assigned_on"],
        "ix_assignment_mediator_id_ended_on": ["mediator_id", "ended_on", "case_id"],
    },
    "outcome": {
        "ix_outcome_case_id_undone": ["case_id", "undone", "id"],
        "ix_outcome_concluded_on": ["concluded_on"],
    },
    "agreement": {"ix_agreement_case_id_status": ["case_id", "status", "id"]},
    "confirmation": {"ix_confirmation_applied_on": ["applied_on"]},
    "evidence": {"ix_evidence_missing_until": ["missing_until"]},
}


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "appointment",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("begins", sa.Time(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("insurer_told_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_appointment_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
    )
    with op.batch_alter_table("appointment") as batch:
        batch.create_index(batch.f("ix_appointment_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_appointment_day"), ["day"], unique=False)
    op.create_table(
        "interruption",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_interruption_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_interruption_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interruption")),
    )
    with op.batch_alter_table("interruption") as batch:
        batch.create_index(batch.f("ix_interruption_case_id"), ["case_id"], unique=False)
    with op.batch_alter_table("agreement") as batch:
        batch.add_column(sa.Column("proposal_id", key(), nullable=True))
        batch.create_foreign_key(batch.f("fk_agreement_proposal_id"), "proposal", ["proposal_id"], ["id"])
    with op.batch_alter_table("attendee") as batch:
        batch.add_column(sa.Column("participant_id", key(), nullable=True))
        batch.create_foreign_key(batch.f("fk_attendee_participant_id"), "participant", ["participant_id"], ["id"])
    with op.batch_alter_table("confirmation") as batch:
        batch.add_column(sa.Column("supplement_asked", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("dispute_case") as batch:
        batch.add_column(sa.Column("limitation_from", sa.Date(), nullable=True))
    with op.batch_alter_table("evidence") as batch:
        batch.add_column(sa.Column("returned_to", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("mediator") as batch:
        batch.add_column(sa.Column("residence", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("participant") as batch:
        batch.add_column(sa.Column("kind", sa.String(length=40), nullable=False, server_default="other"))
        batch.add_column(sa.Column("consented_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
    with op.batch_alter_table("performance") as batch:
        batch.add_column(sa.Column("payer", sa.Text(), nullable=False, server_default=""))
    for table, indexes in INDEXES.items():
        with op.batch_alter_table(table) as batch:
            for name, columns in indexes.items():
                batch.create_index(batch.f(name), columns, unique=False)


def downgrade() -> None:
    for table, indexes in INDEXES.items():
        with op.batch_alter_table(table) as batch:
            for name in indexes:
                batch.drop_index(batch.f(name))
    with op.batch_alter_table("performance") as batch:
        batch.drop_column("payer")
    with op.batch_alter_table("participant") as batch:
        batch.drop_column("ended_on")
        batch.drop_column("consented_on")
        batch.drop_column("kind")
    with op.batch_alter_table("mediator") as batch:
        batch.drop_column("residence")
    with op.batch_alter_table("evidence") as batch:
        batch.drop_column("returned_to")
    with op.batch_alter_table("dispute_case") as batch:
        batch.drop_column("limitation_from")
    with op.batch_alter_table("confirmation") as batch:
        batch.drop_column("supplement_asked")
    with op.batch_alter_table("attendee") as batch:
        batch.drop_constraint(batch.f("fk_attendee_participant_id"), type_="foreignkey")
        batch.drop_column("participant_id")
    with op.batch_alter_table("agreement") as batch:
        batch.drop_constraint(batch.f("fk_agreement_proposal_id"), type_="foreignkey")
        batch.drop_column("proposal_id")
    with op.batch_alter_table("interruption") as batch:
        batch.drop_index(batch.f("ix_interruption_case_id"))
    op.drop_table("interruption")
    with op.batch_alter_table("appointment") as batch:
        batch.drop_index(batch.f("ix_appointment_day"))
        batch.drop_index(batch.f("ix_appointment_case_id"))
    op.drop_table("appointment")
