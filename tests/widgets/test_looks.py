"""Colours, size and language take effect at once; the lock and the guest view of an office with a password."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app as program
from desktop import i18n
from desktop.app import App, Wish
from desktop.settings import Settings
from desktop.widgets import messages, theme
from tests import window_driver
from tests.window_driver import DAY, OFFICE

PASSWORD = "correct horse"


def wait_for(what: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        QApplication.processEvents()
        time.sleep(0.005)
    QApplication.processEvents()


@pytest.fixture
def run(qt: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., App]]:
    """Starts the program as a person does, on an office in a folder."""
    monkeypatch.setenv("HEYI_CONFIG", str(tmp_path / "config"))
    monkeypatch.delenv("HEYI_LANGUAGE", raising=False)
    apps: list[App] = []

    def start(folder: Path, password: str = "", **kept: Any) -> App:
        settings = Settings()
        settings.put({"language": "en", **kept})
        made = App(qt, Wish(office=str(folder), today=DAY, password=password), settings)
        apps.append(made)
        made.start()
        wait_for(lambda: made.window.page_name == "today")
        return made

    yield start
    for one in apps:
        one.window.close_desk()
        one.close()
        one.window.deleteLater()
    i18n.use("en")
    window_driver.qt(language="en")


def test_looks_take_effect_at_once_on_the_same_page(run: Callable[..., App], tmp_path: Path) -> None:
    window_driver.office(tmp_path / "office").close()
    app = run(tmp_path / "office")
    first, desk = app.window, app.window.desk
    app.window.open_page("settings", section="looks")
    wait_for(lambda: app.window.page.form is not None)  # type: ignore[union-attr]
    page: Any = app.window.page
    page.form.set_values({"theme": "dark", "scale": 150, "language": "zh_Hans_CN"})
    page._save()
    wait_for(lambda: app.window is not first and app.window.page_name == "settings")
    assert theme.current().dark and theme.current().scale == 150
    assert app.window.desk is desk and app.window.windowTitle().startswith("设置")
    assert app.window.rail.buttons["today"].text() == "今日"
    wait_for(lambda: getattr(app.window.page, "form", None) is not None)
    assert Settings().get("scale") == 150


def test_the_lock_waits_for_a_session_and_the_guest_view_asks_for_the_password(
    run: Callable[..., App], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.services import intake, office

    made = office.create(tmp_path / "office", OFFICE, password=PASSWORD, today=lambda: DAY)
    parties = [{"role": "applicant", "name": "张三"}, {"role": "respondent", "name": "李四"}]
    case_id = intake.open_case(made.desk, {"category": "other", "parties": parties}).id
    made.desk.close()
    app = run(tmp_path / "office", PASSWORD, guest_password=True, lock_after=1)
    window = app.window
    window.open_page("case", case_id=case_id)
    wait_for(lambda: window.page.title())  # type: ignore[union-attr]
    window.turn_guest()
    assert window.guest
    window.turn_guest()
    dialog = next(one for one in window.findChildren(messages.PasswordDialog))
    assert window.guest, "the whole program stays hidden until the password is there"
    dialog.line.setText("wrong")
    QTest.keyClick(dialog.line, "\r")
    wait_for(lambda: dialog.note.text())
    assert window.guest
    dialog.line.setText(PASSWORD)
    QTest.keyClick(dialog.line, "\r")
    wait_for(lambda: not window.guest)
    monkeypatch.setattr(type(window.page), "in_session", True)
    app.nobody_there()
    assert window.desk is not None, "the lock waits while a session is written"
    monkeypatch.setattr(type(window.page), "in_session", False)
    app.nobody_there()
    wait_for(lambda: window.desk is None)


def test_patience_begins_anew_with_each_touch(qt: Any) -> None:
    over: list[int] = []
    idle = program.Idle(qt, lambda: over.append(1))
    idle.wait(0)
    assert not idle._clock.isActive()
    idle.wait(1)
    idle._clock.setInterval(300)
    idle._clock.start()
    for _n in range(4):
        QTest.qWait(120)
        QTest.keyClick(window_driver.QWidget(), "a")
    assert over == []
    wait_for(lambda: over)
    idle.wait(0)
