"""Letter with which a court hands a dispute over, and its return slip: 委派调解函 before filing, 委托调解函 after it (SMR 11, 27; OMR 24).

The day on which the slip is signed starts the term. No verbatim form of a court was found (forms brief 3.4): fields after the domain
brief 4.2.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Fields, Heading, Number, PageBreak, Paper, Paragraph, SealPlace, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "referral_letter"
DECLARED: template.Declared = {
    "title.*": (),
    "number": ("number",),
    "to": ("organisation",),
    "text.before": ("applicants", "respondents", "cause", "amount"),
    "text.after": ("applicants", "respondents", "cause", "amount"),
    "consent": ("applicant_day", "respondent_day"),
    "term.*": (),
    "return_by": ("day",),
    "contact": ("person", "phone"),
    "files": ("files",),
    "heading.*": (),
    "label.*": (),
    "column.*": (),
    "word.*": (),
    "party": ("role", "name", "phone", "address"),
}


def paper(case: "Case", setting: Setting, given: Mapping[str, Any], due: date | None) -> Paper:
    """The letter; `given` has what only the court says (contact, consent, files), `due` is the last day of the term where it runs."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, came = wording.say, heads.referral(case)
    way = "before" if heads.before_filing(case) else "after"
    court = heads.referrer(case, setting)
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause, "amount": heads.amount(case)}
    blocks: list[Block] = [Title(say(f"title.{way}")), Number(say("number", number=heads.court_number(case)))]
    blocks.append(Paragraph(say("to", organisation=setting.organisation.name), indent=False))
    blocks.append(Paragraph(say(f"text.{way}", **told)))
    consent = {
        "applicant_day": heads.open_day(given.get("applicant_agreed_on")),
        "respondent_day": heads.open_day(given.get("respondent_agreed_on")),
    }
    blocks.append(Paragraph(say("consent", **consent)))
    procedure = came.procedure.value if came is not None and came.procedure is not None else ""
    blocks.append(Paragraph(say(f"term.{'before' if way == 'before' else procedure or 'after'}")))
    blocks.append(Paragraph(say("return_by", day=heads.open_day(given.get("return_by") or due))))
    for party in parties.sides(case):
        address = party.business_address or party.usual_residence or party.registered_residence
        blocks.append(Paragraph(say("party", role=said.word("role", party.role), name=party.name, phone=party.phone, address=address)))
    blocks.append(
        Paragraph(say("contact", person=given.get("contact") or (came.handed_by if came else ""), phone=given.get("contact_phone")))
    )
    blocks += [Heading(say("heading.materials")), _materials(case, wording)]
    if given.get("files"):
        blocks.append(Paragraph(say("files", files="；".join(given["files"]))))
    blocks.append(
        SealPlace(f"{court if setting.hand else shown(court)}\n{said.word('signatures', 'seal')}", said.word("signatures", "seal_date"))
    )
    blocks += [PageBreak(), Heading(say("heading.slip")), slip(case, setting, wording)]
    made = words.paper(KIND, say(f"title.{way}"), heads.number(case), setting, blocks, layout="form")
    return dataclasses.replace(made, organisation=court)


def slip(case: "Case", setting: Setting, wording: template.Wording) -> Fields:
    """The return slip: who took what when; it is signed by hand."""
    came = heads.referral(case)
    pages = sum((one.pages or 0) * one.copies for one in case.evidence)
    signed = heads.day(came.slip_signed_on) if came else ""
    sides = heads.applicants(case), heads.respondents(case)
    matter = "" if setting.hand else "与".join(one for one in sides if one) + case.cause
    rows = (
        heads.row(wording, ("slip_number", heads.court_number(case), 8), ("slip_organisation", setting.organisation.name, 8)),
        heads.row(wording, ("slip_matter", matter, 20)),
        heads.row(wording, ("slip_count", str(len(case.evidence) or ""), 8), ("slip_pages", str(pages or ""), 8)),
        heads.row(wording, ("slip_mediator", heads.mediators(case, setting), 8), ("slip_phone", setting.organisation.phone, 8)),
        heads.row(wording, ("slip_accepts", wording.say("word.accepts"), 20)),
        heads.row(wording, ("slip_sign", None, 8), ("slip_day", signed or wording.say("word.day"), 8), height=forms.SIGN),
    )
    return Fields(rows, forms.GRID)


def _materials(case: "Case", wording: template.Wording) -> Table:
    head = tuple(wording.say(f"column.{name}") for name in ("n", "name", "copies", "pages", "original"))
    kind = {True: wording.say("word.original"), False: wording.say("word.copy")}
    rows = [(str(n), one.name, str(one.copies), shown(one.pages), kind[one.original]) for n, one in enumerate(case.evidence, 1)]
    align = (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.CENTRE, Align.CENTRE)
    return Table(head, tuple(rows) or (("", "", "", "", ""),) * 4, (1.4, 6.8, 1.6, 1.6, 2.6), align)
