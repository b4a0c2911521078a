"""The cover of a file 卷宗封面 (司发通〔2010〕239号; fields in the order of domain brief 4.1, no. 1)."""

from typing import TYPE_CHECKING

from desktop.documents import case_row, forms, parties, template, words
from desktop.documents.blocks import Blank, Block, Cell, Fields, FormRow, Paper, Title
from desktop.documents.file_papers import Filing
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "file_cover"
LABEL, TALL = 6, 16.0
BY_HAND = ("filed_by", "filed_on")  # who made the file writes it where nobody typed it
LINE, BODY = 16, "人民调解委员会"  # characters of the title face in a line; how most of these names end
DECLARED: template.Declared = {
    "title": (),
    "label.*": (),
    "say.name": parties.MATTER,
    "say.period": ("first", "last"),
    "say.period_open": ("first",),
    "say.years": ("term", "years"),
    "say.choice": (),
    "retention.*": (),
}


def paper(case: "Case", filing: Filing, setting: Setting) -> Paper:
    """The cover; `filing` says who made the file and when."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    number = case.number or case.entry_number
    rows = tuple(
        _row(wording, label, value)
        for label, value in (
            ("name", say("say.name", **parties.matter(case))),
            ("number", number),
            ("mediators", "、".join(case_row.mediators(case, setting))),
            ("period", _period(case, wording, setting)),
            ("filed_by", filing.made_by),
            ("filed_on", forms.day(filing.made_on or case.archived_on)),
            ("retention", retention(case, wording) or say("say.choice")),
            ("note", filing.note),
        )
    )
    blocks: list[Block] = [Blank(1), Title(_in_two(setting.organisation.name)), Title(say("title")), Blank(1), Fields(rows, forms.GRID)]
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="cover")


def _in_two(name: str) -> str:
    """A name that is longer than the line of a cover, broken before what kind of body it is, not within a word."""
    return f"{name[: -len(BODY)]}\n{BODY}" if len(name) > LINE and name.endswith(BODY) else name


def _row(wording: template.Wording, label: str, value: str) -> FormRow:
    made = forms.row(wording, (label, value, 18))
    label_cell, answer = made.cells
    said = answer.text if label not in BY_HAND else value
    return FormRow((Cell(label_cell.text, LABEL, True), Cell(said, answer.span)), TALL)


def _period(case: "Case", wording: template.Wording, setting: Setting) -> str:
    """From the acceptance to the end of the mediation."""
    ended = [one.concluded_on for one in case.outcomes if not one.undone]
    first, last = forms.day(case.accepted_on or case.received_on), forms.day(ended[-1]) if ended else ""
    if not last and not setting.hand:
        return wording.say("say.period_open", first=first)
    return wording.say("say.period", first=first, last=last)


def retention(case: "Case", wording: template.Wording) -> str:
    """How long the file is kept, as it was chosen when it was put on the shelf: `long 10` is 长期（10年）; '' while it is not chosen."""
    term, _space, years = case.retention.partition(" ")
    if not wording.has(f"retention.{term}"):
        return case.retention
    return wording.say("say.years", term=wording.word("retention", term), years=years)
