"""A table of figures as an Excel file: sums in 万元 and shares as numbers, the rules below."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from desktop.domain import figures
from desktop.domain.figures import Figure
from desktop.i18n import _

LABEL_WIDTH, FIGURE_WIDTH = 24, 13
FEN = 1_000_000  # fen in 万元


@dataclass(frozen=True)
class Sheet:
    """What the file says; `before` is (last year's period, its rows in the same order, its total). Figures are in cases and fen."""

    title: str
    lines: tuple[str, ...]
    head: tuple[str, ...]
    figures: tuple[Figure, ...]
    rows: tuple[tuple[tuple[str, ...], Mapping[str, int]], ...]
    total: tuple[tuple[str, ...], Mapping[str, int]]
    rules: tuple[str, ...]
    before: tuple[str, tuple[Mapping[str, int], ...], Mapping[str, int]] | None = None
    training: str = ""


def render(sheet: Sheet) -> bytes:
    """The file. Every text is written as text, never read as a formula; sums are rounded nowhere, only shown with two decimals."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(_sheet_name(sheet.title))
    middle = {"text_wrap": True, "align": "center", "valign": "vcenter"}
    looks = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "border": 1, "bg_color": "#E9ECE9", **middle}),
        "label": book.add_format({"border": 1}),
        "count": book.add_format({"border": 1, "num_format": "0"}),
        "money": book.add_format({"border": 1, "num_format": "#,##0.00"}),
        "share": book.add_format({"border": 1, "num_format": "0.00", "align": "right"}),
        "bold_label": book.add_format({"border": 1, "bold": True}),
        "bold_count": book.add_format({"border": 1, "bold": True, "num_format": "0"}),
        "bold_money": book.add_format({"border": 1, "bold": True, "num_format": "#,##0.00"}),
        "bold_share": book.add_format({"border": 1, "bold": True, "num_format": "0.00", "align": "right"}),
        "rule": book.add_format({"font_color": "#505B56"}),
    }  # fmt: skip
    labels = len(sheet.head)
    page.set_column(0, labels - 1, LABEL_WIDTH)
    page.set_column(labels, labels + 2 * len(sheet.figures), FIGURE_WIDTH)
    page.write_string(0, 0, sheet.title + (f"　{sheet.training}" if sheet.training else ""), looks["title"])
    for n, line in enumerate(sheet.lines, 1):
        page.write_string(n, 0, line)
    top = len(sheet.lines) + 2
    for n, words in enumerate(sheet.head):
        page.write_string(top, n, words, looks["head"])
    _heads(page, top, labels, sheet.figures, "", looks)
    if sheet.before is not None:
        _heads(page, top, labels + len(sheet.figures), sheet.figures, sheet.before[0], looks)
    rows = [*sheet.rows, sheet.total]
    earlier = [*sheet.before[1], sheet.before[2]] if sheet.before is not None else []
    for n, (names, values) in enumerate(rows):
        bold = "bold_" if n == len(rows) - 1 else ""
        at = top + 1 + n
        for column in range(labels):
            page.write_string(at, column, names[column] if column < len(names) else "", looks[f"{bold}label"])
        _figures(page, at, labels, sheet.figures, values, bold, looks)
        if earlier:
            _figures(page, at, labels + len(sheet.figures), sheet.figures, earlier[n], bold, looks)
    page.freeze_panes(top + 1, labels)
    for n, sentence in enumerate(sheet.rules):
        page.write_string(top + len(rows) + 2 + n, 0, f"{n + 1}. {sentence}", looks["rule"])
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _heads(page: Any, row: int, begin: int, columns: Sequence[Figure], period: str, looks: Mapping[str, Any]) -> None:
    for n, figure in enumerate(columns):
        words = figures.head(figure)
        page.write_string(row, begin + n, f"{words}\n{period}" if period else words, looks["head"])


def _figures(
    page: Any, row: int, begin: int, columns: Sequence[Figure], values: Mapping[str, int], bold: str, looks: Mapping[str, Any]
) -> None:
    for n, figure in enumerate(columns):
        if figure.of:
            share = figures.share(figure, values)
            if share is None:
                page.write_string(row, begin + n, "—", looks[f"{bold}share"])
            else:
                page.write_number(row, begin + n, float(share), looks[f"{bold}share"])
        elif figure.money:
            page.write_number(row, begin + n, values[figure.key] / FEN, looks[f"{bold}money"])
        else:
            page.write_number(row, begin + n, values[figure.key], looks[f"{bold}count"])


def _sheet_name(title: str) -> str:
    """A name that Excel takes: at most 31 characters, none of its own signs."""
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)[:31].strip() or _("Statistics")
