"""`Already settled`: one sheet, one save for a dispute that was settled by word of mouth or elsewhere, with its true days.

The day of entry stands apart. The case takes its numbers from the series of the committee that settled it, in the year of its acceptance.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from db import search
from db.models.agreement import Agreement, Signing
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.obligation import Performance
from db.models.organisation import Organisation
from db.queries import orders, people
from db.vocabulary import (
    AgreementForm,
    AgreementStatus,
    ObligationKind,
    ObligationTiming,
    OutcomeCode,
    PartyRole,
    PaymentWay,
    SignerKind,
    Stage,
)
from db.work import Work
from desktop.categories.catalogue import Catalogue
from desktop.domain import effect, fields
from desktop.domain.fields import Field
from desktop.domain.inputs.settled import SETTLED
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.services import agreement as agreements
from desktop.services import assignment, cases, category_texts, intake, life, outcomes, series, signing
from desktop.services.desk import Desk

SUBJECT = "调解确定的款项"  # what the one sum is for, where nothing more was typed: a word of the paper, not of the interface
SHEET = Field("settled", "group", N_("How it was settled"), required=True, rows=SETTLED)


def form(categories: Catalogue, category: str = "") -> tuple[Field, ...]:
    """The sheet of a dispute with the group `settled` behind it."""
    return (*intake.form(categories, category), SHEET)


def record(desk: Desk, values: Mapping[str, Any]) -> Case:
    """Writes the whole life of a settled dispute: registration, acceptance, mediator, agreement, outcome, performance.

    Refusal for days that do not follow one another, an unknown committee, a closed year, or an agreement that obliges nobody clearly.
    """
    clean = intake.checked(desk, values, (SHEET,))
    category = desk.categories[clean["category"]]
    refused = category_texts.not_here(category, fields.stored(category.facts, clean.get("facts") or {}))
    if refused is not None:
        raise Refusal(refused.text, "facts", "not_mediated")
    said: Mapping[str, Any] = clean["settled"]
    received = clean.get("received_on") or said.get("accepted_on") or said["agreed_on"]
    accepted = said.get("accepted_on") or received
    agreed = said["agreed_on"]
    written = said.get("form") == AgreementForm.WRITTEN
    signed = (said.get("signed_on") or agreed) if written else agreed
    performed = (said.get("performed_on") or signed) if said.get("performed") else None
    _in_order(desk, {"received": received, "accepted_on": accepted, "agreed_on": agreed, "signed_on": signed, "performed_on": performed})
    with desk.work("settled") as w:
        own = _organisation(desk, w, said.get("organisation") or "")
        case = intake.add_case(desk, w, {**clean, "received_on": received}, own.id)
        w.flush()
        w.case_id = case.id
        intake.add_referral(w, case, clean.get("referral") or {})
        intake.add_parties(w, case.id, clean["parties"], received)
        entry = series.entry_number(w, desk.organisation_id, case.entered_on)  # it is entered here, whoever settled it
        official = series.official_number(w, own, accepted, "settled.accepted_on")
        entry.case_id = official.case_id = case.id
        told = {
            "entry_number": entry.text,
            "number": official.text,
            "accepted_on": accepted,
            "order": orders.next_order(w.session, accepted),
        }
        w.change(case, None, {**told, "settled_elsewhere": own.id != desk.organisation_id})
        w.flush()
        case = cases.whole(w.session, case.id)
        life.moved(w, case, "accept", accepted, Stage.REGISTERED, Stage.ACCEPTED, official.text)
        mediator = (said.get("mediator") or "").strip()
        at = _mediator(w, case, mediator, accepted)
        case = _agreement(w, case, said, agreed, performed)
        if written:
            _signed(desk, w, case, own, mediator, signed)
        code = OutcomeCode.AGREED_WRITTEN if written else OutcomeCode.AGREED_ORAL
        try:
            outcomes.in_force(w, case, case.agreements[-1], signed, code, identities=written)
        except Refusal as no:
            raise Refusal.of(Fault(_place(one.field), one.sentence) for one in no.faults) from no
        life.moved(w, case, "conclude", signed, at, Stage.CONCLUDED, "", {"outcome": code.value})
        to = Stage.CONCLUDED
        if performed is not None and case.agreements[-1].obligations:
            _performed(w, case, performed, said.get("way"))
            life.moved(w, case, "perform", performed, Stage.CONCLUDED, Stage.PERFORMED)
            to = Stage.PERFORMED
        w.change(case, None, {"stage": to})
        search.index(w.session, case.order, intake.terms_of(case))
        return cases.kept(w, case.id)


_BEFORE = {  # which day lies not before which, and what to say else
    "accepted_on": ("received", N_("A case is not accepted before the day of the request.")),
    "agreed_on": ("accepted_on", N_("The agreement lies before the day of acceptance.")),
    "signed_on": ("agreed_on", N_("The day of signing lies before the day of the agreement.")),
    "performed_on": ("agreed_on", N_("It was performed before it was agreed: check both days.")),
}


def _in_order(desk: Desk, days: Mapping[str, date | None]) -> None:
    faults = []
    for key, (earlier, sentence) in _BEFORE.items():
        day, first = days[key], days[earlier]
        if day is not None and first is not None and day < first:
            faults.append(Fault(f"settled.{key}", _(sentence)))
        elif day is not None and day > desk.today():
            faults.append(Fault(f"settled.{key}", _("The day lies in the future: enter what has happened.")))
    if faults:
        raise Refusal.of(faults)


def _place(field: str) -> str:
    """Where a fault of the agreement stands on this sheet; the parties stand on the sheet itself."""
    return field if field.startswith("parties") else {"day": "settled.agreed_on"}.get(field, f"settled.{field}")


def _organisation(desk: Desk, w: Work, name: str) -> Organisation:
    found = people.organisation_named(w.session, name.strip()) if name.strip() else people.organisation(w.session, desk.organisation_id)
    if found is None:
        sentence = _("There is no organisation “{name}”: add it under Mediators and organisations first.")
        raise Refusal(sentence.format(name=name[:60]), "settled.organisation", "not_found")
    return found


def _mediator(w: Work, case: Case, typed: str, day: date) -> Stage:
    """Assigns who mediated, where he was named and is in the list; gives the stage then. Another committee's may stand in no list."""
    if not typed or (case.settled_elsewhere and not people.mediators_named(w.session, typed)):
        return Stage.ACCEPTED
    who = assignment.named(w.session, typed, "settled.mediator")
    w.add(Assignment(case_id=case.id, mediator_id=who.id, assigned_on=day, conflicts=assignment.found_in(w.session, who, case)))
    life.moved(w, case, "assign", day, Stage.ACCEPTED, Stage.ASSIGNED, who.name)
    return Stage.ASSIGNED


