"""The page of a case, driven by keyboard: each sheet opens by F9, is saved by F8, and says no beside its field."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from db.vocabulary import SignerKind, Stage
from desktop import assets
from desktop.services import acceptance, actions, cases, demo, drafts, intake, json_files, people
from tests import window_driver
from tests.window_driver import Driver

DAY = date(2021, 12, 20)
LOAN = json_files.read(assets.path("examples", "loan.json"))


def made(folder: Path, until: str = "", skip: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """An office with its mediators, and the loan with everything done before the move `until`."""
    desk = window_driver.office(folder, today=DAY)
    for mediator in demo.MEDIATORS:
        people.add_mediator(desk, mediator)
    case = intake.open_case(desk, LOAN["case"])
    for move in LOAN["moves"] if until else ():
        if move["do"] == until:
            break
        if move["do"] not in skip:
            actions.act(desk, case.id, move["do"], move.get("values") or {})
    return desk, cases.get(desk, case.id)


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    """Opens a window on the loan, as far as it is wanted."""
    drivers: list[Driver] = []

    def open_at(until: str = "", **more: Any) -> tuple[Driver, Any, Any]:
        desk, case = made(tmp_path / "office", until)
        driver = Driver(desk, **more)
        drivers.append(driver)
        driver.window.open_page("case", case_id=case.id)
        driver.settle()
        return driver, desk, case

    yield open_at
    for driver in drivers:
        driver.close()


def words(page: Any) -> str:
    """All words that can be read on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_the_road_from_acceptance_to_a_session_by_keyboard(opened: Any) -> None:
    driver, desk, case = opened()
    driver.press("F9")
    driver.press("F8")
    assert cases.get(desk, case.id).number == "（2021）新诉调字第1号"
    assert driver.page.title() == "（2021）新诉调字第1号"

    driver.press("F9")
    driver.type("lmm")
    driver.press("Return")  # initials that only one mediator has name him
    driver.press("F8")
    assert cases.get(desk, case.id).stage is Stage.ASSIGNED

    driver.press("F9")
    sheet = driver.page._sheet
    assert [row["name"] for row in sheet.values()["attendees"]] == [party["name"] for party in LOAN["case"]["parties"]]
    sheet._forms[0].focus("text")
    driver.type("双方同意分期。")
    sheet._forms[1].focus("private_note")
    driver.type("公司账上没有钱。")
    driver.press("F8")
    case = cases.get(desk, case.id)
    assert case.stage is Stage.IN_MEDIATION
    assert case.sessions[0].text == "双方同意分期。"
    assert len(case.sessions[0].attendees) == 3
    assert driver.page._sheet is None
    assert driver.page.primary().label == "拟写协议"


def test_what_cannot_be_done_says_why_in_readable_words(opened: Any) -> None:
    driver, _desk, _case = opened()
    button = driver.page.findChild(object, "move.session")
    assert not button.isEnabled() and "记录调解" in button.toolTip()
    assert button.toolTip() in words(driver.page)
    assert driver.page.findChild(object, "move.sign") is None  # the nearest steps only; the others stand under F7 with their reasons


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(opened: Any) -> None:
    driver, desk, case = opened("session")
    driver.press("F9")
    sheet = driver.page._sheet
    sheet._forms[0].focus("begins")
    driver.type("25点")
    sheet._forms[0].focus("text")
    driver.type("谈了。")
    driver.press("F8")
    note = sheet._forms[0]._rows["begins"].note
    assert "25点" in note.text() and note.isVisibleTo(driver.page)
    assert sheet.values()["text"] == "谈了。"
    assert not cases.get(desk, case.id).sessions


def test_what_is_typed_survives_closing_the_sheet_and_the_page(opened: Any) -> None:
    driver, desk, case = opened("session")
    driver.press("F9")
    driver.page._sheet._forms[0].focus("text")
    driver.type("说到一半")
    driver.press("Esc")
    assert driver.page._sheet is None
    assert drafts.kept(desk, "case.session", case.id)["text"] == "说到一半"
    driver.press("F9")
    assert driver.page._sheet.values()["text"] == "说到一半"
    driver.page._sheet.anew.emit()
    driver.settle()
    assert driver.page._sheet.values()["text"] == ""
    assert drafts.kept(desk, "case.session", case.id) is None


def test_what_is_typed_of_a_party_comes_back_of_this_party_alone_and_takes_no_newer_change_away(opened: Any) -> None:
    driver, desk, case = opened("accept")
    driver.page._presenter.open_move("correct", {"party": "1"})
    driver.settle()
    driver.page._sheet._forms[0].focus("phone")
    driver.press("Ctrl+A")
    driver.type("13911112222")
    driver.press("Esc")
    driver.page._presenter.open_move("correct", {"party": "2"})
    driver.settle()
    assert driver.page._sheet.values()["phone"] != "13911112222"
    driver.press("Esc")
    row = {"party": "1", "changes": {"business_address": "某嘎查"}, "read": {}}
    actions.act(desk, case.id, "correct", {"reason": "搬家", "parties": [row]})
    row = {"party": "1", "changes": {"phone": "13800009999"}, "read": {}}
    actions.act(desk, case.id, "correct", {"reason": "换号", "parties": [row]})
    fresh = Driver(desk)  # the program was started again
    try:
        fresh.window.open_page("case", case_id=case.id)
        fresh.settle()
        fresh.page._presenter.open_move("correct", {"party": "1"})
        fresh.settle()
        sheet = fresh.page._sheet
        assert sheet.values()["phone"] == "13911112222" and sheet.values()["business_address"] == "某嘎查"
        assert "13800009999" in sheet.banner.sentence()
        sheet._forms[0].focus("reason")
        fresh.type("再核对")
        fresh.press("F8")
        found = cases.get(desk, case.id).parties[0]
        assert (found.phone, found.business_address) == ("13911112222", "某嘎查")
        fresh.page._presenter.open_move("correct", {"party": "1"})
        fresh.settle()
        assert not fresh.page._sheet.banner.sentence()
    finally:
        fresh.close()


