"""What one party owes another under an agreement: money, things or an act; its instalments; what was performed."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.types import Facts, Money, word
from db.vocabulary import Guarantee, Liability, ObligationKind, ObligationPart, ObligationTiming, PaymentWay


class ObligationParty(Noun):
    """A party's part in an obligation. A payee who is not the creditor takes 'on account of' `on_account_of_id`.

    Of a guarantor `guarantee` says how he answers, `until` the last day of the guarantee where one was agreed.
    """

    __tablename__ = "obligation_party"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    obligation_id: Mapped[int] = mapped_column(ForeignKey("obligation.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    part: Mapped[ObligationPart] = mapped_column(word(ObligationPart))
    share_fen: Mapped[Money | None]
    on_account_of_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    guarantee: Mapped[Guarantee | None] = mapped_column(word(Guarantee))
    until: Mapped[date | None]


class Instalment(Noun):
    """One date of a schedule; for things `quantity` counts, for money `amount_fen`.
    `member_id` is the one person of a group whose part it is (each worker his wages)."""

    __tablename__ = "instalment"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    obligation_id: Mapped[int] = mapped_column(ForeignKey("obligation.id"), index=True)
    ordinal: Mapped[int]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("party_member.id"), index=True)
    due_on: Mapped[date] = mapped_column(index=True)
    amount_fen: Mapped[Money | None]
    quantity: Mapped[str] = mapped_column(default="")


class Performance(Noun):
    """Something paid, handed over or done; by the party, or by somebody who is none (`payer`: the debtor's sister)."""

    __tablename__ = "performance"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    obligation_id: Mapped[int] = mapped_column(ForeignKey("obligation.id"), index=True)
    instalment_id: Mapped[int | None] = mapped_column(ForeignKey("instalment.id"))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    payer: Mapped[str] = mapped_column(default="")
    day: Mapped[date]
    amount_fen: Mapped[Money | None]
    quantity: Mapped[str] = mapped_column(default="")
    way: Mapped[PaymentWay | None] = mapped_column(word(PaymentWay))
    receipt: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Obligation(Noun):
    """One record from which clause, schedule, receipt and reminder come.

    `subject` says what the money is for (借款本金及利息); for things `subject` names them, with `quantity` and `unit`
    and the agreed `amount_fen` as their worth; for an act it says what is done and `done_when` what counts as done. `details` has the
    particulars (`domain.particulars`). `own_text` is the clause as somebody wrote it, where it is not the one that the record makes;
    `generated_text` what the record made then.
    """

    __tablename__ = "obligation"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    ordinal: Mapped[int]
    kind: Mapped[ObligationKind] = mapped_column(word(ObligationKind), default=ObligationKind.MONEY)
    timing: Mapped[ObligationTiming] = mapped_column(word(ObligationTiming), default=ObligationTiming.BY_DATE)
    liability: Mapped[Liability] = mapped_column(word(Liability), default=Liability.SINGLE)
    subject: Mapped[str] = mapped_column(default="")
    amount_fen: Mapped[Money | None]
    quantity: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    unit_price_fen: Mapped[Money | None]
    details: Mapped[Facts] = mapped_column(default=dict)
    due_on: Mapped[date | None] = mapped_column(index=True)
    way: Mapped[PaymentWay | None] = mapped_column(word(PaymentWay))
    account_name: Mapped[str] = mapped_column(default="")
    bank_name: Mapped[str] = mapped_column(default="")
    account_number: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    done_when: Mapped[str] = mapped_column(default="")
    own_text: Mapped[str] = mapped_column(default="")
    generated_text: Mapped[str] = mapped_column(default="")

    parties: Mapped[list[ObligationParty]] = relationship(lazy="raise", viewonly=True, order_by=ObligationParty.id)
    instalments: Mapped[list[Instalment]] = relationship(lazy="raise", viewonly=True, order_by=Instalment.ordinal)
    performances: Mapped[list[Performance]] = relationship(lazy="raise", viewonly=True, order_by=Performance.day)
