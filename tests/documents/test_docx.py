"""The DOCX: the words of the PDF in their order, fonts named for every script, real tables and fields."""

import io
import re
import zipfile

import docx as library
import pytest

from desktop.documents import blocks, docx
from desktop.documents.blocks import Blank, Furniture, PageBreak, Paper, Paragraph, Table
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
    assert 'w:lineRule="exact"' in found["word/document.xml"]
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
    assert 'w:firstLineChars="200"' in xml
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
