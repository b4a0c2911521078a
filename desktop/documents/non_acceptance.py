"""Notice of non-acceptance 不予受理告知书: the reasons, and the other ways that are open (PML 17, 26; MoJ75 22, 24)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from db.vocabulary import PaperKind, PartyRole
from desktop.documents import forms, holders, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "non_acceptance"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("names",),
    "text": ("respondents", "cause", "received", "rejected"),
    "reason": ("n", "reason"),
    "explained": ("text",),
    "ways": ("ways",),
    "handed": ("body",),
    "evidence": (),
    "limit": ("received",),
    "copies": ("copies",),
    "contact": ("address", "phone"),
    "reasons.*": (),
    "way.*": (),
}


def paper(case: "Case", setting: Setting, told: Mapping[str, Any], on: date | None) -> Paper:
    """The notice; `told` are the values of the move that refused the case: `reasons` and `ways` by code, `text`, `handed_to`."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, own = wording.say, setting.organisation
    number = case.entry_number
    reasons = [wording.word("reasons", code) for code in _known(wording, "reasons", told.get("reasons"))]
    ways = [wording.word("way", code) for code in _known(wording, "way", told.get("ways"))] or [wording.word("way", "court")]
    received = forms.day(case.received_on)
    text = say(
        "text", respondents=parties.names(case, PartyRole.RESPONDENT), cause=case.cause, received=received, rejected=forms.day(on)
    )  # fmt: skip
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", names=parties.names(case, PartyRole.APPLICANT)), indent=False))
    blocks.append(Paragraph(text))
    if setting.hand:
        reasons = [""] * 2
    blocks += [Paragraph(say("reason", n=n, reason=reason)) for n, reason in enumerate(reasons, 1)]
    if str(told.get("text") or "").strip() or not reasons:  # a reason is never left out unseen
        blocks.append(Paragraph(say("explained", text=told.get("text"))))
    blocks.append(Paragraph(say("ways", ways="；".join(ways))))
    if str(told.get("handed_to") or "").strip():
        blocks.append(Paragraph(say("handed", body=told["handed_to"])))
    blocks += [Paragraph(say("evidence")), Paragraph(say("limit", received=received))]
    blocks.append(Paragraph(say("contact", address=own.address, phone=own.phone)))
    blocks.append(Paragraph(say("copies", copies=words.count(len(holders.of_kind(PaperKind.NON_ACCEPTANCE, case, setting))))))
    blocks.append(forms.seal(said, setting, on))
    signers = [
        words.line(said, said.word("role", party.role), party.name, "plain")
        for party in parties.sides(case)
        if party.role is PartyRole.APPLICANT
    ]
    blocks.append(words.signatures(said, tuple(signers)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record")


def _known(wording: template.Wording, group: str, codes: Sequence[str] | None) -> list[str]:
    """The codes that have words; an office may have taken one out of its own wording."""
    return [code for code in codes or () if wording.has(f"{group}.{code}")]
