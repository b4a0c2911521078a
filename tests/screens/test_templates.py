"""The page of wordings, driven: a sentence is typed, seen on paper, refused where it is broken, kept and taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from desktop.services import raster, templates
from tests.screens.test_case import made
from tests.window_driver import Driver


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[tuple[Driver, Any]]:
    desk, _case = made(tmp_path / "office", "sign")
    driver = Driver(desk)
    driver.window.open_page("templates", kind="agreement")
    driver.settle()
    yield driver, desk
    driver.close()


def write(driver: Driver, text: str) -> None:
    page = driver.page
    page.own.setPlainText(text)
    page.flush()
    driver.settle()


def said(driver: Driver) -> str:
    return "".join(raster.texts(driver.page._presenter._pdf))


def choose(driver: Driver, name: str) -> None:
    driver.page.sentences.setCurrentRow(list(driver.page._rows).index(name))


def test_a_sentence_is_typed_seen_and_kept(opened: Any) -> None:
    driver, desk = opened
    assert "人民调解协议书" in said(driver)
    choose(driver, "title")
    write(driver, "调解协议")
    assert "人民调解协议书" not in said(driver).replace("《人民调解协议书》", "") and "调解协议" in said(driver)
    assert templates.own(desk) == {}, "nothing is kept before it is saved"
    driver.press("F8")
    driver.settle()
    assert 'title = "调解协议"' in templates.own(desk)["agreement"]
    assert driver.page.sentences.currentItem().text().startswith("●")


def test_a_broken_sentence_is_named_and_not_kept(opened: Any) -> None:
    driver, desk = opened
    choose(driver, "number")
    write(driver, "编号：{who}")
    assert "who" in driver.page.fault.text()
    driver.press("F8")
    driver.settle()
    assert templates.own(desk) == {} and driver.page.banner.sentence()
    write(driver, "编号")
    assert "{number}" in driver.page.warning.text()


def test_the_shipped_wording_comes_back(opened: Any) -> None:
    driver, desk = opened
    choose(driver, "title")
    write(driver, "调解协议")
    driver.press("F8")
    driver.settle()
    driver.page._reset_sentence()
    driver.press("F8")
    driver.settle()
    assert templates.own(desk) == {}
    QTest.qWait(1)


def test_another_kind_is_opened_and_one_without_a_case_says_so(opened: Any) -> None:
    driver, _desk = opened
    page = driver.page
    page.kinds.setCurrentIndex(page.kinds.findData("receipt"))
    page._kind_chosen()
    driver.settle()
    assert "title" in page._rows and page.preview._note.text()


def test_the_settings_list_the_kinds_and_the_phrases_are_off_until_approved(opened: Any) -> None:
    driver, desk = opened
    from desktop.screens.ledgers import presenter_templates as sections

    assert len(sections._kinds(desk).lines) > 20
    sections._phrase_sheet(desk, None).save({"chinese": "人民调解协议书", "mongolian": "ᠮᠥᠩᠬᠡ"})
    assert sections._phrases(desk).notes[0][1] == "amber"
    sections._approve(desk, None).save({"by": "苏某", "on": desk.today().isoformat()})
    assert sections._phrases(desk).notes[0][1] == "green"
    driver.window.open_page("templates", kind="agreement")
    driver.settle()
    assert "ᠮᠥᠩᠬᠡ" in said(driver)
    sections._phrase_sheet(desk, "人民调解协议书").save({"chinese": "人民调解协议书", "mongolian": ""})
    assert templates.phrases(desk).phrases == {}


def test_what_is_typed_and_not_saved_waits_for_its_kind(opened: Any) -> None:
    driver, desk = opened
    page = driver.page
    choose(driver, "title")
    page.own.setPlainText("调解协议")
    choose(driver, "number")  # quicker than the rest of the hand
    driver.settle()
    page.kinds.setCurrentIndex(page.kinds.findData("receipt"))
    page.kinds.activated.emit(page.kinds.currentIndex())
    driver.settle()
    assert "title" in page._rows and page._rows["title"].own != "调解协议"
    page.kinds.setCurrentIndex(page.kinds.findData("agreement"))
    page.kinds.activated.emit(page.kinds.currentIndex())
    driver.settle()
    choose(driver, "title")
    assert page.own.toPlainText() == "调解协议" and "Ctrl+D" in page.banner.sentence()
    assert templates.own(desk) == {}
    driver.press("Ctrl+D")
    driver.settle()
    choose(driver, "title")
    assert page.own.toPlainText() == page._rows["title"].shipped and not page.banner.sentence()
