"""What is typed again on a platform of the court or the justice bureau: every field in the platform's order, and a list that comes back.

A platform is data (`resources/platforms/*.toml`): groups of fields with the name of the value that fills each, and the columns of the list
that it exports. The offline case is a second record and never claims the platform's dates (domain brief 0).
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain import dates, money, texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

EACH = ("parties", "agents", "accounts", "materials")
_NAMES = re.compile(r"[、,，;；/\s]+")
_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


@dataclass(frozen=True)
class Entry:
    """One field: its name on the platform, the value that fills it, whether the platform wants it."""

    label: str
    value: str
    needed: bool


@dataclass(frozen=True)
class Group:
    """A screen of the platform; `each` repeats it for every party, agent, account or material."""

    title: str
    each: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Platform:
    """`files` is how attachments are renamed; `number` and `columns` are the headings of the list that it exports, with our values."""

    key: str
    name: str
    source: str
    status: str
    files: str
    groups: tuple[Group, ...]
    number: tuple[str, ...]
    columns: tuple[tuple[tuple[str, ...], str], ...]


class Line(NamedTuple):
    """One field to be copied: where it is (`parties.1.name`), group, label, text, whether it is wanted and empty."""

    place: str
    group: str
    label: str
    text: str
    lacking: bool


class Difference(NamedTuple):
    """A field that says one thing here and another there."""

    number: str
    label: str
    here: str
    there: str


class Reconciliation(NamedTuple):
    """Numbers that are only here and only there, with who they are about, and fields that differ; `same` counts what agrees.

    `twice` are numbers that stand twice in the list, `twice_here` those that several cases here bear. `months` are the first and the last
    day of the months of the list: only cases received in them are told as only here; None where the list has no such days.
    """

    only_here: list[tuple[str, str]]
    only_there: list[tuple[str, str]]
    differing: list[Difference]
    same: int
    twice: list[str]
    twice_here: list[str]
    months: tuple[date, date] | None


def platform_from(table: Mapping[str, Any]) -> Platform:
    """The platform out of its parsed file; Refusal where it is not complete."""
    try:
        groups = tuple(
            Group(
                one["title"],
                one.get("each", ""),
                tuple(Entry(str(label), str(value), bool(needed)) for label, value, needed in one["fields"]),
            )
            for one in table["group"]
        )
        columns = tuple((tuple(heads), str(value)) for heads, value in table["list"]["columns"])
        made = Platform(
            str(table["key"]), str(table["name"]), str(table["source"]), str(table["status"]), str(table["files"]), groups,
            tuple(table["list"]["number"]), columns,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise _broken(str(table.get("key", "?")), str(error)) from error
    wrong = [group.each for group in groups if group.each and group.each not in EACH]
    if wrong:
        raise _broken(made.key, wrong[0])
    return made


def lines(platform: Platform, values: Mapping[str, str], rows: Mapping[str, Sequence[Mapping[str, str]]]) -> list[Line]:
    """Every field of the platform with the text that is copied into it. `values` are those of the case, `rows` those that repeat."""
    out = []
    for group in platform.groups:
        if not group.each:
            out += [_line(group.title, "", entry, values) for entry in group.entries]
            continue
        for n, row in enumerate(rows.get(group.each, ()), 1):
            out += [_line(f"{group.title}（{n}）", f"{group.each}.{n}.", entry, row) for entry in group.entries]
    return out


def _line(title: str, before: str, entry: Entry, values: Mapping[str, str]) -> Line:
    if entry.value not in values:
        raise _broken(title, entry.value)
    text = values[entry.value].strip()
    return Line(f"{before}{entry.value}", title, entry.label, text, entry.needed and not text)


def file_name(platform: Platform, n: int, role: str, name: str, ending: str) -> str:
    """What an attachment is called on the platform; nothing that a file system does not take."""
    made = platform.files.format(n=n, role=role or "　", name=name)
    return _NOT_IN_FILES.sub("_", re.sub(r"\s+", "", made))[:120] + ending


# --- the list that comes back ---------------------------------------------------------------------------------------------------------


def reconcile(
    platform: Platform, here: Sequence[tuple[str, Mapping[str, str]]], there: Sequence[tuple[str, Mapping[str, str]]]
) -> Reconciliation:
    """Our cases (number on the platform, {value: text}) beside the rows of its list.

    A field that is empty on either side does not differ: one of the two simply has not got it. A number twice on a side is named. A list
    is mostly one of some months: a case received in none of them is not missing there.
    """
    labels = {value: heads[0] for heads, value in platform.columns}
    seen, twice = _by_number(there)
    ours, twice_here = _by_number(here)
    months = _months([_day(row.get("received_on", "")) for _number, row in there])
    differing, same = [], 0
    for key, (number, row) in ours.items():
        if key not in seen:
            continue
        other = seen[key][1]
        found = [
            Difference(number, labels[value], row.get(value, ""), other[value])
            for value in labels
            if value in other and row.get(value, "").strip() and other[value].strip() and not equal(value, row[value], other[value])
        ]
        differing += found
        same += not found
    only_here = [(number, about(row)) for key, (number, row) in ours.items() if key not in seen and _within(months, row)]
    only_there = [(number, about(row)) for key, (number, row) in seen.items() if key not in ours]
    return Reconciliation(only_here, only_there, differing, same, twice, twice_here, months)


def _by_number(rows: Sequence[tuple[str, Mapping[str, str]]]) -> tuple[dict[str, tuple[str, Mapping[str, str]]], list[str]]:
    """({number: first row of it}, numbers that come again)."""
    found: dict[str, tuple[str, Mapping[str, str]]] = {}
    again: dict[str, None] = {}
    for number, row in rows:
        if number_key(number) in found:
            again[number] = None
        found.setdefault(number_key(number), (number, row))
    return found, list(again)


def _months(days: Sequence[date | None]) -> tuple[date, date] | None:
    known = [day for day in days if day is not None]
    if not known:
        return None
    last = max(known)
    return min(known).replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])


def _within(months: tuple[date, date] | None, row: Mapping[str, str]) -> bool:
    day = _day(row.get("received_on", ""))
    return months is None or day is None or months[0] <= day <= months[1]


def same_case(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two rows without a number in common are about the same case: the court's number where both have one, else both sides."""
    if one.get("court_number") and other.get("court_number"):
        return equal("court_number", one["court_number"], other["court_number"])
    sides = ("applicants", "respondents")
    return all(one.get(side) and other.get(side) and equal(side, one[side], other[side]) for side in sides)


