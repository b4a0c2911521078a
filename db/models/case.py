"""A registered dispute and what hangs on it."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.models.agreement import Agreement
from db.models.appointment import Appointment
from db.models.assignment import Assignment
from db.models.calculation import Calculation
from db.models.confirmation import Confirmation
from db.models.contact import Contact
from db.models.document import Document
from db.models.evidence import Attachment, Evidence
from db.models.interruption import Interruption
from db.models.move import CaseMove
from db.models.outcome import Outcome
from db.models.paper_sheet import FileEntry, PaperSheet
from db.models.participant import Participant
from db.models.party import Party
from db.models.prevented import PreventedHarm
from db.models.proposal import Proposal
from db.models.recusal import Recusal
from db.models.referral import Referral
from db.models.return_visit import ReturnVisit
from db.models.session import Session
from db.models.term import Extension, Suspension
from db.models.undisputed import UndisputedFacts
from db.models.willingness import MediationWillingness
from db.types import Facts, Money, word
from db.vocabulary import MediationType, Source, Stage


class Case(Noun):
    """`order` is day (YYYYMMDD) x 1,000,000 + n: the key of the register's pages and of the search index, so that a case
    entered later with its true date still sorts right. `received_on` is the day of the request: it interrupts limitation
    (诉讼时效规定 12), which counts from `limitation_from` (the debt fell due, the harm was known) where that day is known.
    `claim_fen` is what is asked, None where no sum is. The table is not called `case`: that is a word of SQL.
    """

    __tablename__ = "dispute_case"
    __table_args__ = (
        UniqueConstraint("organisation_id", "entry_number"),
        Index("ix_dispute_case_stage_order", "stage", "order"),
        Index("ix_dispute_case_category_order", "category", "order"),
        Index("ix_dispute_case_organisation_id_stage", "organisation_id", "stage"),
    )

    order: Mapped[int] = mapped_column("order", unique=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    entry_number: Mapped[str]
    number: Mapped[str | None] = mapped_column(unique=True)
    stage: Mapped[Stage] = mapped_column(word(Stage), default=Stage.REGISTERED)
    category: Mapped[str]
    cause: Mapped[str] = mapped_column(default="")
    cause_edition: Mapped[str] = mapped_column(default="")
    moj_type: Mapped[str] = mapped_column(default="")
    mediation_type: Mapped[MediationType] = mapped_column(word(MediationType), default=MediationType.PEOPLE)
    source: Mapped[Source] = mapped_column(word(Source), default=Source.ON_APPLICATION)
    source_note: Mapped[str] = mapped_column(default="")

    received_on: Mapped[date]
    entered_on: Mapped[date]
    accepted_on: Mapped[date | None] = mapped_column(index=True)
    happened_on: Mapped[date | None]
    limitation_from: Mapped[date | None]
    place: Mapped[str] = mapped_column(default="")
    region_code: Mapped[str] = mapped_column(default="")

    summary: Mapped[str] = mapped_column(default="")
    claims: Mapped[list[str]] = mapped_column(default=list)
    claim_fen: Mapped[Money | None]
    facts: Mapped[Facts] = mapped_column(default=dict)

    people_count: Mapped[int | None]
    difficult: Mapped[bool] = mapped_column(default=False)
    severity: Mapped[str] = mapped_column(default="")
    mongolian: Mapped[bool] = mapped_column(default=False)
    platform_number: Mapped[str] = mapped_column(default="")
    arbitration_clause: Mapped[str] = mapped_column(default="")
    settled_elsewhere: Mapped[bool] = mapped_column(default=False)
    series_key: Mapped[str] = mapped_column(default="", index=True)
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    closed_on: Mapped[date | None]
    archived_on: Mapped[date | None]
    retention: Mapped[str] = mapped_column(default="")
    dossier_pages: Mapped[int | None]
    registered_by: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))

    moves: Mapped[list[CaseMove]] = relationship(lazy="raise", viewonly=True, order_by=CaseMove.ordinal)
    extensions: Mapped[list[Extension]] = relationship(lazy="raise", viewonly=True, order_by=Extension.id)
    suspensions: Mapped[list[Suspension]] = relationship(lazy="raise", viewonly=True, order_by=Suspension.id)
    recusals: Mapped[list[Recusal]] = relationship(lazy="raise", viewonly=True, order_by=Recusal.id)
    proposals: Mapped[list[Proposal]] = relationship(lazy="raise", viewonly=True, order_by=Proposal.id)
    undisputed: Mapped[list[UndisputedFacts]] = relationship(lazy="raise", viewonly=True, order_by=UndisputedFacts.id)
    participants: Mapped[list[Participant]] = relationship(lazy="raise", viewonly=True, order_by=Participant.id)
    prevented: Mapped[list[PreventedHarm]] = relationship(lazy="raise", viewonly=True, order_by=PreventedHarm.id)
    appointments: Mapped[list[Appointment]] = relationship(lazy="raise", viewonly=True, order_by=Appointment.id)
    interruptions: Mapped[list[Interruption]] = relationship(lazy="raise", viewonly=True, order_by=Interruption.day)
    return_visits: Mapped[list[ReturnVisit]] = relationship(lazy="raise", viewonly=True, order_by=ReturnVisit.day)
    attachments: Mapped[list[Attachment]] = relationship(lazy="raise", viewonly=True, order_by=Attachment.id)
    parties: Mapped[list[Party]] = relationship(lazy="raise", viewonly=True, order_by=Party.ordinal)
    referrals: Mapped[list[Referral]] = relationship(lazy="raise", viewonly=True, order_by=Referral.id)
    assignments: Mapped[list[Assignment]] = relationship(lazy="raise", viewonly=True, order_by=Assignment.id)
    contacts: Mapped[list[Contact]] = relationship(lazy="raise", viewonly=True, order_by=Contact.id)
    sessions: Mapped[list[Session]] = relationship(lazy="raise", viewonly=True, order_by=Session.ordinal)
    evidence: Mapped[list[Evidence]] = relationship(lazy="raise", viewonly=True, order_by=Evidence.ordinal)
    agreements: Mapped[list[Agreement]] = relationship(lazy="raise", viewonly=True, order_by=Agreement.id)
    confirmations: Mapped[list[Confirmation]] = relationship(lazy="raise", viewonly=True, order_by=Confirmation.id)
    outcomes: Mapped[list[Outcome]] = relationship(lazy="raise", viewonly=True, order_by=Outcome.id)
    paper_sheets: Mapped[list[PaperSheet]] = relationship(lazy="raise", viewonly=True, order_by=PaperSheet.ordinal)
    file_entries: Mapped[list[FileEntry]] = relationship(lazy="raise", viewonly=True, order_by=FileEntry.id)
    calculations: Mapped[list[Calculation]] = relationship(lazy="raise", viewonly=True, order_by=Calculation.ordinal)
    willingness: Mapped[list[MediationWillingness]] = relationship(lazy="raise", viewonly=True, order_by=MediationWillingness.id)
    documents: Mapped[list[Document]] = relationship(lazy="raise", viewonly=True, order_by=Document.id)
