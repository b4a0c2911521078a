"""Series of numbers: no gap, no double; a void one stays listed; ranges can be set aside."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Noun
from db.types import word
from db.vocabulary import NumberKind, NumberState


class Number(Noun):
    """A number that was given out: to a case, void with its reason, or reserved for `holder` (a computer that leaves the office)."""

    __tablename__ = "number"
    __table_args__ = (UniqueConstraint("series_id", "n"),)

    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    n: Mapped[int]
    text: Mapped[str] = mapped_column(index=True)
    state: Mapped[NumberState] = mapped_column(word(NumberState), default=NumberState.USED)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    holder: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Series(Noun):
    """One a kind, an organisation and a year. `next` is the number that comes next; it starts where the paper register stands."""

    __tablename__ = "series"
    __table_args__ = (UniqueConstraint("organisation_id", "kind", "year"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    kind: Mapped[NumberKind] = mapped_column(word(NumberKind))
    year: Mapped[int]
    next: Mapped[int] = mapped_column(default=1)
    closed: Mapped[bool] = mapped_column(default=False)

    # Not for reading alone, as the others are: the first numbers of a series wait for its id.
    numbers: Mapped[list[Number]] = relationship(lazy="raise", order_by=Number.n)
