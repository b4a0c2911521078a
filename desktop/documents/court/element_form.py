"""A filled element form 要素式起诉状、答辩状 as a paper: notes, section bars, ruled rows, annex sheets, the edition at every foot."""

import dataclasses
from typing import TYPE_CHECKING

from desktop.documents import words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Heading, Number, PageBreak, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from desktop.domain.element_forms.assembly import Filled, Section
    from desktop.domain.element_forms.filling import FilledRow

GRID = (1.0,) * 24
LABEL = 5
LINE, WIDTH = "_" * 8, 50  # a blank; how many strokes fill a line of a cell, a Chinese sign being two wide
OPEN, OPEN_BY_HAND = 14.0, 45.0  # millimetres: the open box above the rows of a part
CELL_BY_HAND = 22.0  # millimetres: an empty cell to write in


def paper(kind: str, filled: "Filled", number: str, court_number: str, setting: Setting) -> Paper:
    """The form as it is handed in; `court_number` stands on an answer, since the suit has one by then."""
    blocks: list[Block] = [Title(filled.title), Number(filled.cause, Align.CENTRE)]
    if court_number:
        blocks.append(Number(court_number, Align.LEFT))
    blocks.append(Fields((FormRow((Cell("\n".join(filled.notes), len(GRID)),)), *_rows(filled.sections, setting.hand)), GRID))
    blocks += [Paragraph(filled.sign, False, Align.LEFT, keep=True), Paragraph(filled.date, False, Align.LEFT)]
    for annex in filled.annexes:
        blocks += [PageBreak(), Heading(filled.annex.format(n=annex.number, row=annex.row)), Paragraph(annex.text)]
    made = words.paper(kind, filled.title, number, setting, blocks, layout="element")
    page = f"{filled.foot}　　{made.furniture.page}"
    return dataclasses.replace(made, organisation="", furniture=dataclasses.replace(made.furniture, page=page, reading=""))


def _rows(sections: "tuple[Section, ...]", hand: bool) -> list[FormRow]:
    out = []
    for section in sections:
        out.append(FormRow((Cell(section.title, len(GRID), True),)))
        out += [_row(row, hand) for row in section.rows]
    return out


def _row(row: "FilledRow", hand: bool) -> FormRow:
    """A row; the open box above the rows of a part spans them, with its hint above the text."""
    if not row.label or row.key.endswith(".free"):
        text = f"{row.label}\n{row.text}" if row.text else row.label
        return FormRow((Cell(text, len(GRID)),), OPEN_BY_HAND if hand else OPEN)
    text = "\n".join(_long(line) for line in row.text.split("\n")) if hand else row.text
    least = CELL_BY_HAND if hand and not text.rpartition("\n")[2].strip() else 0.0
    return FormRow((Cell(row.label, LABEL, True, Align.LEFT), Cell(text, len(GRID) - LABEL)), least)


def _long(line: str) -> str:
    """Room for a hand where the only blank of a line stands at its end."""
    label = line.removesuffix(LINE)
    return label + "_" * max(len(LINE), WIDTH - 2 * len(label)) if label != line and "_" not in label else line
