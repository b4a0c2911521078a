"""The sheets of the traffic and injury calculators as far as the facts fill them in; what they leave open stays empty and is asked for.

Nothing is guessed that decides a sum: an advance whose receiver is not plain, a share that nobody stated, an insurance that nobody told of.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from desktop.categories.category import Facts
from desktop.domain import money

# the court's claim rows -> the heads of the calculator
HEADS = {
    "medical": "medical", "hospital_meals": "meals", "nutrition": "nutrition", "later_treatment": "later_treatment", "cosmetic": "cosmetic",
    "rehabilitation": "rehabilitation", "care": "nursing", "lost_income": "lost_income", "transport": "transport", "lodging": "lodging",
    "disability": "disability", "dependants": "dependants", "aids": "aids", "death": "death", "funeral": "funeral",
    "funeral_travel": "relatives", "mental": "solatium", "vehicle": "vehicle", "downtime": "downtime", "property": "goods",
    "appraisal_fee": "appraisal",
}  # fmt: skip
OF_HARM = {item: "goods" if head == "vehicle" else head for item, head in HEADS.items() if head != "downtime"}
_AS_CLAIMED = (
    "medical",
    "later_treatment",
    "cosmetic",
    "transport",
    "lodging",
    "rehabilitation",
    "aids",
    "relatives",
    "solatium",
    "appraisal",
)
_THINGS = ("vehicle", "downtime", "goods")
RELIEF_FUND = "道路交通事故社会救助基金管理机构"  # as it stands on the paper


def sheet(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    """The inputs of the traffic calculator; nothing for another, or without the day of the accident."""
    if kind != "traffic" or not facts.get("accident_on"):
        return {}
    motor, others = _vehicles(facts)
    people = [_person(one, facts, motor, parties) for one in _rows(facts, "injured")]
    made = {
        "accident_on": facts["accident_on"],
        "people": people,
        "vehicles": motor,
        "others": [*others, *_on_the_road(facts, {one["name"] for one in others})],
        "property": list(_things(facts, motor, people)),
        "advances": list(_advances(facts, motor, people)),
    }
    return {key: value for key, value in made.items() if value}


def of_harm(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    """The inputs of the injury calculator; who answers for how much is left to be said."""
    if kind != "injury" or not facts.get("harmed_on"):
        return {}
    people = [_person(one, facts, (), parties) for one in _rows(facts, "injured")]
    things = [row for row in claimed("injury", facts) if row["head"] == "goods" and row["whose"] and "claimed" in row]
    made = {
        "happened_on": facts["harmed_on"],
        "people": people,
        "property": [{"owner": row["whose"], "what": "财产", "amount": row["claimed"]} for row in things],
        "advances": list(_advances(facts, (), people)),
    }
    return {key: value for key, value in made.items() if value}


def claimed(kind: str, facts: Facts) -> list[dict[str, Any]]:
    """What is claimed and agreed per head, out of the losses item by item; a head asked for in several rows is added up."""
    found: dict[tuple[str, str], dict[str, int | None]] = {}
    names = [one["name"] for one in _rows(facts, "injured")]
    heads = HEADS if kind == "traffic" else OF_HARM if kind == "injury" else {}
    for loss in _rows(facts, "losses"):
        head, whose = heads.get(str(loss.get("item"))), loss.get("whose") or (names[0] if len(names) == 1 else "")
        if head is not None:
            row = found.setdefault((head, whose), {"claimed": 0, "agreed": 0})
            for key, value in (("claimed", loss.get("amount")), ("agreed", loss.get("agreed"))):
                row[key] = None if value is None or row[key] is None else (row[key] or 0) + value
    return [
        {"head": head, "whose": whose, **{key: money.yuan(fen) for key, fen in row.items() if fen is not None}}
        for (head, whose), row in found.items()
    ]


def _rows(facts: Facts, key: str) -> Iterable[Facts]:
    return facts.get(key) or ()


def _is_motor(row: Facts) -> bool:
    """As it was told; else what bears a number plate or has an insurer."""
    if row.get("motor") is not None:
        return bool(row["motor"])
    return bool(row.get("insurer") or re.match(r"[\u4e00-\u9fff][A-Z]", str(row.get("plate") or "")))


def _vehicles(facts: Facts) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Motor vehicles as the calculator wants them, and the riders of others."""
    motor: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for n, row in enumerate(_rows(facts, "vehicles"), 1):
        if _is_motor(row):
            motor.append(_vehicle(row, str(row.get("plate") or f"车辆{n}"), facts))
        elif row.get("driver"):
            others.append({"name": row["driver"], **({"degree": row["share"]} if row.get("share") else {})})
    return motor, others


