"""What an office declares in a file of its own: a simple category, or further facts of a shipped one. No programmer is needed for it.

The file is checked by declared fields like everything that comes in; a fault names file, line as far as it can be found, and key.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop import assets
from desktop.categories.category import OWN, Category, Facts, Group
from desktop.domain import fields, plausible, reasons
from desktop.domain.fields import Field
from desktop.domain.plausible import Around, Doubt
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

KINDS = (
    ("text", N_("short text")),
    ("long_text", N_("long text")),
    ("date", N_("day")),
    ("money", N_("sum in yuan")),
    ("integer", N_("whole number")),
    ("decimal", N_("number")),
    ("choice", N_("one of a list")),
    ("choices", N_("several of a list")),
    ("yes_no", N_("yes or no")),
    ("words", N_("a few words")),
    ("phone", N_("telephone")),
    ("id_number", N_("identity number")),
    ("uscc", N_("unified social credit code")),
    ("bank_account", N_("bank account")),
    ("plate", N_("plate")),
    ("table", N_("table")),
)
MOST_FIELDS, MOST_COLUMNS = 200, 30
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_NUMBERS = ("money", "integer", "decimal")

_COLUMN = (
    Field("key", "text", N_("Key"), required=True, most=40, example="herd"),
    Field("kind", "choice", N_("Kind of the field"), required=True, choices=KINDS[:-1], example="text"),
    Field("label", "text", N_("Name on the form"), required=True, most=60, example="牲畜"),
    Field("help", "text", N_("Help"), most=300, example="羊、牛、马分开写"),
    Field("choices", "texts", N_("Choices of the field"), most=100, example=[]),
    Field("required", "yes_no", N_("Is it needed"), example=False),
    Field("least", "decimal", N_("Least"), example="0"),
    Field("most", "decimal", N_("Most"), example="200"),
    Field("not_before", "text", N_("Not before"), help=N_("Key of another day that comes first."), most=40, example=""),
    Field("past", "yes_no", N_("Is it a day of the past"), example=False),
)
_FIELD = (
    *(replace(one, choices=KINDS) if one.key == "kind" else one for one in _COLUMN),
    Field(
        "group",
        "text",
        N_("Group of the form"),
        help=N_("Fields of one group stand together; without one they are asked at once."),
        most=40,
    ),
    Field("private", "yes_no", N_("Is it for the desk alone"), example=False),
    Field("column", "table", N_("Columns"), rows=_COLUMN, most=MOST_COLUMNS, example=[]),
)
FILE = (
    Field("adds_to", "text", N_("Adds to the category"), help=N_("Key of a shipped category; left out: a category of its own."), most=40),
    Field("key", "text", N_("Key"), most=40, example="grass_fire"),
    Field("label", "text", N_("Name of the category"), most=60, example="草原火灾"),
    Field("moj_type", "text", N_("Type of the Ministry's report"), most=40, example="损害赔偿纠纷"),
    Field("causes", "texts", N_("Causes"), most=100, example=["财产损害赔偿纠纷"]),
    Field("documents", "texts", N_("Papers to bring"), most=100, example=["火灾认定书"]),
    Field("field", "table", N_("Fields of the sheet"), rows=_FIELD, most=MOST_FIELDS),
)


@dataclass(frozen=True)
class Own:
    """What one file declares: `adds_to` a shipped key, else the `key` of its own category; the fields in their groups, keys with `own:`."""

    file: str
    adds_to: str
    category: Category


def parsed(text: str, file: str, shipped: Mapping[str, Category], moj_types: Collection[str]) -> Own:
    """The declaration in the text of a file; Refusal with every fault, each with its line as far as it can be found."""
    try:
        table = assets.parse_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refusal(_("{file} is no valid TOML: {error}.").format(file=file, error=reasons.of_toml(error)), file, "categories") from error
    faults: list[Fault] = []
    try:
        clean = fields.check(FILE, _without_examples(table))
    except Refusal as no:
        raise Refusal.of([_fault(file, text, fault.field, fault.sentence) for fault in no.faults]) from None
    faults += [_fault(file, text, place, sentence) for place, sentence in _wrong(clean, shipped, moj_types)]
    if faults:
        raise Refusal.of(faults)
    return Own(file, clean.get("adds_to") or "", _category(clean, shipped))


def merged(base: Category, own: Category) -> Category:
    """A category with what an office adds to it; its own rules are asked besides the shipped ones."""

    def doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
        yield from base.doubts(facts, around)
        yield from own.doubts(facts, around)

    return replace(
        base,
        groups=(*base.groups, *own.groups),
        documents=(*base.documents, *own.documents),
        private=base.private | own.private,
        causes=(*base.causes, *own.causes),
        doubts=doubts,
    )


def _without_examples(table: Any) -> Any:
    """An example may be of any kind: it is no part of the check and is looked at by the field it belongs to."""
    if isinstance(table, Mapping):
        return {key: _without_examples(value) for key, value in table.items() if key != "example"}
    return [_without_examples(one) for one in table] if isinstance(table, list) else table


def _wrong(clean: Mapping[str, Any], shipped: Mapping[str, Category], moj_types: Collection[str]) -> Iterator[tuple[str, str]]:
    """(dotted place, sentence) of what the fields by themselves cannot see."""
    adds_to = clean.get("adds_to") or ""
    if adds_to and adds_to not in shipped:
        yield "adds_to", _("There is no shipped category “{key}”; there are: {keys}.").format(key=adds_to, keys=", ".join(shipped))
    for key in ("key", "label", "moj_type"):
        if not adds_to and not (clean.get(key) or "").strip():
            yield key, _("A category of its own needs key, label and moj_type.")
        if adds_to and (clean.get(key) or "").strip():
            yield key, _("What adds to a shipped category has no key, label or moj_type of its own.")
    if clean.get("key") and not _KEY.fullmatch(clean["key"]):
        yield "key", _bad_key(clean["key"])
    if clean.get("moj_type") and clean["moj_type"] not in moj_types:
        yield (
            "moj_type",
            _("The Ministry's report has no type “{name}”; it has: {names}.").format(name=clean["moj_type"], names="、".join(moj_types)),
        )
    yield from _wrong_fields(clean.get("field") or (), "field")


def _wrong_fields(rows: Iterable[Mapping[str, Any]], at: str) -> Iterator[tuple[str, str]]:
    rows = list(rows)
    kinds = {row["key"]: row["kind"] for row in rows}
    seen: set[str] = set()
    for n, row in enumerate(rows):
        here, kind = f"{at}.{n}.", row["kind"]
        if not _KEY.fullmatch(row["key"]):
            yield f"{here}key", _bad_key(row["key"])
        if row["key"] in seen:
            yield f"{here}key", _("The key “{key}” stands here twice.").format(key=row["key"])
        seen.add(row["key"])
        if (kind in ("choice", "choices")) != bool(row.get("choices")):
            yield f"{here}choices", _("Choices belong to the kinds choice and choices, and only to them.")
        if len(set(row.get("choices") or ())) < len(row.get("choices") or ()):
            yield f"{here}choices", _("A choice stands here twice.")
        if (kind == "table") != bool(row.get("column")):
            yield f"{here}column", _("Columns belong to the kind table, and only to it.")
        if kind not in _NUMBERS and row.get("least") is not None:
            yield f"{here}least", _("A least value belongs to numbers and sums.")
        if row.get("least") is not None and row.get("most") is not None and row["least"] > row["most"]:
            yield f"{here}most", _("The most is less than the least.")
        if kind not in _NUMBERS and (row.get("most") or 1) != int(row.get("most") or 1):
            yield f"{here}most", _("A whole number is wanted here.")
        if row.get("not_before") and (kind != "date" or kinds.get(row["not_before"]) != "date" or row["not_before"] == row["key"]):
            yield f"{here}not_before", _("It names the key of another day of this file, and the field itself is a day.")
        yield from _wrong_fields(row.get("column") or (), f"{here}column")


def _bad_key(key: str) -> str:
    return _("“{key}” is no key: small letters, figures and _ are taken, a letter first, 40 at most.").format(key=key[:60])


def _category(clean: Mapping[str, Any], shipped: Mapping[str, Category]) -> Category:
    rows = clean.get("field") or ()
    by_title: dict[str, list[Field]] = {}
    for row in rows:
        by_title.setdefault(row.get("group") or "", []).append(_field(row, OWN))
    adds_to = clean.get("adds_to") or ""
    groups = tuple(Group(title or (N_("Added by the office") if adds_to else ""), tuple(own)) for title, own in by_title.items())
    top = tuple(field for group in groups for field in group.facts)
    after = tuple((f"{OWN}{row['not_before']}", f"{OWN}{row['key']}") for row in rows if row.get("not_before"))
    inside = {
        f"{OWN}{row['key']}": tuple((one["not_before"], one["key"]) for one in row["column"] if one.get("not_before"))
        for row in rows
        if row.get("column")
    }

    def doubts(facts: Facts, around: Around) -> Iterator[Doubt]:
        for pair in after:
            yield from plausible.in_order(top, facts, *pair)
        for field in top:
            for n, line in plausible.rows(facts, field.key) if field.key in inside else ():
                for pair in inside[field.key]:
                    yield from plausible.in_order(field.rows, line, *pair, where=f"{field.key}.{n}.")

    base = shipped[adds_to] if adds_to else None
    return Category(
        key=base.key if base else OWN + clean["key"],
        label=base.label if base else clean["label"].strip(),
        moj_type=base.moj_type if base else clean["moj_type"],
        groups=groups,
        documents=tuple(clean.get("documents") or ()),
        private=frozenset(f"{OWN}{row['key']}" for row in rows if row.get("private")),
        causes=tuple(clean.get("causes") or ()),
        doubts=doubts,
    )


def _field(row: Mapping[str, Any], before: str = "") -> Field:
    kind, least, most = row["kind"], row.get("least"), row.get("most")
    if kind == "money":  # typed in yuan like every sum
        least, most = (None if value is None else int(value * 100) for value in (least, most))
    elif kind != "decimal":
        least, most = (None if value is None else int(value) for value in (least, most))
    return Field(
        before + row["key"],
        kind,
        row["label"].strip(),
        bool(row.get("required")),
        tuple(row.get("choices") or ()),
        (row.get("help") or "").strip(),
        None,
        most,
        tuple(_field(one) for one in row.get("column") or ()),
        least,
        "past" if row.get("past") else "near",
    )


def _fault(file: str, text: str, place: str, sentence: str) -> Fault:
    line = _line(text, place.split("."))
    where = _("line {line}").format(line=line) if line else ""
    said = "，".join(part for part in (file, where, place) if part)
    return Fault(f"{file}:{line}:{place}" if line else f"{file}:{place}", f"{said}：{sentence}")


def _line(text: str, place: list[str]) -> int:
    """The line of a dotted place, or of the table it stands in; 0 where the text does not show it."""
    lines = text.splitlines()
    first, last, path = 0, len(lines), []
    while len(place) > 1 and place[1].isdigit():  # field.2.column.0.key
        path.append(place[0])
        name = re.escape(".".join(path))
        heads = [n for n in range(first, last) if re.match(rf"\s*\[\[\s*{name}\s*\]\]", lines[n])]
        if int(place[1]) >= len(heads):
            break
        first = heads[int(place[1])]
        within = re.compile(rf"\s*\[\[\s*{name}\.")
        following = [n for n in range(first + 1, last) if re.match(r"\s*\[", lines[n]) and not within.match(lines[n])]
        last, place = (following[0] if following else last), place[2:]
    else:
        if not path:  # what stands at the top ends with the first table
            last = next((n for n, line in enumerate(lines) if re.match(r"\s*\[", line)), len(lines))
    found = [n for n in range(first, last) if place and re.match(rf"\s*[\"']?{re.escape(place[0])}[\"']?\s*=", lines[n])]
    return found[0] + 1 if found else first + 1 if path else 0
