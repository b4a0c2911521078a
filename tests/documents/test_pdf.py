"""The PDF: every word copies out right, every page says whose and which it is, the same paper is the same file."""

import dataclasses
import re
import zlib

import pypdfium2
import pytest

from desktop.documents import blocks, page_layout, pdf, qr_code
from desktop.documents.blocks import (
    Align,
    Blank,
    Cell,
    Clauses,
    Fields,
    FormRow,
    Furniture,
    Heading,
    Notice,
    Number,
    PageBreak,
    Paper,
    PaperState,
    Paragraph,
    SealPlace,
    SignatureLine,
    Signatures,
    Table,
    Title,
)
from desktop.domain.refusal import Refusal
from tests.documents import cases, papers
from tests.documents.papers import bare

WORDS = Furniture("第 {page} 页　共 {pages} 页", "培训样本，不具效力", "征求意见稿", "副本")


def paper(*made: blocks.Block, **rest) -> Paper:  # type: ignore[no-untyped-def]
    return Paper(
        "agreement", "人民调解协议书", "（2026）新诉调字第12号", "某某人民调解委员会", WORDS, made, state=PaperState.ISSUED, **rest
    )


def text_of(made: Paper) -> list[str]:
    return papers.pages(pdf.render(made, computer_fonts=False))


@pytest.mark.parametrize(
    "text",
    [
        "张𨱏、李𬭎、龑㛃䶮",
        "<b>&{{x}}</b> %s {0} [y] \\ ( ) ~ `",
        "ᠮᠥᠩᠬᠡ ᠪᠠᠲᠤ",
        "共14只羊，计5,194,253.92元（大写）。",
        "买买提·吐尔逊——“甲”……",
        "O'Neil A-1_b@c",
    ],
)
def test_text_copies_out_as_it_was_typed(text: str) -> None:
    assert text in text_of(paper(Paragraph(text)))[0]


def test_long_text_copies_out_whole_without_false_spaces() -> None:
    text = (
        "2024年4月，双方签订《草场承包经营权流转合同》，约定申请人将其承包的草场1,200亩流转给被申请人使用，流转费每年每亩人民币18.50元。"
        * 30
    )
    pages = text_of(paper(Paragraph(text, indent=False)))
    body = [line for page in pages for line in page.split("\n") if line.strip() and line.strip() in text]
    assert "".join(body) == text


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_every_page_says_whose_which_and_how_many(name: str, kind: str) -> None:
    made = papers.paper(name, kind)
    pages = papers.pages(papers.pdf_of(name, kind))
    for n, page in enumerate(pages, 1):
        assert f"第{n}页共{len(pages)}页" in bare(page)
        assert bare(made.organisation) in bare(page)
        assert bare(made.number) in bare(page)
        for mark in made.page_marks():
            assert page.count(mark) == 2
        for words in made.page_signatures:
            assert words in page


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_every_text_of_the_blocks_is_on_paper(name: str, kind: str) -> None:
    made = papers.paper(name, kind)
    whole = _lines_to_write_on(papers.body(made, papers.pdf_of(name, kind)))
    for place, text in blocks.texts(made):
        if place.startswith("blocks."):
            for line in text.split("\n"):
                assert _lines_to_write_on(bare(line)) in whole, place


def _lines_to_write_on(text: str) -> str:
    """Whatever their length: on paper they are drawn on to the margin."""
    return re.sub("＿{3,}", "＿＿＿", text)


