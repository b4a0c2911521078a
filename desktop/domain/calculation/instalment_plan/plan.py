"""A plan of instalments day by day: the days and equal sums of `domain.payment_plan`, and the interest that each payment carries."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from desktop.domain import dates, payment_plan
from desktop.domain.calculation.counting import percent
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, shown, yuan
from desktop.domain.payment_plan import Payment
from desktop.i18n import _


class Part(NamedTuple):
    """One payment of the plan in yuan: its principal, its interest, the principal that it leaves, how its interest was worked out."""

    on: str
    principal: Decimal
    interest: Decimal
    left: Decimal
    how: str = ""

    @property
    def amount(self) -> Decimal:
        """What is paid."""
        return self.principal + self.interest


def written(given: Mapping[str, Any]) -> Sequence[Payment]:
    """Days and sums as the agreement writes them out; of a fixed sum each time also with a last payment that is greater."""
    row = {"amount": given["principal"], **{key: given.get(key) for key in ("first_on", "every", "times", "down_payment", "down_on")}}
    each, times = given.get("each"), given.get("times")
    rest = given["principal"] - (given.get("down_payment") or 0)
    if each and times and rest - each * (times - 1) > each:
        made = payment_plan.written_out(row)
        last = made[-1]._replace(amount=rest - each * (times - 1))
        return [*made[:-times], *(one._replace(amount=each) for one in made[-times:-1]), last]
    return payment_plan.written_out({**row, "each": each})


def parts_of(payments: Sequence[Payment], base: Decimal, interests: Sequence[Decimal]) -> Iterator[Part]:
    """Payments of the principal as they are written out, and the interest beside each."""
    left = base
    for one, interest in zip(payments, interests, strict=True):
        principal = yuan(one.amount or 0)
        left -= principal
        yield Part(dates.in_words(one.due_on), principal, interest, left)


def bearing(way: str, payments: Sequence[Payment], base: Decimal, yearly: Decimal, periods: int) -> tuple[list[Line], list[Part]]:
    """A plan with interest; each period's is rounded to the fen, the last payment takes what is left over."""
    times, rate, said = len(payments), Fraction(yearly) / 100 / periods, _of_period(yearly, periods)
    if way == "flat":
        return _flat(payments, base, rate, said)
    step, level = [], ZERO
    if way == "annuity":
        grown = (1 + rate) ** times
        level = cent(Fraction(base) * rate * grown / (grown - 1))
        how = _("{base} yuan × {rate} × (1 + {rate})^{times} ÷ ((1 + {rate})^{times} - 1) = {level} yuan a payment").format(
            base=shown(base), rate=said, times=times, level=shown(level)
        )
        step.append(Line("instalments", _("Equal payment"), how))
    left, parts = base, []
    for n, one in enumerate(payments, 1):
        interest = cent(Fraction(left) * rate)
        principal = {"annuity": max(level - interest, ZERO), "interest_only": ZERO}.get(way, yuan(one.amount or 0))
        principal = left if n == times else min(principal, left)
        how = _("{left} yuan × {rate}").format(left=shown(left), rate=said)
        left -= principal
        parts.append(Part(dates.in_words(one.due_on), principal, interest, left, how))
    return step, parts


def _of_period(yearly: Decimal, periods: int) -> str:
    """The rate of one period as a line shows it: 1%, or 7%÷12 where it does not come out."""
    one = Fraction(yearly) / periods
    return percent(one) if one * 10**4 == int(one * 10**4) else f"{percent(yearly)}÷{periods}"


def _flat(payments: Sequence[Payment], base: Decimal, rate: Fraction, said: str) -> tuple[list[Line], list[Part]]:
    times, total = len(payments), cent(Fraction(base) * rate * len(payments))
    each = cent(Fraction(base) * rate)
    how = _("{base} yuan × {rate} × {times} payments = {total} yuan of interest, on the first principal all the time").format(
        base=shown(base), rate=said, times=times, total=shown(total)
    )
    interests, rest = [], total
    for n in range(times):
        interests.append(rest if n == times - 1 else min(each, rest))
        rest -= interests[-1]
    return [Line("instalments", _("Interest"), how)], list(parts_of(payments, base, interests))
