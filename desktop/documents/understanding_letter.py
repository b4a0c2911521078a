"""Letter of understanding 谅解书: one side forgives the other; what it changes is for the organs of the law (domain brief 4)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "understanding_letter"
COPIES = 3
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "giver": ("name",),
    "receiver": ("name",),
    "matter": ("matter",),
    "performed": ("performed",),
    "text": ("text",),
    "closing": (),
    "copies": ("copies", "organisation"),
    "sign.*": (),
}


def paper(case: "Case", told: Mapping[str, Any], giver: "Party | None", receiver: "Party | None", setting: Setting) -> Paper:
    """The letter; `told`: `matter`, `performed`, `text`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    names = tuple(party.name if party is not None else "" for party in (giver, receiver))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks += [Paragraph(say("giver", name=names[0])), Paragraph(say("receiver", name=names[1]))]
    blocks.append(Paragraph(say("matter", matter=told.get("matter") or case.summary)))
    if str(told.get("performed") or "").strip() or setting.hand:
        blocks.append(Paragraph(say("performed", performed=told.get("performed"))))
    blocks.append(Paragraph(say("text", text=told.get("text"))))
    if setting.hand:
        blocks += forms.prose(setting, "")
    blocks.append(Paragraph(say("closing")))
    blocks.append(Paragraph(say("copies", copies=words.count(COPIES), organisation=setting.organisation.name), keep=True))
    lines = (
        words.line(said, say("sign.giver"), names[0], parties.hint(giver)),
        words.line(said, say("sign.receiver"), names[1], parties.hint(receiver)),
        words.line(said, say("sign.witness"), "", "plain"),
    )
    blocks.append(words.signatures(said, lines))
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="record")
