"""First sheet of a confirmation packet 司法确认材料移交清单: what is missing first, then what is handed over by page (CPCI 354)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Fields, Heading, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.court import Court

KIND = "packet_list"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("court",),
    "text": ("applicants", "respondents", "cause", "day", "number"),
    "complete": (),
    "pages": ("first", "last"),
    "page": ("first",),
    "heading.*": (),
    "column.*": (),
    "label.*": (),
    "word.*": (),
}


class Item(NamedTuple):
    """One line: its name, copies, how many pages it has in the packet (0: it is handed over beside it, -1: it is missing), a note."""

    name: str
    copies: int
    pages: int
    note: str = ""


def paper(
    case: "Case", setting: Setting, court: "Court | None", items: Sequence[Item], lacks: Sequence[str], number: str, own: int = 1
) -> Paper:
    """The list; `own` is how many pages it takes itself, from which the others are counted on."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    signed = next((heads.day(one.day) for one in case.agreements if one.number == number), "")
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)))]
    blocks.append(Paragraph(say("to", court=court.name if court else "　　　　　　人民法院"), indent=False))
    blocks.append(Paragraph(say("text", day=signed, number=number, **told)))
    blocks.append(Heading(say("heading.missing")))
    blocks += [Paragraph(f"{n}. {one}") for n, one in enumerate(lacks, 1)] or [Paragraph(say("complete"))]
    blocks.append(Heading(say("heading.items")))
    rows, at = [], own + 1
    for n, item in enumerate(items, 1):
        page = say("word.missing") if item.pages < 0 else say("word.beside")
        if item.pages > 0:
            last = at + item.pages - 1
            page = say("page", first=at) if last == at else say("pages", first=at, last=last)
            at = last + 1
        rows.append((str(n), item.name, str(item.copies), page, item.note))
    head = tuple(say(f"column.{name}") for name in ("n", "name", "copies", "page", "note"))
    align = (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.CENTRE, Align.LEFT)
    blocks.append(Table(head, tuple(rows), (1.4, 7.1, 1.3, 2.4, 3.4), align))
    sign = (
        heads.row(wording, ("giver", None, 8), ("taker", None, 8), height=forms.SIGN),
        heads.row(wording, ("day", say("word.day"), 8), ("taken_on", say("word.day"), 8)),
    )
    blocks.append(Fields(sign, forms.GRID))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
