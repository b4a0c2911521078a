"""Sums of money in a text: in figures of any width, with 万元 beside 元, in small Chinese figures and in capitals.

Two writings of one sum that stand together (figures, then 大写) are found as a pair, so that they can be compared.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain import money, texts
from desktop.domain.wording import numbers

_ARABIC = re.compile(
    r"(?<![\d.])(\d{1,3}(?:[,\s]\d{3})+|\d{1,13})(\.\d{1,6})?\s*(亿|万|千|百)?\s*(?:余|多)?(元|圆|块)(?:(\d)角)?(?:(\d)分(?!之))?"
)
_TEN_THOUSANDS = re.compile(r"(?<![\d.年月])(\d{1,6})(\.\d{1,6})?\s*(亿|万)(?![元圆块\d平亩千百股])")
_SMALL = re.compile(r"([〇零一二两三四五六七八九十百千万亿]{1,20})(元|块)(?:([一二三四五六七八九])角)?(?:([一二三四五六七八九])分)?")
_CAPITALS = re.compile(
    r"([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,40})[元圆](?:零)?(?:([壹贰叁肆伍陆柒捌玖零])角)?(?:零)?(?:([壹贰叁肆伍陆柒捌玖])分)?([整正])?"
)
_BETWEEN = re.compile(r"[\s（(：:，,]*(?:大写|人民币|金额|计|即|[：:（(，,\s])*")
_UNITS = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_MOST_BETWEEN = 14


@dataclass(frozen=True)
class Sum:
    """One sum: `fen`, or None where it can be read in two ways; `style` is figures, small or capitals; `start`, `end` its place."""

    fen: int | None
    written: str
    style: str
    start: int
    end: int


def found(text: str) -> list[Sum]:
    """Every sum of the text in its order."""
    plain = texts.half_width(text)  # sign by sign, so that places stay
    sums = [_arabic(one) for one in _ARABIC.finditer(plain)]
    sums += [_ten_thousands(one) for one in _TEN_THOUSANDS.finditer(plain)]
    for pattern, read in ((_CAPITALS, _capitals), (_SMALL, _small)):
        taken = [(one.start, one.end) for one in sums]
        for one in pattern.finditer(plain):
            if not any(start < one.end() and one.start() < end for start, end in taken) and not _is_count(plain, one):
                sums.append(read(one))
    return sorted(sums, key=lambda one: one.start)


def pairs(text: str) -> list[tuple[Sum, Sum]]:
    """Figures and the capitals that stand right behind them (or in front), as one sum written twice."""
    known = found(text)
    plain = texts.half_width(text)
    together = []
    for one, other in zip(known, known[1:], strict=False):
        between = plain[one.end : other.start]
        one_each = (one.style == "capitals") != (other.style == "capitals") and "bare" not in (one.style, other.style)
        if one_each and len(between) <= _MOST_BETWEEN and _BETWEEN.fullmatch(between) and (not between or set("大(（即") & set(between)):
            together.append((one, other) if other.style == "capitals" else (other, one))
    return together


def amounts(text: str) -> list[int]:
    """The sums in fen that can be read, each once, in their order."""
    return list(dict.fromkeys(one.fen for one in found(text) if one.fen is not None))


def _fen(yuan: Decimal, jiao: str | None, cents: str | None) -> int | None:
    fen = yuan * 100 + (int(jiao) * 10 if jiao else 0) + (int(cents) if cents else 0)
    return int(fen) if fen == int(fen) and fen <= money.MOST_FEN else None


def _arabic(one: "re.Match[str]") -> Sum:
    yuan = Decimal(re.sub(r"[,\s]", "", one[1]) + (one[2] or "")) * _UNITS[one[3] or ""]
    return Sum(_fen(yuan, one[5], one[6]), one[0], "figures", one.start(), one.end())


def _ten_thousands(one: "re.Match[str]") -> Sum:
    """A sum without its 元, such as 5万: what the unit is must be asked."""
    return Sum(None, one[0], "bare", one.start(), one.end())


def _small(one: "re.Match[str]") -> Sum:
    yuan = numbers.whole(one[1])
    jiao, cents = (str(numbers.whole(part)) if part else None for part in (one[3], one[4]))
    fen = _fen(Decimal(yuan), jiao, cents) if yuan is not None else None
    return Sum(fen, one[0], "small", one.start(), one.end())


def _capitals(one: "re.Match[str]") -> Sum:
    yuan = numbers.whole(one[1])
    jiao, cents = (str(numbers.whole(part)) if part else None for part in (one[2], one[3]))
    fen = _fen(Decimal(yuan), jiao, cents) if yuan is not None else None
    return Sum(fen, one[0], "capitals", one.start(), one.end())


def _is_count(text: str, one: "re.Match[str]") -> bool:
    """Whether the signs before 元 belong to a word, such as 十元纸币 or 多元."""
    before = text[max(one.start() - 1, 0) : one.start()]
    return before in ("第", "公", "单") or text[one.end() : one.end() + 1] in ("化", "旦", "素")
