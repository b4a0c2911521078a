"""The sheet in the place of a paper whose signed original lies in the paper file and was not scanned 签署原件存纸质卷."""

from datetime import date
from typing import TYPE_CHECKING

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Blank, Block, Paper, PaperState, Paragraph, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "original_elsewhere"
DECLARED: template.Declared = {
    "title": (),
    "name": ("name",),
    "number": ("number",),
    "pages": ("pages",),
    "signed": ("day",),
    "text": (),
    "shut.title": (),
    "shut.text": (),
}


def paper(case: "Case", name: str, number: str, pages: int, signed_on: date | None, setting: Setting) -> Paper:
    """The sheet for one paper of so many pages."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    lines = [say("name", name=name)]
    lines += [say("number", number=number)] if number else []
    lines.append(say("pages", pages=pages))
    lines += [say("signed", day=forms.day(signed_on))] if signed_on is not None else []
    return _sheet(case, say("title"), lines, say("text"), setting)


def shut(case: "Case", name: str, setting: Setting) -> Paper:
    """The sheet in the place of a file that was handed in and does not open."""
    say = words.of(setting, KIND, DECLARED).say
    return _sheet(case, say("shut.title"), [say("name", name=name)], say("shut.text"), setting)


def _sheet(case: "Case", title: str, lines: list[str], text: str, setting: Setting) -> Paper:
    blocks: list[Block] = [Blank(5), Title(title), Blank(1)]
    blocks += [Paragraph(line, indent=False, align=Align.CENTRE) for line in lines]
    blocks += [Blank(1), Paragraph(text)]
    return words.paper(KIND, title, case.number or case.entry_number, setting, blocks, layout="record").with_state(PaperState.ISSUED)
