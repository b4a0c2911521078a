"""Moves of generated cases, written as nouns: every move a work of its own, on its day.

The services load the whole case for each move; here a plan knows what stands, so that three hundred cases are made in seconds. What leaves
a paper goes through the services all the same (`demo_papers`).
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from db import search
from db.models.agreement import Agreement, Signing
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.mediator import Mediator
from db.models.obligation import Instalment, Obligation, ObligationParty, Performance
from db.models.outcome import Outcome
from db.models.party import Party
from db.models.session import Attendee, Session
from db.models.term import Suspension
from db.queries import orders, people
from db.vocabulary import (
    AgreementForm,
    AgreementStatus,
    ObligationPart,
    ObligationTiming,
    OutcomeCode,
    PartyKind,
    PaymentWay,
    SessionMethod,
    SignerKind,
    Stage,
)
from db.work import Work
from desktop.domain import initials
from desktop.domain.effect import SIDES
from desktop.services import demo_papers, demo_staff, intake, life, series
from desktop.services.demo_plans import Plan
from desktop.services.demo_staff import MONGOLIAN, Person
from desktop.services.desk import Desk

_PAGES, _YEARS = 28, 10
_FAILED = (OutcomeCode.FAILED_DIVERGENCE, OutcomeCode.FAILED_REFUSED, OutcomeCode.FAILED_UNREACHABLE)


def play(desk: Desk, plan: Plan, key: str, day: date, staff: Sequence[Person]) -> None:
    """One move of a plan as one work under its own name."""
    if key in demo_papers.STEPS:
        demo_papers.play(desk, plan, key, day)
        return
    name = {"open": "open_case", "agree": "settled", "fail": "conclude", "withdraw": "conclude"}.get(key, key)
    with desk.work(name, plan.id or None) as w:
        if key == "open":
            _open(desk, w, plan, staff)
        else:
            case, before = plan.case, plan.stage
            assert case is not None
            w.session.add(case)  # as the move before kept it: nobody else writes here
            told = _MOVES[key](w, case, plan, day)
            w.change(case, None, {"stage": plan.stage})
            label = "conclude" if key in ("agree", "fail", "withdraw") else key
            plan.made += 1
            life.moved(w, case, label, day, before, plan.stage, told, ordinal=plan.made)
        w.commit()


def _open(desk: Desk, w: Work, plan: Plan, staff: Sequence[Person]) -> None:
    matter, total = plan.matter, Decimal(plan.claim_fen) / 100
    plan.lead = _lead(desk, plan, staff)
    clean = {
        "received_on": plan.received_on,
        "category": matter["category"],
        "cause": matter["cause"],
        "happened_on": plan.happened_on,
        "limitation_from": plan.happened_on,
        "place": plan.parties[1].get("usual_residence") or plan.parties[1].get("business_address"),
        "summary": matter["summary"],
        "claims": [matter["claim"].format(sum=total)],
        "claim": plan.claim_fen,
        "people_count": 2,
        "mongolian": plan.mongolian,
        "difficult": plan.chance.random() < 0.1,
        "facts": plan.facts,
        "referral": plan.referral,
    }
    case = plan.case = intake.add_case(desk, w, clean, plan.lead.organisation_id)
    w.flush()
    w.case_id = case.id
    intake.add_referral(w, case, plan.referral)
    intake.add_parties(w, case.id, plan.parties, plan.received_on)
    given = series.entry_number(w, desk.organisation_id, plan.received_on)
    given.case_id, case.entry_number = case.id, given.text
    w.flush()
    search.index(w.session, case.order, _found_by(plan, case))
    plan.party_ids = list(w.session.scalars(select(Party.id).where(Party.case_id == case.id).order_by(Party.ordinal)))


def _lead(desk: Desk, plan: Plan, staff: Sequence[Person]) -> Person:
    """Who will preside: fit for the matter, there on all days, speaking Mongolian where it is wanted; his committee takes the case."""
    last = max(on for on, _key in plan.moves)
    fit = [one for one in staff if plan.matter["category"] in one.fields and one.there(plan.received_on, last)]
    here = [one for one in fit or staff if not plan.at_home or one.organisation_id == desk.organisation_id]
    spoken = [one for one in here if MONGOLIAN in one.languages] if plan.mongolian else here
    return plan.chance.choice(spoken or here or fit)


def _found_by(plan: Plan, case: Case) -> list[str]:
    names = [party["name"] for party in plan.parties]
    papers = [party.get(key, "") for party in plan.parties for key in ("id_number", "phone")]
    numbers = [case.entry_number, case.number or "", plan.referral.get("court_number", "")]
    return [one for one in (*numbers, *names, *map(initials.of, names), *papers) if one]


def _accept(w: Work, case: Case, plan: Plan, day: date) -> str:
    own = people.organisation(w.session, case.organisation_id)
    assert own is not None
    given = series.official_number(w, own, day)
    given.case_id = case.id
    old, order = case.order, orders.next_order(w.session, day)
    w.change(case, None, {"number": given.text, "accepted_on": day, "order": order})
    search.rekey(w.session, old, order, _found_by(plan, case))
    plan.stage = Stage.ACCEPTED
    return given.text


def _reject(w: Work, case: Case, plan: Plan, day: date) -> str:
    plan.stage = Stage.REJECTED
    return str(demo_staff.words()["reason_rejected"])


def _assign(w: Work, case: Case, plan: Plan, day: date) -> str:
    assert plan.lead is not None
    w.add(Assignment(case_id=case.id, mediator_id=plan.lead.id, assigned_on=day, chosen_by="调解组织指派", conflicts=[]))
    plan.stage = Stage.ASSIGNED
    return plan.lead.name


def _session(w: Work, case: Case, plan: Plan, day: date) -> str:
    assert plan.lead is not None
    plan.sittings += 1
    hour = plan.chance.choice((9, 10, 14, 15))
    sitting = Session(
        case_id=case.id,
        ordinal=plan.sittings,
        day=day,
        begins=time(hour),
        ends=time(hour + 1, plan.chance.choice((10, 30, 50))),
        place="诉调对接中心调解室",
        method=plan.chance.choice((SessionMethod.ON_SITE, SessionMethod.ON_SITE, SessionMethod.VIDEO, SessionMethod.HOME)),
        language=f"{MONGOLIAN}、汉语" if plan.mongolian else "汉语",
        lead_mediator_id=plan.lead.id,
        recorder="赵某某",
        rights_told_on=day,
        text="调解员核对双方身份，告知权利义务，双方不申请回避。双方陈述了各自的意见，调解员逐项核对事实并说明有关规定。",
        result="双方各自考虑后再谈。",
    )
    w.add(sitting)
    w.flush()
    for n, (party, party_id) in enumerate(zip(plan.parties, plan.party_ids, strict=True), 1):
        w.add(Attendee(case_id=case.id, session_id=sitting.id, ordinal=n, party_id=party_id, name=party["name"]))
    plan.stage = Stage.IN_MEDIATION
    return sitting.result


def _suspend(w: Work, case: Case, plan: Plan, day: date) -> str:
    reason = str(demo_staff.words()["reason_suspended"])
    rest = w.add(Suspension(case_id=case.id, begins=day, ends=None, reason=reason, excluded=True))
    w.flush()
    plan.rest_id = rest.id
    plan.stage = Stage.SUSPENDED
    return reason


def _resume(w: Work, case: Case, plan: Plan, day: date) -> str:
    w.change(w.get(Suspension, plan.rest_id), None, {"ends": day})
    plan.stage = Stage.IN_MEDIATION
    return "鉴定意见已收到。"


def _fail(w: Work, case: Case, plan: Plan, day: date) -> str:
    reason = str(plan.chance.choice(demo_staff.words()["reasons_failed"]))
    w.add(Outcome(case_id=case.id, code=plan.chance.choice(_FAILED), concluded_on=day, agreed_fen=None, reason=reason))
    plan.stage = Stage.CONCLUDED
    return reason


def _withdraw(w: Work, case: Case, plan: Plan, day: date) -> str:
    reason = str(demo_staff.words()["reason_withdrawn"])
    w.add(Outcome(case_id=case.id, code=OutcomeCode.SETTLED_WITHDRAWN, concluded_on=day, agreed_fen=None, reason=reason))
    plan.stage = Stage.CONCLUDED
    return reason


def _agree(w: Work, case: Case, plan: Plan, day: date) -> str:
    """A small sum paid at once is agreed by word of mouth, the others in writing on paper that was signed by hand."""
    oral = len(plan.due) == 1 and plan.due[0] == (day, plan.due[0][1]) and plan.claim_fen < 2_000_000
    total = sum(fen for _day, fen in plan.due)
    standing = Agreement(
        case_id=case.id,
        form=AgreementForm.ORAL if oral else AgreementForm.WRITTEN,
        status=AgreementStatus.SIGNED,
        number=case.number,
        day=day,
        place="诉调对接中心调解室",
        facts=case.summary,
        disputed="双方对数额和期限有争议。",
        clauses=["双方就本次纠纷再无其他争议。"],
        confirmation_wanted=False,
        effective_on=day,
        earliest_effect_on=day,
    )
    w.add(standing)
    w.flush()
    if not oral:
        _signed(w, case, standing.id, day)
    last, parts = plan.due[-1][0], len(plan.due)
    timing = ObligationTiming.INSTALMENTS if parts > 1 else ObligationTiming.BY_DATE if last > day else ObligationTiming.AT_ONCE
    owed = Obligation(
        case_id=case.id,
        agreement_id=standing.id,
        ordinal=1,
        timing=timing,
        subject=plan.matter["subject"],
        amount_fen=total,
        due_on=last if timing is ObligationTiming.BY_DATE else None,
        way=plan.way,
        details={},
    )
    w.add(owed)
    w.flush()
    plan.obligation_id = owed.id
    for party_id, part in zip(plan.party_ids, (ObligationPart.CREDITOR, ObligationPart.DEBTOR), strict=True):
        w.add(ObligationParty(case_id=case.id, obligation_id=owed.id, party_id=party_id, part=part))
    if parts > 1:
        rows = [
            w.add(Instalment(case_id=case.id, obligation_id=owed.id, ordinal=n, due_on=due, amount_fen=fen))
            for n, (due, fen) in enumerate(plan.due, 1)
        ]
        w.flush()
        plan.instalment_ids = [row.id for row in rows]
    code = OutcomeCode.AGREED_ORAL if oral else OutcomeCode.AGREED_WRITTEN
    w.add(Outcome(case_id=case.id, code=code, concluded_on=day, agreed_fen=total))
    plan.stage = Stage.CONCLUDED
    return ""


def _signed(w: Work, case: Case, agreement_id: int, day: date) -> None:
    """Everybody signed on the day: people by hand and fingerprint, bodies by hand and seal, the committee by its seal."""
    parties = w.session.scalars(select(Party).where(Party.case_id == case.id, Party.role.in_(SIDES)).order_by(Party.ordinal)).all()
    lead = w.session.scalars(
        select(Mediator)
        .join(Assignment, Assignment.mediator_id == Mediator.id)
        .where(Assignment.case_id == case.id, Assignment.ended_on.is_(None))
    ).first()
    own = people.organisation(w.session, case.organisation_id)
    lines: list[dict[str, Any]] = []
    for party in parties:
        body = party.kind is not PartyKind.PERSON
        signer = SignerKind.LEGAL_REPRESENTATIVE if body else SignerKind.PARTY
        lines.append({"signer": signer, "party_id": party.id, "name": party.name, "by_hand": True, "fingerprint": not body, "seal": body})
    if lead is not None:
        lines.append({"signer": SignerKind.MEDIATOR, "mediator_id": lead.id, "name": lead.name, "by_hand": True})
    lines.append({"signer": SignerKind.COMMITTEE, "name": own.name if own else "", "seal": True})
    for ordinal, line in enumerate(lines, 1):
        w.add(Signing(case_id=case.id, agreement_id=agreement_id, ordinal=ordinal, signed_on=day, **line))


def _perform(w: Work, case: Case, plan: Plan, day: date) -> str:
    n, (_due, fen) = plan.paid, plan.due[plan.paid]
    w.add(
        Performance(
            case_id=case.id,
            obligation_id=plan.obligation_id,
            instalment_id=plan.instalment_ids[n] if plan.instalment_ids else None,
            party_id=plan.party_ids[1],
            day=day,
            amount_fen=fen,
            way=plan.way,
            receipt="收条1张" if plan.way is PaymentWay.CASH else "银行回单1张",
        )
    )
    plan.paid += 1
    plan.stage = Stage.PERFORMED if plan.paid == len(plan.due) else Stage.PERFORMING
    return str(plan.matter["subject"])


def _close(w: Work, case: Case, plan: Plan, day: date) -> str:
    w.change(case, None, {"closed_on": day})
    return ""


def _archive(w: Work, case: Case, plan: Plan, day: date) -> str:
    w.change(case, None, {"archived_on": day, "retention": f"long {_YEARS}", "dossier_pages": _PAGES + plan.n % 17})
    plan.stage = Stage.ARCHIVED
    return ""


_MOVES: dict[str, Callable[[Work, Case, Plan, date], str]] = {
    "accept": _accept,
    "assign": _assign,
    "reject": _reject,
    "session": _session,
    "suspend": _suspend,
    "resume": _resume,
    "fail": _fail,
    "withdraw": _withdraw,
    "agree": _agree,
    "perform": _perform,
    "close": _close,
    "archive": _archive,
}
