"""Invitation to help in a mediation 邀请函, with a slip to be sent back (PML 20; SMR 17; domain brief 1.5)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import case_row, forms, parties, template, words
from desktop.documents.blocks import Align, Block, Heading, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "invitation"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("name",),
    "text": (*parties.MATTER, "capacity"),
    "task": ("task",),
    "time": ("day", "at"),
    "place": ("place",),
    "secret": (),
    "contact": ("person", "address", "phone"),
    "slip": (),
    "answer": (),
    "sign.receiver": (),
}


def paper(case: "Case", told: Mapping[str, Any], setting: Setting) -> Paper:
    """The invitation; `told`: `name`, `capacity`, `task`, `day`, `at`, `place`, `written_on`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say, own = wording.say, setting.organisation
    number = case.number or case.entry_number
    name = str(told.get("name") or "")
    contact = (case_row.mediators(case, setting) or [""])[0]
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", name=name), indent=False))
    blocks.append(Paragraph(say("text", capacity=told.get("capacity"), **parties.matter(case))))
    if str(told.get("task") or "").strip() or setting.hand:
        blocks.append(Paragraph(say("task", task=told.get("task"))))
    blocks.append(Paragraph(say("time", day=forms.day(told.get("day")), at=told.get("at"))))
    blocks.append(Paragraph(say("place", place=told.get("place") or own.address)))
    blocks += [Paragraph(say("secret")), Paragraph(say("contact", person=contact, address=own.address, phone=own.phone))]
    blocks.append(forms.seal(said, setting, told.get("written_on")))
    blocks += [Heading(say("slip")), Paragraph(say("answer"), indent=False, align=Align.LEFT, keep=True)]
    blocks.append(words.signatures(said, (words.line(said, say("sign.receiver"), name, "plain"),)))
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="record")
