"""What lets the limitation of a claim begin anew: a demand, a promise, a part payment, another request to a body."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import Money, word
from db.vocabulary import InterruptionKind


class Interruption(Noun):
    """民法典 195; 诉讼时效规定 10, 12, 14. The request for mediation itself stands with the case (`received_on`), payments under an
    agreement with its performances: here stands what else happened. `proof` says by what paper it can be shown."""

    __tablename__ = "interruption"

    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id"), index=True)
    kind: Mapped[InterruptionKind] = mapped_column(word(InterruptionKind))
    day: Mapped[date]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    amount_fen: Mapped[Money | None]
    proof: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
