"""The frame with pages of cardboard: who opens whom, back and forward, keys, buttons, what is missing."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop import pages
from desktop.domain.refusal import Refusal
from desktop.jobs import Jobs
from desktop.pages import PAGES, Place
from desktop.widgets import messages
from desktop.widgets.button import Button
from desktop.widgets.messages import Beside, beside, confirm, show_report
from desktop.widgets.page import Action, Page
from desktop.widgets.search_field import Hit
from desktop.widgets.unlock import Unlock
from desktop.window import Window
from desktop.window_visits import KEPT
from tests.widgets.hands import press, type_text


class Cardboard(Page):
    """A page that remembers what was done to it."""

    def __init__(self, name: str, log: list[str]) -> None:
        super().__init__()
        self.name, self.log = name, log
        self.stays = self.allowed = True
        self.line = QLineEdit()
        self.body.addWidget(self.line)

    def title(self) -> str:
        return f"Title of {self.name}"

    def keys(self) -> list[Action]:
        reason = "" if self.allowed else "because it is Friday"
        return [Action("F8", "Save", lambda: self.log.append(f"save {self.name}"), self.allowed, reason)]

    def primary(self) -> Action:
        return Action("F9", "Issue", lambda: self.log.append(f"issue {self.name}"), self.allowed)

    def secondary(self) -> list[Action]:
        return [Action("", "Read & mend", lambda: self.log.append("read"))]

    def enter(self) -> None:
        self.log.append(f"enter {self.name}")
        self.line.setFocus()

    def leave(self) -> bool:
        self.log.append(f"leave {self.name}")
        return self.stays


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def window(qt: Any, log: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    def cardboard(name: str) -> Any:
        def opener(_desk: Any, _jobs: Any) -> tuple[Page, Any]:
            return Cardboard(name, log), SimpleNamespace(start=lambda **told: log.append(f"start {name} {told}"))

        return opener

    for name in ("today", "new", "register", "case"):
        monkeypatch.setitem(PAGES, name, PAGES[name]._replace(opener=cardboard(name)))
    monkeypatch.setitem(PAGES, "gone", Place("Gone", "", "gone"))
    made = Window(Jobs(lambda call: call(), Refusal, threaded=False))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made, 1000)
    made.set_desk(SimpleNamespace(training=True), "Office", "User")
    QApplication.processEvents()
    yield made


def key(window: Window, name: str) -> None:
    combination = QKeySequence(name)[0]
    QTest.keyClick(QApplication.focusWidget() or window, combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def test_the_first_page_is_today_and_it_is_marked_in_the_rail(window: Window, log: list[str]) -> None:
    assert window.page_name == "today" and log == ["start today {}", "enter today"]
    assert window.head.title() == "Title of today" and window.rail.buttons["today"].isChecked()
    assert window.windowTitle().startswith("Title of today")


def test_rail_pages_are_there_once_and_kept_as_they_were_left(window: Window) -> None:
    first = window.page
    type_text("half a word")
    key(window, "F3")
    assert window.page_name == "new"
    window.rail.buttons["today"].click()
    assert window.page is first and first.line.text() == "half a word"  # type: ignore[union-attr]


def test_cases_are_opened_once_each_and_only_a_few_are_kept(window: Window) -> None:
    one = window.open_page("case", number=1)
    two = window.open_page("case", number=2)
    assert one is not two and window.open_page("case", number=1) is one
    for number in range(3, 3 + KEPT + 2):
        window.open_page("case", number=number)
    assert len([visit for visit in window._visits.every if visit.name == "case"]) <= KEPT + 2
    assert window.open_page("case", number=1) is not one


def test_esc_goes_back_and_alt_right_forward_again(window: Window) -> None:
    window.open_page("register")
    window.open_page("case", number=1)
    key(window, "Esc")
    assert window.page_name == "register"
    key(window, "Alt+Left")
    assert window.page_name == "today"
    key(window, "Alt+Right")
    assert window.page_name == "register"
    key(window, "Alt+Right")
    assert window.page_name == "case"


def test_a_page_that_does_not_let_go_stays(window: Window) -> None:
    window.page.stays = False  # type: ignore[union-attr]
    assert window.open_page("register") is None and window.page_name == "today"
    assert not window.close() and window.isVisible()
    window.page.stays = True  # type: ignore[union-attr]


def test_keys_of_the_page_are_pressed_and_shown(window: Window, log: list[str]) -> None:
    log.clear()
    key(window, "F8")
    key(window, "F9")
    assert log == ["save today", "issue today"]
    assert [action.key for action in window.keys._shown] == ["F1", "F3", "F8", "F9"]


KEYS = [("F8", True), ("Ctrl+P", True), ("Esc", True), ("Enter", False), ("Delete", False), ("F", False)]


@pytest.mark.parametrize(("name", "everywhere"), KEYS)
def test_keys_of_the_control_in_focus_are_never_taken_by_the_window(name: str, everywhere: bool) -> None:
    assert Action(name, "", lambda: None).reaches_everywhere is everywhere


def test_what_is_not_possible_says_why_on_button_and_key(window: Window, log: list[str]) -> None:
    page: Any = window.page
    page.allowed = False
    page.changed.emit()
    log.clear()
    key(window, "F8")
    assert log == [] and window.keys.line.text() == "because it is Friday"
    main = window.head.buttons()[-1]
    assert main.main and not main.isEnabled()


def test_the_buttons_of_the_head_keep_the_focus_when_their_words_change(window: Window) -> None:
    button = window.head.buttons()[0]
    assert button.text() == "Read && mend" and button.accessibleName() == "Read & mend"
    button.setFocus()
    window.page.changed.emit()  # type: ignore[union-attr]
    assert QApplication.focusWidget() is button


def test_a_page_that_is_not_there_yet_is_told_in_a_sentence(window: Window) -> None:
    assert window.open_page("gone") is None and "not part of this program" in window.banner.sentence()
    assert window.open_page("never heard of") is None


def test_saved_and_said_stand_in_the_bottom_bar(window: Window) -> None:
    page: Any = window.page
    page.saved.emit("14:32")
    page.said.emit("copied")
    assert window.keys.saved.text() == "saved 14:32" and window.keys.line.text() == "copied"


def test_a_hint_goes_with_its_field_and_a_page_that_was_left_is_silent(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    page: Any = window.page
    page.hinted.emit("it interrupts limitation")
    assert window.keys.line.text() == "it interrupts limitation"
    page.hinted.emit("")
    assert window.keys.line.text() == ""
    page.hinted.emit("it interrupts limitation")
    page.said.emit("registered")
    window.open_page("case", number=7)
    assert window.keys.line.text() == "registered", "what was said by the act that opened the page stands a while"
    page.hinted.emit("again")
    page.said.emit("draft kept")
    assert window.keys.line.text() == "registered"
    monkeypatch.setattr(messages, "_FRESH", -1)
    window.back()
    assert window.keys.line.text() == ""


def test_another_page_is_asked_for_by_signal(window: Window, log: list[str]) -> None:
    page: Any = window.page
    page.open_page.emit("case", {"number": 7})
    assert window.page_name == "case" and "start case {'number': 7}" in log


def test_search_shows_what_was_found_and_enter_opens_it(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "is_there", lambda _module: True)
    monkeypatch.setattr(pages, "search_hits", lambda _desk, text: [(f"Case of {text}", "2026", "case", {"number": 5})])
    key(window, "Ctrl+K")
    type_text("张三")
    QTest.qWait(250)
    assert window.top.search.hits() == [Hit("Case of 张三", "2026", "case", {"number": 5})]
    press("Down", "Return")
    assert window.page_name == "case" and not window.top.search.list_open() and window.top.search.text() == ""


def test_enter_without_a_choice_looks_in_the_register(window: Window, log: list[str]) -> None:
    key(window, "Ctrl+K")
    type_text("zs")
    press("Return")
    assert window.page_name == "register" and "start register {'find': 'zs'}" in log


def test_esc_in_the_search_field_empties_it_and_then_goes_back(window: Window) -> None:
    window.open_page("register")
    key(window, "Ctrl+K")
    type_text("zs")
    key(window, "Esc")
    assert window.top.search.text() == "" and window.page_name == "register"
    key(window, "Esc")
    assert window.page_name == "today"


def test_closing_the_office_leaves_nothing_of_it(window: Window) -> None:
    window.open_page("case", number=1)
    assert window.close_desk()
    assert window.desk is None and window.page is None and not window._visits.every
    assert not any(button.isEnabled() for button in window.rail.buttons.values())


def test_a_refusal_that_no_page_took_stands_in_the_banner(window: Window) -> None:
    window.jobs = Jobs(lambda call: call(), Refusal, refused=window.refused, threaded=False)

    def work() -> None:
        raise Refusal("No room on the disk.")

    window.jobs.run(work)
    assert window.banner.sentence() == "No room on the disk."


def test_the_password_is_given_once_and_asked_again_after_a_refusal(window: Window) -> None:
    window.close_desk()
    unlock = Unlock("Office")
    given: list[str] = []
    unlock.entered.connect(given.append)
    window.show_bare(unlock)
    type_text("secret", unlock.line)
    press("Return", "Return", on=unlock.line)
    assert given == ["secret"]
    unlock.say("This is not the password.")
    assert unlock.note.text() == "This is not the password." and unlock.line.selectedText() == "secret"
    press("Return", on=unlock.line)
    assert given == ["secret", "secret"]


def test_confirm_does_nothing_unless_the_verb_is_pressed(window: Window) -> None:
    done: list[str] = []
    confirm(window, "Delete the draft?", "It cannot be brought back.", "Delete", lambda: done.append("deleted"))
    press("Return")  # Cancel has the focus
    assert done == []
    dialog = confirm(window, "Delete the draft?", "It cannot be brought back.", "Delete", lambda: done.append("deleted"))
    dialog.accept()
    assert done == ["deleted"]


def test_a_refusal_beside_a_button_goes_with_the_next_key(window: Window) -> None:
    beside(window.head.buttons()[0], "Not before the agreement is issued.")
    assert window.findChildren(Beside)
    press("F8")
    assert not [one for one in window.findChildren(Beside) if one.isVisible()]


def test_the_report_can_be_read_and_copied(window: Window) -> None:
    dialog = show_report(window, "ValueError\n  desktop/x.py:1 f")
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText().startswith("ValueError")
    next(button for button in dialog.findChildren(Button) if button.text() == "Copy the report").click()
    assert QApplication.clipboard().text().startswith("ValueError")
    dialog.accept()
