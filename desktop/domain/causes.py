"""Which causes of action may be chosen on a day: a list with edition and validity (民事案件案由规定; it is revised every few years)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple


class Cause(NamedTuple):
    """An entry of the list; `category` is '' where it fits every kind, `moj_type` '' where the category decides; both ends included."""

    name: str
    category: str
    moj_type: str
    edition: str
    valid_from: date | None
    valid_to: date | None

    def valid(self, day: date) -> bool:
        """Whether it stands in the list of that day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def offered(rows: Iterable[Cause], category: str, day: date, categories: Sequence[str]) -> list[Cause]:
    """The causes of a category on a day, each name once, the last entry winning; kinds without a category of their own are `other`."""
    found: dict[str, Cause] = {}
    for row in rows:
        own = row.category if not row.category or row.category in categories else "other"
        if own in ("", category) and row.valid(day):
            found[row.name] = row
    return list(found.values())


def known(rows: Iterable[Cause], name: str, day: date, category: str = "") -> Cause | None:
    """The cause of this name in the list of that day, the entry of the category before those of others, else the last one; None where it
    is not listed and kept as typed."""
    found = [row for row in rows if row.name == name and row.valid(day)]
    return next((row for row in reversed(found) if row.category == category), found[-1] if found else None)
