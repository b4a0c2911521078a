"""The lines of a pasted agreement: where its head, its facts and what is agreed begin, which lines broke in two, and rows of a table."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from desktop.domain import texts
from desktop.domain.wording import days, numbers, pasted, sums
from desktop.domain.wording.called import Called

_AGREED = re.compile(
    r"(?:达成|订立|签订)(?:了)?(?:如下|以下)(?:调解|和解)?(?:协议|条款|意见)|(?:达成|订立|签订)?(?:协议|约定)(?:内容|条款|事项)?如下|协商一致.{0,6}如下"
    r"|达成(?:调解|和解)?协议\s*(?=[:：])|(?:调解|协议)(?:结果|内容|条款|事项)\s*(?=[:：]|$)"
)
_WEAK = re.compile(r"达成(?:一致)?(?:调解|和解)?协议")
_LEAD = re.compile(
    r"经.{0,16}(?:调解|协商|沟通)|自愿|平等|互谅|根据|依据|遵照|合法|(?:双方|各方|三方|当事人)(?:当事人)?$|^\s*(?:现|兹|一致|共同)?\s*$"
)
_TITLE = re.compile(r"^(?:人民)?调解协议书?$|^编\s*号|^[(]?\d{4}[)]?.{0,12}字第|^(?:协议|当事人)(?:内容|情况|基本情况)?:?$")
_ABOUT_A_PARTY = re.compile(
    r"^(?:法定代表人|负责人|委托(?:诉讼)?代理人|法定代理人|住所?地?|住址|地址|现住|户籍地?|(?:居民)?身份证(?:号码?)?|公民身份号码|联系(?:电话|方式)|电话|手机"
    r"|统一社会信用代码|性别|民族|职业|工作单位|单位|出生(?:日期)?)\s*[:]"
)
_SIGNING = re.compile(
    r"^签订(?:日期|时间|地点)|^(?:申请人|被申请人|当事人|[甲乙丙丁]方|双方(?:当事人)?)?\s*[(]?签[名字章]|^(?:人民)?调解员\s*(?:[(]?签|[:]|$)"
    r"|^(?:记录人|书记员)\s*(?:[(]|[:]|$)|^(?:人民)?调解委员会\s*(?:[(]|[:]|$)|^本协议一式|^本协议(?:书)?自.{0,24}(?:生效|有效)|^[(]?(?:盖章|签章|印章|公章)"
    r"|^\d{4}年\s*\d{1,2}月\s*\d{1,2}日$|^附\s*(?:件|:)|^[_\s]*年[_\s]*月[_\s]*日$|^(?:以下)?无正文|^第?\s*\d+\s*页|^[-–—\s]*\d+\s*[-–—]$|^(?:日\s*期|时\s*间)\s*:"
)
_SIGNED = re.compile(
    r"^(?:申请人|被申请人|第三人|当事人|[甲乙丙丁]方|(?:人民)?调解员|记录人)[^:,。;]{0,8}[(]?(?:签[名字章]|盖章|捺印|按印)[^:]{0,10}[)]?\s*:?"
)
_HEADING = re.compile(
    r"^(?:协议内容|履行(?:方式|期限|地点|时间)[^:,。\d]{0,12}|(?:付款|支付|还款)(?:方式|期限|计划|安排)[^:,。\d]{0,8}|调解结果)\s*:\s*"
)
_FACTS = re.compile(r"^(?:纠纷)?(?:的)?(?:主要)?(?:事实|简要情况|基本情况|案情)(?:(?:和|与|、|及)争议事项)?\s*[:]\s*")
_DISPUTED = re.compile(r"^(?:争议(?:事项|焦点|内容))\s*[:]\s*")
_MARKS = "。；;！!？?：:，,、"
_COPIES = re.compile(r"一式([一二两三四五六七八九十]{1,2}|\d{1,2})份")
_WIDE = 24
_ITEM = re.compile(  # a number that begins an item behind the end of another in the same line
    r"(?<=[。；;])\s*(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}(?:、|[.．](?!\d))|第[一二三四五六七八九十]{1,3}条(?![款约])|[①-⑳])"
)
_ORDINAL = re.compile(r"^(?:第?[一二三四五六七八九十\d]{1,3}[期次笔批]?|合计|总计|共计|小计)$")
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$|^\d+(?:\.\d{1,2})?$")


class Cut(NamedTuple):
    """A text cut where its agreement begins; `seen` is False where that was not found, and all of it may be agreed."""

    front: list[str]
    lead: str
    agreed: list[str]
    seen: bool


def cut(lines: Sequence[str]) -> Cut:
    """Facts in front, the words that lead over (经调解，双方达成如下协议：), and the lines behind them, also the rest of that line."""
    for pattern in (_AGREED, _WEAK):
        for n, line in enumerate(lines):
            one = pattern.search(line)
            if one is None or (pattern is _WEAK and re.search(r"曾|此前|未履行|系", line)):
                continue
            before, behind = line[: one.start()], line[one.end() :]
            end = re.match(r"\s*[^：:，,。；;\d]{0,6}[：:]|\s*[，,。；;]?", behind)
            took = end.end() if end else 0
            begins = _lead_begins(before)
            front = [*lines[:n], *([before[:begins]] if before[:begins].strip() else [])]
            rest = behind[took:].strip()
            return Cut(front, line[begins : one.end() + took], _items([rest, *lines[n + 1 :]]), True)
    return Cut([], "", _items(lines), False)


def _items(lines: Sequence[str]) -> list[str]:
    """The lines, those cut that hold several numbered items."""
    return [item for line in lines for item in _ITEM.split(line) if item.strip()]


def _lead_begins(before: str) -> int:
    """Where the words begin that only lead over to the agreement: 经调解，双方自愿."""
    begins = len(before)
    for one in reversed(list(re.finditer(r"[^，,。；;：:]+[，,。；;：:]?", before))):
        said = one[0].rstrip("，,。；;：:")
        if len(said) > 34 or re.search(r"\d", texts.half_width(said)) or not _LEAD.search(said):
            break
        begins = one.start()
    return begins


def mended(lines: Sequence[str]) -> list[str]:
    """Lines that a page of fixed width broke in the middle of a sentence, put together again."""
    widest = max((len(line) for line in lines), default=0)
    full = [len(line) >= max(_WIDE, widest - 4) and line[-1] not in _MARKS and "\t" not in line for line in lines]
    whole: list[str] = []
    broke = False
    for line, is_full in zip(lines, full, strict=True):
        starts = pasted.numbering(line) or "\t" in line or is_signing(line) or re.match(r"[^，,。]{1,12}[：:]", line)
        if broke and not starts:
            whole[-1] += line
        else:
            whole.append(line)
        broke = is_full and sum(full) > 1  # one long line without its full stop is no page
    return whole


def is_signing(line: str) -> bool:
    """Whether a line belongs to the end of a paper: signatures, its day, how many copies, page numbers."""
    plain = texts.half_width(pasted.unnumbered(line)).strip()
    return bool(_SIGNING.search(plain) or _SIGNED.search(plain))


def signing(line: str, today: date) -> dict[str, Any]:
    """Day, place and copies as a line at the end says them."""
    plain = texts.half_width(pasted.unnumbered(line))
    if one := _COPIES.search(plain):
        copies = int(one[1]) if one[1].isdecimal() else numbers.whole(one[1])
        return {"copies": copies} if copies else {}
    if one := re.match(r"签订地点\s*:\s*(\S.*)", plain):
        return {"place": one[1]}
    on = [day.day for day in days.found(plain, today) if day.day and not day.lunar and not day.open]
    return {"day": on[0].isoformat()} if len(on) == 1 and on[0] and "自" not in plain else {}


def is_head(line: str, called: Called) -> bool:
    """Whether a line is a title, a number, or says who a party is."""
    plain = texts.half_width(pasted.unnumbered(line)).strip()
    return bool(_TITLE.search(plain) or _ABOUT_A_PARTY.search(plain)) or called.is_head(plain)


def is_heading(line: str) -> bool:
    """Whether a line in front only heads what follows: short, without figures and marks of a sentence."""
    plain = texts.half_width(pasted.unnumbered(line)).strip()
    return len(plain) <= 12 and not re.search(r"[\d,。;]", plain)


def of_facts(line: str) -> tuple[str, str]:
    """A line of the front as `facts` or `disputed`, without number and heading."""
    plain = pasted.unnumbered(line)
    half = texts.half_width(plain)
    for key, pattern in (("disputed", _DISPUTED), ("facts", _FACTS)):
        if one := pattern.match(half):
            return key, plain[one.end() :]
    return "", plain


def without_heading(line: str) -> str:
    """履行方式： and its like in front of a sentence fall away."""
    one = _HEADING.match(texts.half_width(line))
    return line[one.end() :] if one else line


# --- tables -----------------------------------------------------------------------------------------------------------------------


def cells(line: str) -> list[str]:
    """The cells of a row that came out of a table; [] where the line is none."""
    if line.count("|") >= 2:
        line = line.strip("|").replace("|", "\t")
    if "\t" not in pasted.unnumbered(line):  # the numbers of a list are set off by a tab in Word
        return []
    found = [cell.strip() for cell in line.split("\t")]
    return found if len(found) > 1 and all(len(cell) <= 40 for cell in found) else []


def is_table_head(row: Sequence[str]) -> bool:
    """Whether cells name columns: 期数, 还款日期, 金额（元）."""
    return not any(re.search(r"\d", texts.half_width(cell)) for cell in row) and any(
        re.search(r"日期|时间|期限|金额|期数|期次|款", cell) for cell in row
    )


def in_words(row: Sequence[str], head: Sequence[str], today: date) -> tuple[str, str]:
    """A row as a sentence (第1期2026年5月31日付5000元), and the figure whose unit nobody says; '' where anything else is in it."""
    said, bare = "", ""
    for n, cell in enumerate(row):
        plain = texts.half_width(cell)
        column = texts.half_width(head[n]) if n < len(head) else ""
        money_column = bool(re.search(r"金额|元|款|本金|利息", column)) and not re.search(r"日期|时间|期数|期次", column)
        if not plain:
            continue
        if _ORDINAL.fullmatch(plain) and not money_column:
            said += plain if plain[0] not in "0123456789" else f"第{plain.rstrip('期')}期"
        elif days.found(plain, today) and not re.sub(
            r"[之以]?前|止", "", _without(plain, [(d.start, d.start + len(d.written)) for d in days.found(plain, today)])
        ):
            said += plain
        elif _NUMBER.fullmatch(plain):
            unit = "万元" if "万" in column else "元"
            bare = bare or (cell if "元" not in column else "")
            said += f"付{plain}{unit}"
        elif sums.found(plain) and not _without(plain, [(s.start, s.end) for s in sums.found(plain)]).strip("()大写: "):
            said += f"付{plain}"
        else:
            return "", ""
    return (f"{said}；" if said else ""), bare


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text.strip()
