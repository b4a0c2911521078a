"""Log of what was served on whom 文书送达登记表: papers handed over, the plan, what was entered, with proof (CPC 87 to 95)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "service_log"
DECLARED: template.Declared = {"title": (), "number": ("number",), "column.*": (), "notice": (), "word.*": ()}


def paper(case: "Case", setting: Setting, originals: Sequence[tuple[str, str, date, str]], entered: Sequence[Mapping[str, Any]]) -> Paper:
    """The log; `originals` are (paper, holder, day, proof), `entered` the rows of the sheet."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    called = {party.id: party.name for party in case.parties}
    rows: list[tuple[date | None, tuple[str, ...]]] = []
    for title, holder, day, proof in originals:
        rows.append((day, (title, holder, heads.day(day), say("word.handed"), holder, proof)))
    for plan in case.proposals:
        for one in plan.services:
            name = called.get(one.party_id, "")
            rows.append((one.served_on, (say("word.plan"), name, heads.day(one.served_on), one.way, one.receiver, "")))
    for told in entered:
        who = told.get("receiver") or told.get("party") or ""
        relation, proof = told.get("relation") or "", told.get("proof") or ""
        who = f"{who}（{relation}）" if relation and who else who or relation
        rows.append(
            (told.get("day"), (told["paper"], told.get("party") or "", heads.day(told.get("day")), told.get("way") or "", who, proof))
        )
    rows.sort(key=lambda one: one[0] or date.max)
    head = tuple(say(f"column.{name}") for name in ("n", "paper", "party", "day", "way", "receiver", "proof"))
    table = tuple((str(n), *(shown(cell) for cell in row)) for n, (_day, row) in enumerate(rows, 1)) or (("",) * 7,) * 8
    widths = (1.4, 3.2, 2.4, 2.8, 1.8, 2.2, 2.8)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)), Align.LEFT)]
    blocks += [Table(head, table, widths, (Align.CENTRE, *[Align.LEFT] * 6)), Notice(say("notice"))]
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
