"""The print window of a case: what is ticked, what the spooler is asked, what is said and recorded of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.refusal import Refusal
from desktop.services import cases, prints, spooler
from desktop.services.spooler import Choice, Printer
from tests.screens.test_case import made
from tests.window_driver import Driver


class Spool:
    """A spooler with two queues, one of them paused."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, Choice]] = []
        self.why_not = ""

    def printers(self) -> list[Printer]:
        hall = Printer("hall", True, "", True, (("InputSlot=Auto", "Auto"), ("InputSlot=Tray2", "Tray2")))
        return [hall, Printer("desk", False, "desk is paused")]

    def send(self, pdf: bytes, title: str, choice: Choice) -> str:
        assert pdf.startswith(b"%PDF")
        if self.why_not:
            raise Refusal(self.why_not, "printer", "not_printed")
        self.taken.append((title, choice))
        return f"hall-{len(self.taken)}"


@pytest.fixture
def spool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Spool:
    found = Spool()
    monkeypatch.setenv("HEYI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setattr(spooler, "there", lambda: True)
    monkeypatch.setattr(spooler, "printers", found.printers)
    real = prints.send
    monkeypatch.setattr(prints, "send", lambda *all_, **rest: real(*all_, **{"spool": found.send, **rest}))
    return found


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path, spool: Spool) -> Iterator[tuple[Driver, Any, Any]]:
    desk, case = made(tmp_path / "office", "sign")
    driver = Driver(desk)
    driver.window.open_page("case", case_id=case.id)
    driver.settle()
    yield driver, desk, case
    driver.close()


def window(driver: Driver) -> Any:
    driver.press("Ctrl+P")
    driver.settle()
    sheet = driver.page.printing.sheet
    assert sheet is not None
    return sheet


def test_the_shown_paper_is_printed_with_its_originals_and_then_as_a_copy(opened: Any, spool: Spool) -> None:
    driver, desk, case = opened
    driver.page._presenter.open_paper("agreement", 0)
    driver.settle()
    sheet = window(driver)
    ((key, copies),) = sheet.chosen()
    assert key.startswith("agreement:") and copies > 1
    assert not sheet.originals.isEnabled()
    sheet.sides.setCurrentIndex(1)
    sheet.tray.setCurrentIndex(1)
    sheet.right.setValue(1.5)
    sheet._print()
    driver.settle()
    assert driver.page.printing.sheet is None, "what the spooler took closes the window"
    ((title, choice),) = spool.taken
    assert title.startswith("agreement") and choice == Choice("hall", copies, spooler.LONG_EDGE, "InputSlot=Tray2", 1.5, 0.0)
    again = window(driver)
    assert again.chosen() == [(key, 1)] and again.originals.isEnabled()
    assert (again.sides.currentIndex(), again.tray.currentIndex(), again.right.value()) == (1, 1, 1.5), "remembered for the kind"
    again._print()
    driver.settle()
    (runs,) = prints.printed(desk, case.id).values()
    assert [one.copy for one in runs] == [0, 1]


def test_a_selection_is_printed_and_what_is_refused_stays_on_the_screen(opened: Any, spool: Spool) -> None:
    driver, desk, case = opened
    sheet = window(driver)
    for _key, tick, _many in sheet.lines:
        tick.setChecked(True)
    sheet._print()
    driver.settle()
    assert len(spool.taken) == len(sheet.lines) > 3
    spool.why_not = "打印机未接收：没有打印。"
    sheet = window(driver)
    sheet.lines[0][1].setChecked(True)
    sheet._print()
    driver.settle()
    assert driver.page.printing.sheet is sheet
    assert "打印机未接收" in sheet.banner.sentence()
    assert sheet._go.isEnabled(), "pressing the button again tries again"


def test_a_paused_queue_is_said_before_printing_and_no_printer_leaves_the_other_ways(
    opened: Any, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, _desk, _case = opened
    sheet = window(driver)
    sheet.printer.setCurrentIndex(1)
    assert sheet.banner.sentence() == "desk is paused"
    sheet.reject()
    driver.settle()
    monkeypatch.setattr(spooler, "printers", list)
    sheet = window(driver)
    sheet.lines[0][1].setChecked(True)
    for _key, tick, _many in sheet.lines[1:]:
        tick.setChecked(False)
    assert not sheet._go.isEnabled() and sheet._pdf.isEnabled() and sheet._docx.isEnabled() and sheet._viewer.isEnabled()
    assert "另存为PDF" in sheet.banner.sentence() or sheet.banner.sentence()


def test_a_paper_of_the_window_is_saved_as_a_file(opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, _desk, case = opened
    target = tmp_path / "a.docx"
    monkeypatch.setattr("desktop.widgets.save_file.ask", lambda *_all: str(target))
    sheet = window(driver)
    for n, (_key, tick, _many) in enumerate(sheet.lines):
        tick.setChecked(n == 0)
    sheet.file_wanted.emit(".docx")
    driver.settle()
    assert target.read_bytes()[:2] == b"PK"
    assert str(target) in sheet.banner.sentence()
    assert cases.get(_desk, case.id) is not None
    QApplication.processEvents()
