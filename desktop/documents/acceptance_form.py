"""Notice of acceptance 人民调解受理通知书, for the parties: who mediates, until when, what to bring (PML 4, 17, 19, 23; MoJ75 33).

The Ministry's register form (受理登记表) is the paper of `registration_form`: this one is what the parties take home.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, PaperKind, PartyRole
from desktop.documents import forms, holders, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.domain import dates

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "acceptance_form"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("names",),
    "text": ("applicants", "respondents", "cause", "received", "accepted", "source"),
    "mediators": ("mediators", "lead"),
    "mediators_open": (),
    "term": ("due",),
    "term_open": (),
    "free": (),
    "bring": ("lacks",),
    "time": ("place",),
    "contact": ("address", "phone"),
    "copies": ("copies",),
    "received": (),
    "sign.receiver": ("role",),
}


def paper(case: "Case", setting: Setting, due: date | None = None, lacks: Sequence[str] = ()) -> Paper:
    """The notice of an accepted case. `due` is the day by which the mediation is to end, None where its clock has not started."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, own = wording.say, setting.organisation
    number = case.number or case.entry_number
    referral = next((one for one in reversed(case.referrals) if not one.outward), None)
    court = setting.courts.get(referral.court_id) if referral is not None and referral.court_id is not None else None
    running = [one for one in case.assignments if one.ended_on is None and one.mediator_id in setting.mediators]
    running.sort(key=lambda one: one.role is not AssignmentRole.LEAD_MEDIATOR)
    names = [setting.mediators[one.mediator_id].name for one in running]
    applicants, respondents = (parties.names(case, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
    text = say(
        "text",
        applicants=applicants,
        respondents=respondents,
        cause=case.cause,
        received=forms.day(case.received_on),
        accepted=forms.day(case.accepted_on),
        source="".join(part for part in (court.name if court else referral.body, referral.court_number) if part) if referral else "",
    )
    place = own.address or own.name
    lines = [
        say("mediators", mediators="、".join(names), lead=names[0] if len(names) > 1 else "") if names else say("mediators_open"),
        say("term", due=dates.in_words(due)) if due else say("term_open"),
        say("free"),
        say("bring", lacks="；".join(lack.rstrip("。.") for lack in lacks)),
        say("time", place=place),
        say("contact", address=own.address, phone=own.phone),
        say("copies", copies=words.count(len(holders.of_kind(PaperKind.ACCEPTANCE_FORM, case, setting)))),
    ]
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", names=parties.everybody(case)), indent=False))
    blocks.append(Paragraph(text))
    blocks += [Paragraph(f"{n}. {line}") for n, line in enumerate(lines, 1)]
    blocks.append(forms.seal(said, setting, case.accepted_on))
    signers = [
        words.line(said, say("sign.receiver", role=said.word("role", party.role)), party.name, "plain") for party in parties.sides(case)
    ]
    blocks.append(words.signatures(said, tuple(signers)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")
