"""What the page of a calculation shows, as plain words: made by the presenter, drawn by the view, known to both."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """What can be entered, and with what it begins. `kinds` are (key, label) of the calculators, `basics` and `folds` the fields of the
    one that is open, `keeping` those by which it is kept; `folded` are the places of folds that stay closed although they hold something.
    """

    kinds: tuple[tuple[str, str], ...]
    kind: str
    basics: tuple[Any, ...]
    folds: tuple[tuple[str, tuple[Any, ...]], ...]
    values: Mapping[str, Any]
    keeping: tuple[Any, ...]
    kept_values: Mapping[str, Any]
    restored: bool = False
    folded: tuple[int, ...] = ()


class Standing(NamedTuple):
    """What the page is about: the calculation, the case, and what is kept of it ("" for nothing yet). `why_not` says why it cannot be
    kept now; `replaces` whether keeping it replaces another; `printed` whether there is one that can be printed."""

    title: str
    subtitle: str
    kept: str
    why_not: str = ""
    replaces: bool = False
    printed: bool = False


class Step(NamedTuple):
    """One line of the working; `amount` is "" where it explains and does not count."""

    what: str
    whose: str
    how: str
    amount: str
    article: str


class Group(NamedTuple):
    """The lines of one head with their sum; one that does not `count` is told beside the total."""

    title: str
    amount: str
    steps: tuple[Step, ...]
    counts: bool = True


class Lack(NamedTuple):
    """Why there is no total, and the way out: `place` is a field's path, or `law` the page of legal values, or `year` the use of a figure
    that is known. `state` is red where something is wrong, "" where it is only not filled in yet."""

    sentence: str
    way: str
    place: str
    state: str = ""


class Result(NamedTuple):
    """What came out; with `lacks` there is no total."""

    total: str = ""
    words: str = ""
    state: str = ""
    groups: tuple[Group, ...] = ()
    payments: tuple[Step, ...] = ()
    options: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()


class Amount(NamedTuple):
    """One head of one person, the three amounts as they are written; `head` is its key."""

    head: str
    label: str
    whose: str
    claimed: str
    computed: str
    agreed: str
    note: str


class Amounts(NamedTuple):
    """The amounts with their sums, "" where one of a column is not known."""

    rows: Sequence[Amount]
    sums: tuple[str, str, str]
