"""What the papers around a file are made from: who made it, who checked it, what lies in it on which page."""

from datetime import date
from typing import NamedTuple


class Filing(NamedTuple):
    """Who made the file and who checked it; `pages` is None while nobody has counted them."""

    made_by: str = ""
    made_on: date | None = None
    checked_by: str = ""
    checked_on: date | None = None
    pages: int | None = None
    note: str = ""


class Entry(NamedTuple):
    """One line of the index: `first` and `last` are pages of the file, 0 where they are not known."""

    name: str
    first: int
    last: int
    note: str = ""
