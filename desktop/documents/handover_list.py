"""List of what is handed over 移交清单: to a court, another body, a party or the archive (SMR 26; MoJ75 24)."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Number, Paper, Paragraph, Table, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "handover_list"
COLUMNS = (
    ("n", 1.2, Align.CENTRE), ("name", 6.6, Align.LEFT), ("count", 1.4, Align.CENTRE), ("pages", 1.4, Align.CENTRE),
    ("original", 2.0, Align.CENTRE), ("note", 3.0, Align.LEFT),
)  # fmt: skip
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": (*parties.MATTER, "organisation", "to", "reason"),
    "copies": (),
    "column.*": (),
    "say.original": (),
    "say.copy": (),
    "say.total": (),
    "say.sheets": ("n",),
    "sign.*": (),
}


class Item(NamedTuple):
    """Something that is handed over; `original` is None where it is not said."""

    name: str
    copies: int = 1
    pages: int | None = None
    original: bool | None = None
    note: str = ""


def paper(case: "Case", told: Mapping[str, Any], items: Sequence[Item], setting: Setting) -> Paper:
    """The list; `told`: `to`, `reason`, `day`, `given_by`, `received_by`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    original = {True: say("say.original"), False: say("say.copy"), None: ""}
    rows = tuple(
        (str(n), one.name, str(one.copies), shown(one.pages), shown(original[one.original]), one.note) for n, one in enumerate(items, 1)
    )
    pages = sum(one.pages or 0 for one in items)
    total = (say("say.total"), say("say.sheets", n=len(items)), "", str(pages or ""), "", "") if rows else ()
    head = tuple(say(f"column.{key}") for key, _w, _a in COLUMNS)
    table = Table(head, rows, tuple(width for _k, width, _a in COLUMNS), tuple(align for _k, _w, align in COLUMNS), total)
    text = say("text", organisation=setting.organisation.name, to=told.get("to"), reason=told.get("reason"), **parties.matter(case))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Paragraph(text), table]
    blocks.append(Paragraph(say("copies"), keep=True))
    day = forms.day(told.get("day")) or said.word("signatures", "blank_date")
    hands = (("giver", "given_by"), ("taker", "received_by"))
    lines = [words.line(said, say(f"sign.{key}"), str(told.get(name) or ""), "plain") for key, name in hands]
    blocks.append(words.signatures(said, tuple(dataclasses.replace(line, date=day) for line in lines)))
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="form")
