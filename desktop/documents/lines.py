"""Breaks a Chinese paragraph into lines: no mark at a wrong place, codes kept whole, gaps between Han and Latin, even edges.

Rules after GB/T 15834 (marks that may not begin or end a line) and the W3C's requirements for Chinese text layout (half-width
marks at the line end and beside one another, a thin space of a quarter em between Han and Latin). All lengths are in em. The
text itself is never changed: joined, the lines are the paragraph again, and every gap is only drawn.

A paragraph is broken line by line; where that leaves a line too loose, tears a code or ends with a lonely character, all its lines are
weighed together (`best_breaks`).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from operator import add
from typing import Any, NamedTuple

from desktop.documents import best_breaks
from desktop.documents.best_breaks import PIECE, TORN

OPENING = "（《「『【〔〈“‘〖［｛"  # wide, white on the left
CLOSING = "，。、；：！？）》」』】〕〉”’〗］｝"  # wide, white on the right
UNITS = "％‰℃㎡㎥㎞㎏㎜㎝㏄"
NO_START = UNITS + "·…—～々ー＞°′″"  # may not begin a line; no white that could be taken
NO_END = "￥＄＃＜№□■"
SIGNS = "−"  # belongs to the figure after it
ASCII_CLOSING, ASCII_OPENING = "!%),.:;?]}'\"", "([{$"
DASHES = "—…"
WORD = re.compile(r"[\u1800-\u18af\u202f\u200c\u200d]+")
INNER_DOT = re.compile(r"(?<=[0-9A-Za-z])·(?=[0-9A-Za-z])")  # 蒙A·B1234

HAN, OPEN, CLOSE, STAY, LEAD, LATIN, SPACE, WORDED = range(8)
HALF = 0.5
GAP, LEAST_GAP = 0.25, 0.125
SHRINK = 0.25  # what a wide closing mark within the line may give
EVEN, POOR, TEAR, RAGGED = 0.04, 0.07, 0.14, 0.4  # em a gap: unnoticed; worth weighing; worth tearing a code; better left uneven
LATELY = 2000  # paragraphs that are remembered
APART, ENTRY = "\u3000", 0.6  # what stands between the entries of a form's line; the part of a line up to which an entry is kept whole
WRITTEN_ON = re.compile("＿{2,}(?:年＿+月＿+日|时＿+分)?")  # a line to write on, or a date or an hour of such
HELD, REST = 12, 4  # em: the longest that is not torn; the least of a longer one on either side
EVEN_BY_HAND = 0.08  # em a gap: on a blank form an end that is not even is better than letters that stand apart
FAR = 24  # characters beyond the line that matter for a code: the whole of it may be endless


class Line(NamedTuple):
    """One line: its text, what is added after each character, where it begins, how wide it was set, what all its gaps were stretched by."""

    text: str
    adjust: list[float]
    shift: float
    width: float
    spread: float = 0.0


def kind(character: str) -> int:
    """The class of a character for breaking."""
    if character in OPENING:
        return OPEN
    if character in CLOSING:
        return CLOSE
    if character in NO_START:
        return STAY
    if character in NO_END:
        return LEAD
    if character in SIGNS:
        return LATIN
    if character.isspace() and character not in "\u00a0\u202f":
        return SPACE
    code = ord(character)
    if code < 0x2E80 and WORD.match(character):
        return WORDED
    if unicodedata.east_asian_width(character) in "WF":
        return HAN
    category = unicodedata.category(character)
    if code < 0x250 or category[0] in "LNM":
        return LATIN
    return HAN


# (kind, kind of the next): may a line break between, what is added between, may the gap be stretched
def _pair(a: int, b: int) -> tuple[bool, float, bool]:
    if SPACE in (a, b):
        return b != SPACE and b not in (CLOSE, STAY), 0.0, a == SPACE
    if a == b and a in (LATIN, WORDED):
        return False, 0.0, False
    squeezed = (a == CLOSE and b in (CLOSE, OPEN)) or (a == OPEN and b == OPEN)
    gap = GAP if {a, b} in ({HAN, LATIN}, {HAN, WORDED}) else 0.0
    allowed = b not in (CLOSE, STAY) and a not in (OPEN, LEAD)
    return allowed, -HALF if squeezed else gap, True


PAIRS = tuple(tuple(_pair(a, b) for b in range(8)) for a in range(8))


class Breaker:
    """Breaks paragraphs for one face; `width` gives the advance of one character, or of a whole Mongolian word, in em."""

    def __init__(self, width: Callable[[str], float]) -> None:
        self.kinds = _Known(kind)
        self.widths = _Known(width)
        self._lately: dict[tuple[str, float, float, bool], list[Line]] = {}

    def lines(self, text: str, measure: float, indent: float = 0.0, justify: bool = True) -> list[Line]:
        """The lines of one paragraph (without line feeds) for a measure in em; an empty paragraph is one empty line.

        What was broken lately is remembered: most paragraphs of a batch are the same, and of a paper that is being typed too.
        """
        key = (text, measure, indent, justify)
        found = self._lately.get(key)
        if found is None:
            if len(self._lately) >= LATELY:
                self._lately.clear()
            found = self._lately[key] = self._broken(text, measure, indent, justify)
        return found

    def _broken(self, text: str, measure: float, indent: float, justify: bool) -> list[Line]:
        if not text:
            return [Line("", [], indent, 0.0)]
        run = Run(self, text)
        if not justify and APART in text:
            run.hold_entries(measure * ENTRY)
        first = max(measure - indent, 1.0)
        ends, poor = run.ends(first, max(measure, 1.0))
        if poor and justify:
            ends = best_breaks.mended(run, first, max(measure, 1.0), ends, poor)
        out, start = [], 0
        for end, forced in ends:
            shift, room = (0.0, max(measure, 1.0)) if start else (indent, first)
            out.append(run.line(start, end, room, shift, justify and not forced))
            start = end
        return out


class _Known(dict[str, Any]):
    """What is known of a character, or of a Mongolian word: asked for once."""

    def __init__(self, ask: Callable[[str], Any]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, words: str) -> Any:
        made = self[words] = self._ask(words)
        return made


class Run:
    """One paragraph being broken: running sums over its characters, so that any stretch of it is measured at once."""

    def __init__(self, breaker: Breaker, text: str) -> None:
        self.text = text
        size = len(text)
        self.kinds = kinds = [*map(breaker.kinds.__getitem__, text)]
        self.widths = widths = [*map(breaker.widths.__getitem__, text)]
        if "·" in text:
            for found in INNER_DOT.finditer(text):
                kinds[found.start()] = LATIN
        if WORDED in kinds:
            for found in WORD.finditer(text):
                widths[found.start() : found.end()] = [breaker.widths[found[0]]] + [0.0] * (found.end() - found.start() - 1)
        # Between two Han characters a line may break and the gap may be stretched; only the other pairs are looked at one by one.
        self.may = may = [True] * (size + 1)
        may[0] = False
        self.kerns = kerns = [0.0] * size
        self.stretch = stretch = [True] * size
        stretch[-1] = False
        given = [0.0] * size
        for n in [n for n in range(1, size) if kinds[n] or kinds[n - 1]]:
            before, here = kinds[n - 1], kinds[n]
            may[n], kern, soft = PAIRS[before][here]
            if kern < 0 and widths[n - 1 if before == CLOSE else n] < 0.9:
                kern = 0.0  # a quotation mark of a Latin face is narrow already
            if before in (LATIN, STAY) or here == LATIN:
                may[n], soft = self._exception(n, before, here, may[n], soft)
            stretch[n - 1] = soft
            if kern:
                kerns[n - 1] = kern
                given[n - 1] = max(kern - LEAST_GAP, 0.0)
            elif before == CLOSE and widths[n - 1] > 0.9:
                given[n - 1] = SHRINK
        self.written_on = "＿＿" in text
        if self.written_on:
            self._hold_lines()
        self.sums = [*accumulate(map(add, widths, kerns), initial=0.0)]
        self.gaps = [*accumulate(stretch, initial=0)]
        self.gives = [*accumulate(given, initial=0.0)]  # what the characters before may give within a line

    def _exception(self, n: int, before: int, here: int, may: bool, soft: bool) -> tuple[bool, bool]:
        """Pairs that the kinds alone do not decide: Latin marks, and the double dash and ellipsis."""
        a, b = self.text[n - 1], self.text[n]
        if here == LATIN and b in ASCII_CLOSING or before == LATIN and a in ASCII_OPENING:
            may = False
        if a == b and a in DASHES:
            return False, False
        return may, soft and not (before == LATIN and here == STAY)

    def _hold_lines(self) -> None:
        """A line to write on is drawn without gaps, and goes to the next line whole where it is short."""
        for found in WRITTEN_ON.finditer(self.text):
            start, end = found.span()
            rest = end - start if end - start <= HELD else REST
            for n in range(start + 1, end):
                self.stretch[n - 1] = False
                self.may[n] = n - start >= rest and end - n >= rest

    def hold_entries(self, most: float) -> None:
        """Keeps each entry of a form's line whole, its label with its blank or box, where it is not longer than `most` (em)."""
        start = 0
        for entry in self.text.split(APART):
            end = start + len(entry)
            if entry and self.sums[end] - self.sums[start] <= most:
                self.may[start + 1 : end] = [False] * (len(entry) - 1)
            start = end + 1

    def bare_end(self, start: int, end: int) -> int:
        """Where the line's ink ends: spaces at its end hang out."""
        while end > start + 1 and self.kinds[end - 1] == SPACE:
            end -= 1
        return end

    def natural(self, start: int, end: int) -> float:
        """The width of a line before it is evened."""
        end = self.bare_end(start, end)
        width = self.sums[end] - self.sums[start] - (self.kerns[end - 1] if end < len(self.text) else 0.0)
        if self.kinds[end - 1] == CLOSE and self.widths[end - 1] > 0.9:
            width -= HALF
        return width - self.lead(start)

    def lead(self, start: int) -> float:
        """What the line's first mark gives: an opening bracket has no white at the line start."""
        return HALF if start and self.kinds[start] == OPEN and self.widths[start] > 0.9 else 0.0

    def give(self, start: int, end: int) -> float:
        """How much the line could shrink."""
        return self.gives[self.bare_end(start, end) - 1] - self.gives[start]

    def ends(self, first: float, room: float) -> tuple[list[tuple[int, bool]], list[int]]:
        """Where the lines end, each taken as full as it goes, and whether one of them had to be cut; and which lines are poor."""
        out: list[tuple[int, bool]] = []
        start, poor, size = 0, [], len(self.text)
        while start < size:
            wide = room if start else first
            end, forced = self.end(start, wide)
            if end < size:
                spare = wide - self.natural(start, end)
                if spare > POOR * max(self.gaps[self.bare_end(start, end) - 1] - self.gaps[start], 1) or not self.may[end]:
                    poor.append(len(out))
            elif start and end - start <= 2:
                poor.append(len(out))
            out.append((end, forced))
            start = end
        return out, poor

    def end(self, start: int, room: float) -> tuple[int, bool]:
        """Where the line that begins at `start` ends, and whether a unit longer than the line had to be cut."""
        size = len(self.text)
        room += 1e-6
        far = min(size, bisect_right(self.sums, self.sums[start] + room + 1.0, start))
        best = far
        while best > start and not (self.may[best] and self.natural(start, best) <= room):
            best -= 1
        if best == size:
            return size, False
        after = self.may.index(True, max(best, start) + 1)
        if best > start:
            slack = room - self.natural(start, best)
            gaps = max(self.gaps[self.bare_end(start, best) - 1] - self.gaps[start], 1)
            over = self.natural(start, after) - room
            lonely = after == size and after - best <= 2
            if over > 0 and (over < slack or lonely) and (lonely or slack / gaps > EVEN) and over <= self.give(start, after):
                return after, False
            if slack / gaps > TEAR:
                torn = self._torn(start, best, min(after, far + FAR), room)
                if torn:
                    return torn, False
            return best, False
        torn = self._torn(start, start, min(after, far + FAR), room)
        return torn or self._cut(start, room), not torn

    def _torn(self, start: int, best: int, after: int, room: float) -> int:
        """Inside a long code after `best`: as many of its characters as the line holds, 0 when that is no gain."""
        found = TORN.search(self.text, best, after)
        if not found or found.end() - found.start() < 2 * PIECE:
            return 0
        at = min(found.end() - PIECE, bisect_right(self.sums, self.sums[start] + room, start) - 1)
        while at >= found.start() + PIECE:
            if self.natural(start, at) <= room:
                return at
            at -= 1
        return 0

    def _cut(self, start: int, room: float) -> int:
        """Within a unit longer than the line: as much as fits, if it can be without a mark at a wrong place."""
        fits = max(start + 1, bisect_right(self.sums, self.sums[start] + room, start) - 1)
        at = fits
        while at > start + 1 and not _clean(self.text, at):
            at -= 1
        return at if _clean(self.text, at) else fits

    def line(self, start: int, end: int, room: float, indent: float, justify: bool) -> Line:
        """The line set to its width: what is over or missing is spread over its gaps."""
        bare = self.bare_end(start, end)
        adjust = self.kerns[start:bare]
        adjust[-1] = 0.0
        natural = self.natural(start, end)
        spare = room - natural
        lead = self.lead(start)
        spread = 0.0
        if spare < -1e-5:
            natural += self._shrink(adjust, start, -spare)
        elif justify and end < len(self.text):
            count = self.gaps[bare - 1] - self.gaps[start]
            if count and spare / count <= (RAGGED if not self.written_on else EVEN_BY_HAND):
                each = spare / count
                soft = self.stretch
                for n in range(bare - start - 1):
                    if soft[start + n]:
                        adjust[n] += each
                natural, spread = room, each
        return Line(self.text[start:end], adjust, indent - lead, natural + lead, spread)

    def _shrink(self, adjust: list[float], start: int, over: float) -> float:
        """Takes `over` out of the gaps, in equal parts of what each may give; returns the change."""
        able = []
        for n in range(len(adjust) - 1):
            if adjust[n] > 0:
                able.append((n, GAP - LEAST_GAP))
            elif self.kinds[start + n] == CLOSE and adjust[n] == 0 and self.widths[start + n] > 0.9:
                able.append((n, SHRINK))
        total = sum(most for _, most in able)
        if not total:
            return 0.0
        part = min(over / total, 1.0)
        for n, most in able:
            adjust[n] -= most * part
        return -total * part


def _clean(text: str, at: int) -> bool:
    return text[at] not in CLOSING + NO_START + ASCII_CLOSING and text[at - 1] not in OPENING + NO_END + ASCII_OPENING


def forbidden(lines: list[str]) -> list[str]:
    """The lines of a text that begin or end with a mark that may not stand there: what tests count."""
    starts, ends = CLOSING + NO_START + ",.;:!?)]}%", OPENING + NO_END + ASCII_OPENING
    return [
        line
        for n, line in enumerate(lines)
        if (n and line[:1] in starts and line) or (n < len(lines) - 1 and line.rstrip()[-1:] in ends and line.rstrip())
    ]
