"""A calculator as it is declared, and how it is run: inputs checked, options chosen, lines in the paper's language, totals that add up."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop import i18n
from desktop.domain import fields
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.result import Calculation, Chosen, Day, Line, Payment, Total
from desktop.domain.calculation.working import ZERO
from desktop.domain.calendar import Calendar
from desktop.domain.fields import Field
from desktop.domain.law import Band, Value
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

PAPER = i18n.DEFAULT
"""The language of the papers of the region: the lines of a calculation are in it."""

FIRST_YEAR, LAST_YEAR = 1990, 2199
COMMON = (
    Field("day", "date", N_("Calculated as of"), help=N_("Which year's figures are last year's follows from it; empty: today.")),
    Field("region", "text", N_("Region code"), most=6, help=N_("Six figures: whose standards count."), example="150000"),
    Field(
        "years",
        "table",
        N_("Statistical years"),
        help=N_("Only where a figure is not of last year: which year counts for which value."),
        rows=(
            Field("key", "text", N_("Key of the value"), required=True, most=80, example="income.urban"),
            Field("year", "integer", N_("Statistical year"), required=True, least=1949, most=2199, example=2023),
        ),
        most=100,
        example=[],
    ),
)


@dataclass(frozen=True)
class Option:
    """A convention that differs between courts: choices with the code of the default; `help` says where it differs. Kept and printed."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...]
    default: str
    help: str = ""

    def field(self) -> Field:
        """The option as a declared field."""
        return Field(self.key, "choice", self.label, choices=self.choices, help=self.help, example=self.default)


@dataclass(frozen=True)
class Head:
    """What a sum is made of; one that does not `count` is shown beside the total and is no part of it.

    One that is `compared` does not count and yet stands with what is claimed and agreed, in a unit of its own that its label says.
    """

    key: str
    label: str
    counts: bool = True
    compared: bool = False

    @property
    def stands(self) -> bool:
        """Whether claimed, computed and agreed stand side by side."""
        return self.counts or self.compared


@dataclass(frozen=True)
class Worked:
    """What a calculator gives back: lines in the order of reading, remarks in whole sentences, payments at the end, or days."""

    lines: Sequence[Line]
    remarks: Sequence[str] = ()
    payments: Sequence[Payment] = ()
    days: Sequence[Day] = ()


class Choices(Mapping[str, str]):
    """The code of every option; remembers which were asked for, since only those matter to what came out."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = dict(codes)
        self.asked: dict[str, None] = {}

    def __getitem__(self, key: str) -> str:
        self.asked[key] = None
        return self._codes[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


Work = Callable[[Mapping[str, Any], Mapping[str, str], Book], Worked]


@dataclass(frozen=True)
class Calculator:
    """`title` heads the annex; `categories` are the kinds of dispute that offer it (none: all); `source` names the statutes.

    `work(given, chosen, book)` is pure; see the docstring of this room for how it is written.
    """

    key: str
    label: str
    title: str
    inputs: tuple[Field, ...]
    heads: tuple[Head, ...]
    work: Work
    options: tuple[Option, ...] = ()
    categories: tuple[str, ...] = ()
    source: str = ""

    def sheet(self) -> tuple[Field, ...]:
        """The fields of a file: the inputs, what every calculator has, and the options."""
        rows = tuple(option.field() for option in self.options)
        options = (Field("options", "group", N_("Conventions"), help=N_("Left out: the default of each."), rows=rows),) if rows else ()
        return (*self.inputs, *COMMON, *options)

    def schema(self) -> dict[str, Any]:
        """Each input with an example, each option with its choices and default, each head; in the language of the interface."""
        told = fields.schema(self.sheet())
        for option in self.options:
            told["properties"]["options"]["properties"][option.key]["default"] = option.default
        return {"title": _(self.label), "description": _(self.source), **told, "heads": {head.key: _(head.label) for head in self.heads}}


def run(
    calculator: Calculator,
    sheet: Mapping[str, Any],
    values: Iterable[Value],
    today: date,
    region: str = "",
    version: str = "",
    bands: Iterable[Band] = (),
    calendar: Calendar | None = None,
) -> Calculation:
    """The calculation of a sheet as it was typed; Refusal with every fault at its field, or naming a value that is missing.

    `region` counts where the sheet names none; `version` says of when the values are; `bands` are the scales of fees.
    """
    given = fields.check(calculator.sheet(), sheet, today)
    typed = {key: code for key, code in (given.pop("options", None) or {}).items() if code}
    codes = {option.key: typed.get(option.key, option.default) for option in calculator.options}
    known, scales, day = tuple(values), tuple(bands), given.get("day") or today
    _require(given, day)
    years = {row["key"]: row["year"] for row in given.get("years") or ()}

    def work() -> tuple[Worked, Book, Choices]:
        book, choices = Book(known, day, given.get("region") or region, years, scales, calendar), Choices(codes)
        return calculator.work(given, choices, book), book, choices

    try:
        with i18n.speaking(PAPER):
            worked, book, choices = work()
            options = [_said(one, codes[one.key], one.key in typed) for one in calculator.options if one.key in choices.asked]
            return _whole(calculator, worked, book, options, version)
    except Refusal:
        if i18n.language() != PAPER:
            work()  # the same no, in the language of the interface
        raise


def _require(given: Mapping[str, Any], day: date) -> None:
    """The day of a calculation is one of our time, a region has six figures."""
    faults = []
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        faults.append(Fault("day", _("A year from {first} to {last} is wanted here.").format(first=FIRST_YEAR, last=LAST_YEAR)))
    region = given.get("region") or ""
    if region and not (len(region) == 6 and region.isascii() and region.isdigit()):
        faults.append(Fault("region", _("A region code has six figures, such as 150105.")))
    if faults:
        raise Refusal.of(faults)


def _whole(calculator: Calculator, worked: Worked, book: Book, options: Sequence[Chosen], version: str) -> Calculation:
    heads = {head.key: head for head in calculator.heads}
    for line in worked.lines:
        if line.head not in heads:
            raise ValueError(f"{calculator.key}: a line of the head {line.head}, which is not declared")
    totals = []
    for head in calculator.heads:
        amounts = [line.amount for line in worked.lines if line.head == head.key and line.amount is not None]
        if amounts:
            totals.append(Total(head.key, _(head.label), sum(amounts, ZERO), head.counts, head.compared))
    return Calculation(
        kind=calculator.key,
        title=_(calculator.title),
        day=book.day,
        lines=tuple(worked.lines),
        totals=tuple(totals),
        total=sum((total.amount for total in totals if total.counts), ZERO),
        used=book.used(),
        options=tuple(options),
        remarks=tuple(worked.remarks),
        payments=tuple(worked.payments),
        days=tuple(worked.days),
        version=version,
        language=PAPER,
    )


def _said(option: Option, code: str, by_hand: bool) -> Chosen:
    return Chosen(option.key, _(option.label), code, _(dict(option.choices)[code]), not by_hand)
