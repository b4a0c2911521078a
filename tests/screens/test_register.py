"""The register in the real window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.vocabulary import Stage
from desktop.services import acceptance, cases, chosen_papers, intake, people, raster, register, spooler
from desktop.services.spooler import Choice, Printer
from desktop.widgets import printer, save_file
from tests import window_driver


def _case(desk: Any, name: str, category: str = "other") -> int:
    parties = [{"role": "applicant", "name": name}, {"role": "respondent", "name": "李四"}]
    return int(intake.open_case(desk, {"category": category, "parties": parties, "claim": "1200"}).id)


@pytest.fixture
def desk(qt: Any, tmp_path: Path) -> Any:
    """An office with three cases, of which one was accepted."""
    found = window_driver.office(tmp_path / "office")
    _case(found, "诸葛孔明")
    _case(found, "张三", "finance")
    acceptance.accept(found, _case(found, "<b>&{{x}}"), {})
    return found


@pytest.fixture
def driver(desk: Any) -> Iterator[window_driver.Driver]:
    """A window at the register."""
    found = window_driver.Driver(desk)
    found.press("Alt+3")
    yield found
    found.close()


def _names(driver: window_driver.Driver) -> list[str]:
    return [line.parties for line in driver.page.table.model.rows]


def test_the_newest_stands_first_and_enter_opens_it(driver: window_driver.Driver) -> None:
    assert _names(driver) == ["<b>&{{x}} / 李四", "张三 / 李四", "诸葛孔明 / 李四"]
    assert "3" in driver.page.subtitle()
    line = driver.page.table.model.rows[0]
    assert (line.entry, line.amount) == ("2026-00003", "1,200.00")
    driver.press("Down", "Return")
    assert driver.window.page_name == "case"
    driver.press("Esc")
    assert driver.page.table.current().parties == "张三 / 李四"


def test_a_name_of_two_characters_is_found_from_the_frame(driver: window_driver.Driver) -> None:
    driver.press("Alt+1", "Ctrl+K")
    driver.type("诸葛")
    driver.press("Return")
    assert driver.window.page_name == "register"
    assert _names(driver) == ["诸葛孔明 / 李四"]
    chip = driver.page._found_chips[0]
    assert "诸葛" in chip.text() and chip.isVisible()
    chip.setFocus()
    driver.press("Return")
    assert len(_names(driver)) == 3


def test_initials_and_numbers_find(driver: window_driver.Driver) -> None:
    for text, found in (("zs", "张三 / 李四"), ("2026-00001", "诸葛孔明 / 李四"), ("<b>&{{x}}", "<b>&{{x}} / 李四")):
        driver.window.open_page("register", find=text)
        driver.settle()
        assert _names(driver) == [found], text


def test_what_is_not_found_says_so_and_offers_the_way_back(driver: window_driver.Driver) -> None:
    driver.window.open_page("register", find="查无此人")
    driver.settle()
    assert driver.page._stack.currentWidget() is driver.page._nothing
    driver.press("Return")
    assert len(_names(driver)) == 3


def test_chips_narrow_the_list(driver: window_driver.Driver) -> None:
    driver.page._stages._chips["open"].click()
    driver.settle()
    assert _names(driver) == ["<b>&{{x}} / 李四"]
    driver.page._stages._chips["open"].click()
    driver.page._categories._chips["finance"].click()
    driver.settle()
    assert _names(driver) == ["张三 / 李四"]


def test_what_is_selected_is_assigned_and_what_cannot_be_says_why(driver: window_driver.Driver) -> None:
    people.add_mediator(driver.desk, {"name": "白某某", "certificate_number": "001"})
    driver.press("Ctrl+A")
    assert "3 chosen" in driver.page.subtitle()
    driver.press("F9")
    driver.type("白")
    driver.press("F8")
    stages = {line.parties[:2]: cases.get(driver.desk, line.id).stage for line in driver.page.table.model.rows}
    assert stages["<b"] == "assigned" and stages["张三"] == "registered"
    assert "2 were refused" in driver.page.banner.sentence() and "2026-00001" in driver.page.banner.sentence()


@pytest.fixture
def spool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, int, int]]:
    """A spooler that takes everything: title, pages and sheets of each."""
    taken: list[tuple[str, int, int]] = []

    def send(pdf: bytes, title: str, choice: Choice) -> str:
        taken.append((title, len(raster.sizes(pdf)), choice.copies))
        return f"hall-{len(taken)}"

    monkeypatch.setenv("HEYI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setattr(spooler, "there", lambda: True)
    monkeypatch.setattr(spooler, "printers", lambda: [Printer("hall", True)])
    real = chosen_papers.send
    monkeypatch.setattr(chosen_papers, "send", lambda *all_: real(*all_, spool=send))
    return taken


def _print_window(driver: window_driver.Driver, *kinds: str) -> Any:
    """The print window of all cases, with these kinds ticked."""
    driver.press("Ctrl+A", "Ctrl+P")
    sheet = driver.page.printing.sheet
    for key, tick, _many in sheet.lines:
        tick.setChecked(key in kinds)
    return sheet


def test_a_list_and_papers_of_the_selected_are_printed_in_one_go(driver: window_driver.Driver, spool: list[tuple[str, int, int]]) -> None:
    sheet = _print_window(driver, "list")
    assert ("registration_form", 0) in [(key, many.value()) for key, _tick, many in sheet.lines]
    assert "closing_report" not in [key for key, _tick, _many in sheet.lines], "none of them has one"
    sheet._print()
    driver.settle()
    assert spool == [("register_book 1", 1, 1)] and driver.page.printing.sheet is None
    said: list[str] = []
    driver.page.said.connect(said.append)
    sheet = _print_window(driver, "registration_form", "acceptance_form")
    assert not sheet.originals.isEnabled() and not sheet._viewer.isVisible()
    sheet._print()
    driver.settle()
    titles = [title.partition(" ")[0] for title, _pages, _sheets in spool[1:]]
    assert sorted(titles) == ["acceptance_form"] + ["registration_form"] * 3
    assert titles != sorted(titles), "the papers of one case lie together"
    assert "4" in said[-1]


def test_papers_of_the_selected_are_saved_into_a_folder_a_file_each(
    driver: window_driver.Driver, spool: list[tuple[str, int, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    said: list[str] = []
    driver.page.said.connect(said.append)
    monkeypatch.setattr(save_file, "ask_folder", lambda _parent: str(folder))
    for ending, count in ((".pdf", 4), (".docx", 8), (".pdf", 12)):
        sheet = _print_window(driver, "list", "registration_form")
        sheet.file_wanted.emit(ending)
        driver.settle()
        assert driver.page.printing.sheet is None and str(folder) in said[-1]
        assert len(list(folder.iterdir())) == count, "what is there already is kept"
    assert any(file.name.startswith("2026-00001 ") for file in folder.iterdir())
    assert not any("诸葛" in file.name for file in folder.iterdir())
    folder.rename(tmp_path / "away")
    sheet = _print_window(driver, "registration_form")
    sheet.file_wanted.emit(".pdf")
    driver.settle()
    assert driver.page.printing.sheet is sheet and sheet.banner.sentence()
    monkeypatch.setattr(save_file, "ask", lambda _parent, _name, ending: str(tmp_path / f"list{ending}"))
    sheet.reject()
    driver.press("Ctrl+A", "Ctrl+E")
    assert (tmp_path / "list.xlsx").stat().st_size > 1000


def test_printing_the_selected_is_cancelled_between_two_papers(
    driver: window_driver.Driver, spool: list[tuple[str, int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = _print_window(driver, "registration_form")
    told = driver.page.printing.told

    def tell(done: int, total: int, text: str) -> None:
        told(done, total, text)
        if done == 1:
            sheet.waiting._cancelled()

    monkeypatch.setattr(driver.page.printing, "told", tell)
    sheet._print()
    driver.settle()
    assert 1 <= len(spool) < 3 and driver.page.printing.sheet is sheet
    assert "2026-0000" in sheet.banner.sentence() and sheet._go.isEnabled()


def test_without_a_spooler_the_window_of_the_system_takes_one_file(driver: window_driver.Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    monkeypatch.setattr(spooler, "there", lambda: False)
    monkeypatch.setattr(printer, "why_not", lambda: "")
    monkeypatch.setattr(printer, "send", lambda _page, _name, count, _draw, _told: sent.append(count))
    sheet = _print_window(driver, "list", "registration_form")
    sheet._print()
    driver.settle()
    assert len(sent) == 1 and sent[0] >= 4, "the list and a form of each"


def test_filters_are_kept_as_a_view_and_taken_away(driver: window_driver.Driver) -> None:
    driver.press("F7")
    assert driver.page._panel is None and driver.page.banner.sentence(), "there is nothing to keep yet"
    driver.page._categories._chips["finance"].click()
    driver.settle()
    driver.press("F7")
    driver.press("Ctrl+A")
    driver.type("loans")
    driver.press("F8")
    assert driver.page._views.value() == ["loans"]
    driver.page.all_wanted.emit()
    driver.settle()
    assert len(_names(driver)) == 3 and driver.page._views.value() == []
    second = window_driver.Driver(driver.desk)
    second.press("Alt+3")
    second.page._views._chips["loans"].click()
    second.settle()
    assert _names(second) == ["张三 / 李四"]
    second.page._drop.click()
    second.settle()
    assert not second.page._views_row.isVisible()
    second.window.close()
    second.jobs.close()


def test_a_big_set_is_counted_after_the_page_and_no_further_than_anybody_reads(
    driver: window_driver.Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "PAGE", 2)
    page = register.page
    monkeypatch.setattr(register, "page", lambda desk, before=None, **filters: page(desk, before, limit=2, **filters))
    driver.press("F5")
    assert driver.page.subtitle().startswith("3 cases")
    assert register.count(driver.desk, most=1) == 2 and register.count(driver.desk, most=9) == 3, "one more than the most stands for more"
    assert register.count(driver.desk, category="finance") == 1 and register.count(driver.desk, [Stage.ACCEPTED]) == 1
    told: list[str] = []
    presenter = driver.window._visits.now.presenter  # type: ignore[union-attr]
    monkeypatch.setattr(driver.page, "show_count", told.append)
    presenter._counted(presenter._asked, register.MOST_COUNTED + 1)
    assert told == ["more than 100,000 cases"]


def test_an_empty_register_offers_the_first_step(qt: Any, tmp_path: Path) -> None:
    driver = window_driver.Driver(window_driver.office(tmp_path / "office"))
    driver.press("Alt+3", "Return")
    assert driver.window.page_name == "new"
    driver.close()


def test_more_is_read_as_the_list_is_scrolled(driver: window_driver.Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "PAGE", 2)
    page = register.page
    monkeypatch.setattr(register, "page", lambda desk, before=None, **filters: page(desk, before, limit=2, **filters))
    driver.press("F5")
    assert len(_names(driver)) == 2 or driver.page.table.model.rows[2:]
    driver.press("End", "End")
    assert _names(driver) == ["<b>&{{x}} / 李四", "张三 / 李四", "诸葛孔明 / 李四"]


def test_in_a_narrow_window_the_numbers_stand_still(desk: Any, qt: Any, chinese: None) -> None:
    driver = window_driver.Driver(desk, 911, 512)
    driver.press("Alt+3")
    assert driver.window.width() == 911
    assert driver.page.table.still_width() > 100
    driver.close()
