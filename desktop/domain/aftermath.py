"""What can be done next, in words: when something was not performed in time, and when a court did not confirm (PML 32, 33; CPC 205, 206).

Each step says what, until when, its source, and the move or paper by which the program helps.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import ConfirmationResult, ObligationKind, ObligationPart, RefusalReason, Stage
from desktop.domain import balance, confirmation, dates, money
from desktop.domain.deadlines import Deadline
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.confirmation import Confirmation
    from desktop.domain.balance import Balance
    from desktop.domain.calendar import Calendar
    from desktop.domain.law import Value

_ACCELERATES = ("全部到期", "一次性付清", "提前到期", "加速到期")

# What to mend where a court named its reason; the rest is told by the court's own words.
_MEND = {
    RefusalReason.WRONG_COURT: N_(
        "Apply to a court that is competent: the inviting court, a party's domicile, the object, the seat of the body."
    ),
    RefusalReason.IDENTITY_RELATION: N_("Take out what is said of marriage, parentage or adoption; money, children and visits can stay."),
    RefusalReason.OWNERSHIP: N_("Write who does what by when (hand over, help to register) instead of who owns it."),
    RefusalReason.BREAKS_LAW: N_("Take out what breaks the law; look at rates, penalties and waivers."),
    RefusalReason.HARMS_OTHERS: N_("Ask those who have a right in it, let them sign or declare, or leave their part out."),
    RefusalReason.PUBLIC_ORDER: N_("Take out what is against morals; a part may stay valid."),
    RefusalReason.NOT_VOLUNTARY: N_("Mediate anew, each side apart first; write down that it is of free will."),
    RefusalReason.UNCLEAR: N_("Write the unclear obligation anew: who, to whom, what, how much, by when, how; the check shows where."),
    RefusalReason.SHAM: N_("Do not apply again before the dispute has been looked into with its evidence."),
    RefusalReason.MATERIAL_MISSING: N_("Gather what was missing and apply again if the thirty days are not over."),
    RefusalReason.NOT_BOTH: N_("Ask the other side whether it wants the confirmation; without both there is none."),
    RefusalReason.PERFORMED: N_("Nothing is left to confirm; keep the receipts in the file."),
    RefusalReason.LATE: N_("The agreement binds all the same; a party can sue on it."),
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One thing to do: `until` is its last day where there is one; `move` and `paper` are words of the program, '' for none."""

    sentence: str
    source: str = ""
    until: date | None = None
    move: str = ""
    paper: str = ""


def after_default(
    case: "Case", agreement: "Agreement", day: date, values: "Sequence[Value]", calendar: "Calendar"
) -> list[Step]:  # fmt: skip
    """What can be done for what is overdue on the day; nothing where nothing is."""
    found = [balance.of(one, agreement, day, calendar) for one in agreement.obligations]
    late = [one for one in found if one.overdue]
    if not late:
        return []
    return [*_urge(late), *_whole(agreement, found), *_force(case, agreement, found, day, values, calendar), *_anew()]


def _urge(late: "Sequence[Balance]") -> Iterator[Step]:
    told = balance.open_in_words(late)
    sentence = _("Urge the performance in writing and note it: {what}.").format(what=told)
    yield Step(sentence, N_("PML 31"), paper="demand_letter", move="default")


def _whole(agreement: "Agreement", found: "Sequence[Balance]") -> Iterator[Step]:
    """Where the agreement lets the whole fall due."""
    if not any(word in clause for clause in agreement.clauses for word in _ACCELERATES):
        return
    rest = sum(int(one.remaining) for one in found if one.obligation.kind is ObligationKind.MONEY and one.overdue)
    due = sum(int(one.overdue) for one in found if one.obligation.kind is ObligationKind.MONEY)
    if rest > due:
        sentence = _("By its clause the whole rest of {sum} yuan has fallen due; the creditor may ask for all of it.")
        yield Step(sentence.format(sum=money.figures(rest)), N_("民法典 578, 634"))


