"""One thing that falls due in a case, with its day and its source."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.deadlines import Deadline


@dataclass(frozen=True)
class Due:
    """One thing that falls due; `limit` is None where no day is set but it waits. `move` is the key of the move that deals with it.

    `key` is the legal value's, or `accept`, `slip`, `serve`, `give_back`, `obligation`, `evidence`, `supplement`, `appointment`, `unknown`.
    `note` tells what the reader should know; `source` the rule for what has no day. `quiet`: it stands with the case and is no task of
    the day (what cannot be counted since a day is not entered).
    """

    key: str
    what: str
    limit: Deadline | None
    move: str = ""
    note: str = ""
    source: str = ""
    quiet: bool = False


def own_day(key: str, day: date, since: date | None, source: str) -> Deadline:
    """A day that people set, not the law: it does not move."""
    start = since or day
    return Deadline(key=key, due=day, counted_from=start, days=(day - start).days, unit="days", source=source, nominal=day)
