"""What a plan of payments really costs a year: the rate at which all payments are worth what was handed over (domain brief 6.8).

Of a flat plan (interest on the first principal all the time) it is nearly twice the rate that was quoted.
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from desktop.domain.calculation.working import cent

_FINE = Decimal("1e-12")


def of_period(handed: Decimal, payments: Sequence[Decimal]) -> Decimal:
    """The rate of one period, as a share and not in per cent, of payments at the end of each; 0 where they do not exceed what was handed
    over. `handed` is greater than 0.
    """
    with localcontext(prec=40):
        if sum(payments) <= handed:
            return Decimal(0)
        low, high = Decimal(0), Decimal(1)
        while _worth(payments, high) > handed:
            low, high = high, high * 2
        while high - low > _FINE * max(high, Decimal(1)):
            middle = (low + high) / 2
            low, high = (middle, high) if _worth(payments, middle) > handed else (low, middle)
        return high


def _worth(payments: Sequence[Decimal], rate: Decimal) -> Decimal:
    worth = Decimal(0)
    for payment in reversed(payments):
        worth = (worth + payment) / (1 + rate)
    return worth


def a_year(of_one: Decimal, periods: int, compound: bool) -> Decimal:
    """Per cent a year to two decimals, of a rate of one period: times the periods of a year, or with interest on interest."""
    one = Fraction(of_one)
    return cent(100 * ((1 + one) ** periods - 1 if compound else one * periods))
