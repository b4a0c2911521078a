"""Copy sheet for a platform 平台录入单: every field in the platform's order with its text and a box to tick (domain brief 0)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case
    from desktop.domain.platforms import Line

KIND = "copy_sheet"
DECLARED: template.Declared = {
    "title": ("platform",),
    "number": ("number", "platform_number"),
    "lacking": ("fields",),
    "notice": ("source",),
    "column.*": (),
}


def paper(case: "Case", setting: Setting, platform: str, source: str, lines: "Sequence[Line]", ticked: set[str]) -> Paper:
    """The sheet; `ticked` are the places that were entered already and still say the same."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    title = say("title", platform=platform)
    blocks: list[Block] = [Title(title), Number(say("number", number=heads.number(case), platform_number=case.platform_number), Align.LEFT)]
    lacking = [f"{line.group}·{line.label}" for line in lines if line.lacking]
    if lacking and not setting.hand:
        blocks.append(Paragraph(say("lacking", fields="、".join(lacking))))
    head = tuple(say(f"column.{name}") for name in ("label", "text", "done"))
    for group in dict.fromkeys(line.group for line in lines):
        rows = tuple((line.label, shown(line.text), "☑" if line.place in ticked else "□") for line in lines if line.group == group)
        blocks += [Heading(group), Table(head, rows, (3.6, 10.0, 1.8), (Align.LEFT, Align.LEFT, Align.CENTRE))]
    blocks.append(Notice(say("notice", source=source)))
    return words.paper(KIND, title, heads.number(case), setting, blocks, layout="form")
