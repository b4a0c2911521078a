"""An office of random cases, written as nouns, with the plain facts they were made of, for counting them a second time."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from db.models.agreement import Agreement
from db.models.assignment import Assignment
from db.models.case import Case
from db.models.confirmation import Confirmation
from db.models.mediator import Mediator
from db.models.organisation import Organisation
from db.models.outcome import Outcome
from db.models.prevented import PreventedHarm
from db.vocabulary import (
    AgreementForm,
    AgreementStatus,
    AssignmentRole,
    ConfirmationResult,
    Harm,
    OutcomeCode,
    RefusalReason,
    Source,
    Stage,
)
from db.work import Work
from desktop.services.desk import Desk

FIRST, DAYS = date(2024, 11, 1), 800
CATEGORIES = ("traffic", "family", "labour", "finance", "other")
TYPES = ("婚姻家庭纠纷", "合同纠纷", "拖欠农民工工资", "其他劳动争议", "道路交通事故纠纷", "")
SUMS = (None, 1, 99, 4_999, 5_000, 2_000_000, 519_425_392, 12_345_678_901)


Applied = tuple[date | None, str, date | None, date | None, str | None]  # applied, result, ruled, served, the court's reason


@dataclass
class Fact:
    """What is known of one case, in plain values."""

    category: str
    moj_type: str
    source: str
    organisation: int
    accepted: date | None
    claim: int | None
    outcomes: list[tuple[date, str, int | None, bool]] = field(default_factory=list)  # day, code, sum, taken back
    leads: list[tuple[date, int]] = field(default_factory=list)
    forms: list[tuple[str, str]] = field(default_factory=list)  # form, status
    applications: list[Applied] = field(default_factory=list)
    harms: list[tuple[str, int]] = field(default_factory=list)  # kind, people
    id: int = 0


def fill(desk: Desk, seed: int, count: int) -> list[Fact]:
    """Writes so many cases in three organisations with four mediators; the same seed makes the same office."""
    dice = random.Random(seed)
    with desk.work("fill") as w:
        others = [w.add(Organisation(name=f"{place}人民调解委员会", short_name=place)) for place in ("托克托县", "武川县")]
        w.flush()
        offices = [desk.organisation_id, *(one.id for one in others)]
        mediators = [w.add(Mediator(organisation_id=offices[n % 3], name=name)) for n, name in enumerate(("李某", "王某", "其某", "李某"))]
        w.flush()
        facts = [_fact(dice, offices, [one.id for one in mediators]) for _ in range(count)]
        _write(w, facts)
        w.commit()
    return facts


def _day(dice: random.Random) -> date:
    return FIRST + timedelta(days=dice.randrange(DAYS))


def _fact(dice: random.Random, offices: list[int], mediators: list[int]) -> Fact:
    accepted = None if dice.random() < 0.08 else _day(dice)
    fact = Fact(
        dice.choice(CATEGORIES), dice.choice(TYPES), dice.choice(list(Source)).value, dice.choice(offices), accepted, dice.choice(SUMS)
    )
    if accepted is None:
        return fact
    later = lambda most: accepted + timedelta(days=dice.randrange(-3, most))  # noqa: E731 (some days lie before the acceptance)
    for _ in range(dice.choice((0, 1, 1, 1, 2))):
        code = dice.choice(list(OutcomeCode)).value
        fact.outcomes.append((later(120), code, dice.choice(SUMS) if code.startswith("agreed") else None, dice.random() < 0.25))
    fact.leads = [(later(60), dice.choice(mediators)) for _ in range(dice.choice((0, 1, 1, 2)))]
    if fact.outcomes and dice.random() < 0.7:
        status = (AgreementStatus.SIGNED, AgreementStatus.SIGNED, AgreementStatus.VOID, AgreementStatus.DRAFT)
        fact.forms = [(dice.choice(list(AgreementForm)).value, dice.choice(status).value) for _ in range(dice.choice((1, 2)))]
        for _ in range(dice.choice((0, 0, 1, 2))):
            applied = None if dice.random() < 0.1 else later(150)
            result = dice.choice(list(ConfirmationResult)).value
            ruled = later(220) if result != "pending" and dice.random() < 0.8 else None
            served = later(220) if ruled is None and dice.random() < 0.5 else None
            why = dice.choice((None, *(one.value for one in RefusalReason))) if result not in ("pending", "confirmed") else None
            fact.applications.append((applied, result, ruled, served, why))
    fact.harms = [(harm.value, dice.randrange(1, 90)) for harm in Harm if dice.random() < 0.2]
    return fact


def _write(w: Work, facts: list[Fact]) -> None:
    """Rows of one kind at a time: they get their ids in the order in which they are added."""
    cases = []
    for n, fact in enumerate(facts):
        day = fact.accepted or FIRST
        cases.append(
            w.add(
                Case(
                    order=(day.year * 10_000 + day.month * 100 + day.day) * 1_000_000 + n + 500, organisation_id=fact.organisation,
                    entry_number=f"T-{n:05d}", number=f"试字第{n}号" if fact.accepted else None,
                    stage=Stage.ACCEPTED if fact.accepted else Stage.REGISTERED, category=fact.category, moj_type=fact.moj_type,
                    source=Source(fact.source), received_on=day, entered_on=day, accepted_on=fact.accepted, claim_fen=fact.claim,
                )
            )
        )  # fmt: skip
    w.flush()
    last: dict[int, Agreement] = {}
    for fact, case in zip(facts, cases, strict=True):
        fact.id = case.id
        for on, code, agreed, undone in fact.outcomes:
            w.add(Outcome(case_id=case.id, code=OutcomeCode(code), concluded_on=on, agreed_fen=agreed, undone=undone))
        for harm, people in fact.harms:
            w.add(PreventedHarm(case_id=case.id, kind=Harm(harm), people_count=people, reason="试"))
        for on, mediator in fact.leads:
            w.add(Assignment(case_id=case.id, mediator_id=mediator, role=AssignmentRole.LEAD_MEDIATOR, assigned_on=on))
            w.add(Assignment(case_id=case.id, mediator_id=mediator, role=AssignmentRole.CO_MEDIATOR, assigned_on=on))
        for form, status in fact.forms:
            last[fact.id] = w.add(Agreement(case_id=case.id, form=AgreementForm(form), status=AgreementStatus(status)))
    w.flush()
    for fact in facts:
        for applied, result, ruled, served, why in fact.applications:
            word, kind = ConfirmationResult(result), RefusalReason(why) if why else None
            under = {"case_id": fact.id, "agreement_id": last[fact.id].id}
            w.add(Confirmation(**under, applied_on=applied, result=word, ruled_on=ruled, served_on=served, reason_kind=kind))


# --- the second count, in plain Python --------------------------------------------------------------------------------------------


def last_outcome(fact: Fact) -> tuple[date, str, int | None] | None:
    """Day (not before the acceptance), code and sum of the conclusion that stands."""
    standing = [one for one in fact.outcomes if not one[3]]
    if not standing or fact.accepted is None:
        return None
    on, code, agreed, _undone = standing[-1]
    return max(on, fact.accepted), code, agreed


def decided(application: Applied) -> date | None:
    applied, result, ruled, served, _why = application
    return None if result == "pending" else ruled or served or applied


def place(fact: Fact, split: str, last: date, application: int | None = None) -> object:
    """Where a case, or one of its applications, stands in a split on the last day of a period."""
    end = last_outcome(fact)
    ended = end is not None and end[0] <= last
    if split in ("category", "moj_type", "source", "organisation"):
        return getattr(fact, split)
    if split == "mediator":
        known = [mediator for on, mediator in fact.leads if on <= last]
        return known[-1] if known else None
    if split == "outcome":
        return end[1] if ended and end else None
    if split == "agreement_form":
        if not ended or end is None:
            return None
        signed = [form for form, status in fact.forms if status == "signed"]
        return signed[-1] if signed else {"agreed_written": "written", "agreed_oral": "oral"}.get(end[1])
    if split == "refusal":
        return fact.applications[application][4] if application is not None else None
    made = [n for n, one in enumerate(fact.applications) if one[0] is not None and one[0] <= last]
    if application is None and not made:
        return None
    one = fact.applications[made[-1] if application is None else application]
    on = decided(one)
    return one[1] if on is not None and on <= last else "pending"


def count(
    facts: list[Fact], first: date, last: date, splits: tuple[str, ...], organisation: int | None = None
) -> dict[tuple[object, ...], dict[str, int]]:
    """Every figure of every group, one case after the other."""
    found: dict[tuple[object, ...], dict[str, int]] = {}

    def add(fact: Fact, key: str, more: int = 1, application: int | None = None) -> None:
        here = tuple(place(fact, split, last, application) for split in splits)
        values = found.setdefault(here, {})
        values[key] = values.get(key, 0) + more

    for fact in facts:
        if fact.accepted is None or fact.accepted > last or organisation not in (None, fact.organisation):
            continue
        end = last_outcome(fact)
        if fact.accepted < first and (end is None or end[0] >= first):
            add(fact, "brought_forward")
        if fact.accepted >= first:
            add(fact, "accepted")
            add(fact, "claimed_fen", fact.claim or 0)
        if end is None or end[0] > last:
            add(fact, "open_at_end")
        elif end[0] >= first:
            add(fact, "concluded")
            add(fact, "claimed_concluded_fen", fact.claim or 0)
            for harm, people in fact.harms:
                add(fact, f"prevented_{harm}")
                add(fact, f"prevented_{harm}_people", people)
            if end[1].startswith("agreed"):
                add(fact, "agreed_cases")
                add(fact, "agreed_fen", end[2] or 0)
        for n, one in enumerate(fact.applications):
            if one[0] is None or one[0] > last:
                continue
            on = decided(one)
            if one[0] >= first:
                add(fact, "confirmation_applied", 1, n)
            if on is not None and first <= on <= last:
                add(fact, "confirmation_ended", 1, n)
                if one[1] == "confirmed":
                    add(fact, "confirmation_confirmed", 1, n)
                else:
                    add(fact, "confirmation_refused", 1, n)
    return found
