"""What the page of statistics shows, as plain words: the presenter writes it, the view draws it."""

from typing import NamedTuple


class Cell(NamedTuple):
    """One figure in words; `before` is last year's. Enter opens its cases by `row` (-1: the total) and `figure`, where there are any."""

    text: str
    before: str
    row: int
    figure: str
    opens: bool


class Row(NamedTuple):
    """One line of the table."""

    label: str
    cells: tuple[Cell, ...]
    total: bool = False


class Sheet(NamedTuple):
    """The whole table; `tips` say how each column (in the overview: each row) is counted, `rules` all of it."""

    title: str
    scope: str
    corner: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    tips: tuple[str, ...]
    rules: tuple[str, ...]
    note: str
    by_row: bool
    empty: bool
