"""Turns a paper that says nothing into a blank form: boxes to tick, empty cells tall enough for a hand, ruled lines instead of strokes."""

import dataclasses

from desktop.documents import pdf
from desktop.documents.blocks import Blank, Block, Fields, FormRow, Paper, PaperState, Paragraph, Signatures, Table
from desktop.documents.template import EMPTY

ROW = 11.0  # millimetres: the least height of a cell that is written in
ROWS = {
    "file_index": 17, "evidence_list": 14, "handover_list": 12, "wage_sheet": 7, "land_sketch": 6, "representatives_authority": 20,
    "damages_table": 4,
}  # fmt: skip
FEW = 6  # empty rows of any other table
LINES = 5  # ruled lines in the place of a text
STEPS, LESS = 6, 0.4  # how often a form is made tighter where that saves a sheet, and by how many millimetres a row


def blank(paper: Paper) -> Paper:
    """The form without what a computer put in: nothing is ticked, nothing crossed out.

    Where a last page would hold a few lines only, there are fewer rows and ruled lines to write on, and the form is a sheet shorter.
    """
    forms = [_blank(paper, step) for step in range(STEPS)]
    return min(forms, key=pdf.page_count)  # the first of equals


def _blank(paper: Paper, step: int) -> Paper:
    blocks = tuple(made for block in paper.blocks for made in _blocks(block, ROWS.get(paper.kind, FEW), step))
    return dataclasses.replace(paper, blocks=blocks, state=PaperState.ISSUED)  # a form bears no mark of a draft


def _blocks(block: Block, count: int, step: int) -> list[Block]:
    row = ROW - step * LESS
    match block:
        case Paragraph(text) if text.strip() == EMPTY:
            return [Blank(_fewer(LINES, step), ruled=True)]
        case Paragraph(text):
            return [dataclasses.replace(block, text=_open(text))]
        case Blank(lines, True):
            return [Blank(_fewer(lines, step), ruled=True)]
        case Fields(rows, columns):
            return [Fields(tuple(_row(one, row) for one in rows), columns)]
        case Table():
            written = [tuple(_open(cell) for cell in line) for line in block.rows]
            written += [("",) * len(block.head)] * (_fewer(count, step) - len(written))
            return [dataclasses.replace(block, rows=tuple(written), height=max(block.height, row))]
        case Signatures():
            return [dataclasses.replace(block, lines=tuple(dataclasses.replace(line, name=_open(line.name)) for line in block.lines))]
        case _:
            return [block]


def _fewer(count: int, step: int) -> int:
    """Of the lines or rows to write on not less than two thirds are left."""
    return max(count - step, -(-count * 2 // 3))


def _row(row: FormRow, least: float) -> FormRow:
    cells = tuple(cell if cell.label else dataclasses.replace(cell, text=_open(cell.text)) for cell in row.cells)
    written = any(not cell.label and not cell.text.strip() for cell in cells)
    return FormRow(cells, max(row.height, least) if written else row.height)


def _open(text: str) -> str:
    """Without strokes, and with every box open."""
    return "" if text.strip() == EMPTY else text.replace("■", "□")
