"""The small table by keyboard, with an input method, and with a piece of a spreadsheet."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain import readers
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.widgets.form import Form
from desktop.widgets.paste import aligned, cells
from desktop.widgets.rows_edit import RowsEdit
from tests.widgets.hands import compose, focus, press, show, type_text

FIELDS = (
    Field("who", "text", "Who"),
    Field("kind", "choice", "Kind", choices=(("money", "Money"), ("act", "Act"))),
    Field("sum", "money", "Sum (yuan)"),
    Field("due", "date", "Due"),
)


@pytest.fixture
def rows(qt: Any) -> RowsEdit:
    made = RowsEdit(FIELDS, 5, readers.readers(lambda: date(2026, 11, 20)))
    show(made)
    made.enter()
    return made


def test_two_rows_are_written_by_enter_alone(rows: RowsEdit) -> None:
    type_text("A")
    press("Return")
    type_text("m")
    press("Return")
    type_text("1.2万")
    press("Return")
    type_text("12.20")
    press("Return")
    type_text("B")
    press("Return")
    assert rows.value() == [
        {"who": "A", "kind": "money", "sum": "12,000.00", "due": "2026-12-20"},
        {"who": "B", "kind": "", "sum": "", "due": ""},
    ]


def test_chinese_begins_a_cell_through_the_input_method(rows: RowsEdit) -> None:
    type_text("张三")
    press("Return")
    assert rows.value()[0]["who"] == "张三"


def test_enter_while_composing_stays_in_the_cell(rows: RowsEdit) -> None:
    compose("zhang")
    press("Return")
    assert rows.view.currentIndex().column() == 0
    type_text("张")
    press("Return")
    assert rows.value()[0]["who"] == "张" and rows.view.currentIndex().column() == 1


def test_shift_enter_goes_back_and_out_at_the_first_cell(rows: RowsEdit) -> None:
    said: list[str] = []
    rows.before_first.connect(lambda: said.append("before"))
    press("Tab", "Shift+Return")
    assert rows.view.currentIndex().column() == 0 and said == []
    press("Shift+Return")
    assert said == ["before"]


def test_enter_on_an_empty_last_row_leaves_the_table(rows: RowsEdit) -> None:
    said: list[str] = []
    rows.finished.connect(lambda: said.append("finished"))
    press("Return")
    assert said == ["finished"] and rows.value() == []


def test_there_are_never_more_rows_than_allowed(rows: RowsEdit) -> None:
    rows.set_value([{"who": str(n)} for n in range(5)])
    rows.view.setCurrentIndex(rows.model.index(4, 3))
    rows.enter()
    press("Return")
    assert rows.model.rowCount() == 5 and "5 rows at most" in rows.note.text()


def test_a_row_is_deleted_and_brought_back(rows: RowsEdit) -> None:
    rows.set_value([{"who": "A"}, {"who": "B"}])
    rows.enter()
    press("Ctrl+Delete")
    assert [row["who"] for row in rows.value()] == ["B"]
    press("Ctrl+Z")
    assert [row["who"] for row in rows.value()] == ["A", "B"]


def test_a_piece_of_a_spreadsheet_with_its_heading(rows: RowsEdit) -> None:
    QApplication.clipboard().setText("Sum\tWho\tNote\r\n1,200\t张三\tx\r\n\r\n3.5\t李四\ty\r\n")
    press("Ctrl+V")
    assert [(row["who"], row["sum"]) for row in rows.value()] == [("张三", "1,200.00"), ("李四", "3.50")]


def test_a_piece_without_heading_begins_at_the_cursor(rows: RowsEdit) -> None:
    QApplication.clipboard().setText("act\t7\nMoney\tnot a sum")
    rows.view.setCurrentIndex(rows.model.index(0, 1))
    rows.enter()
    press("Ctrl+V")
    assert [(row["kind"], row["sum"]) for row in rows.value()] == [("act", "7.00"), ("money", "not a sum")]


def test_a_piece_that_is_too_long_is_refused_whole(rows: RowsEdit) -> None:
    QApplication.clipboard().setText("\n".join("abcdef"))
    press("Ctrl+V")
    assert rows.value() == [] and "nothing was pasted" in rows.note.text()


def test_faults_mark_their_cells_also_below_an_empty_row(rows: RowsEdit) -> None:
    rows.set_value([{}, {"who": "A", "sum": "x"}])
    rows.show_faults([Fault("0.sum", "no sum")])
    assert rows.model.faults == {(1, "sum"): "no sum"} and rows.note.text() == "no sum"
    assert rows.view.currentIndex().row() == 1 and rows.view.currentIndex().column() == 2
    type_text("7")
    press("Return")
    assert rows.model.faults == {}


def test_clean_values_are_shown_as_they_would_be_typed(rows: RowsEdit) -> None:
    rows.set_value([{"who": "A", "sum": 519425392, "due": date(2026, 12, 20), "kind": None}])
    assert rows.value() == [{"who": "A", "kind": "", "sum": "5,194,253.92", "due": "2026-12-20"}]


def test_tab_goes_through_the_cells_and_then_leaves(rows: RowsEdit) -> None:
    press("Tab", "Tab", "Tab")
    assert rows.view.currentIndex().column() == 3
    press("Tab")
    assert focus() is rows.add_button


def test_up_and_down_go_by_a_row_and_keep_what_was_typed(rows: RowsEdit) -> None:
    rows.set_value([{"who": "A"}, {"who": "B"}])
    rows.enter()
    type_text("C")
    press("Down")
    assert rows.view.currentIndex().row() == 1 and rows.value()[0]["who"] == "C"


def test_cells_of_the_clipboard() -> None:
    assert cells('a\t"two\nlines"\r\n\t\r\nb\tc') == [["a", "two\nlines"], ["b", "c"]]
    assert cells("single") == [["single"]]


def test_headings_are_guessed_only_when_most_of_them_fit() -> None:
    assert aligned([["Sum*", "Who："], ["1", "A"]], ["Who", "Sum (yuan)"]) == ([1, 0], [["1", "A"]])
    assert aligned([["Who", "1", "2", "3"]], ["Who", "Sum"], 1) == ([1, None, None, None], [["Who", "1", "2", "3"]])


WIDE = (*FIELDS, Field("sure", "yes_no", "Sure"), Field("place", "text", "Place"), Field("note", "text", "Note"))


@pytest.fixture
def wide(qt: Any) -> RowsEdit:
    kinds = readers.readers(lambda: date(2026, 11, 20))
    made = RowsEdit(WIDE, 5, kinds, None, lambda: Form(WIDE, kinds, 2))
    show(made)
    made.enter()
    return made


def test_a_wide_table_is_written_row_by_row_as_a_form(wide: RowsEdit) -> None:
    type_text("A")
    press("Ctrl+Return")
    assert wide.row_form is not None and wide.row_form.isVisible()
    press("Return")  # the name stands already
    type_text("m")
    press("Return")
    type_text("1.2万")
    press("Return")
    type_text("12.20")
    press("Return", "Return")
    type_text("here")
    press("Return", "Return")  # past the last field the next row begins
    type_text("B")
    press("Ctrl+Return")
    assert not wide.row_form.isVisible()
    assert wide.value() == [
        {"who": "A", "kind": "money", "sum": "12,000.00", "due": "2026-12-20", "sure": None, "place": "here", "note": ""},
        {"who": "B", "kind": "", "sum": "", "due": "", "sure": None, "place": "", "note": ""},
    ]
    assert wide.view.currentIndex().row() == 1


def test_enter_through_an_empty_row_of_the_form_ends_it(wide: RowsEdit) -> None:
    press("Ctrl+Return")
    press(*["Return"] * len(WIDE))
    assert wide.row_form is not None and not wide.row_form.isVisible()
    assert wide.value() == []


def test_a_row_as_a_form_says_what_is_wrong_in_it(wide: RowsEdit) -> None:
    wide.set_value([{"who": "A", "sum": "abc"}, {"who": "B"}])
    wide.open_form()
    wide.show_faults([Fault("0.sum", "no sum"), Fault("1.due", "no day")], focus=False)
    assert wide.row_form is not None
    form = wide.row_form.form
    assert form._rows["sum"].note.text() == "no sum" and not form._rows["due"].note.text()
    press("Alt+Down")
    assert form._rows["due"].note.text() == "no day" and not form._rows["sum"].note.text()
    wide.paste("C\tact")
    assert not wide.row_form.isVisible()


def test_a_narrow_table_has_no_form(rows: RowsEdit) -> None:
    press("Ctrl+Return")
    assert rows.row_form is None and rows.form_button.isHidden()
