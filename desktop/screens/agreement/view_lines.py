"""The obligations as lines of a table, each with who owes whom what, how much, when and how."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import _

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole


class Lines(QAbstractTableModel):
    """Each obligation in one line; nothing is written here."""

    def __init__(self, labels: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__()
        self.rows: list[dict[str, Any]] = []
        self._labels = labels
        self._heads = (_("Who owes whom"), _("What"), _("How much"), _("When"), _("In what way"))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Roles.DisplayRole) -> Any:
        if role != Roles.DisplayRole:
            return None
        return self._heads[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        if role in (Roles.DisplayRole, Roles.ToolTipRole):
            return self._text(self.rows[index.row()], index.column())
        if role == Roles.TextAlignmentRole and index.column() == 2:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._heads) - 1))

    def _text(self, row: Mapping[str, Any], column: int) -> str:
        what = row.get("subject") or self._word("species", row)
        things = f"{what} {row.get('quantity') or ''}{row.get('unit') or ''}".strip()
        timing = row.get("timing") or ""
        parts = row.get("instalments") or []
        when = (
            _("{n} instalments").format(n=len(parts))
            if timing in ("instalments", "periodic") and parts
            else row.get("due_on")
            if timing == "by_date"
            else ""
        )
        return str(
            (
                f"{row.get('debtors') or '—'} → {row.get('creditors') or '—'}",
                things,
                row.get("amount") or "",
                when or self._word("timing", row),
                self._word("way", row) if row.get("kind") in ("money", "", None) else self._word("kind", row),
            )[column]
        )

    def _word(self, key: str, row: Mapping[str, Any]) -> str:
        return self._labels.get(key, {}).get(str(row.get(key) or ""), "")
