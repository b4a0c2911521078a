"""Numbers in Chinese figures, small and capital, also in the old signs: 五百一十九万, 伍佰壹拾玖萬, 二〇二六, 零点五."""

from decimal import Decimal

_FIGURES = {
    sign: n
    for n, row in enumerate(("〇零○", "一壹壱", "二贰两貳兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"))
    for sign in row
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
SIGNS = "".join((*_FIGURES, *_SMALL, *_LARGE))
FIRST = "".join((*_FIGURES, "十拾"))
"""What a number may begin with: 千元 and 万元 alone are units, not numbers."""
ONLY_CAPITALS = frozenset("壹壱贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億")
"""Signs that stand in sums in capitals and not in small writing."""


def whole(text: str) -> int | None:
    """A whole number in Chinese figures: 十四, 五百一十九万四千二百五十三, 二〇二六; None when it is none, or could be two."""
    if not text or any(sign not in SIGNS for sign in text):
        return None
    if all(sign in _FIGURES for sign in text):  # figure by figure, as a year is written
        return int("".join(str(_FIGURES[sign]) for sign in text))
    total = section = figure = 0
    gap, last = True, 10_000  # whether a zero or nothing stands before the figure; the last small unit of this section
    for n, sign in enumerate(text):
        if sign in _FIGURES:
            if figure or (n and text[n - 1] in _FIGURES and _FIGURES[text[n - 1]]):
                return None
            figure = _FIGURES[sign]
            gap = gap or not figure
        elif sign in _SMALL:
            if _SMALL[sign] >= last or (not figure and n and text[n - 1] in _SMALL):
                return None
            last = _SMALL[sign]
            section += (figure or 1) * last
            figure, gap = 0, False
        else:
            if figure and not gap and last > 10:  # 五千三万: three of what?
                return None
            section += figure
            if sign in "亿億":
                total = (total + section) * _LARGE[sign]
            elif not section or section >= 10_000:
                return None
            else:
                total += section * _LARGE[sign]
            section = figure = 0
            gap, last = False, 10_000
    # a figure behind a unit without one of its own: 三万五 is thirty-five thousand in speech
    if figure and not gap and last > 10:
        return None
    return total + section + figure


def decimal(text: str) -> Decimal | None:
    """The same with a part behind 点: 一点五, 零点零五."""
    head, point, tail = text.partition("点")
    number = whole(head)
    if number is None:
        return None
    if not point:
        return Decimal(number)
    if not tail or any(sign not in _FIGURES for sign in tail):
        return None
    return Decimal(f"{number}." + "".join(str(_FIGURES[sign]) for sign in tail))
