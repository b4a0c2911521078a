"""Figures of a calculation: fen to yuan and back, rounding once, dividing so that the parts add up, how numbers are written."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Number = int | Decimal | Fraction
CENT = Decimal("0.01")
ZERO = Decimal("0.00")


def yuan(fen: int) -> Decimal:
    """A clean sum of fen in yuan."""
    return Decimal(fen).scaleb(-2)


def fen(amount: Decimal) -> int:
    """Whole fen out of yuan that are exact to the fen."""
    return int(amount.scaleb(2))


def cent(exact: Number) -> Decimal:
    """The sum in yuan rounded to the fen, half up."""
    if isinstance(exact, Fraction):
        doubled = exact * 200  # half up without a Decimal in between: 1/3 has none
        whole = (abs(doubled.numerator) // doubled.denominator + 1) // 2
        return Decimal(whole if exact >= 0 else -whole).scaleb(-2)
    return Decimal(exact).quantize(CENT, ROUND_HALF_UP)


def split(amount: Decimal, weights: Sequence[Number]) -> list[Decimal]:
    """The amount in parts by weight, to the fen, which add up to it: what rounding leaves goes to the parts that lost most by it.

    Weights are not negative, and one is greater than 0 unless the amount is 0.
    """
    exact = [Fraction(weight) for weight in weights]
    whole = sum(exact)
    if not whole:
        if amount:
            raise ValueError("nothing to divide by")
        return [ZERO] * len(exact)
    total = fen(amount)
    parts = [total * weight / whole for weight in exact]
    floors = [int(part // 1) for part in parts]
    order = sorted(range(len(parts)), key=lambda n: (floors[n] - parts[n], n))
    for n in order[: total - sum(floors)]:
        floors[n] += 1
    return [Decimal(part).scaleb(-2) for part in floors]


def days_between(first: date, last: date) -> int:
    """The days from one to the other, both counted."""
    return (last - first).days + 1


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


def shown(number: Number) -> str:
    """A sum as it stands in a line: thousands with commas, the fen only where there are some: 48,676 and 24,338.50.

    A number finer than the fen (a share of a yearly sum) is shown to four decimals.
    """
    if isinstance(number, Fraction):
        number = Decimal(number.numerator) / Decimal(number.denominator)
    number = Decimal(number)
    if number == number.to_integral_value():
        return f"{number:,.0f}"
    if number == number.quantize(CENT):
        return f"{number:,.2f}"
    return plain(number.quantize(Decimal("0.0001"), ROUND_HALF_UP))


def plain(number: Number) -> str:
    """A count, a rate or a factor without empty decimals: 10, 0.5, 21.75."""
    if isinstance(number, Fraction):
        number = (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    number = Decimal(number)
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
