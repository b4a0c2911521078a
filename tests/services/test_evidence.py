"""Evidence with what is missing until when; files kept under their hash on every engine; signed pages filed by the mark on them."""

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import text

from db import attachments as store
from db.vocabulary import PaperKind
from desktop.documents import blocks, qr_code
from desktop.domain import evidence as rules
from desktop.domain.refusal import Refusal
from desktop.services import actions, attachments, cases, evidence, files, printing
from desktop.services.attachments import File
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

WAGES = {"name": "工资结算单", "kind": "wage_list", "pages": 3, "original": True, "party": "1", "proves": "数额"}
LATE = {"name": "劳务合同", "kind": "contract", "missing_until": "2026-03-12"}
PICTURE = io.BytesIO()
Image.new("RGB", (60, 40), "white").save(PICTURE, "PNG")
PHOTO = File("../某某的照片.png", PICTURE.getvalue())


def field_of(no: pytest.ExceptionInfo[Refusal]) -> str:
    return no.value.faults[0].field


def issued(desk: Desk) -> Any:
    """A case with an issued agreement, and the agreement as PDF."""
    case = road.walk(desk, "issue")
    with desk.reading() as session:
        return case, files.pdf(printing.frozen(session, case.documents[-1].id))


def photo_of(pdf: bytes, page: int) -> File:
    """A page as a telephone sees it: turned a little, on a grey desk, as JPEG."""
    sheet = pypdfium2.PdfDocument(pdf)[page - 1].render(scale=2).to_pil().rotate(3, expand=True, fillcolor=(120, 120, 120))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=80)
    return File(f"IMG_{page}.jpg", out.getvalue())


# --- evidence -------------------------------------------------------------------------------------------------------------------------


def test_evidence_is_listed_and_what_is_missing_falls_due(desk: Desk, clock: Clock) -> None:
    case = actions.act(desk, road.walk(desk).id, "evidence", {"evidence": [WAGES, LATE]})
    first, second = case.evidence
    assert (first.ordinal, first.kind, first.received_on, first.original) == (1, "wage_list", clock.day, True)
    assert second.received_on is None
    assert rules.has(case, "wage_list") and not rules.has(case, "contract") and not rules.has(case, "iou")
    assert [(one.name, one.until.isoformat()) for one in evidence.missing(desk)] == [("劳务合同", "2026-03-12")]
    assert evidence.missing(desk, 1) == []

    case = actions.act(desk, case.id, "evidence_in", {"numbers": ["2"]})
    assert evidence.missing(desk, None) == [] and rules.has(case, "contract")
    case = actions.act(desk, case.id, "evidence_back", {})
    assert case.evidence[0].returned_on == clock.day and rules.held(case) == []
    brought = next((one.name for one in case.parties if one.id == case.evidence[0].party_id), "")
    assert case.evidence[0].returned_to == brought


def test_who_took_an_original_back_stands_in_the_list(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk).id, "evidence", {"evidence": [{**WAGES, "party": "2"}]})
    case = actions.act(desk, case.id, "evidence_back", {"receiver": "张某某之妻高某"})
    assert case.evidence[0].returned_to == "张某某之妻高某"
    printed = printing.paper(desk, case, PaperKind.EVIDENCE_LIST)
    table = next(one for one in printed.blocks if isinstance(one, blocks.Table))
    assert str(table.rows[0][-1]).endswith("张某某之妻高某")


def test_a_row_is_corrected_with_the_version_it_was_read_with(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk).id, "evidence", {"evidence": [WAGES]})
    read = case.evidence[0].version
    case = actions.act(desk, case.id, "evidence_change", {"number": 1, "pages": 4, "party": "2"}, read)
    assert (case.evidence[0].pages, case.evidence[0].party_id, case.evidence[0].name) == (4, case.parties[1].id, "工资结算单")
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, "evidence_change", {"number": 1, "pages": 9}, read)
    assert no.value.code == "stale"


