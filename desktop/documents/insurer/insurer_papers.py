"""List of what an insurer asks for 理赔材料清单: asked for, handed in, missing, group by group (forms brief 6.3)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "insurer_papers"
STATES = ("asked", "handed_in", "missing")
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": ("insurer", "name", "determination", "report"),
    "column.*": (),
    "missing": ("papers",),
    "complete": (),
    "notice": (),
}


def paper(
    case: "Case",
    setting: Setting,
    facts: Mapping[str, Any],
    insurer: str,
    report: str,
    groups: Sequence[tuple[str, Sequence[tuple[str, str, str, str]]]],
) -> Paper:
    """The list; `groups` are (title, rows of (name, state, day, note)) with the states of `STATES` or ''."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)))]
    names = "、".join(one["name"] for one in facts.get("injured") or ()) or heads.applicants(case)
    blocks.append(Paragraph(say("text", insurer=insurer, name=names, determination=facts.get("determination_number") or "", report=report)))
    lacking = [name for _title, rows in groups for name, state, _day, _note in rows if state == "missing"]
    if not setting.hand:
        blocks.append(Paragraph(say("missing", papers="、".join(lacking)) if lacking else say("complete")))
    head = tuple(say(f"column.{name}") for name in ("n", "name", *STATES, "note"))
    n = 0
    for title, rows in groups:
        blocks.append(Heading(title))
        table = []
        for name, state, day, note in rows:
            n += 1
            marks = tuple("■" if state == one else "□" for one in STATES)
            table.append((str(n), name, *marks, "　".join(part for part in (day, note) if part)))
        align = (Align.CENTRE, Align.LEFT, *[Align.CENTRE] * 3, Align.LEFT)
        blocks.append(Table(head, tuple(table), (1.4, 6.4, 1.5, 1.5, 1.5, 3.1), align))
    blocks.append(Notice(say("notice")))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
