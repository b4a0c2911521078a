"""The page of statistics, driven by keyboard: reports, periods, last year's figures, and the cases behind each cell."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop.services import register, statistics
from desktop.widgets import save_file
from tests import window_driver
from tests.services import office_of_figures
from tests.window_driver import DAY, Driver


@pytest.fixture
def driver(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Driver]:
    """The page on an office of 120 random cases, on 2026-11-20."""
    desk = window_driver.office(tmp_path / "office")
    office_of_figures.fill(desk, 3, 120)
    opened = Driver(desk)
    opened.window.open_page("statistics")
    opened.settle()
    yield opened
    opened.close()


def shown(driver: Driver) -> list[list[str]]:
    """The table as it is read."""
    table = driver.page.table
    return [[table.item(row, column).text() for column in range(table.columnCount())] for row in range(table.rowCount())]


def words(page: Any) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def choose(driver: Driver, name: str) -> None:
    """Goes to a report in the list at the left by the arrows."""
    names = driver.page._names
    names.setFocus()
    place = [key for key, _label in statistics.names()].index(name)
    while names.currentRow() != place:
        driver.press("Down" if names.currentRow() < place else "Up")


def test_overview_of_the_year_is_there_at_once(driver: Driver) -> None:
    made = statistics.report(driver.desk, "overview", date(2026, 1, 1), date(2026, 12, 31))
    assert [row[1] for row in shown(driver)][:3] == [str(made.total.values[key]) for key in ("brought_forward", "accepted", "concluded")]
    assert "截至2026年11月20日" in driver.page.subtitle()
    assert "期间首日以前受理" in words(driver.page), "the rule of the figure in focus stands under the table"


def test_reports_and_periods_by_keyboard(driver: Driver) -> None:
    choose(driver, "category")
    made = statistics.report(driver.desk, "category", date(2026, 1, 1), date(2026, 12, 31))
    assert shown(driver)[-1][:3] == ["合计", str(made.total.values["brought_forward"]), str(made.total.values["accepted"])]
    driver.page.table.setFocus()
    driver.press("Ctrl+Left")
    made = statistics.report(driver.desk, "category", date(2025, 1, 1), date(2025, 12, 31))
    assert shown(driver)[-1][2] == str(made.total.values["accepted"])
    driver.press("Ctrl+D")
    driver.fill("20250301", "20250415")
    made = statistics.report(driver.desk, "category", date(2025, 3, 1), date(2025, 4, 15))
    assert shown(driver)[-1][2] == str(made.total.values["accepted"])
    assert driver.page.question._kinds.value() == ["free"]
    driver.page.question.period.emit("quarter")
    driver.settle()
    assert (driver.page.question._ends["from"].text(), driver.page.question._ends["to"].text()) == ("2026-10-01", "2026-12-31")


def test_days_that_are_none_are_said_at_the_field(driver: Driver) -> None:
    before = shown(driver)
    driver.press("Ctrl+D")
    driver.fill("20260230", "20260301")
    assert "不存在" in words(driver.page.question) and shown(driver) == before
    driver.press("Ctrl+D")
    driver.fill("20260401", "20260301")
    assert "早于起始日期" in words(driver.page.question)
    driver.press("Ctrl+D")
    driver.fill("20260301", "20260401")
    assert "早于起始日期" not in words(driver.page.question)


def test_last_year_stands_in_brackets(driver: Driver) -> None:
    choose(driver, "source")
    driver.page.question.compared.emit(True)
    driver.settle()
    now = statistics.report(driver.desk, "source", date(2026, 1, 1), date(2026, 12, 31), compare=True)
    assert now.before is not None
    assert shown(driver)[-1][2] == f"{now.total.values['accepted']}\n({now.before.total.values['accepted']})"
    assert "2025年1月1日至2025年11月20日" in words(driver.page)
    choose(driver, "overview")
    assert driver.page.table.columnCount() == 4


def test_a_cell_leads_to_its_cases_and_back(driver: Driver) -> None:
    choose(driver, "category")
    table = driver.page.table
    row = next(row for row, texts in enumerate(shown(driver)) if texts[3] not in ("0", ""))
    table.setFocus()
    table.setCurrentCell(row, 3)
    count, shown_total = int(shown(driver)[row][3]), shown(driver)[-1][3]
    driver.press("Return")
    assert driver.window.page_name == "register" and len(driver.page.table.model.rows) == count
    assert driver.page.subtitle().startswith(f"{count} 件")
    chips = [chip.text() for chip in driver.page._found_chips]
    assert "本期办结" in chips[0] and "2026" in chips[0] and chips[1].startswith("纠纷类别")
    driver.page._found_chips[1].click()
    driver.settle()
    assert len(driver.page.table.model.rows) == int(shown_total), "without the split all of the figure"
    driver.page._found_chips[0].click()
    driver.settle()
    assert len(driver.page.table.model.rows) == len(register.page(driver.desk, limit=0))
    driver.press("Esc")
    assert driver.page.table is table and (table.currentRow(), table.currentColumn()) == (row, 3)


def test_a_figure_of_nothing_opens_nothing(driver: Driver) -> None:
    choose(driver, "moj_type")
    table = driver.page.table
    row = next(row for row, texts in enumerate(shown(driver)) if texts[1] == "0")
    table.setFocus()
    table.setCurrentCell(row, 1)
    driver.press("Return")
    assert table.isVisible()


def test_split_by_something_else_as_well(driver: Driver) -> None:
    choose(driver, "category")
    driver.page.question.besides.emit("outcome")
    driver.settle()
    assert any("·" in row[0] for row in shown(driver)[:-1])
    choose(driver, "overview")
    assert not driver.page.question._split.isVisible()


def test_chart_is_drawn_in_the_size_of_the_pane(driver: Driver) -> None:
    driver.wait_for(lambda: not driver.page.chart._picture.pixmap().isNull())
    first = driver.page.chart._picture.pixmap().width()
    driver.window.resize(1700, 768)
    driver.wait_for(lambda: driver.page.chart._picture.pixmap().width() > first)
    assert driver.page.chart._picture.accessibleName()


def test_saved_as_a_file(driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(driver, "mediator")
    for ending in (".pdf", ".xlsx", ".json"):
        monkeypatch.setattr(save_file, "ask", lambda _parent, name, ending: str(tmp_path / f"{name}{ending}"))
        driver.page._ask_file(ending)
        driver.settle()
    names = sorted(file.name for file in tmp_path.glob("按调解员*"))
    assert names == ["按调解员 2026年.json", "按调解员 2026年.pdf", "按调解员 2026年.xlsx"]
    assert json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))["report"] == "mediator"


def test_an_empty_period_says_so(driver: Driver) -> None:
    driver.press("Ctrl+D")
    driver.fill("19900101", "19901231")
    assert "本期间没有案件" in words(driver.page)


def test_narrow_window_takes_turns(qt: Any, chinese: None, tmp_path: Path) -> None:
    driver = Driver(window_driver.office(tmp_path / "office", today=DAY), 911, 512)
    driver.window.open_page("statistics")
    driver.settle()
    assert driver.window.width() == 911, "nothing on the page forces the window wider"
    assert not driver.page.chart.isVisible()
    driver.press("F6")
    assert driver.page.chart.isVisible() and not driver.page.table.isVisible()
    driver.close()
