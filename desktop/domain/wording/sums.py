"""Sums of money in a text: in figures of any width, 万元 beside 元, with ¥ in front, in small Chinese figures and in capitals.

Read is only what can be read in one way; 5，00元, 3万5元 or 20余万元 are found without a sum, so that they can be asked for. Two writings
of one sum that stand together (figures, then 大写) are found as a pair, so that they can be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain import money, texts
from desktop.domain.wording import numbers

_RUN = r"\d+(?:[,.。'’]\d+|[ \u00a0]\d{3}(?!\d)){0,9}"  # figures with whatever people put between them
_CHINESE = f"[{numbers.FIRST}][{numbers.SIGNS}]{{0,40}}"
_DIGIT = r"[\d一二三四五六七八九壹贰貳叁肆伍陆陸柒捌玖]"
_CENTS = rf"(?:\s*(?P<jiao>{_DIGIT})\s*角)?(?:\s*零?\s*(?P<fen>{_DIGIT})\s*分(?!之))?"
_YUAN = r"(?P<yuan>[元圆圓](?![旦素化宵])|[块塊](?=钱|[，。；、,;)）\s整]|$))"
_MARK = r"(?P<mark>小写\s*[:：]?\s*(?:人民币)?\s*[¥￥]?|人民币\s*[¥￥]?|RMB|CNY|[¥￥])"
_PLAIN = r"\d+(?:,\d{3})*(?:\.\d+)?"
_FIGURES = re.compile(
    rf"(?:{_MARK}\s*)?(?<![\d.第])(?<!\d,)(?P<body>(?:{_RUN}\s*[余多]?\s*[亿億万萬千百]\s*)*(?:{_RUN})?)(?<=[\d亿億万萬千百\s])\s*(?P<about>[余多])?\s*"
    rf"(?:{_YUAN}{_CENTS}[整正]?)?",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"(?<![第公单])(?P<body>{_CHINESE})\s*(?P<about>[余多])?\s*{_YUAN}(?:零)?{_CENTS}(?P<whole>[整正])?")
_BEHIND = re.compile(rf"(?:[整正元圆圓])\s*[(]\s*(?P<body>(?=[\d,.]{{3}}){_PLAIN})\s*[)]")
_OPEN = re.compile(  # a sum without its unit: what it counts must be asked
    rf"(?<![\d.年月第-])(?<!\d,)(?:{_RUN})\s*(?:[亿億万萬](?!\s*[分美欧日港])|[wW](?![a-zA-Z])元?)(?:\s*\d{{1,4}}(?!\d))?(?=[\s，。；、,;:：)）（(整给付]|$)"
    rf"|(?:付清?|还清?|支付|偿还|归还|返还|赔偿?|补偿|[共合总]计|总额为?|金额为?)\s*(?:(?:{_RUN})|[{numbers.FIRST}][{numbers.SIGNS}]*[万萬亿億千百][{numbers.SIGNS}]*)"
    rf"(?=[，。；、,;)）（(整]|$)"
    rf"|(?:支付|偿还|归还|返还|赔偿|补偿|退还)[^，。；、,;\d]{{1,10}}(?:\d{{3,}}|\d{{1,3}}(?:,\d{{3}})+)(?:\.\d{{1,2}})?(?=[，。；、,;]|$)"
)
_PIECE = re.compile(rf"({_RUN})\s*([亿億万萬千百]?)")
_THOUSANDS = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0]\d{3})+(?:\.\d+)?")
_BETWEEN = re.compile(r"[\s（(：:，,]*(?:大写|小写|人民币|金额|计|即|[：:（(，,\s¥￥])*")
_UNITS = {"百": 100, "千": 1000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_MOST_BETWEEN = 14
_NO_MONEY = ("年", "月", "日", "号", "%", "‰", "期", "条", "款", "项")


@dataclass(frozen=True)
class Sum:
    """One sum: `fen`, or None where it can be read in two ways; `style` is figures, small, capitals or bare; `start`, `end` its place."""

    fen: int | None
    written: str
    style: str
    start: int
    end: int


def found(text: str) -> list[Sum]:
    """Every sum of the text in its order."""
    plain = texts.half_width(text)  # sign by sign, so that places stay
    sums: list[Sum] = []
    for readings in (_in_figures(plain), _in_words(plain), _beside_capitals(plain), _without_unit(plain)):
        taken = [(one.start, one.end) for one in sums]
        sums += [one for one in readings if not any(start < one.end and one.start < end for start, end in taken)]
    return sorted(sums, key=lambda one: one.start)


def pairs(text: str) -> list[tuple[Sum, Sum]]:
    """Figures and the words that stand right behind them (or in front), as one sum written twice: (figures, words)."""
    known = found(text)
    plain = texts.half_width(text)
    together = []
    for one, other in zip(known, known[1:], strict=False):
        between = plain[one.end : other.start]
        one_each = (one.style == "figures") != (other.style == "figures") and "bare" not in (one.style, other.style)
        if one_each and len(between) <= _MOST_BETWEEN and _BETWEEN.fullmatch(between) and (not between or set("大小(（即") & set(between)):
            together.append((one, other) if one.style == "figures" else (other, one))
    return together


def amounts(text: str) -> list[int]:
    """The sums in fen that can be read, each once, in their order."""
    return list(dict.fromkeys(one.fen for one in found(text) if one.fen is not None))


def _in_figures(plain: str) -> Iterator[Sum]:
    for one in _FIGURES.finditer(plain):
        body = one["body"].strip()
        marked = one["mark"] and not plain.startswith(_NO_MONEY, one.end("body"))
        if not body or not (one["yuan"] or marked):
            continue
        yuan = None if one["about"] or set("余多") & set(body) else _of_pieces(body)
        yield Sum(_fen(yuan, one["jiao"], one["fen"]), one[0].strip(), "figures", one.start(), one.end())


def _of_pieces(body: str) -> Decimal | None:
    """2万4千, 1亿2000万, 3万500, 20.5万: pieces whose units go down; None where it can be read in two ways."""
    total, last, behind = Decimal(0), 10**12, ""
    pieces = list(_PIECE.finditer(body))
    for n, one in enumerate(pieces):
        run, unit = one[1], one[2]
        if not _THOUSANDS.fullmatch(run):
            run = re.split(r"[ \u00a0]", run)[-1] if not n else run  # 2026.6.30 500元: only the part behind the last space is the sum
        if not _THOUSANDS.fullmatch(run):
            return None
        size = _UNITS.get(unit, 1)
        number = Decimal(re.sub(r"[, \u00a0]", "", run))
        broken = number != int(number) and n + 1 < len(pieces)
        # 3万5元 is thirty-five thousand in speech; 3万500元 is not
        short = not unit and n and len(run.partition(".")[0]) < 3
        if size >= last or broken or short or (n and number * size >= last):
            return None
        total, last, behind = total + number * size, size, unit
    exact = total * 100
    return total if exact == int(exact) or behind else None


def _in_words(plain: str) -> Iterator[Sum]:
    for one in _WORDS.finditer(plain):
        yuan = numbers.whole(one["body"])
        style = "capitals" if one["whole"] or set(one["body"]) & numbers.ONLY_CAPITALS else "small"
        known = Decimal(yuan) if yuan is not None and not one["about"] else None
        yield Sum(_fen(known, one["jiao"], one["fen"]), one[0], style, one.start(), one.end())


def _beside_capitals(plain: str) -> Iterator[Sum]:
    """A number in brackets right behind a sum: 叁万贰仟元整(32,000)."""
    for one in _BEHIND.finditer(plain):
        yield Sum(_fen(_of_pieces(one["body"]), None, None), one["body"], "figures", one.start("body"), one.end("body"))


def _without_unit(plain: str) -> Iterator[Sum]:
    for one in _OPEN.finditer(plain):
        if not (re.fullmatch(r"\D*\d{1,2}", one[0]) or re.search(r"\D(?:19|20)\d{2}$", one[0])):  # 共计3, a year
            yield Sum(None, re.sub(r"^[^\dA-Za-z" + numbers.SIGNS + "]+", "", one[0]), "bare", one.start(), one.end())


def _fen(yuan: Decimal | None, jiao: str | None, cents: str | None) -> int | None:
    if yuan is None:
        return None
    fen = yuan * 100 + (_digit(jiao) * 10 if jiao else 0) + (_digit(cents) if cents else 0)
    return int(fen) if fen == int(fen) and fen <= money.MOST_FEN else None


def _digit(sign: str) -> int:
    return int(sign) if sign.isdecimal() else numbers.whole(sign) or 0
