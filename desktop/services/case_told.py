"""A case told as plain values for programs: code names, sums in fen, days in ISO; what the check of its agreement found."""

from typing import Any

from db.models.case import Case
from db.queries import people
from desktop.domain import aftermath, agreement_check, dues, effect, missing, stages
from desktop.domain.agreement_check import Finding
from desktop.domain.plausible import Around
from desktop.i18n import _
from desktop.services import cases, category_texts, confirmation, judging, terms
from desktop.services.desk import Desk


def told(desk: Desk, case: Case) -> dict[str, Any]:
    """The case for `case show --json`: code names, sums in fen, dates in ISO; private notes are not in it."""
    day = desk.today()
    with desk.reading() as session:
        mediators = people.mediators_of(session, [a.mediator_id for a in case.assignments])
        courts = people.courts_of(session, [r.court_id for r in case.referrals if r.court_id])
    answer = {"version": case.version, **cases.plain(case)}
    for standing, known in zip(case.agreements, answer["agreements"], strict=True):
        known["version"] = standing.version
    for assignment, known in zip(case.assignments, answer["assignments"], strict=True):
        known["mediator"] = mediators[assignment.mediator_id].name
    for referral, known in zip(case.referrals, answer["referrals"], strict=True):
        known["court"] = courts[referral.court_id].name if referral.court_id in courts else ""
    now = cases.now_of(desk, case)
    answer["agreed_fen"] = agreement_check.agreed_fen(now.agreement) if now.agreement else None
    answer["effective_on"] = now.agreement.effective_on.isoformat() if now.agreement and now.agreement.effective_on else None
    answer["missing"] = [
        {"place": lack.place, "sentence": lack.sentence, "stops_agreement": lack.stops_agreement} for lack in missing.of_case(case, day)
    ]
    answer["next"] = stages.next_move(now)
    answer["history"] = answer.pop("moves")  # what was done, in its order
    answer["moves"] = {key: stages.why_not(key, now) for key in stages.MOVES}
    category = desk.categories.get(case.category)
    facts = category.read(case.facts) if category is not None else {}
    around = Around(day, case.received_on, case.happened_on)
    answer["doubts"] = [one._asdict() for one in category.looked_at(facts, around)] if category is not None else []
    elsewhere = category_texts.not_here(category, case.facts)
    answer["not_mediated"] = elsewhere.text if elsewhere is not None else ""
    answer["findings"] = [finding(one) for one in (judging.judge(desk, case, now.agreement) if now.agreement else ())]
    answer["dues"] = [cases.due_told(due, day) for due in dues.of_case(now, *terms.of(desk))]
    look = confirmation.look(desk, case)
    answer["next_steps"] = [aftermath.told(step) for step in look.steps]
    answer["confirmation"] = _confirmation(look)
    if now.agreement:
        reached = effect.effect(now.agreement, case.parties, case.mediation_type)
        answer["waiting_for"] = [p.name for p in case.parties if p.id in reached.waiting_parties] + [kind.value for kind in reached.waiting]
    return answer


def _confirmation(look: confirmation.Look) -> dict[str, Any]:
    """May it be applied for (`why_not` is "" then), until when at the safest and at the latest, and where, the likeliest court first."""
    return {
        "why_not": look.why_not,
        "earliest": look.terms.earliest.due.isoformat() if look.terms else None,
        "latest": look.terms.latest.due.isoformat() if look.terms else None,
        "source": look.terms.earliest.source if look.terms else "",
        "courts": [
            {"code": one.court.code, "name": one.court.name, "points": list(one.points), "sure": one.sure, "invited": one.invited}
            for one in look.courts
        ],
    }


def finding(one: Finding) -> dict[str, Any]:
    """One finding for programs: what is wrong where, why it matters, its article, for which reasons it may be passed (and was)."""
    return {
        "level": one.level.value,
        "kind": one.kind,
        "place": one.place,
        "sentence": one.sentence,
        "reason": _(one.why) if one.why else "",
        "source": _(one.source) if one.source else "",
        "passable": list(one.passes),
        "passed": one.passed,
    }
