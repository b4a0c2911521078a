"""Application to pay the court's fee later, less or not at all 缓减免交诉讼费申请书 (诉讼费用交纳办法 44 to 48), one a plaintiff."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import parties, template, words
from desktop.documents.blocks import Blank, Block, Heading, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.domain import court_fee

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.court import Court
    from db.models.party import Party
    from desktop.domain.court_fee import Fee

KIND = "fee_reduction"
WAYS = ("defer", "reduce", "waive")
GROUNDS = ("allowance", "wages", "injury", "support", "disaster", "disabled", "aid", "other")
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "applicant": (),
    "request": ("boxes", "fee", "amount"),
    "matter": ("applicants", "respondents", "cause"),
    "ground": ("boxes",),
    "reason": ("reason",),
    "to": (),
    "court": ("court",),
    "sign": (),
    "day": (),
    "heading.*": (),
    "way.*": (),
    "grounds.*": (),
    "attached": (),
}


def paper(case: "Case", party: "Party", setting: Setting, fee: "Fee | None", court: "Court | None", given: Mapping[str, Any]) -> Paper:
    """The application of a plaintiff; `given` says which way and on what ground, boxes stay open where nobody said."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.court_number(case) or heads.number(case)))]
    own = parties.own(said, party)
    blocks += [Paragraph(line.replace(said.word("role", party.role), say("applicant"), 1)) for line in own]
    blocks.append(Heading(say("heading.request")))
    ways = heads.boxes([(code, wording.word("way", code)) for code in WAYS], {given["way"]} if given.get("way") else set())
    blocks.append(Paragraph(say("request", boxes=ways, fee=court_fee.in_words(fee) if fee else "", amount=given.get("amount") or "")))
    blocks += [Heading(say("heading.reasons")), Paragraph(say("matter", **told))]
    grounds = heads.boxes([(code, wording.word("grounds", code)) for code in GROUNDS], set(given.get("grounds") or ()))
    blocks.append(Paragraph(say("ground", boxes=grounds)))
    blocks += [Paragraph(say("reason", reason=given["reason"]))] if given.get("reason") else [Blank(4, True)]
    blocks.append(Paragraph(say("attached")))
    blocks += [
        Paragraph(say("to"), keep=True),
        Paragraph(say("court", court=court.name if court else "　　　　　　人民法院"), indent=False),
    ]
    blocks += [Paragraph(say("sign"), keep=True), Paragraph(say("day"))]
    return heads.of_a_party(words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="record"))
