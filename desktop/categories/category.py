"""The one face by which the program asks a kind of dispute for what is its own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain import fields, plausible
from desktop.domain.fields import Field
from desktop.domain.plausible import Around, Doubt

Facts = Mapping[str, Any]
OWN = "own:"
"""Before the key of every fact and category that an office made itself: no shipped key has a colon, so the two never meet."""


def _no_view(cause: str, facts: Facts) -> str:
    return ""


def _no_doubt(facts: Facts, around: Around) -> Iterable[Doubt]:
    return ()


def _for_us(facts: Facts) -> str:
    return ""


def _nothing(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    return {}


def _no_claims(kind: str, facts: Facts) -> list[dict[str, Any]]:
    return []


@dataclass(frozen=True)
class Group:
    """Facts that are asked together, in the order of a mediator. One without a title is asked at once, the others open when wanted."""

    title: str
    facts: tuple[Field, ...]


@dataclass(frozen=True)
class Category:
    """`key` is stored with the case; `groups` hold its declared intake fields; `moj_type` is the Ministry's type it counts as by default.

    `documents` names the papers to bring, as messages to be translated. `private` are keys of facts for the desk alone: the parties see
    them neither on the screen nor on paper. `causes` are names that an office's own category offers; those of shipped categories, with
    law and clauses, are data under the same key in `resources/`.

    What the program asks: `counts_as(cause, facts)` gives the Ministry's type where the facts decide it, and '' where the table of causes
    does; `doubts(facts, around)` what cannot be or is odd in clean facts; `not_here(facts)` the name of the reason, in
    `resources/categories/<key>/refusals.toml`, why such a dispute is not mediated at all, '' where it is; `prefill(calculator, facts,
    parties, day)` the sheet of a calculator as far as clean facts and the parties fill it in, as it would be typed; `claimed(calculator,
    facts)` what is claimed and agreed per head of it.
    """

    key: str
    label: str
    moj_type: str
    groups: tuple[Group, ...] = ()
    documents: tuple[str, ...] = ()
    private: frozenset[str] = frozenset()
    causes: tuple[str, ...] = ()
    counts_as: Callable[[str, Facts], str] = _no_view
    doubts: Callable[[Facts, Around], Iterable[Doubt]] = _no_doubt
    not_here: Callable[[Facts], str] = _for_us
    prefill: Callable[[str, Facts, Sequence[Any], date], dict[str, Any]] = _nothing
    claimed: Callable[[str, Facts], list[dict[str, Any]]] = _no_claims

    @property
    def facts(self) -> tuple[Field, ...]:
        """All intake fields in the order of the form."""
        return tuple(field for group in self.groups for field in group.facts)

    def read(self, kept: Facts) -> dict[str, Any]:
        """The facts of a stored case as clean values, those of an older program too; of keys that are no longer declared nothing."""
        return fields.restored(self.facts, kept)

    def looked_at(self, facts: Facts, around: Around) -> list[Doubt]:
        """Everything that cannot be or is odd in clean facts: days in the future, and the category's own rules."""
        return [*plausible.not_future(self.facts, facts, around.today), *self.doubts(facts, around)]
