"""Consent to a mediation 调解同意书（意愿书）: what each side agrees to, signed by all (domain brief 4.2; SMR 11, 12)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Fields, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "mediation_consent"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": ("applicants", "respondents", "cause", "organisation"),
    "until": ("mark", "day"),
    "label.*": (),
    "word.*": (),
    "free": (),
}
POINTS = ("mediation", "online", "appraisal")


def paper(case: "Case", setting: Setting, given: Mapping[str, Any]) -> Paper:
    """The consent of all sides; boxes that nobody answered yet stay open."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.court_number(case) or heads.number(case)))]
    blocks += [Paragraph(text) for text in parties.sentences(said, case)]
    blocks.append(Paragraph(say("text", organisation=setting.organisation.name, **told)))
    rows = []
    for point in POINTS:
        answer = given.get(point)
        ticked = set() if answer is None else {"agree" if answer else "disagree"}
        rows.append(heads.row(wording, (point, heads.boxes([(code, say(f"word.{code}")) for code in ("agree", "disagree")], ticked), 20)))
    mediators = given.get("mediator") or heads.mediators(case, setting)
    rows.append(heads.row(wording, ("mediator", mediators or wording.given("word.left"), 20)))
    until = heads.day(given.get("until"))
    rows.append(heads.row(wording, ("until", say("until", mark="■" if until else "□", day=until or say("word.day")), 20)))
    blocks += [Fields(tuple(rows), forms.GRID), Paragraph(say("free"))]
    lines = tuple(
        words.line(said, said.word("role", party.role), party.name, "body" if party.uscc else "person") for party in parties.sides(case)
    )
    blocks.append(words.signatures(said, lines))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
