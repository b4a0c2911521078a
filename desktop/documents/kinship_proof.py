"""Proof of kinship 亲属关系证明, for the body that issues it to fill in and seal (who issues what: domain brief, unverified)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, Paragraph, Table, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "kinship_proof"
COLUMNS = (
    ("n", 1.1, Align.CENTRE), ("name", 2.0, Align.LEFT), ("relation", 1.8, Align.LEFT), ("sex", 1.0, Align.CENTRE),
    ("born", 2.3, Align.LEFT), ("id_number", 4.5, Align.LEFT), ("residence", 3.2, Align.LEFT), ("state", 1.4, Align.LEFT),
)  # fmt: skip
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "about": ("name", "paper", "id_number", "state"),
    "complete": (),
    "purpose": ("purpose",),
    "made": ("issuer",),
    "hand": (),
    "column.*": (),
    "sign.*": (),
}


def paper(case: "Case", told: Mapping[str, Any], setting: Setting) -> Paper:
    """The proof; `told`: `about`, `about_id`, `state`, `relatives[]`, `complete`, `issuer`, `purpose`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    paper_word = said.word("paper", "resident_id") if told.get("about_id") or setting.hand else ""
    rows = tuple(
        (
            str(n),
            shown(one.get("name")),
            shown(one.get("relation")),
            shown(said.word("sex", one.get("sex"))),
            shown(_day(one.get("birth_date"))),
            shown(one.get("id_number")),
            shown(one.get("residence")),
            str(one.get("state") or ""),
        )
        for n, one in enumerate(told.get("relatives") or [], 1)
    )
    head = tuple(say(f"column.{key}") for key, _w, _a in COLUMNS)
    table = Table(head, rows, tuple(width for _k, width, _a in COLUMNS), tuple(align for _k, _w, align in COLUMNS))
    about = say("about", name=told.get("about"), paper=paper_word, id_number=told.get("about_id"), state=told.get("state"))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number)), Paragraph(about, keep=True), table]
    if told.get("complete") or setting.hand:
        blocks.append(Paragraph(say("complete")))
    blocks.append(Paragraph(say("purpose", purpose=told.get("purpose"))))
    blocks += [Paragraph(say("made", issuer=told.get("issuer"))), Notice(say("hand"))]
    lines = (
        words.line(said, say("sign.issuer"), str(told.get("issuer") or ""), "body"),
        words.line(said, say("sign.person"), "", "plain"),
    )
    blocks.append(words.signatures(said, lines))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record")


def _day(value: Any) -> str:
    return forms.day(value) if value else ""
