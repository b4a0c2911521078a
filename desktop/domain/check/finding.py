"""What a rule looks at and what it says (PML 29; CPCI 355, 358; SMR 24)."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.check.book import EMPTY, Book

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.court import Court
    from desktop.domain.calendar import Calendar
    from desktop.domain.law import Value


class Level(StrEnum):
    """Red stops the issue, or is passed for a reason; amber should be mended; grey is worth a look."""

    RED = "red"
    AMBER = "amber"
    GREY = "grey"


@dataclass(frozen=True)
class Finding:
    """`place` is a dotted path (`obligations.0.due_on`); `source` the article; `why` what comes of it if it stays; both untranslated.

    `passes` are the reasons for which it may be passed, none where it must be mended; `passed` is the one that somebody chose. `weight`
    orders those of one level, the heavier first.
    """

    level: Level
    kind: str
    place: str
    sentence: str
    source: str = ""
    why: str = ""
    passes: tuple[str, ...] = ()
    weight: int = 0
    passed: str = ""

    @property
    def stops(self) -> bool:
        """Whether the agreement cannot be issued as it stands."""
        return self.level is Level.RED and not self.passed

    @property
    def mark(self) -> str:
        """A digest of what it says: another sum or day is another finding, and has not been passed."""
        return hashlib.sha256(f"{self.kind}\n{self.place}\n{self.sentence}".encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Earlier:
    """Another case that shares a party with this one: only what the sham signs ask for.

    `sides` are the keys (identity number or code, else name) of its sides; `helpers` those of its agents with the key of whom they
    served. `text` is what its agreement says, `defaulted` whether it was not performed.
    """

    number: str
    day: date | None
    sides: tuple[tuple[str, str], ...]
    helpers: tuple[tuple[str, str], ...]
    text: str
    series_key: str
    split_from_id: int | None
    case_id: int
    defaulted: bool = False


@dataclass(frozen=True)
class Known:
    """What the office knows beside the case. All of it may be missing: then the rules that need it stay silent.

    `generated` are the clauses that the records make, by ordinal; `offered` those of the library for this agreement, by key.
    """

    book: Book = EMPTY
    values: "Sequence[Value]" = ()
    calendar: "Calendar | None" = None
    earlier: Sequence[Earlier] = ()
    generated: Mapping[int, str] = field(default_factory=dict)
    offered: Mapping[str, str] = field(default_factory=dict)
    court: "Court | None" = None


@dataclass(frozen=True)
class Checked:
    """What the rules look at; `day` is the agreement's own day, or the day asked where it has none yet."""

    case: "Case"
    agreement: "Agreement"
    day: date
    known: Known = Known()


Rule = Callable[[Checked], Iterator[Finding]]


def texts_of(now: Checked) -> list[tuple[str, str]]:
    """Everything that somebody wrote, with its place; what the records make is not in it."""
    one = now.agreement
    found = [("facts", one.facts), ("disputed", one.disputed), ("responsibility", one.responsibility)]
    for i, obligation in enumerate(one.obligations):
        at = f"obligations.{i}"
        known = (obligation.details or {}).get("text", "")
        pairs = [
            ("subject", obligation.subject), ("done_when", obligation.done_when), ("details", known), ("own_text", obligation.own_text),
            ("quantity", obligation.quantity),
        ]  # fmt: skip
        found += [(f"{at}.{key}", text) for key, text in pairs]
    found += [(f"clauses.{n}", text) for n, text in enumerate(one.clauses)]
    return [(place, text) for place, text in found if text and text.strip()]


def agreed_texts(now: Checked) -> list[tuple[str, str]]:
    """The same without facts and disputed matters: what the parties bind themselves to."""
    return [(place, text) for place, text in texts_of(now) if place not in ("facts", "disputed")]
