"""Interest over a span of days: how its days are counted and where it is rounded (domain brief 6.4, 6.8); months of support.

A span is half open: it begins with its first day and ends before `until`, so that spans that follow each other leave no day out and count
none twice.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from desktop.domain import dates
from desktop.domain.calculation.calculator import Option
from desktop.domain.calculation.working import Number, cent, day_before, plain, shown
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

UNITS = (
    ("year", N_("Per cent a year")),
    ("quarter", N_("Per cent a quarter")),
    ("month", N_("Per cent a month")),
    ("month_permille", N_("Per mille a month")),
    ("day_permyriad", N_("Per ten thousand a day")),
    ("lpr_times", N_("Times the LPR of one year")),
)
_A_YEAR = {"year": Decimal(1), "quarter": Decimal(4), "month": Decimal(12), "month_permille": Decimal("1.2")}

DAY_COUNT = Option(
    "day_count",
    N_("Counting of days"),
    (
        ("by_lender", N_("days ÷ 360 for licensed lenders, days ÷ 365 for all others")),
        ("days_365", N_("days ÷ 365")),
        ("days_360", N_("days ÷ 360")),
        ("whole", N_("whole years, whole months, the days left over ÷ 30")),
    ),
    "by_lender",
    N_("All occur in judgments; what the contract says comes first."),
)
ROUNDING = Option(
    "rounding",
    N_("Rounding"),
    (
        ("period", N_("each period to the fen, half up")),
        ("cut", N_("each period to the fen, the rest dropped")),
        ("day", N_("interest of one day to the fen, times the days")),
    ),
    "period",
)
LAST_DAY = Option(
    "last_day",
    N_("First and last day"),
    (
        ("first", N_("the first day counts, the day of payment and the last day do not")),
        ("both", N_("the day of payment and the last day count too")),
    ),
    "first",
)


class Counting(NamedTuple):
    """How interest is counted: `days` is days_365, days_360 or whole; `rounding` a choice of `ROUNDING`."""

    days: str
    rounding: str

    @property
    def year_days(self) -> int:
        """By how many days a daily rate becomes a yearly one."""
        return 360 if self.days == "days_360" else 365

    def interest(self, base: Decimal, percent: Decimal, since: date, until: date) -> Decimal:
        """The interest in yuan to the fen, at `percent` a year."""
        exact = Fraction(base) * Fraction(percent) / 100
        if self.rounding == "day":
            return cent(exact / self.year_days) * (until - since).days
        exact *= self._years(since, until)
        if self.rounding == "cut":
            return Decimal(int(exact * 100)).scaleb(-2)
        return cent(exact)

    def yearly(self, rate: Decimal, unit: str) -> Decimal:
        """Per cent a year out of a rate of another unit (none of the LPR)."""
        return rate * _A_YEAR[unit] if unit in _A_YEAR else rate * self.year_days / 100

    def words(self, since: date, until: date) -> str:
        """How long it is: 177日÷365, or 1年2个月3日."""
        if self.days != "whole":
            return _("{days} days ÷ {year}").format(days=(until - since).days, year=self.year_days)
        years, months, days = parts(since, until)
        said = [
            _("{n} years").format(n=years) if years else "",
            _("{n} months").format(n=months) if months else "",
            _("{n} days").format(n=days) if days else "",
        ]
        return "".join(said) or _("{n} days").format(n=0)

    def said(self, base: Decimal, rate: str, since: date, until: date) -> str:
        """The working of a line without its sum: from when to when, the base, the rate, how long."""
        return _("{span}: {base} yuan × {rate} × {time}").format(
            span=span(since, until), base=shown(base), rate=rate, time=self.words(since, until)
        )

    def _years(self, since: date, until: date) -> Fraction:
        if self.days != "whole":
            return Fraction((until - since).days, self.year_days)
        years, months, days = parts(since, until)
        return Fraction(years) + Fraction(months, 12) + Fraction(days, 360)


def of(chosen_days: str, rounding: str, licensed: bool) -> Counting:
    """The counting that was chosen; Refusal where two conventions exclude each other."""
    days = ("days_360" if licensed else "days_365") if chosen_days == "by_lender" else chosen_days
    if days == "whole" and rounding == "day":
        sentence = _("Whole years and months have no interest of one day: round each period, or count the days.")
        raise Refusal(sentence, "options.rounding")
    return Counting(days, rounding)


def parts(since: date, until: date) -> tuple[int, int, int]:
    """Whole years, whole months and the days left over; a month that has no such day ends with its last one (民法典 art 202)."""
    months = (until.year - since.year) * 12 + until.month - since.month
    if dates.add_months(since, months) > until:
        months -= 1
    return *divmod(months, 12), (until - dates.add_months(since, months)).days


def months(first: date, last: date) -> Fraction:
    """Whole months from one day to before another; of the month that is left the days by the days that it has."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    whole -= dates.add_months(first, whole) > last
    begun, ends = dates.add_months(first, whole), dates.add_months(first, whole + 1)
    return whole + Fraction((last - begun).days, (ends - begun).days)


def months_said(first: date, after: date) -> str:
    """The number of `months` in words that can be followed: 8, or 8 and 12/30."""
    exact = months(first, after)
    whole, rest = int(exact), exact - int(exact)
    if not rest:
        return str(whole)
    begun, ends = dates.add_months(first, whole), dates.add_months(first, whole + 1)
    part = f"{(after - begun).days}/{(ends - begun).days}"
    return f"{whole}＋{part}" if whole else part


def span(since: date, until: date) -> str:
    """From the first to the last day that counts: 2024年1月5日至2024年6月29日."""
    return _("{first} to {last}").format(first=dates.in_words(since), last=dates.in_words(day_before(until)))


def percent(number: Number) -> str:
    """A rate: 12%."""
    return f"{plain(number)}%"
