"""Labour: each claim out of the list of demands, and contract, performance, end, injury and arbitration in words (forms brief 1.3 D)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.vocabulary import PartyRole
from desktop.domain import dates, money
from desktop.domain.element_forms.ground import NO, YES, Ground, Rule
from desktop.domain.element_forms.rules.shared import joined, names

CLAIMS = ("wages", "double_wage", "overtime", "leave", "insurance_loss", "severance", "unlawful_dismissal")


def _demands(ground: Ground, item: str) -> list[Any]:
    return [one for one in ground.facts.get("demands") or () if one.get("item") == item]


def _claims(item: str) -> Rule:
    """Yes where it is demanded (without a list of demands: computed); no where they are listed without it."""

    def rule(ground: Ground) -> str | None:
        if ground.facts.get("demands"):
            return YES if _demands(ground, item) else NO
        return (YES if item in ground.sums else NO) if ground.sums else None

    return rule


def _details(item: str) -> Rule:
    def rule(ground: Ground) -> str:
        known = _demands(ground, item)
        if len(known) <= 1 and item in ground.sums and not any(one.get("amount") is not None for one in known):
            known = [{**(known[0] if known else {}), "item": item, "amount": ground.sums[item]}]
        return "；".join(_demand(ground, one) for one in known)

    return rule


def _demand(ground: Ground, one: Any) -> str:
    amount = f"{money.figures(one['amount'])}元" if one.get("amount") is not None else ""
    return "，".join(part for part in (one.get("details") or "", amount) if part) or ground.word("demand", one["item"])


def _others(ground: Ground) -> str:
    lines = [
        f"{ground.word('demand', one['item'])}：{_demand(ground, one)}"
        if one.get("amount") is not None or one.get("details")
        else ground.word("demand", one["item"])
        for one in ground.facts.get("demands") or ()
        if one.get("item") not in CLAIMS
    ]
    return "；".join([*lines, *([ground.facts["other_claims"]] if ground.facts.get("other_claims") else [])])


def _employer(ground: Ground) -> str:
    return ground.facts.get("employer") or names(ground, PartyRole.RESPONDENT)


def _contract(ground: Ground) -> str:
    facts, say = ground.facts, ground.say
    if facts.get("written_contract") is False:
        return ground.words["labour"]["no_contract"]
    term = (
        say("labour.term", first=_day(facts.get("contract_from")), last=_day(facts.get("contract_to"))) or facts.get("contract_term") or ""
    )
    told = (
        say("contract.name", name=facts.get("contract_name")),
        say("contract.signed_on", day=_day(facts.get("signed_on"))),
        say("contract.signed_at", place=facts.get("signed_at")),
        ground.word("labour_contract", facts.get("contract_kind")),
        term,
    )
    return (
        joined((say("labour.parties", worker=names(ground, PartyRole.APPLICANT), employer=_employer(ground)), *told)) if any(told) else ""
    )


def _performance(ground: Ground) -> str:
    facts, say = ground.facts, ground.say
    unpaid = say("labour.unpaid", months=facts.get("unpaid_months"))
    unpaid_sum = say("labour.unpaid_amount" if unpaid else "labour.unpaid_wages", amount=_sum(facts.get("unpaid_amount")))
    paid = say("labour.wage_paid", amount=_sum(facts.get("wage_paid")))
    lines = (
        say("labour.started", day=_day(facts.get("started_on"))),
        say("labour.employer", name=_employer(ground)) if facts.get("started_on") else "",
        say("labour.job", job=facts.get("job")),
        say("labour.place", place=facts.get("workplace")),
        say("labour.wage", amount=_sum(facts.get("monthly_wage"))) + say("labour.parts", parts=facts.get("wage_parts")),
        say(
            "labour.insured",
            day=_day(facts.get("insured_from")),
            kinds="、".join(ground.word("insurance", one) for one in facts.get("insurances") or ()),
        )
        or facts.get("social_insurance")
        or "",
        paid + say("labour.parts", parts=facts.get("wage_paid_parts")) if paid else "",
        unpaid + unpaid_sum,
        say("labour.overtime_base", base=facts.get("overtime_base")),
        say("labour.overtime", overtime=facts.get("overtime")),
        say("labour.leave", days=facts.get("leave_days"), taken=facts.get("leave_taken")),
    )
    return joined(lines, between="；")


def _ended(ground: Ground) -> str:
    facts, say = ground.facts, ground.say
    return joined(
        (
            say("labour.ended", day=_day(facts.get("ended_on"))),
            ground.word("labour_end", facts.get("ending")),
            facts.get("ended_by") or "",
            facts.get("notice") or "",
            say("labour.severance_paid", amount=_sum(facts.get("severance_paid"))),
        )
    )


def _injury(ground: Ground) -> str:
    facts, say = ground.facts, ground.say
    told = joined(
        (
            say("labour.injured", day=_day(facts.get("injured_on"))),
            ground.word("recognised", facts.get("injury_recognised")),
            say("labour.decision", number=facts.get("recognition_number")),
            say("labour.grade", grade=facts.get("labour_grade")),
            say("labour.injury_costs", amount=_sum(facts.get("injury_costs"))),
        )
    )
    return told + (facts.get("injury") or "")


def _arbitration(ground: Ground) -> str:
    facts, say = ground.facts, ground.say
    return joined(
        (
            say("labour.arbitration_asked", day=_day(facts.get("arbitration_asked_on")), body=facts.get("arbitration_body"))
            or say("labour.arbitration_on", day=_day(facts.get("arbitration_asked_on"))),
            say("labour.arbitration_claims", claims=facts.get("arbitration_claims")),
            say("labour.arbitration_paper", number=facts.get("arbitration_paper")),
            ground.word("arbitration", facts.get("arbitration_result")),
            say("labour.arbitration_served", day=_day(facts.get("arbitration_served_on"))),
        )
    )


def _other_facts(ground: Ground) -> str:
    told, facts = ground.facts.get("migrant_workers"), ground.facts
    if told is None:
        return ""
    word = ground.words["labour"]["migrant" if told else "not_migrant"]
    return joined(
        (word, ground.say("labour.project", project=facts.get("project")), ground.say("labour.gang_leader", name=facts.get("gang_leader")))
    )


def _day(day: date | None) -> str:
    return dates.in_words(day) if day else ""


def sums(ground: Ground) -> list[int | None]:
    """What is demanded head by head; [] where one has no sum."""
    known = [one.get("amount") for one in ground.facts.get("demands") or ()]
    return [] if None in known else known


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""


def _rules(make: Callable[[str], Rule], before: str) -> dict[str, Rule]:
    return {f"{before}{item}": make(item) for item in CLAIMS}


RULES: dict[str, Rule] = {
    **_rules(_claims, "demands_"),
    **_rules(_details, "demand_"),
    "labour_other_claims": _others,
    "labour_contract": _contract,
    "labour_performance": _performance,
    "labour_ended": _ended,
    "labour_injury": _injury,
    "labour_arbitration": _arbitration,
    "labour_other": _other_facts,
}
