"""Accounts into which is paid 收款账户信息: one line a side, for a court or platform that asks for them (forms brief 2.2)."""

from typing import TYPE_CHECKING

from desktop.documents import parties, template, words
from desktop.documents.blocks import Align, Block, Number, Paper, Table, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.documents.template import shown

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "account_sheet"
DECLARED: template.Declared = {"title": (), "number": ("number",), "column.*": ()}


def paper(case: "Case", setting: Setting) -> Paper:
    """The accounts of the sides as they are registered."""
    wording = words.of(setting, KIND, DECLARED)
    said, say = words.shared(setting), wording.say
    head = tuple(say(f"column.{name}") for name in ("party", "account_name", "bank", "account"))
    rows = tuple(
        (parties.called(said, one), shown(one.account_name), shown(one.bank_name), shown(one.account_number)) for one in parties.sides(case)
    )
    blocks: list[Block] = [
        Title(say("title")),
        Number(say("number", number=heads.number(case))),
        Table(head, rows, (4, 3.4, 4.4, 4.4), (Align.LEFT,) * 4),
    ]
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="form")
