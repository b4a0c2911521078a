"""Enter what was performed under an agreement, and what was not; how each obligation stands. What falls due: `domain.dues`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.obligation import Obligation, Performance
from db.models.party import PartyMember
from db.vocabulary import ObligationKind, ObligationPart, PaymentWay, Stage
from desktop.domain import balance as rules
from desktop.domain import dates, fields, texts
from desktop.domain.balance import NEVER, Amount, Balance, Part
from desktop.domain.inputs.performance import DEFAULT, PERFORM
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, life, references, terms
from desktop.services.desk import Desk


class Line(NamedTuple):
    """One part of the schedule as a screen or a paper shows it; amounts in words, `n` counts the agreements in force."""

    agreement: int
    obligation: int
    instalment: int
    member: str
    subject: str
    due_on: date | None
    last_day: date | None
    owed: str
    performed: str
    remaining: str
    state: str
    late_days: int


# --- entering -------------------------------------------------------------------------------------------------------------------------


def perform(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters a payment, a delivery, an act; the case is performed when nothing is left, else it is performing (a default stays one).

    Of a group those are named who were paid; each gets his own entry. Refusal for more than is owed, too early, or in the future.
    """
    clean = fields.check(PERFORM, values, desk.today())
    with life.making(desk, number, "perform") as made:
        w, case = made.w, made.case
        day = clean.get("day") or desk.today()
        added: list[Performance] = []
        total: Amount = 0
        for agreement, said in _meant(case, clean):
            obligation = _obligation(agreement, clean.get("obligation"))
            rules.require_day(obligation, agreement, day, desk.today())
            for instalment_id, amount in _rows(case, rules.of(obligation, agreement, NEVER), said):
                added.append(w.add(_entry(case, obligation, instalment_id, amount, day, clean)))
                total += amount
        w.flush()
        case = cases.whole(w.session, case.id)
        to = Stage.PERFORMED if rules.all_done(case) else Stage.DEFAULTED if case.stage is Stage.DEFAULTED else Stage.PERFORMING
        told = {"obligation": obligation.ordinal, "performances": [one.id for one in added]}
        note = f"{obligation.subject} {rules.in_words(obligation, total)}".strip()
        return life.done(life.Making(w, case, made.now), "perform", day, version, to=to, note=note, values=told)


