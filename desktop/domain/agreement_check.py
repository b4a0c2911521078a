"""What a judge would say of an agreement before it is printed: its plainest faults (PML 29; CPCI 355, 358; SMR 24).

Red stops the issue; amber should be mended; grey is worth a look. Later rules are further functions in `RULES`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from db.vocabulary import AgreementForm, ObligationKind, ObligationPart, ObligationTiming, PartyKind, PaymentWay
from desktop.domain import dates, group, missing, money
from desktop.domain.effect import SIDES
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation
    from db.models.party import Party, PartyMember


class Level(StrEnum):
    RED = "red"
    AMBER = "amber"
    GREY = "grey"


@dataclass(frozen=True)
class Finding:
    """`place` is a dotted path (`obligations.0.due_on`); `source` the article, untranslated in short form."""

    level: Level
    kind: str
    place: str
    sentence: str
    source: str = ""


@dataclass(frozen=True)
class Checked:
    """What the rules look at; `day` is the agreement's own day, or the day asked where it has none yet."""

    case: "Case"
    agreement: "Agreement"
    day: date


Rule = Callable[[Checked], Iterator[Finding]]

_CLEAR = N_("CPCI 358(5): the content must be clear")
_PML29 = N_("PML 29")
_SMR24 = N_("SMR 24; PML 29")


def _no(obligation: "Obligation") -> str:
    return _("Obligation {n}").format(n=obligation.ordinal)


def _content(now: Checked) -> Iterator[Finding]:
    if not now.agreement.facts.strip():
        yield Finding(Level.AMBER, "no_facts", "facts", _("The main facts of the dispute are not written."), _PML29)
    if not now.agreement.obligations and not any(clause.strip() for clause in now.agreement.clauses):
        yield Finding(Level.RED, "no_content", "obligations", _("The agreement says nothing of what is to be done."), _SMR24)
    if now.agreement.day is None:
        yield Finding(Level.RED, "no_day", "day", _("The day of the agreement is missing."), _PML29)
    if now.agreement.form is AgreementForm.WRITTEN and now.agreement.confirmation_wanted is None:
        sentence = _("It is not said whether the parties will apply for judicial confirmation.")
        yield Finding(Level.GREY, "confirmation_open", "confirmation_wanted", sentence, N_("PML 33; CPC 205"))


def _parties(now: Checked) -> Iterator[Finding]:
    for lack in missing.of_case(now.case, now.day):
        if lack.stops_agreement:
            yield Finding(Level.RED, "identity", lack.place, lack.sentence, N_("CPCI 354, 356"))


def _who(now: Checked) -> Iterator[Finding]:
    sides = {party.id: party for party in now.case.parties if party.role in SIDES}
    for i, obligation in enumerate(now.agreement.obligations):
        at = f"obligations.{i}"
        by_part: dict[ObligationPart, list[int]] = {}
        for part in obligation.parties:
            by_part.setdefault(part.part, []).append(part.party_id)
        debtors, creditors = by_part.get(ObligationPart.DEBTOR, []), by_part.get(ObligationPart.CREDITOR, [])
        if not debtors:
            yield Finding(
                Level.RED, "no_debtor", f"{at}.debtors", _("{which}: it is not said who owes it.").format(which=_no(obligation)), _CLEAR
            )
        if not creditors:
            yield Finding(
                Level.RED,
                "no_creditor",
                f"{at}.creditors",
                _("{which}: it is not said to whom it is owed.").format(which=_no(obligation)),
                _CLEAR,
            )
        if set(debtors) & set(creditors):
            sentence = _("{which}: the same party is debtor and creditor.").format(which=_no(obligation))
            yield Finding(Level.RED, "owes_himself", f"{at}.debtors", sentence, _CLEAR)
        for party_id in {*debtors, *by_part.get(ObligationPart.GUARANTOR, [])} - sides.keys():
            name = next((party.name for party in now.case.parties if party.id == party_id), "?")
            sentence = _("{which}: {name} is to owe but is no party that signs.").format(which=_no(obligation), name=name)
            yield Finding(Level.RED, "debtor_not_party", f"{at}.debtors", sentence, N_("CPCI 358(2): burdens nobody who does not sign"))
        for payee in (part for part in obligation.parties if part.part is ObligationPart.PAYEE and part.party_id not in creditors):
            if payee.on_account_of_id is None:
                sentence = _("{which}: the payee is not the creditor; say on whose account he takes.").format(which=_no(obligation))
                yield Finding(Level.RED, "payee_not_creditor", f"{at}.payee", sentence, _CLEAR)