def test_two_change_one_case_and_the_second_sees_both_values_at_the_field_and_decides(opened: Any) -> None:
    driver, desk, case = opened("accept")
    driver.page._presenter.open_move("correct")
    driver.settle()
    sheet = driver.page._sheet
    sheet._forms[0].set_values({"place": "乙地", "reason": "核对"})
    actions.act(desk, case.id, "correct", {"reason": "改", "changes": {"place": "甲地"}})
    driver.press("F8")
    note = sheet._forms[0]._rows["place"].note
    assert "甲地" in note.text() and "乙地" in note.text() and note.isVisibleTo(driver.page)
    assert "纠纷发生地：" in sheet.banner.sentence() and "更正登记（" in sheet.banner.sentence()  # both values, and what was done meanwhile
    assert cases.get(desk, case.id).place == "甲地"
    assert sheet.values()["place"] == "乙地"
    sheet.over.emit()
    driver.settle()
    assert cases.get(desk, case.id).place == "乙地" and driver.page._sheet is None


def test_begin_anew_stays_with_the_party_the_sheet_was_opened_for(opened: Any) -> None:
    driver, desk, case = opened("accept")
    for _again in range(2):
        driver.page._presenter.open_move("correct", {"party": "2"})
        driver.settle()
        driver.page._sheet._forms[0].focus("reason")
        driver.type("写错")
        driver.press("Esc")
    driver.page._presenter.open_move("correct", {"party": "2"})
    driver.settle()
    before = driver.page._sheet.sheet.title
    driver.page._sheet.anew.emit()
    driver.settle()
    assert driver.page._sheet.sheet.title == before and driver.page._sheet.values()["reason"] == ""


def test_a_conflict_asks_for_disclosure_and_consent(opened: Any) -> None:
    driver, desk, case = opened("accept")
    people.add_mediator(desk, {"name": "张某某", "certificate_number": "新诉调-099"})
    acceptance.accept(desk, case.id, {"accepted_on": "2021-12-07"})
    driver.page.enter()
    driver.settle()
    driver.press("F9")
    sheet = driver.page._sheet
    assert not sheet._forms[1]._rows["disclosed"].isVisibleTo(driver.page)
    driver.type("张某某")
    driver.press("F8")
    assert "张某某" in sheet._warning.text()
    assert sheet._forms[1]._rows["disclosed"].note.text()
    sheet._forms[1].focus("disclosed")
    driver.type("与被申请人同名，并非同一人。")
    sheet._forms[1].focus("consented_on")
    driver.type("2021-12-07")
    driver.press("F8")
    assert cases.get(desk, case.id).stage is Stage.ASSIGNED


def test_somebody_else_was_quicker_and_the_user_decides(opened: Any) -> None:
    driver, desk, case = opened()
    driver.press("F9")
    acceptance.accept(desk, case.id, {"accepted_on": "2021-12-08"})
    driver.press("F8")
    assert driver.page._sheet is not None, "what was typed is still there"
    assert driver.page._sheet.banner.sentence()
    assert cases.get(desk, case.id).accepted_on == date(2021, 12, 8)


def test_who_has_not_signed_yet_keeps_the_agreement_from_taking_effect(opened: Any) -> None:
    driver, desk, case = opened("sign")
    driver.press("F9")
    sheet = driver.page._sheet
    assert "2021年12月20日" in sheet._effect.text()
    sheet._signing._days[2].line.clear()
    assert "张某某" in sheet._effect.text()
    driver.press("F8")
    case = cases.get(desk, case.id)
    assert case.stage is Stage.IN_MEDIATION and case.agreements[-1].effective_on is None
    assert "张某某" in driver.page.findChild(QLabel, "effect").text()

    driver.press("F9")
    assert driver.page._sheet._signing._days[2].text() == "2021-12-20", "the one who is missing is filled in as signing today"
    driver.press("F8")
    case = cases.get(desk, case.id)
    assert case.agreements[-1].effective_on == DAY
    assert all(line.signed_on == DAY for line in case.agreements[-1].signings)
    assert any(line.signer is SignerKind.COMMITTEE and line.seal for line in case.agreements[-1].signings)


def test_papers_are_looked_at_and_issued_from_the_page(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    driver.page._presenter.open_paper("session_record", 1)
    driver.settle()
    assert driver.page._paper.preview.pages.count() >= 1
    driver.press("Esc")
    assert not driver.page._reading
    driver.page._presenter.issue_paper("registration_form", 0)
    driver.settle()
    assert "registration_form" in [paper.kind.value for paper in cases.get(desk, case.id).documents]


def test_narrow_panes_take_turns(opened: Any) -> None:
    driver, _desk, _case = opened("session", width=911, height=512)
    assert driver.page._panes.takes_turns
    assert driver.page._left.isVisible() and not driver.page._right.isVisible()
    driver.press("F6")
    assert driver.page._right.isVisible() and not driver.page._left.isVisible()
    driver.press("F9")
    assert driver.page._left.isVisible(), "a sheet brings its pane to the front"
