"""Sketch of a piece of land with what lies on its four sides 四至示意图, and the table of its points.

The points are what the parties pointed at on the spot; the sketch is no survey and says so.
"""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, Paragraph, Sketch, Table, Title
from desktop.documents.picture_blocks import Mark
from desktop.documents.setting import Setting
from desktop.documents.template import SHORT, shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "land_sketch"
DEGREES = 180  # smaller numbers are degrees of longitude and latitude, greater ones metres of a map's grid
METRES = 111_320.0  # a degree of latitude
COLUMNS = (("n", 1.6), ("east", 3.0), ("north", 3.0), ("to_next", 2.6), ("mark", 4.8))
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "place": ("place", "area"),
    "bounds": ("east", "south", "west", "north"),
    "method": ("method",),
    "drawn": ("day", "by"),
    "notice": (),
    "note": ("note",),
    "north": (),
    **{f"side.{key}": ("where",) for key in ("north", "east", "south", "west")},
    "column.*": (),
    "sign.*": (),
}


def paper(case: "Case", told: Mapping[str, Any], setting: Setting) -> Paper:
    """The sketch; `told`: `place`, `area`, `east` ... `north` (in words), `points[]` {`name`, `x`, `y`, `mark`}, `method`, `day`, `by`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    points = list(told.get("points") or [])
    marks = corners(points)
    around = {key: str(told.get(key) or "") for key in ("north", "east", "south", "west")}
    drawn = dict.fromkeys(around, SHORT) if setting.hand else around  # beside the sketch there is little room
    sides = tuple(say(f"side.{key}", where=drawn[key]) for key in ("north", "east", "south", "west"))
    sketch = Sketch(marks, (sides[0], sides[1], sides[2], sides[3]), say("north"), 100.0)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT)]
    blocks.append(Paragraph(say("place", place=told.get("place"), area=told.get("area")), indent=False))
    blocks += [sketch, Paragraph(say("bounds", **around), indent=False)]
    head = tuple(say(f"column.{key}") for key, _width in COLUMNS)
    align = (Align.CENTRE, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT)
    blocks.append(Table(head, tuple(_rows(points, marks)), tuple(width for _key, width in COLUMNS), align))
    if str(told.get("method") or "").strip() or setting.hand:
        blocks.append(Paragraph(say("method", method=told.get("method")), indent=False))
    if str(told.get("note") or "").strip():
        blocks.append(Paragraph(say("note", note=told["note"]), indent=False))
    blocks.append(Paragraph(say("drawn", day=forms.day(told.get("day")), by=told.get("by")), indent=False, keep=True))
    lines = [words.line(said, said.word("role", party.role), party.name, parties.hint(party)) for party in parties.sides(case)]
    lines.append(words.line(said, say("sign.by"), str(told.get("by") or ""), "plain"))
    lines.append(words.line(said, say("sign.witness"), str(told.get("witness") or ""), "plain"))
    blocks += [words.signatures(said, tuple(lines)), Notice(say("notice"))]
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")


def corners(points: Sequence[Mapping[str, Any]]) -> tuple[Mark, ...]:
    """The points in metres; degrees are laid flat about their own middle, which is true enough for a field."""
    known = [(str(one.get("name") or n), one.get("x"), one.get("y")) for n, one in enumerate(points, 1)]
    numbers = Decimal | int | float
    whole = [(name, float(x), float(y)) for name, x, y in known if isinstance(x, numbers) and isinstance(y, numbers)]
    if not whole:
        return ()
    if all(abs(x) <= DEGREES and abs(y) <= DEGREES / 2 for _n, x, y in whole):
        squeeze = math.cos(math.radians(sum(y for _n, _x, y in whole) / len(whole)))
        whole = [(name, x * METRES * squeeze, y * METRES) for name, x, y in whole]
    return tuple(Mark(name, round(x, 3), round(y, 3)) for name, x, y in whole)


def _rows(points: Sequence[Mapping[str, Any]], marks: Sequence[Mark]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for n, one in enumerate(points, 1):
        length = ""
        if len(marks) == len(points) and len(marks) > 1:
            here, there = marks[n - 1], marks[n % len(marks)]
            length = f"{math.hypot(there.east - here.east, there.north - here.north):.1f}"
        rows.append((str(one.get("name") or n), shown(one.get("x")), shown(one.get("y")), shown(length), shown(one.get("mark"))))
    return rows