def _force(
    case: "Case", agreement: "Agreement", found: "Sequence[Balance]", day: date, values: "Sequence[Value]", calendar: "Calendar"
) -> Iterator[Step]:
    asked = [one for one in case.confirmations if one.agreement_id == agreement.id]
    confirmed = next((one for one in asked if one.result is ConfirmationResult.CONFIRMED), None)
    if confirmed is not None:
        limit = _safe(lambda: confirmation.enforcement(agreement, values, calendar))
        sentence = _("Apply for enforcement to the court that confirmed it, or to that of the same level where property lies.")
        yield Step(sentence, N_("CPC 206, 250; CPCI 460"), limit, paper="enforcement_tips")
        return
    terms = _safe_terms(case, agreement, values, calendar)
    if terms is not None and day <= terms and not any(one.result is ConfirmationResult.PENDING for one in asked):
        sentence = _("Apply together for confirmation while there is time: then it can be enforced.")
        yield Step(sentence, N_("PML 33; CPC 205"), terms, move="confirm_apply")
    if any(one.obligation.kind is ObligationKind.MONEY and one.overdue for one in found):
        labour = case.category == "labour"
        sentence = _("Money that is due can be asked for by a payment order of the court at the debtor's place.")
        yield Step(sentence, N_("劳动争议调解仲裁法 16") if labour else N_("CPC 225"), paper="enforcement_tips")
    if any(part.part is ObligationPart.GUARANTOR for one in agreement.obligations for part in one.parties):
        yield Step(_("Ask the guarantor too, within the time of the guarantee."), N_("民法典 687, 693"), paper="demand_letter")
    yield Step(_("A party can sue on the agreement in a people's court."), N_("PML 32"), paper="enforcement_tips")


def _anew() -> Iterator[Step]:
    sentence = _("If both sides want other terms: a new agreement that takes the place of this one.")
    yield Step(sentence, N_("民法典 543; PML 31"), move="amend")


def after_refusal(
    case: "Case", agreement: "Agreement", ruling: "Confirmation", day: date, values: "Sequence[Value]", calendar: "Calendar"
) -> list[Step]:  # fmt: skip
    """What can be done after a court did not confirm; nothing after a confirmation."""
    if ruling.result in (ConfirmationResult.PENDING, ConfirmationResult.CONFIRMED):
        return []
    found: list[Step] = []
    mend = _MEND.get(ruling.reason_kind) if ruling.reason_kind is not None else None
    if mend:
        found.append(Step(_(mend), N_("CPCI 355, 358")))
    terms = _safe_terms(case, agreement, values, calendar)
    again = ruling.reason_kind in (RefusalReason.WRONG_COURT, RefusalReason.MATERIAL_MISSING, RefusalReason.NOT_BOTH)
    if terms is not None and day <= terms and (again or ruling.result is not ConfirmationResult.DISMISSED):
        found.append(Step(_("Apply again within the thirty days."), N_("CPC 205"), terms, move="confirm_apply"))
    if case.stage is not Stage.ARCHIVED:
        sentence = _("The parties may change the agreement by mediation, or make a new one; its own thirty days run then.")
        found.append(Step(sentence, N_("CPC 206"), move="amend"))
    sentence = _("A party can sue in a people's court; the agreement still binds unless it is void.")
    found.append(Step(sentence, N_("CPC 206; PML 32")))
    if case.category == "labour":
        found.append(
            Step(_("Or apply for labour arbitration; the year for it began anew with the mediation."), N_("劳动争议调解仲裁法 27"))
        )
    return found


def told(step: Step) -> str:
    """One step in one line."""
    text = step.sentence
    if step.until is not None:
        text += _(" Until {day}.").format(day=dates.in_words(step.until))
    return f"{text}（{_(step.source)}）" if step.source else text


def _safe(limit: "Callable[[], Deadline | None]") -> date | None:
    """The last day of a term; None where the office has no value for it."""
    try:
        found = limit()
    except Refusal:
        return None
    return found.due if found is not None else None


def _safe_terms(case: "Case", agreement: "Agreement", values: "Sequence[Value]", calendar: "Calendar") -> date | None:
    try:
        found = confirmation.terms(case, agreement, values, calendar)
    except Refusal:
        return None
    return found.earliest.due if found is not None else None
