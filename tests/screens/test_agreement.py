"""The page of an agreement, driven by keyboard from an assigned case to a signed agreement and its PDF."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton

from db.vocabulary import AgreementStatus, Liability, Stage
from desktop.services import agreement, agreement_preview, case_told, cases, drafts, raster
from desktop.widgets import printer, save_file
from tests.screens.test_case import DAY, LOAN, made
from tests.window_driver import Driver

WRITTEN = next(move["values"] for move in LOAN["moves"] if move["do"] == "agreement")


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    """Opens a window on the page of the loan's agreement, with everything done before the move `until`."""
    drivers: list[Driver] = []

    def open_at(until: str, page: str = "agreement", **more: Any) -> tuple[Driver, Any, Any]:
        desk, case = made(tmp_path / "office", until)
        driver = Driver(desk, **more)
        drivers.append(driver)
        driver.window.open_page(page, case_id=case.id)
        driver.settle()
        return driver, desk, case

    yield open_at
    for driver in drivers:
        driver.close()


def followed(driver: Driver) -> None:
    """The hand rests: the paper has followed."""
    end = time.monotonic() + 5
    while driver.page._writing is not None and driver.page._writing._follow.isActive() and time.monotonic() < end:
        driver.settle()
    driver.settle()


def text_of(driver: Driver) -> str:
    """The words of the paper that is shown, without the breaks of its lines."""
    return "".join("".join(raster.texts(driver.page._presenter._composed.pdf)).split())


def write_one_obligation(driver: Driver) -> None:
    """Money in one sum by a date, two joint debtors: typed as a clerk types it."""
    page = driver.page._writing.obligations
    page.add_button.setFocus()
    driver.press("Return")
    driver.fill("2、3", "1", "借款本金及利息", "5194253.92", "", "", "2022-01-20")
    followed(driver)


