"""No-objection plan 无异议调解方案 with its slip 异议书 and the record of service.

法发〔2016〕14号 clause 24 (recall); forms brief 3.6.
"""

from datetime import date
from typing import TYPE_CHECKING

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Fields, Heading, Number, PageBreak, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.proposal import Proposal

KIND = "no_objection_plan"
DECLARED: template.Declared = {
    "title": (),
    "slip_title": (),
    "number": ("number",),
    "text": ("applicants", "respondents", "cause", "organisation", "day"),
    "notice": (),
    "slip": ("name", "day"),
    "result": ("result",),
    "heading.*": (),
    "column.*": (),
    "label.*": (),
    "word.*": (),
}


def paper(case: "Case", plan: "Proposal", setting: Setting, due: dict[int, date]) -> Paper:
    """The plan; `due` is the last day to object by party, once it was served on it."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    number = heads.court_number(case) or heads.number(case)
    consented = heads.day(plan.consented_on)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("text", organisation=setting.organisation.name, day=consented, **told)))
    blocks += [Heading(say("heading.facts")), *_prose(plan.facts)]
    blocks += [Heading(say("heading.plan")), *_prose(plan.text)]
    blocks += [Heading(say("heading.reasons")), *_prose(plan.reasons)]
    blocks.append(Paragraph(say("notice")))
    blocks += [Heading(say("heading.served")), _services(case, plan, wording, due)]
    objected = [one for one in plan.services if one.objected_on]
    over = bool(plan.services) and len(plan.services) >= len(parties.sides(case))
    result = "objected_at_last" if objected else "served" if over or setting.hand else "open"
    blocks.append(Paragraph(say("result", result=say(f"word.{result}"))))
    blocks.append(Paragraph(f"{said.word('signer', 'mediator')}：{heads.mediators(case, setting)}", indent=False))
    blocks.append(forms.seal(said, setting, plan.day))
    blocks += [PageBreak(), Title(say("slip_title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("slip", name="＿＿＿＿＿＿＿＿", day=heads.day(plan.day))))
    rows = (
        heads.row(wording, ("objection", say("word.boxes"), 20)),
        heads.row(wording, ("why", None, 20), height=60.0),
        heads.row(wording, ("sign", None, 8), ("day", say("word.day"), 8), height=forms.SIGN),
        heads.row(wording, ("taken", None, 8), ("taken_on", say("word.day"), 8), height=forms.SIGN),
    )
    blocks.append(Fields(rows, forms.GRID))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")


def _prose(text: str) -> list[Block]:
    return [Paragraph(line) for line in text.splitlines() if line.strip()] or [Paragraph(shown(""))]


def _services(case: "Case", plan: "Proposal", wording: template.Wording, due: dict[int, date]) -> Table:
    say, called = wording.say, {party.id: party.name for party in case.parties}
    head = tuple(say(f"column.{name}") for name in ("party", "served_on", "way", "receiver", "until", "objection"))
    rows = []
    for one in plan.services:
        objection = say("word.objected") if one.objected_on else ""
        until = heads.day(due.get(one.party_id))
        rows.append((called.get(one.party_id, ""), heads.day(one.served_on), shown(one.way), shown(one.receiver), shown(until), objection))
    have = {one.party_id for one in plan.services}
    rows += [(party.name, "", "", "", "", "") for party in parties.sides(case) if party.id not in have]
    return Table(head, tuple(rows), (3.4, 2.8, 2.0, 2.2, 2.8, 1.8), (Align.LEFT,) * 6)
