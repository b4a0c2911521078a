"""Dates as clerks type them and as papers write them; the day of today always comes in as an argument.

Read: `0322`, `3.22`, `3-22`, `3月22日`, `22日`, `20240322`, `2024-03-22`, `2024年3月22日`, `二〇二六年十一月二十日`, `+30`, `-1`,
`今天`, `明天`, `昨天`, `下周三`, `本周五`, `月底`, `年底`, and lunar dates that say so (`农历八月十五`, `腊月廿三`).
"""

import calendar as months
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from desktop.domain import lunar, texts
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from desktop.domain.calendar import Calendar

Prefer = Literal["past", "future", "near"]

EARLIEST, LATEST = 1850, 2200  # years outside are slips of the hand; nobody alive was born before, no instalment runs after
_WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_NEAR_DAYS = {
    "今天": 0,
    "今日": 0,
    "当日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
    "昨天": -1,
    "昨日": -1,
    "前天": -2,
    "大前天": -3,
}
_FULL = re.compile(r"(\d{4})(?:年|[-./\s])(\d{1,2})(?:月|[-./\s])(\d{1,2})[日号]?")
_SHORT = re.compile(r"(\d{1,2})(?:月|[-./\s])(\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[日号]")
_WEEK = re.compile(r"(上上|上|本|这|下下|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_END = re.compile(r"(上个?|本|这个?|下个?)?(月底|月末|月初|年底|年末)")
_STEPS = {None: 0, "本": 0, "这": 0, "这个": 0, "上": -1, "上个": -1, "下": 1, "下个": 1, "上上": -2, "下下": 2}
_CHINESE = "〇一二三四五六七八九"
_CHINESE_DATE = re.compile(r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?")
_LUNAR = re.compile(r"(?:农历|阴历|旧历)|[正冬腊]月|初[一二三四五六七八九十]|廿")


def parse(typed: str | date, today: date | None = None, prefer: Prefer = "near", field: str = "") -> date:
    """The day that was typed; a date without its year is the nearest one to `today`, or the last (`past`) or next one (`future`).

    Refusal (at `field`) for what is no date, does not exist (2月30日) or can be read in two ways. Without `today` only whole
    dates are read.
    """
    if isinstance(typed, date):
        return typed
    text = texts.half_width(typed[:100]).strip()
    found = _whole(text, field)
    if found is None and _LUNAR.search(text):
        found = lunar.read(text, today, prefer, field)
    if found is None and today is not None:
        found = _relative(text, today) or _without_year(text, today, prefer, field)
    if found is None:
        raise Refusal(
            _("“{text}” is not a date: type it like 20240322, 3.22 or 2024-03-22.").format(text=texts.quoted(typed)), field, "date"
        )
    if not EARLIEST <= found.year <= LATEST:
        raise Refusal(_("Check the year of {day}.").format(day=found.isoformat()), field, "date")
    return found


def _real(year: int, month: int, day: int, field: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refusal(
            _("There is no such day as {year}-{month:02d}-{day:02d}: check month and day.").format(year=year, month=month, day=day),
            field,
            "date",
        ) from None


def _whole(text: str, field: str) -> date | None:
    """A date that says its year."""
    if len(text) == 8 and text.isascii() and text.isdecimal():
        return _real(int(text[:4]), int(text[4:6]), int(text[6:]), field)
    found = _FULL.fullmatch(text)
    if found:
        return _real(int(found[1]), int(found[2]), int(found[3]), field)
    found = _CHINESE_DATE.fullmatch(text)
    if found:
        year = int("".join(str(_CHINESE.index("〇" if sign in "零○" else sign)) for sign in found[1]))
        return _real(year, texts.chinese_number(found[2]), texts.chinese_number(found[3]), field)
    return None


def _relative(text: str, today: date) -> date | None:
    """A date counted from today: +30, 昨天, 下周三, 月底; None when it is none of these."""
    if re.fullmatch(r"[+-]\d{1,5}", text):
        return today + timedelta(days=int(text))
    if text in _NEAR_DAYS:
        return today + timedelta(days=_NEAR_DAYS[text])
    found = _WEEK.fullmatch(text)
    if found:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 * _STEPS[found[1]] + "一二三四五六日天".index(found[2].replace("天", "日")))
    found = _END.fullmatch(text)
    if found:
        step = _STEPS[found[1]]
        if found[2] in ("年底", "年末"):
            return date(today.year + step, 12, 31)
        first = add_months(today.replace(day=1), step)
        return first if found[2] == "月初" else add_months(first, 1) - timedelta(days=1)
    if text == "去年底":
        return date(today.year - 1, 12, 31)
    return None


def _without_year(text: str, today: date, prefer: Prefer, field: str) -> date | None:
    """Month and day, or a day alone: the one nearest to today, or the last or the next one."""
    found = _DAY.fullmatch(text)
    if found:
        day = int(found[1])
        first = today.replace(day=1)
        around = [
            month.replace(day=day) for month in (add_months(first, step) for step in range(-2, 3)) if 1 <= day <= last_of_month(month).day
        ]
        return _choose(around, today, prefer, field, text)
    found = _SHORT.fullmatch(text)
    month, day = (int(found[1]), int(found[2])) if found else (0, 0)
    if not found and len(text) == 4 and text.isascii() and text.isdecimal():
        month, day = int(text[:2]), int(text[2:])
    if not month:
        return None
    # 29 February comes every four years, after 1896 and 2096 every eight
    around = [
        date(year, month, day)
        for year in range(today.year - 8, today.year + 9)
        if 1 <= month <= 12 and 1 <= day <= months.monthrange(year, month)[1]
    ]
    return _choose(around, today, prefer, field, text)


def _choose(days: Iterable[date], today: date, prefer: Prefer, field: str, text: str) -> date:
    fit = [day for day in days if prefer == "near" or (day <= today if prefer == "past" else day >= today)]
    if not fit:
        raise Refusal(_("There is no such day as {text}: check month and day.").format(text=texts.quoted(text)), field, "date")
    return min(fit, key=lambda day: (abs((day - today).days), day < today))


def add_months(day: date, n: int) -> date:
    """The same day n months later (earlier when negative); where the month has no such day, its last day (民法典 art 202)."""
    count = day.year * 12 + day.month - 1 + n
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=months.monthrange(day.year, day.month)[1])


def in_words(day: date) -> str:
    """As papers write it, without leading zeros: 2026年11月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def seal_words(day: date) -> str:
    """As the seal line writes it, with 〇: 二〇二六年十一月二十日."""
    year = "".join(_CHINESE[int(figure)] for figure in str(day.year))
    return f"{year}年{_small(day.month)}月{_small(day.day)}日"


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _CHINESE[tens]) + ("十" if tens else "") + (_CHINESE[ones] if ones else "")


def weekday(day: date) -> str:
    """The day of the week in the language of the interface: 星期五."""
    return _(_WEEKDAYS[day.weekday()])


def echo(day: date, calendar: "Calendar | None" = None) -> str:
    """What a date field shows under the typed date: the date, weekday, holiday or make-up working day, lunar date."""
    parts = [in_words(day), weekday(day)]
    if calendar is not None:
        parts.append(calendar.name(day))
    parts.append(_("lunar calendar {words}").format(words=lunar.in_words(day)))
    return "  ".join(part for part in parts if part)


def age(birth: date, day: date) -> int:
    """Completed years (周岁) on that day; the birthday itself counts as reached (a convention, stated on the paper).

    Who was born on 29 February completes the year on 28 February where there is no 29th (民法典 art 202). A day before
    birth gives -1 and less.
    """
    birthday = min(birth.day, months.monthrange(day.year, birth.month)[1])
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birthday))
