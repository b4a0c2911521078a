"""One dispute of each of the first four kinds in the real window, by keyboard alone, from the first word to the archive."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from db.vocabulary import AgreementStatus, Stage
from desktop.services import cases, people, register
from tests import window_driver
from tests.window_driver import Driver

PERSON, OTHER = "150105198001010013", "150122195503070027"
COMPANY, BANK = "91150122MA0NXYG881", "91150100701465AB7G"


class Life(NamedTuple):
    """What is typed of one dispute: the parties as (number, rest of the card), category, cause, one of its facts, what is owed."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    category: str
    cause: str
    fact: tuple[str, str]
    summary: str
    subject: str
    sum: str


CLERK = ("张三", "", "", "汉", "13800000000", "呼和浩特市赛罕区某小区1号楼", "")
HERDER = ("斯琴", "", "", "蒙古", "13900000000", "托克托县双河镇某嘎查", "")
FIRM = ("呼和浩特市某劳务有限公司", "丁某", "经理", "0471-5550147", "呼和浩特市赛罕区某街6号")
LENDER = ("内蒙古某商业银行股份有限公司", "刘某某", "行长", "0471-5550118", "呼和浩特市新城区某路18号")
LIVES = (
    Life((PERSON, *CLERK), (OTHER, *HERDER), "traffic", "机动车交通事故责任纠纷", ("accident_place", "国道110线卓资段"),
         "双方车辆相撞，申请人受伤。", "交通事故赔偿款", "23500"),
    Life((OTHER, *HERDER), (PERSON, *CLERK), "family", "赡养纠纷", ("", ""), "双方为母子，因赡养费发生纠纷。", "赡养费", "6000"),
    Life((PERSON, *CLERK), (COMPANY, *FIRM), "labour", "追索劳动报酬纠纷", ("job", "木工"), "被申请人拖欠工资。", "拖欠的工资", "18600.50"),
    Life((BANK, *LENDER), (PERSON, *CLERK), "finance", "金融借款合同纠纷", ("principal", "50000"), "借款到期没有还清。", "借款本金及利息",
         "52380.75"),
)  # fmt: skip


@pytest.fixture
def driver(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Driver]:
    """A window on an office with one mediator."""
    desk = window_driver.office(tmp_path / "office")
    people.add_mediator(desk, {"name": "萨某", "certificate_number": "001", "languages": ["汉语", "蒙古语"]})
    found = Driver(desk)
    yield found
    found.close()


@pytest.mark.parametrize("life", LIVES, ids=[life.category for life in LIVES])
def test_from_the_first_word_to_the_archive(driver: Driver, life: Life) -> None:
    case_id = _register(driver, life)
    now = lambda: cases.get(driver.desk, case_id)  # noqa: E731
    driver.press("F9", "F8")
    assert now().number == "（2026）新诉调字第1号"
    driver.press("F9")
    driver.type("sm")
    driver.press("Return", "F8")
    assert now().stage is Stage.ASSIGNED
    driver.press("F9")
    driver.page._sheet._forms[0].focus("text")
    driver.type("调解员核对身份，告知权利义务。双方达成一致意见。")
    driver.press("F8")
    assert now().stage is Stage.IN_MEDIATION
    _agree(driver, life)
    assert now().agreements[-1].status is AgreementStatus.ISSUED
    driver.press("F9")
    assert driver.window.page_name == "case" and driver.page._sheet.sheet.move == "sign"
    driver.press("F8")
    assert now().stage is Stage.CONCLUDED
    driver.press("F9", "F8")  # the sum that is due stands on the sheet
    assert now().stage is Stage.PERFORMED
    driver.press("F9")
    assert driver.page._sheet.sheet.move == "close"
    driver.press("F8", "F9")
    assert driver.page._sheet.sheet.move == "archive"
    driver.page._sheet._forms[0].focus("pages")
    driver.press("Ctrl+A")
    driver.type("26")
    driver.press("F8")
    case = now()
    assert case.stage is Stage.ARCHIVED and case.dossier_pages == 26
    assert driver.page.primary() is None, "nothing is to be done any more"
    assert [move.key for move in case.moves] == [
        "accept", "assign", "session", "agreement", "issue", "sign", "perform", "close", "archive",
    ]  # fmt: skip


def _register(driver: Driver, life: Life) -> int:
    driver.press("F3")
    driver.fill(*life.first)
    driver.fill(*life.second)
    driver.page.focus_place("category")
    driver.type(life.category)
    driver.settle()
    driver.page.focus_place("cause")
    editor = driver.page.matter.editor("cause")
    assert editor.findText(life.cause) > 0, "the cause is offered"
    editor.set_value(life.cause)
    driver.page.focus_place("claim")
    driver.fill(life.sum)
    driver.page.focus_place("summary")
    driver.type(life.summary)
    driver.press("Ctrl+Return")
    driver.type(f"请求给付{life.subject}{life.sum}元。")
    if life.fact[0]:
        driver.page.focus_place(f"facts.{life.fact[0]}")
        driver.fill(life.fact[1])
    driver.press("F8")
    assert driver.window.page_name == "case", driver.page._whole.text() if driver.window.page_name == "new" else ""
    row = register.page(driver.desk)[0]
    assert row.category == life.category and row.cause == life.cause
    return int(row.id)


def _agree(driver: Driver, life: Life) -> None:
    """Writes the agreement on its page, issues it."""
    driver.press("F9")
    assert driver.window.page_name == "agreement"
    driver.page._writing.head.focus("facts")
    if not driver.page._writing.head.values()["facts"]:
        driver.type(life.summary)
    driver.page._writing.obligations.add_button.setFocus()
    driver.press("Return")
    driver.fill(life.subject, life.sum)  # of two parties it is known who owes whom
    _followed(driver)
    driver.page._writing.lead("obligations.0.due_on")  # as Enter on the red line does
    driver.fill("2026-11-20")
    _followed(driver)
    driver.page._writing.lead("confirmation_wanted")
    driver.press("N", "F8")
    _followed(driver)
    assert driver.page._judged.red == 0, [line.sentence for line in driver.page._judged.lines if line.state == "red"]
    driver.press("F9")


def _followed(driver: Driver) -> None:
    end = time.monotonic() + 5
    while driver.page._writing is not None and driver.page._writing._follow.isActive() and time.monotonic() < end:
        driver.settle()
    driver.settle()
