"""Invitation of an insurer to the session, three days before: 保险公司参加调解通知书.

Notice of 2010 of the ministries of justice and public security and the insurance regulator (domain brief 1.5).
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, template, words
from desktop.documents.blocks import Block, Fields, Heading, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "insurer_notice"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("insurer",),
    "text": ("day", "place", "applicants", "respondents", "determination"),
    "keys": ("report", "code"),
    "session": ("day", "at", "place"),
    "ask": ("answer_by",),
    "effect": (),
    "contact": ("person", "phone"),
    "heading.*": (),
    "label.*": (),
    "word.*": (),
}


def paper(case: "Case", setting: Setting, facts: Mapping[str, Any], insurer: str, given: Mapping[str, Any]) -> Paper:
    """The invitation of one insurer; `facts` are the clean facts of the accident, `given` the session that is meant."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case)}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)))]
    blocks.append(Paragraph(say("to", insurer=insurer), indent=False))
    happened = heads.day(facts.get("accident_on") or case.happened_on)
    place, number = facts.get("accident_place") or case.place, facts.get("determination_number") or ""
    blocks.append(Paragraph(say("text", day=happened, place=place, determination=number, **told)))
    blocks.append(Paragraph(say("keys", report=report_number(facts, insurer), code=facts.get("query_code") or "")))
    session = heads.day(given.get("day")) or say("word.blank_day")
    blocks.append(Paragraph(say("session", day=session, at=given.get("at") or "", place=given.get("place") or say("word.blank"))))
    blocks += [Paragraph(say("ask", answer_by=session)), Paragraph(say("effect"))]
    blocks.append(Paragraph(say("contact", person=heads.mediators(case, setting), phone=setting.organisation.phone)))
    sent: date | None = given.get("sent_on")
    blocks.append(forms.seal(words.shared(setting), setting, sent))
    blocks.append(Heading(say("heading.slip")))
    rows = (
        heads.row(wording, ("answer", say("word.answer"), 20)),
        heads.row(wording, ("who", None, 8), ("authority", say("word.authority"), 8)),
        heads.row(wording, ("sign", None, 8), ("day", say("word.day"), 8), height=forms.SIGN),
    )
    blocks.append(Fields(rows, forms.GRID))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")


def insurers(facts: Mapping[str, Any]) -> list[str]:
    """Every insurer that the facts name, once."""
    named = [one.get("insurer") for key in ("policies", "vehicles") for one in facts.get(key) or ()]
    return [one for one in dict.fromkeys(named) if one]


def report_number(facts: Mapping[str, Any], insurer: str) -> str:
    """The report numbers under which an insurer has the accident."""
    rows = [one for key in ("policies", "vehicles") for one in facts.get(key) or () if one.get("insurer") == insurer]
    return "、".join(dict.fromkeys(one["report_number"] for one in rows if one.get("report_number")))
