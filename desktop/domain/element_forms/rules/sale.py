"""Sales: goods, price, delivery and who is late (forms brief 1.3 F)."""

from datetime import date
from typing import Any

from db.vocabulary import PartyRole
from desktop.domain import dates, money
from desktop.domain.element_forms.ground import NO, YES, Ground, Rule
from desktop.domain.element_forms.rules.shared import joined, names, numbered


def _goods(ground: Ground) -> str:
    return numbered(
        "，".join(
            part
            for part in (
                one["name"],
                one.get("spec") or "",
                one.get("quality") or "",
                f"{_plain(one['quantity'])}{one.get('unit') or ''}" if one.get("quantity") is not None else "",
                ground.say("sale.unit_price", amount=_sum(one.get("unit_price"))),
                ground.say("sale.price", amount=_sum(one.get("price"))),
            )
            if part
        )
        for one in ground.facts.get("goods") or ()
    )


def _unit_price(ground: Ground) -> int | None:
    """The price of a unit where there is one kind of goods."""
    rows = list(ground.facts.get("goods") or ())
    return rows[0].get("unit_price") if len(rows) == 1 else None


def _price(ground: Ground) -> int | None:
    if ground.facts.get("price") is not None:
        return int(ground.facts["price"])
    known = [one.get("price") for one in ground.facts.get("goods") or ()]
    return sum(known) if known and None not in known else None


def _way(ground: Ground) -> str | None:
    told = ground.facts.get("pay_way")
    return "other" if told == "goods" else told


def _terms(ground: Ground) -> str | None:
    told = ground.facts.get("pay_terms")
    return "at_once" if told == "credit" else told


def _delivery(ground: Ground) -> str:
    facts = ground.facts
    days = dict.fromkeys(_day(one.get("delivered_on")) for one in facts.get("goods") or () if one.get("delivered_on"))
    return joined((facts.get("delivery") or "", facts.get("risk") or "", ground.say("sale.delivered", days="、".join(days))))


def _quality(ground: Ground) -> str:
    facts = ground.facts
    until = facts.get("objection_time") or ground.say("sale.objection_until", day=_day(facts.get("objection_until")))
    return joined((facts.get("quality_standard") or "", ground.say("sale.objection", time=until)))


def _delivered_in_time(ground: Ground) -> str:
    return str(ground.facts.get("delivered_in_time") or "")


def _is_late(ground: Ground) -> str | None:
    told = ground.facts.get("late")
    if told is None:
        return YES if ground.facts.get("late_since") else None
    return NO if told == "none" else YES


def _late_what(ground: Ground) -> str | None:
    told = ground.facts.get("late")
    return "payment、delivery" if told == "both" else told if told in ("payment", "delivery") else None


def _late_since(ground: Ground) -> str:
    return ground.say("sale.since", day=_day(ground.facts.get("late_since")))


def _wants_remedy(ground: Ground) -> str | None:
    if ground.facts.get("remedies"):
        return YES
    return NO if ground.facts.get("quality_disputed") is False else None


def _not_as_agreed(ground: Ground) -> str | None:
    if ground.facts.get("nonconformity"):
        return YES
    return NO if ground.facts.get("quality_disputed") is False else None


def _rescission(ground: Ground) -> str:
    return ground.say("sale.rescinded", day=_day(ground.facts.get("rescinded_on")))


def _owes(ground: Ground) -> int | None:
    known = [ground.facts[key] for key in ("interest_owed", "default_owed", "damages") if ground.facts.get(key) is not None]
    return sum(known) if known else None


def sums(ground: Ground) -> list[int | None]:
    """Price, interest, penalty and damages asked; [] where the price is not known."""
    keys = ("price_owed", "interest_owed", "default_owed", "damages")
    return [ground.facts.get(key) for key in keys] if ground.facts.get("price_owed") is not None else []


def _plain(number: Any) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(day: date | None) -> str:
    return dates.in_words(day) if day else ""


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""


RULES: dict[str, Rule] = {
    "seller": lambda ground: ground.facts.get("seller") or names(ground, PartyRole.APPLICANT),
    "buyer": lambda ground: ground.facts.get("buyer") or names(ground, PartyRole.RESPONDENT),
    "goods": _goods,
    "unit_price": _unit_price,
    "sale_price": _price,
    "sale_way": _way,
    "sale_terms": _terms,
    "delivery_agreed": _delivery,
    "quality_agreed": _quality,
    "delivered_in_time": _delivered_in_time,
    "sale_is_late": _is_late,
    "sale_late_what": _late_what,
    "sale_late_since": _late_since,
    "wants_remedy": _wants_remedy,
    "not_as_agreed": _not_as_agreed,
    "rescission": _rescission,
    "sale_owes": _owes,
}
