"""The page of a calculation: decided without a window, and driven by keyboard from a case to its paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.services import cases, raster
from desktop.widgets import save_file
from tests.screens import lives
from tests.window_driver import Driver

TOTAL = "169,872.50"
"""The total of the worked example: 高某, 2026, income of 2023."""


def followed(driver: Driver) -> Any:
    """The hand rests: the sum has followed. Gives the page."""
    driver.wait_for(lambda: not driver.page._entry.waits)
    return driver.page


@pytest.fixture
def opened(qt: Any, chinese: None, tmp_path: Path) -> Iterator[Any]:
    """A window on the page of a case of the traffic example, as far as before the calculation, or with all of it."""
    drivers: list[Driver] = []

    def open_at(before: str = "", **more: Any) -> tuple[Driver, Any, Any]:
        desk, clock = lives.opened(tmp_path / "office")
        case = lives.play(desk, clock, "traffic", before)
        driver = Driver(desk, **more)
        drivers.append(driver)
        driver.window.open_page("case", case_id=case.id)
        driver.settle()
        return driver, desk, case

    yield open_at
    for driver in drivers:
        driver.close()


def test_a_kept_sum_is_changed_kept_anew_with_its_reason_and_saved_as_a_paper(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, desk, case = opened()
    driver.press("F4")
    page = followed(driver)
    assert driver.window.page_name == "calculation"
    assert page.result.total.text().startswith(TOTAL)
    assert "97,352.00" in page.result.steps.toPlainText(), "the compensation for disability has its line"

    page._entry.part.lead("people.0.medical")
    driver.type("39120.50")
    assert followed(driver).result.total.text().startswith("170,872.50")
    driver.press("Ctrl+P")
    assert driver.window.page_name == "calculation", "what is not kept is not printed"
    driver.press("F8")
    assert page._entry.keeping.editor("reason").hasFocus() or "理由" in driver.focus.accessibleName()
    driver.type("票据补齐")
    driver.press("F8")
    old, new = cases.get(desk, case.id).calculations
    assert (old.replaced_by_id, old.replaced_reason, new.total_fen) == (new.id, "票据补齐", 17_087_250)

    target = tmp_path / "sum.pdf"
    monkeypatch.setattr(save_file, "ask", lambda *_asked: str(target))
    driver.press("Ctrl+S")
    assert "170,872.50" in "".join(raster.texts(target.read_bytes()))
    driver.press("Ctrl+P")
    assert driver.window.page_name == "case"
    driver.press("Esc", "Esc")
    assert driver.window.page_name == "calculation"


def test_a_missing_legal_value_leads_to_its_page_and_the_sum_then_works(opened: Any) -> None:
    driver, _desk, case = opened("calculate")
    driver.press("F4")
    page = followed(driver)
    (lack, *_more) = page.result._lacks
    assert lack.place.startswith("law."), "nothing is guessed where a legal value is not known"
    assert page.result.total.text() == "尚无合计"
    for _n in range(8):
        if not page.result._lacks or not page.result._lacks[0].place.startswith("law."):
            break
        page.result.enter()
        driver.press("Return")
        assert driver.window.page_name == "settings"
        form = driver.page.form
        assert page._presenter._missing[0] == form.values()["key"]
        form.focus("value")
        driver.type("50")
        form.focus("source")
        driver.type("自治区公布")
        driver.press("F8")
        if driver.page.form is not None:  # a figure far off the one before it is asked about
            assert "超过一半" in driver.page.banner.sentence()
            driver.page.banner._perform()
            driver.settle()
        assert driver.page.form is None, driver.page.banner.sentence()
        driver.press("Esc")
        assert driver.window.page_name == "calculation"
        driver.settle()
    assert not [one for one in page.result._lacks if one.place.startswith("law.")]
    if not page.result._lacks:
        assert "录入" in page.result.steps.toPlainText(), "who typed a value stands beside it"
