"""Embeds a face in a PDF as one composite font: glyphs numbered in the order of use, every one saying what it copies out as.

After ISO 32000-1, 9.7 (Type 0 fonts, CIDFontType2, Identity-H) and 9.10.3 (ToUnicode). reportlab's own fonts are cut into
pieces of 256 characters, write characters beyond the BMP wrongly into ToUnicode and cannot hold a shaped word's text; hence
this one, which plugs into reportlab's list of fonts that are written at the end.
"""

import hashlib

from reportlab.pdfbase import pdfdoc

from desktop.documents.truetype import TrueType

BLOCK = 100  # the most entries a ToUnicode block may have


class EmbeddedFont:
    """One face in one document."""

    def __init__(self, face: TrueType, document: pdfdoc.PDFDocument, name: str) -> None:
        self.face = face
        self.name = name
        self._glyphs = [(0, 0)]
        self._texts = [""]
        self._codes: dict[tuple[int, str, int], str] = {}
        document.delayedFonts.append(self)

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

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 (reportlab calls it so)
        """Writes the font's objects; reportlab calls it once, at the end."""
        face = self.face
        data = face.subset(self._glyphs)
        base = f"{self._tag()}+{face.path.stem.replace(' ', '')}"
        file = _stream(data, document, Length1=len(data))
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": f"/{base}",
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(list(face.box)),
            "ItalicAngle": 0,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": face.cap_height,
            "StemV": 50 + (face.weight // 65) ** 2,
            "FontFile2": document.Reference(file, f"file:{self.name}"),
        }
        inner = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{base}",
            "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor), f"descriptor:{self.name}"),
            "DW": 1000,
            "W": self._widths(),
            "CIDToGIDMap": "/Identity",
        }
        outer = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{base}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(inner), f"cid:{self.name}")]),
            "ToUnicode": document.Reference(_stream(self._to_unicode().encode("ascii"), document), f"unicode:{self.name}"),
        }
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.name] = document.Reference(pdfdoc.PDFDictionary(outer), f"font:{self.name}")

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


def _stream(data: bytes, document: pdfdoc.PDFDocument, **entries: int) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream()
    stream.content = data
    for key, value in entries.items():
        stream.dictionary[key] = value
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream
