"""Receipt 收条: who gave, who took, on whose account, what for, how much in figures and capitals or which things, what is left.

It belongs to the file as proof of performance (file index no. 9). A payment to members of a group is one receipt with a line for each.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.vocabulary import ObligationKind, ObligationPart, PaperKind, PartyKind
from desktop.documents import clauses, holders, progress, template, words
from desktop.documents.blocks import Align, Block, Number, Paper, Paragraph, SignatureLine, Table, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.documents.template import Wording, shown
from desktop.domain import balance, dates, money, particulars

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation, Performance
    from desktop.domain.balance import Amount

KIND = "receipt"
SIGNED = 9.0  # millimetres: the least height of a row that somebody signs
OPEN = "＿" * 8  # which of several paid is not known: the hand fills it in
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "n"),
    "money": ("day", "payer", "debtor", "subject", "figures", "capitals", "way", "receipt"),
    "things": ("day", "payer", "debtor", "subject", "traits", "quantity", "unit", "place", "receipt"),
    "quarantine": ("number",),
    "act": ("payer", "debtor", "subject", "day", "receipt"),
    "basis": ("number", "clause", "instalment"),
    "account": ("payee", "creditor"),
    "left": ("owed", "done", "left"),
    "nothing_left": ("owed",),
    "act_done": (),
    "note": ("note",),
    "members": ("count", "figures", "capitals"),
    "copies": ("copies", "organisation"),
    "way.*": (),
    "table.*": (),
    "sign.*": (),
}


def paper(
    case: "Case", agreement: "Agreement", obligation: "Obligation", given: "Sequence[Performance]", n: int, setting: Setting
) -> Paper:  # fmt: skip
    """The receipt of what was performed in one go (several entries only for members of a group); `n` counts the receipts of the case."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say, first = wording.say, given[0]
    number = agreement.number or case.number or case.entry_number
    names = {party.id: party.name for party in case.parties}
    whole = balance.of(obligation, agreement, balance.NEVER)
    total = sum((balance.amount_of(obligation, one, whole.counted) for one in given), start=0)
    owing = [names.get(one.party_id, "") for one in obligation.parties if one.part is ObligationPart.DEBTOR]
    debtors = "、".join(owing)
    payer = names.get(first.party_id, "") if first.party_id is not None else first.payer
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number, n=n))]
    blocks.append(
        Paragraph(
            _sentence(
                obligation, given, total, payer or (debtors if len(owing) == 1 else OPEN), "" if payer in ("", *owing) else debtors, wording
            )
        )
    )
    instalment = next((part for part in obligation.instalments if part.id == first.instalment_id), None) if len(given) == 1 else None
    of_member = instalment is not None and instalment.member_id is not None
    clause = chinese_number(obligation.ordinal)
    blocks.append(
        Paragraph(say("basis", number=number, clause=clause, instalment=instalment.ordinal if instalment and not of_member else ""))
    )
    creditors, payees = _named(obligation, ObligationPart.CREDITOR, names), _named(obligation, ObligationPart.PAYEE, names)
    if payees and payees != creditors:
        blocks.append(Paragraph(say("account", payee=payees, creditor=creditors)))
    if len(given) > 1 or of_member:
        count = say("members", count=len(given), figures=money.figures(int(total)), capitals=money.capitals(int(total)))
        blocks += [Paragraph(count, keep=True), _members(case, obligation, given, wording)]
    blocks.append(Paragraph(_left(obligation, agreement, given, wording, said)))
    if first.note.strip():
        blocks.append(Paragraph(say("note", note=first.note)))
    held = holders.of_kind(PaperKind.RECEIPT, case, setting, performance=first)
    blocks.append(Paragraph(say("copies", copies=words.count(len(held)), organisation=setting.organisation.name), keep=True))
    blocks.append(words.signatures(said, _signers(payees or creditors, payer or (debtors if len(owing) == 1 else ""), case, wording, said)))
    return words.paper(KIND, say("title").replace("　", ""), number, setting, blocks, layout="record")


