"""Certificate that an agreement was performed in full 履行完毕证明: each obligation, its day, its proof (PML 31; 民法典 557)."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.documents import case_row, forms, parties, progress, template, words
from desktop.documents.blocks import Align, Block, Number, Paper, Paragraph, Table, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.domain import balance

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case

KIND = "performance_certificate"
FEW = 2  # parties who sign on one sheet in the size of a record
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": ("names", "day", "organisation", "number"),
    "done": ("last",),
    "effect": (),
    "copies": ("organisation",),
    "table.*": (),
    "sign.*": (),
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, day: date) -> Paper:
    """The certificate of an agreement of which nothing is left."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = agreement.number or case.number or case.entry_number
    names = parties.everybody(case)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("text", names=names, day=forms.day(agreement.day), organisation=setting.organisation.name, number=number)))
    found = [balance.of(one, agreement, balance.NEVER) for one in agreement.obligations]
    rows = []
    for one in found:
        days = [performance.day for performance in one.obligation.performances]
        proof = "、".join(dict.fromkeys(performance.receipt for performance in one.obligation.performances if performance.receipt))
        owed = progress.cell(said, one.obligation, one.owed)
        rows.append((chinese_number(one.obligation.ordinal), one.obligation.subject, owed, forms.day(max(days, default=None)), proof))
    if rows and not setting.hand:
        head = tuple(say(f"table.{key}") for key in ("number", "what", "owed", "day", "proof"))
        aligns = (Align.CENTRE, Align.LEFT, Align.RIGHT, Align.CENTRE, Align.LEFT)
        blocks.append(Table(head, tuple(rows), (0.9, 3.1, 3.1, 3.1, 4.0), aligns))
    last = max((performance.day for one in found for performance in one.obligation.performances), default=None)
    blocks += [Paragraph(say("done", last=forms.day(last))), Paragraph(say("effect"))]
    blocks.append(Paragraph(say("copies", organisation=setting.organisation.name), keep=True))
    lines = tuple(words.line(said, said.word("role", party.role), party.name, parties.hint(party)) for party in parties.sides(case))
    blocks.append(
        words.signatures(said, (*lines, words.line(said, say("sign.mediator"), "、".join(case_row.mediators(case, setting)), "plain")))
    )
    blocks.append(forms.seal(said, setting, None if setting.hand else day))
    return words.paper(KIND, say("title").replace("　", ""), number, setting, blocks, layout="record" if len(lines) <= FEW else "form")
