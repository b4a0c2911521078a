"""Letter with which a case and its materials go back to the court, with a slip for the court to sign (SMR 21, 26)."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Fields, Heading, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "return_letter"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("court",),
    "text": ("day", "applicants", "respondents", "cause", "organisation"),
    "heading.*": (),
    "column.*": (),
    "label.*": (),
    "word.*": (),
    "paper.*": (),
    "outcome.*": (),
    "said": ("outcome", "reason"),
}


def paper(case: "Case", setting: Setting, papers: "list[tuple[str, int | None]]", returned_on: date | None) -> Paper:
    """The letter; `papers` are the kinds that go with it, each with its pages where they are known."""
    wording = words.of(setting, KIND, DECLARED)
    say, came = wording.say, heads.referral(case)
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.court_number(case)))]
    blocks.append(Paragraph(say("to", court=heads.referrer(case, setting)), indent=False))
    came_on = heads.day(came.received_on if came else None)
    blocks.append(Paragraph(say("text", day=came_on, organisation=setting.organisation.name, **told)))
    ended = next((one for one in reversed(case.outcomes) if not one.undone), None)
    blocks.append(
        Paragraph(
            say("said", outcome=wording.word("outcome", ended.code) if ended else "", reason=(ended.reason if ended else "").rstrip("。"))
        )
    )
    blocks.append(Heading(say("heading.materials")))
    head = tuple(say(f"column.{name}") for name in ("n", "name", "pages", "note"))
    rows = [(str(n), wording.word("paper", name), shown(pages), "") for n, (name, pages) in enumerate(papers, 1)]
    blocks.append(Table(head, tuple(rows), (1.4, 7.8, 1.8, 3.0), (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.LEFT)))
    blocks.append(forms.seal(words.shared(setting), setting, returned_on))
    blocks.append(Heading(say("heading.slip")))
    slip = (
        heads.row(wording, ("number", heads.court_number(case), 8), ("court", heads.referrer(case, setting), 8)),
        heads.row(wording, ("count", "" if setting.hand else str(len(papers)), 8), ("ways", say("word.ways"), 8)),
        heads.row(wording, ("sign", None, 8), ("day", say("word.day"), 8), height=forms.SIGN),
    )
    blocks.append(Fields(slip, forms.GRID))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
