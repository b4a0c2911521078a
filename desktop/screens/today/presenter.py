"""Today, as it is decided: the day's sheet of the service, told in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.domain import dates, lunar, stages
from desktop.i18n import _, ngettext
from desktop.screens.today.shown import Line
from desktop.services import day_sheet, files, raster, today

MOST = 300
"""So many lines a list shows; a longer one says how many more there are."""


class TodayPresenter:
    """`view` is a `TodayView` or anything with its methods."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._pdf = b""

    def start(self) -> None:
        """The view asks for its lists each time it is shown."""
        day = self._desk.today()
        parts = (dates.in_words(day), dates.weekday(day), _("lunar calendar {words}").format(words=lunar.in_words(day)))
        self._view.show_day("  ".join(parts))

    def refresh(self) -> None:
        """Asks for the day's sheet."""
        desk = self._desk
        self._jobs.run(lambda: today.sheet(desk), self._show, replaces="today")

    def print_sheet(self) -> None:
        """Makes the day sheet as it stands now; the view then asks for the printer."""
        desk = self._desk

        def work() -> tuple[bytes, int]:
            pdf = day_sheet.pdf(desk)
            return pdf, len(raster.sizes(pdf))

        self._jobs.run(work, self._made, replaces="day sheet")

    def save_sheet(self, target: str) -> None:
        """Writes the day sheet as PDF."""
        desk = self._desk
        self._jobs.run(
            lambda: files.write(Path(target), day_sheet.pdf(desk)),
            lambda _none: self._view.said.emit(_("Saved: {file}").format(file=target)),
        )

    def suggested(self) -> str:
        """What the file of the day sheet is called."""
        return _("Day sheet {day}").format(day=self._desk.today().isoformat())

    def print_pages(self, pages: list[int], dpi: float, add: Callable[[Any], None], end: Callable[[], None]) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the printer."""
        raster.print_pages(self._jobs, self._pdf, pages, dpi, add, end)

    def _made(self, made: tuple[bytes, int]) -> None:
        self._pdf = made[0]
        self._view.print_now(made[1])

    def _show(self, sheet: today.Sheet) -> None:
        self.start()
        lists = [
            (_("Overdue"), sheet.overdue, _("Nothing is overdue.")),
            (_("Due today"), sheet.today, _("Nothing is due today.")),
            (_("This week"), sheet.week, _("Nothing is due this week.")),
        ]
        if sheet.waiting:
            lists.append((_("Waiting, without a day"), sheet.waiting, ""))
        shown = []
        for title, tasks, nothing in lists:
            lines = [_line(task) for task in tasks[:MOST]]
            more = len(tasks) - len(lines)
            shown.append((title + (" " + _("(the first {n})").format(n=MOST) if more > 0 else ""), lines, nothing))
        self._view.show_lists(shown)


def _line(task: today.Task) -> Line:
    until = f"{task.due_on.isoformat()} {dates.weekday(task.due_on)}" if task.due_on else ""
    move = stages.MOVES.get(task.move)
    left, state = "", ""
    if task.days_left is not None:
        n = abs(task.days_left)
        if task.days_left < 0:
            left, state = ngettext("{n} day overdue", "{n} days overdue", n).format(n=n), "red"
        elif task.days_left == 0:
            left, state = _("today"), "amber"
        else:
            left, state = ngettext("{n} day left", "{n} days left", n).format(n=n), "amber" if n <= 3 else ""
    verb = _(move.label) if move else _("Open the case")
    return Line(task.case_id, task.what, task.number, task.parties, until, left, verb, state, task.move, task.source)
