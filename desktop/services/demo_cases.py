"""Generated cases of the training office at all stages: every move a work of its own, on its day, written as nouns.

The services take a tenth of a second a move, since they load the whole case each time; here a plan knows what stands, so that three
hundred cases are made in seconds. A day is a seed: the same day makes the same cases.

It has over 400 lines: a plan and the moves that play it are read together.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
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
from desktop.domain import dates, identity, initials
from desktop.domain.effect import SIDES
from desktop.services import demo_staff, intake, life, series
from desktop.services.demo_staff import MONGOLIAN, Person
from desktop.services.desk import Desk

_PAGES, _YEARS = 28, 10
_FAILED = (OutcomeCode.FAILED_DIVERGENCE, OutcomeCode.FAILED_REFUSED, OutcomeCode.FAILED_UNREACHABLE)


@dataclass
class Plan:
    """One case: what was drawn for it, and what its moves left behind (ids, stage)."""

    n: int
    chance: random.Random
    matter: dict[str, Any]
    received_on: date
    parties: list[dict[str, Any]]
    claim_fen: int
    mongolian: bool
    moves: list[tuple[date, str]] = field(default_factory=list)
    due: list[tuple[date, int]] = field(default_factory=list)  # day and fen of each part that was agreed
    way: PaymentWay = PaymentWay.TRANSFER
    id: int = 0
    stage: Stage = Stage.REGISTERED
    lead: Person | None = None
    sittings: int = 0
    rest_id: int = 0
    party_ids: list[int] = field(default_factory=list)
    obligation_id: int = 0
    instalment_ids: list[int] = field(default_factory=list)
    paid: int = 0


def plans(today: date, count: int) -> list[Plan]:
    """So many plans over the last four hundred days, more of them lately; moves end with today."""
    said = demo_staff.words()
    return [_plan(said, today, n) for n in range(count)]


def _plan(said: Any, today: date, n: int) -> Plan:
    chance = random.Random(f"case {today} {n}")
    matter = chance.choices(said["matter"], [one["weight"] for one in said["matter"]])[0]
    received = today - timedelta(int(400 * chance.random() ** 2.6))
    fen = int(matter["least"] + (matter["most"] - matter["least"]) * chance.random() ** 3) // 100 * 10_000 or 30_000
    mongolian = chance.random() < 0.12
    parties = [
        {"role": role, **(_company(chance, n) if matter[role] == "company" else _somebody(chance, said, mongolian))}
        for role in ("applicant", "respondent")
    ]
    plan = Plan(n, chance, matter, received, parties, fen, mongolian)
    plan.moves = [(day, key) for day, key in _road(plan) if day <= today]
    return plan


def _somebody(chance: random.Random, said: Any, mongolian: bool) -> dict[str, Any]:
    region = chance.choice(said["region"])
    born = date(1950, 1, 1) + timedelta(chance.randrange(19_500))
    first = f"{region['code']}{born:%Y%m%d}{chance.randrange(10, 990):03d}"
    return {
        "kind": "person",
        "name": f"{chance.choice(said['mongolian'] if mongolian else said['surnames'])}某{chance.choice(said['marks_party'])}",
        "id_number": first + identity.check_figure(first),
        "ethnic_group": "蒙古" if mongolian else "汉",
        "phone": f"13{chance.choice('5678')}{chance.randrange(10**8):08d}",
        "usual_residence": f"内蒙古自治区呼和浩特市{region['name']}某小区{chance.randrange(1, 30)}号楼",
        "occupation": chance.choice(said["occupations"]),
        "language": MONGOLIAN if mongolian else "汉语",
    }


def _company(chance: random.Random, n: int) -> dict[str, Any]:
    return {
        "kind": "company",
        "name": f"内蒙古某{n + 1}号有限责任公司",
        "legal_representative": "某某某",
        "legal_representative_post": "执行董事",
        "business_address": "内蒙古自治区呼和浩特市某街",
        "phone": f"0471-{chance.randrange(5_550_000, 5_560_000)}",
    }


def _road(plan: Plan) -> list[tuple[date, str]]:
    """The days and keys of its moves, wherever today stands."""
    chance = plan.chance
    day = plan.received_on
    found: list[tuple[date, str]] = [(day, "open")]

    def then(key: str, least: int, most: int) -> date:
        nonlocal day
        day += timedelta(chance.randint(least, most))
        found.append((day, key))
        return day

    if chance.random() < 0.04:
        then("reject", 0, 3)
        return found
    then("accept", 0, 3)
    then("assign", 0, 2)
    then("session", 2, 12)
    if chance.random() < 0.06:
        then("suspend", 1, 5)
        then("resume", 15, 60)
    if chance.random() < 0.3:
        then("session", 3, 12)
    if chance.random() > 0.66:
        then(chance.choice(("fail", "fail", "fail", "withdraw")), 1, 15)
        then("close", 3, 12)
        if chance.random() < 0.8:
            then("archive", 5, 40)
        return found
    agreed = then("agree", 0, 10)
    fen, how = plan.claim_fen - plan.claim_fen // 10 * chance.choice((0, 0, 1, 2)), chance.random()
    if how < 0.35:
        plan.due, plan.way = [(agreed, fen)], chance.choice((PaymentWay.CASH, PaymentWay.TRANSFER))
    elif how < 0.8:
        plan.due = [(agreed + timedelta(chance.randrange(10, 60)), fen)]
    else:
        part = fen // 3
        plan.due = [(dates.add_months(agreed, n), fen - 2 * part if n == 3 else part) for n in (1, 2, 3)]
    for due, _fen in plan.due:
        if due > agreed and chance.random() < 0.12:
            return found  # not paid: overdue, until somebody enters the default
        day = max(day, due - timedelta(chance.randrange(0, 3)) if due > agreed else due)
        found.append((day, "perform"))
    then("close", 4, 15)
    if chance.random() < 0.8:
        then("archive", 5, 40)
    return found


def play(desk: Desk, plan: Plan, key: str, day: date, staff: Sequence[Person]) -> None:
    """One move of a plan as one work under its own name."""
    name = {"open": "open_case", "agree": "settled", "fail": "conclude", "withdraw": "conclude"}.get(key, key)
    with desk.work(name, plan.id or None) as w:
        if key == "open":
            _open(desk, w, plan)
        else:
            case, before = w.get(Case, plan.id), plan.stage
            told = _assign(w, case, plan, day, staff) if key == "assign" else _MOVES[key](w, case, plan, day)
            w.change(case, None, {"stage": plan.stage})
            label = "conclude" if key in ("agree", "fail", "withdraw") else key
            life.moved(w, case, label, day, before, plan.stage, told)
        w.commit()


def _open(desk: Desk, w: Work, plan: Plan) -> None:
    matter, total = plan.matter, Decimal(plan.claim_fen) / 100
    clean = {
        "received_on": plan.received_on,
        "category": matter["category"],
        "cause": matter["cause"],
        "happened_on": plan.received_on - timedelta(plan.chance.randrange(5, 300)),
        "place": plan.parties[1].get("usual_residence") or plan.parties[1].get("business_address"),
        "summary": matter["summary"],
        "claims": [matter["claim"].format(sum=total)],
        "claim": plan.claim_fen,
        "people_count": 2,
        "mongolian": plan.mongolian,
        "difficult": plan.chance.random() < 0.1,
        "facts": {"migrant_workers": True} if matter.get("migrant") else {},
    }
    case = intake.add_case(desk, w, clean)
    w.flush()
    plan.id = w.case_id = case.id
    intake.add_parties(w, case.id, plan.parties, plan.received_on)
    given = series.entry_number(w, desk.organisation_id, plan.received_on)
    given.case_id, case.entry_number = case.id, given.text
    w.flush()
    search.index(w.session, case.order, _found_by(plan, case))
    plan.party_ids = list(w.session.scalars(select(Party.id).where(Party.case_id == case.id).order_by(Party.ordinal)))


def _found_by(plan: Plan, case: Case) -> list[str]:
    names = [party["name"] for party in plan.parties]
    papers = [party.get(key, "") for party in plan.parties for key in ("id_number", "phone")]
    return [case.entry_number, case.number or "", *names, *map(initials.of, names), *papers]


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


def _assign(w: Work, case: Case, plan: Plan, day: date, staff: Sequence[Person]) -> str:
    last = max(on for on, _key in plan.moves)
    fit = [one for one in staff if plan.matter["category"] in one.fields and one.there(day, last)]
    spoken = [one for one in fit if MONGOLIAN in one.languages] if plan.mongolian else fit
    plan.lead = plan.chance.choice(spoken or fit or list(staff))
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
