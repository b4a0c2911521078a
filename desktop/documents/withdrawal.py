"""Withdrawal of an application 撤回调解申请书 (PML 23; OMR 25)."""

from typing import TYPE_CHECKING

from db.vocabulary import PartyRole
from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "withdrawal"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": (*parties.MATTER, "received"),
    "limit": (),
    "to": (),
}


def paper(case: "Case", reason: str, setting: Setting) -> Paper:
    """The withdrawal, signed by the applicants."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("text", received=forms.day(case.received_on), **parties.matter(case))))
    blocks += [*forms.prose(setting, reason), Paragraph(say("limit")), Paragraph(say("to"), keep=True)]
    blocks.append(Paragraph(setting.organisation.name, indent=False, keep=True))
    lines = [
        words.line(said, said.word("role", one.role), one.name, parties.hint(one))
        for one in parties.sides(case)
        if one.role is PartyRole.APPLICANT
    ]
    blocks.append(words.signatures(said, tuple(lines)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record")
