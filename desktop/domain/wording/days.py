"""Days in a text: whole dates in any writing, dates that do not exist, dates that leave the year or the day open, and lunar dates.

What is open or lunar comes with the day that is probably meant: a proposal to be shown, which a paper must not leave to the reader.
"""

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain import dates, lunar, texts
from desktop.domain.refusal import Refusal
from desktop.domain.wording import numbers

_SIGNS = "〇零○一二三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖"
_YEAR = rf"(?<!\d)\d{{4}}|(?<![{_SIGNS}])[{_SIGNS}Oo0０]{{4}}"
_TWO = rf"\d{{1,2}}|[{_SIGNS}十拾廿卅]{{1,3}}"
_WHOLE = re.compile(
    rf"(?P<y>{_YEAR})\s*年\s*(?P<m>{_TWO})\s*月\s*(?P<d>{_TWO})\s*[日号]"
    rf"|(?P<yy>(?<!\d)\d{{4}})\s*年\s*(?P<mm>\d{{1,2}})\s*月\s*(?P<dd>\d{{1,2}})(?![\d至到-])"
    r"|(?<![\d.])(?P<yyy>\d{4})\s*(?P<sep>[-./])\s*(?P<mmm>\d{1,2})\s*(?P=sep)\s*(?P<ddd>\d{1,2})[日号]?(?![\d.]*\d)"
    r"|(?<!\d)(?P<run>20\d{6})(?=\s*(?:[日号]|之?前|以前))"
)
_OPEN = re.compile(
    rf"(?P<y>{_YEAR})\s*年\s*(?:(?P<m>{_TWO})\s*月\s*)?(?P<end>[上中下]旬|初|底|末)"
    rf"|(?P<y2>{_YEAR})\s*年\s*(?P<m2>{_TWO})\s*月(?=[份]?(?:之?前|以前|付|支付|还|内))"
    rf"|(?<![\d{_SIGNS}])(?P<short>\d{{2}})\s*年\s*(?P<m3>\d{{1,2}})\s*月\s*(?P<d3>\d{{1,2}})\s*[日号]"
    rf"|(?:(?P<same>同年|当年|本年|今年|次年|翌年|明年|第二年)\s*|(?<![年每\d]))(?P<m4>{_TWO})\s*月\s*(?P<d4>{_TWO})\s*[日号]"
)
_EVERY = re.compile(r"(?:每|各|逐|历)[年度月期]?[的于在]?\s*$|每年[^，。；\d]{0,8}$")
_RANGE = re.compile(r"(?:至|到|-|—|~|～)\s*$")
_LEAD = rf"(?:(?:\d{{4}}|[{_SIGNS}O]{{4}}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])\s*年)?"
_MONTH = r"闰?(?:正|冬|腊|十一|十二|[一二三四五六七八九十]|\d{1,2})月"
_DAY = r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三?二?十[一二三四五六七八九]?|\d{1,2})"
_LUNAR = re.compile(
    rf"{_LEAD}\s*(?:农历|阴历|旧历)\s*{_LEAD}(?:{_MONTH})?(?:{_DAY})?[日号]?"
    rf"|{_LEAD}[正冬腊]月(?:{_DAY})?[日号]?"
    rf"|{_LEAD}闰?(?:十一|十二|[一二三四五六七八九十])月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)[日号]?"
    rf"|(?:\d{{4}}|[{_SIGNS}O]{{4}})年(?:十一|十二|[一二三四五六七八九十])月(?:{_DAY})(?![日号\d十一二三四五六七八九])"
)
_AHEAD = 14  # signs before a date that say whether it comes again and again, or ends a span
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True)
class Day:
    """`day` is None where no such day exists, or where a lunar date cannot be told without its year.

    `open` means that the text leaves something out (the year, the day of the month); `day` is then only the one that is probably meant.
    """

    day: date | None
    written: str
    lunar: bool
    start: int
    open: bool = False


