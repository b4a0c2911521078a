"""The floor a start-up is held against: an empty PySide6 main window. `empty_qt.py table` adds a table of 50 rows, bars and a form."""

import sqlite3
import sys
from typing import Any

from PySide6.QtWidgets import QApplication, QMainWindow

HEADS = ["no", "case_no", "accepted", "category", "cause", "applicant", "respondent", "mediator", "outcome"]
LABELS = ["案号", "类别", "案由", "申请人", "被申请人", "标的额", "调解员", "结果"]


def furnish(window: QMainWindow) -> None:
    """A table read from SQLite, a tool bar, a dock with a form, a status bar."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QDockWidget, QFormLayout, QLineEdit, QTableView, QWidget

    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE TABLE cases ({', '.join(HEADS)})")
    database.executemany(f"INSERT INTO cases VALUES ({', '.join('?' * 9)})", ([f"{head} {n}" for head in HEADS] for n in range(50)))
    rows = database.execute(f"SELECT {', '.join(HEADS)} FROM cases ORDER BY accepted DESC LIMIT 50").fetchall()

    class Model(QAbstractTableModel):
        def rowCount(self, parent: Any = None) -> int:
            return len(rows)

        def columnCount(self, parent: Any = None) -> int:
            return len(HEADS)

        def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
            return str(rows[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None

    table = QTableView()
    table.setModel(Model(table))
    window.setCentralWidget(table)
    bar = window.addToolBar("x")
    for label in ("登记", "指派", "结案", "打印", "统计"):
        bar.addAction(label)
    dock, inner = QDockWidget("案件"), QWidget()
    form = QFormLayout(inner)
    for label in LABELS:
        form.addRow(label, QLineEdit())
    dock.setWidget(inner)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.statusBar().showMessage("就绪")


if __name__ == "__main__":
    app = QApplication(sys.argv)
    main = QMainWindow()
    main.resize(1100, 700)
    if "table" in sys.argv:
        furnish(main)
    main.setWindowTitle("调解")
    main.show()
    sys.exit(app.exec())
