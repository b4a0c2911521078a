"""What a spreadsheet puts on the clipboard, as rows of cells, and which column each of them belongs to."""

import csv
import io
from collections.abc import Sequence


def cells(text: str) -> list[list[str]]:
    """Rows of cells out of tab-separated text; a cell in quotes may hold line ends. Empty rows are left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    quoted = '"' in text and "\t" in text
    rows = list(csv.reader(io.StringIO(text), delimiter="\t")) if quoted else [line.split("\t") for line in text.split("\n")]
    return [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]


def aligned(found: Sequence[Sequence[str]], labels: Sequence[str], first: int = 0) -> tuple[list[int | None], list[Sequence[str]]]:
    """For each pasted column the place of its field (None: it has none), and the rows without a heading line.

    The first row is a heading when at least half of its cells, and at least two, name a field (one where only one column was pasted);
    otherwise the columns follow each other from the place `first`.
    """
    if not found:
        return [], []
    names = [_plain(label) for label in labels]
    heads = [next((at for at, name in enumerate(names) if _plain(cell) and _plain(cell) == name), None) for cell in found[0]]
    if all(head is None for head in heads) or sum(head is not None for head in heads) < max(len(heads) / 2, min(2, len(heads))):
        width = max(len(row) for row in found)
        return [first + at if first + at < len(labels) else None for at in range(width)], list(found)
    return heads, list(found[1:])


def _plain(text: str) -> str:
    """A heading without what offices add to it: spaces, stars, the unit in brackets."""
    for sign in "（(":
        text = text.split(sign, 1)[0]
    return "".join(text.split()).strip("*：:").lower()
