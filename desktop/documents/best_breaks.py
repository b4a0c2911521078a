"""Weighs all ways to break a paragraph and takes the one whose lines are the most even together.

After the idea of Knuth and Plass (Breaking Paragraphs into Lines, 1981): every line has a cost that grows with how far its gaps are
stretched or squeezed, some breaks cost more than others (within a code, between a figure and what it counts), and the cheapest chain of
lines from the first to the last is found place by place.
"""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.documents.lines import Run

LOOSE = 0.08  # em a gap: a line stretched so far costs 1
LOOSEST = 0.22  # beyond it a line is only looked at when there is no other
TIGHT = 0.7  # what a line costs that has given all it can
UNEVEN = 30.0  # besides the stretch: a line that cannot be stretched to its width at all
REACH = 4.0  # em beyond the measure that a line may give at most
BEFORE, AFTER = 3, 4  # lines that are weighed together with a poor one
LONELY = 1.5  # a last line of one or two characters
COUNTED, ORDINAL, INNER, CODE = 0.3, 0.2, 3.5, 8.0  # breaks: 6|月, 第|6, HT-|2024, within a long code
MEASURES = "年月日时分秒元角万亿个人户份页条款项次号亩头只匹吨米件楼室层单"
TORN = re.compile(r"(?<![0-9A-Za-z.,])[0-9A-Za-z]{15,}(?![.,][0-9])")  # codes that may be torn rather than spoil a line
PIECE = 4  # no torn piece of a code is shorter
PHONE = re.compile(r"(?<![0-9])0[0-9]{2,3}-(?=[0-9]{7,8}(?![0-9]))")  # an area code is not parted from its number
HYPHEN = re.compile(r"(?<=[0-9A-Za-z][-/_@])(?=[0-9A-Za-z])")


def mended(run: "Run", first: float, room: float, ends: list[tuple[int, bool]], poor: list[int]) -> list[tuple[int, bool]]:
    """The lines with every poor one weighed anew together with its neighbours; `ends` are (end, had to be cut)."""
    breaks, prices = _prices(run)
    out: list[tuple[int, bool]] = []
    done = 0
    for n in poor:
        if n < done:
            continue
        low, high = max(done, n - BEFORE), min(len(ends), n + AFTER)
        out += ends[done:low]
        start = out[-1][0] if out else 0
        out += _best(run, start, ends[low:high], first, room, breaks, prices) or ends[low:high]
        done = high
    return out + ends[done:]


def _best(
    run: "Run", begin: int, known: list[tuple[int, bool]], first: float, room: float, breaks: list[int], prices: dict[int, float]
) -> list[tuple[int, bool]] | None:
    """The best lines from `begin` to where the `known` ones end; None when these are the best."""
    last, size = known[-1][0], len(run.text)
    limit = _known(run, begin, known, first, room, prices)
    costs, came = {begin: 0.0}, {begin: begin}
    sums, gaps, natural = run.sums, run.gaps, run.natural
    low, high = bisect_right(breaks, begin), bisect_right(breaks, last)
    for start in (begin, *breaks[low : high - 1]):
        before = costs.get(start, limit)
        if before >= limit:
            continue
        wide = room if start else first
        n = min(high, bisect_right(breaks, bisect_right(sums, sums[start] + wide + REACH, start, last + 1))) - 1
        found = False
        while n >= 0 and (end := breaks[n]) > start:
            n -= 1
            spare = wide - natural(start, end)
            if spare < 0:
                most = run.give(start, end)
                if -spare > most:
                    continue
                cost = TIGHT * (spare / most) ** 2
            elif end == size:
                cost = LONELY if end - start <= 2 and start else 0.0
            else:
                each = spare / max(gaps[run.bare_end(start, end) - 1] - gaps[start], 1)
                if each > LOOSEST and found:
                    break
                cost = (each / LOOSE) ** 2 + (UNEVEN if each > 2 * LOOSEST else 0.0)
            found = True
            cost += before + prices.get(end, 0.0)
            if cost < costs.get(end, limit):
                costs[end], came[end] = cost, start
    if last not in costs or last == begin:
        return None
    out, end = [], last
    while end > begin:
        out.append((end, False))
        end = came[end]
    return out[::-1]


def _prices(run: "Run") -> tuple[list[int], dict[int, float]]:
    """All places where a line may end, and what some of them cost."""
    text, may = run.text, run.may
    prices: dict[int, float] = {}
    for found in re.finditer(rf"(?<=[0-9])(?=[{MEASURES}])|(?<=第)(?=[0-9])", text):
        at = found.start()
        prices[at] = ORDINAL if text[at - 1] == "第" else COUNTED
    more = set()
    phones = {found.end() for found in PHONE.finditer(text)}
    for found in HYPHEN.finditer(text):
        if not may[found.start()] and found.start() not in phones:
            prices[found.start()] = INNER
            more.add(found.start())
    for found in TORN.finditer(text):
        for at in range(found.start() + PIECE, found.end() - PIECE + 1):
            if not may[at]:
                prices[at] = CODE
                more.add(at)
    breaks = [n for n, allowed in enumerate(may) if allowed]
    return (sorted({*breaks, *more}) if more else breaks), prices


def _known(run: "Run", start: int, ends: list[tuple[int, bool]], first: float, room: float, prices: dict[int, float]) -> float:
    """What the lines cost as they are."""
    total, size = 0.0, len(run.text)
    for end, forced in ends:
        wide = room if start else first
        spare = wide - run.natural(start, end)
        if end == size and spare >= 0:
            total += LONELY if start and end - start <= 2 else 0.0
        elif spare < 0:
            total += TIGHT * (spare / max(run.give(start, end), 0.01)) ** 2
        else:
            each = spare / max(run.gaps[run.bare_end(start, end) - 1] - run.gaps[start], 1)
            total += (each / LOOSE) ** 2 + (UNEVEN if each > 2 * LOOSEST else 0.0)
        total += prices.get(end, 0.0) + (UNEVEN if forced else 0.0)
        start = end
    return total