def test_from_an_assigned_case_to_a_signed_agreement_and_its_pdf(opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, desk, case = opened("session", "case")
    driver.press("F9")
    driver.page._sheet._forms[0].focus("text")
    driver.type("双方达成一致意见。")
    driver.press("F8")
    driver.press("F9")
    assert driver.window.page_name == "agreement"

    driver.page._writing.head.focus("facts")
    driver.type("双方签订借款合同，到期未还清。")
    followed(driver)
    assert driver.page._judged.red == 1, "an agreement without content is not issued"
    assert not driver.page.primary().enabled
    write_one_obligation(driver)
    assert driver.page._judged.red == 0
    assert "连带" in text_of(driver)
    driver.page._writing.lead("confirmation_wanted")
    driver.press("Y", "F8")
    stored = cases.get(desk, case.id).agreements[-1]
    assert stored.obligations[0].amount_fen == 519425392 and stored.obligations[0].liability is Liability.JOINT
    assert drafts.kept(desk, "agreement", case.id) is None

    driver.press("F9")
    assert cases.get(desk, case.id).agreements[-1].status is AgreementStatus.ISSUED
    target = tmp_path / "agreement.pdf"
    monkeypatch.setattr(save_file, "ask", lambda *_asked: str(target))
    driver.press("Ctrl+S")
    words = "".join("".join(raster.texts(target.read_bytes())).split())
    for party in LOAN["case"]["parties"]:
        assert party["name"] in words
    for piece in (
        "5,194,253.92",
        "人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分",
        "2022年1月20日",
        "2021年12月20日",
        "15010120180900000268",
        "（2021）新诉调字第1号",
    ):
        assert piece in words

    driver.press("F9")
    assert driver.window.page_name == "case" and driver.page._sheet.sheet.move == "sign"
    driver.press("F8")
    case = cases.get(desk, case.id)
    assert case.stage is Stage.CONCLUDED and case.agreements[-1].effective_on == DAY
    assert "2021年12月20日" in driver.page.findChild(QLabel, "effect").text()


def test_the_check_leads_to_its_place(opened: Any) -> None:
    driver, _desk, _case = opened("agreement")
    write_one_obligation(driver)
    due = driver.page._writing.obligations.form.editor("due_on")
    due.setText("")
    due.changed.emit()
    followed(driver)
    line = next(line for line in driver.page._judged.lines if line.state == "red")
    assert line.place == "obligations.0.due_on"
    driver.page.check.chosen.emit(line.place)
    assert due.isAncestorOf(driver.focus) or due is driver.focus


def test_half_typed_values_are_named_and_the_paper_is_made_without_them(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    write_one_obligation(driver)
    driver.page._writing.obligations.form.focus("amount")
    driver.type("1,2.3")
    followed(driver)
    assert driver.page._judged.red == 1, "the sum that cannot be read"
    assert driver.page._writing.obligations.form.values()["amount"] == "1,2.3"
    driver.press("F8")
    assert driver.page._writing.obligations.form._rows["amount"].note.text()
    assert not cases.get(desk, case.id).agreements


def test_a_draft_comes_back(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    write_one_obligation(driver)
    driver.page.leave()
    driver.settle()
    kept = drafts.kept(desk, "agreement", case.id)
    assert kept is not None and kept["obligations"][0]["amount"] == "5,194,253.92"
    driver.page._presenter.start(case_id=case.id)
    driver.settle()
    assert driver.page._writing.values()["obligations"][0]["subject"] == "借款本金及利息"
    assert driver.page.banner.sentence()
    driver.page._presenter.begin_anew()
    driver.settle()
    assert driver.page._writing.values()["obligations"] == []


def test_two_who_write_at_once_are_both_shown(opened: Any) -> None:
    driver, desk, case = opened("issue")
    standing = cases.get(desk, case.id).agreements[-1]
    driver.page._writing.head.focus("facts")
    driver.type("甲方改写。")
    agreement.write(desk, case.id, {**WRITTEN, "facts": "乙方改写。"}, standing.version)
    driver.press("F8")
    said = driver.page.banner.sentence()
    assert "乙方改写" in said and "甲方改写" in said
    assert cases.get(desk, case.id).agreements[-1].facts == "乙方改写。"
    driver.page._presenter.save_over()
    driver.settle()
    assert "甲方改写" in cases.get(desk, case.id).agreements[-1].facts


def test_an_own_wording_against_its_record_shows_both_and_either_is_taken_by_key(opened: Any) -> None:
    driver, _desk, _case = opened("agreement")
    write_one_obligation(driver)
    page = driver.page._writing.obligations

    def worded(old: str, new: str) -> None:
        page.form.set_values({"own_text": page.form.values()["own_text"].replace(old, new)})
        page.form.editor("own_text").changed.emit()
        followed(driver)

    page.word_it()
    assert driver.page.clash.isHidden()
    worded("5,194,253.92", "5,194,253.29")
    said = driver.page.clash.sentence()
    assert "5,194,253.29" in said and "5,194,253.92" in said
    assert {"Alt+G", "Alt+T"} <= {action.key for action in driver.page.keys()}  # noqa: SIM118
    driver.press("F10")
    assert driver.page.clash.isHidden(), "guests see nothing of it"
    driver.press("F10")
    assert not driver.page.clash.isHidden()
    driver.press("Alt+G")
    followed(driver)
    assert driver.page.clash.isHidden() and "5,194,253.92" in page.value()[0]["own_text"]
    worded("2022年1月20日", "2022年2月20日")
    assert "2022年2月20日" in driver.page.clash.sentence()
    driver.press("Alt+T")
    followed(driver)
    assert driver.page.clash.isHidden() and page.value()[0]["due_on"] == "2022-02-20"
    worded("5,194,253.92元", "5,000,000.00元")
    driver.press("Alt+T")
    followed(driver)
    assert page.value()[0]["amount"] == "5,000,000.00" and "伍佰万元整" in page.value()[0]["own_text"]
    assert driver.page._judged.red == 0, "what is written in capitals follows"


def test_a_saved_agreement_opens_as_it_was_written(opened: Any) -> None:
    driver, _desk, _case = opened("issue")
    values = driver.page._writing.values()
    row = values["obligations"][0]
    assert row["debtors"] == "呼和浩特市某农业科技有限公司、张某某" and row["creditors"] == "内蒙古某商业银行股份有限公司"
    assert row["amount"] == "5,194,253.92" and row["due_on"] == "2022-01-20" and row["liability"] == "joint"
    assert "5,194,253.92" in text_of(driver)


def test_an_issued_agreement_is_taken_back_with_a_reason_and_written_again(opened: Any) -> None:
    driver, desk, case = opened("sign")
    assert driver.page._writing is None
    driver.page._presenter.ask_take_back()
    driver.settle()
    driver.press("F8")
    assert cases.get(desk, case.id).agreements[-1].status is AgreementStatus.ISSUED, "a reason is needed"
    driver.type("金额有误")
    driver.press("F8")
    assert cases.get(desk, case.id).agreements[-1].status is AgreementStatus.DRAFT
    assert driver.page._writing is not None


def test_instalments_stand_in_a_table_of_their_own(opened: Any) -> None:
    driver, _desk, _case = opened("agreement")
    write_one_obligation(driver)
    form = driver.page._writing.obligations.form
    form.set_values({"timing": "instalments"})
    form.editor("timing").changed.emit()
    assert form._rows["instalments"].isVisibleTo(driver.page) and not form._rows["due_on"].isVisibleTo(driver.page)
    form.set_values({"instalments": [{"due_on": "2022-01-20", "amount": "3000000"}, {"due_on": "2022-02-20", "amount": "2000000"}]})
    form.editor("instalments").changed.emit()
    followed(driver)
    assert any(line.place == "obligations.0.instalments" for line in driver.page._judged.lines), "the parts do not come to the sum"


def test_the_check_is_one_line_at_the_foot_of_a_narrow_window(opened: Any) -> None:
    driver, _desk, _case = opened("agreement", width=911, height=512)
    assert driver.page.line.isVisible() and not driver.page.check.isVisible()
    driver.press("F6")
    assert driver.page.preview.isVisible() and driver.page.line.isVisible()
    assert driver.focus is driver.page.preview.pages, "the paper itself, that it can be turned and scrolled at once"
    driver.press("F6")
    assert driver.page._writing.head.isAncestorOf(driver.focus), "back where the hand was"
    driver.press("F6")
    driver.page.line._go.click()
    assert driver.page._writing.isVisible()


def test_in_a_narrow_window_every_line_of_the_check_is_read_led_to_and_passed_by_key(opened: Any) -> None:
    driver, _desk, _case = opened("agreement", width=911, height=512)
    write_one_obligation(driver)
    driver.page._writing.lead("clauses")
    driver.type("车辆所有权归申请人。")
    followed(driver)
    driver.press("Alt+C")
    assert driver.page.check.leads.hasFocus() and len(driver.page._judged.lines) > 1
    assert not driver.page.preview.isVisible() and not driver.page.line.isVisible()
    driver.press("Down", "Return")
    assert driver.page._writing.isVisible() and driver.page.line.isVisible() and not driver.page.check.isVisible()
    driver.press("Alt+C", "Esc")
    assert driver.window.page_name == "agreement" and driver.page._writing.isVisible()
    driver.press("F6")
    assert driver.page.preview.isVisible() and driver.page.line.isVisible()
    driver.press("Alt+C", "Alt+R")
    driver.page._aside.form.set_values({"reason": "court_asked"})
    driver.press("F8")
    followed(driver)
    assert driver.page._judged.red == 0 and driver.page.line.isVisible() and not driver.page.check.isVisible()
    driver.press("Alt+C", "F10")
    assert driver.page._writing.isVisible() and not driver.page.check.isVisible() and not driver.page.line.isVisible()


def test_the_paper_is_printed_page_by_page(opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, _desk, _case = opened("sign")
    driver.press("Ctrl+P")
    assert driver.page.banner.sentence(), "no printer here: a sentence"
    target = tmp_path / "printed.pdf"
    machine = QPrinter(QPrinter.PrinterMode.HighResolution)
    machine.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    machine.setOutputFileName(str(target))
    machine.setFullPage(True)
    monkeypatch.setattr(printer, "why_not", lambda: "")
    monkeypatch.setattr(printer, "ask", lambda *_asked: machine)
    driver.press("Ctrl+P")
    assert len(raster.sizes(target.read_bytes())) == driver.page.preview.pages.count()


def test_the_preview_touches_no_data(opened: Any) -> None:
    _driver, desk, case = opened("agreement")
    before = case_told.told(desk, cases.get(desk, case.id))
    values = {**WRITTEN, "day": "2021-12-20"}
    made_of = agreement_preview.preview(desk, cases.get(desk, case.id), values)
    assert made_of.agreed_fen == 519425392 and not made_of.faults
    assert case_told.told(desk, cases.get(desk, case.id)) == before
    broken = {"obligations": [{"debtors": ["9"], "due_on": "2月30日", "instalments": [{"amount": "1"}]}], "day": "2021-13-01"}
    made_of = agreement_preview.preview(desk, cases.get(desk, case.id), broken)
    assert {fault.field for fault in made_of.faults} >= {
        "day",
        "obligations.0.due_on",
        "obligations.0.debtors",
        "obligations.0.instalments.0.due_on",
    }


def test_a_clause_of_the_library_is_taken_with_enter_and_remembered(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    write_one_obligation(driver)
    driver.press("F7")
    offers = driver.page._writing.offers
    assert offers.leads.hasFocus() and offers.leads.selectedItems()
    key, text = offers.offers[0].key, offers.offers[0].text
    driver.press("Return")
    followed(driver)
    assert text in text_of(driver) or "".join(text.split()) in text_of(driver)
    assert key not in [offer.key for offer in driver.page._writing.offers.offers]
    driver.press("F8")
    saved = cases.get(desk, case.id).agreements[-1]
    assert saved.clauses == [text] and saved.origins == [{"key": key, "generated": text}]


def test_a_red_finding_is_passed_with_a_reason_by_keyboard_and_shows_on_no_paper(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    write_one_obligation(driver)
    driver.page._writing.lead("clauses")
    driver.type("车辆所有权归申请人。")
    followed(driver)
    assert driver.page._judged.red == 1 and not driver.page.primary().enabled
    driver.press("Alt+C", "Alt+R")
    driver.page._aside.form.set_values({"reason": "court_asked"})
    driver.page._aside.form.focus("note")
    driver.type("已问过法官")
    driver.press("F8")
    followed(driver)
    assert driver.page._judged.red == 0 and driver.page.primary().enabled
    assert any(line.state == "green" for line in driver.page._judged.lines)
    driver.press("F9")
    assert cases.get(desk, case.id).agreements[-1].status is AgreementStatus.ISSUED
    assert "已问过法官" not in text_of(driver) and "问明" not in text_of(driver)


def test_guests_see_nothing_of_the_check(opened: Any) -> None:
    driver, _desk, _case = opened("agreement")
    write_one_obligation(driver)
    driver.press("F10")
    assert not driver.page.check.isVisible() and not driver.page.line.isVisible()
    driver.press("Alt+C")
    assert not driver.page.check.leads.hasFocus()
    driver.press("F10")
    driver.page._writing.lead("clauses")
    driver.type("车辆所有权归申请人。")
    followed(driver)
    driver.press("F10", "F9")
    shown = [label.text() for label in driver.window.findChildren(QLabel) if label.isVisible()]
    assert not any("所有权归”" in text or "物权" in text for text in shown), "the key says no more than the button"
    assert not any("物权" in button.toolTip() for button in driver.window.findChildren(QPushButton) if button.isVisible())
    driver.press("F10")
    assert not any(label.text().startswith("当事人视图：") for label in driver.window.findChildren(QLabel) if label.isVisible())


def test_versions_are_compared_and_a_text_from_word_is_read_in(opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, desk, case = opened("agreement")
    driver.press("Alt+P")
    driver.page._aside.form.set_values(
        {
            "text": "双方签订借款合同，到期未还清，双方对此没有争议。\n双方达成如下协议：\n"
            "1、呼和浩特市某农业科技有限公司于２０２２年１月２０日前向内蒙古某商业银行股份有限公司偿还借款本息５，１９４，２５３．９２元（大写：伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分），转账。\n"
            "2、双方再无其他争议。"
        }
    )
    driver.press("F8")
    followed(driver)
    row = driver.page._writing.values()["obligations"][0]
    assert row["debtors"] == "呼和浩特市某农业科技有限公司" and row["amount"] == "5194253.92" and row["due_on"] == "2022-01-20"
    assert driver.page._writing.values()["clauses"] == "双方再无其他争议。"
    driver.press("F8")
    driver.page._writing.lead("clauses")
    driver.press("Ctrl+End", "Return")
    driver.type("另行约定见附件。")
    driver.press("F8")
    driver.press("Alt+V")
    assert any("另行约定" in sentence for sentence in driver.page._aside.changes.sentences())
    target = tmp_path / "changes.pdf"
    monkeypatch.setattr(save_file, "ask", lambda *_asked: str(target))
    driver.page._presenter.asides.save_comparison(str(target), 1, 2)
    driver.settle()
    assert "另行约定" in "".join("".join(raster.texts(target.read_bytes())).split())
    driver.press("Esc")
    assert driver.page._aside is None


def test_a_plan_is_written_out_while_one_types(opened: Any) -> None:
    driver, desk, case = opened("agreement")
    write_one_obligation(driver)
    form = driver.page._writing.obligations.form
    form.focus("timing")
    form.set_values({"timing": "instalments"})
    form.editor("timing").changed.emit()
    form.focus("first_on")
    driver.fill("2022-01-31", "3")
    followed(driver)
    rows = form.values()["instalments"]
    assert [row["due_on"] for row in rows] == ["2022-01-31", "2022-02-28", "2022-03-31"]
    driver.press("F8")
    saved = cases.get(desk, case.id).agreements[-1].obligations[0]
    assert [part.amount_fen for part in saved.instalments] == [173141797, 173141797, 173141798]
    assert saved.details["times"] == 3
    driver.page._presenter.start(case_id=case.id)
    driver.settle()
    assert driver.page._writing.values()["obligations"][0]["times"] == "3"