def blank(case: "Case", setting: Setting) -> Paper:
    """A receipt to be filled in by hand: for money and for things, one of them is struck out."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = case.number or ""

    def open_(sentence: str) -> str:
        return say(sentence, **dict.fromkeys(DECLARED[sentence], ""))

    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number, n=""))]
    blocks += [Paragraph(open_(sentence)) for sentence in ("money", "things", "basis", "left", "note")]
    blocks.append(words.signatures(said, _signers("", "", case, wording, said)))
    return words.paper(KIND, say("title").replace("　", ""), number, setting, blocks, layout="record")


def _sentence(
    obligation: "Obligation", given: "Sequence[Performance]", total: "Amount", payer: str, debtor: str, wording: Wording
) -> str:  # fmt: skip
    first = given[0]
    common = {"day": dates.in_words(first.day), "payer": payer, "debtor": debtor, "subject": obligation.subject, "receipt": first.receipt}
    if obligation.kind is ObligationKind.MONEY:
        fen = int(total)
        way = wording.word("way", first.way)
        return wording.say("money", figures=money.figures(fen), capitals=money.capitals(fen), way=way, **common)
    if obligation.kind is ObligationKind.IN_KIND:
        known = particulars.of(obligation)
        traits = "，".join(particulars.traits(known, obligation.subject))
        said = wording.say("things", quantity=first.quantity, unit=obligation.unit, place=obligation.place, traits=traits, **common)
        return said + (wording.say("quarantine", number=known.quarantine) if known.quarantine.strip() else "")
    return wording.say("act", **common)


def _left(
    obligation: "Obligation", agreement: "Agreement", given: "Sequence[Performance]", wording: Wording, said: Wording
) -> str:  # fmt: skip
    """What is left behind this entry: those that came later, or were entered later for the same day, do not count yet."""
    if obligation.kind is ObligationKind.ACT and not obligation.instalments:
        return wording.say("act_done")
    whole = balance.of(obligation, agreement, balance.NEVER)
    last = max((one.day, one.id) for one in given)
    done = sum((balance.amount_of(obligation, one, whole.counted) for one in obligation.performances if (one.day, one.id) <= last), start=0)
    owed = progress.amount(said, obligation, whole.owed)
    left = max(whole.owed - done, 0)
    if not left:
        return wording.say("nothing_left", owed=owed)
    return wording.say("left", owed=owed, done=progress.amount(said, obligation, done), left=progress.amount(said, obligation, left))


def _members(case: "Case", obligation: "Obligation", given: "Sequence[Performance]", wording: Wording) -> Table:
    members = {member.id: member for party in case.parties for member in party.members}
    of_part = {part.id: members.get(part.member_id) for part in obligation.instalments if part.member_id is not None}
    rows = []
    for n, one in enumerate(given, 1):
        member = of_part.get(one.instalment_id) if one.instalment_id is not None else None
        account = clauses.grouped(member.account_number) if member and member.account_number else ""
        rows.append((str(n), shown(member.name if member else ""), money.figures(one.amount_fen or 0), shown(account), ""))
    head = tuple(wording.say(f"table.{key}") for key in ("number", "name", "amount", "account", "sign"))
    total = (wording.say("table.total"), "", money.figures(sum(one.amount_fen or 0 for one in given)), "", "")
    align = (Align.CENTRE, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)
    return Table(head, tuple(rows), (1.1, 2.2, 2.3, 5.5, 2.9), align, total, SIGNED)


def _named(obligation: "Obligation", part: ObligationPart, names: dict[int, str]) -> str:
    return "、".join(names.get(one.party_id, "") for one in obligation.parties if one.part is part)


def _signers(receiver: str, giver: str, case: "Case", wording: Wording, said: Wording) -> tuple[SignatureLine, ...]:
    bodies = {party.name for party in case.parties if party.kind is PartyKind.COMPANY}
    lines = [words.line(said, wording.say("sign.receiver"), receiver, "body" if receiver in bodies else "person")]
    lines.append(words.line(said, wording.say("sign.giver"), giver, "plain"))
    return (*lines, words.line(said, wording.say("sign.witness"), "", "plain"))
