"""The return slip alone, to a court that sent its own letter: material taken, who mediates, from when the term runs (SMR 27; OMR 24)."""

from typing import TYPE_CHECKING

from desktop.documents import forms, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title
from desktop.documents.court import heads, referral_letter
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "referral_slip"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("court",),
    "text": ("received", "applicants", "respondents", "cause"),
}


def paper(case: "Case", setting: Setting) -> Paper:
    """The slip of a case that was handed over."""
    wording = words.of(setting, KIND, DECLARED)
    letter = words.of(setting, referral_letter.KIND, referral_letter.DECLARED)
    say, came = wording.say, heads.referral(case)
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.court_number(case)))]
    blocks.append(Paragraph(say("to", court=heads.referrer(case, setting)), indent=False))
    blocks.append(Paragraph(say("text", received=heads.day(came.received_on if came else None), **told)))
    blocks.append(referral_letter.slip(case, setting, letter))
    blocks.append(forms.seal(words.shared(setting), setting))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
