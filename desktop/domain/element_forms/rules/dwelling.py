"""Property service: whose flat, what it costs, what is owed, how it was demanded (forms brief 1.3 G; 民法典 944)."""

from decimal import Decimal
from typing import Any

from db.vocabulary import PartyRole
from desktop.domain import dates, money
from desktop.domain.element_forms.ground import Ground, Rule
from desktop.domain.element_forms.rules.shared import names, numbered, urging


def _owner(ground: Ground) -> str:
    return ground.facts.get("owner") or names(ground, PartyRole.RESPONDENT)


def _provider(ground: Ground) -> str:
    return ground.facts.get("provider") or names(ground, PartyRole.APPLICANT)


def _area(ground: Ground) -> str:
    return ground.say("property.area", area=_plain(ground.facts.get("area")))


def _price(ground: Ground) -> str:
    unit = ground.word("price_unit", ground.facts.get("price_unit"))
    return ground.say("property.price", price=_plain(ground.facts.get("price")), unit=unit)


def _owed(ground: Ground) -> int | None:
    told = ground.facts.get("owed")
    rows = [one["amount"] for one in ground.facts.get("arrears") or () if one.get("amount") is not None]
    return told if told is not None else sum(rows) if rows else None


def sums(ground: Ground) -> list[int | None]:
    """Fees and penalty asked; [] where the fees are not known."""
    fees = _owed(ground)
    return [] if fees is None else [fees, ground.facts.get("default_owed")]


def _sum(ground: Ground) -> str:
    """As it was told; else period by period."""
    if ground.facts.get("calculation"):
        return str(ground.facts["calculation"])
    return numbered(_period(ground, one) for one in ground.facts.get("arrears") or ())


def _period(ground: Ground, one: Any) -> str:
    days = [dates.in_words(one[key]) if one.get(key) else "" for key in ("from_on", "to_on")]
    span = ground.say("property.span", first=days[0], last=days[1])
    price = ground.say("property.price", price=_plain(one.get("price")), unit=ground.word("price_unit", ground.facts.get("price_unit")))
    amount = money.figures(one["amount"]) if one.get("amount") is not None else ""
    return "，".join(part for part in (span, price, ground.say("property.comes_to", amount=amount)) if part)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")


RULES: dict[str, Rule] = {
    "property_owner": _owner,
    "property_company": _provider,
    "property_area": _area,
    "property_price": _price,
    "property_owed": _owed,
    "property_sum": _sum,
    "property_urged": urging,
    "default_owed": lambda ground: ground.facts.get("default_owed"),
}
