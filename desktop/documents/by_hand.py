"""Turns a paper that says nothing into a blank form: boxes to tick, empty cells tall enough for a hand, ruled lines instead of strokes."""

import dataclasses

from desktop.documents.blocks import Blank, Block, Fields, FormRow, Paper, PaperState, Paragraph, Signatures, Table
from desktop.documents.template import EMPTY

ROW = 11.0  # millimetres: the least height of a cell that is written in
ROWS = {"file_index": 12, "evidence_list": 10, "handover_list": 12, "wage_sheet": 7, "land_sketch": 6, "representatives_authority": 12}
FEW = 6  # empty rows of any other table
LINES = 5  # ruled lines in the place of a text


def blank(paper: Paper) -> Paper:
    """The form without what a computer put in: nothing is ticked, nothing crossed out."""
    blocks = tuple(made for block in paper.blocks for made in _blocks(block, ROWS.get(paper.kind, FEW)))
    return dataclasses.replace(paper, blocks=blocks, state=PaperState.ISSUED)  # a form bears no mark of a draft


def _blocks(block: Block, count: int) -> list[Block]:
    match block:
        case Paragraph(text) if text.strip() == EMPTY:
            return [Blank(LINES, ruled=True)]
        case Paragraph(text):
            return [dataclasses.replace(block, text=_open(text))]
        case Fields(rows, columns):
            return [Fields(tuple(_row(row) for row in rows), columns)]
        case Table():
            lines = [tuple(_open(cell) for cell in line) for line in block.rows]
            lines += [("",) * len(block.head)] * (count - len(lines))
            return [dataclasses.replace(block, rows=tuple(lines), height=max(block.height, ROW))]
        case Signatures():
            return [dataclasses.replace(block, lines=tuple(dataclasses.replace(line, name=_open(line.name)) for line in block.lines))]
        case _:
            return [block]


def _row(row: FormRow) -> FormRow:
    cells = tuple(cell if cell.label else dataclasses.replace(cell, text=_open(cell.text)) for cell in row.cells)
    written = any(not cell.label and not cell.text.strip() for cell in cells)
    return FormRow(cells, max(row.height, ROW) if written else row.height)


def _open(text: str) -> str:
    """Without strokes, and with every box open."""
    return "" if text.strip() == EMPTY else text.replace("■", "□")
