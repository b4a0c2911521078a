"""One grid for several forms of a page: their labels take the same width, so that the fields stand in line."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.text import Label


def align(parts: Iterable[QWidget], columns: int = 2) -> None:
    """Gives the columns of labels (every second one) of these grids the width of the widest label among them."""
    grids = [grid for part in parts if isinstance(grid := part.layout(), QGridLayout)]
    for column in range(columns):
        widest = 0
        for grid in grids:
            for row in range(grid.rowCount()):
                item = grid.itemAtPosition(row, column * 2)
                label = item.widget() if item is not None else None
                if isinstance(label, Label) and label.property("role") != "heading":
                    label.ensurePolished()
                    widest = max(widest, label.sizeHint().width())
        for grid in grids:
            if grid.columnCount() > column * 2:
                grid.setColumnMinimumWidth(column * 2, widest)
