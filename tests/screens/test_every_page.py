"""Every page for one who does not see the screen or has no mouse: each control has a name, Tab goes as one reads."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

from desktop.i18n import _
from tests import window_driver
from tests.screens import lives
from tests.window_driver import Driver

MOST = 150
PAGES: dict[str, Callable[[Driver, int], object]] = {
    "today": lambda driver, _case: driver.press("Alt+1"),
    "new": lambda driver, _case: driver.press("F3", "F4"),
    "settled": lambda driver, _case: driver.press("F3", "F11"),
    "register": lambda driver, _case: driver.press("Alt+3"),
    "screening": lambda driver, _case: driver.press("Alt+7"),
    "mediators": lambda driver, _case: driver.press("Alt+4"),
    "a mediator": lambda driver, _case: driver.press("Alt+4", "F9"),
    "statistics": lambda driver, _case: driver.press("Alt+5"),
    "case": lambda driver, case: driver.window.open_page("case", case_id=case),
    "performance": lambda driver, case: driver.window.open_page("case", case_id=case, move="perform"),
    "members": lambda driver, case: driver.window.open_page("case", case_id=case, move="return_visit"),
    "steps": lambda driver, case: (driver.window.open_page("case", case_id=case), driver.settle(), driver.press("F7")),
    "agreement": lambda driver, case: driver.window.open_page("agreement", case_id=case),
    "copy sheet": lambda driver, case: driver.window.open_page("copy_sheet", case_id=case),
    "platform's list": lambda driver, _case: driver.press("Alt+3", "F4"),
    "templates": lambda driver, _case: driver.window.open_page("templates"),
    "help": lambda driver, _case: driver.press("Alt+1", "F1"),
    **{
        f"settings: {section}": lambda driver, _case, section=section: driver.window.open_page("settings", section=section)
        for section in ("office", "users", "courts", "series", "values", "days", "causes", "looks", "copies")
    },
}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Driver, int]]:
    """One window on an office with a case that is performing, for all pages."""
    window_driver.qt()
    desk, clock = lives.opened(tmp_path_factory.mktemp("pages") / "office")
    case = lives.play(desk, clock, "wages")
    driver = Driver(desk)
    yield driver, case.id
    driver.close()


def stops(driver: Driver) -> list[QWidget]:
    """What Tab goes through on the page, in its order: from the first control to where it leaves the page or comes round."""
    page = driver.page
    assert driver.focus is not None  # the window is the active one
    page.setFocus()
    found: list[QWidget] = []
    left = 0
    for _n in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or driver.window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is None or now in found:
            break
        if page.isAncestorOf(now):
            found.append(now)
        elif found:
            left += 1
            if left > 12:  # through the frame around the page
                break
    return found


def named(control: Any) -> bool:
    """Whether a screen reader has something to say: a name, or the words on it."""
    return bool(control.accessibleName().strip() or (hasattr(control, "text") and not hasattr(control, "setReadOnly") and control.text()))


def column_of(control: QWidget) -> QWidget | None:
    """The scrolled column in which it stands: columns are read one after the other."""
    above = control.parentWidget()
    while above is not None and not (isinstance(above, QScrollArea) and not isinstance(control, QAbstractItemView) or above.isWindow()):
        above = above.parentWidget()
    return above


def top(control: QWidget) -> int:
    """Where it begins on the screen."""
    return control.mapToGlobal(QPoint(0, 0)).y()


def left(control: QWidget) -> int:
    """Where its left edge is on the screen."""
    return control.mapToGlobal(QPoint(0, 0)).x()


def out_of_order(order: list[QWidget]) -> list[str]:
    """Pairs in one column of which the second lies above the first."""
    wrong = []
    for one, following in zip(order, order[1:], strict=False):
        if column_of(one) is not column_of(following):
            continue
        if following.accessibleName() == _("Take out") or left(following) > left(one) + one.width():
            continue  # what takes a card away stands in its head and is reached after its fields; a column to the right
        if top(following) + following.height() // 2 < top(one) - one.height() // 2 - 4:
            wrong.append(f"{one.accessibleName() or one.objectName() or one} -> {following.accessibleName() or following}")
    return wrong


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_tab_goes_as_one_reads(walked: tuple[Driver, int], name: str) -> None:
    driver, case = walked
    PAGES[name](driver, case)
    driver.settle()
    for _layout in range(2):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    found = stops(driver)
    assert found, "a page has something to go to"
    assert [f"{type(one).__name__} {one.objectName()}" for one in found if not named(one)] == []
    assert out_of_order(found) == []
    driver.press("Esc")


def test_the_pages_before_an_office_have_names_too(qt: Any, tmp_path: Path) -> None:
    driver = Driver(None)
    driver.window.open_page("first_run")
    driver.settle()
    found = stops(driver)
    assert found and [f"{type(one).__name__} {one.objectName()}" for one in found if not named(one)] == []
    assert out_of_order(found) == []
    driver.close()


@pytest.mark.parametrize("name", ["new", "case", "performance", "agreement", "register", "statistics", "a mediator", "copy sheet"])
def test_a_small_window_forces_nothing_wider(walked: tuple[Driver, int], name: str) -> None:
    driver, case = walked
    driver.window.resize(911, 512)
    PAGES[name](driver, case)
    driver.settle()
    driver.settle()
    page = driver.page
    assert (driver.window.width(), driver.window.height()) == (911, 512), "nothing on the page forces the window wider"
    assert page.minimumSizeHint().width() <= page.width() and page.minimumSizeHint().height() <= page.height(), page.minimumSizeHint()
    for area in driver.page.findChildren(QScrollArea):
        if area.isVisible() and area.widget() is not None:
            assert area.widget().minimumSizeHint().width() <= area.viewport().width() + 2, area.widget().minimumSizeHint()
    driver.press("Esc")
    driver.window.resize(1366, 768)
    driver.settle()
