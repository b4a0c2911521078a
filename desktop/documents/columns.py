"""Widths of table columns: as planned, but no column so narrow that it would tear a number, as long as another has room."""

import re
from collections.abc import Iterable, Sequence

WHOLE = re.compile(r"[0-9A-Za-z.,:/%+\-_@]+")
FIGURE = 0.6  # em: the widest figure of the faces used


def fitted(widths: Sequence[float], rows: Iterable[Sequence[str]], width: float, size: float, padding: float) -> list[float]:
    """Column widths in points that add up to `width`; `widths` are relative, `size` is the type size, `padding` of one side."""
    total = sum(widths) or 1.0
    planned = [part / total * width for part in widths]
    needed = [0.0] * len(planned)
    for row in rows:
        for n, text in enumerate(row[: len(needed)]):
            longest = max((len(found[0]) for found in WHOLE.finditer(text)), default=0)
            needed[n] = max(needed[n], longest * FIGURE * size + 2 * padding + 0.1)
    lacking = [max(0.0, need - have) for need, have in zip(needed, planned, strict=True)]
    spare = [max(0.0, have - max(need, 2 * size + 2 * padding)) for need, have in zip(needed, planned, strict=True)]
    if not any(lacking) or not any(spare):
        return planned
    part = min(1.0, sum(spare) / sum(lacking))
    taken = sum(lacking) * part / sum(spare)
    return [have + lack * part - extra * taken for have, lack, extra in zip(planned, lacking, spare, strict=True)]