def _vehicle(row: Facts, plate: str, facts: Facts) -> dict[str, Any]:
    day = facts["accident_on"]
    policies = [
        one for one in _rows(facts, "policies") if str(one.get("plate") or plate) == plate and _covers(one, "from_on", "until", day)
    ]
    third = next((one for one in policies if one.get("cover") == "third_party"), None)
    compulsory = next((one for one in policies if one.get("cover") == "compulsory"), None)
    limit = row.get("third_party_limit") or (third.get("limit") if third else None)
    made: dict[str, Any] = {"plate": plate}
    for key, value in (("liable", row.get("user") or row.get("driver") or row.get("owner")), ("degree", row.get("share"))):
        made |= {key: value} if value else {}
    if compulsory or row.get("insurer"):
        made["insured"] = bool(compulsory) or _covers(row, "policy_from", "policy_until", day)
        made["insurer"] = (compulsory or {}).get("insurer") or row.get("insurer") or ""
    if limit:
        made["commercial_limit"] = money.yuan(limit)
        made["commercial_insurer"] = (third or {}).get("insurer") or ""
        if row.get("no_deductible") or (third or {}).get("no_deductible"):
            made["deductible"] = "0"
    seats = next((one for one in policies if one.get("cover") == "occupants" and one.get("limit")), None)
    if seats:
        made |= {"seat_limit": money.yuan(seats["limit"]), "seat_insurer": seats.get("insurer") or ""}
    if row.get("alcohol") == "drunk" or row.get("licence") == "none":
        made["excluded"] = True
    return made


def _covers(row: Facts, first: str, last: str, day: date) -> bool:
    return (row.get(first) or day) <= day <= (row.get(last) or day)


def _on_the_road(facts: Facts, known: set[str]) -> Iterator[dict[str, Any]]:
    for row in _rows(facts, "road_users"):
        if row.get("role") in ("rider", "pedestrian") and row["name"] not in known:
            yield {"name": row["name"], **({"degree": row["share"]} if row.get("share") else {})}


def _person(one: Facts, facts: Facts, motor: Sequence[Facts], parties: Sequence[Any]) -> dict[str, Any]:
    name = one["name"]
    party = next((party for party in parties if party.name == name), None)
    made: dict[str, Any] = {"name": name, **_seat(name, facts, motor)}
    birth = one.get("birth_date") or (party.birth_date if party is not None else None)
    dead = bool(one.get("died_on"))
    plain = {
        "birth_date": birth,
        "died_on": one.get("died_on"),
        "off_work_days": one.get("off_work_days"),
        "nutrition_days": one.get("nutrition_days"),
        "hospital_days": _hospital_days(one, facts),
        "medical": _treated(name, facts),
    }
    if not dead:
        grades = [str(grade) for grade in (one.get("disability_grade"), *(one.get("more_grades") or ())) if grade]
        plain |= {"fixed_on": one.get("appraised_on"), "grades": grades}
        plain |= {"disability_percent": one.get("disability_percent")} if not grades else {}
    made |= {key: value for key, value in plain.items() if value}
    if one.get("monthly_income"):
        made |= {"income_way": "monthly", "income": money.yuan(one["monthly_income"])}
    elif one.get("industry"):
        made |= {"income_way": "industry", "industry": one["industry"]}
    if one.get("care_days"):
        daily = {"daily": money.yuan(round(one["carer_income"] / 30))} if one.get("carer_income") else {}
        made["nursing"] = [{"days": one["care_days"], "who": one.get("carer") or "", **daily}]
    for head, value in _claimed_by(name, facts).items():
        made.setdefault(head, value)
    if rows := list(_dependants(name, facts)):
        made["dependants"] = rows
    return made


