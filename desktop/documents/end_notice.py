"""Notice that a mediation has ended 终止调解告知书: why, and which other ways are open (PML 26; SMR 26; OMR 25)."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from db.vocabulary import PaperKind
from desktop.documents import forms, holders, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.outcome import Outcome

KIND = "end_notice"
TRAFFIC = "traffic"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("names",),
    "text": (*parties.MATTER, "accepted", "why", "ended"),
    "reason": ("reason",),
    "ways": ("ways",),
    "handed": ("body",),
    "limit": (),
    "police": (),
    "secret": (),
    "platform": ("number",),
    "copies": ("copies",),
    "why.*": (),
    "way.*": (),
    "sign.receiver": ("role",),
}


def paper(case: "Case", outcome: "Outcome | None", told: Mapping[str, Any], setting: Setting) -> Paper:
    """The notice; `told` are the values of the move that ended it: `ways` by code, `handed_to`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    ended: date | None = outcome.concluded_on if outcome is not None else None
    why = wording.word("why", outcome.code) if outcome is not None and wording.has(f"why.{outcome.code}") else say("why.open")
    text = say("text", accepted=forms.day(case.accepted_on), ended=forms.day(ended), why=why, **parties.matter(case))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", names=parties.everybody(case)), indent=False))
    blocks.append(Paragraph(text))
    reason = outcome.reason.strip() if outcome is not None else ""
    if reason or setting.hand:
        blocks.append(Paragraph(say("reason", reason=reason)))
    if str(told.get("handed_to") or "").strip():
        blocks.append(Paragraph(say("handed", body=told["handed_to"])))
    codes = [code for code in told.get("ways") or () if wording.has(f"way.{code}")] or ["court"]
    blocks.append(Paragraph(say("ways", ways="；".join(wording.word("way", code) for code in codes))))
    if case.category == TRAFFIC:
        blocks.append(Paragraph(say("police")))
    blocks += [Paragraph(say("limit")), Paragraph(say("secret"))]
    if case.platform_number.strip():
        blocks.append(Paragraph(say("platform", number=case.platform_number)))
    blocks.append(Paragraph(say("copies", copies=words.count(len(holders.of_kind(PaperKind.END_NOTICE, case, setting)))), keep=True))
    blocks.append(forms.seal(said, setting, ended))
    signers = [words.line(said, say("sign.receiver", role=said.word("role", one.role)), one.name, "plain") for one in parties.sides(case)]
    blocks.append(words.signatures(said, tuple(signers)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record")
