"""Years, percentages and day wages of personal injury (人身损害解释 arts 7, 8, 12, 15, 17)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.working import plain
from desktop.i18n import _


def years_by_age(age: int, book: Book) -> int:
    """Twenty years; from sixty a year less for each year of age; from seventy-five five years (arts 12, 15, 17)."""
    full, least = book.on("damages.years.full").days, book.on("damages.years.least").days
    if age < (reduced := book.on("damages.years.reduced_from").days):
        return full
    return least if age >= book.on("damages.years.least_from").days else max(least, full - (age - reduced))


def percent_of(grades: Sequence[int], typed: int | None, book: Book) -> tuple[Decimal, str]:
    """The coefficient of one or several disabilities in per cent, and how it came about; what was typed goes before the table."""
    if typed:
        return Decimal(typed), _("{percent}% as appraised").format(percent=typed)
    highest, *others = grades
    percent = book.number(f"disability.percent.{highest}")
    if not others:
        return percent, _("grade {grade}: {percent}%").format(grade=highest, percent=plain(percent))
    extras = [book.number(f"disability.extra.{max(grade, 2)}") for grade in others]
    extra = min(sum(extras, Decimal(0)), book.number("disability.extra.most"))
    whole = min(percent + extra, Decimal(100))
    how = _("grades {grades}: {percent}% and {extra}% for the others, together {whole}%")
    return whole, how.format(
        grades="、".join(str(grade) for grade in grades), percent=plain(percent), extra=plain(extra), whole=plain(whole)
    )


def daily(monthly: Decimal, convention: str, book: Book) -> tuple[Fraction, str]:
    """A day's income out of a monthly one by the chosen convention, exact, and how it is written."""
    if convention == "year_365":
        days = book.number("day_wage.year_days")
        return Fraction(monthly) * 12 / Fraction(days), f"×12÷{plain(days)}"
    days = book.number("day_wage.paid_days" if convention == "paid_days" else "day_wage.month_days")
    return Fraction(monthly) / Fraction(days), f"÷{plain(days)}"
