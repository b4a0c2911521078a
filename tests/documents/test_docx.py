"""The DOCX: the words of the PDF in their order, fonts named for every script, real tables and fields."""

import io
import re
import zipfile

import docx as library
import pytest

from desktop.documents import blocks, docx
from desktop.documents.blocks import Blank, Clauses, Furniture, Heading, PageBreak, Paper, Paragraph, Table
from desktop.domain.refusal import Refusal
from tests.documents import papers
from tests.documents.papers import bare


def paper(*made: blocks.Block, title: str = "协议") -> Paper:
    return Paper("agreement", title, "1", "调委会", Furniture("{page}", "", "", ""), made)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_the_same_words_in_the_same_order(name: str, kind: str) -> None:
    made = papers.paper(name, kind)
    body = bare("".join(papers.docx_parts(docx.render(made))["body"]))
    at = 0
    for place, text in blocks.texts(made):
        if not place.startswith("blocks."):
            continue
        where = body.find(bare(text), at if ".lines." not in place and ".head." not in place else 0)
        assert where >= 0, place
        at = max(at, where if ".lines." not in place else at)


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_no_theme_fonts_and_columns_that_add_up(name: str, kind: str) -> None:
    found = parts(docx.render(papers.paper(name, kind)))
    for part in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"):
        assert not re.search(r'w:(ascii|hAnsi|eastAsia|cs)Theme="', found[part])
    assert 'w:eastAsia="仿宋"' in found["word/styles.xml"]
    assert 'w:lineRule="exact"' in found["word/styles.xml"]
    assert set(re.findall(r'<w:pStyle w:val="(.*?)"', found["word/document.xml"])) <= set(
        re.findall(r'w:styleId="(.*?)"', found["word/styles.xml"])
    )
    assert not re.search(r"<w:(sz|b|spacing|pBdr)[ />]", found["word/document.xml"])  # what a style says is not said again
    if kind not in ("recovery_sheet", "plain_page", "original_elsewhere"):  # without any table
        assert "w:gridCol" in found["word/document.xml"]
    table = re.search(r"<w:tblGrid>(.*?)</w:tblGrid>", found["word/document.xml"], re.S)
    if table:
        widths = [int(width) for width in re.findall(r'w:w="(\d+)"', table[1])]
        assert abs(sum(widths) - _text_width(found)) < 40


def _text_width(found: dict[str, str]) -> int:
    page = int(re.search(r'<w:pgSz[^>]*w:w="(\d+)"', found["word/document.xml"])[1])  # type: ignore[index]
    margin = re.search(r"<w:pgMar[^>]*>", found["word/document.xml"])[0]  # type: ignore[index]
    left, right = (int(re.search(rf'w:{side}="(\d+)"', margin)[1]) for side in ("left", "right"))  # type: ignore[index]
    return page - left - right


def test_head_and_foot() -> None:
    made = papers.paper("loan", "session_record")
    found = papers.docx_parts(docx.render(made))
    assert made.organisation in found["head"] and made.number in found["head"]
    assert "培训样本，不具效力" in found["head"] and "培训样本，不具效力" in found["foot"]
    assert "第  PAGE 1 页　共  NUMPAGES 1 页" in found["foot"]
    assert any(words.startswith("当事人：") for words in found["foot"])


def test_indent_counts_characters_and_mongolian_has_its_font() -> None:
    made = Paper(
        "k", "协议", "1", "调委会", Furniture("{page}", "", "", ""), (Paragraph("名ᠪᠠᠲᠤ"), Blank(2, True), PageBreak(), Paragraph("乙"))
    )
    xml = parts(docx.render(made))["word/document.xml"]
    assert 'w:val="BodyTextFirstIndent"' in xml and 'w:firstLineChars="200"' in parts(docx.render(made))["word/styles.xml"]
    assert 'w:eastAsia="Mongolian Baiti"' in xml
    assert 'w:type="page"' in xml


def test_a_table_repeats_its_head() -> None:
    made = Paper(
        "k", "表", "1", "调委会", Furniture("{page}", "", "", ""), (Table(("甲", "乙"), (("1", "2"),) * 200, (1.0, 1.0), (), ("合", "计")),)
    )
    document = library.Document(io.BytesIO(docx.render(made)))
    assert len(document.tables[0].rows) == 202
    assert "w:tblHeader" in document.tables[0].rows[0]._tr.xml
    assert document.core_properties.author == "调委会"
    assert document.core_properties.created.year == 2000


def test_markup_is_text() -> None:
    made = paper(Paragraph("<b>&{{x}} &amp; ]]>"), title="<w:t>")
    assert "<b>&{{x}} &amp; ]]>" in papers.docx_parts(docx.render(made))["body"]


def test_what_cannot_be_printed_is_refused() -> None:
    with pytest.raises(Refusal, match="U\\+0007"):
        docx.render(paper(Paragraph("a\x07")))


def test_headings_are_styles_that_the_navigation_reads() -> None:
    made = paper(Heading("一、事实"), Heading("（一）借款", 2), Paragraph("借款"))
    document = library.Document(io.BytesIO(docx.render(made)))
    assert [one.style.name for one in document.paragraphs] == ["Heading 1", "Heading 2", "Body Text First Indent"]
    for name, level in (("Heading 1", "0"), ("Heading 2", "1")):
        xml = document.styles[name].element.xml
        assert f'<w:outlineLvl w:val="{level}"/>' in xml and "w:eastAsia=" in xml and "<w:keepNext/>" in xml


LISTED = [
    "一、甲",
    "二、乙",
    "（一）甲",
    "（二）乙",
    "1.甲",
    "2. 乙",
    "1.丙",
    "7.丁",
    "（1）甲",
    "(1)甲",
    "1、甲",
    "第一条 甲",
    "第十条　乙",
    "一百一十二、丙",
]
AS_TEXT = ["01.甲", "1.5万元", "2026.5.1", "1000.甲", "一、二审判决", "第五条规定", "一一、甲", "〇、甲", "一.甲", "1,甲", "①甲", "-1.甲"]


@pytest.mark.parametrize("text", LISTED)
def test_a_number_is_counted_by_word_and_reads_as_it_was_written(text: str) -> None:
    data = docx.render(paper(Paragraph("前"), Paragraph(text)))
    assert papers.docx_parts(data)["body"] == ["前", text]
    assert f'<w:t xml:space="preserve">{text}' not in parts(data)["word/document.xml"]
    assert "<w:numPr>" in parts(data)["word/document.xml"]


@pytest.mark.parametrize("text", AS_TEXT)
def test_what_a_list_cannot_print_stays_text(text: str) -> None:
    data = docx.render(paper(Paragraph(text)))
    assert papers.docx_parts(data)["body"] == [text]
    assert "<w:numPr>" not in parts(data)["word/document.xml"]


def test_clauses_go_on_in_their_list_behind_a_table() -> None:
    rows = Table(("甲", "乙"), (("1.", "2"),), (1.0, 1.0))
    xml = parts(docx.render(paper(Clauses(("甲", "乙\n1.丙")), rows, Clauses(("二日内",), 3), Paragraph("1.丁"))))["word/document.xml"]
    assert re.findall(r'<w:numId w:val="(\d+)"', xml) == ["1", "1", "2", "1", "3"]  # a second 1. begins anew
