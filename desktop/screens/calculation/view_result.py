"""The right of the page: the total, what is missing with the way to it, and line by line how it was worked out."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.screens.calculation.shown import Lack, Result, Step
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.cards import Card
from desktop.widgets.leads import Leads
from desktop.widgets.text import ElidedLabel, Label, restyle

_SIGNS = {"red": "● ", "": "· "}


class ResultPane(QWidget):
    """`led` gives the lack whose way somebody takes."""

    led = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        worn = theme.current()
        self._lacks: tuple[Lack, ...] = ()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(worn.px(2))
        self.head = Card()
        self.total = Label("", "title")
        self.total.setObjectName("total")
        self.total.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words = Label("", "soft", wrap=True)
        self.leads = Leads(_("What is missing"))
        self.leads.chosen.connect(lambda n: self.led.emit(self._lacks[int(n)]))
        for widget in (self.total, self.words, self.leads):
            self.head.body.addWidget(widget)
        self.steps = QTextBrowser()
        self.steps.setOpenLinks(False)
        self.steps.setAccessibleName(_("How it is worked out"))
        self.steps.setFrameShape(QFrame.Shape.NoFrame)
        self.steps.setTabChangesFocus(True)
        box.addWidget(self.head)
        box.addWidget(self.steps, 1)
        self.setFocusProxy(self.steps)
        QShortcut(QKeySequence("Alt+C"), self, self.enter)

    def show_result(self, result: Result) -> None:
        """The newest state; where there is no total, none is left standing."""
        self._lacks = result.lacks
        self.total.setText(result.total or _("No total yet"))
        self.words.setText(result.words)
        restyle(self.words, "role", "warning" if result.lacks else "soft")
        self.leads.show_lines([(f"{_SIGNS[one.state]}{one.sentence}　→ {one.way}", n, one.state) for n, one in enumerate(result.lacks)])
        self.leads.setVisible(bool(result.lacks))
        at = self.steps.verticalScrollBar().value()
        self.steps.setHtml(_page(result) if not result.lacks else "")
        self.steps.setVisible(not result.lacks)
        self.steps.verticalScrollBar().setValue(at)

    def enter(self) -> None:
        """Into what is missing, else into the lines."""
        (self.leads if self._lacks else self.steps).setFocus()


class ResultLine(QFrame):
    """The same in one line at the foot, where one pane at a time is shown."""

    led = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lack: Lack | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(2))
        self.total = Label("", "heading")
        self._first = ElidedLabel("", "soft")
        self._go = Button(_("Go there"), lambda: self.led.emit(self._lack), "quiet")
        row.addWidget(self.total)
        row.addWidget(self._first, 1)
        row.addWidget(self._go)

    def show_result(self, result: Result) -> None:
        """Total, or the first thing that is missing."""
        self._lack = result.lacks[0] if result.lacks else None
        self.total.setText(result.total or _("No total yet"))
        self._first.setText(self._lack.sentence if self._lack is not None else result.words)
        self._go.setVisible(self._lack is not None)
        self._go.setText(self._lack.way if self._lack is not None else "")


def _page(result: Result) -> str:
    """The lines as a document: every word of it is escaped, a name such as <b> is shown as it is."""
    parts = []
    for group in result.groups:
        beside = "" if group.counts else _("beside the total")
        parts.append(_heading(group.title or _("Steps"), group.amount, beside))
        parts.append(_steps(group.steps, group.title))
    if result.payments:
        parts.append(_heading(_("Who pays whom"), "", ""))
        parts.append(_payments(result.payments))
    for title, lines in (
        (_("Conventions"), result.options),
        (_("Remarks"), result.remarks),
        (_("Legal values used"), result.values),
    ):
        if lines:
            parts.append(_heading(title, "", ""))
            parts.append("".join(f'<p style="margin:2px 0">{escape(line)}</p>' for line in lines))
    return "".join(parts)


def _heading(title: str, amount: str, beside: str) -> str:
    soft = theme.current().color("ink_soft").name()
    line = theme.current().color("sunken").name()
    words = f' <span style="color:{soft};font-weight:normal">{escape(beside)}</span>' if beside else ""
    return (
        f'<table width="100%" cellpadding="4" style="margin-top:8px;background:{line}"><tr>'
        f'<td><b>{escape(title)}</b>{words}</td><td align="right"><b>{escape(amount)}</b></td></tr></table>'
    )


def _steps(steps: tuple[Step, ...], title: str) -> str:
    """Each step; what the heading says already, the name of the head or the sum of its one line, is not said again."""
    alone = len([step for step in steps if step.amount]) == 1
    soft = theme.current().color("ink_soft").name()
    rows = []
    for step in steps:
        name = f"{step.what}（{step.whose}）" if step.whose else "" if step.what == title else step.what
        first = f"{escape(name)}<br>" if name else ""
        amount = "" if alone else step.amount
        article = f'<br><span style="color:{soft};font-size:{theme.SMALL}pt">{escape(step.article)}</span>' if step.article else ""
        rows.append(
            f"<tr><td>{first}{escape(step.how)}{article}</td>"
            f'<td align="right" valign="top" style="white-space:nowrap">{escape(amount)}</td></tr>'
        )
    return f'<table width="100%" cellpadding="4">{"".join(rows)}</table>'


def _payments(steps: tuple[Step, ...]) -> str:
    soft = theme.current().color("ink_soft").name()
    rows = []
    for step in steps:
        ground = "，".join(part for part in (step.what, step.how) if part)
        rows.append(
            f'<tr><td><b>{escape(step.whose)}</b><br><span style="color:{soft}">{escape(ground)}</span></td>'
            f'<td align="right" valign="top" style="white-space:nowrap"><b>{escape(step.amount)}</b></td></tr>'
        )
    return f'<table width="100%" cellpadding="4">{"".join(rows)}</table>'
