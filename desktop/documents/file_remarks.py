"""Remarks on a file 卷宗情况说明: what is missing, what is a copy, what lies elsewhere (司发通〔2010〕239号; domain brief 4.1, no. 13)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import DocumentState
from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Fields, Number, Paper, Title
from desktop.documents.file_papers import Filing
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "file_remarks"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "none": (),
    "label.*": (),
    "say.pages": ("pages",),
    "say.copy": ("n", "name"),
    "say.media": ("count",),
    "say.correction": ("title", "number", "count"),
    "say.void": ("title", "number", "version"),
}


class Remarks(NamedTuple):
    """What somebody typed about the file: pages that are missing or damaged, and what else there is to say."""

    missing: str = ""
    text: str = ""


def paper(case: "Case", filing: Filing, remarks: Remarks, setting: Setting) -> Paper:
    """The remarks: what the program knows of the file beside what was typed."""
    wording = words.of(setting, KIND, DECLARED)
    say, row = wording.say, forms.row
    number = case.number or case.entry_number
    none = wording.given("none")
    copies = [say("say.copy", n=one.ordinal, name=one.name) for one in case.evidence if not one.original and one.received_on is not None]
    corrected = [
        say("say.correction", title=one.title, number=one.number, count=len(one.corrections)) for one in case.documents if one.corrections
    ]
    void = [
        say("say.void", title=one.title, number=one.number, version=one.version_number)
        for one in case.documents
        if one.state is DocumentState.VOID
    ]
    media = say("say.media", count=len(case.attachments)) if case.attachments else none

    def listed(lines: Sequence[str]) -> str:
        return "\n".join(lines) or none

    rows = (
        row(wording, ("pages", say("say.pages", pages=filing.pages if filing.pages is not None else ""), 20)),
        row(wording, ("missing", remarks.missing or none, 20), height=forms.MIDDLE),
        row(wording, ("copies", listed(copies), 20), height=forms.MIDDLE),
        row(wording, ("media", media, 20)),
        row(wording, ("corrections", listed(corrected), 20), height=forms.MIDDLE),
        row(wording, ("void", listed(void), 20), height=forms.MIDDLE),
        row(wording, ("remarks", remarks.text or none, 20), height=forms.LONG),
        forms.to_sign(wording, ("made_by", filing.made_by), ("made_on", forms.day(filing.made_on))),
        forms.to_sign(wording, ("checked_by", filing.checked_by), ("checked_on", forms.day(filing.checked_on))),
    )
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Fields(rows, forms.GRID)]
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")
