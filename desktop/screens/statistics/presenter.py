"""Statistics, as it is decided: which report over which period, what its cells say, and which cases stand behind them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from desktop.domain import dates, figures, money, periods, words
from desktop.domain.periods import FREE, Period
from desktop.domain.refusal import Refusal
from desktop.i18n import _, ngettext
from desktop.screens.statistics.shown import CaseLine, Cell, Row, Sheet
from desktop.services import files, raster, statistics

PAGE = 200
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
        """Another question: the cases behind a figure of the old one are put away."""
        self._view.close_cases()
        self.refresh()

    # ------------------------------------------------------------------ what stands behind a figure

    def open_cell(self, row: int, figure: str) -> None:
        """Shows the cases behind a figure; `row` -1 is the total."""
        of = self._report
        if of is None:
            return
        line = of.lines[row] if row >= 0 else of.total
        title = " · ".join(part for part in (*line.labels, _(figures.FIGURES[figure].label)) if part)
        self._jobs.run(
            lambda: statistics.cases_behind(self._desk, of, figure, line.codes),
            lambda ids: self._show_cases(title, ids),
            replaces="statistics_cases",
        )

    def _show_cases(self, title: str, ids: list[int]) -> None:
        count = ngettext("{n} case", "{n} cases", len(ids)).format(n=len(ids))
        self._view.show_cases(f"{title}  {count}", partial(self._page, ids))

    def _page(self, ids: Sequence[int], after: CaseLine | None, answer: Callable[..., None]) -> None:
        begin = ids.index(after.id) + 1 if after is not None else 0
        some = ids[begin : begin + PAGE]
        self._jobs.run(
            lambda: statistics.case_rows(self._desk, some),
            lambda rows: answer([_case_line(row, self._desk.categories) for row in rows], begin + PAGE < len(ids)),
        )

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


def _case_line(row: Any, categories: Any) -> CaseLine:
    sides: dict[str, list[str]] = {}
    for role, name in row.parties:
        sides.setdefault(role.value, []).append(name)
    return CaseLine(
        row.id,
        row.number or row.entry_number,
        row.accepted_on.isoformat() if row.accepted_on else "",
        " / ".join("、".join(names) for names in sides.values()),
        categories.label(row.category),
        money.figures(row.claim_fen) if row.claim_fen is not None else "",
        money.figures(row.agreed_fen) if row.agreed_fen is not None else "",
        row.mediator,
        words.shown(row.stage),
    )
