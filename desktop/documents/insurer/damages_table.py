"""Table of damages 损害赔偿项目明细表: each head claimed and agreed, by the sub-limits of the compulsory insurance (forms brief 6.1, 7)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, Paragraph, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import money

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "damages_table"
GROUPS = ("medical", "death", "property", "outside")
OF_GROUP = {  # 交强险条款 art 8; 康复费 belongs to death and disability, 整容费 to the medical limit (forms brief 7.2)
    "medical": "medical", "hospital_meals": "medical", "nutrition": "medical", "later_treatment": "medical", "cosmetic": "medical",
    "rehabilitation": "death", "care": "death", "lost_income": "death", "transport": "death", "lodging": "death", "disability": "death",
    "dependants": "death", "aids": "death", "death": "death", "funeral": "death", "funeral_travel": "death", "mental": "death",
    "vehicle": "property", "property": "property", "downtime": "outside", "appraisal_fee": "outside", "other": "outside",
}  # fmt: skip
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": ("name", "day", "place", "determination"),
    "group.*": (),
    "column.*": (),
    "head.*": (),
    "total": (),
    "all": ("claimed", "agreed"),
    "advance": ("payer", "amount", "what"),
    "notice": (),
    "word.*": (),
    "heading.*": (),
    "none": (),
}


def paper(case: "Case", setting: Setting, facts: Mapping[str, Any]) -> Paper:
    """The table of a case; `facts` are the clean facts of the accident."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    names = "、".join(one["name"] for one in facts.get("injured") or ()) or heads.applicants(case)
    place, number = facts.get("accident_place") or case.place, facts.get("determination_number") or ""
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=heads.number(case)))]
    blocks.append(Paragraph(say("text", name=names, day=heads.day(facts.get("accident_on")), place=place, determination=number)))
    losses = facts.get("losses") or ()
    for group in GROUPS:
        rows = [one for one in losses if OF_GROUP.get(one["item"], "outside") == group]
        if setting.hand:
            rows = [{"item": code} for code, of in OF_GROUP.items() if of == group]
        if rows:
            blocks += [Heading(wording.word("group", group)), _table(wording, rows)]
    if not losses and not setting.hand:
        blocks.append(Paragraph(say("none")))
    claimed = sum(one["amount"] for one in losses if one.get("amount") is not None)
    agreed = [one["agreed"] for one in losses if one.get("agreed") is not None]
    blocks.append(
        Paragraph(say("all", claimed="" if setting.hand else money.figures(claimed), agreed=money.figures(sum(agreed)) if agreed else ""))
    )
    advances = list(_advances(wording, facts))
    if advances:
        blocks += [Heading(say("heading.advances")), *(Paragraph(line) for line in advances)]
    blocks.append(Notice(say("notice")))
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")


def _table(wording: template.Wording, rows: Sequence[Mapping[str, Any]]) -> Table:
    say = wording.say
    head = tuple(say(f"column.{name}") for name in ("n", "item", "claimed", "agreed", "basis", "proved"))
    proof = {True: say("word.yes"), False: say("word.no"), None: ""}
    body = tuple(
        (
            str(n),
            wording.sentences.get(f"head.{one['item']}", one["item"]) + (f"（{one['whose']}）" if one.get("whose") else ""),
            _sum(one.get("amount")),
            shown(_sum(one.get("agreed"))),
            shown(one.get("basis")),
            proof[one.get("proved")],
        )
        for n, one in enumerate(rows, 1)
    )
    sums = [sum(one[key] for one in rows if one.get(key) is not None) for key in ("amount", "agreed")]
    total = (
        "",
        say("total"),
        money.figures(sums[0]) if sums[0] or not wording.hand else "",
        money.figures(sums[1]) if sums[1] else "",
        "",
        "",
    )
    align = (Align.CENTRE, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.CENTRE)
    return Table(head, body, (1.4, 4.2, 2.6, 2.6, 3.8, 1.5), align, total)


def _advances(wording: template.Wording, facts: Mapping[str, Any]) -> Iterator[str]:
    for one in facts.get("advances") or ():
        yield wording.say("advance", payer=one["payer"], amount=_sum(one.get("amount")), what=one.get("for") or "")
    if facts.get("relief_fund") is not None:
        yield wording.say("advance", payer=wording.say("word.fund"), amount=_sum(facts["relief_fund"]), what="")


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""
