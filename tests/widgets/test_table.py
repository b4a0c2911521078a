"""The list that is fetched page by page: by the last row, never by a number; late answers are dropped."""

from typing import Any

from desktop.widgets.table import Answer, Column, Table
from tests.widgets.hands import press, show, wait_for

COLUMNS = [
    Column("Number", lambda n: f"no. {n}", 6),
    Column("Twice", lambda n: str(n * 2), 4, right=True),
    Column("State", lambda n: "late" if n % 2 else "", 4, state=lambda n: "red" if n % 2 else ""),
    Column("Rest", lambda n: "x" * (n % 7)),
]


class Source:
    """Rows 0, 1, 2 ... in pages of 50, and what was asked."""

    def __init__(self, count: int, at_once: bool = True) -> None:
        self.count, self.at_once = count, at_once
        self.asked: list[Any] = []
        self.open: list[tuple[Any, Answer]] = []

    def fetch(self, after: Any, answer: Answer) -> None:
        self.asked.append(after)
        if self.at_once:
            self.reply(after, answer)
        else:
            self.open.append((after, answer))

    def reply(self, after: Any, answer: Answer) -> None:
        first = -1 if after is None else after
        rows = list(range(first + 1, min(first + 51, self.count)))
        answer(rows, first + 51 < self.count)


def test_pages_are_asked_by_the_last_row_as_the_list_is_scrolled(qt: Any) -> None:
    source = Source(220)
    table = Table(COLUMNS, source.fetch, frozen=1)
    table.model.ask()
    show(table, 800, 400)
    wait_for(lambda: len(table.model.rows) >= 50)
    table.view.setFocus()
    for _page in range(8):
        press("End")
        table.view.scrollToBottom()
        wait_for(lambda: not table.model.waiting)
    wait_for(lambda: len(table.model.rows) == 220)
    assert source.asked == [None, 49, 99, 149, 199]
    assert table.model.rows == list(range(220))


def test_nothing_more_is_asked_while_a_page_is_on_its_way(qt: Any) -> None:
    source = Source(500, at_once=False)
    table = Table(COLUMNS, source.fetch)
    table.model.ask()
    root = table.model.index(-1, -1)
    table.model.fetchMore(root)
    assert source.asked == [None] and table.model.waiting
    source.reply(*source.open.pop())
    assert len(table.model.rows) == 50 and table.model.canFetchMore(root)


def test_a_late_answer_to_an_older_question_is_dropped(qt: Any) -> None:
    slow, quick = Source(500, at_once=False), Source(3)
    table = Table(COLUMNS, slow.fetch)
    table.model.ask()
    table.model.ask(quick.fetch)
    slow.reply(*slow.open.pop())
    assert table.model.rows == [0, 1, 2]


def test_enter_opens_the_row_and_the_selection_tells(qt: Any) -> None:
    table = Table(COLUMNS, Source(9).fetch, frozen=2)
    opened: list[int] = []
    picked: list[list[int]] = []
    table.opened.connect(opened.append)
    table.picked.connect(picked.append)
    table.model.ask()
    show(table)
    table.setFocus()
    press("Down", "Down", "Return")
    assert opened == [2] and table.selected() == [2]
    press("Shift+Down")
    assert picked[-1] == [2, 3]
    press("Home", "Return")
    assert opened[-1] == 0


def test_still_columns_stand_left_and_scroll_with_the_rest(qt: Any) -> None:
    table = Table(COLUMNS, Source(50).fetch, frozen=2)
    table.model.ask()
    show(table, 300, 300)
    left = table._left
    assert left is not None
    assert [left.isColumnHidden(n) for n in range(4)] == [False, False, True, True]
    assert [table.view.isColumnHidden(n) for n in range(4)] == [True, True, False, False]
    table.view.verticalScrollBar().setValue(40)
    assert left.verticalScrollBar().value() == 40
    assert left.viewport().height() == table.view.viewport().height()


def test_still_columns_are_level_with_rows_that_came_later(qt: Any) -> None:
    table = Table(COLUMNS, Source(220).fetch, frozen=1)
    table.model.ask()
    show(table, 600, 300)
    table.model.fetchMore(table.model.index(-1, -1))
    table.show_row(90)
    wait_for(lambda: table._left is not None and table._left.verticalScrollBar().value() == table.view.verticalScrollBar().value())
    assert table.view.verticalScrollBar().value() > 1_000


def test_room_goes_to_the_long_columns_and_a_little_is_taken_from_them(qt: Any) -> None:
    columns = [Column("Number", str, 5), Column("Who", str, 10), Column("About", str, 12), Column("State", str, 8)]
    table = Table(columns, Source(3).fetch)
    table.model.ask()
    natural = table._natural
    show(table, sum(natural) + 200, 200)
    wide = [table.view.columnWidth(n) for n in range(4)]
    assert wide[0] == natural[0] and wide[1] > natural[1] and wide[2] > natural[2]
    table.resize(sum(natural) - natural[3] // 4 - 20, 200)
    wait_for(lambda: table.view.columnWidth(1) < natural[1])
    wait_for(lambda: table.view.horizontalScrollBar().maximum() == 0)
    table.view.setColumnWidth(1, 77)
    table.resize(sum(natural) + 300, 200)
    assert table.view.columnWidth(1) == 77, "what the hand has set stays"
