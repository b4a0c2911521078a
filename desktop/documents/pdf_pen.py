"""Draws set lines, rules and QR symbols on the pages of one PDF; y runs down from the upper edge of the sheet, in points."""

import io

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import lines, qr_code
from desktop.documents.blocks import Paper
from desktop.documents.fonts import LETTER, MONGOLIAN, Faces
from desktop.documents.pdf_font import EmbeddedFont

rl_config.useA85 = 0  # page streams as bytes: a fifth smaller, and encoding them as text costs more than setting the page
PRODUCER = "Heyi"
STEP = 125  # thousandths of an em


class _Sheet(Canvas):
    """A canvas whose pages do not begin in Helvetica, as reportlab's do: that font cannot be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Pen:
    """One PDF being written."""

    def __init__(self, paper: Paper, faces: Faces, size: tuple[float, float]) -> None:
        self._out = io.BytesIO()
        self.faces = faces
        self.size = size
        self._canvas = _Sheet(self._out, pagesize=size, invariant=1, pageCompression=1, lang=paper.language, pdfVersion=(1, 7))
        self._canvas._doc.info.producer = PRODUCER
        self._canvas.setTitle(" ".join(part for part in (paper.title, paper.number) if part))
        self._canvas.setAuthor(paper.organisation)
        self._canvas.setSubject(paper.kind)
        self._canvas.setCreator(PRODUCER)
        self._fonts: dict[str, EmbeddedFont] = {}
        self._codes: dict[str, dict[tuple[str, int], tuple[EmbeddedFont, str] | None]] = {}

    def page_end(self) -> None:
        """This page is finished."""
        self._canvas.showPage()

    def bookmark(self, title: str) -> None:
        """An entry of the outline that leads to this page."""
        key = f"p{self._canvas.getPageNumber()}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key)

    def done(self) -> bytes:
        """The whole file. Bytes and identifiers depend on the content alone, so that a reprint is the same file."""
        self._canvas.save()
        return self._out.getvalue()

    def line(self, line: lines.Line, x: float, y: float, role: str, size: float) -> None:
        """One line with its base line at y, its begin at x."""
        text = line.text.rstrip(" \u3000")
        if text:
            self._canvas._code.append(
                f"BT 1 0 0 1 {x + line.shift * size:.2f} {self.size[1] - y:.2f} Tm {self._shown(text, line.adjust, role, size)} ET"
            )

    def _shown(self, text: str, adjust: list[float], role: str, size: float) -> str:
        """The operators that show a text: one array a run of one font. A gap is given to the glyph before it in steps of an
        eighth of an em, and what is left is moved between the glyphs: too little to be taken for a space."""
        codes = self._codes.setdefault(role, {})
        out: list[str] = []
        now: EmbeddedFont | None = None
        words = {found.start(): found[0] for found in lines.WORD.finditer(text) if LETTER.search(found[0])} if _mongolian(text) else {}
        array: list[str] = []
        skip = -1
        for n, character in enumerate(text):
            if n < skip:
                continue
            if n in words:
                if now:
                    out.append(f"[<{''.join(array)}>] TJ")
                now, array, skip = None, [], n + len(words[n])
                out.append(self._word(words[n], size, adjust[skip - 1] if skip - 1 < len(adjust) else 0.0))
                continue
            extra = round(adjust[n] * 1000)
            step = (extra + 62) // STEP if extra > 0 else 0
            key = (character, step)
            found = codes[key] if key in codes else self._code(codes, role, character, step)
            if found is None:
                continue
            font, code = found
            if font is not now:
                if now:
                    out.append(f"[<{''.join(array)}>] TJ")
                out.append(f"/{font.name} {size:g} Tf")
                now, array = font, []
            array.append(code)
            rest = step * STEP - extra
            if rest:
                array.append(f">{rest}<")
        if now:
            out.append(f"[<{''.join(array)}>] TJ")
        return " ".join(out)

    def _code(
        self, codes: dict[tuple[str, int], tuple[EmbeddedFont, str] | None], role: str, character: str, step: int
    ) -> tuple[EmbeddedFont, str] | None:
        found = self.faces.glyph(role, character)
        if found is None:  # named before; a preview shows a box in its place
            found = self.faces.glyph(role, "□")
        made = None
        if found:
            font = self._font(found[0].name)
            made = (font, font.code(found[1], character, step * STEP))
        codes[character, step] = made
        return made

    def _font(self, name: str) -> EmbeddedFont:
        if name not in self._fonts:
            self._fonts[name] = EmbeddedFont(self.faces.by_name[name], self._canvas._doc, f"H{len(self._fonts) + 1}")
        return self._fonts[name]

    def _word(self, word: str, size: float, after: float) -> str:
        """A Mongolian word, its letters joined."""
        from desktop.documents import shaping  # harfbuzz is loaded only by a paper that needs it

        font = self._font(MONGOLIAN)
        out = [f"/{font.name} {size:g} Tf"]
        glyphs = shaping.shaped(font.face, word)
        for n, glyph in enumerate(glyphs):
            code = font.code(glyph.number, glyph.text)
            natural = font.face.width(glyph.number) / 1000
            rest = glyph.advance - glyph.x - natural + (after if n == len(glyphs) - 1 else 0.0)
            rise = f"{glyph.y * size:.2f} Ts " if glyph.y else ""
            out.append(f"{rise}[{round(-1000 * glyph.x)} <{code}> {round(-1000 * rest)}] TJ{' 0 Ts' if rise else ''}")
        return " ".join(out)

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float, dashed: bool = False) -> None:
        """A straight rule."""
        height = self.size[1]
        dash = "[1.5 2] 0 d " if dashed else ""
        self._canvas._code.append(f"q {dash}{width:g} w {x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l S Q")

    def box(self, x: float, y: float, width: float, height: float, rule: float) -> None:
        """A frame."""
        self._canvas._code.append(f"q {rule:g} w {x:.2f} {self.size[1] - y - height:.2f} {width:.2f} {height:.2f} re S Q")

    def qr(self, content: str, x: float, y: float, side: float) -> None:
        """A QR symbol as one path, its upper left corner at (x, y)."""
        rows = qr_code.rows(content)
        module = side / len(rows)
        path = [f"{start} {-n - 1} {length} 1 re" for n, row in enumerate(rows) for start, length in qr_code.runs(row)]
        self._canvas._code.append(f"q {module:.4f} 0 0 {module:.4f} {x:.2f} {self.size[1] - y:.2f} cm {' '.join(path)} f Q")


def _mongolian(text: str) -> bool:
    return any("\u1800" <= c <= "\u18af" for c in text)
