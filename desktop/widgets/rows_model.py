"""The rows of a small table that is written by hand: values as typed, faults by cell."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.fields import Field
from desktop.i18n import _
from desktop.widgets import theme
from desktop.widgets.line_edit import LINE_MOST, too_much
from desktop.widgets.money_edit import yuan
from desktop.widgets.paste import aligned, cells
from desktop.widgets.text import plain_tip

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole
PASTE_MOST = 1_000_000


class RowsModel(QAbstractTableModel):
    """Rows of typed values; a row with nothing in it counts as none. With columns that are `fixed` there are as many rows as were put."""

    def __init__(self, fields: Sequence[Field], most: int, fixed: Collection[str] = ()) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.fixed = frozenset(fixed)
        self.most = most
        self.rows: list[dict[str, Any]] = [{}]
        self.faults: dict[tuple[int, str], str] = {}
        self.role = "fault"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows, the empty one at the end included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One a field."""
        return 0 if parent.isValid() else len(self.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        """Labels above, numbers at the side."""
        if role == Roles.DisplayRole:
            return _(self.fields[section].label) if orientation == Qt.Orientation.Horizontal else str(section + 1)
        if role == Roles.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            return plain_tip(_(self.fields[section].help))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be written but those of fixed columns."""
        if self.fields[index.column()].key in self.fixed:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """What is typed, choices by their label; a fault as tooltip and ground."""
        field, row = self.fields[index.column()], index.row()
        value = self.rows[row].get(field.key, "")
        if role == Roles.EditRole:
            return value
        if role == Roles.DisplayRole:
            return shown(field, value)
        if role == Roles.TextAlignmentRole and field.kind in ("money", "integer", "decimal"):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        fault = self.faults.get((row, field.key))
        if fault and role in (Roles.ToolTipRole, Roles.AccessibleDescriptionRole):
            return plain_tip(fault)
        if fault and role == Roles.BackgroundRole:
            return theme.current().color("red_soft" if self.role == "fault" else "amber_soft")
        if field.key in self.fixed and role == Roles.BackgroundRole:
            return theme.current().color("sunken")
        return None

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:
        """Keeps what was typed; the fault of the cell goes, it spoke of what stood there before."""
        key = self.fields[index.column()].key
        if role != Roles.EditRole or self.rows[index.row()].get(key, "") == value:
            return False
        self.rows[index.row()][key] = value
        self.faults.pop((index.row(), key), None)
        self.dataChanged.emit(index, index)
        return True

    def put(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Shows these rows and no others."""
        self.beginResetModel()
        self.rows = [dict(row) for row in rows] or ([] if self.fixed else [{}])
        self.faults.clear()
        self.endResetModel()

    def add(self) -> bool:
        """Makes an empty row at the end; False where there are as many as there may be."""
        if len(self.rows) >= self.most or self.fixed:
            return False
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
        self.rows.append({})
        self.endInsertRows()
        return True

    def take(self, row: int) -> dict[str, Any]:
        """Takes a row away and gives it back."""
        self.beginRemoveRows(QModelIndex(), row, row)
        gone = self.rows.pop(row)
        self.faults = {(at - (at > row), key): sentence for (at, key), sentence in self.faults.items() if at != row}
        self.endRemoveRows()
        if not self.rows:
            self.add()
        return gone

    def is_empty(self, row: int) -> bool:
        """Whether nothing stands in this row."""
        return all(value in ("", None) for value in self.rows[row].values())


def options(field: Field) -> list[tuple[str, str]]:
    """The choices of a cell; yes and no are two of them."""
    return [("yes", _("Yes")), ("no", _("No"))] if field.kind == "yes_no" else field.options()


def code_of(value: Any) -> str:
    """The code of a cell's value."""
    return {True: "yes", False: "no", None: ""}.get(value, str(value)) if not isinstance(value, str) else value


def shown(field: Field, value: Any) -> str:
    """The text of a cell: choices by their label."""
    if field.kind in ("choice", "yes_no"):
        code = code_of(value)
        return next((label for one, label in options(field) if one == code), code)
    return "" if value is None else str(value).replace("\n", " ")


def typed(field: Field, value: Any) -> Any:
    """A clean value as it would have been typed (money comes as fen, dates as dates)."""
    if value is None or isinstance(value, str) or field.kind == "yes_no":
        return "" if value is None and field.kind != "yes_no" else value
    if field.kind == "money" and isinstance(value, int):
        return yuan(value)
    return "、".join(value) if isinstance(value, list | tuple) else value.isoformat() if hasattr(value, "isoformat") else str(value)


def pasted_rows(
    model: RowsModel, text: str, row: int, column: int, read: Callable[[Field, str], Any]
) -> tuple[list[dict[str, Any]] | None, int, str]:
    """The rows of the table after a piece of a spreadsheet was pasted from this cell on, the last row that it filled, and what to say.

    None instead of rows where it does not fit: a piece that is cut without a word is worse than none.
    """
    if len(text) > PASTE_MOST:  # told before it is taken apart: a slip of the hand must not hold the window up
        return None, row, too_much(len(text), PASTE_MOST)
    sentence = _("The pasted piece has {n} rows, there is room for {room}: nothing was pasted.")
    lines = text.count("\n")
    if lines > 4 * model.most:  # some line ends may stand inside of cells
        return None, row, sentence.format(n=lines, room=model.most)
    places, body = aligned(cells(text), [_(field.label) for field in model.fields], column)
    room = (len(model.rows) if model.fixed else model.most) - row
    if len(body) > room:
        return None, row, sentence.format(n=len(body), room=max(room, 0))
    longest = max((len(cell) for line in body for cell in line), default=0)
    if longest > LINE_MOST:
        return None, row, too_much(longest, LINE_MOST)
    rows = [dict(one) for one in model.rows]
    rows += [{} for _more in range(row + len(body) - len(rows))]
    for at, line in enumerate(body):
        for place, cell in zip(places, line, strict=False):
            if place is not None and model.fields[place].key not in model.fixed:
                field = model.fields[place]
                rows[row + at][field.key] = read(field, cell)
    return rows, min(row + len(body), len(rows)) - 1, _("{n} rows were pasted.").format(n=len(body))
