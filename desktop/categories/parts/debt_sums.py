"""The sheets of the calculators of loans, prices and instalments as far as the facts tell; what they leave open is asked for."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from desktop.categories.category import Facts
from desktop.domain import money

UNLICENSED = ("person", "company")
_PLANS = {  # how the contract is repaid -> how a plan is paid, and how often
    "equal_instalments": ("annuity", "month"), "equal_principal": ("equal_principal", "month"),
    "monthly_interest": ("interest_only", "month"), "quarterly_interest": ("interest_only", "quarter"),
    "yearly_interest": ("interest_only", "year"),
}  # fmt: skip


def of_loan(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    """The inputs of `loan` (nothing where the lender is not told or no day of delivery is known) and of `instalment_plan`."""
    if kind == "instalment_plan":
        return _plan(facts)
    deliveries = list(_handed(facts))
    if kind != "loan" or not deliveries or not facts.get("lender"):
        return {}
    made: dict[str, Any] = {"debt": _debt(facts), "deliveries": deliveries, "payments": list(_paid(facts))}
    made |= {key: facts[fact] for key, fact in (("formed_on", "signed_on"), ("term_to", "term_to")) if facts.get(fact)}
    made |= {"overdue_from": facts["overdue_since"]} if facts.get("overdue_since") else {}
    made |= {"principal": money.yuan(facts["principal"])} if facts.get("principal") else {}
    if facts.get("interest_agreed") is False:
        made["interest"] = "none"
    elif facts.get("rate_percent") is not None:
        made |= {"rate": facts["rate_percent"], "rate_unit": facts.get("rate_unit") or ""}
    if facts.get("penalty_percent") is not None:
        made |= {"overdue_rate": facts["penalty_percent"], "overdue_unit": "year"}
    elif facts.get("overdue_rise") is not None:
        made["overdue_rise"] = facts["overdue_rise"]
    made |= {"compound": True} if facts.get("compound_agreed") and made["debt"] == "licensed" else {}
    return made


def _plan(facts: Facts) -> dict[str, Any]:
    """A plan for what is owed of a loan by the contract's rate; nothing where no sum is told."""
    owed = facts.get("principal_owed") or facts.get("principal")
    if not owed:
        return {}
    made: dict[str, Any] = {"principal": money.yuan(owed)}
    way, every = _PLANS.get(str(facts.get("repayment")), ("", ""))
    made |= {"way": way, "every": every} if way else {}
    if facts.get("interest_agreed") is not False and facts.get("rate_percent"):
        made |= {"rate": facts["rate_percent"], "rate_unit": facts.get("rate_unit") or ""}
    if facts.get("lender"):
        made["lender"] = "private" if facts["lender"] in UNLICENSED else "licensed"
    made |= {"formed_on": facts["signed_on"]} if facts.get("signed_on") else {}
    if not facts.get("principal_owed") and facts.get("delivered") and facts["delivered"] < owed:
        made["delivered"] = money.yuan(facts["delivered"])
    return made


def of_price(kind: str, facts: Facts, parties: Sequence[Any], day: date) -> dict[str, Any]:
    """The inputs of `loan` for the price of a sale that is paid late; nothing where it is not told when the goods came."""
    deliveries = [
        {"on": row["delivered_on"], "amount": money.yuan(row["price"])}
        for row in facts.get("goods") or ()
        if row.get("delivered_on") and row.get("price")
    ]
    if kind != "loan" or not deliveries:
        return {}
    made: dict[str, Any] = {"debt": "price", "deliveries": deliveries, "payments": list(_paid(facts))}
    made |= {key: facts[fact] for key, fact in (("formed_on", "signed_on"), ("term_to", "pay_by")) if facts.get(fact)}
    if facts.get("late_rate") is not None:  # per cent a day
        made |= {"overdue_rate": facts["late_rate"] * 100, "overdue_unit": "day_permyriad"}
    return made


def _debt(facts: Facts) -> str:
    """Two natural persons have a rule of their own where interest is unclear (PLI 24)."""
    lender, borrower = facts["lender"], facts.get("borrower")
    if lender not in UNLICENSED:
        return "licensed"
    return "persons" if lender == "person" and borrower == "person" else "private"


def _handed(facts: Facts) -> Iterator[dict[str, Any]]:
    rows = [row for row in facts.get("tranches") or () if row.get("paid_on") and row.get("amount")]
    if rows:
        yield from ({"on": row["paid_on"], "amount": money.yuan(row["amount"])} for row in rows)
    elif facts.get("term_from") and (facts.get("delivered") or facts.get("principal")):
        yield {"on": facts["term_from"], "amount": money.yuan(facts.get("delivered") or facts["principal"])}


def _paid(facts: Facts) -> Iterator[dict[str, Any]]:
    for row in facts.get("payments") or ():
        if row.get("paid_on") and row.get("amount"):
            yield {"on": row["paid_on"], "amount": money.yuan(row["amount"]), "for": _purpose(str(row.get("for") or ""))}


def _purpose(said: str) -> str:
    """What a payment was agreed to be for, where one word says it."""
    found = [code for code, word in (("interest", "利息"), ("principal", "本金"), ("costs", "费")) if word in said]
    return found[0] if len(found) == 1 else ""
