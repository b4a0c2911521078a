"""One grid for several forms of a page: their labels take the same width, so that the fields stand in line."""

import re
from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.text import Label

MOST_EMS = 8
"""A label that is longer goes on in a second line, rather than pushing every field of the page to the right."""
_BROKEN = re.compile("\n?（")  # forms are lined up again when one is added: what is broken already stays as it is


def align(parts: Iterable[QWidget], columns: int = 2) -> None:
    """Gives the columns of labels (every second one) of these grids one width, that of the widest label up to `MOST_EMS` characters."""
    grids = [grid for part in parts if isinstance(grid := part.layout(), QGridLayout)]
    for column in range(columns):
        widest = 0
        for grid in grids:
            for label in _labels(grid, column * 2):
                label.ensurePolished()
                most = label.fontMetrics().horizontalAdvance("永") * MOST_EMS
                if label.fontMetrics().horizontalAdvance(label.text()) > most:
                    label.setWordWrap(True)
                    label.setText(_BROKEN.sub("\n（", label.text()))  # a remark in brackets goes to the second line whole
                    label.setFixedWidth(most)
                    widest = max(widest, most)
                else:
                    widest = max(widest, label.sizeHint().width())
        for grid in grids:
            if grid.columnCount() > column * 2:
                grid.setColumnMinimumWidth(column * 2, widest)


def _labels(grid: QGridLayout, column: int) -> list[Label]:
    found = []
    for row in range(grid.rowCount()):
        item = grid.itemAtPosition(row, column)
        label = item.widget() if item is not None else None
        if isinstance(label, Label) and label.property("role") != "heading":
            found.append(label)
    return found
