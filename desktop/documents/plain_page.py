"""The agreement in plain words 明白纸, in large type: who gives whom what, until when, what if not, where to go. It is no agreement."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import ConfirmationResult, ObligationKind, ObligationPart, ObligationTiming, PaymentWay
from desktop.documents import case_row, clauses, progress, template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, Paragraph, Title
from desktop.documents.setting import Setting
from desktop.domain import dates, money

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation

KIND = "plain_page"
MOST_DATES = 6  # more instalments are told by their first and last
TAIL = 4  # digits of an account that are told
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "notice": (),
    "heading.*": (),
    "what.money": ("debtor", "creditor", "figures", "subject"),
    "what.in_kind": ("debtor", "creditor", "quantity", "unit", "subject"),
    "what.act": ("debtor", "creditor", "subject"),
    "what.by_date": ("due",),
    "what.at_once": (),
    "what.open": (),
    "what.instalment": ("n", "due", "amount"),
    "what.more": ("count", "due"),
    "what.cash": (),
    "what.transfer": ("account_name", "tail"),
    "what.performer": ("performer", "debtor"),
    "what.payee": ("payee", "creditor"),
    "say.not_done": (),
    "say.confirmed": (),
    "say.confirm": ("last",),
    "say.confirm_open": (),
    "say.where": ("organisation", "address", "phone"),
    "say.mediator": ("mediators", "phone"),
    "say.legal_aid": (),
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, apply_by: date | None = None) -> Paper:
    """The page; `apply_by` is the last day to apply for confirmation, None where it does not run."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say, own = wording.say, setting.organisation
    number = agreement.number or case.number or case.entry_number
    called = {party.id: party.name for party in case.parties}
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number), Align.CENTRE), Heading(say("heading.what"))]
    for one in agreement.obligations:
        blocks += [Paragraph(text, indent=False, align=Align.LEFT) for text in _obligation(one, called, wording, said)]
    if not agreement.obligations:
        blocks.append(Paragraph(template.EMPTY))
    confirmed = any(one.agreement_id == agreement.id and one.result is ConfirmationResult.CONFIRMED for one in case.confirmations)
    blocks.append(Heading(say("heading.not_done")))
    blocks.append(Paragraph(say("say.confirmed") if confirmed else say("say.not_done"), indent=False, align=Align.LEFT))
    if not confirmed and agreement.confirmation_wanted is not False:
        blocks.append(Heading(say("heading.confirm")))
        text = say("say.confirm", last=dates.in_words(apply_by)) if apply_by is not None else say("say.confirm_open")
        blocks.append(Paragraph(text, indent=False, align=Align.LEFT))
    blocks.append(Heading(say("heading.where")))
    leads = [one for one in case.assignments if one.ended_on is None and one.mediator_id in setting.mediators]
    phone = setting.mediators[leads[0].mediator_id].phone if leads else ""
    for text in (
        say("say.where", organisation=own.name, address=own.address, phone=own.phone),
        say("say.mediator", mediators="、".join(case_row.mediators(case, setting)), phone=phone),
        say("say.legal_aid"),
    ):
        blocks.append(Paragraph(text, indent=False, align=Align.LEFT))
    blocks.append(Notice(say("notice")))
    return words.paper(KIND, say("title").replace(" ", ""), number, setting, blocks, layout="plain")


def _obligation(one: "Obligation", called: dict[int, str], wording: template.Wording, said: template.Wording) -> Iterator[str]:
    say = wording.say

    def names(part: ObligationPart) -> str:
        return "、".join(called.get(party.party_id, "") for party in one.parties if party.part is part)

    debtor, creditor = names(ObligationPart.DEBTOR), names(ObligationPart.CREDITOR)
    if one.kind is ObligationKind.MONEY:
        figures = money.figures(one.amount_fen) if one.amount_fen is not None else ""
        yield say("what.money", debtor=debtor, creditor=creditor, figures=figures, subject=one.subject)
    elif one.kind is ObligationKind.IN_KIND:
        yield say("what.in_kind", debtor=debtor, creditor=creditor, quantity=one.quantity, unit=one.unit, subject=one.subject)
    else:
        yield say("what.act", debtor=debtor, creditor=creditor, subject=one.subject)
    performer, payee = names(ObligationPart.PERFORMER), names(ObligationPart.PAYEE)
    if performer:
        yield say("what.performer", performer=performer, debtor=debtor)
    if payee and payee != creditor:
        yield say("what.payee", payee=payee, creditor=creditor)
    yield from _when(one, wording, said)
    if one.kind is ObligationKind.MONEY and (one.way is PaymentWay.TRANSFER or one.account_number):
        if one.account_number:
            yield say("what.transfer", account_name=one.account_name, tail=one.account_number[-TAIL:])
    elif one.way is PaymentWay.CASH:
        yield say("what.cash")


def _when(one: "Obligation", wording: template.Wording, said: template.Wording) -> Iterator[str]:
    say = wording.say
    if one.timing is ObligationTiming.AT_ONCE:
        yield say("what.at_once")
    elif one.timing is ObligationTiming.INSTALMENTS:
        parts = clauses.dated(one)
        for n, part in enumerate(parts[:MOST_DATES], 1):
            amount = progress.amount(said, one, part.amount_fen or 0) if one.kind is ObligationKind.MONEY else f"{part.quantity}{one.unit}"
            yield say("what.instalment", n=n, due=dates.in_words(part.due_on), amount=amount)
        if len(parts) > MOST_DATES:
            yield say("what.more", count=len(parts), due=dates.in_words(parts[-1].due_on))
    elif one.due_on is not None:
        yield say("what.by_date", due=dates.in_words(one.due_on))
    else:
        yield say("what.open")
