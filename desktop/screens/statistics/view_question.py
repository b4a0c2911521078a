"""Which period, compared with what, split by what besides: the line over the table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.chips import Choices
from desktop.widgets.editors import ChoiceEditor
from desktop.widgets.flow import FlowLayout
from desktop.widgets.line_edit import LineEdit, is_enter, width_of
from desktop.widgets.text import Label, restyle


class Question(QWidget):
    """`period` a kind, `stepped` -1 or 1, `days` two typed texts, `compared` on or off, `besides` a split or ""."""

    period = Signal(str)
    stepped = Signal(int)
    days = Signal(str, str)
    compared = Signal(bool)
    besides = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        self._now = ""
        self._kinds = Choices(_("Period"), single=True)
        self._kinds.changed.connect(self._kind)
        self._back = Button("‹", lambda: self.stepped.emit(-1), "quiet", _("The period before (Ctrl+Left)"))
        self._on = Button("›", lambda: self.stepped.emit(1), "quiet", _("The period after (Ctrl+Right)"))
        self._back.setAccessibleName(_("The period before"))
        self._on.setAccessibleName(_("The period after"))
        self._ends = {"from": LineEdit(40), "to": LineEdit(40)}
        for key, label in (("from", _("First day")), ("to", _("Last day"))):
            line = self._ends[key]
            line.setAccessibleName(label)
            line.setToolTip(_("Key: {key}").format(key="Ctrl+D"))
            line.setFixedWidth(width_of(line, 7))
            line.installEventFilter(self)
            line.editingFinished.connect(self._days)
        self._compare = QCheckBox(_("Compare with last year"))
        self._compare.clicked.connect(lambda on: self.compared.emit(on))
        self._split = ChoiceEditor([])
        self._split.setAccessibleName(_("Split by as well"))
        self._split.changed.connect(lambda: self.besides.emit(self._split.value()))
        self._split_label = Label(_("Split by as well"), "soft")
        self._fault = Label("", "fault", wrap=True)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(worn.px(1))
        line_of_all = QWidget()
        flow = FlowLayout(line_of_all)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self._back, self._kinds, self._on),
            (self._ends["from"], Label("—", "soft"), self._ends["to"]),
            (self._compare,),
            (self._split_label, self._split),
        )
        for group in groups:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, worn.px(2), 0)
            row.setSpacing(worn.px(1))
            for widget in group:
                row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            flow.addWidget(box)
        column.addWidget(line_of_all)
        column.addWidget(self._fault)

    def offer(self, kinds: Sequence[tuple[str, str]]) -> None:
        """The kinds of period."""
        self._kinds.set_options(kinds)
        width = 0
        chip: QWidget
        for chip in self._kinds.findChildren(Button):
            width += chip.sizeHint().width() + theme.current().px(1.5)
        self._kinds.setMinimumWidth(width)  # in one line: a flow alone asks for the width of its widest chip

    def show_question(
        self, kind: str, first: str, last: str, compare: bool, besides: Sequence[tuple[str, str]], chosen: str, steps: bool
    ) -> None:
        """Shows what is asked."""
        self._now = kind
        self._kinds.set_value([kind])
        for key, text in (("from", first), ("to", last)):
            self._ends[key].setText(text)
        self._compare.setChecked(compare)
        for widget in (self._split, self._split_label):
            widget.setVisible(bool(besides))
        self._split.blockSignals(True)
        self._split.set_options(list(besides))
        self._split.setItemText(0, _("nothing else"))
        self._split.set_value(chosen)
        self._split.blockSignals(False)
        for button in (self._back, self._on):
            button.allow(steps, button.toolTip() if steps else _("Days that were typed have no period before or after."))
        self.say_fault("", "")

    def to_days(self) -> None:
        """The hand goes to the first day."""
        self._ends["from"].setFocus()
        self._ends["from"].selectAll()

    def say_fault(self, field: str, sentence: str) -> None:
        """What is wrong with a day, below it."""
        for key, line in self._ends.items():
            restyle(line, "faulty", "true" if sentence and key == field else "false")
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes from the first day to the last, and counts there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_enter(event) and watched is self._ends["from"]:
            self._ends["to"].setFocus()
            self._ends["to"].selectAll()
            return True
        return super().eventFilter(watched, event)

    def _kind(self) -> None:
        chosen = self._kinds.value()
        if chosen:
            self.period.emit(chosen[0])
        else:  # one of them always stands
            self._kinds.set_value([self._now])

    def _days(self) -> None:
        self.days.emit(self._ends["from"].text(), self._ends["to"].text())
