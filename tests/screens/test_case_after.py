"""The page of a case after the agreement, by keyboard: parts of a schedule, a group, things, confirmation, evidence and files."""

import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from db.vocabulary import Stage
from desktop.services import cases, files, performance, printing
from desktop.widgets.lines_table import LinesTable
from tests.screens import lives
from tests.screens.test_case import words
from tests.window_driver import Driver


@pytest.fixture
def living(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    """Opens a window on the life of an example, as far as it is wanted."""
    drivers: list[Driver] = []

    def open_at(example: str, before: str = "", nth: int = 1, **more: Any) -> tuple[Driver, Any, Any]:
        desk, clock = lives.opened(tmp_path / "office")
        case = lives.play(desk, clock, example, before, nth)
        driver = Driver(desk, **more)
        drivers.append(driver)
        driver.window.open_page("case", case_id=case.id)
        driver.settle()
        return driver, desk, case

    yield open_at
    for driver in drivers:
        driver.close()


def table(driver: Driver, name: str) -> LinesTable:
    found = driver.page.findChild(LinesTable, name)
    assert found is not None, name
    return found


def soon(driver: Driver) -> None:
    """What is reckoned after a pause has been reckoned."""
    time.sleep(0.25)
    driver.settle()


def test_of_47_workers_12_are_marked_and_paid(living: Any) -> None:
    driver, desk, case = living("wages")
    assert "已履行 35/47，逾期 12" in words(driver.page)
    parts = table(driver, "table.parts.0")
    assert parts.item(0, parts.columnCount() - 1).text().startswith("逾期"), "what is open comes first"
    parts.setFocus()
    driver.press("Ctrl+A")
    assert len(parts.marks()) == 12, "who was paid cannot be marked"
    driver.press("Return")
    soon(driver)
    assert "已勾选 12 人，合计 197,376.00 元" in driver.page._sheet._effect.text()
    driver.page._sheet._forms[0].focus("receipt")
    driver.type("银行代发回单0152号")
    driver.press("F8")
    case = cases.get(desk, case.id)
    assert case.stage is Stage.PERFORMED
    assert performance.balance(desk, case)[0].counts.performed == 47
    driver.settle()
    assert driver.focus is table(driver, "table.parts.0"), "the focus stays where the work is"


def test_one_worker_is_paid_a_part(living: Any) -> None:
    driver, desk, case = living("wages")
    driver.press("F9")
    driver.press("Space")
    form = driver.page._sheet._forms[0]
    assert form.values()["amount"] == "19,150.00"
    form.focus("amount")
    driver.type("9000")
    driver.press("F8")
    found = performance.balance(desk, cases.get(desk, case.id))[0]
    assert (found.counts.performed, int(found.remaining)) == (35, 19_737_600 - 900_000)


def test_nothing_marked_is_said_and_more_than_is_open_stands_at_the_amount(living: Any) -> None:
    driver, desk, case = living("wages")
    driver.press("F9", "F8")
    assert "勾选" in driver.page._sheet.banner.sentence()
    driver.press("Space")
    driver.page._sheet._forms[0].focus("amount")
    driver.type("99999")
    driver.press("F8")
    assert driver.page._sheet._forms[0]._rows["amount"].note.text()
    assert performance.balance(desk, cases.get(desk, case.id))[0].counts.performed == 35


def test_fourteen_sheep_come_in_parts(living: Any) -> None:
    driver, desk, case = living("sheep", "perform")
    open_at_first = performance.balance(desk, case)
    kinds = [one.obligation.kind.value for one in open_at_first]
    assert "in_kind" in kinds
    driver.press("F9")
    pick = driver.page._sheet._pick
    sheep = next(row.id for row in pick.pick.rows if "quantity" in row.fills)
    pick.lines.go_to(sheep)
    driver.settle()
    form = driver.page._sheet._forms[0]
    assert form.values()["quantity"] == "14" and not form._rows["amount"].isVisibleTo(driver.page)
    form.focus("quantity")
    driver.press("Ctrl+A")
    driver.type("8")
    driver.press("F8")
    one = next(one for one in performance.balance(desk, cases.get(desk, case.id)) if one.obligation.kind.value == "in_kind")
    assert (str(one.performed), str(one.remaining)) == ("8", "6")
    assert "6只" in words(driver.page)


def test_the_next_part_needs_two_keys(living: Any) -> None:
    driver, desk, case = living("sisters")
    before = sum(len(one.obligation.performances) for one in performance.balance(desk, case))
    driver.press("F9", "F8")
    after = performance.balance(desk, cases.get(desk, case.id))
    assert sum(len(one.obligation.performances) for one in after) == before + 1


def test_confirmation_says_where_and_until_when_and_is_applied_for(living: Any) -> None:
    driver, desk, case = living("wages")
    said = words(driver.page)
    assert "新城区人民法院" in said and "最迟申请日" in said and "2026-11-20" in said
    driver.page._presenter.open_move("confirm_apply")
    driver.settle()
    form = driver.page._sheet._forms[0]
    assert form.values()["court"] == "内0102"
    form.focus("undertaking")
    driver.type("1")
    driver.press("F8")
    case = cases.get(desk, case.id)
    assert case.confirmations[0].applied_on == desk.today()
    assert "待审查" in words(driver.page)


def test_evidence_comes_in_late_and_originals_go_back(living: Any) -> None:
    driver, desk, case = living("wages", "session")
    driver.page._presenter.open_move("evidence")
    driver.settle()
    driver.fill("劳务合同", "", "", "", "", "", "", "+5", "")
    driver.press("F8")
    case = cases.get(desk, case.id)
    late = next(one for one in case.evidence if one.name == "劳务合同")
    assert late.received_on == desk.today() or late.missing_until is not None
    driver.page._presenter.open_move("evidence_back")
    driver.settle()
    driver.press("F8")
    assert all(one.returned_on == desk.today() for one in cases.get(desk, case.id).evidence if one.original)


def test_a_signed_page_that_is_dropped_finds_its_place_and_a_photo_waits_for_a_hand(living: Any, tmp_path: Path) -> None:
    driver, desk, case = living("sheep", "sign")
    with desk.reading() as session:
        pdf = files.pdf(printing.frozen(session, next(one.id for one in case.documents if one.kind == "agreement")))
    (tmp_path / "scan.pdf").write_bytes(pdf)
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(picture, "PNG")
    (tmp_path / "photo.png").write_bytes(picture.getvalue())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("scan.pdf", "photo.png")])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    driver.page.dropEvent(drop)
    driver.settle()
    assert driver.page._panel.waits and "photo.png" in words(driver.page._panel)
    driver.type("人民调解协议")
    assert "协议" in driver.focus.currentText()
    driver.press("F8")
    case = cases.get(desk, case.id)
    kept = {one.name: one for one in case.attachments}
    assert sorted(one.page or 0 for one in case.attachments if one.name == "scan.pdf") == [1, 2, 3]
    assert kept["scan.pdf"].document_id is not None
    assert kept["photo.png"].document_id == kept["scan.pdf"].document_id
    assert driver.page._panel is None
    table(driver, "table.files").setFocus()
    driver.press("Return")
    assert driver.page._reading and driver.page._paper.preview.pages.count() >= 1
    driver.press("Esc")


