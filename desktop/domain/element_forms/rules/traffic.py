"""The accident, its determination and the insurance in words; days and sums of the claim rows (forms brief 1.3 A; PII 7, 16)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from desktop.domain import dates, money
from desktop.domain.element_forms.ground import Ground, Rule
from desktop.domain.element_forms.rules.shared import joined
from desktop.i18n import _

ROWS = (  # heads that have a claim row of their own; what is left goes into 其他费用
    "medical", "care", "nutrition", "hospital_meals", "lost_income", "transport", "disability", "dependants", "aids", "death", "funeral",
    "mental", "vehicle", "downtime", "property",
)  # fmt: skip


def stays(ground: Ground) -> list[dict[str, Any]]:
    """Every treatment; where none is listed, the main stay of each injured person."""
    treated = ground.facts.get("treatments") or ()
    if treated:
        return [{"from": one.get("from_on"), "to": one.get("to_on"), "hospital": _hospital(one)} for one in treated]
    injured = ground.facts.get("injured") or ()
    known = [{"from": one.get("admitted_on"), "to": one.get("discharged_on"), "hospital": _hospital(one)} for one in injured]
    return [one for one in known if any(one.values())]


def _hospital(one: Mapping[str, Any]) -> str:
    """Its name as the sentence goes on: 在…医院住院."""
    return (one.get("hospital") or "").strip().removesuffix("医院")


def _days(ground: Ground, key: str) -> int | None:
    known = [one[key] for one in ground.facts.get("injured") or () if one.get(key) is not None]
    return sum(known) if known else None


def _off_work(ground: Ground) -> tuple[date, date] | None:
    """From the accident for the days off work, at most to the day before the disability was fixed (PII 7)."""
    first = ground.facts.get("accident_on")
    injured = ground.facts.get("injured") or ()
    if first is None or not injured:
        return None
    one = injured[0]
    ends = []
    if one.get("off_work_days"):
        ends.append(first + timedelta(days=one["off_work_days"] - 1))
    if one.get("appraised_on"):
        ends.append(one["appraised_on"] - timedelta(days=1))
    return (first, min(ends)) if ends else None


def _from(ground: Ground) -> date | None:
    found = _off_work(ground)
    return found[0] if found else None


def _to(ground: Ground) -> date | None:
    found = _off_work(ground)
    return found[1] if found else None


def _disability(ground: Ground) -> int | None:
    """Compensation of disability with the living cost of dependants in it (PII 16)."""
    known = [sum_ for sum_ in (ground.loss("disability"), ground.loss("dependants") if ground.loss("death") is None else None) if sum_]
    return sum(known) if known else None


def _death(ground: Ground) -> int | None:
    known = [sum_ for sum_ in (ground.loss("death"), ground.loss("dependants") if ground.loss("death") is not None else None) if sum_]
    return sum(known) if known else None


def _others(ground: Ground) -> str:
    lines = [
        f"{ground.word('head', one['item'])}{money.figures(one['amount'])}元"
        for one in ground.facts.get("losses") or ()
        if one["item"] not in ROWS and one.get("amount") is not None
    ]
    if not ground.facts.get("losses"):
        lines = [f"{ground.word('head', head)}{money.figures(fen)}元" for head, fen in ground.sums.items() if head not in ROWS]
    if ground.facts.get("court_fees_claimed"):
        lines.append(ground.say("traffic.court_fees"))
    return "；".join(lines)


def _accident(ground: Ground) -> str:
    facts, case = ground.facts, ground.case
    day = facts.get("accident_on") or case.happened_on
    when = (dates.in_words(day) + (facts.get("accident_time") or "")) if day else ""
    where = facts.get("accident_place") or case.place
    story = facts.get("course") or ""
    met = "与".join(_vehicles(ground))
    collided = met + ground.say("traffic.collided") if met and not story else ""
    return joined((when, f"在{where}" if where else "", collided), "，" if story else "。") + story


def _vehicles(ground: Ground) -> Iterator[str]:
    for one in ground.facts.get("vehicles") or ():
        driver = one.get("driver") or ""
        plate = "".join(part for part in (one.get("kind") or "", f"（{one['plate']}）" if one.get("plate") else "") if part)
        yield ground.say("traffic.drove", driver=driver, what=plate) or plate or driver
    for one in ground.facts.get("road_users") or ():
        yield f"{ground.word('road_role', one.get('role'))}{one['name']}"


def _responsibility(ground: Ground) -> str:
    facts = ground.facts
    shares = [
        ground.say("traffic.bears", who=one.get("driver") or one.get("plate"), share=ground.word("share", one.get("share")))
        for one in facts.get("vehicles") or ()
    ]
    shares += [
        ground.say("traffic.bears", who=one["name"], share=ground.word("share", one.get("share"))) for one in facts.get("road_users") or ()
    ]
    head = ground.say("traffic.determined", unit=facts.get("police_unit"), number=facts.get("determination_number")) or ground.say(
        "traffic.determined_plain", unit=facts.get("police_unit")
    )
    head = head or ground.say("traffic.determined_number", number=facts.get("determination_number"))
    review = ground.word("review", facts.get("reviewed"))
    said = [one for one in shares if one]
    return joined((head, *said, review)) if said or facts.get("determination_number") else ""


def _insurance(ground: Ground) -> str:
    lines = [_policy(ground, one) for one in ground.facts.get("policies") or ()]
    if not lines:
        lines = list(_of_vehicles(ground))
    return "\n".join(line for line in lines if line)


def _policy(ground: Ground, one: Mapping[str, Any]) -> str:
    return joined(
        (
            "".join(
                (
                    one.get("plate") or "",
                    ground.say("traffic.insured", insurer=one.get("insurer"), cover=ground.word("cover", one.get("cover"))),
                )
            ),
            ground.say("traffic.policy", number=one.get("policy_number")),
            ground.say("traffic.period", first=_day(one.get("from_on")), last=_day(one.get("until")))
            or ground.say("traffic.until", last=_day(one.get("until"))),
            ground.say("traffic.limit", limit=_sum(one.get("limit"))),
            ground.say("traffic.no_deductible") if one.get("no_deductible") else "",
        )
    )


def _of_vehicles(ground: Ground) -> Iterator[str]:
    for one in ground.facts.get("vehicles") or ():
        if not one.get("insurer"):
            continue
        told = {**one, "from_on": one.get("policy_from"), "until": one.get("policy_until")}
        yield _policy(ground, {**told, "cover": "compulsory", "limit": None, "no_deductible": None})
        if one.get("third_party_limit") is not None:
            third = {"plate": one.get("plate"), "insurer": one.get("insurer"), "cover": "third_party", "limit": one["third_party_limit"]}
            yield _policy(ground, {**third, "no_deductible": one.get("no_deductible")})


def _day(day: date | None) -> str:
    return dates.in_words(day) if day else ""


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""


def total_fits(ground: Ground) -> Iterable[str]:
    """What is claimed in all and the heads one by one are the same sum."""
    heads = [one["amount"] for one in ground.facts.get("losses") or () if one.get("amount") is not None]
    asked = ground.answers.get("total.amount", ground.case.claim_fen)
    if heads and asked is not None and sum(heads) != asked:
        sentence = _("The heads together are {heads} yuan, the amount claimed is {claim} yuan: one of them is a slip, or say why.")
        yield sentence.format(heads=money.figures(sum(heads)), claim=money.figures(asked))


RULES: dict[str, Rule] = {
    "stays": stays,
    "downtime": lambda ground: ground.loss("downtime"),
    "care_days": lambda ground: _days(ground, "care_days"),
    "lost_income_from": _from,
    "lost_income_to": _to,
    "disability_with_dependants": _disability,
    "death_with_dependants": _death,
    "other_heads": _others,
    "accident": _accident,
    "responsibility": _responsibility,
    "insurance": _insurance,
}
