"""A case typed again on a platform by keyboard, and the platform's list laid beside the cases: copied, ticked, mended, taken over."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from desktop.services import actions, attachments, cases, platforms
from desktop.services.attachments import File
from tests.services import road
from tests.window_driver import Driver, office

LIST = "申请编号,申请人,被申请人,案由,标的金额,收案日期\n"


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[tuple[Driver, Any, Any]]:
    desk = office(tmp_path / "office")
    sheet = road.case(road.WANG, road.ZHANG, cause="民间借贷纠纷", category="private_loan", claim="40000", received_on="2026-11-02")
    case = road.walk(desk, "accept", sheet)
    driver = Driver(desk)
    yield driver, desk, case
    driver.close()


def to_copy_sheet(driver: Driver, case: Any) -> Any:
    driver.window.open_page("case", case_id=case.id)
    driver.settle()
    driver.press("F7")
    driver.type("平台")
    driver.press("Return")
    assert driver.window.page_name == "copy_sheet"
    return driver.page


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def states(page: Any) -> dict[str, str]:
    return {line.id: line.cells[3] for line in page._sheet.lines}


def test_enter_copies_a_field_ticks_it_and_goes_on(opened: Any) -> None:
    driver, desk, case = opened
    page = to_copy_sheet(driver, case)
    order = [line.place for line in platforms.sheet(desk, case.id).lines]
    texts = {line.place: line.text for line in platforms.sheet(desk, case.id).lines}
    wanted = [place for place in order if texts[place]]
    for place in wanted[:6]:
        assert page.lines.current() == place
        assert page.whole.toPlainText() == texts[place]
        driver.press("Return")
        assert clipboard() == texts[place]
    assert platforms.sheet(desk, case.id).ticked == set(wanted[:6])
    assert all(states(page)[place] == "已录入" for place in wanted[:6])
    driver.press("Up", "Space")  # the tick is taken away again, or set without copying
    driver.press("Ctrl+A")
    assert platforms.sheet(desk, case.id).ticked == set(order)
    driver.press("Ctrl+A")
    assert platforms.sheet(desk, case.id).ticked == set()


def test_what_was_changed_since_is_shown_with_what_was_entered(opened: Any) -> None:
    driver, desk, case = opened
    page = to_copy_sheet(driver, case)
    driver.press("Ctrl+A")
    changed = {"changes": {"claim": "35000"}, "read": {"claim": "40000"}, "reason": "部分撤回"}
    actions.act(desk, case.id, "correct", changed)
    driver.press("F5")
    assert states(page)["claim"] == "录入后已改" and page._note.isVisible()
    row = next(line for line in page._sheet.lines if line.id == "claim")
    assert row.cells[2] == "35000.00" and "40000.00" in row.cells[4]
    page.lines.go_to("claim")
    driver.press("Return")
    assert clipboard() == "35000.00" and states(page)["claim"] == "已录入"
    driver.press("F7")
    assert "人民调解信息系统" in page.subtitle() and set(states(page).values()) <= {"", "必填"}, "each platform has ticks of its own"


def test_a_field_that_is_no_more_can_be_put_away(opened: Any) -> None:
    driver, desk, case = opened
    page = to_copy_sheet(driver, case)
    actions.act(desk, case.id, "add_party", {"role": "third_party", "kind": "person", "name": "孙某"})
    driver.press("F5", "Ctrl+A")
    actions.act(desk, case.id, "remove_party", {"party": "孙某", "reason": "误加"})
    driver.press("F5")
    gone = [line.id for line in page._sheet.lines if line.cells[0] == "案件中已没有"]
    assert "parties.3.name" in gone
    page.lines.go_to("parties.3.name")
    driver.press("Space")
    assert "parties.3.name" not in platforms.sheet(desk, case.id).gone


def test_the_files_go_into_a_folder_by_one_key(opened: Any, tmp_path: Path) -> None:
    driver, desk, case = opened
    page = to_copy_sheet(driver, case)
    (tmp_path / "out").mkdir()
    page.choose_folder = lambda _title: str(tmp_path / "out")
    driver.press("F9")
    assert page.banner.isVisible(), "a case without files says so"
    actions.act(desk, case.id, "evidence", {"evidence": [{"name": "借条", "party": "1", "pages": 1}]})
    out = io.BytesIO()
    Image.new("RGB", (30, 20)).save(out, "PNG")
    attachments.attach(desk, case.id, File("IMG.PNG", out.getvalue()), {"evidence": 1})
    driver.press("F9")
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["01-申请人-借条.png"]


# --- the list -------------------------------------------------------------------------------------------------------------------------


def to_list(driver: Driver, file: Path) -> Any:
    driver.press("Alt+3", "F4")
    assert driver.window.page_name == "reconcile"
    driver.page.choose_file = lambda _title: str(file)
    driver.press("F9")
    return driver.page


def kinds(page: Any) -> list[str]:
    return [line.cells[0] for line in page._found.lines]


def test_a_number_that_is_missing_here_is_taken_over_by_one_key(opened: Any, tmp_path: Path) -> None:
    driver, desk, case = opened
    file = tmp_path / "list.csv"
    file.write_bytes((LIST + "TJ1,诸葛明,张某某,民间借贷纠纷,41000,2026-11-02\nTJ2,甲,乙,买卖合同纠纷,1,2026-11-03\n").encode("gb18030"))
    page = to_list(driver, file)
    assert kinds(page) == ["缺编号", "只在平台"]
    page.lines.go_to("0")
    driver.press("F8")
    assert cases.get(desk, "TJ1").id == case.id
    assert kinds(page) == ["只在平台", "不一致"]
    page.lines.go_to("0")
    driver.press("Return")
    assert page.banner.isVisible() and driver.window.page_name == "reconcile", "there is no such case to open"
    page.lines.go_to("1")
    assert page._found.lines[1].cells[4:] == ("40000.00", "41000")
    driver.press("Return")
    assert driver.window.page_name == "case" and driver.page._presenter._read.whole.case.id == case.id
    actions.act(desk, case.id, "correct", {"changes": {"claim": "41000"}, "read": {"claim": "40000"}, "reason": "与平台核对后更正"})
    driver.press("Esc")
    assert driver.window.page_name == "reconcile" and kinds(driver.page) == ["只在平台"], "it is looked at again"


def test_a_list_that_is_none_says_why_and_one_that_agrees_says_so(opened: Any, tmp_path: Path) -> None:
    driver, _desk, _case = opened
    file = tmp_path / "list.csv"
    file.write_bytes("姓名,电话\n甲,1\n".encode())
    page = to_list(driver, file)
    assert "申请编号" in page.banner.sentence() and page._nothing.isVisible()
    file.write_bytes((LIST + "TJ1,诸葛明,张某某,民间借贷纠纷,40000,2026-11-02\n").encode("utf-16"))
    driver.press("F9")
    assert kinds(page) == ["缺编号"] and not page.banner.isVisible()
    driver.press("F8")
    assert page._agrees.isVisible() and "2026-11-30" in page._note.text()
    driver.press("F7")
    assert page.banner.isVisible() and page._nothing.isVisible(), "the other platform's list has other columns"
