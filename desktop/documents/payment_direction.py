"""Who pays to whom instead: a creditor's direction to pay somebody else 付款指示, a debtor's request that another pays 代付委托书.

Civil Code 522, 523 and 557: the payee takes for the creditor and becomes none; the debtor stays bound until the other has paid.
"""

from typing import TYPE_CHECKING

from db.vocabulary import ObligationKind, ObligationPart, ObligationTiming, PaperKind
from desktop.documents import clauses, holders, parties, progress, template, words
from desktop.documents.blocks import Block, Number, Paper, Paragraph, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.documents.template import Wording
from desktop.domain import balance, dates

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation

KIND = "payment_direction"
DECLARED: template.Declared = {
    "direction.title": (),
    "direction.text": ("creditor", "debtor", "number", "clause", "owed"),
    "direction.order": ("debtor", "payee", "creditor", "reason"),
    "direction.keep": ("creditor", "payee"),
    "entrust.title": (),
    "entrust.text": ("debtor", "creditor", "number", "clause", "owed"),
    "entrust.order": ("performer", "debtor", "creditor"),
    "entrust.keep": ("debtor", "performer", "creditor"),
    "say.account": ("account_name", "bank_name", "account_number"),
    "say.due": ("due",),
    "say.copies": ("copies", "organisation"),
    "say.number": ("number",),
    "sign.*": (),
}


def paper(case: "Case", agreement: "Agreement", obligation: "Obligation", setting: Setting) -> Paper:
    """The direction where a payee takes for the creditor, else the request where another performs for the debtor."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = agreement.number or case.number or case.entry_number
    creditor, debtor, payee, performer = (
        _names(case, obligation, part)
        for part in (ObligationPart.CREDITOR, ObligationPart.DEBTOR, ObligationPart.PAYEE, ObligationPart.PERFORMER)
    )
    group = "entrust" if performer and not payee else "direction"
    told = {
        "number": number,
        "clause": "" if setting.hand else chinese_number(obligation.ordinal),
        "owed": _owed(agreement, obligation, said, setting),
    }
    blocks: list[Block] = [Title(say(f"{group}.title")), Number(say("say.number", number=number))]
    blocks.append(Paragraph(say(f"{group}.text", creditor=creditor, debtor=debtor, **told)))
    if group == "direction":
        blocks.append(Paragraph(say("direction.order", debtor=debtor, payee=payee, creditor=creditor, reason="")))
    else:
        blocks.append(Paragraph(say("entrust.order", performer=performer, debtor=debtor, creditor=creditor)))
    if obligation.kind is ObligationKind.MONEY and (obligation.account_number or setting.hand):
        account = clauses.grouped(obligation.account_number)
        sentence = say("say.account", account_name=obligation.account_name, bank_name=obligation.bank_name, account_number=account)
        blocks.append(Paragraph(sentence))
    due = max((part.due_on for part in obligation.instalments), default=obligation.due_on)
    if due is not None or setting.hand:
        blocks.append(Paragraph(say("say.due", due=dates.in_words(due) if due is not None else "")))
    named = {"creditor": creditor, "payee": payee, "debtor": debtor, "performer": performer}
    blocks.append(Paragraph(say(f"{group}.keep", **named)))
    count = words.count(len(holders.of_kind(PaperKind.PAYMENT_DIRECTION, case, setting, obligation=obligation)))
    blocks.append(Paragraph(say("say.copies", copies=count, organisation=setting.organisation.name), keep=True))
    first, last = ("creditor", "payee") if group == "direction" else ("entruster", "performer")
    signers = {"creditor": creditor, "payee": payee, "entruster": debtor, "performer": performer, "debtor": debtor, "owed": creditor}
    order = (first, last, "debtor") if group == "direction" else (first, last, "owed")
    bodies = {party.name for party in case.parties if parties.hint(party) == "body"}
    how = {name: "body" if name in bodies else "person" for name in signers.values()}
    lines = tuple(words.line(said, say(f"sign.{key}"), signers[key], how[signers[key]]) for key in order)
    blocks.append(words.signatures(said, lines))
    return words.paper(KIND, say(f"{group}.title").replace(" ", ""), number, setting, blocks, layout="record")


def _names(case: "Case", obligation: "Obligation", part: ObligationPart) -> str:
    called = {party.id: party.name for party in case.parties}
    return "、".join(called.get(one.party_id, "") for one in obligation.parties if one.part is part)


def _owed(agreement: "Agreement", obligation: "Obligation", said: Wording, setting: Setting) -> str:
    """What is owed: the sum, the things, or what is to be done."""
    if setting.hand:
        return ""
    if obligation.kind is ObligationKind.ACT:
        return obligation.subject
    amount = progress.amount(said, obligation, balance.of(obligation, agreement, balance.NEVER).owed)
    times = len(obligation.instalments) if obligation.timing is ObligationTiming.INSTALMENTS else 0
    return f"{obligation.subject}{amount}" + (f"，分{chinese_number(times)}期" if times > 1 else "")
