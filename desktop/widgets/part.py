"""A part of a long sheet: the fields that are always there, and rarer ones in groups that open one by one under their titles."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.button import Button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.form import Form
from desktop.widgets.text import Label, rule


class Layout(Protocol):
    """The fields of a part, and (title, fields) of its folded groups."""

    @property
    def basics(self) -> tuple[Any, ...]:
        """Always there."""

    @property
    def more(self) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        """Folded away."""


class Folds(NamedTuple):
    """A layout as it is handed over by whoever has no class of his own for it."""

    basics: tuple[Any, ...]
    more: tuple[tuple[str, tuple[Any, ...]], ...]


class Part(QWidget):
    """Behaves like one long form; `values` holds also what stands in groups that were never opened."""

    changed = Signal()
    field_changed = Signal(str)
    field_left = Signal(str)
    finished = Signal()
    before_first = Signal()
    hint = Signal(str)
    opened = Signal()
    """A group was opened: there are more controls than before."""

    def __init__(self, layout: Layout, readers: Any, initials: Any, columns: int = 2) -> None:
        super().__init__()
        worn = theme.current()
        self._readers, self._initials, self._columns = readers, initials, columns
        self._kept: dict[str, Any] = {}
        self._basics = self._made(layout.basics)
        self._groups: list[tuple[str, tuple[Any, ...]]] = list(layout.more)
        self._opened: dict[int, Form] = {}
        self._boxes: dict[int, QWidget] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(worn.px(2))
        self._box.addWidget(self._basics)
        self._chips: list[Button] = []
        chips = QWidget()
        row = FlowLayout(chips)
        if self._groups:
            row.addWidget(Label(_("More:"), "soft"))
        for n, (title, _fields) in enumerate(self._groups):
            chip = Button(_(title), partial(self._toggle, n), "chip", _("F4 opens all of them."))
            chip.setCheckable(True)
            self._chips.append(chip)
            row.addWidget(chip)
        self._box.addWidget(chips)
        chips.setVisible(bool(self._groups))

    def forms(self) -> list[Form]:
        """The forms that are open, in reading order."""
        return [self._basics, *(self._opened[n] for n in sorted(self._opened) if not self._boxes[n].isHidden())]

    def stops(self) -> list[QWidget]:
        """Every control in reading order, the chips after the fields that are always there."""
        found = self._basics.stops() + list(self._chips)
        for n in sorted(self._opened):
            if not self._boxes[n].isHidden():
                found += self._opened[n].stops()
        return found

    def values(self) -> dict[str, Any]:
        """Everything as typed."""
        found = dict(self._kept)
        for form in (self._basics, *self._opened.values()):
            found |= form.values()
        return found

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Shows typed values; a group with something in it opens."""
        self._kept |= {key: value for key, value in values.items() if key in self._keys()}
        for form in (self._basics, *self._opened.values()):
            self._fill(form)
        for n, (_title, fields) in enumerate(self._groups):
            if any(_filled(self._kept.get(field.key)) for field in fields):
                self.open(n)

    def replace_values(self, values: Mapping[str, Any]) -> None:
        """Shows these values in place of everything that stood here."""
        self._kept = {}
        for form in (self._basics, *self._opened.values()):
            form.clear()
        self.set_values(values)

    def show_faults(self, faults: Iterable[Any], where: str = "") -> list[Any]:
        """Writes faults beside their fields, opens what is folded over them; gives back those of other parts."""
        rest = list(faults)
        for fault in rest:
            path = fault.field.removeprefix(where + ".") if where else fault.field
            key = path.split(".", 1)[0]
            for n, (_title, fields) in enumerate(self._groups):
                if key in [field.key for field in fields] and (not where or fault.field.startswith(where + ".")):
                    self.open(n)
        for form in (self._basics, *self._opened.values()):
            rest = form.show_faults(rest, where, focus=False)
        return rest

    def remark(self, key: str, sentence: str, role: str = "warning") -> None:
        """A sentence beside one field, where that field is shown."""
        form = self._form_of(key)
        if form is not None:
            form.remark(key, sentence, role)

    def focus(self, key: str = "") -> bool:
        """Sets the focus to a field, opening its group; False when it is none of this part."""
        if not key:
            self._basics.focus()
            return True
        for n, (_title, fields) in enumerate(self._groups):
            if key in [field.key for field in fields]:
                self.open(n)
        form = self._form_of(key)
        if form is not None:
            form.focus(key)
        return form is not None

    def lead(self, path: str) -> bool:
        """The same for a dotted path, however deep its field lies."""
        key = path.partition(".")[0]
        if not key or not self.has(key):
            return False
        self.focus(key)
        form = self._form_of(key)
        if form is not None and key != path:
            form.lead(path)
        return True

    def focus_last(self) -> None:
        """Sets the focus to the last field that is shown."""
        form = self.forms()[-1]
        form.focus(form.keys()[-1])

    def editor(self, key: str) -> Any:
        """The editor of a field that is shown."""
        form = self._form_of(key)
        assert form is not None
        return form.editor(key)

    def shown_keys(self) -> list[str]:
        """The keys of the fields that are shown, in reading order."""
        return [key for form in self.forms() for key in list(form.keys())]

    def keys(self) -> list[str]:
        """The keys of the fields that are shown, in reading order: what a form calls so."""
        return self.shown_keys()

    def label(self, key: str) -> str:
        """What a field is called, as far as it is open; "" where it is not here."""
        return next((found for form in self.forms() if (found := form.label(key))), "")

    def has(self, key: str) -> bool:
        """Whether the field belongs to this part."""
        return key in self._keys()

    def open(self, n: int, opened: bool = True) -> None:
        """Opens a group or folds it; a folded one keeps its values."""
        if opened and n not in self._opened:
            form = self._made(self._groups[n][1])
            place = 2 + sum(1 for other in self._opened if other < n)
            self._box.insertWidget(place, self._titled(n, form))
            self._opened[n] = form
            self._fill(form)
            self._link()
            self.opened.emit()
        if n in self._boxes:
            self._boxes[n].setVisible(opened)
        self._chips[n].setChecked(opened)

    def open_all(self) -> None:
        """Opens all groups; folds them where all are open."""
        opened = not all(chip.isChecked() for chip in self._chips)
        for n in range(len(self._groups)):
            self.open(n, opened)
        if opened and self._groups:
            first = next(iter(self._opened[0].keys()))
            self._opened[0].focus(first)
        elif self._groups:
            self._basics.focus()

    def _titled(self, n: int, form: Form) -> QWidget:
        """The form of a group under its title, which is said once where its only field is a block of the same name."""
        worn = theme.current()
        box = self._boxes[n] = QWidget()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, worn.px(1), 0, 0)
        inner.setSpacing(worn.px(2))
        title, fields = _(self._groups[n][0]), self._groups[n][1]
        inner.addWidget(rule())
        if not (len(fields) == 1 and fields[0].kind in ("group", "table") and _(fields[0].label) == title):
            inner.addWidget(Label(title, "heading"))
        inner.addWidget(form)
        box.setAccessibleName(title)
        return box

    def _fill(self, form: Form) -> None:
        names = form.keys()
        form.set_values({key: value for key, value in self._kept.items() if key in names})

    def _toggle(self, n: int) -> None:
        self.open(n, self._chips[n].isChecked())
        if self._chips[n].isChecked():
            self._opened[n].focus()

    def _made(self, fields: tuple[Any, ...]) -> Form:
        form = Form(fields, self._readers, self._columns, self._initials)
        form.changed.connect(self.changed)
        form.field_changed.connect(self.field_changed)
        form.field_left.connect(self.field_left)
        form.hint.connect(self.hint)
        form.finished.connect(lambda: self._go(form, 1))
        form.before_first.connect(lambda: self._go(form, -1))
        return form

    def _go(self, form: Form, step: int) -> None:
        forms = self.forms()
        at = forms.index(form) + step
        if 0 <= at < len(forms):
            forms[at].focus(forms[at].keys()[0 if step > 0 else -1])
        else:
            (self.finished if step > 0 else self.before_first).emit()

    def _link(self) -> None:
        stops = self.stops()
        for one, following in zip(stops, stops[1:], strict=False):
            QWidget.setTabOrder(one, following)

    def _form_of(self, key: str) -> Form | None:
        return next((form for form in (self._basics, *self._opened.values()) if key in set(form.keys())), None)

    def _keys(self) -> list[str]:
        return self._basics.keys() + [field.key for _title, fields in self._groups for field in fields]


def _filled(value: Any) -> bool:
    """Whether anything stands here, however deep."""
    if isinstance(value, Mapping):
        return any(_filled(one) for one in value.values())
    return value not in (None, "", [])