def names(text: str) -> list[str]:
    """The names of one cell, parted at marks and spaces."""
    return [part for part in _NAMES.split(text) if part]


def equal(value: str, one: str, other: str) -> bool:
    """Whether two texts say the same: sums as sums, days as days, names in any order, all else without white and brackets' width."""
    if value in ("claim", "agreed"):
        sums = [_sum(text) for text in (one, other)]
        return sums[0] == sums[1] and sums[0] is not None
    days = [_day(text) for text in (one, other)]
    if None not in days:
        return days[0] == days[1]
    if value in ("applicants", "respondents", "mediators"):
        keys = [set(map(texts.name_key, names(text))) for text in (one, other)]
        return keys[0] == keys[1] or texts.same_name(one, other)  # a space may part two names or stand in one
    return texts.squeezed(one) == texts.squeezed(other)


def _sum(text: str) -> int | None:
    try:
        return money.parse(text.strip())
    except Refusal:
        return None


def _day(text: str) -> date | None:
    try:
        return dates.parse(re.split(r"[ T]", text.strip())[0])
    except Refusal:
        return None


def same_number(one: str, other: str) -> bool:
    """Whether two numbers on a platform are the same, however their letters are typed."""
    return number_key(one) == number_key(other)


def number_key(number: str) -> str:
    """What the spellings of one number on a platform have in common."""
    return texts.squeezed(number).casefold()


def about(row: Mapping[str, str]) -> str:
    """Who and what a row is about, in one line."""
    return " / ".join(part for part in (row.get("applicants", ""), row.get("respondents", ""), row.get("cause", "")) if part)


def as_text(value: Any) -> str:
    """A value of the case as it is typed into a platform: days as 2026-11-20, yes and no in words, numbers plain."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def _broken(name: str, where: str) -> Refusal:
    return Refusal(
        _("The list of fields of the platform {name} cannot be read at {where}.").format(name=name, where=where), name, "platform"
    )
