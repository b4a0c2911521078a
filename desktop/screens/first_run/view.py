"""First start, as it is seen: one sheet for a new office, the recovery sheet after it, the password of an office that is there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from desktop.i18n import _
from desktop.screens.first_run.view_secrets import SecretLines
from desktop.widgets import printer, theme
from desktop.widgets.align import align
from desktop.widgets.cards import Card, Scrolled
from desktop.widgets.form import Form
from desktop.widgets.page import Action, Page
from desktop.widgets.text import Label, restyle
from desktop.widgets.unlock import Unlock

_OFFICE = ("name", "short_name", "number_pattern", "letterhead", "court", "site")
_SERIES = ("next_entry", "next_official")


class FirstRunView(Page):
    """`office_wanted` gives folder and password once an office is ready to be opened; whoever made the page opens it."""

    office_wanted = Signal(str, str)
    make_wanted = Signal(dict, str, str, str)
    open_wanted = Signal(str)
    training_wanted = Signal()
    password_typed = Signal(str)
    sheet_wanted = Signal(str)
    """Save the recovery sheet in this file."""
    print_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = "empty"
        self._unlock: Unlock | None = None
        self._printer: Any = None
        self._kept = False
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack)
        self._waiting = Label("", "soft", wrap=True)
        self._waiting.hide()
        self.body.addWidget(self._waiting)
        self.choose_folder: Callable[[str], str] = lambda title: QFileDialog.getExistingDirectory(self, title)
        self.choose_file: Callable[[str, str], str] = lambda title, name: QFileDialog.getSaveFileName(self, title, name, "PDF (*.pdf)")[0]

    # ------------------------------------------------------------------ what a page is

    def title(self) -> str:
        return {"recovery": _("Recovery sheet"), "unlock": _("Open an office")}.get(self._state, _("New office"))

    def primary(self) -> Action | None:
        if self._state == "sheet":
            return Action("F8", _("Make the office"), self._make, self._waiting.isHidden())
        if self._state == "recovery":
            why_not = "" if self._kept else _("First print, save or copy the recovery sheet.")
            return Action("F8", _("Open the office"), self.go_on_wanted.emit, self._kept, why_not)
        return None

    def secondary(self) -> list[Action]:
        free = self._waiting.isHidden()
        if self._state == "sheet":
            look = Action("F9", _("Look at the training office"), self.training_wanted.emit, free)
            return [look, Action("F7", _("Open another office"), self._open, free)]
        if self._state == "recovery":
            by_hand = Action("F9", _("Copied by hand"), lambda: self.sheet_kept(_("The recovery words were copied by hand.")))
            return [by_hand, Action("Ctrl+S", _("Save as PDF"), self._save), Action("Ctrl+P", _("Print the recovery sheet"), self._print)]
        return []

    def keys(self) -> list[Action]:
        return [Action("Esc", _("Back"), self._to_sheet)] if self._state == "unlock" else []

    def help_topic(self) -> str:
        """The help of this page."""
        return "first_run"

    def wire(self, presenter: Any) -> None:
        self.make_wanted.connect(presenter.make)
        self.open_wanted.connect(presenter.open)
        self.training_wanted.connect(presenter.training)
        self.password_typed.connect(presenter.unlock)
        self.sheet_wanted.connect(presenter.save_sheet)
        self.print_wanted.connect(presenter.print_sheet)
        self.go_on_wanted.connect(presenter.go_on)

    def enter(self) -> None:
        if self._state == "sheet":
            self.form.focus()

    # ------------------------------------------------------------------ the sheet

    def build(self, fields: Sequence[Any], readers: Any, values: Mapping[str, Any], folder: str) -> None:
        """Draws the sheet; called once."""
        known = {field.key: field for field in fields}
        sheet = Scrolled()
        hello = Label(
            _("Here the program is given its office. All of it can be changed later, except the place of the data."), "soft", wrap=True
        )
        sheet.body.addWidget(hello)
        self.whole = Label("", "fault", wrap=True)
        self.whole.hide()
        sheet.body.addWidget(self.whole)
        self.form = Form([known[key] for key in _OFFICE], readers, 2)
        self.you = Form([known["user_name"]], readers, 2)
        self.secrets = SecretLines(folder, lambda: self.choose_folder(_("Folder of the office")))
        self.series = Form([known[key] for key in _SERIES], readers, 2)
        office = Card(_("The office"))
        office.body.addWidget(self.form)
        person = Card(_("You, and the key to the data"))
        person.body.addWidget(self.you)
        person.body.addWidget(self.secrets)
        series = Card(_("Where the paper register stands"))
        series.body.addWidget(Label(_("The next numbers to be given. A new register begins with 1."), "soft", wrap=True))
        series.body.addWidget(self.series)
        for card in (office, person, series):
            sheet.body.addWidget(card)
        sheet.body.addStretch(1)
        align((self.form, self.you, self.secrets, self.series))
        self._stack.addWidget(sheet)
        self._sheet = sheet
        row: list[Any] = [self.form, self.you, self.secrets, self.series]
        for part, following in zip(row, row[1:], strict=False):
            part.finished.connect(lambda following=following: following.focus())
            following.before_first.connect(lambda part=part: part.focus())
        self.series.finished.connect(lambda: self.said.emit(_("The sheet is at its end: F8 makes the office.")))
        for form in (self.form, self.you, self.series):
            form.set_values(values)
            form.hint.connect(self.hinted)
        self._to_sheet()

    def values(self) -> dict[str, Any]:
        """The sheet as typed, without the passwords."""
        return {**self.form.values(), **self.you.values(), **self.series.values()}

    def show_faults(self, faults: Iterable[Any]) -> None:
        """Each fault beside its field, the focus on the first; what belongs nowhere at the top."""
        if self._unlock is not None and self._state == "unlock":
            self.wrong_password("\n".join(fault.sentence for fault in faults))
            return
        if self._state != "sheet":
            return
        rest = list(faults)
        first: list[Callable[[], object]] = []
        for form in (self.form, self.you, self.series):
            before = len(rest)
            rest = form.show_faults(rest, focus=False)
            if len(rest) < before:
                names = form.keys()
                wrong = [fault.field for fault in faults if fault.field in names]
                first.append(partial(form.focus, wrong[0]))
        before = len(rest)
        rest = self.secrets.show_faults(rest)
        if len(rest) < before:
            first.append(self.secrets.focus_fault)
        self.whole.setText("\n".join(fault.sentence for fault in rest))
        self.whole.setVisible(bool(rest))
        if first:
            first[0]()

    def wait(self, sentence: str) -> None:
        """What is being done; "" when it is done."""
        self._waiting.setText(sentence)
        self._waiting.setVisible(bool(sentence))
        self._stack.setEnabled(not sentence)
        self.changed.emit()

    def tell(self, done: int, total: int, _text: str) -> None:
        """How far it is."""
        self._waiting.setText(_("The training office is being made: {done} of {total}").format(done=done, total=total))

    # ------------------------------------------------------------------ the recovery sheet

    def show_recovery(self, office: str, words: Sequence[str]) -> None:
        """The words that open the office when the password is lost; shown this once."""
        worn = theme.current()
        page = Scrolled()
        card = Card(_("Recovery words of {office}").format(office=office))
        card.body.addWidget(Label(_("They open the office when the password is forgotten. They are shown now and never again."), wrap=True))
        card.body.addWidget(Label(_("Print them and lock them away, apart from this computer."), wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(worn.px(6))
        grid.setVerticalSpacing(worn.px(2))
        half = (len(words) + 1) // 2
        for n, word in enumerate(words):
            label = Label(word, "title")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Label(str(n + 1), "soft"), n % half, n // half * 2)
            grid.addWidget(label, n % half, n // half * 2 + 1)
        row = QHBoxLayout()
        row.addLayout(grid)
        row.addStretch(1)
        card.body.addLayout(row)
        self._kept_note = Label(_("First print, save or copy the recovery sheet."), "soft", wrap=True)
        card.body.addWidget(self._kept_note)
        page.body.addWidget(card)
        page.body.addStretch(1)
        self._kept = False
        self._show(page, "recovery")
        self.setFocus()

    def sheet_kept(self, sentence: str, kept: bool = True) -> None:
        """The sheet was printed or saved, or why it was not."""
        restyle(self._kept_note, "state", "green" if kept else "red")
        self._kept_note.setText(sentence)
        self._kept = self._kept or kept
        self.changed.emit()

    def dpi(self) -> float:
        """How fine the printer draws."""
        return float(printer.DPI)

    def draw_sheet(self, picture: Any) -> None:
        """Puts the sheet on the paper of the printer that was chosen."""
        if self._printer is not None:
            run = printer.Run(self._printer, 1)
            why = run.begin()
            if not why:
                run.add(picture)
                run.end()
            self.sheet_kept(why or _("The recovery sheet was printed."), kept=not why)

    # ------------------------------------------------------------------ an office that is there

    def ask_password(self, office: str) -> None:
        """The password of the office that was chosen."""
        self._unlock = Unlock(office)
        self._unlock.entered.connect(self.password_typed)
        self._unlock.another.connect(self._to_sheet)
        self._show(self._unlock, "unlock")
        self._unlock.line.setFocus()

    def wrong_password(self, sentence: str) -> None:
        """Beside the field; what was typed stays."""
        if self._unlock is not None:
            self._unlock.say(sentence)

    # ------------------------------------------------------------------ inside

    def _show(self, page: QWidget, state: str) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._state = state
        self.changed.emit()

    def _to_sheet(self) -> None:
        self._show(self._sheet, "sheet")
        self.form.focus()

    def _make(self) -> None:
        self.make_wanted.emit(self.values(), *self.secrets.texts())

    def _open(self) -> None:
        folder = self.choose_folder(_("Folder of the office to open"))
        if folder:
            self.open_wanted.emit(folder)

    def _save(self) -> None:
        file = self.choose_file(_("Save the recovery sheet"), _("Recovery sheet") + ".pdf")
        if file:
            self.sheet_wanted.emit(file)

    def _print(self) -> None:
        why = printer.why_not()
        if why:
            self.sheet_kept(why, kept=False)
            return
        self._printer = printer.ask(self, _("Recovery sheet"), 1)
        if self._printer is not None:
            self.print_wanted.emit()
