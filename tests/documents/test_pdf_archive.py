"""What an archive asks of the file: metadata, colours, structure, outline, every font embedded, text that copies out."""

import io
import re
import shutil
import subprocess
import zlib
from functools import cache

import pypdfium2
import pytest
from PIL import ImageCms

from desktop.documents import pdf, pdf_archive, pdf_file
from desktop.documents.blocks import Cell, Fields, FormRow, Furniture, Heading, Paper, PaperState, Paragraph, Table, Title
from tests.documents import papers

WORDS = Furniture("第 {page} 页　共 {pages} 页", "培训样本，不具效力", "征求意见稿", "副本")
PAPER = Paper(
    "agreement",
    "协议<书>",
    "（2026）1&2",
    "某某\x00调委会",
    WORDS,
    (
        Title("协议"),
        Heading("事实"),
        Paragraph("张𨱏借款。" * 40),
        Heading("其一", 2),
        Paragraph("甲。"),
        Heading("协议内容"),
        Table(("序", "金额"), tuple((str(n), "1,000.00") for n in range(60)), (1.0, 2.0)),
        Fields((FormRow((Cell("登记", 2, True),)), FormRow((Cell("姓名", 1, True), Cell("张三")))), (1.0, 3.0)),
    ),
    state=PaperState.ISSUED,
)


@cache
def made() -> bytes:
    return pdf.render(PAPER, computer_fonts=False, strict=False)


def objects(data: bytes) -> str:
    """Every object in plain text: those outside, and those packed in object streams."""
    streams = [zlib.decompress(found) for found in re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", data, re.S)]
    return (data + b"\n".join(streams)).decode("latin-1")


def test_the_metadata_says_the_same_twice_and_names_the_norm() -> None:
    xmp = re.search(rb"<\?xpacket begin.*?<\?xpacket end='w'\?>", made(), re.S)
    assert xmp
    said = xmp[0].decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in said
    assert "协议&lt;书&gt; （2026）1&amp;2" in said and "某某调委会" in said and "zh-CN" in said
    known = pypdfium2.PdfDocument(made()).get_metadata_dict()
    assert (known["Title"], known["Subject"], known["Producer"]) == ("协议<书> （2026）1&2", "agreement", "Heyi")


def test_the_colour_profile_is_srgb_to_another_program() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(pdf_archive.srgb()))
    there = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    from PIL import Image

    picture = Image.frombytes("RGB", (3, 1), bytes((10, 200, 90, 255, 0, 0, 128, 128, 127)))
    changed = ImageCms.applyTransform(picture, there)
    assert changed is not None
    assert max(abs(a - b) for a, b in zip(picture.tobytes(), changed.tobytes(), strict=True)) <= 1
    assert "/S/GTS_PDFA1" in objects(made())


def test_the_outline_follows_the_headings() -> None:
    found = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(made()).get_toc()]
    assert found == [(0, "协议<书>"), (1, "事实"), (2, "其一"), (1, "协议内容"), (1, "登记")]
    pages = [item.get_dest().get_index() for item in pypdfium2.PdfDocument(made()).get_toc()]
    assert pages == sorted(pages) and pages[-1] == len(pypdfium2.PdfDocument(made())) - 1


def test_the_structure_names_headings_paragraphs_and_cells_and_no_repeated_head() -> None:
    plain = objects(made())
    kinds = re.findall(r"/S/(\w+)/P ", plain)
    assert [kinds.count(kind) for kind in ("H1", "H2", "H3", "Table", "TH", "TR")] == [1, 2, 1, 2, 4, 63]
    assert "/Lang (zh-CN)" in plain and "/MarkInfo<</Marked true>>" in plain
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made())]
    assert all(("序" in page) == ("1,000.00" in page) for page in pages), "the head is drawn on each page all the same"


def test_every_mark_of_the_content_is_closed_and_nothing_is_outside() -> None:
    contents = [zlib.decompress(found) for found in re.findall(rb"stream\n(.*?)\nendstream", made(), re.S) if found[:1] == b"x"]
    pages = [content for content in contents if b" BDC" in content or b"BDC" in content]
    assert pages
    for page in pages:
        depth = 0
        for line in page.split(b"\n"):
            if line.endswith((b"BDC", b"BMC")):
                depth += 1
            elif line == b"EMC":
                depth -= 1
            else:
                assert depth == 1, line
        assert depth == 0


def test_a_plain_file_says_the_same_as_a_packed_one() -> None:
    texts = []
    for packed in (True, False):
        file = pdf_file.PdfFile(packed)
        page = file.new()
        pages = file.add(f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
        content = file.stream(b"0 0 m 9 9 l S")
        file.put(page, f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 50 60]/Contents {content} 0 R/Resources<<>>>>")
        info = file.add(f"<</Title {pdf_file.text('甲(乙)')}>>")
        data = file.done(file.add(f"<</Type/Catalog/Pages {pages} 0 R>>"), info)
        texts.append(pypdfium2.PdfDocument(data).get_metadata_dict()["Title"])
    assert texts == ["甲(乙)", "甲(乙)"]


@pytest.mark.parametrize(("mode", "form"), [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "PNG"), ("P", "PNG")])
def test_a_picture_of_any_kind_is_drawn_without_transparency(mode: str, form: str) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    from desktop.documents import fonts
    from desktop.documents.pdf_pen import Pen

    out = io.BytesIO()
    Image.new("RGB", (40, 20), (200, 30, 30)).convert(mode).save(out, form)
    pen = Pen(PAPER, fonts.faces(False), (100.0, 100.0))
    pen.page_begin()
    pen.open_artifact()
    pen.picture(ImageReader(io.BytesIO(out.getvalue())), 10, 10, 80, 40)
    pen.close()
    pen.page_end()
    data = pen.done()
    assert "SMask" not in objects(data)
    page = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil()
    red, green, _blue = page.convert("RGB").getpixel((50, 30))
    assert page.convert("RGB").getpixel((50, 70)) == (255, 255, 255)
    assert mode == "L" or red > green + 60


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_another_program_reads_the_words_as_they_were_typed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    said = "张𨱏、李𬭎、龑㛃䶮、𠮷𡛛，☑同意☐不同意，Өргөн，共14只羊，计5,194,253.92元；编号HT-2024/03。"
    file = tmp_path / "a.pdf"
    paper = Paper("agreement", "协议", "1", "调委会", WORDS, (Paragraph(said),), state=PaperState.ISSUED)
    file.write_bytes(pdf.render(paper, computer_fonts=False))
    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()
    assert papers.bare(said) in papers.bare(read)
    assert " 14" not in read and "14 " not in read, "a gap is drawn, not typed"
    assert subprocess.run(["pdfinfo", str(file)], capture_output=True, check=True, text=True).stdout.count("Tagged:          yes") == 1
