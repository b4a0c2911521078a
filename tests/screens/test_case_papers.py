"""The papers of a case by the window: the list of all kinds, an empty form, a sheet filled in and corrected, what came back signed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.vocabulary import DocumentState, PaperKind
from desktop.documents import parties
from desktop.domain import words
from desktop.services import actions, cases, packet
from tests.screens import test_case
from tests.screens.test_case import made
from tests.window_driver import Driver


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    drivers: list[Driver] = []

    def open_at(until: str = "") -> tuple[Driver, Any, Any]:
        desk, case = made(tmp_path / "office", until)
        driver = Driver(desk)
        drivers.append(driver)
        driver.window.open_page("case", case_id=case.id)
        driver.settle()
        return driver, desk, case

    yield open_at
    for driver in drivers:
        driver.close()


def choose(driver: Driver, button: str, letters: str) -> None:
    """Presses a button under the papers and takes a line of its list by its letters."""
    driver.page._do(button, {}, ())
    driver.settle()
    driver.type(letters)
    driver.press("Return")
    driver.settle()


def test_an_empty_form_and_large_print_are_looked_at(opened: Any) -> None:
    driver, _desk, _case = opened("session")
    choose(driver, "blanks", words.shown(PaperKind.SESSION_RECORD))
    assert driver.page._reading and driver.page._paper.preview.pages.count() == 2
    driver.press("Escape")
    choose(driver, "papers", "大字")
    assert driver.page._reading and not driver.page.banner.isVisible()


def test_the_list_names_every_kind_and_says_why_not(opened: Any) -> None:
    driver, _desk, _case = opened()
    driver.page._do("papers", {}, ())
    driver.settle()
    lines = driver.page._panel.lines
    cells = {lines.item(row, 0).text(): lines.item(row, 1).text() for row in range(lines.rowCount())}
    assert "卷宗封面" in cells and cells["回避决定书"] == "没有已决定的回避申请。"
    assert "填写：调查记录" in cells or any("调查记录" in name for name in cells)


def test_a_sheet_is_filled_in_by_keyboard_and_corrected(opened: Any) -> None:
    driver, desk, case = opened("session")
    choose(driver, "papers", "谅解书")
    sheet = driver.page._sheet
    assert sheet.sheet.move == "understanding_letter"
    values = {"giver": "1", "receiver": "3", "text": "我表示谅解。"}
    driver.page._presenter.save(values)
    driver.settle()
    kept = cases.get(desk, case.id).paper_sheets
    assert [one.kind for one in kept] == [PaperKind.UNDERSTANDING_LETTER]
    driver.page._do("understanding_letter:1", {}, ())
    driver.settle()
    shown = driver.page._sheet.values()
    assert shown["text"] == "我表示谅解。" and shown["giver"] == "1"
    driver.page._presenter.save({**shown, "text": "不再追究。"})
    driver.settle()
    (one,) = cases.get(desk, case.id).paper_sheets
    assert one.values["text"] == "不再追究。"


def test_a_paper_comes_back_signed_with_a_correction(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    actions.act(desk, case.id, "issue", {"paper": "session_record", "session": 1})
    driver.page._presenter.refresh()
    driver.settle()
    driver.page._do("signed", {"paper": "session_record", "session": 1}, ())
    driver.settle()
    values = driver.page._sheet.values()
    assert "paper" not in values and values["signed_on"]
    row = {"place": "第1页第5行", "old": "10点", "new": "11点", "fingerprints": "张某某"}
    driver.page._presenter.save({**values, "corrections": [row]})
    driver.settle()
    record = cases.get(desk, case.id).documents[-1]
    actions.act(desk, case.id, "issue", {"paper": "rights_notice"})
    actions.act(desk, case.id, "replace", {"paper": "rights_notice", "reason": "住址有误"})
    driver.page._presenter.refresh()
    driver.settle()
    choose(driver, "papers", "作废")
    assert driver.page._reading and "作废" in driver.page._paper.title.text()
    assert record.state is DocumentState.SIGNED and record.corrections[0].new == "11点"


def test_the_whole_file_and_the_set_to_sign_are_looked_at(opened: Any) -> None:
    driver, _desk, _case = opened("sign")
    for key in ("signing_set", "file_pdf"):
        driver.page._do(key, {}, ())
        driver.settle()
        assert driver.page._reading and driver.page._paper.preview.pages.count() > 3, key
        driver.press("Escape")


def test_the_packet_for_the_court_is_one_key_and_names_what_is_missing(opened: Any) -> None:
    driver, desk, case = opened("sign")
    driver.press("F2")
    assert driver.page._reading and driver.page._paper.preview.pages.count() > 3
    told = driver.page._paper._missing
    assert told.isVisible() and packet.lacks(desk, case.id)[0] in told.toPlainText()


def test_a_sheet_of_a_court_paper_opens_with_what_was_kept_of_its_party(opened: Any) -> None:
    driver, desk, case = opened("session")
    actions.act(desk, case.id, "service_address", {"party": "1", "address": "新城区某街18号", "phone": "0471-5550118"})
    driver.page._presenter.refresh()
    driver.settle()
    driver.page._do("service_address:1", {}, ())
    driver.settle()
    shown = driver.page._sheet.values()
    assert shown["address"] == "新城区某街18号" and "party" not in shown
    driver.page._presenter.save({**shown, "postcode": "010010"})
    driver.settle()
    driver.page._do("service_address:3", {}, ())
    driver.settle()
    third = next(one for one in case.parties if one.ordinal == 3)
    assert driver.page._sheet.values()["address"] == parties.address(third) != "", "the address of the register is offered, not typed again"
    driver.page._presenter.save({**driver.page._sheet.values(), "address": "托克托县双河镇"})
    driver.settle()
    kept = [one.values for one in cases.get(desk, case.id).paper_sheets if one.kind is PaperKind.SERVICE_ADDRESS]
    assert [(one["address"], one.get("postcode") or "") for one in kept] == [("新城区某街18号", "010010"), ("托克托县双河镇", "")]
    assert kept[0]["phone"]


def test_the_questions_of_an_element_form_are_fields_and_come_back(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_case, "DAY", date(2026, 3, 9))  # the forms of the court are of 2025
    driver, desk, case = opened("session")
    driver.page._do("form_answers:1", {}, ())
    driver.settle()
    sheet = driver.page._sheet
    assert sheet.sheet.move == "form_answers"
    asked = {field.key: field for field in sheet.sheet.fields}
    place = next(key for key, field in asked.items() if field.kind in ("text", "long_text"))
    driver.page._presenter.save({**sheet.values(), place: "另行说明"})
    driver.settle()
    driver.page._do("form_answers:1", {}, ())
    driver.settle()
    assert driver.page._sheet.values()[place] == "另行说明"
    driver.page._presenter.save({**driver.page._sheet.values(), place: ""})
    driver.settle()
    (kept,) = [one for one in cases.get(desk, case.id).paper_sheets if one.kind is PaperKind.CLAIM]
    assert place.replace("/", ".") not in kept.values["answers"]