def _seat(name: str, facts: Facts, motor: Sequence[Facts]) -> dict[str, Any]:
    """In which motor vehicle somebody sat, as far as it is told."""
    plates = {str(one["plate"]) for one in motor}
    for row in _rows(facts, "vehicles"):
        if row.get("driver") == name and str(row.get("plate") or "") in plates:
            return {"side": row["plate"], "driver": True}
    for row in _rows(facts, "road_users"):
        if row["name"] == name and row.get("role") in ("passenger", "driver"):
            side = next((plate for plate in plates if plate in str(row.get("vehicle") or "")), "")
            if side:
                return {"side": side, "driver": row["role"] == "driver", "free_ride": bool(row.get("free_ride"))}
    return {}


def _hospital_days(one: Facts, facts: Facts) -> int:
    stays = [
        row for row in _rows(facts, "treatments")
        if row.get("name") in (None, "", one["name"]) and row.get("stay") == "inpatient" and row.get("from_on") and row.get("to_on")
    ]  # fmt: skip
    if stays:
        return sum((row["to_on"] - row["from_on"]).days for row in stays)
    if one.get("admitted_on") and one.get("discharged_on"):
        return int((one["discharged_on"] - one["admitted_on"]).days)
    return 0


def _treated(name: str, facts: Facts) -> str:
    whole = sum(row.get("cost") or 0 for row in _rows(facts, "treatments") if row.get("name") in (None, "", name))
    return money.yuan(whole) if whole and len(list(_rows(facts, "injured"))) == 1 else ""


def _claimed_by(name: str, facts: Facts) -> dict[str, str]:
    """What a person claims of the heads that are proved by papers: taken over as it is."""
    return {
        row["head"]: row["claimed"]
        for row in claimed("traffic", facts)
        if row["whose"] == name and row["head"] in _AS_CLAIMED and "claimed" in row
    }


def _dependants(name: str, facts: Facts) -> Iterator[dict[str, Any]]:
    alone = len(list(_rows(facts, "injured"))) == 1
    for row in _rows(facts, "dependants"):
        if row.get("of") == name or (alone and not row.get("of")):
            yield {key: row[key] for key in ("name", "birth_date", "relation", "supporters", "incapable") if row.get(key) is not None}


def _things(facts: Facts, motor: Sequence[Facts], people: Sequence[Facts]) -> Iterator[dict[str, Any]]:
    told = [row for row in claimed("traffic", facts) if row["head"] in _THINGS and row["whose"] and "claimed" in row]
    for row in told:
        yield {"owner": row["whose"], "item": row["head"], "amount": row["claimed"]}
    for vehicle in _rows(facts, "vehicles"):
        owners = {str(vehicle.get("plate") or ""), str(vehicle.get("owner") or ""), str(vehicle.get("driver") or "")}
        if vehicle.get("damage") and not any(row["head"] == "vehicle" and row["whose"] in owners for row in told):
            plate = str(vehicle.get("plate") or "")
            owner = plate if plate in {one["plate"] for one in motor} else vehicle.get("owner") or vehicle.get("driver")
            if owner:
                yield {"owner": owner, "item": "vehicle", "amount": money.yuan(vehicle["damage"])}


def _advances(facts: Facts, motor: Sequence[Facts], people: Sequence[Facts]) -> Iterator[dict[str, Any]]:
    """Advances where it is plain whom they were for: one person is injured."""
    if len(people) != 1:
        return
    insurers = {str(one.get(key)) for one in motor for key in ("insurer", "commercial_insurer") if one.get(key)}
    liable = {str(one.get("liable")) for one in motor}
    for row in _rows(facts, "advances"):
        kind = "insurer" if row["payer"] in insurers else "liable" if row["payer"] in liable else "other"
        yield {"payer": row["payer"], "kind": kind, "to": people[0]["name"], "amount": money.yuan(row["amount"])}
    if facts.get("relief_fund"):
        yield {"payer": RELIEF_FUND, "kind": "relief_fund", "to": people[0]["name"], "amount": money.yuan(facts["relief_fund"])}
