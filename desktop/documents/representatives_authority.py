"""Authority of those who speak for a group 推选代表人授权书: what they may do, and a line to sign for each member (after CPC 56, 57)."""

from typing import TYPE_CHECKING

from desktop.documents import parties, template, words
from desktop.documents.blocks import Align, Block, Heading, Number, Paper, Paragraph, Table, Title
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import money

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "representatives_authority"
SIGNED = 10.0  # millimetres: a hand and a fingerprint
ITEMS = ("mediate", "admit", "settle", "confirm", "serve", "receive")
ALONE = "self"  # gave nobody power: signs himself
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": (*parties.MATTER, "role", "name", "count"),
    "elected": (),
    "representative": ("n", "name", "paper", "id_number", "phone"),
    "items": ("items",),
    "items_open": (),
    "choice": ("item",),
    "effect": (),
    "until": (),
    "members": (),
    "item.*": (),
    "column.*": (),
    "sign.representative": (),
}


def paper(case: "Case", party: "Party", setting: Setting) -> Paper:
    """The authority of one group; where no powers were entered, each is a box to tick."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    speakers = [member for member in party.members if member.represents]
    count = len(party.members) or ""
    text = say("text", role=said.word("role", party.role), name=party.name, count=count, **parties.matter(case))
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number)), Paragraph(text), Paragraph(say("elected"))]
    for n, member in enumerate(speakers, 1):
        told = {"paper": said.word("paper", member.id_kind), "id_number": member.id_number, "phone": member.phone}
        blocks.append(Paragraph(say("representative", n=n, name=member.name, **told)))
    if not speakers:
        empty = {"name": "", "paper": said.word("paper", "resident_id"), "id_number": "", "phone": ""}
        blocks += [Paragraph(say("representative", n=n, **empty)) for n in (1, 2)]
    given = list(dict.fromkeys(item for member in party.members for item in member.authority if item != ALONE))
    if given:
        named = [wording.word("item", item) if wording.has(f"item.{item}") else item for item in given]
        blocks.append(Paragraph(say("items", items="；".join(named))))
    else:
        blocks.append(Paragraph(say("items_open")))
        blocks += [Paragraph(say("choice", item=wording.word("item", item))) for item in ITEMS]
    blocks += [Paragraph(say("effect")), Paragraph(say("until"))]
    lines = tuple(words.line(said, say("sign.representative"), member.name, "person") for member in speakers)
    blocks.append(words.signatures(said, lines or (words.line(said, say("sign.representative"), "", "person"),) * 2))
    blocks += [Heading(say("members")), _members(party, wording)]
    return words.paper(KIND, say("title"), number, setting, blocks, layout="form")


def _members(party: "Party", wording: template.Wording) -> Table:
    say = wording.say
    sums = [member.amount_fen for member in party.members if member.amount_fen is not None]
    rows = tuple(
        (
            str(n),
            member.name,
            shown(member.id_number),
            shown(member.phone),
            shown(money.figures(member.amount_fen) if member.amount_fen is not None else ""),
            "",
        )
        for n, member in enumerate(party.members, 1)
    )
    head = tuple(say(f"column.{key}") for key in ("n", "name", "id_number", "phone", "amount", "sign"))
    total = (say("column.total"), "", "", "", money.figures(sum(sums)), "") if sums else ()
    align = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT)
    return Table(head, rows, (1.4, 2.2, 4.2, 2.8, 2.6, 3.4), align, total, SIGNED)
