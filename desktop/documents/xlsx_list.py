"""A plain list as an Excel file: one head, one line a row; every text is written as text, never read as a formula."""

import io
from collections.abc import Sequence
from decimal import Decimal

import xlsxwriter


def render(title: str, head: Sequence[tuple[str, int]], rows: Sequence[Sequence[str | int | Decimal]]) -> bytes:
    """The file; `head` gives the label and the width in characters of each column, a number is written as a number."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    page = book.add_worksheet(title[:31] or "1")
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    money = book.add_format({"num_format": "#,##0.00"})
    for column, (label, width) in enumerate(head):
        page.set_column(column, column, width)
        page.write_string(0, column, label, bold)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(line, column, cell)
            else:
                page.write_number(line, column, cell, money if isinstance(cell, Decimal) else None)
    page.freeze_panes(1, 1)
    book.close()
    return out.getvalue()
