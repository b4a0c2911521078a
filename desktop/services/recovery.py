"""The recovery sheet of a new office as a paper: made once, while its words are still known."""

from datetime import date

from desktop.documents import recovery_sheet
from desktop.services import files


def sheet(office: str, words: str, made_on: date, training: bool = False) -> bytes:
    """The sheet as PDF; `words` are the groups that `office.create` gave, joined by dashes."""
    return files.pdf(recovery_sheet.paper(office, tuple(words.split("-")), made_on, training=training))
