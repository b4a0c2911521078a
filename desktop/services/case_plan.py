"""The sheet of the calculator of instalments as far as a case fills it in: what an agreement leaves to be paid, else what is claimed.

What an agreement says goes before the facts of the contract: a sum that was agreed with its days bears no interest to come.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from db.models.agreement import Agreement
from db.models.case import Case
from db.vocabulary import AgreementStatus, ObligationKind
from desktop.domain import balance, dates, money, particulars
from desktop.domain.payment_plan import MONTHS

GONE = (AgreementStatus.VOID, AgreementStatus.SUPERSEDED)


def sheet(case: Case, facts: dict[str, Any], day: date) -> dict[str, Any]:
    """The inputs of `instalment_plan`: of the agreement, else what the facts of a loan say (`facts`), else the sum that is claimed."""
    agreed = _agreed(case, day)
    if agreed:
        return agreed
    return facts or ({"principal": money.yuan(case.claim_fen)} if case.claim_fen else {})


def _agreed(case: Case, day: date) -> dict[str, Any]:
    """The plan of the money that is still open under the newest agreement, that of several days first."""
    standing = [one for one in case.agreements if one.status not in GONE]
    if not standing:
        return {}
    open_ = _open(standing[-1], day)
    if not open_:
        return {}
    parts = max(open_, key=len)
    return _plan([one for one in parts if one[0] is not None]) if len(parts) > 1 else _plan(parts)


def _open(agreement: Agreement, day: date) -> list[list[tuple[date | None, int]]]:
    """Day and sum of what is open, of each obligation of money; what is paid again and again to an age is no plan of a sum."""
    found = []
    for one in agreement.obligations:
        if one.kind is ObligationKind.MONEY and one.amount_fen and not particulars.of(one).until_age:
            parts = balance.of(one, agreement, day).parts
            found.append([(part.due_on, int(part.remaining)) for part in parts if part.remaining and part.member_id is None])
    return [one for one in found if one]


def _plan(parts: Sequence[tuple[date | None, int]]) -> dict[str, Any]:
    """Sums on days as the calculator writes such a plan; of days and sums without a rule only the sum and the first day."""
    whole = sum(fen for _day, fen in parts)
    made: dict[str, Any] = {"principal": money.yuan(whole)}
    made |= {"first_on": parts[0][0]} if parts[0][0] is not None else {}
    days = [day for day, _fen in parts if day is not None]
    if len(days) < len(parts):
        return made
    ruled = _ruled(days, [fen for _day, fen in parts])
    if ruled:
        return made | ruled
    down = _ruled(days[1:], [fen for _day, fen in parts[1:]]) if len(parts) > 2 else {}
    if down:
        return made | {"first_on": days[1], "down_payment": money.yuan(parts[0][1]), "down_on": days[0]} | down
    return made


def _ruled(days: Sequence[date], sums: Sequence[int]) -> dict[str, Any]:
    """How often, how many and how much, where days and sums follow a rule; else nothing."""
    every = next(
        (key for key, months in MONTHS.items() if [dates.add_months(days[0], n * months) for n in range(len(days))] == [*days]), ""
    )
    if not every or len(set(sums[:-1])) > 1:
        return {}
    made: dict[str, Any] = {"every": every, "times": len(days)}
    if sums == money.split_equally(sum(sums), len(sums)):
        return {"way": "equal", **made}
    return {"way": "remainder", **made, "each": money.yuan(sums[0])}
