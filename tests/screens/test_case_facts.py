"""The facts of a kind of dispute on the page of a case: told in groups, completed by keyboard, what is private hidden from guests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from db.vocabulary import Stage
from desktop.services import cases, intake
from tests import window_driver
from tests.window_driver import Driver

FACTS = {
    "question": "inheritance",
    "deceased": "白某",
    "died_on": "2026-01-20",
    "will": False,
    "violence": True,
    "property": [{"kind": "house", "what": "一套", "worth": "480000"}],
}
CASE = {
    "category": "family",
    "cause": "法定继承纠纷",
    "facts": FACTS,
    "parties": [{"role": "applicant", "name": "甲"}, {"role": "respondent", "name": "乙"}],
}


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    desk = window_driver.office(tmp_path / "office")
    driver = Driver(desk)
    cases_made: list[Any] = []

    def open_case(sheet: dict[str, Any]) -> tuple[Driver, Any]:
        cases_made.append(intake.open_case(desk, sheet))
        driver.window.open_page("case", case_id=cases_made[-1].id)
        driver.settle()
        return driver, cases_made[-1]

    yield open_case
    driver.close()


def words(driver: Driver) -> str:
    section = driver.page.findChild(QWidget, "section.facts")
    return "\n".join(label.text() for label in section.findChildren(QLabel))


def test_facts_are_told_in_groups_and_what_is_private_not_to_guests(opened: Any) -> None:
    driver, _case = opened(CASE)
    told = words(driver)
    assert "被继承人" in told and "白某" in told and "房屋" not in told.split("继承")[0]
    assert "一套" not in told or "480,000.00" in told
    assert "有无家庭暴力" in told and "不得施压" in told
    driver.press("F10")
    assert "白某" in words(driver) and "家庭暴力" not in words(driver)


def test_facts_are_completed_on_a_sheet_of_their_own(opened: Any) -> None:
    driver, case = opened(CASE)
    driver.page.findChild(QWidget, "facts.correct").click()
    driver.settle()
    part = driver.page._sheet._forms[0]
    assert "property" in part.shown_keys() and "married_on" not in part.shown_keys()
    part.focus("will_on")
    driver.fill("2026-02-01")
    driver.press("F8")
    assert "早于" not in words(driver)
    assert part._form_of("died_on")._rows["died_on"].note.text() or part._form_of("will")._rows["will"].note.text()
    assert cases.get(driver.desk, case.id).facts.get("will_on") is None
    part.focus("will_on")
    driver.press("Ctrl+A")
    driver.fill("2025-02-01")
    part.focus("will")
    driver.press("1")
    driver.press("F8")
    kept = cases.get(driver.desk, case.id).facts
    assert (kept["will_on"], kept["will"], kept["property"][0]["worth"]) == ("2025-02-01", True, 48_000_000)
    assert "2025年2月1日" in words(driver)
    assert any("遗嘱日期 → 2025年2月1日" in move.note or "遗嘱日期" in move.note for move in cases.get(driver.desk, case.id).moves)


def test_a_dispute_over_the_right_itself_is_sent_on(opened: Any) -> None:
    sheet = {**CASE, "category": "land_pasture", "cause": "", "facts": {"question": "the_right", "gacha": "某嘎查"}}
    driver, case = opened(sheet)
    assert "不予受理" in driver.page.primary().label or driver.page._page.next.key == "reject"
    driver.press("F9")
    driver.press("F8")
    kept = cases.get(driver.desk, case.id)
    assert kept.stage is Stage.REJECTED
    assert kept.moves[-1].values["reasons"] == ["special_organ"] and "人民政府" in kept.moves[-1].values["text"]
