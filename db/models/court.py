"""A people's court."""

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import CourtLevel, Regime


class Court(Noun):
    """`code` is the court's part of a case number (内0102); `regime` what it follows for new referrals.

    For confirmations: `asks` are the papers it wants with the application, `refuses` what it does not confirm (codes of
    `domain.inputs.court`), `originals` how many of the agreement it wants. Empty: as the law says.
    """

    __tablename__ = "court"

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    level: Mapped[CourtLevel] = mapped_column(word(CourtLevel), default=CourtLevel.BASIC)
    region_code: Mapped[str] = mapped_column(default="")
    regime: Mapped[Regime] = mapped_column(word(Regime), default=Regime.FILE_FIRST_2025)
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    asks: Mapped[list[str]] = mapped_column(default=list)
    refuses: Mapped[list[str]] = mapped_column(default=list)
    originals: Mapped[int | None]
