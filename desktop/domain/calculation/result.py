"""What a calculation says: its lines, totals, the values and conventions used, who pays whom; and how it is kept as JSON, to the fen.

A kept calculation is never computed again: it holds its words and figures as they were printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.domain.calculation.working import ZERO, fen, yuan


@dataclass(frozen=True)
class Line:
    """One step that both sides can follow. `amount` in yuan to the fen; None for a step that explains and does not count.

    `head` is the key of a declared head, `whose` the person whom it concerns ('' = the whole), `what` its short name, `how` the working
    in words and figures, `article` the statute it stands on.
    """

    head: str
    what: str
    how: str
    amount: Decimal | None = None
    article: str = ""
    whose: str = ""


@dataclass(frozen=True)
class Payment:
    """Who pays whom how much at the end, in yuan; `what` says on what ground, `whose` whose damage it makes good."""

    payer: str
    payee: str
    amount: Decimal
    what: str
    whose: str = ""


@dataclass(frozen=True)
class Day:
    """A day that was worked out where there is no sum: `what` ends or begins on it, `note` says what it still depends on."""

    what: str
    day: date
    note: str = ""


@dataclass(frozen=True)
class Total:
    """What the lines of one head add up to; one that does not count is told beside the sum and is no part of it (`Head`)."""

    head: str
    label: str
    amount: Decimal
    counts: bool = True
    compared: bool = False


@dataclass(frozen=True)
class Used:
    """A legal value that the calculation stands on, as it was on that day; `typed_by` is who entered it at the office."""

    key: str
    name: str
    value: str
    unit: str
    source: str
    status: str
    year: int | None = None
    region: str = ""
    valid_from: str = ""
    typed_by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Chosen:
    """A convention as it was chosen, in words; `default` where nobody chose."""

    key: str
    label: str
    code: str
    value: str
    default: bool


@dataclass(frozen=True)
class Calculation:
    """A whole calculation. `total` is the sum of the totals that count; `version` says which values counted (their newest day).

    One that works out days and no sums has no totals: its result is `days`.
    """

    kind: str
    title: str
    day: date
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    total: Decimal
    used: tuple[Used, ...] = ()
    options: tuple[Chosen, ...] = ()
    remarks: tuple[str, ...] = ()
    payments: tuple[Payment, ...] = ()
    version: str = ""
    language: str = ""
    days: tuple[Day, ...] = ()

    @property
    def in_days(self) -> bool:
        """Whether days are its result, or that there is none, and no sum."""
        return bool(self.days) or not self.totals and bool(self.lines)

    def of(self, head: str, whose: str | None = None) -> Decimal:
        """The sum of the lines of one head, of one person where he is named."""
        found = (line.amount for line in self.lines if line.head == head and whose in (None, line.whose) and line.amount is not None)
        return sum(found, ZERO)

    def by_person(self) -> Iterator[tuple[str, str, Decimal]]:
        """(head, whose, amount) of everything beside which claimed and agreed stand, in the order of the totals."""
        for total in self.totals:
            if total.counts or total.compared:
                people = dict.fromkeys(line.whose for line in self.lines if line.head == total.head and line.amount is not None)
                yield from ((total.head, whose, self.of(total.head, whose)) for whose in people)


def nothing(day: date) -> Calculation:
    """A calculation that says nothing, for a blank form."""
    return Calculation("", "", day, (), (), ZERO)


def to_json(made: Calculation) -> dict[str, Any]:
    """The calculation as plain JSON values; sums as whole fen."""
    return {
        "kind": made.kind,
        "title": made.title,
        "day": made.day.isoformat(),
        "lines": [_plain(line) for line in made.lines],
        "totals": [_plain(total) for total in made.totals],
        "total_fen": fen(made.total),
        "payments": [_plain(payment) for payment in made.payments],
        "days": [dict(vars(one)) | {"day": one.day.isoformat()} for one in made.days],
        "used": [dict(vars(one)) for one in made.used],
        "options": [dict(vars(one)) for one in made.options],
        "remarks": list(made.remarks),
        "version": made.version,
        "language": made.language,
    }


def from_json(kept: Mapping[str, Any]) -> Calculation:
    """The calculation out of what `to_json` made."""
    return Calculation(
        kind=kept["kind"],
        title=kept["title"],
        day=date.fromisoformat(kept["day"]),
        lines=tuple(Line(**_whole(row)) for row in kept["lines"]),
        totals=tuple(Total(**_whole(row)) for row in kept["totals"]),
        total=yuan(kept["total_fen"]),
        used=tuple(Used(**row) for row in kept["used"]),
        options=tuple(Chosen(**row) for row in kept["options"]),
        remarks=tuple(kept["remarks"]),
        payments=tuple(Payment(**_whole(row)) for row in kept["payments"]),
        version=kept["version"],
        language=kept["language"],
        days=tuple(Day(**row | {"day": date.fromisoformat(row["day"])}) for row in kept.get("days", ())),
    )


def _plain(part: Line | Payment | Total) -> dict[str, Any]:
    told = dict(vars(part))
    amount = told.pop("amount")
    return told | {"amount_fen": None if amount is None else fen(amount)}


def _whole(row: Mapping[str, Any]) -> dict[str, Any]:
    told = dict(row)
    amount = told.pop("amount_fen")
    return told | {"amount": None if amount is None else yuan(amount)}
