"""What is drawn for each generated case of the training office: who, about what, for how much, and which moves on which days.

A day is a seed: the same day makes the same cases. The first of every hundred are chosen, so that a small office too has an agreement that
waits for signatures, one before the court, one half performed; the others go the way that chance has it.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from db.models.case import Case
from db.vocabulary import PaymentWay, Stage
from desktop.domain import dates, identity
from desktop.services import demo_facts, demo_staff
from desktop.services.demo_facts import Told
from desktop.services.demo_staff import HAN, MONGOLIAN, Person

_EVERY = 100


@dataclass
class Plan:
    """One case: what was drawn for it, and what its moves left behind (the case as kept, ids, stage)."""

    n: int
    chance: random.Random
    matter: Mapping[str, Any]
    received_on: date
    happened_on: date
    parties: list[dict[str, Any]]
    claim_fen: int
    mongolian: bool
    at_home: bool
    facts: dict[str, Any]
    referral: dict[str, Any] = field(default_factory=dict)
    moves: list[tuple[date, str]] = field(default_factory=list)
    due: list[tuple[date, int]] = field(default_factory=list)  # day and fen of each part that was agreed
    way: PaymentWay = PaymentWay.TRANSFER
    case: Case | None = None
    made: int = 0  # how many moves the case has
    stage: Stage = Stage.REGISTERED
    lead: Person | None = None
    sittings: int = 0
    rest_id: int = 0
    party_ids: list[int] = field(default_factory=list)
    obligation_id: int = 0
    instalment_ids: list[int] = field(default_factory=list)
    paid: int = 0

    @property
    def id(self) -> int:
        """The id of its case; 0 before it is open."""
        return self.case.id if self.case is not None else 0


def plans(today: date, count: int) -> list[Plan]:
    """So many plans over the last four hundred days, more of them lately; moves end with today."""
    said = demo_staff.words()
    return [_plan(said, today, n) for n in range(count)]


def _plan(said: Mapping[str, Any], today: date, n: int) -> Plan:
    chance = random.Random(f"case {today} {n}")
    chosen = _CHOSEN.get(n % _EVERY)
    matters = [one for one in said["matter"] if chosen is None or one["cause"] in chosen.causes]
    matter = chance.choices(matters, [one["weight"] for one in matters])[0]
    since = int(400 * chance.random() ** 2.6) if chosen is None else chance.randint(*chosen.since)
    received = today - timedelta(since)
    happened = received - timedelta(chance.randrange(20, 300))
    fen = int(matter["least"] + (matter["most"] - matter["least"]) * chance.random() ** 3) // 100 * 10_000 or 30_000
    mongolian = chance.random() < 0.12
    region = chance.choice(said["region"])
    parties = [
        {"role": role, **(_company(chance, matter, n) if matter[role] == "company" else _somebody(chance, said, mongolian, matter, role))}
        for role in ("applicant", "respondent")
    ]
    told = Told(chance, happened, received, fen, parties[0], parties[1], region["name"])
    facts = demo_facts.of(matter, told)
    home = chosen is not None or chance.random() < 0.6
    plan = Plan(n, chance, matter, received, happened, parties, fen, mongolian, home, facts)
    if chosen is not None:
        chosen.road(plan)
    else:
        _road(plan)
        if home and chance.random() < 0.2:
            plan.referral = _referral(plan, slip=True)
    plan.moves = [(day, key) for day, key in plan.moves if day <= today]
    return plan


def _somebody(chance: random.Random, said: Mapping[str, Any], mongolian: bool, matter: Mapping[str, Any], role: str) -> dict[str, Any]:
    region = chance.choice(said["region"])
    old = matter.get("facts") == "parent_support" and role == "applicant"
    born = date(1941, 1, 1) + timedelta(chance.randrange(6_000)) if old else date(1965, 1, 1) + timedelta(chance.randrange(13_000))
    number = f"{region['code']}{born:%Y%m%d}{chance.randrange(10, 990):03d}"
    number += identity.check_figure(number)
    return {
        "kind": "person",
        "name": f"{chance.choice(said['mongolian'] if mongolian else said['surnames'])}某{chance.choice(said['marks_party'])}",
        "id_number": number,
        "ethnic_group": "蒙古" if mongolian else "汉",
        "phone": f"13{chance.choice('5678')}{chance.randrange(10**8):08d}",
        "usual_residence": f"内蒙古自治区呼和浩特市{region['name']}某小区{chance.randrange(1, 30)}号楼",
        "occupation": "退休" if old else chance.choice(said["occupations"]),
        "language": MONGOLIAN if mongolian else HAN,
    }


def _company(chance: random.Random, matter: Mapping[str, Any], n: int) -> dict[str, Any]:
    return {
        "kind": "company",
        "name": f"内蒙古某{n + 1}号{matter.get('body', '有限责任公司')}",
        "legal_representative": "某某某",
        "legal_representative_post": "执行董事",
        "business_address": "内蒙古自治区呼和浩特市某街",
        "phone": f"0471-{chance.randrange(5_550_000, 5_560_000)}",
    }


def _referral(plan: Plan, slip: bool) -> dict[str, Any]:
    """From the court of the office; the return slip came back with it, or is out still."""
    day = plan.received_on
    return {
        "court": "内0102",
        "court_number": f"（{day.year}）内0102诉前调{plan.n + 1}号",
        "handed_by": "赵法官",
        "received_on": day,
        "slip_signed_on": day if slip else None,
    }


# --- the way that chance has it -----------------------------------------------------------------------------------------------------


class _Days:
    """Adds moves to a plan, one after the other."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.day = plan.received_on
        self.then("open", 0, 0)

    def then(self, key: str, least: int, most: int = -1) -> date:
        """The next move, so many days later (exactly `least` without `most`)."""
        self.day += timedelta(self._plan.chance.randint(least, max(least, most)))
        self._plan.moves.append((self.day, key))
        return self.day


