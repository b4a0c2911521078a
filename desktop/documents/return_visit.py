"""Record of a return visit 人民调解回访记录 (司发通〔2010〕239号; MoJ75 36, recall)."""

from typing import TYPE_CHECKING

from db.vocabulary import PartyRole
from desktop.documents import forms, parties, progress, template, words
from desktop.documents.blocks import Align, Block, Fields, Notice, Number, Paper, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.return_visit import ReturnVisit

KIND = "return_visit"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "notice": (),
    "label.*": (),
    "say.matter": ("applicants", "respondents", "cause"),
    "say.party": ("role", "name"),
    **{f"say.{key}": () for key in ("yes", "no", "open", "none", "everybody")},
}


def paper(case: "Case", visit: "ReturnVisit", setting: Setting) -> Paper:
    """The record of one visit, with what was owed and performed by its day."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, row = wording.say, forms.row
    number = case.number or case.entry_number
    agreed = next((one.number for one in reversed(case.agreements) if one.number), None)
    applicants, respondents = (parties.names(case, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
    listed = "\n".join(say("say.party", role=said.word("role", party.role), name=party.name) for party in parties.sides(case))
    asked = next((party.name for party in case.parties if party.id == visit.party_id), "") or wording.given("say.everybody")
    satisfied = {True: "yes", False: "no", None: "open"}[visit.satisfied]
    rows = (
        row(wording, ("parties", listed, 20)),
        row(wording, ("agreement", agreed or number, 20)),
        row(wording, ("matter", say("say.matter", applicants=applicants, respondents=respondents, cause=case.cause), 20)),
        row(wording, ("day", forms.day(visit.day), 8), ("way", visit.way, 8)),
        row(wording, ("visited", asked, 8), ("visitor", visit.visitor, 8)),
        row(wording, ("schedule", "\n".join(progress.lines(said, case, visit.day)), 20)),
        row(wording, ("performance", visit.performance, 20), height=forms.MIDDLE),
        row(wording, ("satisfied", say(f"say.{satisfied}"), 20)),
        row(wording, ("text", visit.text, 20), height=forms.LONG),
        row(wording, ("signs", visit.signs or wording.given("say.none"), 20), height=forms.MIDDLE),
        row(wording, ("measures", visit.measures, 20), height=forms.MIDDLE),
        forms.to_sign(wording, "visited_sign", "visitor_sign"),
    )
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Fields(rows, forms.GRID)]
    blocks.append(Notice(say("notice")))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")