def test_a_party_is_corrected_where_it_stands(living: Any) -> None:
    driver, desk, case = living("sheep", "session")
    party = case.parties[1]
    driver.page.findChild(QPushButton, "correct.2").click()
    driver.settle()
    form = driver.page._sheet._forms[0]
    assert form.values()["name"] == party.name
    form.focus("reason")
    driver.type("电话写错")
    form.focus("phone")
    driver.press("Ctrl+A")
    driver.type("13900000000")
    driver.press("F8")
    assert driver.page._sheet is None, driver.page._sheet and driver.page._sheet.banner.sentence()
    assert cases.get(desk, case.id).parties[1].phone == "13900000000"
    assert "电话写错" in words(driver.page)


def test_every_step_is_found_by_its_letters(living: Any) -> None:
    driver, _desk, _case = living("sheep", "session")
    driver.press("F7")
    driver.type("zztj")
    assert "中止调解" in driver.page._panel.lines.item(0, 0).text()
    driver.press("Return")
    assert driver.page._sheet.sheet.move == "suspend"
    driver.press("Esc", "F7")
    driver.type("gd")
    driver.press("Return")
    assert driver.page._sheet is None and driver.page.banner.sentence(), "what is not possible says why"


def test_a_list_of_workers_is_pasted_with_its_faults_in_a_column(living: Any) -> None:
    driver, desk, case = living("wages", "group_represent")
    driver.page._presenter.open_move("group_members")
    driver.settle()
    QApplication.clipboard().setText("姓名\t身份证号\t金额\n巴某某\t150105198001010013\t100\n娜某某\t150122195503070027\t五十块")
    driver.press("Ctrl+V")
    soon(driver)
    lines = driver.page._sheet._lines
    assert "有 1 处错误" in driver.page._sheet._effect.text()
    assert "五十块" in lines.item(0, lines.columnCount() - 1).text(), "the row with the fault comes first"
    driver.press("F8")
    assert len(cases.get(desk, case.id).parties[0].members) == 47
    mended = "姓名\t身份证号\t金额\n巴某某\t150105198001010013\t100\n娜某某\t150122195503070027\t50.5"
    driver.page._sheet._forms[0].set_values({"list": mended})
    driver.press("F8")
    assert [one.name for one in cases.get(desk, case.id).parties[0].members] == ["巴某某", "娜某某"]
    QApplication.clipboard().clear()


def test_guests_see_no_warning_no_number_and_no_button(living: Any) -> None:
    driver, _desk, case = living("wages")
    driver.press("F10")
    said = words(driver.page)
    for hidden in ("逾期 10 日", "到期事项", "办理记录", "证据和材料", case.parties[0].members[0].phone, "待补交"):
        assert hidden not in said.replace(words(driver.page._head), ""), hidden
    seen = [label for label in driver.page.findChildren(QLabel) if label.isVisibleTo(driver.page)]
    assert any("调解协议" in label.text() for label in seen)
    assert driver.page.findChild(LinesTable, "table.members.0") is None or not table(driver, "table.members.0").isVisibleTo(driver.page)
    driver.press("F10")


def test_sections_are_gone_through_by_key_in_a_small_window(living: Any) -> None:
    driver, _desk, _case = living("wages", width=911, height=512)
    seen = []
    for _n in range(5):
        driver.press("Ctrl+Down")
        focus = driver.focus
        assert focus is not None and not focus.visibleRegion().isEmpty(), "what has the focus is in view"
        seen.append(focus.objectName() or focus.accessibleName())
    assert len(set(seen)) == 5
    driver.press("F9")
    assert not driver.page._head._place.isVisible(), "the road makes room for the sheet"
