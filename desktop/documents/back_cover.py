"""The back cover of a file 封底: how many pages, who made it, who checked it (司发通〔2010〕239号; domain brief 4.1, no. 14)."""

from typing import TYPE_CHECKING

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Blank, Block, Cell, Fields, FormRow, Paper, Paragraph, Title
from desktop.documents.file_papers import Filing
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "back_cover"
LABEL, TALL = 7, 18.0
DECLARED: template.Declared = {"title": (), "number": ("number",), "pages": ("pages",), "label.*": ()}


def paper(case: "Case", filing: Filing, setting: Setting) -> Paper:
    """The back cover."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    number = case.number or case.entry_number
    day = forms.day(filing.checked_on or filing.made_on)
    told = (("made_by", filing.made_by), ("checked_by", filing.checked_by), ("day", day))
    rows = tuple(FormRow((Cell(say(f"label.{label}"), LABEL, True), Cell(value, 17)), TALL) for label, value in told)
    blocks: list[Block] = [Blank(6), Title(say("title")), Blank(1)]
    blocks.append(Paragraph(say("number", number=number), indent=False, align=Align.CENTRE))
    blocks.append(Paragraph(say("pages", pages=filing.pages if filing.pages is not None else ""), indent=False, align=Align.CENTRE))
    blocks += [Blank(2), Fields(rows, forms.GRID)]
    return words.paper(KIND, say("title").replace("　", ""), number, setting, blocks, layout="cover")
