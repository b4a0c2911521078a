"""A kept calculation on paper: claimed, computed and agreed side by side, every step with its article, who pays whom, what it stands on.

It is printed either as an annex of the agreement, or with the mark on every page that it is for reference in the mediation and no evidence
(民事诉讼证据 rules: what is said in order to settle is not used against who said it); there is no third way.
"""

import dataclasses
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Heading, Notice, Number, Paper, Table, Title
from desktop.documents.setting import Setting
from desktop.documents.template import EMPTY, Wording
from desktop.domain import dates, money
from desktop.domain.calculation import outcome
from desktop.domain.calculation.result import Calculation, Line, Used
from desktop.domain.calculation.working import fen

if TYPE_CHECKING:
    from db.models.calculation import Calculation as Kept
    from db.models.calculation import CalculationHead
    from db.models.case import Case

KIND = "calculation"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "n"),
    "mark.reference": (),
    "mark.annex": (),
    "annex": ("title",),
    "elsewhere": ("title", "mark"),
    "difference": (),
    "no_day": (),
    "total": (),
    "not_added": ("label",),
    "replaced": ("reason",),
    "conventions": (),
    "convention": ("label", "value", "default"),
    "default": (),
    "typed": ("name",),
    "year": ("year",),
    "since": ("day",),
    "note": ("note",),
    **{f"{group}.*": () for group in ("label", "heading", "column", "status", "unit")},
}
FORM = (3.0, 9.0, 3.0, 9.0)
WIDE = 46  # a working longer than this wants a landscape page where a column says whose it is


def paper(case: "Case", kept: "Kept", made: Calculation, setting: Setting) -> Paper:
    """The calculation as a paper of its own, marked as annex or as reference; landscape where it says of several people whose a line is."""
    wording = words.of(setting, KIND, DECLARED)
    number, title = case.number or case.entry_number, made.title or wording.say("title")
    blocks: list[Block] = [
        Title(title),
        Number(wording.say("number", number=number, n=kept.ordinal), Align.CENTRE),
        *_content(kept, made, wording, case),
    ]
    wide = _several(made) and any(len(line.how) > WIDE for line in made.lines)
    written = words.paper(KIND, title, number, setting, blocks, layout="calculation_wide" if wide else "calculation")
    mark = wording.say("mark.annex" if kept.part_of_agreement else "mark.reference")
    return dataclasses.replace(written, marks=(mark,))


def annex(kept: "Kept", made: Calculation, setting: Setting) -> list[Block]:
    """What stands behind the agreement itself: the amounts. Who pays whom is said by its clauses and nowhere else.

    The working with its sources is the paper of its own, which bears the mark of the annex.
    """
    wording = words.of(setting, KIND, DECLARED)
    elsewhere = Notice(wording.say("elsewhere", title=made.title, mark=wording.say("mark.annex")))
    came_out = _days(made, wording) if made.in_days else _amounts(kept, wording)
    return [Heading(wording.say("annex", title=made.title)), came_out, elsewhere]


def _content(kept: "Kept", made: Calculation, wording: Wording, case: "Case") -> list[Block]:
    """Everything below the title."""
    say = wording.say
    blocks: list[Block] = [Fields(tuple(_head(kept, made, wording, case)), FORM)]
    if kept.replaced_by_id is not None:
        blocks.append(Notice(say("replaced", reason=kept.replaced_reason)))
    if made.in_days:
        blocks += [Heading(say("heading.result")), _days(made, wording)]
        blocks += [Heading(say("heading.working")), _steps(made.lines, made, wording)]
    else:
        blocks += _sums(kept, made, wording)
    if made.options:
        blocks.append(Heading(say("conventions")))
        for n, one in enumerate(made.options, 1):
            default = say("default") if one.default else ""
            blocks.append(Notice(f"{n}. {say('convention', label=one.label, value=one.value, default=default)}"))
    remarks = [*made.remarks, *([say("note", note=kept.note)] if kept.note.strip() else [])]
    if remarks:
        blocks.append(Heading(say("heading.remarks")))
        blocks += [Notice(f"{n}. {remark}") for n, remark in enumerate(remarks, 1)]
    if made.used:
        blocks += [Heading(say("heading.values")), _values(made.used, wording)]
    return blocks


def _sums(kept: "Kept", made: Calculation, wording: Wording) -> list[Block]:
    """The amounts, how they were worked out, what stands beside the total, who pays whom."""
    say = wording.say
    blocks: list[Block] = [Heading(say("heading.amounts")), _amounts(kept, wording), Notice(say("difference"))]
    blocks += [
        Heading(say("heading.working")),
        _steps([one for one in made.lines if outcome.adds(made.kind, one.head)], made, wording, made.total),
    ]
    bearing = [one for one in made.lines if not outcome.adds(made.kind, one.head)]
    if bearing:
        blocks += [Heading(say("heading.bearing" if made.payments else "heading.beside")), _steps(bearing, made, wording)]
    if any(not total.counts for total in made.totals):
        blocks.append(_beside(made, wording))
    if made.payments:
        blocks += [Heading(say("heading.payments")), _payments(made, wording)]
    return blocks


def _days(made: Calculation, wording: Wording) -> Table:
    """The days that were worked out, or that there is none."""
    rows = [(one.what, dates.in_words(one.day), one.note or EMPTY) for one in made.days]
    return Table(
        head=_columns(wording, "result", "on", "depends"),
        rows=tuple(rows or [(wording.say("no_day"), EMPTY, EMPTY)]),
        widths=(6.0, 4.0, 8.0),
        align=(Align.LEFT, Align.CENTRE, Align.LEFT),
    )