def _road(plan: Plan) -> None:
    """The days and keys of its moves, wherever today stands."""
    chance, road = plan.chance, _Days(plan)
    then = road.then
    if chance.random() < 0.04:
        then("reject", 0, 3)
        return
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
        return
    agreed = then("agree", 0, 10)
    fen, how = plan.claim_fen - plan.claim_fen // 10 * chance.choice((0, 0, 1, 2)), chance.random()
    if how < 0.35:
        plan.due, plan.way = [(agreed, fen)], chance.choice((PaymentWay.CASH, PaymentWay.TRANSFER))
    elif how < 0.8:
        plan.due = [(agreed + timedelta(chance.randrange(10, 60)), fen)]
    else:
        plan.due = _thirds(agreed, fen)
    for due, _fen in plan.due:
        if due > agreed and chance.random() < 0.12:
            return  # not paid: overdue, until somebody enters the default
        road.day = max(road.day, due - timedelta(chance.randrange(0, 3)) if due > agreed else due)
        then("perform", 0)
    then("close", 4, 15)
    if chance.random() < 0.8:
        then("archive", 5, 40)


def _thirds(agreed: date, fen: int) -> list[tuple[date, int]]:
    part = fen // 3
    return [(dates.add_months(agreed, n), fen - 2 * part if n == 3 else part) for n in (1, 2, 3)]


# --- the chosen ones ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Chosen:
    """`since`: how many days ago it came, from and to; `road` adds its moves; `causes` are those that suit it."""

    since: tuple[int, int]
    road: Callable[[Plan], None]
    causes: tuple[str, ...] = ("民间借贷纠纷", "机动车交通事故责任纠纷", "买卖合同纠纷")


def _to_the_table(plan: Plan) -> _Days:
    road = _Days(plan)
    road.then("accept", 1)
    road.then("assign", 0)
    road.then("session", 4)
    return road


def _on_paper(*then: tuple[str, int], parts: bool = False, weeks: int = 3) -> Callable[[Plan], None]:
    """A written agreement that was issued as a paper, and what followed so many days later each."""

    def road(plan: Plan) -> None:
        days = _to_the_table(plan)
        agreed = days.then("draft", 1)
        days.then("issue", 0)
        plan.due = _thirds(agreed, plan.claim_fen) if parts else [(agreed + timedelta(7 * weeks), plan.claim_fen)]
        for key, later in then:
            days.then(key, later)

    return road


def _not_accepted(plan: Plan) -> None:
    days = _Days(plan)
    days.then("refuse", 1)


def _came_to_nothing(plan: Plan) -> None:
    days = _to_the_table(plan)
    days.then("session", 9)
    days.then("give_up", 5)


def _slip_is_out(plan: Plan) -> None:
    plan.referral = _referral(plan, slip=False)
    days = _Days(plan)
    days.then("accept", 1)
    days.then("assign", 1)


def _next_session(plan: Plan) -> None:
    plan.referral = _referral(plan, slip=True)
    days = _to_the_table(plan)
    days.then("guest", 0)
    days.then("appoint", 1)


_CHOSEN: Mapping[int, _Chosen] = {
    0: _Chosen((7, 9), _on_paper()),
    1: _Chosen((10, 14), _on_paper(("one_signs", 1))),
    2: _Chosen((18, 30), _on_paper(("sign", 1), ("scan", 1))),
    3: _Chosen((22, 28), _on_paper(("sign", 1), ("apply", 5))),
    4: _Chosen((30, 40), _on_paper(("sign", 1), ("apply", 5), ("supplement", 4))),
    5: _Chosen((80, 120), _on_paper(("sign", 1), ("apply", 5), ("confirmed", 14), ("perform", 2), ("visit", 7))),
    6: _Chosen((80, 120), _on_paper(("sign", 1), ("apply", 5), ("dismissed", 16))),
    7: _Chosen((75, 95), _on_paper(("sign", 1), ("perform", 27), parts=True)),
    8: _Chosen((5, 40), _not_accepted, ("追索劳动报酬纠纷", "分家析产纠纷", "相邻关系纠纷")),
    9: _Chosen((30, 80), _came_to_nothing, ("赡养费纠纷", "经济补偿金纠纷", "物业服务合同纠纷")),
    10: _Chosen((4, 16), _slip_is_out, ("金融借款合同纠纷", "买卖合同纠纷")),
    11: _Chosen((8, 14), _next_session, ("机动车交通事故责任纠纷",)),
}
