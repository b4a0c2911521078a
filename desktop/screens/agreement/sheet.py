"""Which fields the sheet of one obligation shows for what is typed in it: by kind, time and who stands beside; no Qt."""

from collections.abc import Mapping
from typing import Any

ACCOUNT = ("account_name", "bank_name", "account_number")
LIVESTOCK = ("breed", "animal_sex", "age_class", "ear_tags", "weight")
BORNE = ("deaths_by", "feed_by", "young_to", "quarantine")
AGE = ("whose", "born_on", "until_age", "until")
DOWN = ("down_payment", "down_on")
PLAN = ("every", "first_on", "times", "each", *AGE, *DOWN)
MORE = (
    "set_off", "season", "guarantors", "performer", "payee", "place", "done_when", "checked_by", "details", "own_text", "objection_days",
)  # fmt: skip
"""Shown when somebody asks for more fields, or when something is typed in them."""


def wanted(row: Mapping[str, Any], groups: bool, more: bool) -> dict[str, bool]:
    """The key of each field that comes and goes, and whether it is shown; what is filled in is never hidden."""
    kind, timing, way = row.get("kind") or "money", row.get("timing") or "by_date", row.get("way") or ""
    several = len([name for name in str(row.get("debtors") or "").split("、") if name.strip()]) > 1
    things, money = kind == "in_kind", kind == "money"
    alive = things and bool(row.get("species")) and row.get("species") != "other"
    parts, again = timing == "instalments", timing == "periodic"
    shown = {
        "species": things,
        **dict.fromkeys(LIVESTOCK, alive),
        "spec": things and not alive,
        "quality": things and not alive,
        "amount": kind != "act",
        "set_off": more and money,
        "set_off_for": bool(row.get("set_off")),
        "quantity": things,
        "unit": things,
        "unit_price": things,
        "settles": things,
        "liability": several,
        "shares": several and row.get("liability") == "shares",
        "due_on": timing == "by_date",
        "season": more and timing == "by_date",
        "every": parts or again,
        "first_on": parts or again,
        "times": parts or again,
        "each": (parts or again) and not things,
        **dict.fromkeys(AGE, again),
        **dict.fromkeys(DOWN, parts and money),
        "instalments": parts or (again and not row.get("first_on")),
        "divide": groups and money,
        "way": money,
        **dict.fromkeys(ACCOUNT, money and way == "transfer" and not row.get("divide")),
        "place": things or more,
        **dict.fromkeys(BORNE, alive),
        "objection_days": things and more,
        "guarantors": more and money,
        "guarantee": bool(row.get("guarantors")),
        "guarantee_until": bool(row.get("guarantors")),
        "performer": more,
        "performer_as": bool(row.get("performer")),
        "payee": more and not things,
        "on_account_of": bool(row.get("payee")),
        "direction_on": bool(row.get("payee")),
        "done_when": kind == "act" or more,
        "checked_by": kind == "act" or more,
        "details": more,
        "own_text": more,
    }
    never = {"liability", "due_on", "instalments", "way"}  # what the kind or the time does not have is not kept in view
    return {key: on or (key not in never and row.get(key) not in ("", None, [])) for key, on in shown.items()}


ASKS_ANEW = frozenset(
    ("kind", "timing", "way", "debtors", "species", "liability", "first_on", "guarantors", "performer", "payee", "set_off", "divide")
)
"""Fields on which others depend."""

WORTH = frozenset(("amount", "quantity", "unit_price", "settles"))
"""Fields by which things are worth more or less than the debt that they settle."""
