"""Three agreements in the real window by keyboard: a loan in instalments, fourteen sheep, forty-seven workers.

Each has a flaw that the check names; it is mended where the check leads, then figures, capitals, schedule and receipt are read back.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.vocabulary import AgreementStatus, PaperKind, Stage
from desktop.documents.blocks import texts
from desktop.services import cases, printing
from tests.screens import lives
from tests.screens.test_agreement import followed, text_of
from tests.screens.test_case import made
from tests.screens.test_case_after import soon, table
from tests.window_driver import Driver


@pytest.fixture
def hand(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    """Opens a window on the agreement of an example that has been talked over."""
    drivers: list[Driver] = []

    def open_at(example: str) -> tuple[Driver, Any, Any]:
        if example == "loan":
            desk, case = made(tmp_path / "office", "agreement")
        else:
            desk, clock = lives.opened(tmp_path / "office")
            case = lives.play(desk, clock, example, "agreement")
        driver = Driver(desk)
        drivers.append(driver)
        driver.window.open_page("agreement", case_id=case.id)
        driver.settle()
        return driver, desk, case

    yield open_at
    for driver in drivers:
        driver.close()


def go(driver: Driver, key: str) -> None:
    """Enter from field to field until the named one of the obligation has the hand."""
    for _step in range(60):
        editor = driver.page._writing.obligations.form.editor(key)
        if driver.focus is editor or editor.isAncestorOf(driver.focus):
            return
        driver.press("Return")
    raise AssertionError(f"{key} was not reached")


def put(driver: Driver, **typed: str) -> None:
    """Types the fields of the open obligation in their order."""
    for key, text in typed.items():
        go(driver, key)
        if text:
            driver.type(text)


def mend(driver: Driver, place: str, text: str) -> None:
    """From the check to the place of its first line, and the right words there."""
    followed(driver)
    assert driver.page._judged.red and not driver.page.primary().enabled
    line = next(line for line in driver.page._judged.lines if line.state == "red")
    assert line.place == place, line
    driver.press("Alt+C", "Return", "Ctrl+A")
    driver.type(text)
    followed(driver)
    assert driver.page._judged.red == 0, [line.text for line in driver.page._judged.lines if line.state == "red"]


def issued_and_signed(driver: Driver, desk: Any, case: Any) -> Any:
    driver.press("F8", "F9")
    assert cases.get(desk, case.id).agreements[-1].status is AgreementStatus.ISSUED
    driver.press("F9")
    assert driver.window.page_name == "case" and driver.page._sheet.sheet.move == "sign"
    driver.press("F8")
    found = cases.get(desk, case.id)
    assert found.stage is Stage.CONCLUDED and found.agreements[-1].status is AgreementStatus.SIGNED
    return found


def paper(desk: Any, case: Any, kind: PaperKind, subject: int = 0) -> str:
    said = "".join(text for _place, text in texts(printing.paper(desk, cases.get(desk, case.id), kind, subject)))
    return "".join(said.split())


def test_a_loan_in_three_parts(hand: Any) -> None:
    driver, desk, case = hand("loan")
    page = driver.page._writing
    page.head.focus("facts")
    driver.type("双方确认尚欠借款本息5,194,253.92元（大写：人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角肆分）。")
    driver.press("Alt+Ins")
    put(
        driver, debtors="2、3", creditors="1", subject="借款本金及利息", amount="5194253.92", timing="ins", first_on="2022-01-31", times="3"
    )
    put(driver, way="tr")
    driver.press("Return")
    mend(driver, "facts", "双方确认尚欠借款本息5,194,253.92元（大写：人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分）。")
    said = text_of(driver)
    for piece in (
        "5,194,253.92", "人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分", "连带", "2022年1月31日",
        "1,731,417.97", "2022年2月28日", "2022年3月31日", "1,731,417.98", "人民币壹佰柒拾叁万壹仟肆佰壹拾柒元玖角捌分",
    ):  # fmt: skip
        assert piece in said, piece
    issued_and_signed(driver, desk, case)
    driver.press("F9")
    driver.page._sheet._forms[0].focus("receipt")
    driver.type("银行回单0118号")
    driver.press("F8")
    receipt = paper(desk, case, PaperKind.RECEIPT)
    assert "1,731,417.97" in receipt and "人民币壹佰柒拾叁万壹仟肆佰壹拾柒元玖角柒分" in receipt


def test_fourteen_sheep_and_what_is_paid_back(hand: Any) -> None:
    driver, desk, case = hand("sheep")
    assert not driver.page._writing.obligations.difference_button.isVisible(), "there is nothing yet that could differ"
    driver.page._writing.head.focus("facts")
    driver.type("被申请人赊购申请人草料，欠款20,000元，双方认可。")
    driver.press("Alt+Ins")
    driver.press("Shift+Return", "Shift+Return", "Shift+Return")  # who owes whom is filled in: back to the kind
    put(driver, kind="in_k", subject="成年母羊", species="sheep", animal_sex="fem", age_class="成年")
    put(driver, ear_tags="001至014", amount="20000", quantity="14", unit="只", unit_price="1450", due_on="2026-12-10", place="申请人羊圈")
    put(driver, settles="20000", quarantine="由被申请人申报", deaths_by="debtor", feed_by="debtor", young_to="debtor")
    driver.press("Return")
    mend(driver, "obligations.0.amount", "20300")
    assert driver.page._writing.obligations.difference_button.isVisible()
    driver.press("Alt+D")
    followed(driver)
    assert [row["amount"] for row in driver.page._writing.values()["obligations"]] == ["20300", "300.00"]
    said = text_of(driver)
    for piece in (
        "14只",
        "绵羊",
        "001至014",
        "1,450.00",
        "20,300.00",
        "人民币贰万零叁佰元整",
        "300.00",
        "人民币叁佰元整",
        "2026年12月10日",
    ):
        assert piece in said, piece
    issued_and_signed(driver, desk, case)
    driver.press("F9")
    pick = driver.page._sheet._pick
    pick.lines.go_to(next(row.id for row in pick.pick.rows if "quantity" in row.fills))
    driver.settle()
    driver.page._sheet._forms[0].focus("receipt")
    driver.type("收条1张")
    driver.press("F8")
    receipt = paper(desk, case, PaperKind.RECEIPT)
    assert "14只" in receipt and "绵羊" in receipt and "001至014" in receipt


def test_forty_seven_workers_each_with_his_part(hand: Any) -> None:
    driver, desk, case = hand("wages")
    driver.page._writing.head.focus("facts")
    driver.type(
        "四十七名申请人在某住宅项目施工，被申请人拖欠工资合计751,153.50元（大写：人民币柒拾伍万壹仟壹佰伍拾叁元伍角整），见附件名单。"
    )
    driver.press("Alt+Ins")
    put(driver, debtors="2、3", creditors="1", subject="拖欠的工资", amount="751135.50", due_on="2026-12-10", divide="cl", way="tr")
    driver.press("Return")
    mend(driver, "obligations.0.amount", "751153.50")
    said = text_of(driver)
    members = cases.get(desk, case.id).parties[0].members
    assert len(members) == 47 and sum(member.amount_fen or 0 for member in members) == 75_115_350
    for piece in ("751,153.50", "人民币柒拾伍万壹仟壹佰伍拾叁元伍角", "连带", "2026年12月10日", "彭某某", "6,600.00", "19,700.00"):
        assert piece in said, piece
    found = issued_and_signed(driver, desk, case)
    assert [part.amount_fen for part in found.agreements[-1].obligations[0].instalments] == [member.amount_fen for member in members]
    parts = table(driver, "table.parts.0")
    parts.setFocus()
    driver.press("Ctrl+A", "Return")
    soon(driver)
    driver.press("F8")
    assert cases.get(desk, case.id).stage is Stage.PERFORMED
    sheet = paper(desk, case, PaperKind.WAGE_SHEET)
    assert "751,153.50" in sheet and all(f"{(member.amount_fen or 0) / 100:,.2f}" in sheet for member in members)
    certificate = paper(desk, case, PaperKind.PERFORMANCE_CERTIFICATE)
    assert "751,153.50" in certificate and date(2026, 11, 20).strftime("%Y年") in certificate


def test_other_terms_are_written_in_place_of_an_agreement_in_force(qt: Any, chinese: None, tmp_path: Path) -> None:
    desk, clock = lives.opened(tmp_path / "office")
    case = lives.play(desk, clock, "sisters")
    driver = Driver(desk)
    driver.window.open_page("case", case_id=case.id)
    driver.settle()
    driver.page._presenter.open_move("amend")
    driver.settle()
    driver.type("双方同意延期。")
    driver.press("F8", "F9")
    assert driver.window.page_name == "agreement"
    followed(driver)
    assert f"（编号：{case.number}）；原协议" in text_of(driver) and f"{case.number}之一" in text_of(driver)
    driver.press("F8", "F9")
    assert driver.page._next_key == "sign", "the new paper is shown with what is next, not the old one"
    driver.press("F9")
    assert driver.page._sheet.sheet.move == "sign"
    driver.press("F8")
    old, new = cases.get(desk, case.id).agreements
    assert (old.status, new.status, new.number) == (AgreementStatus.SUPERSEDED, AgreementStatus.SIGNED, f"{case.number}之一")
    assert f"{case.number}之一" in paper(desk, case, PaperKind.AGREEMENT), "the one in force, unless the old one is named"
    driver.close()
