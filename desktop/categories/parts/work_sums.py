"""The sheets of the labour calculators as far as the facts fill them in; what these leave open stays empty and is asked for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from desktop.categories.category import Facts
from desktop.domain import money

# the court's claim rows -> the heads of the labour calculator
HEADS = {
    "wages": "wages", "double_wage": "double", "overtime": "overtime", "leave": "leave", "severance": "severance",
    "unlawful_dismissal": "unlawful", "notice_pay": "notice",
}  # fmt: skip
OWED = "拖欠的工资"  # as it stands on the paper where no months were told


def sheet(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    """The inputs of `labour`, `work_injury` or `wage_list`; nothing where the facts do not begin to fill it in."""
    if kind == "labour":
        return _worker(facts, parties, day)
    if kind == "work_injury":
        return _injury(facts, parties)
    return _list(facts, parties) if kind == "wage_list" else {}


def claimed(kind: str, facts: Facts) -> list[dict[str, Any]]:
    """What is claimed per head, out of the demands."""
    rows = facts.get("demands") or ()
    found: dict[str, int] = {}
    for row in rows if kind == "labour" else ():
        head = HEADS.get(str(row.get("item")))
        if head and row.get("amount") is not None:
            found[head] = found.get(head, 0) + row["amount"]
    return [{"head": head, "claimed": money.yuan(fen)} for head, fen in found.items()]


def _name(parties: Sequence[Any]) -> str:
    """Who claims: the first applicant that is a person."""
    names: Iterable[str] = (party.name for party in parties if str(party.role) == "applicant" and str(party.kind) == "person")
    return next(iter(names), "")


def _worker(facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    name = _name(parties)
    if not name or not facts.get("started_on"):
        return {}
    asked = {str(row.get("item")) for row in facts.get("demands") or ()}
    made: dict[str, Any] = {"name": name, "started_on": facts["started_on"]}
    made |= {"ended_on": facts["ended_on"]} if facts.get("ended_on") else {}
    made |= {"monthly_wage": money.yuan(facts["monthly_wage"])} if facts.get("monthly_wage") else {}
    if asked & {"unlawful_dismissal", "severance"}:
        made["ending"] = "unlawful" if "unlawful_dismissal" in asked else "severance"
        rows = [{"month": row["month"], "amount": money.yuan(row["amount"])} for row in facts.get("wages") or () if row.get("amount")]
        made |= {"wages": rows} if rows else {}
    made |= {"notice_due": True} if "notice_pay" in asked else {}
    if facts.get("unpaid_amount"):
        made["owed"] = [{"what": facts.get("unpaid_months") or OWED, "earned": money.yuan(facts["unpaid_amount"])}]
    if "double_wage" in asked:
        made["no_contract"] = True
        made |= {"contract_signed_on": facts["signed_on"]} if facts.get("written_contract") and facts.get("signed_on") else {}
    hours = (("weekday", "overtime_workdays"), ("rest", "overtime_rest_days"), ("holiday", "overtime_holidays"))
    overtime: list[dict[str, Any]] = [{"kind": kind, "hours": facts[key]} for kind, key in hours if facts.get(key)]
    if overtime:
        made["overtime"] = overtime
        if facts.get("overtime_paid") and len(overtime) == 1:
            overtime[0]["paid"] = money.yuan(facts["overtime_paid"])
    if facts.get("leave_days"):
        year = (facts.get("ended_on") or day).year
        made["leave"] = [{"year": year, "entitled": facts["leave_days"], "taken": facts.get("leave_taken") or 0}]
    return made


def _injury(facts: Facts, parties: Sequence[Any]) -> dict[str, Any]:
    name = _name(parties)
    if not name or not facts.get("labour_grade") or not facts.get("monthly_wage"):
        return {}
    made = {"name": name, "wage": money.yuan(facts["monthly_wage"]), "grade": int(facts["labour_grade"])}
    made |= {"left": True} if facts.get("ended_on") else {}
    return made | ({"insured": "injury" in facts["insurances"]} if facts.get("insurances") is not None else {})


def _list(facts: Facts, parties: Sequence[Any]) -> dict[str, Any]:
    """A row for each member of the groups that claim, with the sum that stands in the list of members."""
    members = [one for party in parties if str(party.role) == "applicant" for one in party.members if one.amount_fen is not None]
    if not members:
        return {}
    rows = [{"name": one.name, "fixed": money.yuan(one.amount_fen)} for one in members]
    return {"employer": facts.get("employer") or "", "project": facts.get("project") or "", "workers": rows}
