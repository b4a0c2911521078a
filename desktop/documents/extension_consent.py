"""Consent to a longer mediation 延期调解同意书 (MoJ75 33; SMR 27; RFM2025 clause 3)."""

from typing import TYPE_CHECKING

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.term import Extension

KIND = "extension_consent"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": (*parties.MATTER, "organisation"),
    "reason": ("reason",),
    "agreed": ("until",),
    "days": ("applicant_day", "respondent_day"),
    "limit": (),
}


def paper(case: "Case", extension: "Extension", setting: Setting) -> Paper:
    """The consent of all sides to one extension."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks.append(Paragraph(say("text", organisation=setting.organisation.name, **parties.matter(case))))
    blocks.append(Paragraph(say("reason", reason=extension.reason)))
    blocks.append(Paragraph(say("agreed", until=forms.day(extension.until))))
    if extension.applicant_agreed_on and extension.respondent_agreed_on:
        days = {"applicant_day": forms.day(extension.applicant_agreed_on), "respondent_day": forms.day(extension.respondent_agreed_on)}
        blocks.append(Paragraph(say("days", **days)))
    blocks.append(Paragraph(say("limit"), keep=True))
    lines = [words.line(said, said.word("role", party.role), party.name, parties.hint(party)) for party in parties.sides(case)]
    blocks.append(words.signatures(said, tuple(lines)))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record")
