"""Embeds a face in a PDF as one composite font: glyphs numbered in the order of use, every one saying what it copies out as.

After ISO 32000-1, 9.7 (Type 0 fonts, CIDFontType2, Identity-H) and 9.10.3 (ToUnicode, in UTF-16, so that characters beyond the BMP
copy out right and one glyph of a shaped word may stand for several).
"""

import hashlib
import re

from desktop.documents.pdf_file import PdfFile
from desktop.documents.truetype import TrueType

BLOCK = 100  # the most entries a ToUnicode block may have


class EmbeddedFont:
    """One face in one document."""

    def __init__(self, face: TrueType, name: str) -> None:
        self.face = face
        self.name = name
        self._glyphs = [(0, 0)]
        self._texts = [""]
        self._codes: dict[tuple[int, str, int], str] = {}

    def code(self, glyph: int, text: str, extra: int = 0) -> str:
        """The code of a glyph that stands for a text, as four hexadecimal digits; one glyph with two meanings has two codes.

        `extra` widens its advance by thousandths of an em: a gap that belongs to the glyph is not taken for a space when the
        text is copied out, a gap between two glyphs is.
        """
        key = (glyph, text, extra)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = f"{len(self._glyphs):04X}"
            self._glyphs.append((glyph, extra))
            self._texts.append(text)
        return found

    def write(self, file: PdfFile) -> int:
        """Writes the font's objects; the number of the font."""
        face = self.face
        data = face.subset(self._glyphs)
        base = f"{self._tag()}+{re.sub('[^0-9A-Za-z-]', '', face.path.stem)}"
        program = file.stream(data, f"/Length1 {len(data)}")
        box = " ".join(str(value) for value in face.box)
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName/{base}/Flags 4/FontBBox[{box}]/ItalicAngle 0/Ascent {face.ascent}/Descent {face.descent}"
            f"/CapHeight {face.cap_height}/StemV {50 + (face.weight // 65) ** 2}/FontFile2 {program} 0 R>>"
        )
        inner = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{base}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 1000/W{self._widths()}/CIDToGIDMap/Identity>>"
        )
        unicode = file.stream(self._to_unicode().encode("ascii"))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H/DescendantFonts[{inner} 0 R]/ToUnicode {unicode} 0 R>>"
        )

    def _tag(self) -> str:
        """Six letters that name the subset: the same glyphs, the same letters."""
        digest = hashlib.sha256(repr(self._glyphs).encode()).digest()
        return "".join(chr(65 + byte % 26) for byte in digest[:6])

    def _widths(self) -> str:
        """The widths that are not a whole em, in runs."""
        out: list[str] = []
        last = -2
        for n, (glyph, extra) in enumerate(self._glyphs):
            width = round(self.face.width(glyph)) + extra
            if width != 1000:
                out.append(f"{']' if out and n != last + 1 else ''}{f' {n} [' if n != last + 1 else ' '}{width}")
                last = n
        return f"[{''.join(out)}{']' if out else ''} ]"

    def _to_unicode(self) -> str:
        """The table by which text is copied out: UTF-16, so that characters beyond the BMP are right too."""
        entries = [f"<{n:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>" for n, text in enumerate(self._texts) if text]
        parts = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        ]
        for at in range(0, len(entries), BLOCK):
            some = entries[at : at + BLOCK]
            parts += [f"{len(some)} beginbfchar", *some, "endbfchar"]
        parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(parts)
