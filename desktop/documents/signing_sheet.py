"""Guide to a signing 签名指引: what is signed at this table in which order, and for each signer a sheet that says where."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, PageBreak, Paper, PaperState, Paragraph, Table, Title
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "signing_sheet"
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "who": ("name", "capacity"),
    "line": ("paper", "pages"),
    "every_page": ("first", "last"),
    "one_page": ("first",),
    "how": ("how",),
    "notice": (),
    "heading.all": (),
    "column.*": (),
}


class Spot(NamedTuple):
    """Where somebody signs: on `page`, and on every page from the first where `every` is set. `hint` says how."""

    paper: str
    page: int
    every: bool
    hint: str


class Signer(NamedTuple):
    """Who signs, as what, where; `led` has a sheet of his own (who works here needs none)."""

    name: str
    capacity: str
    spots: tuple[Spot, ...]
    led: bool = True


class Turn(NamedTuple):
    """A paper that is signed: its pages, and how many originals of it."""

    paper: str
    pages: int
    copies: int


def paper(case: "Case", turns: Sequence[Turn], signers: Sequence[Signer], setting: Setting) -> Paper:
    """The guide: the papers in their order, then a sheet for each signer."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    number = case.number or case.entry_number
    rows = tuple((str(n), one.paper, str(one.pages), str(one.copies)) for n, one in enumerate(turns, 1))
    head = tuple(say(f"column.{key}") for key in ("n", "paper", "pages", "copies"))
    table = Table(head, rows, (1.2, 8.0, 2.0, 2.0), (Align.CENTRE, Align.LEFT, Align.CENTRE, Align.CENTRE))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number)), Heading(say("heading.all")), table]
    for one in signers:
        blocks.append(Paragraph(_all(one, wording), indent=False))
    blocks.append(Notice(say("notice")))
    for one in (signer for signer in signers if signer.led):
        blocks += [PageBreak(), Title(say("who", name=one.name, capacity=one.capacity))]
        blocks += [Paragraph(say("line", paper=spot.paper, pages=_pages(spot, wording)), indent=False) for spot in one.spots]
        hints = "；".join(dict.fromkeys(spot.hint for spot in one.spots if spot.hint))
        if hints:
            blocks.append(Paragraph(say("how", how=hints), indent=False))
        blocks.append(Notice(say("notice")))
    made = words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="record")
    return made.with_state(PaperState.ISSUED)


def _all(signer: Signer, wording: template.Wording) -> str:
    """One signer in one line: 张某某（申请人）：笔录第1—3页，每页都签；协议第4页。"""
    spots = "；".join(f"{spot.paper}{_pages(spot, wording)}" for spot in signer.spots)
    return wording.say("line", paper=wording.say("who", name=signer.name, capacity=signer.capacity), pages=spots)


def _pages(spot: Spot, wording: template.Wording) -> str:
    if spot.every and spot.page > 1:
        return wording.say("every_page", first=1, last=spot.page)
    return wording.say("one_page", first=spot.page)
