"""The registration slip 案件登记单: one line of the register on a page of its own (domain brief 4.1, no. 15, recall)."""

from typing import TYPE_CHECKING

from desktop.documents import case_row, forms, parties, template, words
from desktop.documents.blocks import Align, Block, Fields, Notice, Number, Paper, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "case_slip"
DECLARED: template.Declared = {"title": (), "number": ("number",), "notice": (), "label.*": ()}


def paper(case: "Case", setting: Setting) -> Paper:
    """The slip of a case, in the order of the register's columns."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    found = case_row.row(case, setting)
    listed = "\n".join(f"{said.word('role', party.role)}：{party.name}" for party in parties.sides(case))
    row = forms.row
    rows = (
        row(wording, ("number", case.number, 8), ("accepted_on", forms.day(case.accepted_on), 8)),
        row(wording, ("parties", listed, 20)),
        row(wording, ("type", "，".join(part for part in (found.type, found.cause) if part), 8), ("source", found.source, 8)),
        row(wording, ("summary", found.summary, 20), height=forms.LONG),
        row(wording, ("mediators", found.mediators, 8), ("result", found.result, 8)),
        row(wording, ("agreement", found.agreement, 8), ("amount", found.amount, 8)),
        row(wording, ("performed", found.performed, 8), ("visit", forms.day(found.visit), 8)),
        row(wording, ("note", "", 20), height=forms.MIDDLE),
    )
    number = Number(wording.say("number", number=case.entry_number), Align.LEFT)
    blocks: list[Block] = [Title(wording.say("title")), number, Fields(rows, forms.GRID), Notice(wording.say("notice"))]
    return words.paper(KIND, wording.say("title"), case.number or case.entry_number, setting, blocks, layout="form")