def found(text: str, today: date) -> list[Day]:
    """Every date of the text; a lunar one is read as the next such day, an open one as what is probably meant."""
    plain = texts.half_width(text)
    days = [_lunar(one, today) for one in _LUNAR.finditer(plain)]
    days += [day for one in _WHOLE.finditer(plain) if not _taken(days, one.start(), one.end()) for day in (_whole(one),)]
    opened: list[Day] = []
    known = sorted((day for day in days if day.day is not None and not day.lunar), key=lambda day: day.start)
    for one in _OPEN.finditer(plain):
        ahead = plain[max(one.start() - _AHEAD, 0) : one.start()]
        if _taken(days, one.start(), one.end()) or _EVERY.search(ahead):
            continue
        before = [day for day in (*known, *opened[-1:]) if day.start < one.start() and day.day is not None]
        opened.append(_open(one, today, max(before, key=lambda day: day.start).day if before else None, bool(_RANGE.search(ahead))))
    return sorted((*days, *opened), key=lambda day: day.start)


def _taken(days: list[Day], start: int, end: int) -> bool:
    return any(day.start < end and start < day.start + len(day.written) for day in days)


def _number(text: str) -> int:
    """A year, month or day in any figures; 0 where it is none."""
    if text.isdecimal():
        return int(text)
    plain = text.translate(str.maketrans("Oo0０", "〇〇〇〇")).replace("廿", "二十").replace("卅", "三十")
    return numbers.whole(plain) or 0


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if dates.EARLIEST <= year <= dates.LATEST else None
    except ValueError:
        return None


def _whole(one: "re.Match[str]") -> Day:
    run = one["run"]
    groups = (one.group("y", "m", "d"), one.group("yy", "mm", "dd"), one.group("yyy", "mmm", "ddd"))
    year, month, day = (run[:4], run[4:6], run[6:]) if run else next(group for group in groups if group[0])
    return Day(_real(_number(year), _number(month), _number(day)), one[0], False, one.start())


def _open(one: "re.Match[str]", today: date, before: date | None, ranging: bool) -> Day:
    """A day without its year, or a month without its day: what is probably meant."""
    at = (one[0], False, one.start())
    if one["m4"]:
        month, day, told = _number(one["m4"]), _number(one["d4"]), one["same"] or ""
        later = 1 if told in ("次年", "翌年", "第二年", "明年") else 0
        base = today if told in ("今年", "本年", "明年") else before
        if base is not None and (told or _after(base, month, day)):
            known = _real(base.year + later, month, day)
            # 同年 and the second day of a span say their year by the day before them
            return Day(known, *at, open=known is not None and not (told and base is before) and not ranging)
        near = [_real(year, month, day) for year in range(today.year, today.year + 9)]
        meant = next((known for known in near if known is not None and known >= today), None)
        return Day(meant, *at, open=meant is not None)
    if one["short"]:
        return Day(known := _real(2000 + int(one["short"]), _number(one["m3"]), _number(one["d3"])), *at, open=known is not None)
    year, month = _number(one["y"] or one["y2"]), _number(one["m"] or one["m2"] or "") or 12
    first = _real(year, 1 if not one["m"] and not one["m2"] and one["end"] == "初" else month, 1)
    if first is None:
        return Day(None, *at)
    ends = {"上旬": 10, "中旬": 20, "初": 10}
    meant = first.replace(day=ends[one["end"]]) if one["end"] in ends else dates.last_of_month(first)
    return Day(meant, *at, open=True)


def _after(base: date, month: int, day: int) -> bool:
    known = _real(base.year, month, day)
    return known is not None and known >= base


def _lunar(one: "re.Match[str]", today: date) -> Day:
    """A lunar day; its year may stand before or behind 农历, in figures or by its stem and branch."""
    written = one[0]
    year = re.search(rf"(\d{{4}}|[{_SIGNS}O]{{4}})\s*年", written)
    stem = re.search(rf"([{_STEMS}][{_BRANCHES}])年", written)
    rest = re.sub(rf"(?:农历|阴历|旧历)|(?:\d{{4}}|[{_SIGNS}O]{{4}}|[{_STEMS}][{_BRANCHES}])\s*年|\s", "", written)
    try:
        known = lunar.read(f"农历{_number(year[1])}年{rest}" if year else f"农历{rest}", today, "future")
    except Refusal:
        known = None
    if stem and known is not None and not lunar.in_words(known).startswith(stem[1]):
        known = next((day for day in _years_of(stem[1], rest, today)), None)
    return Day(known, written, True, one.start())


def _years_of(stem: str, rest: str, today: date) -> list[date]:
    found = []
    for year in range(today.year, today.year + 12):
        try:
            day = lunar.read(f"农历{year}年{rest}", today)
        except Refusal:
            continue
        if day is not None and lunar.in_words(day).startswith(stem):
            found.append(day)
    return found