def _head(kept: "Kept", made: Calculation, wording: Wording, case: "Case") -> list[FormRow]:
    def row(*pairs: tuple[str, str]) -> FormRow:
        cells: list[Cell] = []
        for label, value in pairs:
            span = 1 if len(pairs) == 2 else 3
            cells += [Cell(wording.say(f"label.{label}"), 1, True), Cell(value if value.strip() else EMPTY, span)]
        return FormRow(tuple(cells))

    parties = "、".join(party.name for party in case.parties if party.name and party.role in ("applicant", "respondent", "third_party"))
    return [
        row(("cause", case.cause), ("day", dates.in_words(made.day) if made.lines else "")),
        row(("parties", parties)),
        row(("made_on", forms.day(kept.made_on)), ("version", made.version)),
    ]


def _several(made: Calculation) -> bool:
    return len({line.whose for line in made.lines if line.whose}) > 1


def _columns(wording: Wording, *names: str) -> tuple[str, ...]:
    return tuple(wording.say(f"column.{name}") for name in names)


def _sum(amount: int | None) -> str:
    return EMPTY if amount is None else money.figures(amount)


def _amounts(kept: "Kept", wording: Wording) -> Table:
    """Claimed, computed, agreed; a column is added up only where no amount is missing in it. What is of another unit stands last, and
    its label says that it is not added.
    """
    added = [one for one in kept.heads if outcome.adds(kept.kind, one.head)]
    beside = [one for one in kept.heads if one not in added]

    def total(amounts: Sequence[int | None]) -> str:
        if not amounts:
            return ""
        return _sum(None if any(one is None for one in amounts) else sum(one or 0 for one in amounts))

    columns = [[one.claimed_fen for one in added], [one.computed_fen for one in added], [one.agreed_fen for one in added]]
    several = len({one.whose for one in kept.heads}) > 1
    rows = []
    for one in (*added, *beside):
        whose = [one.whose or EMPTY] if several else []
        label = wording.say("not_added", label=one.label) if one in beside else one.label
        rows.append((label, *whose, _sum(one.claimed_fen), _sum(one.computed_fen), _sum(one.agreed_fen) + _noted(one)))
    return Table(
        head=_columns(wording, "head", *(["whose"] if several else []), "claimed", "computed", "agreed"),
        rows=tuple(rows),
        widths=(4.0, *([3.0] if several else []), 3.0, 3.0, 3.0),
        align=(Align.LEFT, *([Align.LEFT] if several else []), Align.RIGHT, Align.RIGHT, Align.RIGHT),
        total=(wording.say("total"), *([""] if several else []), *(total(column) for column in columns)),
    )


def _noted(one: "CalculationHead") -> str:
    return f"（{one.note}）" if one.note.strip() else ""


def _steps(lines: Sequence[Line], made: Calculation, wording: Wording, total: Decimal | None = None) -> Table:
    """Lines with their working, numbered as they stand in the whole; whose a line is, where several claim."""
    several, sums = _several(made), not made.in_days
    rows = []
    for line in lines:
        amount = [EMPTY if line.amount is None else money.figures(fen(line.amount))] if sums else []
        whose = [line.whose or EMPTY] if several else []
        rows.append((str(made.lines.index(line) + 1), line.what, *whose, line.how, *amount, line.article or EMPTY))
    names = ("no", "head", *(["whose"] if several else []), "working", *(["amount"] if sums else []), "article")
    blank = [""] if several else []
    return Table(
        head=_columns(wording, *names),
        rows=tuple(rows),
        widths=(1.3, 3.4, *([2.2] if several else []), 8.2, *([2.6] if sums else []), 4.2),
        align=(Align.CENTRE, Align.LEFT, *([Align.LEFT] if several else []), Align.LEFT, *([Align.RIGHT] if sums else []), Align.LEFT),
        total=() if total is None else ("", wording.say("total"), *blank, "", money.figures(fen(total)) if lines else "", ""),
    )


def _beside(made: Calculation, wording: Wording) -> Table:
    """What is told beside the sum and is no part of it: who bears how much, where somebody pays somebody."""
    rest = [total for total in made.totals if not total.counts]
    return Table(
        head=_columns(wording, "bearer" if made.payments else "beside", "amount"),
        rows=tuple((total.label, money.figures(fen(total.amount))) for total in rest),
        widths=(6.0, 3.0),
        align=(Align.LEFT, Align.RIGHT),
    )


def _payments(made: Calculation, wording: Wording) -> Table:
    return Table(
        head=_columns(wording, "payer", "payee", "amount", "ground", "whose"),
        rows=tuple((one.payer, one.payee, money.figures(fen(one.amount)), one.what, one.whose or EMPTY) for one in made.payments),
        widths=(4.2, 3.2, 2.8, 5.0, 2.2),
        align=(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT),
        total=(wording.say("total"), "", money.figures(sum(fen(one.amount) for one in made.payments)), "", ""),
    )


def _values(used: Sequence[Used], wording: Wording) -> Table:
    def when(one: Used) -> str:
        if one.year is not None:
            return wording.say("year", year=one.year)
        return wording.say("since", day=one.valid_from)

    def status(one: Used) -> str:
        return wording.say("typed", name=one.typed_by) if one.typed_by else wording.word("status", one.status)

    def figure(one: Used) -> str:
        return one.value + (wording.word("unit", one.unit) if wording.has(f"unit.{one.unit}") else one.unit)

    return Table(
        head=_columns(wording, "value", "figure", "of", "source", "status"),
        rows=tuple((one.name, figure(one), when(one), one.source, status(one)) for one in used),
        widths=(4.4, 2.8, 2.6, 7.2, 2.4),
        align=(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT),
    )
