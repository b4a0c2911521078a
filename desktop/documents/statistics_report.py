"""A report of the statistics on paper: the table, last year's below it, the chart, and how every column was counted.

Source: 人民调解案件情况统计表 (司发通〔2010〕239号); domain brief chapter 5: formula and counting rule stand under every table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Cell, Chart, Fields, FormRow, Heading, Notice, Number, Paper, PaperState, Table, Title
from desktop.documents.template import Wording
from desktop.domain import dates, figures
from desktop.domain.figures import Figure

KIND = "statistics_report"
WORDS = (
    "title", "scope", "period", "made_on", "unit", "units", "total", "figure", "now", "year_before", "change", "chart", "rules",
    "prepared", "checked",
)  # fmt: skip
DECLARED: template.Declared = {**{name: () for name in WORDS}, "number": ("report",), "before": ("period",)}
FORM = (2.0, 5.0, 2.0, 3.0)
LABEL, FIGURE, MONEY = 3.2, 1.35, 2.1  # relative widths of the columns

Rows = tuple[tuple[tuple[str, ...], Mapping[str, int]], ...]


@dataclass(frozen=True)
class Before:
    """The same days of the year before."""

    period: str
    rows: Rows
    total: Mapping[str, int]


@dataclass(frozen=True)
class Content:
    """What the paper says; `office` issues it, `scope` says whose cases were counted.

    `rows` are (labels, figures in cases and fen), empty without a split.
    """

    title: str
    office: str
    scope: str
    period: str
    made_on: date
    splits: tuple[str, ...]
    figures: tuple[Figure, ...]
    rows: Rows
    total: Mapping[str, int]
    rules: tuple[str, ...]
    chart: Chart
    before: Before | None = None
    training: bool = False
    language: str = template.LANGUAGE


def paper(content: Content) -> Paper:
    """The report as a paper."""
    wording = template.wording(KIND, DECLARED, content.language)
    say = wording.say
    blocks: list[Block] = [
        Title(say("title")),
        Number(say("number", report=content.title), Align.CENTRE),
        Fields(
            (
                FormRow((Cell(say("scope"), 1, True), Cell(content.scope, 3))),
                FormRow(
                    (
                        Cell(say("period"), 1, True),
                        Cell(content.period),
                        Cell(say("made_on"), 1, True),
                        Cell(dates.in_words(content.made_on)),
                    )
                ),
                FormRow((Cell(say("prepared"), 1, True), Cell(""), Cell(say("checked"), 1, True), Cell("")), 9.0),
            ),
            FORM,
        ),
    ]
    if content.splits:
        blocks.append(_table(content, content.rows, content.total, wording))
        if content.before is not None:
            blocks.append(Heading(say("before", period=content.before.period)))
            blocks.append(_table(content, content.before.rows, content.before.total, wording))
    else:
        blocks.append(_overview(content, wording))
    blocks.append(Heading(say("rules")))
    blocks += [Notice(f"{n}. {sentence}") for n, sentence in enumerate(content.rules, 1)]
    if content.chart.labels:
        blocks += [Heading(say("chart")), content.chart]
    return Paper(
        kind=KIND,
        title=say("title"),
        number="",
        organisation=content.office,
        furniture=words.furniture(words.words(content.language)),
        blocks=tuple(blocks),
        layout="report",
        state=PaperState.ISSUED,
        training=content.training,
    )


def _table(content: Content, rows: Rows, total: Mapping[str, int], wording: Wording) -> Table:
    """A row a group, a column a figure."""
    labels = len(content.splits)
    return Table(
        head=(*content.splits, *(figures.head(one) for one in content.figures)),
        rows=tuple((*names, *(figures.shown(one, values) for one in content.figures)) for names, values in rows),
        widths=(*[LABEL] * labels, *(MONEY if one.money else FIGURE for one in content.figures)),
        align=(*[Align.LEFT] * labels, *[Align.RIGHT] * len(content.figures)),
        total=(wording.say("total"), *[""] * (labels - 1), *(figures.shown(one, total) for one in content.figures)),
    )


def _overview(content: Content, wording: Wording) -> Table:
    """A row a figure; with last year's beside it and the difference."""
    say, before = wording.say, content.before
    head: tuple[str, ...] = (say("figure"), say("now"))
    rows = [(figures.head(one), figures.shown(one, content.total)) for one in content.figures]
    if before is None:
        return Table(head, tuple(rows), (3.0, 2.0), (Align.LEFT, Align.RIGHT))
    compared = tuple(
        (*row, figures.shown(one, before.total), figures.change(one, content.total, before.total))
        for row, one in zip(rows, content.figures, strict=True)
    )
    earlier = f"{say('year_before')}\n{before.period}"
    return Table((*head, earlier, say("change")), compared, (3.0, 2.0, 2.0, 2.0), (Align.LEFT, *[Align.RIGHT] * 3))
