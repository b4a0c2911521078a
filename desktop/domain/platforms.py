"""What is typed again on a platform of the court or the justice bureau: every field in the platform's order, and a list that comes back.

A platform is data (`resources/platforms/*.toml`): groups of fields with the name of the value that fills each, and the columns of the list
that it exports. The offline case is a second record and never claims the platform's dates (domain brief 0).
"""

import re
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
    """Numbers that are only here and only there, with who they are about, and fields that differ; `same` counts what agrees."""

    only_here: list[tuple[str, str]]
    only_there: list[tuple[str, str]]
    differing: list[Difference]
    same: int
    twice: list[str]


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
    platform: Platform, here: Mapping[str, Mapping[str, str]], there: Sequence[tuple[str, Mapping[str, str]]], here_all: bool = True
) -> Reconciliation:
    """Our cases by their number on the platform beside the rows of its list (number, {value: text}).

    A field that is empty on either side does not differ: one of the two simply has not got it. A number twice in the list is named.
    """
    labels = {value: heads[0] for heads, value in platform.columns}
    seen: dict[str, Mapping[str, str]] = {}
    twice = []
    for number, row in there:
        key = _key(number)
        if key in seen:
            twice.append(number)
        seen.setdefault(key, {**row, "": number})
    ours = {_key(number): (number, row) for number, row in here.items()}
    differing, same = [], 0
    for key, (number, row) in ours.items():
        other = seen.get(key)
        if other is None:
            continue
        found = [
            Difference(number, labels[value], row.get(value, ""), other[value])
            for value in labels
            if value in other and row.get(value, "").strip() and other[value].strip() and not equal(value, row[value], other[value])
        ]
        differing += found
        same += not found
    only_here = [(number, _about(row)) for key, (number, row) in ours.items() if key not in seen]
    only_there = [(str(row[""]), _about(row)) for key, row in seen.items() if key not in ours]
    return Reconciliation(only_here, only_there, differing, same, twice)


def equal(value: str, one: str, other: str) -> bool:
    """Whether two texts say the same: sums as sums, days as days, names in any order, all else without white and brackets' width."""
    if value in ("claim", "agreed"):
        sums = [_sum(text) for text in (one, other)]
        return sums[0] == sums[1] and sums[0] is not None
    days = [_day(text) for text in (one, other)]
    if None not in days:
        return days[0] == days[1]
    if value in ("applicants", "respondents", "mediators"):
        return set(filter(None, _NAMES.split(one))) == set(filter(None, _NAMES.split(other)))
    return texts.squeezed(one) == texts.squeezed(other)


def _sum(text: str) -> int | None:
    try:
        return money.parse(text.strip())
    except Refusal:
        return None


def _day(text: str) -> date | None:
    try:
        return dates.parse(text.strip().split(" ")[0])
    except Refusal:
        return None


def _key(number: str) -> str:
    return texts.squeezed(number)


def _about(row: Mapping[str, str]) -> str:
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
