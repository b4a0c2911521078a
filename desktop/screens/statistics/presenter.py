"""Statistics, as it is decided: which report over which period, what its cells say, and which cases stand behind them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.domain import dates, figures, periods
from desktop.domain.periods import FREE, Period
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.screens.statistics.shown import Cell, Row, Sheet
from desktop.services import files, raster, statistics

_BESIDES = ("outcome", "organisation", "mediator", "category", "moj_type", "source")
"""What a report can be split by besides its own split."""


class StatisticsPresenter:
    """`view` is a `StatisticsView` or anything with its methods."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._name, self._kind, self._besides, self._compare = "overview", "year", "", False
        self._day: date = desk.today()
        self._period = periods.of("year", self._day)
        self._report: statistics.Report | None = None
        self._pdf: bytes = b""

    def start(self, report: str = "") -> None:
        """The page as it was left, or with this report."""
        self._view.offer(statistics.names(), [(key, _(label)) for key, label in periods.KINDS.items()])
        if report:
            self._name = figures.report(report).key

    def refresh(self) -> None:
        """Counts the report anew and shows it."""
        own = figures.report(self._name).split
        besides = [key for key in _BESIDES if key != own]
        self._besides = self._besides if self._besides in besides and own else ""
        self._view.show_question(
            self._name,
            self._kind,
            self._period.first.isoformat(),
            self._period.last.isoformat(),
            self._compare,
            [(key, _(figures.SPLITS[key].label)) for key in besides] if own else [],
            self._besides,
        )
        desk, name, period, compare = self._desk, self._name, self._period, self._compare
        splits = (self._besides,) if self._besides else ()
        self._view.wait()
        self._jobs.run(
            lambda: statistics.report(desk, name, period.first, period.last, splits, compare=compare),
            self._show,
            self._refused,
            replaces="statistics",
        )

    # ------------------------------------------------------------------ what is asked

    def choose(self, name: str) -> None:
        """Another report over the same period."""
        if name != self._name:
            self._name = name
            self._anew()

    def choose_period(self, kind: str) -> None:
        """The month, quarter, half-year or year of today; `free` keeps the days that stand there, to be changed."""
        self._kind = kind
        if kind != FREE:
            self._period = periods.of(kind, self._desk.today())
        self._anew()

    def step(self, n: int) -> None:
        """The period before (-1) or after (1)."""
        if self._kind == FREE:
            return
        self._period = periods.of(self._kind, self._period.first, n)
        self._anew()

    def choose_days(self, first: str, last: str) -> None:
        """Any two days, as typed."""
        today = self._desk.today()
        try:
            found = Period(dates.parse(first, today, "past", "from"), dates.parse(last, today, "near", "to"))
        except Refusal as no:
            self._view.say_fault(no.field, no.sentence)
            return
        self._view.say_fault("", "")
        if found != self._period:
            self._period = found
            self._kind = next((kind for kind in periods.MONTHS if periods.of(kind, found.first) == found), FREE)
            self._anew()

    def compare(self, on: bool) -> None:
        """With last year's figures or without."""
        self._compare = on
        self._anew()

    def split_besides(self, split: str) -> None:
        """Split by something else as well."""
        self._besides = split
        self._anew()

    def _anew(self) -> None:
        """Another question."""
        self.refresh()

    # ------------------------------------------------------------------ what stands behind a figure

    def open_cell(self, row: int, figure: str) -> None:
        """The cases behind a figure stand in the register, each condition as a chip that can be taken away; `row` -1 is the total."""
        of = self._report
        if of is None:
            return
        line = of.lines[row] if row >= 0 else of.total
        splits = [key for key, _code in zip(of.splits, line.codes, strict=False)]
        named = [f"{_(figures.SPLITS[key].label)}：{label}" for key, label in zip(splits, line.labels, strict=False)]
        behind = {
            "figure": figure,
            "first": of.period.first.isoformat(),
            "last": of.period.last.isoformat(),
            "organisation": of.organisation_id,
            "splits": splits,
            "codes": [str(code) if isinstance(code, str) else code for code in line.codes],
            "labels": named,
            "label": f"{_(figures.FIGURES[figure].label)}，{periods.name(of.period)}",
        }
        self._view.open_page.emit("register", {"behind": behind})

    # ------------------------------------------------------------------ what is taken away

    def chart(self, width: float, height: float, dpi: float, looks: Mapping[str, Any], done: Callable[[Any], None]) -> None:
        """Draws the chart of the report (width and height in points) in these colours, off the window's thread."""
        of = self._report
        if of is not None:
            self._jobs.run(lambda: statistics.chart_picture(of, width, height, dpi, looks), done, replaces="statistics_chart")

    def save(self, target: str) -> None:
        """Writes the report as a file, by the ending of its name."""
        of = self._report
        if of is not None:
            self._jobs.run(lambda: statistics.save(of, Path(target)), lambda _none: self._view.say(_("Saved: {file}").format(file=target)))

    def prepare_print(self, done: Callable[[int], None]) -> None:
        """Makes the paper; `done(pages)` follows."""
        of = self._report
        if of is not None:
            self._jobs.run(lambda: files.pdf(statistics.paper(of)), lambda pdf: self._prepared(pdf, done))

    def _prepared(self, pdf: bytes, done: Callable[[int], None]) -> None:
        self._pdf = pdf
        done(len(raster.sizes(pdf)))

    def print_paper(self, pages: Sequence[int], dpi: float, add: Callable[[Any], None], end: Callable[[], None]) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the printer."""
        raster.print_pages(self._jobs, self._pdf, pages, dpi, add, end)

    def suggested(self) -> str:
        """A name for the file."""
        of = self._report
        return f"{of.label} {periods.name(of.period)}" if of is not None else ""

    # ------------------------------------------------------------------ what is shown

    def _refused(self, no: Refusal) -> None:
        self._view.say_fault(no.field, no.sentence)

    def _show(self, of: statistics.Report) -> None:
        self._report = of
        self._view.show_sheet(_sheet(of))


def _sheet(of: statistics.Report) -> Sheet:
    rules = tuple(figures.rules(of.name, of.splits))
    tips = tuple(figures.rule(figure) for figure in of.figures)
    title = f"{of.label} · {periods.name_on(of.period, of.made_on)}"
    before = periods.name(of.before.period) if of.before is not None else ""
    empty = not any(of.total.values.values())
    if not of.splits:
        head = (_("This period"), *([_("Last year: {period}").format(period=before), _("Change")] if of.before is not None else []))
        rows = tuple(_figure_row(of, n) for n in range(len(of.figures)))
        return Sheet(title, of.scope, "", head, rows, tips, rules, "", True, empty)
    head = tuple(figures.head(figure) for figure in of.figures)
    lines = [_row(of, n) for n in range(len(of.lines))]
    note = _("In brackets: {period}").format(period=before) if before else ""
    corner = " · ".join(_(figures.SPLITS[key].label) for key in of.splits)
    return Sheet(title, of.scope, corner, head, (*lines, _row(of, -1)), tips, rules, note, False, empty)


def _figure_row(of: statistics.Report, n: int) -> Row:
    """A line of the overview: one figure, last year's, the difference."""
    figure = of.figures[n]
    cells = [_cell(of, -1, figure, with_before=False)]
    if of.before is not None:
        cells.append(Cell(figures.shown(figure, of.before.total.values), "", -1, figure.key, False))
        cells.append(Cell(figures.change(figure, of.total.values, of.before.total.values), "", -1, figure.key, False))
    return Row(figures.head(figure), tuple(cells))


def _row(of: statistics.Report, n: int) -> Row:
    line = of.lines[n] if n >= 0 else of.total
    return Row(" · ".join(part for part in line.labels if part), tuple(_cell(of, n, figure) for figure in of.figures), n < 0)


def _cell(of: statistics.Report, n: int, figure: figures.Figure, with_before: bool = True) -> Cell:
    line = of.lines[n] if n >= 0 else of.total
    before = ""
    if with_before and of.before is not None:
        earlier = of.before.lines[n] if n >= 0 else of.before.total
        before = figures.shown(figure, earlier.values)
    opens = bool(line.values[figure.of[0] if figure.of else figure.key])
    return Cell(figures.shown(figure, line.values), before, n, figure.key, opens)
