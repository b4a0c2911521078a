"""Days in a text: whole dates in any writing, dates that do not exist, and lunar dates, which a paper must not leave as they are."""

import re
from dataclasses import dataclass
from datetime import date

from desktop.domain import dates, lunar, texts
from desktop.domain.refusal import Refusal

_WHOLE = re.compile(
    r"\d{4}\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}\s*[日号]?"
    r"|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]?"
)
_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)(?:\d{4}年)?(?:闰?(?:正|冬|腊|十一|十二|[一二三四五六七八九十]|\d{1,2})月)?"
    r"(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三?二?十[一二三四五六七八九]?|\d{1,2})?[日号]?"
    r"|[正冬腊]月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|三?二?十[一二三四五六七八九]?)?"
    r"|(?:[一二三四五六七八九十]|十一|十二)月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)"
)


@dataclass(frozen=True)
class Day:
    """`day` is None where no such day exists, or where a lunar date cannot be told without its year."""

    day: date | None
    written: str
    lunar: bool
    start: int


def found(text: str, today: date) -> list[Day]:
    """Every date of the text; a lunar one is read as the next such day, to be shown as a proposal."""
    plain = texts.half_width(text)
    days = [_whole(one) for one in _WHOLE.finditer(plain)]
    days += [_lunar(one, today) for one in _LUNAR.finditer(plain)]
    return sorted(days, key=lambda day: day.start)


def _whole(one: "re.Match[str]") -> Day:
    try:
        day = dates.parse(re.sub(r"\s", "", one[0]))
    except Refusal:
        day = None
    return Day(day, one[0], False, one.start())


def _lunar(one: "re.Match[str]", today: date) -> Day:
    try:
        day = lunar.read(one[0], today, "future")
    except Refusal:
        day = None
    return Day(day, one[0], True, one.start())
