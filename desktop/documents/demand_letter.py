"""Letter that urges the performance 催告函: what is overdue since when, by which day it is asked for, what follows (PML 31, 32, 33).

Where nothing is overdue yet it is a reminder of what falls due next 履行提示函.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from db.vocabulary import ConfirmationResult, ObligationKind, ObligationPart
from desktop.documents import clauses, forms, progress, template, words
from desktop.documents.blocks import Align, Block, Number, Paper, Paragraph, Table, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.domain import balance, dates, money

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation
    from desktop.domain.balance import Amount, Part

KIND = "demand_letter"
DAYS = 7  # how long the letter waits; a usage, no rule
MOST = 24  # lines of one table
COLUMNS = ("number", "due", "owed", "done", "left", "late")
DECLARED: template.Declared = {
    "title": (),
    "reminder": (),
    "number": ("number",),
    "to": ("names",),
    "text": ("names", "day", "organisation", "number", "clause", "creditor"),
    "late": ("day", "owed"),
    "early": ("day",),
    "ask": ("until",),
    "account": ("account_name", "bank_name", "account_number"),
    "confirmed": ("court", "number"),
    "unconfirmed": (),
    "contact": ("organisation", "phone"),
    "receipt": (),
    "table.*": (),
}


def paper(case: "Case", agreement: "Agreement", obligation: "Obligation", setting: Setting, day: date) -> Paper:
    """The letter about one obligation, as things stand on the day."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    standing = balance.of(obligation, agreement, day)
    late = [part for part in standing.parts if part.state is balance.PartState.OVERDUE]
    called = {party.id: party.name for party in case.parties}
    debtor, creditor = (
        "、".join(called.get(one.party_id, "") for one in obligation.parties if one.part is part)
        for part in (ObligationPart.DEBTOR, ObligationPart.CREDITOR)
    )
    guarantors = [called.get(one.party_id, "") for one in obligation.parties if one.part is ObligationPart.GUARANTOR]
    number = agreement.number or case.number or case.entry_number
    title = say("title" if late or setting.hand else "reminder")
    blocks: list[Block] = [Title(title), Number(say("number", number=number))]
    blocks.append(Paragraph(say("to", names="、".join([debtor, *guarantors])), indent=False))
    clause = "" if setting.hand else chinese_number(obligation.ordinal)
    own = setting.organisation
    told = {"names": debtor, "creditor": creditor, "number": number, "clause": clause, "organisation": own.name}
    blocks.append(Paragraph(say("text", day=forms.day(agreement.day), **told)))
    if late or setting.hand:
        owed = "" if setting.hand else progress.amount(said, obligation, standing.overdue)
        blocks.append(Paragraph(say("late", day=forms.day(None if setting.hand else day), owed=owed)))
    else:
        blocks.append(Paragraph(say("early", day=dates.in_words(day))))
    shown = (late or [part for part in standing.parts if part.remaining])[:MOST]
    if shown and not setting.hand:
        blocks.append(_table(obligation, shown, wording, said))
    until = dates.in_words(day + timedelta(days=DAYS)) if late and not setting.hand else ""
    if late or setting.hand:
        blocks.append(Paragraph(say("ask", until=until)))
    if obligation.kind is ObligationKind.MONEY and (obligation.account_number or setting.hand):
        account = clauses.grouped(obligation.account_number)
        told = {"account_name": obligation.account_name, "bank_name": obligation.bank_name, "account_number": account}
        blocks.append(Paragraph(say("account", **told)))
    ruling = next(
        (one for one in case.confirmations if one.agreement_id == agreement.id and one.result is ConfirmationResult.CONFIRMED), None
    )
    if ruling is not None:
        court = setting.courts.get(ruling.court_id) if ruling.court_id is not None else None
        blocks.append(Paragraph(say("confirmed", court=court.name if court else "", number=ruling.court_number)))
    else:
        blocks.append(Paragraph(say("unconfirmed")))
    blocks.append(Paragraph(say("contact", organisation=own.name, phone=own.phone)))
    blocks.append(forms.seal(said, setting, None if setting.hand else day))
    blocks.append(Paragraph(say("receipt"), indent=False))
    return words.paper(KIND, title.replace("　", ""), number, setting, blocks, layout="record")


def _table(obligation: "Obligation", parts: "list[Part]", wording: template.Wording, said: template.Wording) -> Table:
    of_money = obligation.kind is ObligationKind.MONEY
    unit = wording.say("table.yuan") if of_money else ""

    def cell(of: "Amount") -> str:
        return money.figures(int(of)) if of_money else progress.cell(said, obligation, of)

    head = tuple(wording.say(f"table.{key}") + (unit if key in ("owed", "done", "left") else "") for key in COLUMNS)
    rows = tuple(
        (
            str(max(part.ordinal, 1)),
            forms.day(part.due_on),
            cell(part.owed),
            cell(part.performed) if part.performed else "0",
            cell(part.remaining),
            str(part.late_days) if part.late_days else "",
        )
        for part in parts
    )
    aligns = (Align.CENTRE, Align.CENTRE, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.CENTRE)
    return Table(head, rows, (0.7, 3.7, 2.6, 2.6, 2.6, 1.2), aligns)
