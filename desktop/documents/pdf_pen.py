"""Draws set lines, rules and QR symbols on the pages of one PDF; y runs down from the upper edge of the sheet, in points."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from desktop.documents import lines, pdf_archive, qr_symbol
from desktop.documents.blocks import Paper
from desktop.documents.fonts import LETTER, MONGOLIAN, Faces
from desktop.documents.pdf_file import PdfFile, text
from desktop.documents.pdf_font import EmbeddedFont
from desktop.documents.pdf_tags import Element, Tags

JOINED = re.compile("[\u1800-\u18af]")
STEP = 125  # thousandths of an em
JPEG = {"L": "DeviceGray", "RGB": "DeviceRGB"}  # what may be taken over as it is
ARTIFACT = "/Artifact BMC"
FURNITURE = "/Artifact<</Type/Pagination>>BDC"


class _Codes(dict[int, str]):
    """What `str.translate` puts in the place of each character of a text: its code, found when it is first asked for."""

    def __init__(self, pen: "Pen", role: str, size: float, step: int) -> None:
        super().__init__()
        self._pen, self._of = pen, (role, size, step)

    def __missing__(self, code: int) -> str:
        made = self[code] = self._pen.coded(chr(code), *self._of)
        return made


class Pen:
    """One PDF being written."""

    def __init__(self, paper: Paper, faces: Faces, size: tuple[float, float], packed: bool = True) -> None:
        self.faces = faces
        self.size = size
        self._paper = paper
        self._file = PdfFile(packed)
        self.tags = Tags(self._file)
        self._code: list[str] = []
        self._pages: list[int] = []
        self._parent = self._file.new()
        self._resources = self._file.new()
        self._fonts: dict[str, EmbeddedFont] = {}
        self._pictures: list[int] = []
        self._codes: dict[tuple[str, float, int], _Codes] = {}
        self._mains: dict[str, EmbeddedFont] = {}
        self._marks: list[tuple[int, str, int, float]] = []  # level, words, page, y from below

    def paper_begin(self, n: int) -> None:
        """The n-th paper of the file begins, counted from 0."""
        self.tags.next_paper(n, self._pages)

    def page_begin(self, size: tuple[float, float] | None = None) -> None:
        """A new page."""
        self.size = size or self.size
        self.tags.next_page()

    def page_end(self) -> None:
        """This page is finished."""
        content = self._file.stream("\n".join(self._code).encode("latin-1"))
        self._code = []
        width, height = self.size
        self._pages.append(
            self._file.add(
                f"<</Type/Page/Parent {self._parent} 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]/Resources {self._resources} 0 R"
                f"/Contents {content} 0 R/StructParents {len(self._pages)}/Tabs/S>>"
            )
        )

    def bookmark(self, words: str, level: int = 0, y: float = 0.0) -> None:
        """An entry of the outline that leads to this height of this page; a level is inside the one before it that is smaller."""
        self._marks.append((level, " ".join(words.split())[:200], len(self._pages), self.size[1] - y))

    def done(self) -> bytes:
        """The whole file. Bytes and identifier depend on the content alone, so that a reprint is the same file."""
        file, paper = self._file, self._paper
        fonts = "".join(f"/{font.name} {font.write(file)} 0 R" for font in self._fonts.values())
        pictures = "".join(f"/I{n} {number} 0 R" for n, number in enumerate(self._pictures))
        file.put(self._resources, f"<</Font<<{fonts}>>/XObject<<{pictures}>>>>")
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        file.put(self._parent, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        title = " ".join(part for part in (paper.title, paper.number) if part)
        metadata, info = pdf_archive.metadata(file, title, paper.organisation, paper.kind, paper.language)
        root = file.add(
            f"<</Type/Catalog/Pages {self._parent} 0 R/Lang {text(paper.language)}/Metadata {metadata} 0 R/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {self.tags.done(self._pages)} 0 R/OutputIntents{pdf_archive.intent(file)}"
            f"/ViewerPreferences<</DisplayDocTitle true>>{self._outline()}>>"
        )
        return file.done(root, info)

    def _outline(self) -> str:
        """The outline, as an entry of the catalogue."""
        if not self._marks:
            return ""
        file = self._file
        root = file.new()
        numbers = [file.new() for _ in self._marks]
        inside: dict[int, list[int]] = {root: []}
        above = [(-1, root)]
        parents: list[int] = []
        beside: dict[int, str] = {}
        for number, (level, *_rest) in zip(numbers, self._marks, strict=True):
            while above[-1][0] >= level:
                above.pop()
            parents.append(above[-1][1])
            kids = inside[above[-1][1]]
            if kids:
                beside[kids[-1]] = beside.get(kids[-1], "") + f"/Next {number} 0 R"
                beside[number] = f"/Prev {kids[-1]} 0 R"
            kids.append(number)
            inside[number] = []
            above.append((level, number))
        for number, parent, (_level, words, page, y) in zip(numbers, parents, self._marks, strict=True):
            kids, entries = inside[number], beside.get(number, "")
            if kids:
                entries += f"/First {kids[0]} 0 R/Last {kids[-1]} 0 R/Count -{len(kids)}"
            file.put(number, f"<</Title {text(words)}/Parent {parent} 0 R/Dest[{self._pages[page]} 0 R/XYZ null {y:.0f} null]{entries}>>")
        file.put(root, f"<</Type/Outlines/First {inside[root][0]} 0 R/Last {inside[root][-1]} 0 R/Count {len(inside[root])}>>")
        return f"/Outlines {root} 0 R"

    def open(self, element: Element) -> None:
        """What is drawn until `close` belongs to the element."""
        self._code.append(f"/{element.kind}<</MCID {self.tags.marked(element)}>>BDC")

    def open_artifact(self, furniture: bool = False) -> None:
        """What is drawn until `close` is no part of the text."""
        self._code.append(FURNITURE if furniture else ARTIFACT)

    def close(self) -> None:
        """The end of what was opened last."""
        self._code.append("EMC")

    def line(self, line: lines.Line, x: float, y: float, role: str, size: float) -> None:
        """One line with its base line at y, its begin at x."""
        words = line.text.rstrip(" \u3000")
        if words:
            shown = self._shown(words, line.adjust, line.spread, role, size)
            self._code.append(f"BT 1 0 0 1 {x + line.shift * size:.2f} {self.size[1] - y:.2f} Tm {shown} ET")

    def _shown(self, words: str, adjust: list[float], spread: float, role: str, size: float) -> str:
        """The operators that show a text: one array, mostly of one font.

        What all characters have in common is set once, as character spacing; a gap beyond it is given to the glyph before it in steps of
        an eighth of an em, and what is left is moved between the glyphs: too little to be taken for a space.
        """
        common = round(spread * 1000)
        usual = (common + 62) // STEP if common > 0 else 0
        spacing = common - usual * STEP
        table = self._table(role, size, usual)
        if JOINED.search(words):
            array = self._with_mongolian(words, adjust, role, size)
            spacing = 0
        else:
            # Most gaps are the common one: what lies between the others goes through the table at once.
            parts, at = [], 0
            for n in [n for n, gap in enumerate(adjust) if gap != spread]:
                if n >= len(words):
                    break
                extra = round(adjust[n] * 1000)
                step = (extra + 62) // STEP if extra > 0 else 0
                parts.append(words[at:n].translate(table))
                parts.append(words[n].translate(table if step == usual else self._table(role, size, step)))
                rest = step * STEP + spacing - extra
                if rest:
                    parts.append(f">{rest}<")
                at = n + 1
            array = "".join(parts) + words[at:].translate(table)
        shown = f"/{self._main(role).name} {size:g} Tf [<{array}>] TJ"
        return f"{spacing * size / 1000:.3f} Tc {shown} 0 Tc" if spacing else shown

    def _with_mongolian(self, words: str, adjust: list[float], role: str, size: float) -> str:
        """The inside of the array where words of joined letters stand among others: they break out of it."""
        out, at = [], 0
        for found in (*(one for one in lines.WORD.finditer(words) if LETTER.search(one[0])), None):
            end = found.start() if found else len(words)
            for n in range(at, end):
                extra = round(adjust[n] * 1000) if n < len(adjust) else 0
                step = (extra + 62) // STEP if extra > 0 else 0
                out.append(words[n].translate(self._table(role, size, step)) + (f">{step * STEP - extra}<" if step * STEP != extra else ""))
            if found:
                at = found.end()
                word = self.word(found[0], size, adjust[at - 1] if at - 1 < len(adjust) else 0.0)
                out.append(f">] TJ {word} /{self._main(role).name} {size:g} Tf [<")
        return "".join(out)

    def _main(self, role: str) -> EmbeddedFont:
        """The font that most of a role is set in."""
        found = self._mains.get(role)
        if found is None:
            face = self.faces.glyph(role, "一") or self.faces.glyph(role, "□")
            found = self._mains[role] = self._font(face[0].name if face else next(iter(self.faces.by_name)))
        return found

    def _table(self, role: str, size: float, step: int) -> "_Codes":
        key = (role, size, step)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = _Codes(self, role, size, step)
        return found

    def coded(self, character: str, role: str, size: float, step: int) -> str:
        """The code of a character in the main font of its role; one of another font breaks out of the array and comes back."""
        found = self.faces.glyph(role, character)
        if found is None:  # named before; a preview shows a box in its place
            found = self.faces.glyph(role, "□")
        if found is None:
            return ""
        font, main = self._font(found[0].name), self._main(role)
        code = font.code(found[1], character, step * STEP)
        return code if font is main else f">] TJ /{font.name} {size:g} Tf [<{code}>] TJ /{main.name} {size:g} Tf [<"

    def _font(self, name: str) -> EmbeddedFont:
        if name not in self._fonts:
            self._fonts[name] = EmbeddedFont(self.faces.by_name[name], f"F{len(self._fonts) + 1}")
        return self._fonts[name]

    def word(self, word: str, size: float, after: float = 0.0) -> str:
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

    def column(self, words: str, x: float, y: float, size: float) -> None:
        """Mongolian that runs down from y, its base line at x; it copies out as it was typed."""
        shown = self.word(words, size)
        place = f"0 -1 1 0 {x:.2f} {self.size[1] - y:.2f} Tm"
        self._code.append(f"/Span<</ActualText {text(words)}>>BDC BT {place} {shown} ET EMC")

    def words(self, words: str, x: float, y: float, role: str, size: float, color: Sequence[float]) -> None:
        """Words in a colour, natural width, their base line at y."""
        shown = self._shown(words, [0.0] * len(words), 0.0, role, size)
        self._code.append(f"q {_shade(color)} rg BT 1 0 0 1 {x:.2f} {self.size[1] - y:.2f} Tm {shown} ET Q")

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float, color: Sequence[float] = ()) -> None:
        """A straight rule, black when no colour is named."""
        height = self.size[1]
        shade = f"{_shade(color)} RG " if color else ""
        self._code.append(f"q {shade}{width:g} w {x1:.2f} {height - y1:.2f} m {x2:.2f} {height - y2:.2f} l S Q")

    def boxes(self, frames: Iterable[tuple[float, float, float, float]], rule: float) -> None:
        """Frames (left, top, width, height)."""
        tall = self.size[1]
        paths = " ".join(f"{x:.2f} {tall - y - height:.2f} {width:.2f} {height:.2f} re" for x, y, width, height in frames)
        self._code.append(f"q {rule:g} w {paths} S Q")

    def area(self, x: float, y: float, width: float, height: float, color: Sequence[float]) -> None:
        """A filled rectangle; the colour as red, green and blue from 0 to 1."""
        self._code.append(f"q {_shade(color)} rg {x:.2f} {self.size[1] - y - height:.2f} {width:.2f} {height:.2f} re f Q")

    def box(self, x: float, y: float, width: float, height: float, rule: float) -> None:
        """One frame."""
        self.boxes([(x, y, width, height)], rule)

    def picture(self, picture: Any, x: float, y: float, width: float, height: float) -> None:
        """A picture (as reportlab's ImageReader reads it), its upper left corner at (x, y); what was transparent is white."""
        wide, tall = picture.getSize()
        file = picture.jpeg_fh()
        mode = picture._image.mode if file else ""
        if mode in JPEG:
            file.seek(0)
            data, space, coded = file.read(), JPEG[mode], "/Filter/DCTDecode"
        else:
            flat = picture._image.convert("RGBA")
            white = flat.copy()
            white.paste((255, 255, 255, 255), (0, 0, wide, tall))
            white.alpha_composite(flat)
            data, space, coded = white.convert("RGB").tobytes(), "DeviceRGB", ""
        entries = f"/Type/XObject/Subtype/Image/Width {wide}/Height {tall}/BitsPerComponent 8/ColorSpace/{space}{coded}"
        self._pictures.append(self._file.stream(data, entries, pack=not coded))
        place = f"{width:.2f} 0 0 {height:.2f} {x:.2f} {self.size[1] - y - height:.2f} cm"
        self._code.append(f"q {place} /I{len(self._pictures) - 1} Do Q")

    def qr(self, content: str, x: float, y: float, side: float) -> None:
        """A QR symbol as one path, its upper left corner at (x, y)."""
        rows = qr_symbol.rows(content)
        module = side / len(rows)
        path = [f"{start} {-n - 1} {length} 1 re" for n, row in enumerate(rows) for start, length in qr_symbol.runs(row)]
        self._code.append(f"q {module:.4f} 0 0 {module:.4f} {x:.2f} {self.size[1] - y:.2f} cm {' '.join(path)} f Q")


def _shade(color: Sequence[float]) -> str:
    return " ".join(f"{part:.3f}" for part in color)
