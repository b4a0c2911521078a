"""Legal values as data: each dated, cited, with its unit; formulas and deadlines ask for the value of a key on a day and hold no figures.

A table is a parsed TOML of `[[value]]` entries (`resources/law/*.toml`, or one that an office keeps); reading the file is the caller's.
A value that the office typed in wins over the shipped one, since the office can know of a change the program cannot.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.domain.refusal import Refusal
from desktop.i18n import _

STATUSES = ("checked", "recall", "unverified", "derived")
FAR = date(9999, 12, 31)
_KEYS = frozenset(("key", "name", "value", "unit", "valid_from", "valid_to", "region", "regions", "year", "source", "status", "note"))


@dataclass(frozen=True)
class Value:
    """One legal value. `valid_from` and `valid_to` (both included) bound the days it holds for; `year` is the statistical year of a figure.

    `region` is a code of GB/T 2260 ('' = the whole country); `status` says how well it was checked (`STATUSES`); `typed_by` who entered it
    at the office, '' for a shipped value. `value` is a Decimal, or a text for a word; money in yuan as the law writes it.
    """

    key: str
    value: Decimal | str
    unit: str
    valid_from: date
    source: str
    status: str
    name: str = ""
    valid_to: date = FAR
    region: str = ""
    year: int | None = None
    note: str = ""
    typed_by: str = ""

    @property
    def number(self) -> Decimal:
        """The value as a number; Refusal when it is a word."""
        if isinstance(self.value, str):
            raise Refusal(_("The legal value {key} is not a number.").format(key=self.key), self.key, "law")
        return self.value

    @property
    def days(self) -> int:
        """The value as a whole number (of days, months, years, as `unit` says)."""
        return int(self.number)


def values_from(table: Mapping[str, Any], typed_by: str = "") -> tuple[Value, ...]:
    """The values of one parsed table, in its order; Refusal naming the key of an entry that is not complete.

    An entry with a list of `regions` in place of one `region` is a value of each of them.
    """
    found: list[Value] = []
    for entry in table.get("value", ()):
        try:
            found += [_value(entry, typed_by, region) for region in entry.get("regions") or [entry.get("region", "")]]
        except (KeyError, TypeError, ValueError) as error:
            sentence = _("The legal value {key} cannot be read: {reason}.")
            raise Refusal(sentence.format(key=entry.get("key", "?"), reason=error), str(entry.get("key", "")), "law") from error
    return tuple(found)


def _value(entry: Mapping[str, Any], typed_by: str, region: str) -> Value:
    unknown = set(entry) - _KEYS
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    value = entry["value"]
    valid_from, valid_to, status = entry["valid_from"], entry.get("valid_to", FAR), str(entry["status"])
    if not isinstance(valid_from, date) or not isinstance(valid_to, date) or valid_to < valid_from:
        raise ValueError(f"valid_from {valid_from}, valid_to {valid_to}")
    if status not in STATUSES or not str(entry["source"]).strip():
        raise ValueError(f"status {status}, source {entry['source']}")
    return Value(
        key=str(entry["key"]),
        value=value if isinstance(value, str) else Decimal(value),
        unit=str(entry["unit"]),
        valid_from=valid_from,
        valid_to=valid_to,
        source=str(entry["source"]),
        status=status,
        name=str(entry.get("name", "")),
        region=str(region),
        year=int(entry["year"]) if "year" in entry else None,
        note=str(entry.get("note", "")),
        typed_by=typed_by,
    )


def value_on(values: Iterable[Value], key: str, day: date, region: str = "") -> Value:
    """The value of a key that holds on a day: typed in before shipped, the nearest region before a wider one, then the latest.

    `region` 150105 also finds values of 150100, 150000 and the whole country. Refusal naming key and year when there is none.
    """
    fit = [value for value in values if value.key == key and value.valid_from <= day <= value.valid_to and covers(value.region, region)]
    if not fit:
        raise missing(key, day.year)
    return max(fit, key=_rank)


def value_of_year(values: Iterable[Value], key: str, year: int, region: str = "") -> Value:
    """The figure of a statistical year (上一年度 figures: the caller says which year); Refusal naming key and year when there is none."""
    fit = [value for value in values if value.key == key and value.year == year and covers(value.region, region)]
    if not fit:
        raise missing(key, year)
    return max(fit, key=_rank)


def series(values: Iterable[Value], key: str, region: str = "") -> list[Value]:
    """All values of a key, oldest first: a table of change points such as the LPR."""
    fit = (value for value in values if value.key == key and covers(value.region, region))
    return sorted(fit, key=lambda value: (value.valid_from, bool(value.typed_by)))


def covers(wide: str, narrow: str) -> bool:
    """Whether a region's code is the other one, or a part of the country above it: 150000 covers 150105, '' covers all."""
    return wide == narrow or narrow.startswith(wide.rstrip("0") if len(wide) == 6 and wide.endswith("00") else wide)


class Missing(Refusal):
    """A legal value that nobody has entered yet: its `key`, the `year` it was asked for, the newest statistical year that is `known`."""

    def __init__(self, sentence: str, key: str, year: int, known: int | None = None) -> None:
        super().__init__(sentence, key, "law_missing")
        self.key, self.year, self.known = key, year, known


def missing(key: str, year: int) -> Missing:
    """The refusal for a value that nobody has entered yet."""
    sentence = _("The legal value {key} for {year} is not known: enter it with its source under Settings, Legal values.")
    return Missing(sentence.format(key=key, year=year), key, year)


def _rank(value: Value) -> tuple[bool, int, date]:
    return bool(value.typed_by), len(value.region.rstrip("0")), value.valid_from


@dataclass(frozen=True)
class Wanted:
    """A value that a rule asks for and that nobody could source when the program was shipped: the office types it, with its source."""

    key: str
    name: str
    unit: str
    region: str = ""
    note: str = ""


def wanted_from(table: Mapping[str, Any]) -> tuple[Wanted, ...]:
    """The `[[wanted]]` entries of one parsed table; Refusal naming the key of an entry that is not complete."""
    found = []
    for entry in table.get("wanted", ()):
        try:
            found.append(Wanted(**{key: str(value) for key, value in entry.items()}))
        except TypeError as error:
            sentence = _("The legal value {key} cannot be read: {reason}.")
            raise Refusal(sentence.format(key=entry.get("key", "?"), reason=error), str(entry.get("key", "")), "law") from error
    return tuple(found)


@dataclass(frozen=True)
class Band:
    """One step of a cumulative scale (court fee): of the part above `above` up to `upto` yuan `rate` per cent, and `fixed` yuan."""

    key: str
    above: Decimal
    upto: Decimal | None
    rate: Decimal
    fixed: Decimal
    valid_from: date
    source: str
    status: str


def bands_from(table: Mapping[str, Any]) -> tuple[Band, ...]:
    """The `[[band]]` entries of one parsed table; Refusal naming the key of an entry that is not complete."""
    found = []
    for entry in table.get("band", ()):
        try:
            upto = Decimal(entry["upto"]) if "upto" in entry else None
            numbers = [Decimal(entry[name]) for name in ("above", "rate", "fixed")]
            found.append(
                Band(
                    entry["key"], numbers[0], upto, numbers[1], numbers[2], entry["valid_from"], str(entry["source"]), str(entry["status"])
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            sentence = _("The legal value {key} cannot be read: {reason}.")
            raise Refusal(sentence.format(key=entry.get("key", "?"), reason=error), str(entry.get("key", "")), "law") from error
    return tuple(found)
