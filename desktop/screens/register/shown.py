"""What the register shows, as plain words: made by the presenter, drawn by the view, known to both."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Line(NamedTuple):
    """One case in words."""

    id: int
    order: int
    number: str
    entry: str
    received: str
    parties: str
    category: str
    cause: str
    amount: str
    mediator: str
    stage: str
    state: str
    agreement: str


class Filters(NamedTuple):
    """What the list is narrowed by: groups of stages and a category as chips that are pressed, the rest as chips that can be taken away,
    each (key, label)."""

    groups: tuple[str, ...] = ()
    category: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def any(self) -> bool:
        """Whether the list is narrowed at all."""
        return bool(self.groups or self.category or self.others)


class Sheet(NamedTuple):
    """A small form above the list: what is done with the cases that are chosen, or the name of a view that is kept."""

    key: str
    title: str
    verb: str
    fields: Sequence[Any]
    values: Mapping[str, Any]
