"""The life of a case: its moves, terms, plans and visits; what an office adds to the law; confirmation and groups in full."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "code",
        sa.Column("list_key", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code")),
        sa.UniqueConstraint("list_key", "code", "edition", name=op.f("uq_code_list_key_code_edition")),
    )
    op.create_table(
        "special_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_day")),
        sa.UniqueConstraint("day", name=op.f("uq_special_day_day")),
    )
    op.create_table(
        "kin",
        sa.Column("mediator_id", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediator.id"], name=op.f("fk_kin_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kin")),
    )
    with op.batch_alter_table("kin") as batch:
        batch.create_index(batch.f("ix_kin_mediator_id"), ["mediator_id"], unique=False)
    op.create_table(
        "legal_value",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("user_id", key(), nullable=True),
        sa.Column("typed_on", sa.Date(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_legal_value_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_value")),
    )
    with op.batch_alter_table("legal_value") as batch:
        batch.create_index(batch.f("ix_legal_value_key"), ["key"], unique=False)
    op.create_table(
        "case_move",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("stage_before", sa.String(length=40), nullable=False),
        sa.Column("stage_after", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("values", json(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("undone_reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_case_move_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_move")),
    )
    with op.batch_alter_table("case_move") as batch:
        batch.create_index(batch.f("ix_case_move_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_case_move_seq"), ["seq"], unique=False)
    op.create_table(
        "extension",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("applicant_agreed_on", sa.Date(), nullable=False),
        sa.Column("respondent_agreed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_extension_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extension")),
    )
    with op.batch_alter_table("extension") as batch:
        batch.create_index(batch.f("ix_extension_case_id"), ["case_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_participant_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
    )
    with op.batch_alter_table("participant") as batch:
        batch.create_index(batch.f("ix_participant_case_id"), ["case_id"], unique=False)
    op.create_table(
        "prevented_harm",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("people_count", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_prevented_harm_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prevented_harm")),
        sa.UniqueConstraint("case_id", "kind", name=op.f("uq_prevented_harm_case_id_kind")),
    )
    with op.batch_alter_table("prevented_harm") as batch:
        batch.create_index(batch.f("ix_prevented_harm_case_id"), ["case_id"], unique=False)
    op.create_table(
        "proposal",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("consented_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_proposal_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal") as batch:
        batch.create_index(batch.f("ix_proposal_case_id"), ["case_id"], unique=False)
    op.create_table(
        "screening",
        sa.Column("organisation_id", key(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("people_count", sa.BigInteger(), nullable=True),
        sa.Column("handled", sa.Text(), nullable=False),
        sa.Column("case_id", key(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_screening_case_id")),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_screening_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screening")),
    )
    with op.batch_alter_table("screening") as batch:
        batch.create_index(batch.f("ix_screening_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_screening_day"), ["day"], unique=False)
        batch.create_index(batch.f("ix_screening_organisation_id"), ["organisation_id"], unique=False)
    op.create_table(
        "suspension",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("excluded", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_suspension_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suspension")),
    )
    with op.batch_alter_table("suspension") as batch:
        batch.create_index(batch.f("ix_suspension_case_id"), ["case_id"], unique=False)
    op.create_table(
        "undisputed_facts",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("facts", json(), nullable=False),
        sa.Column("still_disputed", json(), nullable=False),
        sa.Column("consented_on", sa.Date(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_undisputed_facts_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undisputed_facts")),
    )
    with op.batch_alter_table("undisputed_facts") as batch:
        batch.create_index(batch.f("ix_undisputed_facts_case_id"), ["case_id"], unique=False)
    op.create_table(
        "proposal_service",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("proposal_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=False),
        sa.Column("served_on", sa.Date(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("objected_on", sa.Date(), nullable=True),
        sa.Column("objection", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_proposal_service_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_proposal_service_party_id")),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_service_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal_service")),
    )
    with op.batch_alter_table("proposal_service") as batch:
        batch.create_index(batch.f("ix_proposal_service_case_id"), ["case_id"], unique=False)
        batch.create_index(batch.f("ix_proposal_service_proposal_id"), ["proposal_id"], unique=False)
    op.create_table(
        "recusal",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("mediator_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_recusal_case_id")),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediator.id"], name=op.f("fk_recusal_mediator_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_recusal_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recusal")),
    )
    with op.batch_alter_table("recusal") as batch:
        batch.create_index(batch.f("ix_recusal_case_id"), ["case_id"], unique=False)
    op.create_table(
        "return_visit",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("visitor", sa.Text(), nullable=False),
        sa.Column("performance", sa.Text(), nullable=False),
        sa.Column("satisfied", sa.Boolean(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("signs", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_return_visit_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_return_visit_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_visit")),
    )
    with op.batch_alter_table("return_visit") as batch:
        batch.create_index(batch.f("ix_return_visit_case_id"), ["case_id"], unique=False)
    with op.batch_alter_table("agreement") as batch:
        batch.add_column(sa.Column("earliest_effect_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("split_from_id", key(), nullable=True))
        batch.add_column(sa.Column("member_id", key(), nullable=True))
        batch.create_foreign_key(batch.f("fk_agreement_split_from_id"), "agreement", ["split_from_id"], ["id"])
        batch.create_foreign_key(batch.f("fk_agreement_member_id"), "party_member", ["member_id"], ["id"])
    with op.batch_alter_table("confirmation") as batch:
        batch.add_column(sa.Column("supplement_until", sa.Date(), nullable=True))
        batch.add_column(sa.Column("supplemented_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("objected_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("objection", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("dispute_case") as batch:
        batch.add_column(sa.Column("settled_elsewhere", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("series_key", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("split_from_id", key(), nullable=True))
        batch.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("archived_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("retention", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("dossier_pages", sa.BigInteger(), nullable=True))
        batch.create_index(batch.f("ix_dispute_case_series_key"), ["series_key"], unique=False)
        batch.create_index(batch.f("ix_dispute_case_split_from_id"), ["split_from_id"], unique=False)
        batch.create_foreign_key(batch.f("fk_dispute_case_split_from_id"), "dispute_case", ["split_from_id"], ["id"])
    with op.batch_alter_table("instalment") as batch:
        batch.add_column(sa.Column("member_id", key(), nullable=True))
        batch.create_index(batch.f("ix_instalment_member_id"), ["member_id"], unique=False)
        batch.create_foreign_key(batch.f("fk_instalment_member_id"), "party_member", ["member_id"], ["id"])
    with op.batch_alter_table("organisation") as batch:
        batch.add_column(sa.Column("parent_id", key(), nullable=True))
        batch.create_foreign_key(batch.f("fk_organisation_parent_id"), "organisation", ["parent_id"], ["id"])
    with op.batch_alter_table("party_member") as batch:
        batch.add_column(sa.Column("authority", json(), nullable=False, server_default="[]"))
    with op.batch_alter_table("referral") as batch:
        batch.add_column(sa.Column("outward", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("returned_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("referral") as batch:
        batch.drop_column("returned_on")
        batch.drop_column("outward")
    with op.batch_alter_table("party_member") as batch:
        batch.drop_column("authority")
    with op.batch_alter_table("organisation") as batch:
        batch.drop_constraint(batch.f("fk_organisation_parent_id"), type_="foreignkey")
        batch.drop_column("parent_id")
    with op.batch_alter_table("instalment") as batch:
        batch.drop_constraint(batch.f("fk_instalment_member_id"), type_="foreignkey")
        batch.drop_index(batch.f("ix_instalment_member_id"))
        batch.drop_column("member_id")
    with op.batch_alter_table("dispute_case") as batch:
        batch.drop_constraint(batch.f("fk_dispute_case_split_from_id"), type_="foreignkey")
        batch.drop_index(batch.f("ix_dispute_case_split_from_id"))
        batch.drop_index(batch.f("ix_dispute_case_series_key"))
        batch.drop_column("dossier_pages")
        batch.drop_column("retention")
        batch.drop_column("archived_on")
        batch.drop_column("closed_on")
        batch.drop_column("split_from_id")
        batch.drop_column("series_key")
        batch.drop_column("settled_elsewhere")
    with op.batch_alter_table("confirmation") as batch:
        batch.drop_column("objection")
        batch.drop_column("objected_on")
        batch.drop_column("supplemented_on")
        batch.drop_column("supplement_until")
    with op.batch_alter_table("agreement") as batch:
        batch.drop_constraint(batch.f("fk_agreement_member_id"), type_="foreignkey")
        batch.drop_constraint(batch.f("fk_agreement_split_from_id"), type_="foreignkey")
        batch.drop_column("member_id")
        batch.drop_column("split_from_id")
        batch.drop_column("earliest_effect_on")
    with op.batch_alter_table("return_visit") as batch:
        batch.drop_index(batch.f("ix_return_visit_case_id"))
    op.drop_table("return_visit")
    with op.batch_alter_table("recusal") as batch:
        batch.drop_index(batch.f("ix_recusal_case_id"))
    op.drop_table("recusal")
    with op.batch_alter_table("proposal_service") as batch:
        batch.drop_index(batch.f("ix_proposal_service_proposal_id"))
        batch.drop_index(batch.f("ix_proposal_service_case_id"))
    op.drop_table("proposal_service")
    with op.batch_alter_table("undisputed_facts") as batch:
        batch.drop_index(batch.f("ix_undisputed_facts_case_id"))
    op.drop_table("undisputed_facts")
    with op.batch_alter_table("suspension") as batch:
        batch.drop_index(batch.f("ix_suspension_case_id"))
    op.drop_table("suspension")
    with op.batch_alter_table("screening") as batch:
        batch.drop_index(batch.f("ix_screening_organisation_id"))
        batch.drop_index(batch.f("ix_screening_day"))
        batch.drop_index(batch.f("ix_screening_case_id"))
    op.drop_table("screening")
    with op.batch_alter_table("proposal") as batch:
        batch.drop_index(batch.f("ix_proposal_case_id"))
    op.drop_table("proposal")
    with op.batch_alter_table("prevented_harm") as batch:
        batch.drop_index(batch.f("ix_prevented_harm_case_id"))
    op.drop_table("prevented_harm")
    with op.batch_alter_table("participant") as batch:
        batch.drop_index(batch.f("ix_participant_case_id"))
    op.drop_table("participant")
    with op.batch_alter_table("extension") as batch:
        batch.drop_index(batch.f("ix_extension_case_id"))
    op.drop_table("extension")
    with op.batch_alter_table("case_move") as batch:
        batch.drop_index(batch.f("ix_case_move_seq"))
        batch.drop_index(batch.f("ix_case_move_case_id"))
    op.drop_table("case_move")
    with op.batch_alter_table("legal_value") as batch:
        batch.drop_index(batch.f("ix_legal_value_key"))
    op.drop_table("legal_value")
    with op.batch_alter_table("kin") as batch:
        batch.drop_index(batch.f("ix_kin_mediator_id"))
    op.drop_table("kin")
    op.drop_table("special_day")
    op.drop_table("code")
