"""Rows of ruled forms: a label and its value, as every form of the file has them."""

from datetime import date

from desktop.documents.blocks import Blank, Block, Cell, FormRow, Paragraph, SealPlace
from desktop.documents.setting import Setting
from desktop.documents.template import Wording, shown
from desktop.domain import dates

GRID = (1.0,) * 24
LABEL = 4  # columns of a label
LONG, MIDDLE, SIGN = 34.0, 18.0, 15.0  # least heights in millimetres: room to write by hand


def row(wording: Wording, *pairs: tuple[str, object, int], height: float = 0.0) -> FormRow:
    """A row of (name of the label, value, columns of the value); what is empty prints as ／."""
    cells: list[Cell] = []
    for label, value, span in pairs:
        cells += [Cell(wording.say(f"label.{label}"), LABEL, True), Cell(shown(value), span)]
    return FormRow(tuple(cells), height)


def to_sign(wording: Wording, *labels: str | tuple[str, str]) -> FormRow:
    """A row of labels with cells beside them for the hand; (label, value) where somebody typed it already."""
    span = len(GRID) // len(labels) - LABEL
    cells: list[Cell] = []
    for told in labels:
        label, value = (told, "") if isinstance(told, str) else told
        cells += [Cell(wording.say(f"label.{label}"), LABEL, True), Cell(value, span)]
    return FormRow(tuple(cells), SIGN)


def day(value: date | None) -> str:
    """A day in words, or nothing."""
    return dates.in_words(value) if value else ""


def seal(said: Wording, setting: Setting, on: date | None = None) -> SealPlace:
    """Room for the organisation's seal over its name; without a day room to write one."""
    name = setting.organisation.seal_name or setting.organisation.name
    return SealPlace(f"{name}\n{said.word('signatures', 'seal')}", day(on) or said.word("signatures", "seal_date"))


def prose(setting: Setting, text: str, lines: int = 6) -> list[Block]:
    """Running text that somebody wrote; where there is none ／, on a blank form so many lines to write on."""
    if text.strip() or not setting.hand:
        return [Paragraph(shown(text))]
    return [Blank(lines, ruled=True)]
