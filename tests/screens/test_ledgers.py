"""Mediators, screening, settings and the guest view in the real window, by keyboard; the presenter without Qt."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from desktop import assets
from desktop.domain.refusal import Refusal
from desktop.jobs import Jobs
from desktop.screens.ledgers import presenter_categories, presenter_people, presenter_screening, presenter_settings
from desktop.screens.ledgers.presenter import LedgersPresenter
from desktop.services import acceptance, copies, intake, mediators, office, office_settings, people, screenings
from desktop.settings import Settings
from tests import window_driver

DISPUTE = {"category": "other", "parties": [{"role": "applicant", "name": "张三"}, {"role": "respondent", "name": "李四"}]}


@pytest.fixture
def desk(qt: Any, tmp_path: Path) -> Any:
    """An office with two mediators."""
    found = window_driver.office(tmp_path / "office")
    for name in ("白某", "王某"):
        people.add_mediator(found, {"name": name, "fields": ["finance"]})
    return found


@pytest.fixture
def driver(desk: Any) -> Iterator[window_driver.Driver]:
    """A window on it."""
    found = window_driver.Driver(desk)
    yield found
    found.close()


def _names(driver: window_driver.Driver) -> list[str]:
    return [line.cells[0] for line in driver.page.table.model.rows]


# ---------------------------------------------------------------------- by keyboard


def test_a_mediator_is_added_changed_and_sent_on_leave(driver: window_driver.Driver) -> None:
    driver.press("Alt+4")
    assert driver.window.page_name == "mediators" and _names(driver) == ["王某", "白某"] or _names(driver) == ["白某", "王某"]
    driver.press("F3", "F8")
    assert driver.page.form is not None  # a name is needed
    driver.type("诸葛亮")
    driver.press("F8")
    assert "诸葛亮" in _names(driver)
    driver.press("Ctrl+F")
    driver.type("zgl")
    assert _names(driver) == ["诸葛亮"]
    driver.press("Return", "F4")
    driver.fill("2026-11-18", "2026-11-25", "年休假")
    driver.press("F8")
    assert [line.cells[5] for line in driver.page.table.model.rows] == ["Away"]
    driver.press("F7")
    driver.fill("黄某", "配偶")
    driver.press("F8")
    driver.press("F9")
    driver.type("诸葛孔明")
    driver.press("F8")
    assert [line.mediator.name for line in mediators.listed(driver.desk) if line.away] == ["诸葛孔明"]
    assert driver.window.banner.sentence() == "" and driver.page.banner.sentence() == ""


def test_organisations_are_listed_the_same_way(driver: window_driver.Driver) -> None:
    driver.press("Alt+4")
    driver.page.chosen.emit("organisations")
    driver.settle()
    driver.press("F3")
    driver.fill("老白调解工作室", "白调")
    driver.press("F8")
    assert any("老白调解工作室" in name for name in _names(driver))


def test_a_lead_becomes_a_case_in_one_key(driver: window_driver.Driver) -> None:
    driver.press("Alt+7", "F3")
    driver.fill("2026-11-18", "保合少镇", "王某", "y")
    driver.page.form.set_values({"found": True, "lead": "草场边界争执"})
    driver.press("F8")
    assert len(driver.page.table.model.rows) == 1
    driver.press("F4")
    assert driver.window.page_name == "new"
    assert driver.page.values()["summary"] == "草场边界争执"
    driver.window._visits.now.presenter._show({**driver.page.values(), **DISPUTE})
    driver.press("F8")
    assert driver.window.page_name == "case"
    assert screenings.listed(driver.desk)[0].case_number == "2026-00001"
    driver.press("Alt+7", "F4")
    assert driver.window.page_name == "screening"  # it is a case already: the key says so


@pytest.mark.parametrize("section", [section.key for section in presenter_settings.SECTIONS])
def test_every_short_page_opens(driver: window_driver.Driver, section: str) -> None:
    driver.press("Alt+6")
    driver.page.chosen.emit(section)
    driver.settle()
    driver.press("F5")
    assert driver.window.page_name == "settings"
    if driver.page.table is not None and driver.page.table.current() is not None:
        driver.press("Return")
        if getattr(driver.page, "form", None) is not None:  # the papers have no form: their page is one
            driver.press("Esc")
    assert driver.page.banner.sentence() == ""


def test_the_office_is_named_anew(driver: window_driver.Driver) -> None:
    driver.press("Alt+6")
    driver.type("新城区调解中心")
    driver.press("F8")
    assert people.own_organisation(driver.desk).name == "新城区调解中心"
    assert driver.page.form is not None and driver.page.form.values()["name"] == "新城区调解中心"


def test_looks_are_kept(driver: window_driver.Driver) -> None:
    driver.press("Alt+6")
    driver.page.chosen.emit("looks")
    driver.settle()
    driver.page.form.set_values({"scale": "20"})
    driver.press("F8")
    assert driver.page.form is not None  # 20 is too small
    driver.page.form.set_values({"scale": "135"})
    driver.press("F8")
    assert Settings().get("scale") == 135
    Settings().put({"scale": 100})


def test_a_copy_is_made_into_the_chosen_folder(driver: window_driver.Driver, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    driver.press("Alt+6")
    driver.page.chosen.emit("copies")
    driver.settle()
    driver.press("F3")
    driver.page.choose_folder = lambda _title: str(tmp_path / "stick")
    driver.press("F7")
    driver.page.form.set_values({"outside": True})
    driver.press("F8")
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert [one.outside for one in copies.listed(driver.desk)] == [True]
    driver.press("F9")
    assert driver.page.banner.sentence()


# ---------------------------------------------------------------------- guest view


def test_the_guest_view_shows_one_case_and_nothing_else(driver: window_driver.Driver) -> None:
    case = intake.open_case(driver.desk, DISPUTE)
    acceptance.accept(driver.desk, case.id, {})
    driver.press("F10")
    assert not driver.window.guest  # Today is not for guests
    driver.window.open_page("case", case_id=case.id)
    driver.settle()
    driver.press("F10")
    window = driver.window
    assert window.guest and window.rail.isHidden() and window.top.isHidden()
    assert driver.page._right.isHidden() and driver.page.primary() is None
    for key in ("Alt+1", "Alt+3", "Ctrl+K", "F1", "F3", "Esc", "Alt+Left"):
        driver.press(key)
        assert window.page_name == "case", key
    driver.press("F10")
    assert not window.guest and not window.rail.isHidden() and not driver.page._right.isHidden()
    driver.press("Alt+1")
    assert window.page_name == "today"


# ---------------------------------------------------------------------- without Qt


class _View:
    """Notes what the presenter asks of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *args: self.asked.append((name, args))

    def last(self, name: str) -> tuple[Any, ...]:
        return next(args for asked, args in reversed(self.asked) if asked == name)