def test_only_embedded_fonts() -> None:
    data = pdf.render(paper(Paragraph("甲ᠪᠠᠲᠤ"), Heading("乙")), computer_fonts=False)
    packed = [zlib.decompress(found) for found in re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", data, re.S)]
    plain = data + b"".join(packed)
    assert b"Helvetica" not in plain and b"/Type1" not in plain
    assert plain.count(b"/FontFile2 ") == plain.count(b"/Type/FontDescriptor") == plain.count(b"/Subtype/Type0") == 3
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_dict()["Title"] == "人民调解协议书 （2026）新诉调字第12号"
    assert document.get_metadata_dict()["Author"] == "某某人民调解委员会"
    assert b"/Lang (zh-CN)" in plain


def test_the_same_paper_is_the_same_file() -> None:
    made = papers.paper("loan", "agreement")
    kept = blocks.from_json(blocks.to_json(made))
    assert pdf.render(kept, computer_fonts=False) == papers.pdf_of("loan", "agreement")


def test_a_copy_and_a_reading_copy_are_marked_on_every_page() -> None:
    made = paper(Paragraph("甲"), PageBreak(), Paragraph("乙"), training=True)
    for state, words in ((PaperState.COPY, "副本"), (PaperState.READING, "征求意见稿")):
        pages = text_of(made.with_state(state))
        assert len(pages) == 2
        assert all(page.count(words) == 2 and page.count("培训样本，不具效力") == 2 for page in pages)
    assert "副本" not in text_of(made)[0]


def test_no_personal_data_in_the_metadata_and_the_symbol() -> None:
    data = papers.pdf_of("loan", "agreement")
    info = " ".join(pypdfium2.PdfDocument(data).get_metadata_dict().values())
    assert "张" not in info and "150105198001010013" not in info
    assert qr_code.content("（2026）新诉调字第12号", 2, 3) == "（2026）新诉调字第12号|2|3"


def test_a_character_that_cannot_be_printed_is_refused_but_not_by_the_preview() -> None:
    made = paper(Paragraph("王👍某\x07"))
    with pytest.raises(Refusal, match="U\\+1F44D"):
        pdf.render(made, computer_fonts=False)
    assert pdf.render(made, computer_fonts=False, strict=False).startswith(b"%PDF")


HEAD = ("身份", "姓名", "签名", "日期")
MANY = tuple((str(n), "某" * (n % 40 + 1), "1,234.56") for n in range(200))
LONG = "草场、牲畜、饲料、承包费及违约责任由双方协商确定。" * 420  # 10,080 characters


@pytest.mark.parametrize(
    "made",
    [
        paper(Clauses((LONG, LONG))),
        paper(Title(LONG[:200]), Number(LONG[:100]), Paragraph(LONG)),
        paper(Fields((FormRow((Cell("事由", 1, True), Cell(LONG, 3))), FormRow((Cell("甲", 9, True),))), (1.0, 1.0, 1.0, 1.0))),
        paper(
            Table(
                ("序", "姓名", "金额"),
                MANY,
                (1.0, 3.0, 2.0),
                (),
                ("合计", "", "9"),
            )
        ),
        paper(
            Signatures(HEAD, tuple(SignatureLine("申请人", f"某{n}", "签名") for n in range(200))),
            SealPlace("调委会", "日期"),
        ),
        paper(Paragraph("甲" * 12, keep=True), Blank(60, ruled=True), Notice(LONG[:500])),
        paper(Paragraph("")),
        paper(),
    ],
)
def test_texts_of_any_length_break_right(made: Paper) -> None:
    pages = text_of(made)
    layout = page_layout.layout("official")
    assert len(pages) < 60
    document = pypdfium2.PdfDocument(pdf.render(made, computer_fonts=False))
    for page in document:
        found = page.get_textpage()
        for n in range(0, found.count_chars(), 7):
            left, bottom, right, top = found.get_charbox(n)
            assert left >= layout.left - 8 and right <= layout.page[0] - layout.right + 8
            assert bottom > 8 and top < layout.page[1] - 8
    whole = bare("".join(pages))
    for place, text in blocks.texts(made):
        if place.startswith("blocks.") and len(text) < 30:
            assert bare(text) in whole


def test_a_signature_block_never_stands_alone() -> None:
    signs = Signatures(HEAD, tuple(SignatureLine("申请人", f"某{n}") for n in range(4)))
    last = Paragraph("本协议一式三份。" * 6)
    for count in range(8, 26):
        made = paper(
            Title("协议"),
            *(Paragraph(f"第{n}行。") for n in range(count)),
            last,
            signs,
            SealPlace("调委会", "日期"),
        )
        for page in text_of(made):
            if "签名" in page:
                assert "本协议一式三份" in page or "申请人某0" not in bare(page)


def test_a_row_over_two_pages_is_ruled_off_and_whole() -> None:
    made = paper(Table(("甲", "乙"), (("1", "某" * 3000), ("2", "末")), (1.0, 5.0), (Align.CENTRE, Align.LEFT)))
    pages = text_of(made)
    assert len(pages) >= 2
    assert sum(page.count("某") for page in pages) - 2 * len(pages) == 3000  # the head says 某某 once a page
    assert all("甲乙" in bare(page) for page in pages)


def test_symbols_are_as_many_as_pages_and_small() -> None:
    data = papers.pdf_of("wages", "agreement")
    streams = [zlib.decompress(found) for found in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S) if found[:1] == b"x"]
    drawn = [stream for stream in streams if re.search(rb"0 0 [\d.]+ [\d.]+ [\d.]+ cm", stream) and b" re" in stream]
    assert len(drawn) == len(papers.pages(data))
    assert len(data) < 120_000


def test_layouts_are_whole() -> None:
    for name in ("official", "form", "record"):
        layout = page_layout.layout(name)
        assert layout.page == pytest.approx((595.28, 841.89), abs=0.01)
    assert page_layout.layout("official").height / page_layout.layout("official").styles["body"].line == pytest.approx(22, abs=0.05)
    with pytest.raises(Refusal):
        page_layout.layout("none")


def test_version_is_in_the_symbol() -> None:
    made = paper(Paragraph("甲"))
    other = dataclasses.replace(made, version=2)
    assert pdf.render(made, computer_fonts=False) != pdf.render(other, computer_fonts=False)


def test_all_states_of_all_cases_can_be_made() -> None:
    for case in cases.ALL.values():
        assert case().parties
