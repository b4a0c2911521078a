"""Hostile and endless texts on paper: every text is there once and in order, nothing overlaps, nothing is interpreted."""

import re
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents import blocks, docx, fonts, page_layout, paging, pdf
from desktop.documents.blocks import (
    Blank,
    Cell,
    Clauses,
    Fields,
    FormRow,
    Furniture,
    Heading,
    Notice,
    Paper,
    Paragraph,
    SealPlace,
    SignatureLine,
    Signatures,
    Table,
    Title,
)
from desktop.documents.setter import Setter
from desktop.domain.refusal import Refusal
from tests.documents.papers import bare

WORDS = Furniture("第 {page} 页　共 {pages} 页", "", "", "副本")
HOSTILE = (
    "<b>&lt;{{x}}</b>", "{page} {pages}", "%s %(a)s", "[[y]]", "\\n\\", "(a) Tj ET Q", ">] TJ", "/F1 9 Tf", "<FEFF>", "EMC BDC",
    "stream\nendstream", "𠮷𡛛", "ᠮᠥᠩᠬᠡ", "O'Neil", "http://a.b/c?d=e&f", "　　", "——", "……", "！！？？", "（（（", "》》》",
    "1" * 40, "a" * 60,
)  # fmt: skip
words = st.lists(st.sampled_from((*HOSTILE, "草场", "承包费", "人民币", "5,194,253.92元", "，", "。", "“", "”", "\n")), max_size=30).map(
    "".join
)
short = words.map(lambda text: text[:60])


def _table(rows: int, text: str) -> Table:
    return Table(
        ("序", text[:10], "金额"), tuple((str(n), text, f"{n}.00") for n in range(rows)), (1.0, 4.0, 2.0), (), ("计", text[:9], "1")
    )


some_blocks = st.one_of(
    st.builds(Title, short),
    st.builds(Heading, short, st.sampled_from((1, 2))),
    st.builds(Paragraph, words, st.booleans()),
    st.builds(Notice, words),
    st.builds(lambda one, other: Clauses((one, other)), words, words),
    st.builds(_table, st.integers(0, 40), short),
    st.builds(lambda text, tall: Fields((FormRow((Cell("事由", 1, True), Cell(text, 3)), tall),), (1.0,) * 4), words, st.integers(0, 400)),
    st.builds(
        lambda n, name: Signatures(("身份", "姓名", "签名", "日期"), (SignatureLine("甲", name, "手印"),) * n), st.integers(1, 30), short
    ),
    st.builds(SealPlace, short, short),
    st.builds(Blank, st.integers(1, 60), st.booleans()),
)


def paper(*made: Any, **rest: Any) -> Paper:
    return Paper("agreement", "协议", "（2026）1", "调委会", WORDS, made, **rest)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(some_blocks, max_size=8), st.sampled_from(page_layout.names()))
def test_pieces_never_overlap_and_all_stand_once_in_order(made: list[Any], name: str) -> None:
    layout = page_layout.layout(name)
    pieces = Setter(paper(*made), fonts.faces(False), layout).pieces()
    pages = paging.pages(pieces, layout.height)
    seen: dict[int, int] = {}
    for page in pages:
        below = 0.0
        for placed in page.placed:
            assert placed.y >= below - 0.01, "a piece begins above the end of the one before it"
            below = placed.y + sum(placed.piece.heights[placed.first : placed.end])
            repeated = placed.first == 0 and id(placed.piece) in seen
            if not repeated:
                assert placed.first == seen.get(id(placed.piece), 0), "slices follow one another"
                seen[id(placed.piece)] = placed.end
        alone = len(page.placed) == 1 and page.placed[0].end - page.placed[0].first == 1
        assert below <= layout.height + paging.SLACK or alone, "a page is overfull only by one slice that fits nowhere"
    assert all(seen.get(id(piece)) == len(piece.heights) for piece in pieces), "every slice stands somewhere"


@settings(max_examples=15)
@given(st.lists(words, min_size=1, max_size=5))
def test_every_word_is_on_paper_once_and_nothing_is_interpreted(texts: list[str]) -> None:
    data = pdf.render(paper(*(Paragraph(text, indent=False) for text in texts)), computer_fonts=False)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    body = bare("".join(re.sub(r"^.*?共 \d+ 页", "", page, count=1, flags=re.S) for page in pages))
    assert body == bare("".join(texts))
    file = docx.render(paper(*(Paragraph(text) for text in texts)))
    assert file[:2] == b"PK"


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x00", "\x08", "\x1b", "\u200b", "\ufeff", "\ud800"])
def test_what_would_make_paper_and_screen_differ_is_refused_by_name_and_shown_as_a_box_in_the_preview(character: str) -> None:
    made = paper(Paragraph(f"张{character}三"))
    with pytest.raises(Refusal, match=f"U\\+{ord(character):04X}"):
        pdf.render(made, computer_fonts=False)
    assert pdf.render(made, computer_fonts=False, strict=False).startswith(b"%PDF")


@pytest.mark.parametrize(
    "made",
    [
        paper(Clauses(("草场、牲畜、饲料、承包费及违约责任由双方协商确定。" * 420,))),
        paper(*(Paragraph(f"申请人：某{n}，男，1980年1月1日出生，公民身份号码15010519800101{n:04d}。") for n in range(200))),
        paper(Table(("期", "到期日", "金额"), tuple((str(n), "2027年1月31日", "1,000.00") for n in range(500)), (1.0, 3.0, 2.0))),
        paper(Signatures(("身份", "姓名", "签名", "日期"), tuple(SignatureLine("申请人", f"某{n}") for n in range(200)))),
    ],
)
def test_the_largest_papers_are_whole_in_order_and_small(made: Paper) -> None:
    data = pdf.render(made, computer_fonts=False)
    pages = [bare(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]
    assert all(f"第{n}页共{len(pages)}页" in page for n, page in enumerate(pages, 1))
    assert len(data) / len(pages) < 120_000
    whole, at = "".join(pages), 0
    for place, text in blocks.texts(made):
        if place.startswith("blocks.") and 0 < len(bare(text)) < 15 and ".head." not in place:
            at = whole.find(bare(text), at)
            assert at >= 0, place