def _signed(desk: Desk, w: Work, case: Case, own: Organisation, mediator: str, day: date) -> None:
    """The signing table of a paper that was signed by hand: everybody on its day, as on the usual road (PML 29; SMR 24)."""
    standing = case.agreements[-1]
    if not mediator and effect.by_law_of_people(case.mediation_type, standing.regime):
        raise Refusal(_("A written agreement bears the mediator's signature (PML 29): name him."), "settled.mediator")
    names = {one.id: one.name for one in people.mediators_of(w.session, [a.mediator_id for a in case.assignments]).values()}
    lines = signing.table(cases.now_of(desk, case), names, own.name)
    if mediator and not names:
        lines.insert(len(lines) - 1, {"signer": SignerKind.MEDIATOR, "name": mediator})
    for n, line in enumerate(lines, 1):
        w.add(Signing(case_id=case.id, agreement_id=standing.id, ordinal=n, signed_on=day, **{**line, **signing.usual(line["signer"])}))
    w.flush()


def _agreement(w: Work, case: Case, said: Mapping[str, Any], day: date, performed: date | None) -> Case:
    standing = w.add(
        Agreement(
            case_id=case.id,
            form=AgreementForm(said.get("form") or AgreementForm.ORAL),
            status=AgreementStatus.DRAFT,
            number=(said.get("paper_number") or "").strip() or None,
            regime=case.referrals[-1].regime if case.referrals else None,
            day=day,
            place=said.get("place") or "",
            facts=said.get("facts") or case.summary,
            clauses=said.get("clauses") or [],
            confirmation_wanted=False,
        )
    )
    w.flush()
    rows: Sequence[Mapping[str, Any]] = said.get("obligations") or ()
    if not rows and said.get("amount"):
        rows = (_one_sum(case, said, performed),)
    for ordinal, row in enumerate(rows, 1):
        try:
            agreements.add_obligation(w, case, standing.id, ordinal, row)
        except Refusal as no:
            raise Refusal.of([Fault(f"settled.{one.field}", one.sentence) for one in no.faults]) from no
    w.flush()
    return cases.whole(w.session, case.id)


def _one_sum(case: Case, said: Mapping[str, Any], performed: date | None) -> dict[str, Any]:
    """The agreed amount as an obligation: the respondents owe it to the applicants."""

    def numbers(role: PartyRole) -> list[str]:
        return [str(party.ordinal) for party in case.parties if party.role is role]

    at_once = performed is not None or said.get("due_on") is None
    return {
        "kind": ObligationKind.MONEY.value,
        "debtors": numbers(PartyRole.RESPONDENT),
        "creditors": numbers(PartyRole.APPLICANT),
        "subject": SUBJECT,
        "amount": said["amount"],
        "timing": ObligationTiming.AT_ONCE.value if at_once else ObligationTiming.BY_DATE.value,
        "due_on": None if at_once else said["due_on"],
        "way": said.get("way"),
    }


def _performed(w: Work, case: Case, day: date, way: str | None) -> None:
    """Everything that was agreed was done on one day."""
    for obligation in case.agreements[-1].obligations:
        money = obligation.kind is ObligationKind.MONEY
        parts = obligation.instalments or (None,)
        for part in parts:
            w.add(
                Performance(
                    case_id=case.id,
                    obligation_id=obligation.id,
                    instalment_id=part.id if part is not None else None,
                    day=day,
                    amount_fen=(part.amount_fen if part is not None else obligation.amount_fen) if money else None,
                    quantity=(part.quantity if part is not None else obligation.quantity) if not money else "",
                    way=PaymentWay(way) if way and money else (obligation.way if money else None),
                )
            )
