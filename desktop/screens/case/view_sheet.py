"""A small sheet that opens in the page of a case: a form, with a list to choose from or the signing table where it needs one."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.case import shown
from desktop.screens.case.view_candidates import CandidateList
from desktop.screens.case.view_pick import PickTable
from desktop.screens.case.view_signing import SigningTable
from desktop.widgets import theme
from desktop.widgets.align import align
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.form import Form
from desktop.widgets.line_edit import width_of
from desktop.widgets.lines_table import Head, LinesTable
from desktop.widgets.messages import Banner
from desktop.widgets.part import Folds, Part
from desktop.widgets.rows_edit import RowsEdit
from desktop.widgets.text import Label, restyle

KEEP_MS = 1_500
RECKON_MS = 200
WARNED = ("disclosed", "consented_on")


class SheetPanel(Card):
    """`save` and `close` are wanted by button or key; `typed` follows a pause in the typing, with the values."""

    save = Signal()
    close_wanted = Signal()
    anew = Signal()
    over = Signal()
    typed = Signal(dict)
    hint = Signal(str)

    def __init__(
        self,
        sheet: shown.Sheet,
        readers: Any,
        letters: Callable[[str], str],
        reckon: Callable[[dict[str, Any]], shown.Reckoned],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(sheet.title, parent)
        self.sheet = sheet
        self._reckon = reckon
        self.setObjectName("sheet")
        self._forms: list[Any] = []  # each a Form, or a Part of many fields
        self._list: CandidateList | None = None
        self._signing: SigningTable | None = None
        self._pick: PickTable | None = None
        self._private: Card | None = None
        self._effect = Label("", "heading", wrap=True)
        self._effect.setObjectName("outlook")
        self._lines: LinesTable | None = None
        self.banner = Banner()
        self.body.addWidget(self.banner)
        if sheet.hint:
            self.body.addWidget(Label(sheet.hint, "soft", wrap=True))
        for text in sheet.above:
            label = Label(text.text, text.role, wrap=True)
            label.setProperty("state", text.state)
            self.body.addWidget(label)
        if sheet.typed:
            back = _("What you typed here last time and did not save is back.")
            self.banner.say("\n".join((back, *sheet.meanwhile)), "amber" if sheet.meanwhile else "", _("Begin anew"), self.anew.emit)
        if sheet.pick is not None:
            self._with_pick(sheet.pick, letters)
        if sheet.signing:
            self._with_signing(sheet, readers)
        if sheet.candidates:
            self._with_candidates(sheet, readers, letters)
        elif sheet.folds:
            self._with_folds(sheet, readers, letters)
        elif sheet.fields:
            self._form(sheet.fields, readers, letters, sheet.columns)
        if sheet.reckoned:
            self.body.addWidget(self._effect)
        if sheet.apart:
            self._apart(sheet, readers, letters)
        self._buttons()
        self._clock = self._timer(KEEP_MS, self._keep)
        self._soon = self._timer(RECKON_MS, self._reckoned)
        for form in self._forms:
            form.set_values(sheet.values)
        self._stood = self.values()
        for form in self._forms:
            form.set_values(sheet.typed)
            form.changed.connect(self._changed)
            form.hint.connect(self.hint)
        self._chain()
        self._warn()
        self._align()
        if self._pick is not None:
            self._picked()
        self._reckoned()

    def values(self) -> dict[str, Any]:
        """Everything as typed."""
        found: dict[str, Any] = {}
        for form in self._forms:
            found |= form.values()
        if self._signing is not None:
            found |= self._signing.values()
        if self._pick is not None:
            found[self._pick.pick.key] = self._pick.chosen()
        return found

    def guest(self, on: bool) -> None:
        """The parties see the screen: what is for the desk alone stands away, with what was typed in it."""
        if self._private is not None:
            self._private.setVisible(not on)

    def flush(self) -> None:
        """What was typed just now is kept at once."""
        if self._clock.isActive():
            self._clock.stop()
            self._keep()

    def stop(self) -> None:
        """Nothing more is kept: it was saved."""
        self._clock.stop()
        self._soon.stop()

    def focus(self) -> None:
        """Into the first thing to be done: the list where nothing is chosen yet, else the first field."""
        if self._pick is not None and (not self._pick.chosen() or not self._forms):
            self._pick.lines.setFocus()
        elif self._signing is not None:
            self._signing.focus()
        elif self._forms:
            self._forms[0].focus(self.sheet.begins_at)
        else:
            self.button.setFocus()

    def show_faults(self, faults: Sequence[Any]) -> None:
        """Each beside its field; the rest at the top."""
        rest = list(faults)
        for form in self._forms:
            before = rest
            rest = form.show_faults(rest)
            if isinstance(form, Part) and len(rest) < len(before):
                form.focus(next(one for one in before if one not in rest).field.split(".", 1)[0])
        if self._signing is not None and rest:
            parts = rest[0].field.split(".")
            inside = parts[0] == "signatures" and len(parts) > 2
            self._signing.show_fault(rest[0].sentence, int(parts[1]) if inside else None, parts[2] if inside else "")
            rest = rest[1:]
        self.banner.say("\n".join(fault.sentence for fault in rest), "red" if rest else "")
        if rest and self._pick is not None and rest[0].field == self._pick.pick.key:
            self._pick.lines.setFocus()

    def show_stale(self, sentence: str, both: Sequence[Any], since: Sequence[str]) -> None:
        """Somebody changed the case meanwhile: both values are shown at their fields and here, where it is decided."""
        rest = list(both)
        for form in self._forms:
            rest = form.show_faults(rest)
        said = [sentence, *since]
        for one in both:
            key = one.field.split(".", 1)[0]
            label = next((found for form in self._forms if (found := form.label(key))), "")
            said.append(f"{label}：{one.sentence}" if label else one.sentence)
        self.banner.say("\n".join(said), "amber", _("Save mine all the same"), self.over.emit)

    def _timer(self, pause: int, slot: Callable[[], object]) -> QTimer:
        clock = QTimer(self)
        clock.setSingleShot(True)
        clock.setInterval(pause)
        clock.timeout.connect(lambda: slot())
        return clock

    def _keep(self) -> None:
        """Only what is otherwise than it stood is a draft: the rest may be changed by somebody else before the sheet is opened again."""
        lists = {"signatures", *([self._pick.pick.key] if self._pick is not None else [])}
        self.typed.emit({key: value for key, value in self.values().items() if key in lists or value != self._stood.get(key)})

    def _changed(self) -> None:
        self._clock.start()
        if self.sheet.reckoned:
            self._soon.start()

    def _form(self, fields: Sequence[Any], readers: Any, letters: Callable[[str], str], columns: int) -> Form:
        form = Form(fields, readers, columns, letters)
        form.setProperty("columns", columns)
        self._forms.append(form)
        self.body.addWidget(form)
        return form

    def _with_folds(self, sheet: shown.Sheet, readers: Any, letters: Callable[[str], str]) -> None:
        """Many fields in groups; those that hold something are open."""
        part = Part(Folds(tuple(sheet.fields), sheet.folds), readers, letters, sheet.columns)
        part.opened.connect(self._align)
        self._forms.append(part)
        self.body.addWidget(part)

    # ------------------------------------------------------------------ a list to choose from

    def _with_pick(self, pick: shown.Pick, letters: Callable[[str], str]) -> None:
        self._pick = PickTable(pick, letters)
        self._pick.changed.connect(self._picked)
        self._pick.finished.connect(lambda: self._forms[0].focus(self.sheet.begins_at) if self._forms else self._to_button())
        self.body.addWidget(self._pick)

    def _picked(self) -> None:
        """What follows from the choice is filled in; fields that mean nothing with it stand away."""
        assert self._pick is not None
        if self._forms:
            self._pick.fill(self._forms[0])
        if self.isVisible():
            if self._pick.pick.marks:  # where one line is chosen, going through the list is no typing
                self._clock.start()
            self._soon.start()
        else:
            self._reckoned()

    # ------------------------------------------------------------------ mediators

    def _with_candidates(self, sheet: shown.Sheet, readers: Any, letters: Callable[[str], str]) -> None:
        """The name first, the list under it, the rest of the sheet below."""
        first = self._form(sheet.fields[:1], readers, letters, 1)
        self._list = CandidateList(sheet.candidates)
        self.body.addWidget(self._list)
        self._warning = Label("", "warning", wrap=True)
        self.body.addWidget(self._warning)
        rest = self._form(sheet.fields[1:], readers, letters, 1)
        key = sheet.fields[0].key
        first.changed.connect(lambda: self._narrow(key))
        self._list.chosen.connect(lambda candidate: self._choose(key, candidate))
        first.finished.connect(lambda: self._enter_name(key, rest))

    def _narrow(self, key: str) -> None:
        assert self._list is not None
        self._list.narrow(self._forms[0].values()[key])
        self._warn()

    def _enter_name(self, key: str, rest: Form) -> None:
        """Enter behind a name goes on; behind initials it takes the one who is left."""
        assert self._list is not None
        typed = self._forms[0].values()[key]
        if typed.strip() and self._list.candidate(typed) is None and len(self._list.rows.rows) == 1:
            self._choose(key, self._list.rows.rows[0])
        elif not typed.strip() or self._list.candidate(typed) is None:
            self._list.setFocus()
        else:
            rest.focus()

    def _choose(self, key: str, candidate: shown.Candidate) -> None:
        self._forms[0].set_values({key: candidate.word})
        self._clock.start()
        self._warn()
        self._forms[1].focus(WARNED[0] if candidate.warned else "")

    def _warn(self) -> None:
        """What was disclosed is asked only where there is something to disclose."""
        if self._list is None:
            return
        found = self._list.candidate(str(next(iter(self._forms[0].values().values()))))
        warned = found.warned if found is not None else ""
        self._warning.setText(warned)
        self._warning.setVisible(bool(warned))
        for key in WARNED:
            self._forms[1].show_field(key, bool(warned))

    # ------------------------------------------------------------------ signatures, and what comes of it

    def _with_signing(self, sheet: shown.Sheet, readers: Any) -> None:
        self._signing = SigningTable(sheet.signing, readers(_PastDay()))
        self.body.addWidget(self._signing)
        if sheet.typed.get("signatures"):
            self._signing.set_values(sheet.typed["signatures"])
        self._signing.changed.connect(self._signed)
        self._signing.finished.connect(lambda: self._forms[0].focus() if self._forms else self._to_button())

    def _signed(self) -> None:
        assert self._signing is not None
        self._signing.show_fault("")
        self._clock.start()
        self._reckoned()

    def _reckoned(self) -> None:
        if not self.sheet.reckoned:
            return
        found = self._reckon(self.values())
        self._effect.setText(found.chip.text)
        restyle(self._effect, "state", found.chip.state)
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
        if found.table is not None:
            self._lines = LinesTable(found.table.label, [Head(*head) for head in found.table.heads])
            self._lines.show_lines(found.table.rows)
            self.body.insertWidget(self.body.indexOf(self._effect) + 1, self._lines)

    def _apart(self, sheet: shown.Sheet, readers: Any, letters: Callable[[str], str]) -> None:
        box = Card(_("Private note"))
        box.head.addWidget(Label(sheet.apart_words, "small"))
        form = Form(sheet.apart, readers, 1, letters)
        self._forms.append(form)
        box.body.addWidget(form)
        self.body.addWidget(box)
        self._private = box

    def _buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.current().px(2))
        self.button = Button(f"{self.sheet.verb}（F8）", self.save.emit, "primary")
        row.addWidget(self.button)
        row.addWidget(Button(f"{_('Close')}（Esc）", self.close_wanted.emit))
        row.addStretch(1)
        self.body.addLayout(row)

    def _align(self) -> None:
        """One grid for all forms of a column: their fields begin at the same place."""
        for columns in (1, 2):
            align([form for form in self._forms if form.property("columns") == columns], columns)
        for part in (form for form in self._forms if isinstance(form, Part)):
            align(part.forms())
        table = next((form.editor("attendees") for form in self._forms if form.has("attendees")), None)
        if isinstance(table, RowsEdit):
            for column, ems in enumerate((5, 13, 9)):
                table.view.setColumnWidth(column, width_of(table, ems))

    def _to_button(self) -> None:
        self.button.setFocus()

    def _chain(self) -> None:
        """Enter goes from one form to the next, and from the last one to the button."""
        for n, form in enumerate(self._forms):
            if n + 1 < len(self._forms):
                if not (n == 0 and self._list is not None):
                    form.finished.connect(lambda n=n: self._forms[n + 1].focus())
                self._forms[n + 1].before_first.connect(lambda n=n: self._forms[n].focus(self._forms[n].keys()[-1]))
            else:
                form.finished.connect(self._to_button)
        if self._forms and self._pick is not None:
            self._forms[0].before_first.connect(self._pick.lines.setFocus)


class _PastDay:
    """Stands for the field of a day in the signing table when the readers are asked."""

    key, kind, prefer = "signed_on", "date", "past"
