"""Rates of interest and penalty in a text, each as per cent a year: 年利率24%, 月息2分, 日万分之五, 每日0.5‰, LPR 的四倍."""

import re
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain import texts
from desktop.domain.wording import numbers

_N = r"(\d{1,4}(?:\.\d{1,4})?|[零〇一二两三四五六七八九十百点]{1,8})"
_PART = rf"(?:{_N}\s*(%|‰|%o)|(百|千|万)分之\s*{_N})"
_RATE = re.compile(
    r"(?P<per>(?:每|按)?[年月日天]\s*(?:化|利率|利息|息|费率|综合费率|罚息)?[^。；;，,\d零〇一二两三四五六七八九十百千万]{0,12}?)" + _PART
)
_OLD = re.compile(rf"(?P<per>年|月|日)\s*(?:利|息|利息|利率)[^。；;，,]{{0,4}}?{_N}\s*(?P<unit>分|厘|毫)(?!之)")
_TIMES = re.compile(rf"(?:LPR|贷款市场报价利率)[^。；;，,]{{0,12}}?{_N}\s*倍", re.IGNORECASE)
_SHARE = re.compile(rf"(?:违约金|滞纳金|赔偿金|定金|罚款)[^。；;]{{0,30}}?{_PART}")
_YEARLY = {"年": 1, "月": 12, "日": 365, "天": 365}
_OF = {"%": Decimal(1), "‰": Decimal("0.1"), "%o": Decimal("0.1"), "百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
# 分 is a per cent a month or ten per cent a year in the old way of counting interest, 厘 a tenth of it
_OLD_UNITS = {"年": {"分": Decimal(10), "厘": Decimal(1), "毫": Decimal("0.1")}}
_OLD_MONTH = {"分": Decimal(1), "厘": Decimal("0.1"), "毫": Decimal("0.01")}


@dataclass(frozen=True)
class Rate:
    """`yearly` is per cent a year; `times` how many times the LPR instead; `written` as it stands at `start`."""

    yearly: Decimal | None
    times: Decimal | None
    written: str
    start: int


def found(text: str) -> list[Rate]:
    """Every rate that has its time (a year, a month, a day) or is a multiple of the LPR."""
    plain = texts.half_width(text)
    rates = [rate for one in _RATE.finditer(plain) if (rate := _plain(one)) is not None]
    rates += [rate for one in _OLD.finditer(plain) if (rate := _old(one)) is not None]
    for one in _TIMES.finditer(plain):
        times = _number(one[1])
        if times is not None:
            rates.append(Rate(None, times, one[0], one.start()))
    return sorted(rates, key=lambda rate: rate.start)


def shares(text: str) -> list[tuple[Decimal, str]]:
    """Penalties as a part of a sum: (per cent, as written); a daily or yearly rate is none."""
    plain = texts.half_width(text)
    known = []
    for one in _SHARE.finditer(plain):
        share = _share(one[1], one[2]) if one[1] else _share(one[4], one[3])
        if share is not None and not re.search(r"[每按][年月日天]|[年月日]利率|[日天]万分|[日天]千分", one[0]):
            known.append((share, one[0]))
    return known


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text[0].isdigit() else numbers.decimal(text)


def _share(number: str | None, unit: str | None) -> Decimal | None:
    value = _number(number) if number else None
    return value * _OF[unit] if value is not None and unit else None


def _plain(one: "re.Match[str]") -> Rate | None:
    per = next((sign for sign in one["per"] if sign in _YEARLY), "")
    value = _share(one[2], one[3]) if one[2] else _share(one[5], one[4])
    if not per or value is None:
        return None
    return Rate(value * _YEARLY[per], None, one[0], one.start())


def _old(one: "re.Match[str]") -> Rate | None:
    value, per, unit = _number(one[2]), one["per"], one["unit"]
    if value is None or (per == "日" and unit == "分"):
        return None
    of = _OLD_UNITS.get(per, _OLD_MONTH)[unit]
    return Rate(value * of * _YEARLY[per], None, one[0], one.start())