def _presenter(desk: Any, sections: Any) -> tuple[LedgersPresenter, _View]:
    view = _View()
    presenter = LedgersPresenter(desk, Jobs(lambda call: call(), Refusal, threaded=False), view, sections)
    presenter.start()
    presenter.refresh()
    return presenter, view


def test_filters_and_letters_narrow_the_list(desk: Any) -> None:
    presenter, view = _presenter(desk, presenter_people.SECTIONS)
    who = mediators.listed(desk)[0].mediator
    mediators.change_mediator(desk, who.id, {"active": False})
    presenter.refresh()
    assert [line.id for line in view.last("show_lines")[0]] != [who.id] and len(view.last("show_lines")[0]) == 1
    presenter.filter(["inactive"], "")
    assert [line.id for line in view.last("show_lines")[0]] == [who.id]
    presenter.filter([], "没有这个人")
    assert view.last("show_lines")[0] == []


def test_a_stale_sheet_shows_both_values_and_can_be_saved_over(desk: Any) -> None:
    presenter, view = _presenter(desk, presenter_people.SECTIONS)
    line = view.last("show_lines")[0][0]
    presenter.pick(line)
    presenter.do(1)
    mediators.change_mediator(desk, line.id, {"phone": "13800000000"})
    presenter.save({"name": line.cells[0], "phone": "13900000000"})
    sentence, faults, in_sheet, stale = view.last("refused")
    assert stale and in_sheet and faults[0].field == "phone" and sentence
    presenter.save_over({"name": line.cells[0], "phone": "13900000000"})
    assert mediators.card(desk, line.id).mediator.phone == "13900000000"


def test_a_deed_without_its_line_says_why(desk: Any) -> None:
    presenter, view = _presenter(desk, presenter_screening.SECTIONS)
    presenter.do(1)
    assert view.last("say") == ("Choose a line first.",)
    screenings.add(desk, {"day": "2026-11-18", "place": "某村", "who": "王某", "found": False})
    presenter.refresh()
    presenter.pick(view.last("show_lines")[0][0])
    presenter.do(2)
    assert "nil report" in view.last("say")[0]


def test_closing_last_year_without_a_series_is_refused(desk: Any) -> None:
    presenter, view = _presenter(desk, presenter_settings.SECTIONS)
    presenter.choose("series")
    presenter.do(3)
    presenter.save({"year": "2025"})
    assert "2025" in view.last("refused")[0]
    assert len(office_settings.series(desk)) == 2


def test_own_categories_are_listed_with_what_is_broken_in_their_files(qt: Any, tmp_path: Path) -> None:
    window_driver.office(tmp_path / "office").close()
    folder = tmp_path / "office" / "categories"
    folder.mkdir()
    sample = assets.path("categories", "sample.toml.txt").read_text(encoding="utf-8")
    (folder / "bad.toml").write_text('adds_to = "traffic"\n[[field]]\nkey = "herd"\nkind = "amount"\nlabel = "牲畜"\n', encoding="utf-8")
    (folder / "fire.toml").write_text(sample, encoding="utf-8")
    desk = office.open(tmp_path / "office", today=lambda: window_driver.DAY)
    driver = window_driver.Driver(desk)
    driver.window.open_page("settings", section="categories")
    driver.settle()
    said = "\n".join(label.text() for label in driver.page.findChildren(QLabel) if label.isVisibleTo(driver.page))
    assert "categories/bad.toml" in said and "line 4" in said
    shown = presenter_categories._lines(desk)
    line = next(one for one in shown.lines if one.id == "own:grass_fire")
    assert line.cells[:3] == ("草原火灾", "own:grass_fire", "损害赔偿纠纷") and not line.quiet
    (folder / "bad.toml").write_text('adds_to = "traffic"\n[[field]]\nkey = "herd"\nkind = "integer"\nlabel = "牲畜"\n', encoding="utf-8")
    mended = presenter_categories._lines(desk)
    assert [state for _sentence, state in mended.notes] == ["amber"]  # counts when the office is opened again
    assert "Added by the office" in [heading for heading, _facts in presenter_categories._card(desk, "traffic").groups]
    driver.press("F3")
    assert (folder / "sample.toml.txt").read_text(encoding="utf-8") == sample
    driver.close()