def _amounts(now: Checked) -> Iterator[Finding]:
    for i, obligation in enumerate(now.agreement.obligations):
        at, which = f"obligations.{i}", _no(obligation)
        if obligation.kind is ObligationKind.MONEY and not obligation.amount_fen:
            yield Finding(Level.RED, "no_amount", f"{at}.amount", _("{which}: the sum is missing.").format(which=which), _CLEAR)
        if obligation.kind is ObligationKind.IN_KIND and not (obligation.subject.strip() and obligation.quantity.strip()):
            sentence = _("{which}: say what is handed over, and how many.").format(which=which)
            yield Finding(Level.RED, "thing_unclear", f"{at}.subject", sentence, _CLEAR)
        if obligation.kind is ObligationKind.ACT and not obligation.subject.strip():
            yield Finding(Level.RED, "act_unclear", f"{at}.subject", _("{which}: say what is to be done.").format(which=which), _CLEAR)
        if obligation.timing is ObligationTiming.INSTALMENTS:
            if not obligation.instalments:
                yield Finding(
                    Level.RED, "no_schedule", f"{at}.instalments", _("{which}: the instalments are missing.").format(which=which), _CLEAR
                )
            elif obligation.kind is ObligationKind.MONEY and obligation.amount_fen is not None:
                total = sum(part.amount_fen or 0 for part in obligation.instalments)
                if total != obligation.amount_fen:
                    sentence = _("{which}: the instalments come to {total} yuan, the sum is {sum} yuan.").format(
                        which=which, total=money.figures(total), sum=money.figures(obligation.amount_fen)
                    )
                    yield Finding(Level.RED, "schedule_sum", f"{at}.instalments", sentence, _CLEAR)
        shares = [part.share_fen for part in obligation.parties if part.part is ObligationPart.DEBTOR and part.share_fen is not None]
        if shares and sum(shares) != (obligation.amount_fen or 0):
            sentence = _("{which}: the debtors' shares do not come to the sum.").format(which=which)
            yield Finding(Level.RED, "shares_sum", f"{at}.debtors", sentence, _CLEAR)


def _when(now: Checked) -> Iterator[Finding]:
    for i, obligation in enumerate(now.agreement.obligations):
        at, which = f"obligations.{i}", _no(obligation)
        if obligation.timing is ObligationTiming.BY_DATE and obligation.due_on is None:
            yield Finding(
                Level.RED, "no_date", f"{at}.due_on", _("{which}: the day by which it is owed is missing.").format(which=which), _PML29
            )
        days = [obligation.due_on] if obligation.timing is ObligationTiming.BY_DATE else [part.due_on for part in obligation.instalments]
        for day in (day for day in days if day and day < now.day):
            sentence = _("{which}: {day} lies before the day of the agreement.").format(which=which, day=dates.in_words(day))
            yield Finding(Level.RED, "date_past", f"{at}.due_on", sentence, _CLEAR)
        schedules: dict[int | None, list[date]] = {}  # each member of a group has his own
        for part in obligation.instalments:
            schedules.setdefault(part.member_id, []).append(part.due_on)
        if any(schedule != sorted(set(schedule)) for schedule in schedules.values()):
            sentence = _("{which}: the days of the instalments do not follow one another.").format(which=which)
            yield Finding(Level.AMBER, "schedule_order", f"{at}.instalments", sentence, _CLEAR)


def _how(now: Checked) -> Iterator[Finding]:
    for i, obligation in enumerate(now.agreement.obligations):
        if obligation.kind is not ObligationKind.MONEY:
            continue
        at, which = f"obligations.{i}", _no(obligation)
        if obligation.way is None:
            yield Finding(Level.AMBER, "no_way", f"{at}.way", _("{which}: it is not said how it is paid.").format(which=which), _PML29)
        if any(part.member_id is not None for part in obligation.instalments):
            continue  # each member's own account: `_groups`
        if obligation.way is PaymentWay.TRANSFER and not (obligation.account_number and obligation.account_name and obligation.bank_name):
            sentence = _("{which}: the account is incomplete (name, bank, number).").format(which=which)
            yield Finding(Level.AMBER, "account", f"{at}.account_number", sentence, _CLEAR)


def _total(now: Checked) -> Iterator[Finding]:
    agreed = agreed_fen(now.agreement)
    if now.case.claim_fen and agreed and agreed > now.case.claim_fen:
        sentence = _("The agreement comes to {agreed} yuan, more than the {claimed} yuan that were claimed.").format(
            agreed=money.figures(agreed), claimed=money.figures(now.case.claim_fen)
        )
        yield Finding(Level.GREY, "more_than_claimed", "obligations", sentence)


