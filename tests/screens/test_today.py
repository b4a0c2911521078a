"""The day's sheet in the real window."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.services import intake
from tests import window_driver

CASE = {"category": "other", "parties": [{"role": "applicant", "name": "张三"}, {"role": "respondent", "name": "李四"}]}


@pytest.fixture
def desk(qt: Any, tmp_path: Path) -> Any:
    """An empty office."""
    return window_driver.office(tmp_path / "office")


@pytest.fixture
def driver(desk: Any) -> Iterator[window_driver.Driver]:
    """A window on an office with one case that waits to be accepted."""
    intake.open_case(desk, CASE)
    found = window_driver.Driver(desk)
    yield found
    found.close()


def _lines(page: Any) -> list[Any]:
    return [line for line in page._lines if line is not None]


def test_an_empty_office_is_told_what_belongs_here_and_offered_the_first_step(desk: Any) -> None:
    driver = window_driver.Driver(desk)
    assert driver.window.page_name == "today"
    assert driver.page._stack.currentWidget() is driver.page._empty
    driver.press("Return")
    assert driver.window.page_name == "new"
    driver.close()


def test_a_case_that_waits_is_opened_by_enter(driver: window_driver.Driver) -> None:
    (line,) = _lines(driver.page)
    assert (line.number, line.parties, line.left, line.move) == ("2026-00001", "张三、李四", "", "accept")
    driver.press("Return")
    assert driver.window.page_name == "case"
    driver.press("Esc", "Esc")  # the sheet of the move, then the case
    assert driver.window.page_name == "today"


def test_what_is_overdue_says_so_in_words_and_in_red(driver: window_driver.Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.services import today

    tasks = [today.Task("A", 1, "n", "p", date(2026, 11, 17), -3, "", ""), today.Task("B", 1, "n", "p", date(2026, 11, 22), 2, "", "")]
    monkeypatch.setattr(today, "sheet", lambda _desk: today.Sheet(tasks[:1], [], tasks[1:], []))
    driver.press("F5")
    late, soon = _lines(driver.page)
    assert (late.left, late.state) == ("3 days overdue", "red")
    assert (soon.left, soon.state) == ("2 days left", "amber")
    assert driver.page._table.currentRow() == 1
    driver.press("Down")  # over the headings and the empty list to the next line
    assert driver.page._current() == soon


def test_the_day_stands_beside_the_title(driver: window_driver.Driver) -> None:
    assert "2026" in driver.page.subtitle()


def test_coming_back_asks_again(driver: window_driver.Driver, desk: Any) -> None:
    driver.press("F3")
    intake.open_case(desk, CASE)
    driver.press("Esc")
    assert len(_lines(driver.page)) == 2