@pytest.mark.parametrize(
    ("action", "values", "field"),
    [
        ("evidence", {"evidence": [{**WAGES, "received_on": "2026-03-10"}]}, "evidence.0.received_on"),
        ("evidence", {"evidence": [{**LATE, "missing_until": "2026-03-08"}]}, "evidence.0.missing_until"),
        ("evidence", {"evidence": [{**WAGES, "party": "9"}]}, "evidence.0.party"),
        ("evidence", {"evidence": [{**WAGES, "kind": "moonshine"}]}, "evidence.0.kind"),
        ("evidence", {"evidence": []}, "evidence"),
        ("evidence_in", {"numbers": ["1"]}, "numbers"),
        ("evidence_in", {"numbers": ["7"]}, "numbers"),
        ("evidence_back", {"numbers": ["2"]}, "returned_on"),
        ("evidence_back", {"numbers": ["1"], "day": "2026-03-01"}, "returned_on"),
    ],
)
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_what_cannot_be_is_refused_at_the_field(desk: Desk, action: str, values: dict[str, Any], field: str) -> None:
    case = actions.act(desk, road.walk(desk).id, "evidence", {"evidence": [WAGES, LATE]})
    with pytest.raises(Refusal) as no:
        actions.act(desk, case.id, action, values)
    assert field_of(no) == field
    assert len(cases.get(desk, case.id).evidence) == 2


# --- files ----------------------------------------------------------------------------------------------------------------------------


def test_a_file_comes_back_as_it_was_and_lies_under_its_hash_alone(desk: Desk) -> None:
    case = actions.act(desk, road.walk(desk).id, "evidence", {"evidence": [WAGES]})
    row = attachments.attach(desk, case.id, PHOTO, {"evidence": 1})
    assert (row.name, row.media_type, row.size) == ("某某的照片.png", "image/png", len(PHOTO.data))
    assert attachments.read(desk, row.id) == File("某某的照片.png", PHOTO.data)
    again = attachments.attach(desk, case.id, PHOTO)
    assert again.sha256 == row.sha256 and store.names(desk.database) == {row.sha256}
    attachments.detach(desk, again.id)
    assert [one.id for one in attachments.of_case(desk, case.id)] == [row.id]
    place = store.path(desk.database)
    if place is not None:
        raw = place.read_bytes()
        assert (PHOTO.data in raw) != desk.encrypted
        assert "某某的照片".encode() not in raw


def test_a_file_that_was_tampered_with_is_not_given_out(desk: Desk) -> None:
    row = attachments.attach(desk, road.walk(desk).id, PHOTO)
    place = store.path(desk.database)
    change = f"UPDATE {store.TABLE} SET data = {{}} WHERE size > 0"
    if place is not None:
        with desk.database.other_file(place) as connection:
            connection.execute(change.format("x'00'"))
    else:
        with desk.database.writer.begin() as server:
            server.execute(text(change.format("'\\x00'::bytea")))
    with pytest.raises(Refusal) as no:
        attachments.read(desk, row.id)
    assert no.value.code == "damaged"


