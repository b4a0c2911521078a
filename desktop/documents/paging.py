"""Puts pieces on pages: nothing is torn where it should hold, nothing overlaps, and no page is left for a signature alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Protocol

SLACK = 0.5  # points a page may be overfull: rounding, no eye sees it
EMPTY = 1 / 3  # the part of a page that may stay empty for what should hold together


class Hold(IntEnum):
    """How firmly the end of a piece holds to what follows."""

    NOT = 0
    SOFT = 1
    FAST = 2


class Piece(Protocol):
    """Something on a page, made of slices that may stand on different pages.

    `heights`: of its slices. `before`: white above, dropped at the top of a page. `keep`: its end holds to what follows.
    `whole`: it is torn only where much of the page would stay empty. `new_page`: it begins a page. `heads`: what is repeated above it when
    a page begins in front of it or within it.
    """

    heights: list[float]
    before: float
    keep: "Hold"
    whole: bool
    new_page: bool
    heads: "Sequence[Piece]"

    def may_break(self, n: int) -> bool:
        """Whether a page may begin with slice n (n > 0)."""

    def draw(self, pen: Any, y: float, first: int, end: int) -> None:
        """Draws the slices first to end - 1, their upper edge at y."""


@dataclass
class Placed:
    """Some slices of a piece and where they stand: `y` counts from the top of the text."""

    piece: Piece
    first: int
    end: int
    y: float


@dataclass
class Page:
    """What stands on one page, from above."""

    placed: list[Placed] = field(default_factory=list)


def pages(pieces: Sequence[Piece], height: float) -> list[Page]:
    """The pieces on as many pages of this height as they need; at least one."""
    slices = [(piece, n) for piece in pieces for n in range(len(piece.heights))]
    holds = [_hold(slices, at) for at in range(len(slices))]
    out: list[Page] = []
    at = 0
    while at < len(slices):
        end = _end(slices, holds, at, height)
        out.append(_placed(slices, at, end))
        at = end
    return out or [Page()]


def _hold(slices: list[tuple[Piece, int]], at: int) -> Hold:
    """How firmly this slice holds to the one before it."""
    piece, n = slices[at]
    if n:
        return Hold.FAST if not piece.may_break(n) else Hold.SOFT if piece.whole else Hold.NOT
    return Hold.NOT if at == 0 or piece.new_page else slices[at - 1][0].keep


def _end(slices: list[tuple[Piece, int]], holds: list[Hold], at: int, height: float) -> int:
    """The first slice that no longer belongs to the page that begins at `at`."""
    used = sum(sum(head.heights) for head in slices[at][0].heads)
    filled = [used]
    n = at
    while n < len(slices):
        piece, part = slices[n]
        if n > at and part == 0 and piece.new_page:
            return n
        used += piece.heights[part] + (piece.before if part == 0 and n > at else 0.0)
        if used > height + SLACK:
            break
        filled.append(used)
        n += 1
    if n == len(slices):
        return n
    free = next((k for k in range(n, at, -1) if holds[k] is Hold.NOT), at)
    if free == at or filled[free - at] < height * (1 - EMPTY):
        soft = next((k for k in range(n, at, -1) if holds[k] is not Hold.FAST), at)
        free = soft if soft > at else free
    return free if free > at else max(n, at + 1)


def _placed(slices: list[tuple[Piece, int]], at: int, end: int) -> Page:
    page = Page()
    y = 0.0
    for head in slices[at][0].heads:
        page.placed.append(Placed(head, 0, len(head.heights), y))
        y += sum(head.heights)
    for n in range(at, end):
        piece, part = slices[n]
        last = page.placed[-1] if page.placed else None
        if part and last and last.piece is piece and last.end == part:
            last.end = part + 1
        else:
            y += piece.before if part == 0 and n > at else 0.0
            page.placed.append(Placed(piece, part, part + 1, y))
        y += piece.heights[part]
    return page
