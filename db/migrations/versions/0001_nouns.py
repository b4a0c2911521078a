"""Every noun of the domain, the journal, drafts, and what a case is found by."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

SEARCH = "case_search"


def key() -> sa.types.TypeEngine[int]:
    """SQLite numbers a row by its rowid only where the key is an INTEGER."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def json() -> sa.types.TypeEngine[Any]:
    return sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def make_search() -> None:
    """By dialect, and outside the nouns: see db/search.py."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE VIRTUAL TABLE {SEARCH} USING fts5(words, content='', contentless_delete=1, detail=full, tokenize='ascii')")
    else:
        op.execute(
            f"CREATE TABLE {SEARCH} (case_order bigint CONSTRAINT pk_{SEARCH} PRIMARY KEY, pairs text[] NOT NULL, terms text NOT NULL)"
        )
        op.execute(f"CREATE INDEX ix_{SEARCH}_pairs ON {SEARCH} USING gin (pairs)")


def upgrade() -> None:
    op.create_table(
        "court",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_court")),
        sa.UniqueConstraint("code", name=op.f("uq_court_code")),
    )
    op.create_table(
        "journal_entry",
        sa.Column("seq", key(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_entry")),
    )
    op.create_index(op.f("ix_journal_entry_case_id"), "journal_entry", ["case_id"])

    head = op.create_table(
        "journal_head",
        sa.Column("id", key(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "region",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_code", sa.Text(), nullable=False),
        sa.Column("abolished", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_region")),
        sa.UniqueConstraint("code", name=op.f("uq_region_code")),
    )
    op.create_index(op.f("ix_region_parent_code"), "region", ["parent_code"])

    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", json(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", name=op.f("uq_setting_key")),
    )
    op.create_table(
        "journal_change",
        sa.Column("seq", key(), nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.BigInteger(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["journal_entry.seq"], name=op.f("fk_journal_change_seq")),
        sa.PrimaryKeyConstraint("seq", "n", name=op.f("pk_journal_change")),
    )
    op.create_index(op.f("ix_journal_change_row"), "journal_change", ["table_name", "row_id"])

    op.create_table(
        "organisation",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("mediation_type", sa.String(length=40), nullable=False),
        sa.Column("site", sa.String(length=40), nullable=False),
        sa.Column("letterhead", sa.Text(), nullable=False),
        sa.Column("number_pattern", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("seal_name", sa.Text(), nullable=False),
        sa.Column("court_id", key(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["court_id"], ["court.id"], name=op.f("fk_organisation_court_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("name", name=op.f("uq_organisation_name")),
    )
    op.create_index(op.f("ix_organisation_court_id"), "organisation", ["court_id"])

    op.create_table(
        "mediator",
        sa.Column("organisation_id", key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("ethnic_group", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("certificate_number", sa.Text(), nullable=False),
        sa.Column("roster_court_id", key(), nullable=True),
        sa.Column("employer", sa.Text(), nullable=False),
        sa.Column("fields", json(), nullable=False),
        sa.Column("languages", json(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_mediator_organisation_id")),
        sa.ForeignKeyConstraint(["roster_court_id"], ["court.id"], name=op.f("fk_mediator_roster_court_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediator")),
    )
    op.create_index(op.f("ix_mediator_name"), "mediator", ["name"])
    op.create_index(op.f("ix_mediator_organisation_id"), "mediator", ["organisation_id"])
    op.create_index(op.f("ix_mediator_roster_court_id"), "mediator", ["roster_court_id"])

    op.create_table(
        "series",
        sa.Column("organisation_id", key(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("next", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_series_organisation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("organisation_id", "kind", "year", name=op.f("uq_series_organisation_id_kind_year")),
    )
    op.create_table(
        "absence",
        sa.Column("mediator_id", key(), nullable=False),
        sa.Column("begins", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediator.id"], name=op.f("fk_absence_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_mediator_id"), "absence", ["mediator_id"])

    op.create_table(
        "app_user",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("mediator_id", key(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediator.id"], name=op.f("fk_app_user_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_user")),
        sa.UniqueConstraint("login", name=op.f("uq_app_user_login")),
    )
    op.create_table(
        "dispute_case",
        sa.Column("order", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", key(), nullable=False),
        sa.Column("entry_number", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("cause_edition", sa.Text(), nullable=False),
        sa.Column("moj_type", sa.Text(), nullable=False),
        sa.Column("mediation_type", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_note", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("claims", json(), nullable=False),
        sa.Column("claim_fen", sa.BigInteger(), nullable=True),
        sa.Column("facts", json(), nullable=False),
        sa.Column("people_count", sa.BigInteger(), nullable=True),
        sa.Column("difficult", sa.Boolean(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("mongolian", sa.Boolean(), nullable=False),
        sa.Column("platform_number", sa.Text(), nullable=False),
        sa.Column("arbitration_clause", sa.Text(), nullable=False),
        sa.Column("registered_by", key(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_dispute_case_organisation_id")),
        sa.ForeignKeyConstraint(["registered_by"], ["app_user.id"], name=op.f("fk_dispute_case_registered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_case")),
        sa.UniqueConstraint("number", name=op.f("uq_dispute_case_number")),
        sa.UniqueConstraint("order", name=op.f("uq_dispute_case_order")),
        sa.UniqueConstraint("organisation_id", "entry_number", name=op.f("uq_dispute_case_organisation_id_entry_number")),
    )
    op.create_index(op.f("ix_dispute_case_category_order"), "dispute_case", ["category", "order"])
    op.create_index(op.f("ix_dispute_case_organisation_id"), "dispute_case", ["organisation_id"])
    op.create_index(op.f("ix_dispute_case_stage_order"), "dispute_case", ["stage", "order"])

    op.create_table(
        "draft",
        sa.Column("id", key(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("owner_id", key(), nullable=False),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("values", json(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["app_user.id"], name=op.f("fk_draft_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("page", "owner_id", "case_id", name=op.f("uq_draft_page_owner_id_case_id")),
    )
    op.create_table(
        "agreement",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("version_number", sa.BigInteger(), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Text(), nullable=False),
        sa.Column("responsibility", sa.Text(), nullable=False),
        sa.Column("clauses", json(), nullable=False),
        sa.Column("confirmation_wanted", sa.Boolean(), nullable=True),
        sa.Column("copies", sa.BigInteger(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_agreement_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_case_id"), "agreement", ["case_id"])
    op.create_index(op.f("ix_agreement_effective_on"), "agreement", ["effective_on"])
    op.create_index(op.f("ix_agreement_number"), "agreement", ["number"])

    op.create_table(
        "assignment",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("mediator_id", key(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("assigned_on", sa.Date(), nullable=False),
        sa.Column("chosen_by", sa.Text(), nullable=False),
        sa.Column("conflicts", json(), nullable=False),
        sa.Column("disclosed", sa.Text(), nullable=False),
        sa.Column("consented_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_assignment_case_id")),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediator.id"], name=op.f("fk_assignment_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_case_id"), "assignment", ["case_id"])
    op.create_index(op.f("ix_assignment_mediator_id"), "assignment", ["mediator_id"])

    op.create_table(
        "document",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("version_number", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("blocks", json(), nullable=False),
        sa.Column("checksum", sa.Text(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", key(), nullable=True),
        sa.Column("replaces_id", key(), nullable=True),
        sa.Column("pages", sa.BigInteger(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_document_case_id")),
        sa.ForeignKeyConstraint(["issued_by"], ["app_user.id"], name=op.f("fk_document_issued_by")),
        sa.ForeignKeyConstraint(["replaces_id"], ["document.id"], name=op.f("fk_document_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_case_id"), "document", ["case_id"])
    op.create_index(op.f("ix_document_number"), "document", ["number"])

    op.create_table(
        "mediation_session",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("begins", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("interpreter", sa.Text(), nullable=False),
        sa.Column("lead_mediator_id", key(), nullable=True),
        sa.Column("recorder", sa.Text(), nullable=False),
        sa.Column("open_session", sa.Boolean(), nullable=False),
        sa.Column("rights_told_on", sa.Date(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("undisputed_facts", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("read_aloud", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_mediation_session_case_id")),
        sa.ForeignKeyConstraint(["lead_mediator_id"], ["mediator.id"], name=op.f("fk_mediation_session_lead_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mediation_session")),
    )
    op.create_index(op.f("ix_mediation_session_case_id"), "mediation_session", ["case_id"])

    op.create_table(
        "number",
        sa.Column("series_id", key(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("case_id", key(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_number_case_id")),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_number_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number")),
        sa.UniqueConstraint("series_id", "n", name=op.f("uq_number_series_id_n")),
    )
    op.create_index(op.f("ix_number_case_id"), "number", ["case_id"])
    op.create_index(op.f("ix_number_text"), "number", ["text"])

    op.create_table(
        "outcome",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=False),
        sa.Column("agreed_fen", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_outcome_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
    )
    op.create_index(op.f("ix_outcome_case_id"), "outcome", ["case_id"])

    op.create_table(
        "party",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("other_names", json(), nullable=False),
        sa.Column("name_mongolian", sa.Text(), nullable=False),
        sa.Column("name_latin", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("ethnic_group", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("id_kind", sa.String(length=40), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("id_verified", sa.Boolean(), nullable=False),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("employer", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("registered_residence", sa.Text(), nullable=False),
        sa.Column("usual_residence", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("other_phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("wechat", sa.Text(), nullable=False),
        sa.Column("uscc", sa.Text(), nullable=False),
        sa.Column("company_type", sa.Text(), nullable=False),
        sa.Column("ownership", sa.Text(), nullable=False),
        sa.Column("business_address", sa.Text(), nullable=False),
        sa.Column("registered_address", sa.Text(), nullable=False),
        sa.Column("trade_name", sa.Text(), nullable=False),
        sa.Column("legal_representative", sa.Text(), nullable=False),
        sa.Column("legal_representative_post", sa.Text(), nullable=False),
        sa.Column("legal_representative_id", sa.Text(), nullable=False),
        sa.Column("legal_representative_phone", sa.Text(), nullable=False),
        sa.Column("account_name", sa.Text(), nullable=False),
        sa.Column("bank_name", sa.Text(), nullable=False),
        sa.Column("account_number", sa.Text(), nullable=False),
        sa.Column("service_address", sa.Text(), nullable=False),
        sa.Column("e_service", sa.Boolean(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("needs", json(), nullable=False),
        sa.Column("extra", json(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_party_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_case_id"), "party", ["case_id"])
    op.create_index(op.f("ix_party_id_number"), "party", ["id_number"])
    op.create_index(op.f("ix_party_name"), "party", ["name"])
    op.create_index(op.f("ix_party_uscc"), "party", ["uscc"])

    op.create_table(
        "referral",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("court_id", key(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=True),
        sa.Column("procedure", sa.String(length=40), nullable=True),
        sa.Column("court_number", sa.Text(), nullable=False),
        sa.Column("handed_by", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("slip_signed_on", sa.Date(), nullable=True),
        sa.Column("extended_to", sa.Date(), nullable=True),
        sa.Column("extension_agreed_on", sa.Date(), nullable=True),
        sa.Column("excluded_days", sa.BigInteger(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_referral_case_id")),
        sa.ForeignKeyConstraint(["court_id"], ["court.id"], name=op.f("fk_referral_court_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    op.create_index(op.f("ix_referral_case_id"), "referral", ["case_id"])
    op.create_index(op.f("ix_referral_court_number"), "referral", ["court_number"])

    op.create_table(
        "agreement_version",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("agreement_id", key(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", key(), nullable=True),
        sa.Column("values", json(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_version_agreement_id")),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_agreement_version_case_id")),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_agreement_version_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_version")),
    )
    op.create_index(op.f("ix_agreement_version_agreement_id"), "agreement_version", ["agreement_id"])
    op.create_index(op.f("ix_agreement_version_case_id"), "agreement_version", ["case_id"])

    op.create_table(
        "attendee",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("session_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_attendee_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_attendee_party_id")),
        sa.ForeignKeyConstraint(["session_id"], ["mediation_session.id"], name=op.f("fk_attendee_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendee")),
    )
    op.create_index(op.f("ix_attendee_case_id"), "attendee", ["case_id"])
    op.create_index(op.f("ix_attendee_session_id"), "attendee", ["session_id"])

    op.create_table(
        "confirmation",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("agreement_id", key(), nullable=False),
        sa.Column("court_id", key(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("accepted_on", sa.Date(), nullable=True),
        sa.Column("court_number", sa.Text(), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.Column("ruled_on", sa.Date(), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_confirmation_agreement_id")),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_confirmation_case_id")),
        sa.ForeignKeyConstraint(["court_id"], ["court.id"], name=op.f("fk_confirmation_court_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation")),
    )
    op.create_index(op.f("ix_confirmation_agreement_id"), "confirmation", ["agreement_id"])
    op.create_index(op.f("ix_confirmation_case_id"), "confirmation", ["case_id"])

    op.create_table(
        "contact",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_contact_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_contact_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_case_id"), "contact", ["case_id"])

    op.create_table(
        "evidence",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("copies", sa.BigInteger(), nullable=False),
        sa.Column("pages", sa.BigInteger(), nullable=True),
        sa.Column("original", sa.Boolean(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("proves", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("missing_until", sa.Date(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_evidence_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_evidence_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_case_id"), "evidence", ["case_id"])

    op.create_table(
        "obligation",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("agreement_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("timing", sa.String(length=40), nullable=False),
        sa.Column("liability", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("unit_price_fen", sa.BigInteger(), nullable=True),
        sa.Column("details", json(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("way", sa.String(length=40), nullable=True),
        sa.Column("account_name", sa.Text(), nullable=False),
        sa.Column("bank_name", sa.Text(), nullable=False),
        sa.Column("account_number", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("done_when", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_obligation_agreement_id")),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_obligation_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation")),
    )
    op.create_index(op.f("ix_obligation_agreement_id"), "obligation", ["agreement_id"])
    op.create_index(op.f("ix_obligation_case_id"), "obligation", ["case_id"])
    op.create_index(op.f("ix_obligation_due_on"), "obligation", ["due_on"])

    op.create_table(
        "original",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("document_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("handed_on", sa.Date(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_original_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_original_document_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_original_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_original")),
    )
    op.create_index(op.f("ix_original_case_id"), "original", ["case_id"])
    op.create_index(op.f("ix_original_document_id"), "original", ["document_id"])

    op.create_table(
        "party_member",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=True),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("id_kind", sa.String(length=40), nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("account_name", sa.Text(), nullable=False),
        sa.Column("bank_name", sa.Text(), nullable=False),
        sa.Column("account_number", sa.Text(), nullable=False),
        sa.Column("represents", sa.Boolean(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_party_member_case_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_member_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_member")),
    )
    op.create_index(op.f("ix_party_member_case_id"), "party_member", ["case_id"])
    op.create_index(op.f("ix_party_member_party_id"), "party_member", ["party_id"])

    op.create_table(
        "party_tie",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=False),
        sa.Column("for_party_id", key(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("authority_level", sa.String(length=40), nullable=True),
        sa.Column("items", json(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_party_tie_case_id")),
        sa.ForeignKeyConstraint(["for_party_id"], ["party.id"], name=op.f("fk_party_tie_for_party_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_tie_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_tie")),
    )
    op.create_index(op.f("ix_party_tie_case_id"), "party_tie", ["case_id"])
    op.create_index(op.f("ix_party_tie_for_party_id"), "party_tie", ["for_party_id"])
    op.create_index(op.f("ix_party_tie_party_id"), "party_tie", ["party_id"])

    op.create_table(
        "private_note",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("session_id", key(), nullable=True),
        sa.Column("user_id", key(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_private_note_case_id")),
        sa.ForeignKeyConstraint(["session_id"], ["mediation_session.id"], name=op.f("fk_private_note_session_id")),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_private_note_user_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_note")),
    )
    op.create_index(op.f("ix_private_note_case_id"), "private_note", ["case_id"])

    op.create_table(
        "signing",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("agreement_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("signer", sa.String(length=40), nullable=False),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("mediator_id", key(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("fingerprint", sa.Boolean(), nullable=False),
        sa.Column("seal", sa.Boolean(), nullable=False),
        sa.Column("by_post", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_signing_agreement_id")),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_signing_case_id")),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediator.id"], name=op.f("fk_signing_mediator_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_signing_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing")),
    )
    op.create_index(op.f("ix_signing_agreement_id"), "signing", ["agreement_id"])
    op.create_index(op.f("ix_signing_case_id"), "signing", ["case_id"])

    op.create_table(
        "attachment",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("evidence_id", key(), nullable=True),
        sa.Column("document_id", key(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("page", sa.BigInteger(), nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_attachment_case_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_attachment_document_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_attachment_evidence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_case_id"), "attachment", ["case_id"])
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"])

    op.create_table(
        "instalment",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("obligation_id", key(), nullable=False),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_instalment_case_id")),
        sa.ForeignKeyConstraint(["obligation_id"], ["obligation.id"], name=op.f("fk_instalment_obligation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instalment")),
    )
    op.create_index(op.f("ix_instalment_case_id"), "instalment", ["case_id"])
    op.create_index(op.f("ix_instalment_due_on"), "instalment", ["due_on"])
    op.create_index(op.f("ix_instalment_obligation_id"), "instalment", ["obligation_id"])

    op.create_table(
        "obligation_party",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("obligation_id", key(), nullable=False),
        sa.Column("party_id", key(), nullable=False),
        sa.Column("part", sa.String(length=40), nullable=False),
        sa.Column("share_fen", sa.BigInteger(), nullable=True),
        sa.Column("on_account_of_id", key(), nullable=True),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_obligation_party_case_id")),
        sa.ForeignKeyConstraint(["obligation_id"], ["obligation.id"], name=op.f("fk_obligation_party_obligation_id")),
        sa.ForeignKeyConstraint(["on_account_of_id"], ["party.id"], name=op.f("fk_obligation_party_on_account_of_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_obligation_party_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation_party")),
    )
    op.create_index(op.f("ix_obligation_party_case_id"), "obligation_party", ["case_id"])
    op.create_index(op.f("ix_obligation_party_obligation_id"), "obligation_party", ["obligation_id"])
    op.create_index(op.f("ix_obligation_party_party_id"), "obligation_party", ["party_id"])

    op.create_table(
        "performance",
        sa.Column("case_id", key(), nullable=False),
        sa.Column("obligation_id", key(), nullable=False),
        sa.Column("instalment_id", key(), nullable=True),
        sa.Column("party_id", key(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=True),
        sa.Column("quantity", sa.Text(), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=True),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", key(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["dispute_case.id"], name=op.f("fk_performance_case_id")),
        sa.ForeignKeyConstraint(["instalment_id"], ["instalment.id"], name=op.f("fk_performance_instalment_id")),
        sa.ForeignKeyConstraint(["obligation_id"], ["obligation.id"], name=op.f("fk_performance_obligation_id")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_performance_party_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_performance")),
    )
    op.create_index(op.f("ix_performance_case_id"), "performance", ["case_id"])
    op.create_index(op.f("ix_performance_obligation_id"), "performance", ["obligation_id"])
    make_search()
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": ""}])


def downgrade() -> None:
    op.drop_table(SEARCH)
    for name in (
        "performance",
        "obligation_party",
        "instalment",
        "attachment",
        "signing",
        "private_note",
        "party_tie",
        "party_member",
        "original",
        "obligation",
        "evidence",
        "contact",
        "confirmation",
        "attendee",
        "agreement_version",
        "referral",
        "party",
        "outcome",
        "number",
        "mediation_session",
        "document",
        "assignment",
        "agreement",
        "draft",
        "dispute_case",
        "app_user",
        "absence",
        "series",
        "mediator",
        "organisation",
        "journal_change",
        "setting",
        "region",
        "journal_head",
        "journal_entry",
        "court",
    ):
        op.drop_table(name)
