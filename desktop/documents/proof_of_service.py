"""Proof of service 送达回证: what was served on whom, how, where, when, and who signed for it (after CPC 87 to 95, by analogy)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Notice, Number, Paper, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "proof_of_service"
WAYS = ("direct", "left", "entrusted", "post", "electronic", "proxy")
HAND = 20.0
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "notice": (),
    "label.*": (),
    "say.matter": parties.MATTER,
    "say.paper": ("n", "name"),
    "say.proxy": ("name", "relation"),
    "say.blank": (),
    "say.mark": ("mark", "way"),
    "way.*": (),
}


def paper(case: "Case", told: Mapping[str, Any], to: "Party | None", papers: Sequence[str], setting: Setting) -> Paper:
    """The proof; `told`: `way`, `place`, `served_on`, `served_by`, `received_by`, `relation`, `refused`, `witness`, `note`."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    marks = [say("say.mark", mark="■" if told.get("way") == way else "□", way=wording.word("way", way)) for way in WAYS]
    ways = "　".join(marks[:3]) + "\n" + "　".join(marks[3:])
    listed = "\n".join(say("say.paper", n=n, name=name) for n, name in enumerate(papers, 1))
    received = told.get("received_by")
    proxy = say("say.proxy", name=received, relation=told.get("relation")) if received else ""
    place = told.get("place") or (parties.address(to) if to is not None else "")
    row = forms.row
    rows = (
        row(wording, ("matter", say("say.matter", **parties.matter(case)), 20)),
        row(wording, ("receiver", to.name if to is not None else "", 20)),
        row(wording, ("papers", listed, 20), height=forms.LONG),
        row(wording, ("place", place, 20)),
        row(wording, ("way", ways, 20)),
        FormRow(
            (
                Cell(say("label.sign"), forms.LABEL, True),
                Cell("", 8),
                Cell(say("label.sign_day"), forms.LABEL, True),
                Cell(forms.day(told.get("served_on")) or say("say.blank"), 8, align=Align.RIGHT),
            ),
            HAND,
        ),
        FormRow((Cell(say("label.proxy"), forms.LABEL, True), Cell(proxy, 20)), HAND),
        row(wording, ("refused", told.get("refused"), 20), height=forms.MIDDLE),
        FormRow(
            (
                Cell(say("label.witness"), forms.LABEL, True),
                Cell(str(told.get("witness") or ""), 8),
                Cell(say("label.served_by"), forms.LABEL, True),
                Cell(str(told.get("served_by") or ""), 8),
            ),
            forms.SIGN,
        ),
        row(wording, ("note", shown(told.get("note")), 20)),
    )
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Fields(rows, forms.GRID)]
    blocks += [forms.seal(said, setting), Notice(say("notice"))]
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="form")
