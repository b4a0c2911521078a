"""F1 opens the help of the page one is on, with its keys; Esc goes back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop import assets
from desktop.screens.help.presenter import TOPICS, read
from tests import window_driver


def test_every_page_has_its_help(qt: Any, chinese: None, tmp_path: Path) -> None:
    driver = window_driver.Driver(window_driver.office(tmp_path / "office"))
    titles = {"Alt+1": "今日", "F3": "登记纠纷", "Alt+3": "登记簿", "Alt+4": "调解员", "Alt+5": "统计", "Alt+6": "设置"}
    for key, title in titles.items():
        driver.press(key)
        page = driver.window.page_name
        driver.press("F1")
        assert driver.window.page_name == "help" and driver.page.subtitle() == title
        said = "\n".join(label.text() for label in driver.page.findChildren(QLabel) if label.isVisibleTo(driver.page))
        assert "Ctrl+K" in said and "F1" in said, "the keys of the page behind it"
        driver.press("Esc")
        assert driver.window.page_name == page
    driver.press("F1", "Up")
    assert driver.page.subtitle() != "设置", "the arrows go through the pages"
    driver.close()


@pytest.mark.parametrize("topic", TOPICS)
def test_a_help_page_is_short_and_has_a_title(topic: str) -> None:
    pieces = read(topic)
    assert pieces[0].kind == "title" and 0 < len(pieces[0].text) < 12
    assert 1 < len(pieces) < 40
    assert all("！" not in piece.text and "!" not in piece.text for piece in pieces)


def test_no_help_page_is_forgotten() -> None:
    assert {file.stem for file in assets.path("help").glob("*.txt")} == set(TOPICS)
