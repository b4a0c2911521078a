"""Sheet on which workers sign for their wages 工资发放签收表 (保障农民工工资支付条例 11, 15: by name, own account, three years)."""

from typing import TYPE_CHECKING

from db.vocabulary import ObligationPart
from desktop.documents import clauses, forms, template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, Paragraph, Table, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import money

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation

KIND = "wage_sheet"
SIGNED = 9.0  # millimetres: a hand and a fingerprint
COLUMNS = (
    ("n", 1.2, Align.CENTRE), ("name", 2.2, Align.LEFT), ("id_number", 4.6, Align.LEFT), ("account", 5.2, Align.LEFT),
    ("amount", 2.6, Align.RIGHT), ("paid", 2.6, Align.RIGHT), ("day", 2.6, Align.LEFT), ("sign", 4.4, Align.LEFT),
)  # fmt: skip
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "text": ("number", "clause", "debtor", "creditor", "subject", "due"),
    "notice": (),
    "column.*": (),
    "say.account": ("bank", "number"),
    "say.total": ("figures", "capitals"),
    "sign.*": (),
}


def paper(case: "Case", agreement: "Agreement", obligation: "Obligation", setting: Setting) -> Paper:
    """The sheet of one obligation towards the members of a group; what was paid already stands in it."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = agreement.number or case.number or case.entry_number
    members = {member.id: member for party in case.parties for member in party.members}
    paid = {one.instalment_id: one for one in obligation.performances if one.instalment_id is not None}
    rows = []
    for n, part in enumerate((one for one in obligation.instalments if one.member_id is not None), 1):
        member = members.get(part.member_id) if part.member_id is not None else None
        done = paid.get(part.id)
        bank, account_number = (member.bank_name, member.account_number) if member is not None else ("", "")
        account = say("say.account", bank=bank, number=clauses.grouped(account_number)) if bank or account_number else ""
        rows.append(
            (
                str(n),
                member.name if member is not None else "",
                shown(member.id_number if member is not None else ""),
                shown(account),
                money.figures(part.amount_fen or 0),
                money.figures(done.amount_fen) if done is not None and done.amount_fen is not None else "",
                f"{done.day.year}.{done.day.month}.{done.day.day}" if done is not None else "",
                "",
            )
        )
    fen = sum(part.amount_fen or 0 for part in obligation.instalments if part.member_id is not None)
    names = {party.id: party.name for party in case.parties}
    due = max((part.due_on for part in obligation.instalments), default=obligation.due_on)
    text = say(
        "text",
        number=number,
        clause="" if setting.hand else chinese_number(obligation.ordinal),
        debtor="、".join(names.get(one.party_id, "") for one in obligation.parties if one.part is ObligationPart.DEBTOR),
        creditor="、".join(names.get(one.party_id, "") for one in obligation.parties if one.part is ObligationPart.CREDITOR),
        subject=obligation.subject,
        due=forms.day(due),
    )
    head = tuple(say(f"column.{key}") for key, _w, _a in COLUMNS)
    total = (say("column.total"), "", "", "", money.figures(fen), "", "", "") if rows else ()
    table = Table(head, tuple(rows), tuple(width for _k, width, _a in COLUMNS), tuple(align for _k, _w, align in COLUMNS), total, SIGNED)
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.LEFT), Paragraph(text), table]
    sums = {"figures": money.figures(fen), "capitals": money.capitals(fen)} if fen else {"figures": "", "capitals": ""}
    blocks.append(Paragraph(say("say.total", **sums)))
    blocks.append(Notice(say("notice")))
    blocks.append(words.signatures(said, tuple(words.line(said, say(f"sign.{key}"), "", "plain") for key in ("payer", "witness"))))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="landscape")