def test_a_refused_file_leaves_no_row_and_an_orphan_does_no_harm(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    case = road.walk(desk)
    for file, values in ((File("leer", b""), {}), (PHOTO, {"evidence": 5}), (PHOTO, {"page": 2}), (PHOTO, {"paper": "agreement"})):
        with pytest.raises(Refusal):
            attachments.attach(desk, case.id, file, values)
    with pytest.raises(Refusal):
        attachments.attach(desk, "没有这个案号", PHOTO)
    assert attachments.of_case(desk, case.id) == []
    monkeypatch.setattr(attachments, "MOST_BYTES", 10)
    with pytest.raises(Refusal, match="IMG"):
        attachments.attach(desk, case.id, File("IMG.png", PHOTO.data))


def test_the_store_is_copied_with_its_key(desk: Desk, tmp_path: Path) -> None:
    assert store.copy(desk.database, tmp_path / "none.db") is None
    attachments.attach(desk, road.walk(desk).id, PHOTO)
    made = store.copy(desk.database, tmp_path / "copy.db")
    if desk.database.path is not None:
        assert made is not None
        with desk.database.other_file(made) as connection:
            assert connection.execute(f"SELECT count(*) FROM {store.TABLE}").fetchone() == (1,)


# --- by the mark on the page ----------------------------------------------------------------------------------------------------------


def test_a_photo_and_a_scan_are_filed_under_case_paper_and_page(desk: Desk) -> None:
    case, pdf = issued(desk)
    paper, pages = case.documents[-1], len(pypdfium2.PdfDocument(pdf))
    assert pages >= 2
    lacking = attachments.lacking(desk, cases.get(desk, case.id))[-1]
    assert lacking.missing_pages == tuple(range(1, pages + 1)) and len(lacking.unsigned) == 5

    filed = attachments.file_scans(desk, [photo_of(pdf, 2), File("notes.txt", b"nothing"), PHOTO])
    assert (filed[0].case_id, filed[0].document_id, filed[0].page, filed[0].why_not) == (case.id, paper.id, 2, "")
    assert all(one.why_not and one.attachment_id is None for one in filed[1:])
    lacking = attachments.lacking(desk, cases.get(desk, case.id))[-1]
    assert 2 not in lacking.missing_pages and 1 in lacking.missing_pages

    scanned = attachments.file_scans(desk, [File("scan.pdf", pdf)])
    assert [one.page for one in scanned] == list(range(1, pages + 1))
    again = attachments.file_scans(desk, [File("scan.pdf", pdf)])
    assert all(one.why_not and one.attachment_id for one in again)
    case = actions.act(desk, case.id, "sign", {})
    assert attachments.lacking(desk, case) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_papers_of_one_number_are_told_apart_by_their_mark(desk: Desk) -> None:
    case, pdf = issued(desk)
    case = actions.act(desk, case.id, "session", {**road.values("session"), "text": "第二次调解。"})
    for n in (1, 2):
        case = actions.act(desk, case.id, "issue", {"paper": "session_record", "session": n})
    assert len({(one.number, one.version_number) for one in case.documents}) == 1
    with desk.reading() as session:
        pages = {one.id: files.pdf(printing.frozen(session, one.id)) for one in case.documents}
    for one in reversed(case.documents):
        filed = attachments.file_scans(desk, [photo_of(pages[one.id], 1)])[0]
        assert (filed.document_id, filed.page, filed.title, filed.why_not) == (one.id, 1, one.title, "")


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_older_mark_is_still_read_and_asks_which_paper_it_is_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said = qr_code.content
    monkeypatch.setattr(qr_code, "content", lambda number, version, page, *_more: said(number, version, page))
    case, pdf = issued(desk)
    assert attachments.file_scans(desk, [photo_of(pdf, 2)])[0].document_id == case.documents[0].id
    case = actions.act(desk, case.id, "issue", {"paper": "session_record"})
    filed = attachments.file_scans(desk, [photo_of(pdf, 1)])[0]
    assert filed.case_id == case.id and filed.document_id is None and set(filed.choices) == {one.id for one in case.documents}
    assert filed.attachment_id is not None
    placed = attachments.place(desk, filed.attachment_id, case.documents[0].id)
    assert (placed.document_id, placed.page) == (case.documents[0].id, 1)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_without_a_decoder_and_with_hostile_files_there_is_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    bomb = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00" + b"\x00" * 40
    hostile = [
        File("a.pdf", b"%PDF-1.7 broken"),
        File("b.png", b"\x89PNG\r\n\x1a\nbroken"),
        File("c.png", bomb),
        File("d.jpg", b"\xff\xd8\xff"),
    ]
    assert all(one.why_not and one.case_id is None for one in attachments.file_scans(desk, hostile))
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    assert attachments.file_scans(desk, [PHOTO])[0].why_not
    assert attachments.attach(desk, road.walk(desk).id, PHOTO).id
