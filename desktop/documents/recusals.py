"""Asking a mediator to step aside 回避申请书, and the decision 回避决定书 (PML 19; MoJ75 25, recall; SMR 15; OMR 13)."""

from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole
from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.recusal import Recusal

APPLICATION, DECISION = "recusal_application", "recusal_decision"
DECLARED_APPLICATION: template.Declared = {
    "title": (),
    "number": ("number",),
    "asked": ("name",),
    "of_mediator": ("mediator",),
    "text": (*parties.MATTER, "mediator"),
    "own": parties.MATTER,
    "to": (),
    "sign.party": (),
    "sign.mediator": (),
}
DECLARED_DECISION: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("names",),
    "asked": ("asker", "asked", "reason", "mediator"),
    "own": ("asked", "reason", "mediator"),
    "granted": ("mediator", "successor"),
    "granted_open": ("mediator",),
    "refused": (),
    "open": (),
    "decided": ("by", "decided"),
    "sign.receiver": ("role",),
}


def application(case: "Case", recusal: "Recusal", setting: Setting) -> Paper:
    """The request of a party, or of the mediator himself."""
    wording, said = words.of(setting, APPLICATION, DECLARED_APPLICATION), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    mediator, asker = _mediator(recusal, setting), _asker(case, recusal)
    own = asker is None and not setting.hand
    matter = parties.matter(case)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("asked", name=mediator if own else asker)))
    blocks.append(Paragraph(say("of_mediator", mediator=mediator)))
    blocks.append(Paragraph(say("own", **matter) if own else say("text", mediator=mediator, **matter)))
    blocks += forms.prose(setting, recusal.reason)
    blocks += [Paragraph(say("to"), keep=True), Paragraph(setting.organisation.name, indent=False, keep=True)]
    party = next((one for one in case.parties if one.id == recusal.party_id), None)
    how = "plain" if own else parties.hint(party)
    line = words.line(said, say("sign.mediator" if own else "sign.party"), mediator if own else asker or "", how)
    blocks.append(words.signatures(said, (line,)))
    return words.paper(APPLICATION, say("title"), number, setting, blocks, layout="record")


def decision(case: "Case", recusal: "Recusal", setting: Setting) -> Paper:
    """What was decided; while nothing is, the boxes are open for the hand."""
    wording, said = words.of(setting, DECISION, DECLARED_DECISION), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    mediator, asker, asked = _mediator(recusal, setting), _asker(case, recusal), forms.day(recusal.asked_on)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", names=parties.everybody(case)), indent=False))
    reason = recusal.reason.rstrip("。")
    if asker is None and not setting.hand:
        blocks.append(Paragraph(say("own", asked=asked, reason=reason, mediator=mediator)))
    else:
        blocks.append(Paragraph(say("asked", asker=asker, asked=asked, reason=reason, mediator=mediator)))
    blocks.append(Paragraph(_decided(case, recusal, mediator, setting, wording)))
    blocks.append(Paragraph(say("decided", by=recusal.decided_by, decided=forms.day(recusal.decided_on)), keep=True))
    blocks.append(forms.seal(said, setting, recusal.decided_on))
    signers = [words.line(said, say("sign.receiver", role=said.word("role", one.role)), one.name, "plain") for one in parties.sides(case)]
    blocks.append(words.signatures(said, tuple(signers)))
    return words.paper(DECISION, say("title"), number, setting, blocks, layout="record")


def _decided(case: "Case", recusal: "Recusal", mediator: str, setting: Setting, wording: template.Wording) -> str:
    if recusal.granted is None:
        return wording.say("open")
    if not recusal.granted:
        return wording.say("refused")
    after = [
        one
        for one in case.assignments
        if one.mediator_id != recusal.mediator_id and one.role is AssignmentRole.LEAD_MEDIATOR and one.ended_on is None
    ]
    successor = setting.mediators[after[-1].mediator_id].name if after and after[-1].mediator_id in setting.mediators else ""
    return wording.say("granted", mediator=mediator, successor=successor) if successor else wording.say("granted_open", mediator=mediator)


def _mediator(recusal: "Recusal", setting: Setting) -> str:
    known = setting.mediators.get(recusal.mediator_id)
    return known.name if known is not None else ""


def _asker(case: "Case", recusal: "Recusal") -> str | None:
    return next((party.name for party in case.parties if party.id == recusal.party_id), None)
