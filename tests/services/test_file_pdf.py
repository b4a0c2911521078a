"""Several papers in one file: the set to sign with a guide for each signer, the whole file with scans in their places, the register."""

import io
import re

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import event

from db.models.case import Case
from db.queries import cases as queries
from db.vocabulary import PaperKind
from desktop.documents import case_row
from desktop.documents.blocks import PaperState, Table, texts
from desktop.domain.refusal import Refusal
from desktop.services import (
    actions,
    attachments,
    cases,
    file_pdf,
    files,
    intake,
    pdf_binding,
    printing,
    register_book,
    signing_set,
)
from desktop.services.attachments import File
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from desktop.services.pdf_binding import Part
from tests.documents.test_pdf_archive import PAPER
from tests.services import road

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def picture(color: str = "orange") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), color).save(out, "PNG")
    return out.getvalue()


def locked() -> bytes:
    """A PDF that only opens with a password."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("1234"))
    canvas.drawString(50, 700, "flow")
    canvas.save()
    return out.getvalue()


def torn() -> bytes:
    """A scan whose end is missing."""
    out = io.BytesIO()
    Image.effect_noise((300, 200), 40).save(out, "TIFF")
    return out.getvalue()[:-40_000]


def outline(data: bytes) -> list[tuple[str, int]]:
    document = pypdfium2.PdfDocument(data)
    return [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]


def walked(desk: Desk, until: str = "issue") -> Case:
    sheet = road.case(road.WANG, {**road.ZHANG, "needs": ["large_print", "read_aloud"]}, claim="40000", source="on_application")
    owed = road.owed(debtors=["2"], amount="40000")
    return road.walk(desk, until, sheet, agreement={**road.values("agreement"), "obligations": [owed]})


def test_pages_and_pictures_are_bound_with_outline_and_numbers(engine_name: str) -> None:
    one = pypdfium2.PdfDocument.new()
    one.new_page(300, 400)
    one.new_page(400, 300)
    kept = io.BytesIO()
    one.save(kept)
    data = pdf_binding.bind([Part("甲", kept.getvalue()), Part("乙", picture()), Part("", picture("blue"))], "卷内第 {n} 页", before=1)
    assert outline(data) == [("甲", 0), ("乙", 2)]
    pages = pdf_binding.texts(data)
    assert ["第" in page for page in pages] == [False, True, True, True] and "卷内第 3 页" in pages[3]
    assert data.count(b"%%EOF") == 2 and pdf_binding.page_count(data) == 4
    for broken in (b"%PDF-1.7 nothing", b"GIF89a nothing"):
        with pytest.raises(Refusal, match="甲"):
            pdf_binding.bind([Part("甲", broken)])


def scanned() -> bytes:
    """As a scanner writes it: a page that is one picture, a second one that lies on its side."""
    out = io.BytesIO()
    pages = [Image.new("RGB", (850, 1100), color) for color in ("orange", "blue")]
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=100)
    source = pypdfium2.PdfDocument(out.getvalue())
    source[1].set_rotation(90)
    kept = io.BytesIO()
    source.save(kept)
    return kept.getvalue()


def objects(data: bytes) -> dict[int, bytes]:
    """Every object in plain text, the newest of its number; a bound file packs none."""
    return {int(number): body for number, body in re.findall(rb"(?:^|[\r\n])(\d+) 0 obj\s(.*?)endobj", data, re.DOTALL)}


def test_a_bound_file_is_one_for_the_archive_where_its_parts_allow(engine_name: str) -> None:
    ours = files.preview(PAPER)
    parts = [Part("甲<&>", ours), Part("乙", picture(), kept=True), Part("丙", scanned(), kept=True)]
    data = pdf_binding.bind(parts, "卷内第 {n} 页", title="卷<1>", author="某某调委会")
    assert pdf_binding.foreign(parts) == []
    assert b"<pdfaid:part>2</pdfaid:part>" in data and "卷&lt;1&gt;".encode() in data
    found = objects(data)
    catalogue = next(body for body in found.values() if b"/Type/Catalog" in body)
    assert b"/GTS_PDFA1" in catalogue and b"/Lang(zh-CN)" in catalogue
    for key in (b"Metadata", b"DestOutputProfile", b"Outlines"):
        number = re.search(rb"/" + key + rb" (\d+) 0 R", catalogue)
        assert number and int(number[1]) in found
    for body in found.values():  # what the norm forbids or asks of each object (ISO 19005-2, 6.2 and 6.3)
        assert not re.search(rb"/JavaScript|/Launch|/AA\b|/EmbeddedFile|LZWDecode|/Interpolate true|/TR\b|DeviceCMYK", body)
        if b"/Type/FontDescriptor" in body:
            assert b"/FontFile" in body
        if b"/Subtype/CIDFontType2" in body:
            assert b"/CIDToGIDMap" in body
    assert re.findall(rb"/ID\s*\[.*?\]", data)[0] == re.findall(rb"/ID\s*\[.*?\]", data)[-1]
    known = pypdfium2.PdfDocument(data)
    assert known.get_metadata_dict()["Title"] == "卷<1>" and known.get_metadata_dict()["Author"] == "某某调委会"
    last = known[len(known) - 1]
    assert last.get_width() > last.get_height(), "a page lies as it was looked at"
    shown = last.render(scale=0.5).to_pil().convert("RGB").getpixel((100, 100))
    assert shown[2] > 200 and shown[0] < 60
    assert [title for title, _page in outline(data)] == ["甲<&>", "乙", "丙"]


def test_a_foreign_pdf_is_bound_as_it_is_and_nothing_is_claimed(engine_name: str) -> None:
    parts = [Part("甲", files.preview(PAPER)), Part("合同", files.preview(PAPER), kept=True), Part("", files.preview(PAPER), kept=True)]
    data = pdf_binding.bind(parts)
    assert pdf_binding.foreign(parts) == ["合同"]
    assert b"pdfaid:part" not in data.split(b"%%EOF")[1] and b"GTS_PDFA1" not in data.split(b"%%EOF")[1]
    assert "姓名张三" in "".join("".join(pdf_binding.texts(data)[-3:]).split()), "its words stay words"


def test_the_set_to_sign_says_to_each_where(desk: Desk) -> None:
    found = walked(desk)
    waiting = signing_set.to_sign(desk, found)
    assert [one.kind.value for one in waiting] == [
        "application", "registration_form", "rights_notice", "session_record", "agreement", "confirmation_application",
        "service_address", "service_address",
    ]  # fmt: skip
    guide = signing_set.sheet(desk, found, waiting)
    lines = [text for _place, text in texts(guide) if text.startswith("张某某（被申请人）：")]
    record, agreement = waiting[3], waiting[4]
    assert len(lines) == 1
    assert "人民调解记录（1）第1页" in lines[0] or f"人民调解记录（1）第1—{len(record.pages)}页（每页）" in lines[0]
    signing_page = next(n for n, page in enumerate(agreement.pages, 1) if "身份 姓名或名称" in page)
    assert f"人民调解协议书第{signing_page}页" in lines[0]
    assert "人民调解申请书" not in lines[0], "the respondent does not sign the application"
    data = signing_set.bound(desk, found)
    assert [title for title, _page in outline(data)] == ["签名指引", *(one.paper.title for one in waiting)]
    assert pdf_binding.page_count(data) == sum(len(one.pages) for one in waiting) + outline(data)[1][1]
    actions.act(desk, found.id, "issue", {"paper": "session_record"})
    found = actions.act(desk, found.id, "signed", {"paper": "session_record"})
    assert PaperKind.SESSION_RECORD not in [one.kind for one in signing_set.to_sign(desk, found)], "what came back is not signed again"


def test_nothing_to_sign_is_said(desk: Desk) -> None:
    found = walked(desk, "sign")
    for one in signing_set.to_sign(desk, found):
        if not one.issued:
            actions.act(desk, found.id, "issue", {"paper": one.kind.value, **({"session": one.subject.n} if one.subject.n else {})})
        values = {"paper": one.kind.value, **({"session": one.subject.n} if one.subject.n else {})}
        actions.act(desk, found.id, "signed", values)
    with pytest.raises(Refusal):
        signing_set.bound(desk, cases.get(desk, found.id))


def test_the_file_has_scans_in_their_places_and_a_sheet_for_what_is_only_on_paper(desk: Desk) -> None:
    found = walked(desk, "sign")
    actions.act(desk, found.id, "issue", {"paper": "session_record"})
    attachments.attach(desk, found.id, File("record.png", picture()), {"paper": "session_record", "page": 1})
    actions.act(desk, found.id, "evidence", {"evidence": [{"name": "借条", "party": "1"}]})
    kept = io.BytesIO()
    one = pypdfium2.PdfDocument.new()
    one.new_page(300, 400)
    one.save(kept)
    attachments.attach(desk, found.id, File("iou.pdf", kept.getvalue()), {"evidence": 1})
    actions.act(desk, found.id, "on_paper", {"place": "identity", "name": "身份证复印件", "pages": 2})
    made = file_pdf.make(desk, found.id)
    data = made.data
    assert made.foreign == ["借条"] and "借条" in made.lacks[0], "an empty page is no scan"
    titles = [title for title, _page in outline(data)]
    assert titles[:2] == ["调解卷宗", "卷内目录"] and titles[-1] == "封底"
    order = ["人民调解申请书", "人民调解权利义务告知书", "身份证复印件", "证据材料清单", "借条", "人民调解记录（1）", "人民调解协议书"]
    assert [title for title in titles if title in order] == order
    pages = pdf_binding.texts(data)
    at = dict(outline(data))
    assert "人民调解记录" not in pages[at["人民调解记录（1）"]], "the scan stands there, not the text"
    assert "签署原件存纸质卷" in pages[at["人民调解协议书"]] and "副本" in pages[at["人民调解协议书"] + 1]
    index = "".join(pages[at["卷内目录"]].split())
    shift = at["人民调解申请书"]  # cover and index bear no number
    for title in order:
        assert f"卷内第{at[title] - shift + 1}页" in "".join(pages[at[title]].split()), title
    assert "借条" in index and "签署件扫描" in index and "原件存纸质卷" in index
    last = "".join(pages[-1].split())
    assert not re.search("卷内第", last), "the back cover bears no number"
    assert f"本卷共{len(pages) - shift - 1}页" in last, "it counts what is numbered"


def test_a_file_that_does_not_open_has_a_sheet_and_a_sentence_and_the_rest_is_bound(desk: Desk) -> None:
    found = walked(desk, "sign")
    actions.act(desk, found.id, "issue", {"paper": "session_record"})
    actions.act(desk, found.id, "evidence", {"evidence": [{"name": "银行流水", "party": "1"}]})
    attachments.attach(desk, found.id, File("flow.pdf", locked()), {"evidence": 1})
    attachments.attach(desk, found.id, File("record.tif", torn()), {"paper": "session_record", "page": 1})
    made = file_pdf.make(desk, found.id)
    pages, at = pdf_binding.texts(made.data), dict(outline(made.data))
    assert made.shut == ["银行流水", "人民调解记录（1）"] and made.foreign == []
    for name in made.shut:
        assert "材料未能并入电子卷宗" in pages[at[name]] and name in pages[at[name]]
        assert any(f"“{name}”" in sentence for sentence in made.lacks)
    assert "人民调解申请书" in at and "卷内第" in "".join(pages[at["银行流水"]].split())


def test_large_print_and_plain_words_come_by_the_partys_need(desk: Desk) -> None:
    found = walked(desk)
    kinds = [one.kind for one in printing.printable(found)]
    assert PaperKind.PLAIN_PAGE in kinds
    plain = "".join(text for _place, text in texts(printing.paper(desk, found, PaperKind.PLAIN_PAGE)))
    assert "张某某给诸葛明40,000.00元（借款本金及利息）。" in plain and "最晚：2026年4月20日。" in plain and "现金" in plain
    assert printing.wanted_large(desk, found, PaperKind.AGREEMENT) and not printing.wanted_large(desk, found, PaperKind.CASE_SLIP)
    agreement = printing.paper(desk, found, PaperKind.AGREEMENT)
    said = "".join(text for _place, text in texts(agreement))
    assert "以上内容已向张某某逐条宣读" in said and "见证人" in said
    large = printing.large(agreement)
    assert large.blocks == agreement.blocks and large.layout != agreement.layout
    other = intake.open_case(desk, road.case(road.WANG, road.ZHANG))
    assert not printing.wanted_large(desk, other, PaperKind.RIGHTS_NOTICE)


def test_the_register_of_a_period_has_every_case_and_every_void_number(desk: Desk) -> None:
    first = walked(desk, "sign")
    second = intake.open_case(desk, road.case(road.WANG, road.ZHANG))
    third = road.walk(desk, "accept")
    actions.act(desk, third.id, "undo", {"reason": "误登"})
    made = register_book.paper(desk, "2026-01-01", "2026-03-31")
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    cells = [" ".join(row) for row in table.rows]
    assert len(cells) == 4
    assert any(str(first.number) in row and "40,000.00" in row and "达成书面协议" in row for row in cells)
    assert any(second.entry_number in row and "调解中" in row for row in cells)
    assert any("作废" in row and "误登" in row for row in cells)
    assert "40,000.00" in table.total and made.layout == "landscape"
    assert not [b for b in register_book.paper(desk, "2025-01-01", "2025-12-31").blocks if isinstance(b, Table)][0].rows
    with pytest.raises(Refusal):
        register_book.paper(desk, "2026-03-31", "2026-01-01")


def test_the_register_reads_many_cases_with_as_few_questions_as_one(desk: Desk) -> None:
    asked: list[str] = []
    found = walked(desk, "sign")
    found = actions.act(desk, found.id, "perform", {"amount": "1000"})
    event.listen(desk.database.reader, "before_cursor_execute", lambda _c, _cursor, statement, *_rest: asked.append(statement))
    register_book.of_cases(desk, [found.id])
    few = len(asked)
    ids = [found.id, *(road.walk(desk, "accept").id for _n in range(3))]
    asked.clear()
    made = register_book.of_cases(desk, ids[::-1])
    assert len(asked) <= few
    (table,) = [block for block in made.blocks if isinstance(block, Table)]
    assert len(table.rows) == 4 and "部分履行" in " ".join(table.rows[3]), "in the order in which they were asked for"
    with desk.reading() as session:
        (line,) = queries.in_lines(session, [found.id])
        setting = printing.setting_of(desk, session, cases.get(desk, found.id), PaperState.ISSUED)
        assert case_row.row(line, setting) == case_row.row(cases.get(desk, found.id), setting)


def test_a_closed_case_prints_what_is_around_its_file(desk: Desk, clock: Clock) -> None:
    found = walked(desk, "sign")
    actions.act(desk, found.id, "perform", {"amount": "40000"})
    found = actions.act(desk, found.id, "close", {})
    kinds = [one.kind for one in printing.printable(found)]
    assert kinds[:2] == [PaperKind.FILE_COVER, PaperKind.FILE_INDEX] and PaperKind.FILE_REMARKS in kinds
    with desk.reading() as session:
        last = printing.contents(desk, session, found)[-1]
    assert last.name == "卷宗情况说明"
    said = "".join(text for _place, text in texts(printing.paper(desk, found, PaperKind.BACK_COVER)))
    assert f"本卷共{last.last}页" in said
    found = actions.act(desk, found.id, "archive", {"retention": "long", "retention_years": 10, "pages": 41})
    said = "".join(text for _place, text in texts(printing.paper(desk, found, PaperKind.FILE_COVER)))
    assert "长期（10年）" in said
    assert "本卷共41页" in "".join(text for _place, text in texts(printing.paper(desk, found, PaperKind.BACK_COVER)))
    assert file_pdf.whole(desk, found.id)[:5] == b"%PDF-"
