"""In what way: cash or transfer, to whose account (PML 29; CPCI 358(5))."""

from collections.abc import Iterator

from db.vocabulary import ObligationKind, ObligationPart, PaymentWay
from desktop.domain import texts
from desktop.domain.check.finding import Checked, Finding
from desktop.domain.check.kinds import found
from desktop.domain.check.owing import called, guardians_of, parts_of
from desktop.i18n import _

MUCH_CASH = 5_000_000  # fen


def ways(now: Checked) -> Iterator[Finding]:
    """Each payment says how, and a transfer to which account, which is that of the creditor or the payee."""
    names = {party.id: party.name for party in now.case.parties}
    for i, obligation in enumerate(now.agreement.obligations):
        if obligation.kind is not ObligationKind.MONEY:
            continue
        at, which = f"obligations.{i}", called(obligation)
        if obligation.way is None:
            yield found("no_way", f"{at}.way", _("{which}: it is not said how it is paid.").format(which=which))
        if obligation.way is PaymentWay.CASH and (obligation.amount_fen or 0) >= MUCH_CASH and now.agreement.confirmation_wanted:
            sentence = _("{which}: a large sum in cash; let it be paid by transfer, or at the table with a receipt.")
            yield found("cash_large", f"{at}.way", sentence.format(which=which))
        if any(part.member_id is not None for part in obligation.instalments):
            continue  # each member's own account: `parties.groups`
        if obligation.way is not PaymentWay.TRANSFER:
            continue
        if not (obligation.account_number and obligation.account_name and obligation.bank_name):
            sentence = _("{which}: the account is incomplete (name, bank, number).").format(which=which)
            yield found("account", f"{at}.account_number", sentence)
        takers = [*parts_of(obligation, ObligationPart.CREDITOR), *parts_of(obligation, ObligationPart.PAYEE)]
        theirs = [names.get(one, "") for one in takers] + guardians_of(now, set(takers))
        if obligation.account_name and takers and not any(texts.same_name(obligation.account_name, name) for name in theirs):
            sentence = _("{which}: the account is in the name of {name}, who is neither creditor nor payee.")
            yield found("account_other", f"{at}.account_name", sentence.format(which=which, name=obligation.account_name))


RULES = (ways,)
