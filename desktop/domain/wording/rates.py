"""Rates of interest and penalty in a text, each as per cent a year: 年利率24%, 月息2分, 三分利, 日万分之五, 每日0.5‰, LPR 的四倍."""

import re
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain import texts
from desktop.domain.wording import numbers, sums

_N = r"(\d{1,4}(?:\.\d{1,4})?|[零〇一二两三四五六七八九十百点]{1,8})"
_PART = rf"(?:{_N}\s*(%|‰|%o)|(百|千|万)分之\s*{_N})"
_RATE = re.compile(  # the 日 of a date is no rate by the day, and the nearest word counts: 自3月9日起按年利率10%
    r"(?P<per>(?:每|按|(?<![\d一二三四五六七八九十〇零])|(?<=一)(?=年))[年月日天]\s*(?:化|利率|利息|息|费率|综合费率|罚息)?"
    r"[^。；;，,\d零〇一二两三四五六七八九十百千万年月日天]{0,12}?)" + _PART
)
_OLD = re.compile(rf"(?P<per>年|月|日)\s*(?:利|息|利息|利率)[^。；;，,]{{0,4}}?{_N}\s*(?P<unit>分|厘|毫)(?!之)")
_SPOKEN = re.compile(
    rf"(?<![年日\d]){_N}\s*(?P<unit>分|厘|毛)(?:钱)?(?:的)?(?:高)?(?:利|息)(?!害|益|润)"
)  # 三分利: a month, as people say it
_BY_SUM = re.compile(
    rf"(?:每一?|一|1)\s*(?P<base>万|千|百)\s*[元块](?:钱)?[^。；;，,\d]{{0,6}}(?:每|一个?)(?P<per>[年月日天])[^。；;，,\d]{{0,8}}?{_N}\s*[元块]"
)
_TIMES = re.compile(rf"(?:LPR|贷款市场报价利率)[^。；;，,]{{0,12}}?{_N}\s*倍", re.IGNORECASE)
_SHARE = re.compile(rf"(?:违约金|滞纳金|赔偿金|定金|罚款)[^。；;]{{0,30}}?{_PART}")
_SHARE_AHEAD = re.compile(rf"{_PART}(?:的|作为|计算的|计付)*(?:违约金|滞纳金|罚款)")  # 总额百分之五十的违约金
_YEARLY = {"年": 1, "月": 12, "日": 365, "天": 365}
_OVER_ANOTHER = re.compile(r"报价利率|LPR|基准|加计|上浮|加收|下浮", re.IGNORECASE)  # thirty per cent over another rate is none of its own
_OF = {"%": Decimal(1), "‰": Decimal("0.1"), "%o": Decimal("0.1"), "百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
# 分 is a per cent a month or ten per cent a year in the old way of counting interest, 厘 a tenth of it
_OLD_UNITS = {"年": {"分": Decimal(10), "厘": Decimal(1), "毫": Decimal("0.1")}}
_OLD_MONTH = {"毛": Decimal(10), "分": Decimal(1), "厘": Decimal("0.1"), "毫": Decimal("0.01")}
_BASES = {"万": Decimal(10_000), "千": Decimal(1_000), "百": Decimal(100)}
_TIMES_OVER = re.compile(
    r"(?<!不)(?:双倍|两倍|二倍|加倍|翻倍|(?P<n>[二两三四五六七八九十\d]{1,2})倍)(?:的)?[^。；;，,]{0,6}(?:偿还|归还|返还|支付|赔偿|赔付|还款|给付|付款|付给|赔|还)"
    r"|(?:偿还|归还|返还|支付|赔偿|赔付|给付|违约金)[^。；;]{0,12}?(?:双倍|两倍|加倍|翻倍|(?P<m>[二两三四五六七八九十\d]{1,2})倍)"
)
_EACH_DAY = re.compile(
    r"每(?:逾期|迟延|延迟|迟|晚|拖延|拖|超)[^。；;，,\d]{0,6}?(?:一|1)?[天日][^。；;]{0,20}?"
    r"(?P<sum>[\d一二两三四五六七八九十][\d,.一二三四五六七八九十百千万]{0,12}[元块])"
)
_PART_OF = re.compile(r"(?:违约金|滞纳金|罚款|罚)[^。；;，,]{0,16}?(?:(?P<half>一半|半数)|(?P<tenths>[一二三四五六七八九\d])成)")
_LAWFUL_TIMES = re.compile(r"定金|工资|迟延履行|加倍支付迟延|LPR|贷款市场|报价利率|利率|退一赔|消费者|惩罚性", re.IGNORECASE)


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
    rates += [rate for one in _SPOKEN.finditer(plain) if not _within(rates, one.start()) and (rate := _spoken(one)) is not None]
    rates += [rate for one in _BY_SUM.finditer(plain) if (rate := _by_sum(one)) is not None]
    for one in _TIMES.finditer(plain):
        times = _number(one[1])
        if times is not None:
            rates.append(Rate(None, times, one[0], one.start()))
    return sorted(rates, key=lambda rate: rate.start)


def shares(text: str) -> list[tuple[Decimal, str]]:
    """Penalties as a part of a sum: (per cent, as written); twice the sum is a hundred over it; a daily or yearly rate is none."""
    plain = texts.half_width(text)
    known = []
    for one in _SHARE.finditer(plain):
        share = _share(one[1], one[2]) if one[1] else _share(one[4], one[3])
        if share is not None and not re.search(r"[每按][年月日天]|[年月日]利率|[日天]万分|[日天]千分", one[0]):
            known.append((share, one[0]))
    for one in _SHARE_AHEAD.finditer(plain):
        share = _share(one[1], one[2]) if one[1] else _share(one[4], one[3])
        if share is not None and not re.search(r"[每按][年月日天]|[日天]万分|[日天]千分", plain[max(one.start() - 6, 0) : one.start()]):
            known.append((share, one[0]))
    for one in _PART_OF.finditer(plain):
        tenths = Decimal(5) if one["half"] else _number(one["tenths"])
        if tenths is not None:
            known.append((tenths * 10, one[0]))
    for sentence in re.findall(r"[^。；;]+", plain):
        over = _TIMES_OVER.search(sentence)
        if over and not _LAWFUL_TIMES.search(sentence):
            times = _number(over["n"] or over["m"] or "2")
            if times is not None and times > 1:
                known.append(((times - 1) * 100, over[0]))
    return known


def by_the_day(text: str) -> list[tuple[int, str]]:
    """Fixed sums for every day of delay: (fen, as written)."""
    plain = texts.half_width(text)
    found = []
    for one in _EACH_DAY.finditer(plain):
        known = sums.amounts(one["sum"])
        if known:
            found.append((known[0], one[0]))
    return found


def by_sum(text: str) -> bool:
    """Whether a text says so much on so much in a time: 每万元每月300元."""
    return _BY_SUM.search(texts.half_width(text)) is not None


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text[0].isdigit() else numbers.decimal(text)


def _share(number: str | None, unit: str | None) -> Decimal | None:
    value = _number(number) if number else None
    return value * _OF[unit] if value is not None and unit else None


def _plain(one: "re.Match[str]") -> Rate | None:
    per = next((sign for sign in one["per"] if sign in _YEARLY), "")
    value = _share(one[2], one[3]) if one[2] else _share(one[5], one[4])
    if not per or value is None or _OVER_ANOTHER.search(one["per"]):
        return None
    return Rate(value * _YEARLY[per], None, one[0], one.start())


def _within(rates: list[Rate], start: int) -> bool:
    return any(rate.start <= start < rate.start + len(rate.written) for rate in rates)


def _spoken(one: "re.Match[str]") -> Rate | None:
    value = _number(one[1])
    return Rate(value * _OLD_MONTH[one["unit"]] * 12, None, one[0], one.start()) if value is not None else None


def _by_sum(one: "re.Match[str]") -> Rate | None:
    """每万元每月300元: so much on so much in a time."""
    value = _number(one[3])
    return Rate(value / _BASES[one["base"]] * 100 * _YEARLY[one["per"]], None, one[0], one.start()) if value is not None else None


def _old(one: "re.Match[str]") -> Rate | None:
    value, per, unit = _number(one[2]), one["per"], one["unit"]
    if value is None or (per == "日" and unit == "分"):
        return None
    of = _OLD_UNITS.get(per, _OLD_MONTH)[unit]
    return Rate(value * of * _YEARLY[per], None, one[0], one.start())
