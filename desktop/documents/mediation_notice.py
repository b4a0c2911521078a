"""Notice to come to a mediation 调解通知书, one for each party (domain brief 4.1, no. 16)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import case_row, forms, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "mediation_notice"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("name",),
    "text": parties.MATTER,
    "time": ("day", "at"),
    "place": ("place",),
    "mediators": ("mediators",),
    "bring": ("bring",),
    "leave": (),
    "note": ("note",),
    "contact": ("address", "phone"),
    "sign.receiver": ("role",),
}


def paper(case: "Case", told: Mapping[str, Any], to: "list[Party]", setting: Setting) -> Paper:
    """The notice; `told`: `day`, `at`, `place`, `bring`, `note`, `written_on`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say, own = wording.say, setting.organisation
    number = case.number or case.entry_number
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", name="、".join(party.name for party in to if party.name)), indent=False))
    blocks.append(Paragraph(say("text", **parties.matter(case))))
    blocks.append(Paragraph(say("time", day=forms.day(told.get("day")), at=told.get("at"))))
    blocks.append(Paragraph(say("place", place=told.get("place") or own.address)))
    blocks.append(Paragraph(say("mediators", mediators="、".join(case_row.mediators(case, setting)))))
    blocks += [Paragraph(say("bring", bring=told.get("bring"))), Paragraph(say("leave"))]
    if str(told.get("note") or "").strip():
        blocks.append(Paragraph(say("note", note=told["note"])))
    blocks.append(Paragraph(say("contact", address=own.address, phone=own.phone)))
    blocks.append(forms.seal(said, setting, told.get("written_on")))
    signers = [words.line(said, say("sign.receiver", role=said.word("role", party.role)), party.name, "plain") for party in to]
    blocks.append(words.signatures(said, tuple(signers)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record")
