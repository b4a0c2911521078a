"""Living costs of dependants, year by year under the yearly cap, with each person's part (人身损害解释 arts 16, 17).

Each dependant is owed C x coefficient / number of supporters a year; while several are entitled, all of them together get at most C a
year, and in such a year C is shared in proportion. The years fall into stretches within which the same persons are entitled.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from desktop.domain import dates
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.personal_injury.years import years_by_age
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import cent, plain, shown, split
from desktop.i18n import _


class Share(NamedTuple):
    """What one dependant gets: how many years, a year without the cap, and in all."""

    name: str
    years: Fraction
    yearly: Fraction
    total: Fraction


class Stretch(NamedTuple):
    """Years (from, to) in which the same persons are entitled; `yearly` is what each gets, `claimed` all together without the cap."""

    first: Fraction
    last: Fraction
    names: tuple[str, ...]
    yearly: tuple[Fraction, ...]
    claimed: Fraction


def years_of(row: Mapping[str, Any], day: date, convention: str, book: Book) -> Fraction:
    """For how many years a dependant is maintained from a day on: a minor until eighteen, an adult by his age."""
    birth, until = row["birth_date"], book.on("damages.minor_until").days
    age = dates.age(birth, day)
    if age >= until:
        return Fraction(years_by_age(age, book))
    if convention == "whole":
        return Fraction(until - age)
    of_age = dates.add_months(birth, until * 12)
    months = (of_age.year - day.year) * 12 + of_age.month - day.month - (of_age.day < day.day)
    return Fraction(months + (dates.add_months(day, months) < of_age), 12)


def shares(
    rows: Sequence[Mapping[str, Any]], day: date, percent: Decimal, cap: Decimal, convention: str, book: Book
) -> tuple[list[Share], list[Stretch]]:
    """Each dependant's part and the stretches; `cap` is the yearly consumption C in yuan."""
    most, k = Fraction(cap), Fraction(percent) / 100
    years = [years_of(row, day, convention, book) for row in rows]
    yearly = [most * k / row["supporters"] for row in rows]
    totals = [Fraction(0)] * len(rows)
    stretches, begin = [], Fraction(0)
    for end in sorted({one for one in years if one > 0}):
        entitled = [n for n, one in enumerate(years) if one >= end]
        claimed = sum((yearly[n] for n in entitled), Fraction(0))
        cut = min(Fraction(1), most / claimed) if claimed else Fraction(1)
        paid = [yearly[n] * cut for n in entitled]
        for n, part in zip(entitled, paid, strict=True):
            totals[n] += part * (end - begin)
        stretches.append(Stretch(begin, end, tuple(rows[n]["name"] for n in entitled), tuple(paid), claimed))
        begin = end
    return [Share(row["name"], *parts) for row, parts in zip(rows, zip(years, yearly, totals, strict=True), strict=True)], stretches


def lines(whose: str, rows: Sequence[Mapping[str, Any]], day: date, percent: Decimal, convention: str, book: Book) -> list[Line]:
    """A line a dependant with his part, before them a step for each stretch of years in which more than one is entitled."""
    cost = book.last_year("consumption.urban")
    parts, stretches = shares(rows, day, percent, cost.number, convention, book)
    capped = any(one.claimed > Fraction(cost.number) for one in stretches)
    article = _("Injury interpretation, arts 16 and 17")
    made = []
    if len(rows) > 1:
        for one in stretches:
            made.append(Line("dependants", _stretch_name(one), _stretch_how(one, cost.number), None, article, whose))
    amounts = split(cent(sum((part.total for part in parts), Fraction(0))), [part.total for part in parts])
    for row, part, amount in zip(rows, parts, amounts, strict=True):
        how = _("{year} urban consumption {cost} yuan × {percent}% ÷ {supporters} supporters × {years} years").format(
            year=cost.year, cost=shown(cost.number), percent=plain(percent), supporters=row["supporters"], years=plain(part.years)
        )
        if capped and part.total < part.yearly * part.years:
            how += _(", cut by the yearly cap as worked out above")
        what = _("Living costs of {name}, aged {age}").format(name=row["name"], age=dates.age(row["birth_date"], day))
        made.append(Line("dependants", what, how, amount, article, whose))
    return made


def _stretch_name(one: Stretch) -> str:
    if one.first.denominator == one.last.denominator == 1:
        return _("Years {first} to {last}").format(first=one.first + 1, last=one.last)
    return _("After {first} years up to {last} years").format(first=plain(one.first), last=plain(one.last))


def _stretch_how(one: Stretch, cap: Decimal) -> str:
    parts = "，".join(f"{name} {shown(cent(part))}" for name, part in zip(one.names, one.yearly, strict=True))
    if one.claimed > Fraction(cap):
        said = _("{claimed} yuan a year together is more than {cap}: shared in proportion, {parts}")
    else:
        said = _("{claimed} yuan a year together, not more than {cap}: {parts}")
    return said.format(claimed=shown(cent(one.claimed)), cap=shown(cap), parts=parts)
