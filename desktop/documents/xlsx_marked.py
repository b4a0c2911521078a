"""A pasted or imported sheet given back as .xlsx, with a last column that says of every row what is wrong with it."""

import io
from collections.abc import Sequence
from typing import Any

from desktop.domain import excel_rows
from desktop.domain.excel_rows import Row
from desktop.i18n import _


def render(cells: Sequence[Sequence[Any]], first: int, rows: Sequence[Row]) -> bytes:
    """The cells as they were, `first` the index of the row under the heading, and the error column behind the last one."""
    import xlsxwriter

    out = io.BytesIO()
    # What begins with = stays the text that it was: a cell of a list is no formula here.
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "#B00020", "text_wrap": True})
    at = max((len(row) for row in cells), default=0)
    for n, row in enumerate(cells):
        for column, cell in enumerate(row):
            sheet.write_string(n, column, excel_rows.plain(cell)[:32_000], bold if n == first - 1 else None)
    sheet.write_string(first - 1, at, _("What is wrong"), bold)
    for one in rows:
        if one.faults:
            sheet.write_string(one.n - 1, at, one.sentences[:32_000], red)
    sheet.set_column(at, at, 60)
    book.close()
    return out.getvalue()
