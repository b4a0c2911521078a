"""What came out of a calculation, in a few words: its sum, or the day where it works out no sum."""

from desktop.domain import dates, money
from desktop.domain.calculation.result import Calculation
from desktop.domain.calculation.working import fen
from desktop.i18n import _


def words(made: Calculation) -> str:
    """The sum in yuan; of days the last of them; that there is none where no period runs."""
    if not made.in_days:
        return _("{sum} yuan").format(sum=money.figures(fen(made.total)))
    return dates.in_words(made.days[-1].day) if made.days else _("no last day")
