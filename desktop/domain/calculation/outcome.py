"""What came out of a calculation, in a few words: its sum, or the day where it works out no sum."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import dates, money
from desktop.domain.calculation import registry
from desktop.domain.calculation.result import Calculation
from desktop.domain.calculation.working import fen
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.calculation import Calculation as Kept


def words(made: Calculation) -> str:
    """The sum in yuan; of days the last of them; that there is none where no period runs."""
    return _words(made.in_days, fen(made.total), made.days[-1].day if made.days else None)


def of_kept(kept: "Kept") -> str:
    """The same of one that is kept with a case, without reading the whole of it."""
    known = registry.CALCULATORS.get(kept.kind)
    in_days = kept.last_day is not None or (known is not None and not any(head.counts for head in known.heads))
    return _words(in_days, kept.total_fen, kept.last_day)


def adds(kind: str, head: str) -> bool:
    """Whether the amounts of a head are added up with the others of its calculator, or are of a unit of their own."""
    known = registry.CALCULATORS.get(kind)
    return known is None or all(one.counts for one in known.heads if one.key == head)


def _words(in_days: bool, total_fen: int, last_day: date | None) -> str:
    if not in_days:
        return _("{sum} yuan").format(sum=money.figures(total_fen))
    return dates.in_words(last_day) if last_day is not None else _("no last day")
