"""The sheets of the family calculators as far as the facts fill them in: child support, support of parents, division of property.

What decides a sum and is not told stays empty and is asked for: whether a debt is joint, where a parent lives, what a child gives.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.categories.category import Facts
from desktop.domain import money

_SIDES = ("applicant", "respondent")
_COUPLE = ("divorce", "after_divorce", "cohabitation")
_SPOUSE = re.compile("配偶|妻|妻子|夫|丈夫|老伴|爱人")


def sheet(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    """The inputs of a family calculator; nothing for another, or where the facts tell nobody it is about."""
    made = {"child_support": _children, "parent_support": _parents, "property_division": _property}
    found = made[kind](facts, parties) if kind in made else {}
    return {key: value for key, value in found.items() if value not in ("", None, [])}


def claimed(kind: str, facts: Facts) -> list[dict[str, Any]]:
    """What is claimed for each child a month, out of the facts; what is asked for a year in twelve parts, at once is no sum of a month."""
    months = {"monthly": 1, "yearly": 12}
    rows = _supported(facts) if kind == "child_support" else ()
    return [
        {"head": "periodic", "whose": row["name"], "claimed": money.yuan(int(Fraction(row["support"], months[way]) + Fraction(1, 2)))}
        for row in rows
        if row.get("support") and (way := str(row.get("support_way") or "monthly")) in months
    ]


def _rows(facts: Facts, key: str) -> Iterable[Facts]:
    return facts.get(key) or ()


def _side(side: object, parties: Sequence[Any]) -> str:
    """The name of the one who stands on a side; '' where several do, or none alone."""
    names = [one.name for one in parties if side in _SIDES and one.role == side]
    return names[0] if len(names) == 1 else ""


def _supported(facts: Facts) -> list[Facts]:
    """The children for whom the same side pays as for the first; a sheet is about one payer."""
    rows = [row for row in _rows(facts, "children") if row.get("birth_date")]
    payer = next((row["support_by"] for row in rows if row.get("support_by")), None)
    return [row for row in rows if row.get("support_by") in (None, payer)]


def _children(facts: Facts, parties: Sequence[Any]) -> dict[str, Any]:
    rows = _supported(facts)
    if not rows:
        return {}
    payer = next((row["support_by"] for row in rows if row.get("support_by")), None)
    other = {"applicant": "respondent", "respondent": "applicant"}.get(str(payer))
    income = facts.get("payer_income")
    made: dict[str, Any] = {"payer": _side(payer, parties), "receiver": _side(other, parties), "children": []}
    if income and facts.get("payer_income_fixed") is not False:
        made["income"] = money.yuan(income)
    elif income:
        made["yearly_income"] = money.yuan(income * 12)
    for row in rows:
        child = {"name": row["name"], "birth_date": row["birth_date"]}
        if not income and row.get("support") and row.get("support_way", "monthly") == "monthly":
            child["monthly"] = money.yuan(row["support"])
        made["children"].append(child)
    ways = {row.get("support_way") for row in rows} & {"monthly", "yearly", "lump_sum"}
    return made | {"way": ways.pop() if len(ways) == 1 else ""}


def _parents(facts: Facts, parties: Sequence[Any]) -> dict[str, Any]:
    parents = [_told(row, ("name", "birth_date"), {"income": "income", "needs": "living"}) for row in _rows(facts, "parents")]
    children = [_told(row, ("name",), {"income": "income"}) | _share(row) for row in _rows(facts, "supporters")]
    return {"parents": parents, "children": children} if parents else {}


def _property(facts: Facts, parties: Sequence[Any]) -> dict[str, Any]:
    rows = [row for row in _rows(facts, "property") if row.get("worth") is not None]
    if not rows:
        return {}
    inherited = facts.get("question") == "inheritance"
    people = list(_heirs(facts)) if inherited else [{"name": one.name} for one in parties if one.role in _SIDES]
    names = {one["name"] for one in people}
    made: dict[str, Any] = {"people": people}
    if inherited:
        made["ground"] = "inheritance"
        spouses = [row["name"] for row in _rows(facts, "heirs") if _SPOUSE.fullmatch(str(row.get("relation") or "").strip())]
        made["spouse"] = spouses[0] if len(spouses) == 1 else ""
    elif facts.get("question"):
        made["ground"] = "divorce" if facts["question"] in _COUPLE else "co_owned"
    items = []
    for row in rows:
        item = {"what": row["what"], "sort": row.get("kind") or ""} | _told(row, (), {"worth": "worth", "owed": "owed"})
        item |= {"keeper": _side(row.get("goes_to"), parties)} | _belongs(row, facts, names)
        items.append({key: value for key, value in item.items() if value})
    made["items"] = items
    made["debts"] = [
        {"creditor": row["creditor"], "amount": money.yuan(row["amount"]), "payer": _side(row.get("borne_by"), parties)}
        for row in _rows(facts, "debts")
        if row.get("amount")
    ]
    return made


def _belongs(row: Facts, facts: Facts, names: set[str]) -> dict[str, str]:
    """Acquired in the marriage it is joint as a rule (民法典 1062), before it one's own (1063); of anything else the sheet asks."""
    married, acquired = facts.get("married_on"), row.get("acquired_on")
    if facts.get("question") not in ("divorce", "after_divorce") or not married or not acquired:
        return {}
    if acquired >= married:
        return {"belongs": "joint"}
    owner = str(row.get("owner") or "")
    return {"belongs": "own", "owner": owner} if owner in names else {}


def _heirs(facts: Facts) -> Iterator[dict[str, Any]]:
    for row in _rows(facts, "heirs"):
        yield {"name": row["name"]} | ({"preset": "none", "reason": "放弃继承"} if row.get("renounces") else _share(row))


def _share(row: Facts) -> dict[str, str]:
    """A share that is told as a percentage; words are left to be read by a person."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)[%％]", str(row.get("share") or "").strip())
    return {"percent": found[1]} if found and Decimal(found[1]) <= 100 else {}


def _told(row: Facts, plain: Sequence[str], sums: dict[str, str]) -> dict[str, Any]:
    made = {key: row[key] for key in plain if row.get(key)}
    return made | {name: money.yuan(row[key]) for key, name in sums.items() if row.get(key) is not None}
