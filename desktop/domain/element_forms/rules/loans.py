"""Loans, cards and the securities that sales share with them: contract, tranches, what was repaid, since when it is overdue."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from db.vocabulary import PartyRole
from desktop.domain import dates, money
from desktop.domain.element_forms.ground import NO, YES, Ground, Rule
from desktop.domain.element_forms.rules.shared import joined, names, numbered
from desktop.i18n import _

SURETIES = ("guarantee_general", "guarantee_joint")
REAL = ("mortgage", "pledge")
CARD_PARTS = (  # word, fact
    ("interest", "term_interest_owed"), ("penalty", "penalty_owed"), ("compound", "compound_owed"), ("late", "late_fee"),
    ("default", "default_fee"), ("fees", "fees_owed"),
)  # fmt: skip


def _contract(ground: Ground) -> str:
    facts = ground.facts
    return joined(
        (
            ground.say("contract.name", name=facts.get("contract_name")),
            ground.say("contract.number", number=facts.get("contract_number")),
            ground.say("contract.signed_on", day=_day(facts.get("signed_on"))),
            ground.say("contract.signed_at", place=facts.get("signed_at")),
        )
    )


def _borrower(ground: Ground) -> str:
    sureties = {one["who"].strip() for one in _guarantees(ground) if one.get("kind") in SURETIES}
    owe = [party.name for party in ground.case.parties if party.role is PartyRole.RESPONDENT]
    return "、".join([name for name in owe if name not in sureties] or owe)


def _term_over(ground: Ground) -> str | None:
    until = ground.facts.get("term_to")
    return None if until is None else YES if until < ground.today else NO


def _tranches(ground: Ground) -> str:
    rows = ground.facts.get("tranches") or ()
    lines = [ground.say("loan.tranche", day=_day(one.get("paid_on")), amount=_sum(one.get("amount"))) for one in rows]
    if not lines:
        whole = ground.say("loan.tranche", day=_day(ground.facts.get("delivered_on")), amount=_sum(ground.facts.get("delivered")))
        lines = [whole] if whole else []
    return numbered(lines) if len(lines) > 1 else "".join(lines)


def _paid(ground: Ground, key: str, words: tuple[str, ...]) -> int | None:
    if ground.facts.get(key) is not None:
        return int(ground.facts[key])
    rows = [one for one in ground.facts.get("payments") or () if any(word in (one.get("for") or "") for word in words)]
    return sum(one["amount"] for one in rows) if rows else None


def _paid_in_all(ground: Ground) -> int | None:
    rows = ground.facts.get("payments") or ()
    return sum(one["amount"] for one in rows) if rows else None


def overdue_since(ground: Ground) -> date | None:
    """The day that was told; else the day after the term where it has run out."""
    told: date | None = ground.facts.get("overdue_since")
    if told is not None or ground.facts.get("overdue") is False:
        return told
    until = ground.facts.get("term_to")
    return date.fromordinal(until.toordinal() + 1) if until is not None and until < ground.today else None


def _is_overdue(ground: Ground) -> str | None:
    told = ground.facts.get("overdue")
    if told is not None:
        return YES if told else NO
    return YES if overdue_since(ground) is not None else None


def _overdue_days(ground: Ground) -> int | None:
    since = overdue_since(ground)
    until = ground.facts.get("as_of") or ground.today
    return (until - since).days + 1 if since is not None and since <= until else None


# --- securities ---------------------------------------------------------------------------------------------------------------------


def _guarantees(ground: Ground, *kinds: str) -> list[Any]:
    return [one for one in ground.facts.get("guarantees") or () if not kinds or one.get("kind") in kinds]


def _has(ground: Ground, *kinds: str) -> str | None:
    if _guarantees(ground, *kinds):
        return YES
    return NO if ground.facts.get("secured") is False or _guarantees(ground) else None


def _who(ground: Ground, *kinds: str) -> str:
    return "、".join(dict.fromkeys(one["who"] for one in _guarantees(ground, *kinds)))


def _signed(ground: Ground, *kinds: str) -> date | None:
    return next((one["signed_on"] for one in _guarantees(ground, *kinds) if one.get("signed_on")), None)


def _collateral(ground: Ground) -> str:
    return "；".join(one["what"] for one in _guarantees(ground, *REAL) if one.get("what"))


def _ceiling(ground: Ground) -> str | None:
    told = [one.get("maximum") for one in _guarantees(ground, *REAL)]
    if _has(ground, *REAL) == NO:
        return NO
    return YES if any(told) else NO if told and all(one is False for one in told) else None


def _ceiling_value(ground: Ground, key: str) -> Any:
    return next((one[key] for one in _guarantees(ground, *REAL) if one.get(key) is not None), None)


def _registration(ground: Ground) -> str | None:
    told = [one.get("registered") for one in _guarantees(ground, *REAL) if one.get("registered")]
    if _has(ground, *REAL) == NO:
        return NO
    return None if not told else NO if all(one == "none" for one in told) else YES


def _registration_kind(ground: Ground) -> str:
    return "、".join(
        dict.fromkeys(one["registered"] for one in _guarantees(ground, *REAL) if one.get("registered") in ("formal", "advance"))
    )


def _surety_way(ground: Ground) -> str:
    kinds = {"guarantee_general": "general", "guarantee_joint": "joint"}
    return "、".join(dict.fromkeys(kinds[one["kind"]] for one in _guarantees(ground, *SURETIES)))


def _claims_security(ground: Ground) -> str | None:
    return YES if ground.facts.get("security_claimed") else NO if ground.facts.get("secured") is False else None


def _early(ground: Ground) -> str | None:
    told = ground.facts.get("end_early")
    return None if not told else NO if told == "none" else YES


def _early_what(ground: Ground) -> str | None:
    told = ground.facts.get("end_early")
    return told if told in ("early_repayment", "rescission") else None


def _repayment(ground: Ground) -> str | None:
    told = ground.facts.get("repayment")
    return None if not told else ("other" if told == "on_demand" else str(told))


def _repayment_other(ground: Ground) -> str:
    return ground.word("repayment", "on_demand") if ground.facts.get("repayment") == "on_demand" else ""


def _rate(ground: Ground) -> str:
    facts = ground.facts
    if facts.get("rate_percent") is not None and facts.get("rate_unit"):
        return f"{facts['rate_percent']}{ground.word('rate_unit', facts['rate_unit'])}"
    return facts.get("rate") or ""


def _overdue_rise(ground: Ground) -> str:
    told = ground.facts.get("overdue_rise")
    return ground.say("loan.rise", percent=told)


def _penalty_rate(ground: Ground) -> str:
    percent = ground.facts.get("penalty_percent")
    return ground.say("loan.yearly", percent=percent) or ground.facts.get("penalty_rate") or ""


def _interest_agreed(ground: Ground) -> str | None:
    """Ticked where a rate is agreed; a loan for which it is said that none is leaves the box empty."""
    return None if ground.facts.get("interest_agreed") is False else YES if _rate(ground) else None


def _card(ground: Ground) -> str:
    facts = ground.facts
    return joined(
        (
            ground.say("card.number", number=facts.get("card_number")),
            ground.say("card.holder", name=facts.get("card_holder")),
            ground.say("card.issued_on", day=_day(facts.get("card_issued_on"))),
            ground.say("card.branch", branch=facts.get("card_branch")),
        )
    )


def _card_sums(ground: Ground) -> str:
    known = ((name, ground.facts.get(key)) for name, key in CARD_PARTS)
    return "，".join(f"{ground.word('card', name)}{_sum(fen)}元" for name, fen in known if fen is not None)


def _card_interest(ground: Ground) -> int | None:
    """Plain interest: that of the term, else all that is owed beside the principal."""
    told: int | None = ground.facts.get("term_interest_owed")
    return ground.facts.get("interest_owed") if told is None else told


def _day(day: date | None) -> str:
    return dates.in_words(day) if day else ""


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""


def sums_fit(ground: Ground) -> Iterable[str]:
    """Principal and interest owed are together what is claimed, unless costs or other claims stand beside."""
    parts = [ground.facts.get(key) for key in ("principal_owed", "interest_owed")]
    asked = ground.answers.get("total.amount", ground.case.claim_fen)
    if None in parts or asked is None or ground.facts.get("costs_claimed") or ground.facts.get("other_claims"):
        return
    owed = sum(part for part in parts if part is not None)
    if owed != asked:
        sentence = _(
            "Principal and interest owed are together {owed} yuan, the amount claimed is {claim} yuan: one of them is a slip, or say why."
        )
        yield sentence.format(owed=money.figures(owed), claim=money.figures(asked))


RULES: dict[str, Rule] = {
    "contract": _contract,
    "lender": lambda ground: names(ground, PartyRole.APPLICANT),
    "borrower": _borrower,
    "term_over": _term_over,
    "tranches": _tranches,
    "principal_paid": lambda ground: _paid(ground, "principal_paid", ("本金",)),
    "interest_paid": lambda ground: _paid(ground, "interest_paid", ("利息",)),
    "paid_in_all": _paid_in_all,
    "overdue_since": overdue_since,
    "is_overdue": _is_overdue,
    "overdue_days": _overdue_days,
    "rate": _rate,
    "has_rate": lambda ground: YES if _rate(ground) else None,
    "overdue_rise": _overdue_rise,
    "penalty_rate": _penalty_rate,
    "has_penalty_rate": lambda ground: YES if _penalty_rate(ground) else None,
    "interest_agreed": _interest_agreed,
    "card": _card,
    "card_sums": _card_sums,
    "card_interest": _card_interest,
    "repayment": _repayment,
    "repayment_other": _repayment_other,
    "early": _early,
    "early_what": _early_what,
    "claims_security": _claims_security,
    "has_collateral": lambda ground: _has(ground, *REAL),
    "collateral_signed": lambda ground: _signed(ground, *REAL),
    "collateral_by": lambda ground: _who(ground, *REAL),
    "collateral": _collateral,
    "ceiling": _ceiling,
    "ceiling_day": lambda ground: _ceiling_value(ground, "determined_on"),
    "ceiling_amount": lambda ground: _ceiling_value(ground, "ceiling"),
    "collateral_registered": _registration,
    "registration_kind": _registration_kind,
    "has_surety": lambda ground: _has(ground, *SURETIES),
    "surety_signed": lambda ground: _signed(ground, *SURETIES),
    "sureties": lambda ground: _who(ground, *SURETIES),
    "surety_way": _surety_way,
    "has_other_security": lambda ground: _has(ground, "other"),
    "other_security": lambda ground: "；".join(one.get("what") or one["who"] for one in _guarantees(ground, "other")),
    "other_security_signed": lambda ground: _signed(ground, "other"),
}
