"""The sums and days of one sentence that owes something: one sum by one day, or several of each paid in parts or again and again.

What cannot be told in one way is asked for at its field of the row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.domain import dates, money, payment_plan, texts
from desktop.domain.refusal import Refusal
from desktop.domain.wording import days, numbers, sums
from desktop.i18n import _

_UNIT = r"(?:公斤|市?斤|千克|克|吨|亩|只|头|匹|峰|个(?!月)|人|天|日|小时|平方米|平米|立方米|方|米|件|袋|捆|株|台)"
_EACH_AHEAD = re.compile(rf"(?:每{_UNIT}|单价)[^,;。\d]{{0,8}}$")
_EACH_BEHIND = re.compile(rf"\s*[/每]\s*{_UNIT}")
_TOTAL = re.compile(r"(?:共计?|合计|总计|总额|总共|累计)[^,;。\d]{0,8}$")
EVERY = re.compile(r"(?:每|按|逐)(?:个)?(月|季度?|半年|年)(?!利)")
PARTS = re.compile(
    r"分期|分批|陆续|余款|余下|(?<!卡)余额|剩余|剩下|尾款|其余|首期|首付|第[一二三四五六七八九十\d]{1,2}[期次笔]|分(?P<n>[一二两三四五六七八九十\d]{1,3})(?:期|次|笔|个月)|分次"
)
_PIECE = re.compile(r"(?=余款|余下|(?<!卡)余额|剩余|剩下|尾款|其余|第[一二三四五六七八九十\d]{1,2}[期次笔])|;")
_REST = re.compile(r"余款|余下|(?<!卡)余额|剩余|剩下|尾款|其余")
_EVERY_CODES = {"月": "month", "季": "quarter", "半": "half_year", "年": "year"}
_NUMBER = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5})"
TIMES = re.compile(rf"(?:分|共|为期|连续|计){_NUMBER}(?:期|次|个月)")
_DAY_OF = re.compile(r"(?:月|每月)[^,;。]{0,4}?(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(月底|月末)")
_FROM = re.compile(rf"(\d{{4}})年{_NUMBER}月(?:{_NUMBER}[日号])?(?:起|开始|始)")
_UNTIL = re.compile(rf"(?:至|到)(\d{{4}})年{_NUMBER}月(?:{_NUMBER}[日号])?")
_AGE = re.compile(rf"满{_NUMBER}周?岁")
_DOWN = re.compile(r"(?:首付|定金|先行?支付|先付)[^,;。\d]{0,6}$")
_DUE = re.compile(r"\s*(?:之?前|以前|止|付|支付|给付|偿还|归还|返还|还|交付|当[日天])")
_AT_ONCE = re.compile(r"当场|当日|签订(?:本协议)?时|签订(?:本协议)?之日(?!起)|签订(?:本协议)?当[日天]")


@dataclass
class Row:
    """An obligation as the sheet takes it, with what must be asked at its fields: the first question of a field counts."""

    values: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)

    def ask(self, key: str, sentence: str) -> None:
        """A question at a field, unless one stands there."""
        self.asked.setdefault(key, sentence)


def counted(line: str) -> tuple[list[sums.Sum], list[sums.Sum]]:
    """The sums of a sentence without the second writing of a pair, and beside them those that are a price or wage by the piece."""
    plain = texts.half_width(line)
    second = [words for _figures, words in sums.pairs(line)]
    known = [one for one in sums.found(line) if one not in second]
    by_piece = [one for one in known if _EACH_AHEAD.search(plain[: one.start]) or _EACH_BEHIND.match(plain, one.end)]
    return [one for one in known if one not in by_piece], by_piece


def money_of(row: Row, line: str, today: date, paid: int = 0) -> None:
    """Amount and days of a sentence about money, into the row; `paid` (fen) of the whole sum was paid before."""
    known, by_piece = counted(line)
    whole = [one for one in known if one.style != "bare"]
    for one, other in sums.pairs(line):
        if one.fen != other.fen:
            sentence = _("“{figures}” and “{capitals}” are not the same sum: which is meant?")
            row.ask("amount", sentence.format(figures=one.written, capitals=other.written))
    for one in known:
        if one.style == "bare":
            row.ask("amount", _("“{text}”: yuan? Write the sum with its unit.").format(text=one.written))
        elif one.fen is None:
            row.ask("amount", _("“{text}” can be read in two ways: write the sum out.").format(text=one.written))
    if by_piece:
        row.ask("amount", _("“{text}” is a price by the piece: what does it come to?").format(text=by_piece[0].written))
    exact = [one for one in whole if one.fen is not None]
    if EVERY.search(texts.half_width(line)):
        _again(row, line, exact, today)
    elif not _in_parts(row, line, exact, today, paid):
        _once(row, line, exact)
        due(row, line, today)


def _once(row: Row, line: str, known: Sequence[sums.Sum]) -> None:
    """One sum; of several the one that the others add up to."""
    fens = [one.fen or 0 for one in known]
    whole = [fen for fen in fens if len(fens) > 2 and fen * 2 == sum(fens)]
    if whole:
        row.values["amount"] = money.yuan(whole[0])
    elif known:
        row.values["amount"] = money.yuan(fens[0])
        if len(known) > 1:
            sentence = _("Several sums stand in “{text}”: {sum} was taken.")
            row.ask("amount", sentence.format(text=texts.quoted(line), sum=known[0].written))
    else:
        row.ask("amount", _("“{text}”: how much is it?").format(text=texts.quoted(line)))


def due(row: Row, line: str, today: date) -> None:
    """The day of one performance."""
    plain = texts.half_width(line)
    found = days.found(line, today)
    ends = [one for one in found if _DUE.match(plain, one.start + len(one.written))] or found
    real = [one for one in ends if one.day is not None and not one.lunar]
    relative = re.search(r"(?:日内|天内|月内|年内|日后|之日起)", plain)
    if real and real[0].day is not None:
        row.values |= {"due_on": real[0].day.isoformat(), "timing": "by_date"}
        if len({one.day for one in ends}) > 1:
            sentence = _("Several days stand in “{text}”: {day} was taken.")
            row.ask("due_on", sentence.format(text=texts.quoted(line), day=dates.in_words(real[0].day)))
        elif real[0].open:
            row.ask("due_on", _meant(real[0].written, real[0].day))
    elif _AT_ONCE.search(plain) and not relative:
        row.values["timing"] = "at_once"
    elif ends and ends[0].lunar and ends[0].day is not None:
        sentence = _("“{text}” is a lunar day: is {day} meant?")
        row.ask("due_on", sentence.format(text=ends[0].written, day=dates.in_words(ends[0].day)))
        row.values |= {"due_on": ends[0].day.isoformat(), "timing": "by_date"}
    elif ends:
        row.ask("due_on", _("“{text}” is no day that can be read: type it.").format(text=ends[0].written))
    else:
        row.ask("due_on", _("“{text}”: by which day?").format(text=texts.quoted(line)))


def _meant(written: str, day: date) -> str:
    return _("“{text}” leaves something open: is {day} meant?").format(text=written, day=dates.in_words(day))


# --- in parts ---------------------------------------------------------------------------------------------------------------------


def _in_parts(row: Row, line: str, known: Sequence[sums.Sum], today: date, paid: int) -> bool:
    """Instalments out of a sentence with several days and sums, or with words for parts; False where it is paid at once."""
    plain = texts.half_width(line)
    words = PARTS.search(plain)
    found = days.found(line, today)
    if not words and (len(known) < 2 or len(found) < 2):
        return False
    totals = [one for one in known if _TOTAL.search(plain[: one.start])]
    total = totals[0] if totals else None
    pairs = _pairs(plain, [one for one in known if one not in totals], found)
    if pairs is None and total is None and len(known) > 1:  # the whole sum stands in front of its parts
        total = known[0]
        pairs = _pairs(plain, known[1:], found)
    left = (total.fen or 0) - paid if total else None
    parts = _with_rest(pairs or [], left)
    if paid and parts and len(parts) == 1 and left in (None, parts[0][1]):
        row.values |= {"amount": money.yuan(parts[0][1]), "due_on": parts[0][0].isoformat(), "timing": "by_date"}
        return True
    if parts is None or (len(parts) < 2 and (words or len(known) > 1)):
        row.values["timing"] = "instalments"
        row.ask("instalments", _("“{text}” is paid in parts: on which days, and how much each time?").format(text=texts.quoted(line)))
        if total is not None or (len(known) == 1 and not _REST.search(plain)):
            row.values["amount"] = money.yuan((total or known[0]).fen or 0)
        elif known:
            row.ask("amount", _("Several sums stand in “{text}”: how much is it in all?").format(text=texts.quoted(line)))
        return True
    laid_out(row, parts, left)
    if len({one.fen for one in totals}) > 1:
        sentence = _("Several sums stand in “{text}”: {sum} was taken.")
        row.ask("amount", sentence.format(text=texts.quoted(line), sum=totals[0].written))
    n = _int(words["n"]) if words and words["n"] else None
    if n is not None and n != len(parts):
        row.ask("instalments", _("The text has {n} instalments, {found} were read: complete them.").format(n=n, found=len(parts)))
    for one in found:
        before = [other for other in found if other.start < one.start and not other.open and other.day and one.day and other.day < one.day]
        # a day without its year behind one that has it, later in the same year, is of that year
        if one.open and one.day and not (before and before[-1].day and before[-1].day.year == one.day.year):
            row.ask("instalments", _meant(one.written, one.day))
    return True


def laid_out(row: Row, parts: Sequence[tuple[date, int]], total: int | None) -> None:
    """These days and sums (fen) as the instalments of the row; a whole sum that they do not come to is asked about."""
    came_to = sum(fen for _day, fen in parts)
    row.values["instalments"] = [{"due_on": day.isoformat(), "amount": money.yuan(fen)} for day, fen in parts]
    row.values |= {"amount": money.yuan(came_to), "timing": "instalments"}
    row.values.pop("due_on", None)
    if total is not None and total != came_to:
        row.ask("amount", _("The instalments come to {sum} yuan; the text has another sum.").format(sum=money.figures(came_to)))
    if [day for day, _fen in parts] != sorted(day for day, _fen in parts):
        row.ask("instalments", _("The days of the instalments do not follow one another: look at them."))


def _pairs(plain: str, known: Sequence[sums.Sum], found: Sequence[days.Day]) -> list[tuple[date, int | None]] | None:
    """Each day with its sum, between words such as 余款 and 第二期; a rest without its sum has None. None: it cannot be told."""
    cuts = sorted({0, len(plain), *(one.start() for one in _PIECE.finditer(plain))})
    pairs: list[tuple[date, int | None]] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        of = [one for one in known if start <= one.start < end]
        on = [one for one in found if start <= one.start < end]
        if any(one.day is None or one.lunar for one in on):
            return None
        rest = not of and len(on) == 1 and _REST.search(plain[start:end])
        order = "".join(sign for _at, sign in sorted([(one.start, "S") for one in of] + [(one.start, "D") for one in on]))
        if rest:
            pairs.append((on[0].day or date.min, None))
        elif order and order not in ("DS" * len(of), "SD" * len(of)):
            return None
        else:
            pairs += [(day.day or date.min, one.fen) for day, one in zip(on, of, strict=True)]
    return pairs


def _with_rest(pairs: Sequence[tuple[date, int | None]], whole: int | None) -> list[tuple[date, int]] | None:
    """The pairs with what is left of the whole sum in the one that is only called the rest."""
    left = (whole or 0) - sum(fen for _day, fen in pairs if fen is not None)
    open_ones = [day for day, fen in pairs if fen is None]
    if open_ones and (len(open_ones) > 1 or left <= 0):
        return None
    return [(day, left if fen is None else fen) for day, fen in pairs]


# --- again and again --------------------------------------------------------------------------------------------------------------


def _again(row: Row, line: str, known: Sequence[sums.Sum], today: date) -> None:
    """A plan: the same sum every month (quarter, year) from a day on, so many times, until a day or an age, or up to a whole sum."""
    plain = texts.half_width(line)
    word = EVERY.search(plain)
    assert word is not None
    each = next((one for one in known if one.start >= word.end()), None)
    down = next((one for one in known if one is not each and _DOWN.search(plain[: one.start])), None)
    others = [one for one in known if one not in (each, down)]
    total = next((one for one in others if _TOTAL.search(plain[: one.start])), others[0] if len(others) == 1 else None)
    plan: dict[str, Any] = {"every": _EVERY_CODES[word[1][0]]}
    plan |= {key: one.fen for key, one in (("each", each), ("amount", total), ("down_payment", down)) if one is not None}
    if [one for one in others if one is not total]:
        sentence = _("Several sums stand in “{text}”: {sum} was taken.")
        row.ask("amount", sentence.format(text=texts.quoted(line), sum=(total or others[0]).written))
    if _REST.search(plain) and total is None:
        row.ask("amount", _("“{text}”: how much is it in all?").format(text=texts.quoted(line)))
    plan |= _span(plain)
    if down is not None:
        near = [one for one in days.found(line, today) if one.day and not one.lunar and one.start < word.start()]
        if near:
            plan["down_on"] = near[0].day
    if times := TIMES.search(plain):
        plan["times"] = _int(times[1])
    if age := _AGE.search(plain):
        plan["until_age"] = _int(age[1])
    _checked(row, plan)
    for key, value in plan.items():
        fen = key in ("each", "amount", "down_payment")
        row.values[key] = money.yuan(value) if fen else value.isoformat() if isinstance(value, date) else value
    row.values["timing"] = "instalments" if total is not None else "periodic"


def _span(plain: str) -> dict[str, date]:
    """The first and the last day of a plan: 自2026年5月起每月10日前 ... 至2027年4月."""
    day_of = _DAY_OF.search(plain[EVERY.search(plain).start() :])  # type: ignore[union-attr]
    span: dict[str, date] = {}
    for key, pattern in (("first_on", _FROM), ("until", _UNTIL)):
        one = pattern.search(plain)
        if one is None:
            continue
        day = (
            31 if day_of and day_of[2] else _int(one[3] or (day_of[1] if day_of and day_of[1] else "") or ("31" if key == "until" else ""))
        )
        if not 1 <= _int(one[2]) <= 12 or not dates.EARLIEST <= int(one[1]) <= dates.LATEST or not 1 <= day <= 31:
            continue
        last = dates.last_of_month(date(int(one[1]), _int(one[2]), 1))
        span[key] = last.replace(day=min(day, last.day))
    return span


def _checked(row: Row, plan: dict[str, Any]) -> None:
    """Asks for what is missing of a plan, or does not come out."""
    try:
        parts = payment_plan.written_out(plan)
    except Refusal as no:
        row.ask(no.field, no.sentence)
        return
    if plan.get("until") and plan.get("times"):
        other = len(payment_plan.written_out({key: value for key, value in plan.items() if key not in ("times", "amount")}))
        if plan.get("each") and other != len(parts):
            row.ask("times", _("Until the last day there are {other} payments, the text says {n}.").format(other=other, n=plan["times"]))
    if plan.get("each") and plan.get("times") and parts[-1].amount != plan["each"]:
        came_to = money.figures(plan["each"] * plan["times"])
        row.ask("each", _("{n} payments of this sum come to {sum} yuan, not to the whole sum.").format(n=plan["times"], sum=came_to))


def _int(text: str) -> int:
    return int(text) if text.isdecimal() else numbers.whole(text) or 0
