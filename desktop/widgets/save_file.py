"""Asks where a paper is to be saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import N_, _

KINDS = {
    ".pdf": N_("PDF file (*.pdf)"),
    ".docx": N_("Word file (*.docx)"),
    ".xlsx": N_("Excel file (*.xlsx)"),
    ".json": N_("JSON file (*.json)"),
}


def ask(parent: QWidget, suggested: str, ending: str) -> str:
    """The file that the user chose, with its ending; '' when he thought better of it."""
    start = str(Path.home() / (suggested.replace("/", "-") + ending)) if suggested else ""
    target, _kind = QFileDialog.getSaveFileName(parent, _("Save the paper"), start, _(KINDS.get(ending, N_("All files (*)"))))
    return target + ending if target and not target.lower().endswith(ending) else target


def ask_folder(parent: QWidget) -> str:
    """The folder that the user chose; '' when he thought better of it."""
    return QFileDialog.getExistingDirectory(parent, _("Save the papers into a folder"), str(Path.home()))
