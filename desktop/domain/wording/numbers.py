"""Numbers in Chinese figures, small and capital: 五百一十九万, 伍佰壹拾玖万, 二〇二六, 零点五."""

from decimal import Decimal

_FIGURES = {
    sign: n for n, row in enumerate(("〇零○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for sign in row
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
SIGNS = "".join((*_FIGURES, *_SMALL, *_LARGE))
CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"


def whole(text: str) -> int | None:
    """A whole number in Chinese figures: 十四, 五百一十九万四千二百五十三, 二〇二六; None when it is none, or could be two."""
    if not text or any(sign not in SIGNS for sign in text):
        return None
    if all(sign in _FIGURES for sign in text):  # figure by figure, as a year is written
        return int("".join(str(_FIGURES[sign]) for sign in text))
    total = section = figure = 0
    gap = False  # a figure behind a unit without one of its own: 三万五 is thirty-five thousand in speech, and could be misread
    for sign in text:
        if sign in _FIGURES:
            if figure and not gap:
                return None
            figure, gap = _FIGURES[sign], _FIGURES[sign] == 0
        elif sign in _SMALL:
            section += (figure or 1) * _SMALL[sign]
            figure = 0
        else:
            section += figure
            if sign == "亿":
                total = (total + section) * _LARGE[sign]
            else:
                total += section * _LARGE[sign]
            section = figure = 0
    if figure and len(text) > 1 and text[-2] in "万千仟百佰亿":
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
