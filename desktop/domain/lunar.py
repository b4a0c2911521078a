"""The lunar calendar (农历) through lunar_python, loaded with the first lunar date that is asked for."""

import re
from datetime import date
from typing import Any

from desktop.domain import texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

_MONTHS = {
    "正": 1,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "冬": 11,
    "十一": 11,
    "腊": 12,
    "十二": 12,
}
_DATE = re.compile(
    r"(?:农历|阴历|旧历)?\s*(?:(\d{4})年)?\s*(闰)?(正|冬|腊|十一|十二|[一二三四五六七八九十]|\d{1,2})月"
    r"(初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三?二?十[一二三四五六七八九]?|\d{1,2})[日号]?"
)


def in_words(day: date) -> str:
    """The lunar date of a day, such as 丙午年十月十二; '' outside the years 1900 to 2100, for which there is no reliable table."""
    if not 1900 < day.year < 2100:
        return ""
    lunar = _solar(day).getLunar()
    return f"{lunar.getYearInGanZhi()}年{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"


def to_solar(year: int, month: int, day: int, leap: bool = False, field: str = "") -> date:
    """The day of a lunar date (month 1 to 12, day 1 to 30, `leap` for a 闰 month); Refusal (at `field`) when there is none."""
    from lunar_python import Lunar  # 30 ms: only when asked

    try:
        solar = Lunar.fromYmd(year, -month if leap else month, day).getSolar()
        found = date(solar.getYear(), solar.getMonth(), solar.getDay())
    except Exception as error:  # the library raises bare Exception for a month or day that does not exist
        raise Refusal(_("There is no such day in the lunar year {year}: check month and day.").format(year=year), field, "date") from error
    return found


def read(text: str, today: date | None, prefer: str = "near", field: str = "") -> date | None:
    """The day of a lunar date in words (`农历八月十五`, `农历2026年闰六月初三`, `腊月廿三`); None when the text is none.

    Without its year the one nearest to `today` is taken, or the last (`past`) or next (`future`) one.
    """
    found = _DATE.fullmatch(texts.half_width(text).strip())
    if not found:
        return None
    month = int(found[3]) if found[3].isdecimal() else _MONTHS[found[3]]
    day, leap = _day(found[4]), bool(found[2])
    if found[1]:
        return to_solar(int(found[1]), month, day, leap, field)
    if today is None:
        return None
    days = []
    for year in range(today.year - 2, today.year + 3):
        try:
            days.append(to_solar(year, month, day, leap))
        except Refusal:
            continue  # not every year has this leap month or a thirtieth day
    fit = [one for one in days if prefer == "near" or (one <= today if prefer == "past" else one >= today)]
    return min(fit, key=lambda one: abs((one - today).days)) if fit else None


def _day(words: str) -> int:
    if words.isdecimal():
        return int(words)
    if words.startswith("初"):
        return texts.chinese_number(words[1:])
    return texts.chinese_number(words.replace("廿", "二十"))


def _solar(day: date) -> Any:
    from lunar_python import Solar  # 30 ms: only when asked

    return Solar.fromYmd(day.year, day.month, day.day)
