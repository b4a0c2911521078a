"""Every kind of paper with hostile words in every place: what is drawn lies on the sheet, and no sign lies upon another."""

import ctypes
import dataclasses
import random
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from desktop.documents import pdf
from desktop.documents.blocks import Paper, Paragraph, SignatureLine, Signatures, Table
from tests.documents import court, papers

WORDS = (
    "草场", "承包费", "人民币", "5,194,253.92元", "，", "。", "“", "”", "（", "）", "《", "》", "——", "……", "！！？？", "（（（", "》》》",
    "　　", "  ", "＿＿＿＿＿＿", "＿＿＿＿年＿＿月＿＿日", "<b>&lt;{{x}}</b>", "{page} {pages}", "%s", "[[y]]", "\\n", "(a) Tj ET Q",
    "150102198505052044", "0471-5550118", "http://a.b/c?d=e&f", "O'Neil", "𠮷𡛛", "龑𬭎", "□", "■", "／", "1" * 40, "a" * 60, "\n", "\n\n",
)  # fmt: skip
ALL = [(f"{kind}-{name}", lambda name=name, kind=kind: papers.paper(name, kind)) for name, kind in papers.NAMES]
ALL += [(f"court-{name}", made) for name, made in court.MADE.items()]
LENGTHS = (3, 20)  # words
MOST = 8  # pages that are looked at
UPON = 0.35  # of the smaller sign: what accents and squeezed marks may share with their neighbour


def hostile(value: Any, draw: random.Random, most: int) -> Any:
    """The same block or paper with other words in the place of every text."""
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return "".join(draw.choices(WORDS, k=draw.randint(1, most))) if value else value
    if isinstance(value, tuple):
        return tuple(hostile(one, draw, most) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = ("data",)
        new = {f.name: hostile(getattr(value, f.name), draw, most) for f in dataclasses.fields(value) if f.name not in kept}
        return dataclasses.replace(value, **new)
    return value


def signs(page: Any) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """What is drawn: each sign with the box of its ink (left, bottom, right, top)."""
    text = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]
    for n in range(text.count_chars()):
        raw.FPDFText_GetCharBox(text.raw, n, *edges)
        left, right, bottom, top = (edge.value for edge in edges)
        code = raw.FPDFText_GetUnicode(text.raw, n)
        second = 0xDC00 <= code < 0xE000  # the second half of a rare character: its box is the first one's
        joined = 0x1800 <= code < 0x18B0  # Mongolian letters run into one another
        if right - left > 0.1 and top - bottom > 0.1 and not second and not joined:
            yield n, hex(code), (left, bottom, right, top)


def faults(data: bytes) -> list[str]:
    """Signs beyond the sheet, and signs upon others."""
    found = []
    for number, page in islice(enumerate(pypdfium2.PdfDocument(data), 1), MOST):
        width, height = page.get_size()
        cells: dict[tuple[int, int], list[tuple[int, str, tuple[float, float, float, float]]]] = defaultdict(list)
        for one in signs(page):
            left, bottom, right, top = one[2]
            if left < 0 or bottom < 0 or right > width or top > height:
                found.append(f"page {number}: {one[1]} beyond the sheet at {left:.0f}, {bottom:.0f}")
            near = {(x, y) for x in (int(left // 40), int(right // 40)) for y in (int(bottom // 40), int(top // 40))}
            for cell in near:
                for other in cells[cell]:
                    if upon(one[2], other[2]):
                        found.append(f"page {number}: {one[1]} upon {other[1]} at {left:.0f}, {bottom:.0f}")
                cells[cell].append(one)
    return found


def upon(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    least = min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))
    return wide > 0 and tall > 0 and wide * tall > UPON * least


@pytest.mark.parametrize(("name", "make"), ALL, ids=[name for name, _make in ALL])
def test_nothing_lies_upon_another_in_any_paper(name: str, make: Any) -> None:
    draw = random.Random(name)
    made: Paper = make()
    assert faults(pdf.render(made, computer_fonts=False)) == []
    for most in LENGTHS:
        head = {key: hostile(getattr(made, key), draw, 6) for key in ("title", "number", "organisation", "page_signatures", "marks")}
        evil = dataclasses.replace(made, blocks=hostile(made.blocks, draw, most), **head)
        assert faults(pdf.render(evil, computer_fonts=False, strict=False)) == [], most


def test_the_test_sees_what_lies_upon_another() -> None:
    """A test that cannot fail is none: two lines drawn at one place are found."""
    line = (10.0, 10.0, 20.0, 20.0)
    assert upon(line, (12.0, 11.0, 22.0, 21.0)) and not upon(line, (20.0, 10.0, 30.0, 20.0))


@pytest.mark.parametrize("text", ["草场承包费及违约责任" * 1000, "a" * 10_000, "（" * 10_000, "1" * 10_000, "龑\n" * 400])
def test_ten_thousand_characters_in_one_place(text: str) -> None:
    furniture = papers.paper("loan", "agreement").furniture
    blocks = (
        Paragraph(text),
        Table(("序", text[:200], "金额"), (("1", text, "1.00"),), (1.0, 3.0, 2.0)),
        Signatures(("身份", "姓名", "签名", "日期"), (SignatureLine("甲", text[:3000], "手印", "年月日"),)),
    )
    assert faults(pdf.render(Paper("agreement", text[:500], text[:300], text[:400], furniture, blocks), computer_fonts=False)) == []
