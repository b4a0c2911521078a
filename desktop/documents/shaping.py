"""Joins the letters of a Mongolian word: their forms depend on their neighbours (harfbuzz, horizontal line)."""

from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz

from desktop.documents.truetype import TrueType


@dataclass(frozen=True)
class Glyph:
    """One glyph of a shaped word: what it stands for, and its advance and offset in em."""

    number: int
    text: str
    advance: float
    x: float
    y: float


@cache
def _font(face: TrueType) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(bytes(face.data()))))


@lru_cache(maxsize=4096)
def shaped(face: TrueType, word: str) -> tuple[Glyph, ...]:
    """The glyphs of a word from left to right, each with the characters it stands for ('' when an earlier one has them)."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    uharfbuzz.shape(_font(face), buffer, {})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    em = face.units_per_em
    starts = [*sorted({info.cluster for info in infos}), len(word)]
    ends = dict(zip(starts, starts[1:], strict=False))
    out, said = [], set()
    for info, position in zip(infos, positions, strict=True):
        text = "" if info.cluster in said else word[info.cluster : ends[info.cluster]]
        said.add(info.cluster)
        out.append(Glyph(info.codepoint, text, position.x_advance / em, position.x_offset / em, position.y_offset / em))
    return tuple(out)


def width(face: TrueType, word: str) -> float:
    """The advance of a whole word in em."""
    return sum(glyph.advance for glyph in shaped(face, word))
