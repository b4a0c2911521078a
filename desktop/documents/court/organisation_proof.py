"""Certificate of the organisation that it mediated 调解组织主持调解的证明 (CPCI 354; no official style was found: forms brief 2.3)."""

from typing import TYPE_CHECKING

from desktop.documents import forms, progress, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from datetime import date

    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.court import Court

KIND = "organisation_proof"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("court",),
    "text": ("applicants", "respondents", "cause", "accepted", "organisation", "mediators"),
    "mediator": ("name", "number"),
    "sessions": ("lines",),
    "session": ("day", "place", "method"),
    "agreed": ("day", "number"),
    "signed": (),
    "performance": ("lines",),
    "certify": (),
    "contact": ("person", "phone"),
    "method.*": (),
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, court: "Court | None", day: "date") -> Paper:
    """The certificate for an agreement in force, as of a day."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    running = [
        setting.mediators[one.mediator_id] for one in case.assignments if one.ended_on is None and one.mediator_id in setting.mediators
    ]
    names = "、".join(say("mediator", name=one.name, number=one.certificate_number) for one in running)
    accepted = heads.day(case.accepted_on or case.received_on)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=agreement.number or heads.number(case)))]
    blocks.append(Paragraph(say("to", court=court.name if court else "　　　　　　人民法院"), indent=False))
    blocks.append(Paragraph(say("text", accepted=accepted, organisation=setting.organisation.name, mediators=names, **told)))
    lines = [say("session", day=heads.day(one.day), place=one.place, method=wording.word("method", one.method)) for one in case.sessions]
    if lines:
        blocks.append(Paragraph(say("sessions", lines="；".join(lines))))
    blocks.append(Paragraph(say("agreed", day=heads.day(agreement.day), number=agreement.number or heads.number(case))))
    blocks.append(Paragraph(say("signed")))
    done = progress.lines(said, case, day)
    if done:
        blocks.append(Paragraph(say("performance", lines="；".join(done))))
    blocks += [
        Paragraph(say("certify")),
        Paragraph(say("contact", person=heads.mediators(case, setting), phone=setting.organisation.phone)),
    ]
    blocks.append(forms.seal(said, setting, None if setting.hand else day))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="record")
