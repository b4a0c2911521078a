"""Widths of table columns: as planned, but no column so narrow that it would tear a number, as long as another has room."""

import re
from collections.abc import Iterable, Sequence

WHOLE = re.compile(r"[0-9A-Za-z.,:/%+\-_@]+")
FIGURE = 0.6  # em: the widest figure of the faces used


def size(rows: Iterable[Sequence[str]], count: int, width: float, usual: float, least: float, padding: float) -> float:
    """The largest type size from `usual` down to `least`, in half points, at which no number of the table has to be torn."""
    ems = _longest(rows, count)
    whole = sum(max(one, 2.0) for one in ems)
    fits = (width - 2 * padding * count) / whole if whole else usual
    return usual if fits >= usual or usual <= least else max(least, int(fits * 2) / 2)


def _longest(rows: Iterable[Sequence[str]], count: int) -> list[float]:
    """The longest number of each column, in em."""
    needed = [0.0] * count
    for row in rows:
        for n, text in enumerate(row[:count]):
            needed[n] = max(needed[n], max((len(found[0]) for found in WHOLE.finditer(text)), default=0) * FIGURE)
    return needed


def fitted(widths: Sequence[float], rows: Iterable[Sequence[str]], width: float, size: float, padding: float) -> list[float]:
    """Column widths in points that add up to `width`; `widths` are relative, `size` is the type size, `padding` of one side."""
    total = sum(widths) or 1.0
    planned = [part / total * width for part in widths]
    needed = [longest * size + 2 * padding + 0.1 for longest in _longest(rows, len(planned))]
    lacking = [max(0.0, need - have) for need, have in zip(needed, planned, strict=True)]
    spare = [max(0.0, have - max(need, 2 * size + 2 * padding)) for need, have in zip(needed, planned, strict=True)]
    if not any(lacking) or not any(spare):
        return planned
    part = min(1.0, sum(spare) / sum(lacking))
    taken = sum(lacking) * part / sum(spare)
    return [have + lack * part - extra * taken for have, lack, extra in zip(planned, lacking, spare, strict=True)]
