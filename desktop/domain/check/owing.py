"""Who owes whom, who stands beside, and whether every sum comes out (CPCI 358(5); 民法典 517, 522, 523, 686, 692)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from db.vocabulary import Liability, ObligationKind, ObligationPart, ObligationTiming, PartyRole
from desktop.domain import money, particulars, texts
from desktop.domain.balance import quantity
from desktop.domain.check.finding import Checked, Finding
from desktop.domain.check.kinds import found
from desktop.domain.effect import SIDES
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.obligation import Obligation

_CONSEQUENCES = (
    "逾期",
    "违约",
    "未按",
    "不按",
    "不履行",
    "未履行",
    "未付",
    "不付",
    "未支付",
    "未足额",
    "迟延",
    "延迟",
    "拖延",
    "到期不",
    "到期未",
    "晚付",
    "晚交",
    "不能按",
    "未能",
    "不能支付",
)
_TAKER = re.compile(
    r"由(?P<by>[^,。;由]{2,14}?)(?:统一|全额)?(?:代收|代领|代为(?:收取|领取|接收|保管)|收取(?!.{0,4}发票)|领取|转交|签收)"
    r"|交(?:给|由|到|付)(?P<via>[^,。;]{2,14}?)(?:转交|转付|代转|代收|手中)"
    r"|(?:打|汇|转|付|存)[入到给至](?P<of>[^,。;:()\d]{2,14}?)(?:名下)?的?(?:银行)?(?:账户|账号|卡|存折|微信)"
)
_KIN_OF = re.compile(r"[之的](?:.{0,2}[子女妻夫父母兄弟姐妹姑姨叔舅]|儿子|女儿|朋友|同事)")
_TAKES_NOT = re.compile(r"(?:不得|不准|禁止)[^。；;]{0,12}(?:代收|代领|截留)")
_ANY_TAKER = re.compile(
    r"本人|他人|别人|任何|自己|各自|双方|指定|提供|上述|下列|下述|以下|同一|原|该|此|其(?![子女妻夫父母兄弟姐妹儿亲朋])|法院|法庭|调解委员会|调委会"
    r"|共管|监管|专用|工资|申请人|[甲乙丙丁]方|劳动者|工人|职工|户|物业"
)
MANY = (ObligationTiming.INSTALMENTS, ObligationTiming.PERIODIC)


def called(obligation: "Obligation") -> str:
    """How an obligation is named in a sentence."""
    return _("Obligation {n}").format(n=obligation.ordinal)


def parts_of(obligation: "Obligation", part: ObligationPart) -> list[int]:
    """The ids of the parties who play a part."""
    return [one.party_id for one in obligation.parties if one.part is part]


def content(now: Checked) -> Iterator[Finding]:
    """An agreement has facts, something to be done, and a day."""
    one = now.agreement
    if not one.facts.strip():
        yield found("no_facts", "facts", _("The main facts of the dispute are not written."))
    if not one.obligations and not any(clause.strip() for clause in one.clauses):
        yield found("no_content", "obligations", _("The agreement says nothing of what is to be done."))
    if one.day is None:
        yield found("no_day", "day", _("The day of the agreement is missing."))
    if one.form == "written" and one.confirmation_wanted is None:
        sentence = _("It is not said whether the parties will apply for judicial confirmation.")
        yield found("confirmation_open", "confirmation_wanted", sentence)


def who(now: Checked) -> Iterator[Finding]:
    """Debtor and creditor are named, are two, and are parties who sign."""
    sides = {party.id for party in now.case.parties if party.role in SIDES}
    names = {party.id: party.name for party in now.case.parties}
    for i, obligation in enumerate(now.agreement.obligations):
        at, which = f"obligations.{i}", called(obligation)
        debtors, creditors = parts_of(obligation, ObligationPart.DEBTOR), parts_of(obligation, ObligationPart.CREDITOR)
        if not debtors:
            yield found("no_debtor", f"{at}.debtors", _("{which}: it is not said who owes it.").format(which=which))
        if not creditors:
            yield found("no_creditor", f"{at}.creditors", _("{which}: it is not said to whom it is owed.").format(which=which))
        if set(debtors) & set(creditors):
            yield found("owes_himself", f"{at}.debtors", _("{which}: the same party is debtor and creditor.").format(which=which))
        for party_id in {*debtors, *parts_of(obligation, ObligationPart.GUARANTOR)} - sides:
            sentence = _("{which}: {name} is to owe but is no party that signs.").format(which=which, name=names.get(party_id, "?"))
            yield found("debtor_not_party", f"{at}.debtors", sentence)
        for party_id in {*parts_of(obligation, ObligationPart.PERFORMER)} - sides:
            sentence = _("{which}: {name} is to perform but is no party that signs.").format(which=which, name=names.get(party_id, "?"))
            yield found("performer_not_party", f"{at}.performer", sentence)
        yield from _payees(obligation, creditors, names, at)


def taken_by_others(now: Checked) -> Iterator[Finding]:
    """The text lets somebody take the money who is neither creditor nor payee: 由包工头代为收取, 汇入其子的账户."""
    for i, obligation in enumerate(now.agreement.obligations):
        takers = {*parts_of(obligation, ObligationPart.CREDITOR), *parts_of(obligation, ObligationPart.PAYEE)}
        names = [party.name for party in now.case.parties if party.id in takers] + guardians_of(now, takers)
        known = (particulars.of(obligation).text, obligation.own_text or "")
        for key, text in zip(("details", "own_text"), known, strict=True):
            yield from _taken(text, names, f"obligations.{i}.{key}")
    everybody = [party.name for party in now.case.parties if party.role in SIDES]
    everybody += guardians_of(now, {party.id for party in now.case.parties})
    for n, text in enumerate(now.agreement.clauses):
        yield from _taken(text, everybody, f"clauses.{n}")


def guardians_of(now: Checked, wards: set[int]) -> list[str]:
    """Who takes for those without full capacity by law (民法典 34)."""
    return [
        party.name
        for party in now.case.parties
        for tie in party.ties or ()
        if tie.role is PartyRole.LEGAL_GUARDIAN and tie.for_party_id in wards
    ]


def _taken(text: str, names: list[str], place: str) -> Iterator[Finding]:
    for one in _TAKER.finditer(texts.half_width(text)) if not _TAKES_NOT.search(text) else ():
        who = (one["by"] or one["via"] or one["of"]).strip()
        if who and not _ANY_TAKER.search(who) and not any(_means(who, name) for name in names):
            sentence = _("“{text}”: he is not the creditor; say on whose account he takes, and let the creditor direct it.")
            yield found("payee_not_creditor", place, sentence.format(text=texts.quoted(one[0])))
            return


def _means(who: str, name: str) -> bool:
    """Whether a piece of text means this person: 李小某的母亲萨日娜 means 萨日娜 and not 李小某."""
    piece, known = texts.name_key(who), texts.name_key(name)
    return bool(known) and (piece.endswith(known) or (known in piece and not _KIN_OF.search(who)))


def _payees(obligation: "Obligation", creditors: list[int], names: dict[int, str], at: str) -> Iterator[Finding]:
    which = called(obligation)
    for payee in obligation.parties:
        if payee.part is not ObligationPart.PAYEE or payee.party_id in creditors:
            continue
        if payee.on_account_of_id is None:
            sentence = _("{which}: the payee is not the creditor; say on whose account he takes.").format(which=which)
            yield found("payee_not_creditor", f"{at}.payee", sentence)
        elif payee.on_account_of_id not in creditors:
            sentence = _("{which}: {payee} takes on account of {name}, to whom nothing is owed here.")
            said = sentence.format(which=which, payee=names.get(payee.party_id, "?"), name=names.get(payee.on_account_of_id, "?"))
            yield found("payee_not_creditor", f"{at}.on_account_of", said)
        elif particulars.of(obligation).direction_on is None:
            sentence = _("{which}: {payee} takes for {name}: let {name} sign the direction to pay.")
            said = sentence.format(which=which, payee=names.get(payee.party_id, "?"), name=names.get(payee.on_account_of_id, "?"))
            yield found("payee_direction", f"{at}.direction_on", said)


def beside(now: Checked) -> Iterator[Finding]:
    """How guarantors answer and until when; how several owe."""
    for i, obligation in enumerate(now.agreement.obligations):
        at, which = f"obligations.{i}", called(obligation)
        guarantors = [one for one in obligation.parties if one.part is ObligationPart.GUARANTOR]
        if guarantors and guarantors[0].guarantee is None and not obligation.own_text:
            sentence = _("{which}: it is not said whether the guarantee is general or joint.").format(which=which)
            yield found("guarantee_kind", f"{at}.guarantee", sentence)
        last = max((part.due_on for part in obligation.instalments), default=obligation.due_on)
        if any(one.until is not None and last is not None and one.until <= last for one in guarantors):
            sentence = _("{which}: the guarantee ends no later than the last day of the debt.").format(which=which)
            yield found("guarantee_short", f"{at}.guarantee_until", sentence)
        debtors = [one for one in obligation.parties if one.part is ObligationPart.DEBTOR]
        if len(debtors) > 1 and obligation.liability is Liability.SINGLE and obligation.kind is not ObligationKind.ACT:
            sentence = _("{which}: several owe, and it is not said whether jointly or by shares.").format(which=which)
            yield found("liability_unclear", f"{at}.liability", sentence)
        shares = [one.share_fen for one in debtors if one.share_fen is not None]
        bare = obligation.liability is Liability.SHARES and len(shares) < len(debtors)
        if bare or (shares and sum(shares) != (obligation.amount_fen or 0)):
            yield found("shares_sum", f"{at}.shares", _("{which}: the debtors' shares do not come to the sum.").format(which=which))


def sums(now: Checked) -> Iterator[Finding]:
    """A sum is there, and its parts come to it."""
    for i, obligation in enumerate(now.agreement.obligations):
        at, which = f"obligations.{i}", called(obligation)
        if obligation.kind is ObligationKind.MONEY and not obligation.amount_fen:
            yield found("no_amount", f"{at}.amount", _("{which}: the sum is missing.").format(which=which))
        if obligation.timing in MANY:
            if not obligation.instalments:
                yield found("no_schedule", f"{at}.instalments", _("{which}: the instalments are missing.").format(which=which))
            elif obligation.kind is ObligationKind.MONEY and obligation.amount_fen is not None:
                total = sum(part.amount_fen or 0 for part in obligation.instalments)
                if total != obligation.amount_fen:
                    sentence = _("{which}: the instalments come to {total} yuan, the sum is {sum} yuan.")
                    said = sentence.format(which=which, total=money.figures(total), sum=money.figures(obligation.amount_fen))
                    yield found("schedule_sum", f"{at}.instalments", said)
        yield from _of_things(obligation, at)


def _of_things(obligation: "Obligation", at: str) -> Iterator[Finding]:
    which = called(obligation)
    if obligation.kind is not ObligationKind.IN_KIND:
        return
    counted = quantity(obligation.quantity) if obligation.quantity.strip() else None
    if obligation.unit_price_fen and obligation.amount_fen is not None and counted is not None:
        worth = obligation.unit_price_fen * counted
        if worth != obligation.amount_fen:
            sentence = _("{which}: {quantity} at {price} yuan each are {worth} yuan, not {sum} yuan.")
            said = sentence.format(
                which=which,
                quantity=obligation.quantity,
                price=money.figures(obligation.unit_price_fen),
                worth=money.figures(int(worth)),
                sum=money.figures(obligation.amount_fen),
            )
            yield found("price_sum", f"{at}.amount", said)
    parts = [quantity(part.quantity) for part in obligation.instalments]
    if obligation.timing in MANY and counted is not None and parts and None not in parts:
        total = sum(part for part in parts if part is not None)
        if total != counted:
            sentence = _("{which}: the parts come to {total}, the whole is {whole}.")
            said = sentence.format(which=which, total=f"{total:f}", whole=obligation.quantity)
            yield found("schedule_sum", f"{at}.instalments", said)


def differences(now: Checked) -> Iterator[Finding]:
    """Things given for a debt that are worth more or less: the difference is an obligation of its own, in the right direction."""
    for i, obligation in enumerate(now.agreement.obligations):
        settles = particulars.of(obligation).settles
        if not settles or obligation.amount_fen is None or obligation.amount_fen == settles:
            continue
        over = obligation.amount_fen - settles
        debtors, creditors = set(parts_of(obligation, ObligationPart.DEBTOR)), set(parts_of(obligation, ObligationPart.CREDITOR))
        owes = (creditors, debtors) if over > 0 else (debtors, creditors)
        written = any(
            other.kind is ObligationKind.MONEY
            and other.amount_fen == abs(over)
            and set(parts_of(other, ObligationPart.DEBTOR)) <= owes[0]
            and set(parts_of(other, ObligationPart.CREDITOR)) <= owes[1]
            for other in now.agreement.obligations
        )
        if not written:
            if over > 0:
                sentence = _("{which}: the things are worth {sum} yuan more than the debt they settle; who gets them owes the difference.")
            else:
                sentence = _("{which}: the things are worth {sum} yuan less than the debt they settle; the difference is still owed.")
            said = sentence.format(which=called(obligation), sum=money.figures(abs(over)))
            yield found("difference_missing", f"{at_of(i)}.settles", said)


def at_of(i: int) -> str:
    """The path of an obligation."""
    return f"obligations.{i}"


def total(now: Checked) -> Iterator[Finding]:
    """What is agreed beside what was claimed, and beside the items of the losses."""
    claimed, agreed = now.case.claim_fen, agreed_fen(now)
    if claimed and agreed and agreed > claimed:
        sentence = _("The agreement comes to {agreed} yuan, more than the {claimed} yuan that were claimed.")
        said = sentence.format(agreed=money.figures(agreed), claimed=money.figures(claimed))
        yield found("more_than_claimed", "obligations", said)
    losses = (now.case.facts or {}).get("losses") or []
    items = sum(one.get("amount") or 0 for one in losses if isinstance(one, dict))
    if items and agreed and agreed > items:
        sentence = _("The items of the losses come to {items} yuan, the agreement to {agreed} yuan.")
        yield found("items_sum", "obligations", sentence.format(items=money.figures(items), agreed=money.figures(agreed)))


def agreed_fen(now: Checked) -> int | None:
    """Money and the agreed worth of things, in fen."""
    amounts = [obligation.amount_fen for obligation in now.agreement.obligations if obligation.amount_fen]
    return sum(amounts) if amounts else None


def consequences(now: Checked) -> Iterator[Finding]:
    """Money that is paid later, and nothing said of what comes if it is not."""
    later = [one for one in now.agreement.obligations if one.kind is ObligationKind.MONEY and one.timing is not ObligationTiming.AT_ONCE]
    told = "".join([*now.agreement.clauses, *(f"{one.own_text or ''}{particulars.of(one).text}" for one in later)])
    if later and not any(word in told for word in _CONSEQUENCES):
        sentence = _("Nothing is said of what comes if it is not paid in time; the library has a clause.")
        yield found("no_default_clause", "clauses", sentence)


RULES = (content, who, taken_by_others, beside, sums, differences, total, consequences)
