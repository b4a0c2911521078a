"""First start in the real window: a new office, its recovery sheet, an office that is there."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop.screens.first_run.presenter import FirstRunPresenter
from desktop.services import demo, office
from tests import window_driver


class Opened(list[tuple[str, str]]):
    """The offices that were wanted."""


@pytest.fixture
def wanted() -> Opened:
    """What the page asked to be opened."""
    return Opened()


@pytest.fixture
def driver(qt: Any, tmp_path: Path, wanted: Opened, monkeypatch: pytest.MonkeyPatch) -> Iterator[window_driver.Driver]:
    """A window without an office, at the first page."""
    monkeypatch.setattr(Path, "home", classmethod(lambda _cls: tmp_path))
    found = window_driver.Driver(None)
    page: Any = found.window.open_page("first_run")
    page.office_wanted.connect(lambda folder, password: wanted.append((folder, password)))
    found.settle()
    yield found
    found.close()


def test_an_office_is_made_by_keyboard_and_its_words_are_kept_before_it_opens(
    driver: window_driver.Driver, wanted: Opened, tmp_path: Path
) -> None:
    driver.fill("新城区诉调中心", "新诉调", "", "", "内0102", "", "王某", "geheim-2026", "geheim-2026", "", "7", "12")
    driver.press("F8")
    driver.wait_for(lambda: driver.page._state == "recovery", 60)
    driver.press("F8")
    assert wanted == []  # not before the words are in safe hands
    driver.page.choose_file = lambda _title, _name: str(tmp_path / "sheet.pdf")
    driver.press("Ctrl+S")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    driver.press("F8")
    ((folder, password),) = wanted
    desk = office.open(Path(folder), password)
    from desktop.services import intake, people

    own = people.own_organisation(desk)
    assert (own.name, own.short_name, desk.person.name, desk.encrypted) == ("新城区诉调中心", "新诉调", "王某", True)
    case = intake.open_case(desk, {"category": "other", "parties": [{"role": "applicant", "name": "张三"}]})
    assert case.entry_number.endswith("-00007")
    desk.close()


def test_the_recovery_sheet_is_printed(driver: window_driver.Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.widgets import printer

    def chosen(*_asked: object) -> QPrinter:
        found = QPrinter(QPrinter.PrinterMode.HighResolution)
        found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        found.setOutputFileName(str(tmp_path / "printed.pdf"))
        return found

    monkeypatch.setattr(printer, "why_not", lambda: "")
    monkeypatch.setattr(printer, "ask", chosen)
    driver.fill("新城区诉调中心", "新诉调", "", "", "", "", "", "geheim-2026", "geheim-2026")
    driver.press("F8")
    driver.wait_for(lambda: driver.page._state == "recovery", 60)
    driver.press("Ctrl+P")
    driver.wait_for(lambda: driver.page._kept, 30)
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000


def test_faults_stand_beside_their_lines_and_what_was_typed_stays(driver: window_driver.Driver, tmp_path: Path) -> None:
    driver.fill("新城区诉调中心", "", "", "", "", "", "", "12345678", "87654321")
    driver.press("F8")
    page = driver.page
    assert page.form._rows["short_name"].note.isVisible()
    assert page.secrets._notes["again"].isVisible()
    assert driver.focus is page.form.editor("short_name").line
    assert page.values()["name"] == "新城区诉调中心"
    assert not (tmp_path / "Heyi").exists()


def test_a_pattern_without_its_number_is_refused(driver: window_driver.Driver) -> None:
    driver.fill("新城区诉调中心", "新诉调")
    driver.press("Ctrl+A")
    driver.type("新诉调字")
    driver.press("F8")
    assert driver.page.form._rows["number_pattern"].note.isVisible()


def test_a_folder_that_holds_an_office_is_refused(driver: window_driver.Driver, tmp_path: Path) -> None:
    window_driver.office(tmp_path / "Heyi" / "office").close()
    driver.fill("新城区诉调中心", "新诉调", "", "", "", "", "", "geheim-2026", "geheim-2026")
    driver.press("F8")
    driver.wait_for(lambda: driver.page.whole.isVisible() or driver.page.secrets._notes["folder"].isVisible(), 30)
    assert driver.page.values()["name"] == "新城区诉调中心"


def test_an_office_that_is_there_is_opened(driver: window_driver.Driver, wanted: Opened, tmp_path: Path) -> None:
    window_driver.office(tmp_path / "plain").close()
    driver.page.choose_folder = lambda _title: str(tmp_path / "plain")
    driver.press("F7")
    assert wanted == [(str(tmp_path / "plain"), "")]


def test_a_wrong_password_is_said_beside_the_field_and_stays(driver: window_driver.Driver, wanted: Opened, tmp_path: Path) -> None:
    values = {"name": "某调委会", "short_name": "某"}
    office.create(tmp_path / "locked", values, password="right-password").desk.close()
    driver.page.choose_folder = lambda _title: str(tmp_path / "locked")
    driver.press("F7")
    driver.wait_for(lambda: driver.page._state == "unlock", 30)
    driver.type("wrong-password")
    driver.press("Return")
    unlock = driver.page._unlock
    driver.wait_for(lambda: unlock.note.isVisible(), 30)
    assert unlock.line.text() == "wrong-password" and driver.focus is unlock.line
    driver.type("right-password")  # the wrong one is marked: typing replaces it
    driver.press("Return")
    driver.wait_for(lambda: wanted, 30)
    assert wanted == [(str(tmp_path / "locked"), "right-password")]


def test_a_folder_without_an_office_is_told(driver: window_driver.Driver, wanted: Opened, tmp_path: Path) -> None:
    driver.page.choose_folder = lambda _title: str(tmp_path)
    driver.press("F7")
    assert wanted == [] and driver.page.whole.isVisible()


def test_the_training_office_is_made_once(
    driver: window_driver.Driver, wanted: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "make", partial(demo.make, generated=5))  # the hundreds take their time
    driver.press("F9")
    driver.wait_for(lambda: wanted, 120)
    assert (tmp_path / "Heyi" / "training" / "office.toml").exists()


def test_the_password_is_forgotten_after_the_office_was_handed_over() -> None:
    class View:
        """Takes the signal."""

        class office_wanted:
            emit = staticmethod(lambda *_told: None)

    presenter = FirstRunPresenter(None, None, View(), Path("."))
    presenter._password, presenter._words = "secret-password", "AAAAA"
    presenter.go_on()
    assert presenter._password == "" and presenter._words == ""