def _groups(now: Checked) -> Iterator[Finding]:
    """Every member of a group is spoken for or signs himself, and gets his own part on his own account."""
    by_analogy = N_("CPC 56, 57, 62; CPCI 75 to 78, by analogy")
    for n, party in enumerate(now.case.parties):
        if party.kind is not PartyKind.GROUP or party.role not in SIDES or not party.members:
            continue
        at = f"parties.{n}.members"
        bare = group.uncovered(party, now.agreement)
        if bare:
            sentence = _("{name}: {n} members gave nobody power to settle and do not sign themselves: {members}.")
            said = sentence.format(name=party.name, n=len(bare), members=_named(bare))
            yield Finding(Level.RED, "member_not_covered", at, said, by_analogy)
        alone = [member for member in party.members if group.signs_himself(member)]
        if alone:
            sentence = _("{name}: {n} members sign themselves, beside the representatives: {members}.")
            yield Finding(Level.GREY, "member_signs", at, sentence.format(name=party.name, n=len(alone), members=_named(alone)), by_analogy)
        speakers = group.speakers(party)
        if len(speakers) > group.MOST_SPEAKERS:
            sentence = _("{name}: {n} representatives are more than five.").format(name=party.name, n=len(speakers))
            yield Finding(Level.GREY, "many_speakers", at, sentence, by_analogy)
        if len(party.members) < group.LEAST:
            sentence = _("{name}: {n} people are few for a group; each could be a party himself.").format(
                name=party.name, n=len(party.members)
            )
            yield Finding(Level.GREY, "small_group", at, sentence, by_analogy)
        yield from _members_parts(now, party)


def _members_parts(now: Checked, party: "Party") -> Iterator[Finding]:
    members = {member.id: member for member in party.members}
    for i, obligation in enumerate(now.agreement.obligations):
        parts = [part for part in obligation.instalments if part.member_id in members]
        if obligation.kind is not ObligationKind.MONEY:
            continue
        at, which = f"obligations.{i}", _no(obligation)
        if not parts:
            if any(one.party_id == party.id and one.part is ObligationPart.CREDITOR for one in obligation.parties):
                sentence = _("{which}: it is not said what each member of {name} gets.").format(which=which, name=party.name)
                yield Finding(Level.AMBER, "group_undivided", f"{at}.divide", sentence, _CLEAR)
            continue
        total = sum(part.amount_fen or 0 for part in obligation.instalments)
        if total != (obligation.amount_fen or 0) and obligation.timing is not ObligationTiming.INSTALMENTS:  # else `_amounts` says it
            sentence = _("{which}: the members' parts come to {total} yuan, the sum is {sum} yuan.")
            said = sentence.format(which=which, total=money.figures(total), sum=money.figures(obligation.amount_fen or 0))
            yield Finding(Level.RED, "members_sum", f"{at}.instalments", said, _CLEAR)
        if obligation.way is PaymentWay.TRANSFER:
            named = {part.member_id for part in parts}
            bare = [member for key, member in members.items() if key in named and not (member.bank_name and member.account_number)]
            if bare:
                sentence = _("{which}: bank or account is missing of {n} members: {members}.")
                said = sentence.format(which=which, n=len(bare), members=_named(bare))
                yield Finding(Level.AMBER, "member_account", f"{at}.way", said, _CLEAR)


def _named(members: "Sequence[PartyMember]") -> str:
    return "、".join(member.name for member in members[:5]) + (" …" if len(members) > 5 else "")


RULES: tuple[Rule, ...] = (_content, _parties, _who, _amounts, _when, _how, _groups, _total)
_WEIGHT = {Level.RED: 0, Level.AMBER: 1, Level.GREY: 2}


def agreed_fen(agreement: "Agreement") -> int | None:
    """What the agreement comes to in fen: money and the agreed worth of things; None where nothing has a sum.

    Money that runs against the main direction (the creditor's change for the sheep) is not taken off: the Ministry counts sums in play.
    """
    sums = [obligation.amount_fen for obligation in agreement.obligations if obligation.amount_fen]
    return sum(sums) if sums else None


def check(case: "Case", agreement: "Agreement", today: date) -> list[Finding]:
    """All findings, red first; the agreement is judged as of its own day."""
    now = Checked(case, agreement, agreement.day or today)
    found = [finding for rule in RULES for finding in rule(now)]
    return sorted(found, key=lambda finding: _WEIGHT[finding.level])
