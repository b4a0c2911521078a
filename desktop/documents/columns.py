"""Widths of table columns: as planned, but no column so narrow that it would tear a number, as long as another has room."""

import re
from collections.abc import Sequence

WHOLE = re.compile(r"[0-9A-Za-z.,:/%+\-_@]+")
NAME = 3  # characters of a text that is not broken: most names
HAND = 7.0  # em: what a column to be signed in keeps
LONGEST = 24  # characters: what is longer, such as an address in the net, may be torn
FIGURE = 0.6  # em: the widest figure of the faces used


def size(rows: Sequence[Sequence[str]], count: int, width: float, usual: float, least: float, padding: float) -> float:
    """The largest type size from `usual` down to `least`, in half points, at which no number of the table has to be torn."""
    by_hand = _written_in(rows, count)
    ems = [max(one, HAND if n in by_hand else 2.0) for n, one in enumerate(_longest(rows, count))]
    whole = sum(ems)
    fits = (width - 2 * padding * count) / whole if whole else usual
    return usual if fits >= usual or usual <= least else max(least, int(fits * 2) / 2)


def size_of(text: str, width: float, usual: float, least: float) -> float:
    """The type size of one cell of a form: as large as its longest number needs not to be torn."""
    longest = max((n for n in map(len, WHOLE.findall(text)) if n <= LONGEST), default=0) * FIGURE
    return usual if longest * usual <= width or usual <= least else max(least, int(width / longest * 2) / 2)


def _written_in(rows: Sequence[Sequence[str]], count: int) -> set[int]:
    """The columns that are empty under their head: a hand fills them in."""
    return {n for n in range(count) if len(rows) > 1 and not any(row[n : n + 1] and row[n].strip() for row in rows[1:])}


def _longest(rows: Sequence[Sequence[str]], count: int) -> list[float]:
    """The longest number or short name of each column, in em."""
    needed = [0.0] * count
    for row in rows:
        for n, text in enumerate(row[:count]):
            lengths = [length for length in map(len, WHOLE.findall(text)) if length <= LONGEST]
            name = len(text) if len(text) <= NAME and not WHOLE.search(text) else 0
            needed[n] = max(needed[n], max(lengths, default=0) * FIGURE, float(name))
    return needed


def fitted(widths: Sequence[float], rows: Sequence[Sequence[str]], width: float, size: float, padding: float) -> list[float]:
    """Column widths in points that add up to `width`; `widths` are relative, `size` is the type size, `padding` of one side.

    The first of the `rows` is the head of the table.
    """
    total = sum(widths) or 1.0
    planned = [part / total * width for part in widths]
    needed = [longest * size + 2 * padding + 0.1 for longest in _longest(rows, len(planned))]
    lacking = [max(0.0, need - have) for need, have in zip(needed, planned, strict=True)]
    spare = [max(0.0, have - max(need, 2 * size + 2 * padding)) for need, have in zip(needed, planned, strict=True)]
    for n in _written_in(rows, len(planned)):
        spare[n] = max(0.0, planned[n] - HAND * size - 2 * padding)
    if not any(lacking) or not any(spare):
        return planned
    part = min(1.0, sum(spare) / sum(lacking))
    taken = sum(lacking) * part / sum(spare)
    return [have + lack * part - extra * taken for have, lack, extra in zip(planned, lacking, spare, strict=True)]
