"""A calculation kept with a case: what was entered, what came out, and per head what is claimed, computed and agreed."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.types import Facts, Money


class CalculationHead(Noun):
    """One head of one person: three amounts side by side. A difference between them is no fault; one that is not known stays empty."""

    __tablename__ = "calculation_head"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    calculation_id: Mapped[int] = mapped_column(ForeignKey("calculation.id"), index=True)
    ordinal: Mapped[int]
    head: Mapped[str]
    label: Mapped[str]
    whose: Mapped[str] = mapped_column(default="")
    claimed_fen: Mapped[Money | None]
    computed_fen: Mapped[Money | None]
    agreed_fen: Mapped[Money | None]
    note: Mapped[str] = mapped_column(default="")


class Calculation(Noun):
    """`sheet` is what was entered, as the calculator's fields store it, conventions among it; `result` is what came out, in words and
    figures, with every legal value used: it is never computed again. Where it works out a day and no sum, `last_day` is that day.
    `values_version` says of when the shipped values were.

    One that was worked out anew stays listed: `replaced_by_id` names the newer one, `replaced_reason` says why. `part_of_agreement`
    decides whether its paper is an annex of the agreement or bears the mark that it is for reference and no evidence.
    """

    __tablename__ = "calculation"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    ordinal: Mapped[int]
    kind: Mapped[str]
    title: Mapped[str]
    day: Mapped[date]
    made_on: Mapped[date]
    made_by: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    sheet: Mapped[Facts]
    result: Mapped[Facts] = mapped_column(deferred=True, deferred_raiseload=True)
    total_fen: Mapped[Money]
    last_day: Mapped[date | None]
    values_version: Mapped[str] = mapped_column(default="")
    part_of_agreement: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("calculation.id"))
    replaced_reason: Mapped[str] = mapped_column(default="")

    heads: Mapped[list[CalculationHead]] = relationship(lazy="raise", viewonly=True, order_by=CalculationHead.ordinal)
