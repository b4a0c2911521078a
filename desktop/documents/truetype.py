"""Reads a TrueType font lazily (characters, advance widths, outlines) and cuts out the glyphs that one document needs.

After the OpenType specification (tables cmap 4 and 12, hmtx, loca, glyf). Nothing of the font is parsed before it is asked for,
so that opening a font of 14 MB costs less than a millisecond and its pages are shared with the file cache.
"""

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

COMPOSITE_WORDS, COMPOSITE_SCALE, COMPOSITE_MORE, COMPOSITE_XY, COMPOSITE_MATRIX = 1, 8, 32, 64, 128
COMPOSITE_OFFSETS = 2
NO_EMBEDDING, NO_SUBSETTING, BITMAP_ONLY = 0x0002, 0x0100, 0x0200


class FontFault(Exception):
    """The file is no font this program can embed; the text says why."""


class TrueType:
    """One face. Widths are in thousandths of the type size; glyph 0 is the missing one."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self._outlines: dict[int, bytes] = {}  # those used so far, filled up to whole words
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._read()
        except (OSError, ValueError, struct.error, KeyError, IndexError) as error:
            raise FontFault(f"{path.name}: {error}") from error

    def _read(self) -> None:
        start = 0
        if self._data[:4] == b"ttcf":
            start = self._u32(12)
        if self._data[start : start + 4] not in (b"\0\1\0\0", b"true"):
            raise FontFault(f"{self.path.name}: no TrueType outlines")
        self._tables: dict[bytes, tuple[int, int]] = {}
        for n in range(self._u16(start + 4)):
            at = start + 12 + 16 * n
            self._tables[self._data[at : at + 4]] = (self._u32(at + 8), self._u32(at + 12))
        head, hhea, os2 = self._tables[b"head"][0], self._tables[b"hhea"][0], self._tables[b"OS/2"][0]
        self.units_per_em = self._u16(head + 18)
        self._scale = 1000 / self.units_per_em
        self.box = tuple(round(v * self._scale) for v in struct.unpack_from(">4h", self._data, head + 36))
        long_loca = self._u16(head + 50)
        self._full_metrics = self._u16(hhea + 34)
        self.glyph_count = self._u16(self._tables[b"maxp"][0] + 4)
        if self._u16(os2 + 8) & 0xF in (NO_EMBEDDING,) or self._u16(os2 + 8) & (NO_SUBSETTING | BITMAP_ONLY):
            raise FontFault(f"{self.path.name}: its maker does not allow embedding")
        self.weight = self._u16(os2 + 4)
        self.ascent, self.descent = (round(v * self._scale) for v in struct.unpack_from(">2h", self._data, os2 + 68))
        self.cap_height = round(struct.unpack_from(">h", self._data, os2 + 88)[0] * self._scale) if self._u16(os2) > 1 else self.ascent
        at, size = self._tables[b"loca"]
        self._loca = self._numbers("I" if long_loca else "H", at, size)
        self._loca_unit = 1 if long_loca else 2
        self._metrics = self._numbers("H", self._tables[b"hmtx"][0], 4 * self._full_metrics)
        self._read_cmap()

    def _read_cmap(self) -> None:
        at = self._tables[b"cmap"][0]
        found: dict[int, int] = {}
        for n in range(self._u16(at + 2)):
            platform, encoding, offset = struct.unpack_from(">HHI", self._data, at + 4 + 8 * n)
            if platform == 0 and encoding != 5 or platform == 3 and encoding in (1, 10):
                found.setdefault(self._u16(at + offset), at + offset)
        self._starts, self._ends = array("I"), array("I")
        self._steps: list[tuple[int, int]] = []  # (glyph id minus character, place of a glyph array or 0)
        if 12 in found:
            start = found[12]
            groups = self._numbers("I", start + 16, 12 * self._u32(start + 12))
            self._starts, self._ends = groups[0::3], groups[1::3]
            self._steps = [(glyph - first, 0) for first, glyph in zip(self._starts, groups[2::3], strict=True)]
        elif 4 in found:
            start = found[4]
            count = self._u16(start + 6) // 2
            ends = self._numbers("H", start + 14, 2 * count)
            starts = self._numbers("H", start + 16 + 2 * count, 2 * count)
            deltas = self._numbers("H", start + 16 + 4 * count, 2 * count)
            ranges_at = start + 16 + 6 * count
            ranges = self._numbers("H", ranges_at, 2 * count)
            self._starts, self._ends = array("I", starts), array("I", ends)
            self._steps = [(deltas[n], ranges_at + 2 * n + ranges[n] - 2 * starts[n] if ranges[n] else 0) for n in range(count)]
        else:
            raise FontFault(f"{self.path.name}: no Unicode character table")
        self._wide = 12 in found

    def glyph(self, character: str) -> int:
        """The glyph of a character, 0 when the font has none."""
        code = ord(character)
        n = bisect_right(self._starts, code) - 1
        if n < 0 or code > self._ends[n]:
            return 0
        step, place = self._steps[n]
        if place:
            glyph = self._u16(place + 2 * code)
            return glyph + step & 0xFFFF if glyph else 0
        return code + step if self._wide else code + step & 0xFFFF

    def width(self, glyph: int) -> float:
        """The advance of a glyph in thousandths of the size."""
        return self._metrics[2 * min(glyph, self._full_metrics - 1)] * self._scale

    def outline(self, glyph: int) -> bytes:
        """The outline of a glyph as it stands in the font (empty for a space)."""
        start, end = self._loca[glyph] * self._loca_unit, self._loca[glyph + 1] * self._loca_unit
        at = self._tables[b"glyf"][0]
        return self._data[at + start : at + end]

    def data(self) -> memoryview:
        """The whole file, for a shaper."""
        return memoryview(self._data)

    def subset(self, glyphs: Sequence[tuple[int, int]]) -> bytes:
        """A TrueType file with these glyphs in this order, for embedding by glyph number.

        Each comes with thousandths of an em to be added to its advance; a widened glyph is a composite of the plain one, so it
        costs a few bytes. Parts of composite glyphs are appended at the end.
        """
        order, place = list(glyphs), {key: n for n, key in reversed(list(enumerate(glyphs)))}
        pieces: list[bytes] = []
        n = 0
        while n < len(order):
            glyph, extra = order[n]
            outline = self._outlines.get(glyph)
            if outline is None:
                outline = self.outline(glyph)
                outline = self._outlines[glyph] = outline + bytes(-len(outline) & 3)
            if extra and outline:
                if (glyph, 0) not in place:
                    place[glyph, 0] = len(order)
                    order.append((glyph, 0))
                outline = b"\xff\xff" + outline[2:10] + struct.pack(">HHbb", COMPOSITE_OFFSETS, place[glyph, 0], 0, 0)
                outline += bytes(-len(outline) & 3)
            elif outline[:1] >= b"\x80":
                outline = self._recomposed(outline, order, place)
            pieces.append(outline)
            n += 1
        offsets = accumulate(map(len, pieces), initial=0)
        metrics = array("H")
        for glyph, extra in order:
            advance, bearing = self._metric(glyph)
            metrics.append(advance + round(extra / self._scale) if extra else advance)
            metrics.append(bearing)
        points, contours, composite_points, composite_contours = struct.unpack_from(">4H", self._data, self._tables[b"maxp"][0] + 6)
        depth = min(self._u16(self._tables[b"maxp"][0] + 30) + 1, 16)
        tables = {
            b"glyf": b"".join(pieces),
            b"head": self._patched(b"head", {8: b"\0\0\0\0", 50: b"\0\1"}),
            b"hhea": self._patched(b"hhea", {34: struct.pack(">H", len(order))}),
            b"hmtx": _big_endian(metrics),
            b"loca": _big_endian(array("I", offsets)),
            b"maxp": self._patched(
                b"maxp",
                {
                    4: struct.pack(">H", len(order)),
                    10: struct.pack(">2H", max(points, composite_points), max(contours, composite_contours)),
                    28: struct.pack(">2H", max(self._u16(self._tables[b"maxp"][0] + 28), 1), depth),
                },
            ),
        }
        for tag in (b"cvt ", b"fpgm", b"prep"):
            if tag in self._tables:
                tables[tag] = self._table(tag)
        return _file(tables)

    def _metric(self, glyph: int) -> tuple[int, int]:
        """Advance and left bearing of a glyph in units of the font."""
        last = self._full_metrics - 1
        if glyph <= last:
            return self._metrics[2 * glyph], self._metrics[2 * glyph + 1]
        return self._metrics[2 * last], self._u16(self._tables[b"hmtx"][0] + 4 * self._full_metrics + 2 * (glyph - last - 1))

    def _recomposed(self, outline: bytes, order: list[tuple[int, int]], place: dict[tuple[int, int], int]) -> bytes:
        """A composite outline that names its parts by their new numbers."""
        out, at, flags = bytearray(outline), 10, COMPOSITE_MORE
        while flags & COMPOSITE_MORE:
            flags, part = struct.unpack_from(">HH", out, at)
            if (part, 0) not in place:
                place[part, 0] = len(order)
                order.append((part, 0))
            struct.pack_into(">H", out, at + 2, place[part, 0])
            at += 8 if flags & COMPOSITE_WORDS else 6
            at += 2 if flags & COMPOSITE_SCALE else 4 if flags & COMPOSITE_XY else 8 if flags & COMPOSITE_MATRIX else 0
        return bytes(out)

    def _table(self, tag: bytes) -> bytes:
        at, size = self._tables[tag]
        return self._data[at : at + size]

    def _patched(self, tag: bytes, values: dict[int, bytes]) -> bytes:
        out = bytearray(self._table(tag))
        for at, value in values.items():
            out[at : at + len(value)] = value
        return bytes(out)

    def _u16(self, at: int) -> int:
        return int(struct.unpack_from(">H", self._data, at)[0])

    def _u32(self, at: int) -> int:
        return int(struct.unpack_from(">I", self._data, at)[0])

    def _numbers(self, code: str, at: int, size: int) -> "array[int]":
        out = array(code, self._data[at : at + size])
        if sys.byteorder == "little":
            out.byteswap()
        return out


def _big_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()


def _sum(data: bytes) -> int:
    """The sum of the 32-bit words modulo 2^32, by folding one large number: a loop over the words takes twenty times as long."""
    data += bytes(-len(data) % 8)
    lanes = len(data) // 8
    words = int.from_bytes(data, "big")
    low = int.from_bytes(b"\0\0\0\0\xff\xff\xff\xff" * lanes, "big")
    folded = (words & low) + (words >> 32 & low)
    while lanes > 1:
        lanes = (lanes + 1) // 2
        folded = (folded >> 64 * lanes) + (folded & (1 << 64 * lanes) - 1)
    return folded & 0xFFFFFFFF


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables as one font file, with its sums and its directory."""
    count = len(tables)
    power = count.bit_length() - 1
    out = bytearray(struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power)))
    at = 12 + 16 * count
    head = whole = 0
    for tag in sorted(tables):
        data = tables[tag]
        head = at if tag == b"head" else head
        one = _sum(data)
        whole += one
        out += struct.pack(">4sIII", tag, one, at, len(data))
        at += len(data) + (-len(data) % 4)
    whole += _sum(bytes(out))
    for tag in sorted(tables):
        out += tables[tag] + bytes(-len(tables[tag]) % 4)
    struct.pack_into(">I", out, head + 8, 0xB1B0AFBA - whole & 0xFFFFFFFF)
    return bytes(out)
