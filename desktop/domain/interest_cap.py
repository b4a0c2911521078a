"""The cap on interest: of private loans by the day they were formed and the day of filing, of licensed lenders what courts usually uphold.

Source: PLI arts 1, 25, 31 (法释〔2020〕17号); 法释〔2020〕6号 for suits filed from 2020-08-20 to 2020-12-31; 法释〔2015〕18号 art. 26 for
what it replaced (24 and 36 per cent); 法发〔2017〕22号 for licensed lenders (recall). Loans of the time before 2015-09-01 had
another cap: its value is not shipped, and asking for it is refused.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

LPR, TIMES = "lpr.1y", "cap.private_loan.lpr_times"
UPHELD, KEPT, LATE = "cap.private_loan.old.upheld", "cap.private_loan.old.kept", "cap.private_loan.old.late"
OF_LICENSED, OF_PENALTY = "cap.licensed.yearly", "cap.penalty.yearly"
NEW_RULES = date(2020, 8, 20)  # 法释〔2020〕6号 takes effect
AMENDED = date(2021, 1, 1)  # 法释〔2020〕17号, whose art. 31 lets the old rules count up to the day before the new ones
LICENSED = ("bank", "small_lender", "consumer_finance", "leasing", "pawn", "factoring", "guarantee_company", "asset_manager", "insurer")
"""Lenders under a financial regulator: the cap on private loans does not bind them (PLI 1(2); 法释〔2020〕27号, seven local kinds)."""

Number = Callable[[str, date], Decimal]


class Rule(NamedTuple):
    """What caps the interest from the day `since` on: the LPR of `day` times four, or of the time before 2020-08-20 (`old`) 24 per cent."""

    since: date
    day: date
    old: bool = False


def private(number: Number, day: date) -> Decimal:
    """Per cent a year: the LPR of a day times what the rules say; `number` gives a legal value on a day and refuses what is not known."""
    return number(LPR, day) * number(TIMES, max(day, NEW_RULES))


def rules(formed: date, filed: date, way: str = "by_filing") -> list[Rule]:
    """What capped or caps a private loan, in order; `way` is by_filing, or for loans before 2020-08-20 also old_then_new or at_filing."""
    if formed >= NEW_RULES:
        return [Rule(date.min, formed)]
    old, new = Rule(date.min, formed, True), Rule(NEW_RULES, max(filed, NEW_RULES))
    if way == "at_filing" or (way == "by_filing" and NEW_RULES <= filed < AMENDED):
        return [new._replace(since=date.min)]
    return [old] if way == "by_filing" and filed < NEW_RULES else [old, new]