def default(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters that it was not performed in time: what is open, what was done to urge it, what the other side was told (PML 32)."""
    clean = fields.check(DEFAULT, values, desk.today())
    with life.making(desk, number, "default") as made:
        case = made.case
        first = min((one.effective_on for one in rules.in_force(case) if one.effective_on), default=None)
        day = life.day_of(desk, clean.get("day"), "day", (first, _("the effect of the agreement")))
        found = rules.of_case(case, day, terms.calendar_of(made.w.session))
        late = [one for one in found if one.overdue]
        if not late:
            raise Refusal(
                _("Nothing is overdue on {day}: {open}.").format(day=dates.in_words(day), open=_next_in_words(found)), "day", "not_allowed"
            )
        told = {
            "urged": clean["urged"],
            "told": clean.get("told") or "",
            "note": clean.get("note") or "",
            "open": [
                {
                    "obligation": one.obligation.ordinal,
                    "overdue": rules.plain(one.overdue),
                    "late_days": one.late_days,
                    "parts": one.counts._asdict(),
                }
                for one in late
            ],
        }
        return life.done(made, "default", day, version, note=rules.open_in_words(late), values=told)


def _entry(
    case: Case, obligation: Obligation, instalment_id: int | None, amount: Amount, day: date, clean: Mapping[str, Any]
) -> Performance:  # fmt: skip
    way = PaymentWay(clean["way"]) if clean.get("way") else obligation.way
    return Performance(
        case_id=case.id,
        obligation_id=obligation.id,
        instalment_id=instalment_id,
        **_payer(case, obligation, clean),
        day=day,
        way=way if obligation.kind is ObligationKind.MONEY else None,
        receipt=clean.get("receipt") or "",
        note=clean.get("note") or "",
        **_measure(obligation, amount),
    )


def _meant(case: Case, clean: Mapping[str, Any]) -> list[tuple[Agreement, Mapping[str, Any]]]:
    """The agreement that is meant; where a group's was split, the single ones of the members who are named, each with its own member."""
    known = rules.in_force(case)
    by_member = {one.member_id: one for one in known if one.member_id is not None}
    if clean.get("agreement") is not None or len(known) == 1 or not clean.get("members") or len(by_member) < len(known):
        return [(_agreement(case, clean.get("agreement")), clean)]
    members = _called([member for party in case.parties for member in party.members if member.id in by_member], clean["members"])
    if clean.get("amount") is not None and len(members) > 1:
        raise Refusal(_("Each has an agreement of his own: name one member with the amount, or several without."), "amount")
    return [(by_member[member.id], {**clean, "members": [str(member.ordinal)]}) for member in members]


def _agreement(case: Case, typed: int | None) -> Agreement:
    known = rules.in_force(case)
    if typed is None and len(known) == 1:
        return known[0]
    if typed is None:
        raise Refusal(_("{n} agreements are in force: say which, by its number.").format(n=len(known)), "agreement")
    if not 1 <= typed <= len(known):
        raise Refusal(_("There is no agreement {n}: {most} are in force.").format(n=typed, most=len(known)), "agreement")
    return known[typed - 1]


def _obligation(agreement: Agreement, typed: int | None) -> Obligation:
    known = [one for one in agreement.obligations if typed is None or one.ordinal == typed]
    if typed is None and len(known) > 1:
        known = [one for one in known if not rules.of(one, agreement, NEVER).done]
    if len(known) == 1:
        return known[0]
    listed = "；".join(f"{one.ordinal}. {one.subject}" for one in agreement.obligations)
    if typed is None:
        raise Refusal(_("Say which obligation was performed: {listed}.").format(listed=listed), "obligation")
    raise Refusal(_("There is no obligation {n}: {listed}.").format(n=typed, listed=listed), "obligation")


def _rows(case: Case, whole: Balance, clean: Mapping[str, Any]) -> list[tuple[int | None, Amount]]:
    """(instalment, amount) of every entry to be made."""
    field, amount = _given(whole, clean)
    if whole.done:
        raise Refusal(_("Nothing of this obligation is left to perform."), "obligation", "not_allowed")
    instalment = _instalment(whole, clean.get("instalment"))
    if clean.get("members"):
        if instalment is not None:
            raise Refusal(_("Name either the instalment or the members."), "members")
        parts = [_part_of(whole, member) for member in _members(case, whole, clean["members"])]
        if len(parts) == 1 and amount is not None:
            rules.require_amount(whole, amount, parts[0].instalment_id, field)
            return [(parts[0].instalment_id, amount)]
        return _each(whole, parts, amount, field)
    if instalment is None and len({part.member_id for part in whole.parts} - {None}) > 1:
        if amount != whole.remaining:
            raise Refusal(_("Say which members of the group were paid; all of them are paid by the whole sum that is left."), "members")
        return _each(whole, [part for part in whole.parts if part.remaining], amount, field)
    part = instalment or whole.next_part
    assert part is not None
    given = part.remaining if amount is None else amount
    named = instalment.instalment_id if instalment is not None else None
    rules.require_amount(whole, given, named, field)
    return [(named, given)]


def _each(whole: Balance, parts: Sequence[Part], amount: Amount | None, field: str) -> list[tuple[int | None, Amount]]:
    total = sum((part.remaining for part in parts), start=0)
    if amount is not None and amount != total:
        sentence = _("The open parts of those who are named come to {total}, not {given}: enter a part payment for one member at a time.")
        raise Refusal(sentence.format(total=rules.in_words(whole.obligation, total), given=rules.in_words(whole.obligation, amount)), field)
    return [(part.instalment_id, part.remaining) for part in parts]


def _given(whole: Balance, clean: Mapping[str, Any]) -> tuple[str, Amount | None]:
    """The field in which the amount stands, and the amount; None where it was left empty."""
    kind, typed = whole.obligation.kind, (clean.get("quantity") or "").strip()
    if kind is ObligationKind.MONEY:
        if typed:
            raise Refusal(_("Money is owed here: enter the amount."), "quantity")
        return "amount", clean.get("amount")
    if clean.get("amount") is not None:
        raise Refusal(_("No money is owed here: enter the quantity, or nothing for an act that was done."), "amount")
    if kind is ObligationKind.ACT or not whole.counted:
        return "quantity", None  # done, or not: what was typed is kept as words
    if not typed:
        return "quantity", None
    number = rules.quantity(typed)
    if number is None:
        raise Refusal(_("“{text}” is not a quantity: type it in figures, such as 14.").format(text=typed), "quantity")
    if whole.obligation.unit in rules.ANIMALS and number != number.to_integral_value():
        raise Refusal(
            _("Animals are handed over whole: {given} cannot be.").format(given=rules.in_words(whole.obligation, number)), "quantity"
        )
    return "quantity", number


def _measure(obligation: Obligation, amount: Amount) -> dict[str, Any]:
    if obligation.kind is ObligationKind.MONEY:
        return {"amount_fen": int(amount)}
    return {"quantity": rules.plain(amount) if obligation.kind is ObligationKind.IN_KIND else ""}


def _instalment(whole: Balance, typed: int | None) -> Part | None:
    if typed is None:
        return None
    found = next((part for part in whole.parts if part.ordinal == typed and part.instalment_id is not None), None)
    if found is None:
        raise Refusal(_("There is no instalment {n} in this obligation.").format(n=typed), "instalment")
    if not found.remaining:
        raise Refusal(_("Instalment {n} has been performed.").format(n=typed), "instalment")
    return found


def _members(case: Case, whole: Balance, typed: Sequence[str]) -> list[PartyMember]:
    """The members of this obligation who are meant, by name or by number in their group's list; nobody twice."""
    ids = {part.member_id for part in whole.parts if part.member_id is not None}
    known = [member for party in case.parties for member in party.members if member.id in ids]
    if not known:
        raise Refusal(_("This obligation has no parts of single members."), "members")
    return _called(known, typed)


def _called(known: Sequence[PartyMember], typed: Sequence[str]) -> list[PartyMember]:
    found: list[PartyMember] = []
    for word in typed:
        plain = texts.squeezed(word)
        one = [m for m in known if (plain.isdigit() and m.ordinal == int(plain)) or texts.same_name(m.name, word)]
        if len(one) != 1:
            sentence = (
                _("“{name}” is the name of several members: give the number in the list.") if one else _("“{name}” is no member here.")
            )
            raise Refusal(sentence.format(name=word), "members")
        if one[0] in found:
            raise Refusal(_("{name} is named twice.").format(name=one[0].name), "members")
        found.append(one[0])
    return found


def _part_of(whole: Balance, member: PartyMember) -> Part:
    part = next((part for part in whole.of_member(member.id) if part.remaining), None)
    if part is None:
        raise Refusal(_("{name} has been paid already.").format(name=member.name), "members")
    return part


def _payer(case: Case, obligation: Obligation, clean: Mapping[str, Any]) -> dict[str, Any]:
    """Who performed: a party, or by his name somebody who is none (the debtor's sister)."""
    typed, other = (clean.get("payer") or "").strip(), (clean.get("other_payer") or "").strip()
    if typed and other:
        raise Refusal(_("Name either a party or somebody else who performed."), "other_payer")
    if any(texts.same_name(one.name, other) for one in case.parties):
        raise Refusal(_("{name} is a party of the case: name him as such.").format(name=other), "other_payer")
    if other:
        return {"party_id": None, "payer": other}
    return {"party_id": references.party(case, typed, "payer").id if typed else _usual_payer(obligation), "payer": ""}


def _usual_payer(obligation: Obligation) -> int | None:
    """The one debtor; nobody where several owe, or somebody else was to perform."""
    debtors = [one.party_id for one in obligation.parties if one.part is ObligationPart.DEBTOR]
    other = any(one.part is ObligationPart.PERFORMER for one in obligation.parties)
    return debtors[0] if len(debtors) == 1 and not other else None


def _next_in_words(found: Sequence[Balance]) -> str:
    coming = [part for one in found for part in [one.next_part] if part is not None and part.last_day is not None]
    if not coming:
        return _("no day has been agreed for what is open")
    return _("the next day is {day}").format(day=dates.in_words(min(part.last_day for part in coming if part.last_day)))


# --- asking ---------------------------------------------------------------------------------------------------------------------------


def balance(desk: Desk, case: Case, day: date | None = None) -> list[Balance]:
    """How every obligation in force stands at the end of a day (today), holidays counted."""
    with desk.reading() as session:
        return rules.of_case(case, day or desk.today(), terms.calendar_of(session))


def schedule(desk: Desk, case: Case, day: date | None = None) -> list[Line]:
    """The same as lines, one a part, in the order of the agreement; for screens, papers and the command line."""
    numbers = {agreement.id: n for n, agreement in enumerate(rules.in_force(case), 1)}
    names = {member.id: member.name for party in case.parties for member in party.members}
    return [
        Line(
            agreement=numbers[one.obligation.agreement_id],
            obligation=one.obligation.ordinal,
            instalment=part.ordinal,
            member=names.get(part.member_id, "") if part.member_id is not None else "",
            subject=one.obligation.subject,
            due_on=part.due_on,
            last_day=part.last_day,
            owed=rules.in_words(one.obligation, part.owed),
            performed=rules.in_words(one.obligation, part.performed),
            remaining=rules.in_words(one.obligation, part.remaining),
            state=part.state.value,
            late_days=part.late_days,
        )
        for one in balance(desk, case, day)
        for part in one.parts
    ]
