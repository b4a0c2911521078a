"""Divorce: children, property and debts as lists, to whom they go, support and visits (forms brief 1.3 E; 民法典 1084 to 1091)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from desktop.domain import dates, money
from desktop.domain.element_forms.ground import NO, YES, Ground, Rule
from desktop.domain.element_forms.rules.shared import joined, numbered
from desktop.i18n import _

EMPTY: list[dict[str, Any]] = [{"n": 1}, {"n": 2}]  # lines of the blank form: 债务1, 债务2
KINDS = {"house": ("house",), "car": ("vehicle",), "deposit": ("deposit",), "else": ("livestock", "pasture", "business", "other")}


def _property(ground: Ground, kinds: Sequence[str] = ()) -> list[Any]:
    rows = ground.facts.get("property") or ()
    return [one for one in rows if not kinds or (one.get("kind") or "other") in kinds]


def _thing(ground: Ground, one: Any) -> str:
    say = ground.say
    told = (
        say("family.in_name", owner=one.get("owner")),
        say("family.acquired", day=_day(one.get("acquired_on"))),
        say("family.worth", amount=_sum(one.get("worth"))),
        say("family.owed", amount=_sum(one.get("owed"))),
    )
    return "，".join((one["what"], *(part for part in told if part)))


def _list(kinds: Sequence[str]) -> Rule:
    return lambda ground: "；".join(_thing(ground, one) for one in _property(ground, kinds))


def _goes(kinds: Sequence[str]) -> Rule:
    """Where all of a kind goes; 'other' where both share, or one piece here and one there."""

    def rule(ground: Ground) -> str | None:
        return _one_of([one.get("goes_to") for one in _property(ground, kinds)])

    return rule


def _one_of(told: Iterable[str | None]) -> str | None:
    known = {one for one in told if one}
    if not known:
        return None
    one = known.pop()
    return one if not known and one in ("applicant", "respondent") else "other"


def _shared(kinds: Sequence[str]) -> Rule:
    """What stands beside the box 'other': both, or which piece goes to whom."""

    def rule(ground: Ground) -> str:
        rows = [one for one in _property(ground, kinds) if one.get("goes_to")]
        if _goes(kinds)(ground) != "other":
            return ""
        if {one["goes_to"] for one in rows} == {"both"}:
            return ground.word("side", "both")
        return "；".join(ground.say("family.goes", what=one["what"], who=ground.word("side", one["goes_to"])) for one in rows)

    return rule


def _there(key: str) -> Rule:
    return lambda ground: YES if ground.facts.get(key) else None


def _sides(told: str | None) -> str:
    """The boxes of a side: both of them for 'both'; none for anybody else."""
    return {"both": "applicant、respondent", "applicant": "applicant", "respondent": "respondent"}.get(told or "", "")


def _debts(ground: Ground) -> list[dict[str, Any]]:
    """One row a debt; two empty ones where there is none."""
    rows = [
        {
            "n": n,
            "debt": "，".join((one["creditor"], *([f"{_sum(one['amount'])}元"] if one.get("amount") is not None else []))),
            "bears": _one_of([one.get("borne_by")]),
            "bears_other": ground.word("side", "both") if one.get("borne_by") == "both" else "",
        }
        for n, one in enumerate(ground.facts.get("debts") or (), 1)
    ]
    return rows or EMPTY


def _debt_story(ground: Ground) -> str:
    say = ground.say
    return numbered(
        joined(
            (
                say("family.debt", creditor=one["creditor"], amount=_sum(one.get("amount"))) or one["creditor"],
                say("family.since", day=_day(one.get("since"))),
                say("family.purpose", purpose=one.get("purpose")),
            ),
            "",
        )
        for one in ground.facts.get("debts") or ()
    )


def _child_lines(ground: Ground) -> list[str]:
    return [
        "，".join(
            part
            for part in (
                one["name"],
                ground.say("family.born", day=_day(one.get("birth_date"))),
                ground.say("family.lives", who=one.get("lives_with")),
            )
            if part
        )
        for one in ground.facts.get("children") or ()
    ]


def _children(ground: Ground) -> str:
    return numbered(_child_lines(ground))


def _child_rows(ground: Ground) -> list[dict[str, Any]]:
    """One row a child; two empty ones where there is none."""
    rows = zip(_child_lines(ground), ground.facts.get("children") or (), strict=True)
    return [{"n": n, "child": line, "with": _sides(one.get("wanted_with"))} for n, (line, one) in enumerate(rows, 1)] or EMPTY


def _of_children(ground: Ground, key: str) -> list[str]:
    """The sides that are named for any of the children, the applicant first."""
    named = {side for one in ground.facts.get("children") or () for side in _sides(one.get(key)).split("、") if side}
    return sorted(named)


def _support_by(ground: Ground) -> str:
    return "、".join(_of_children(ground, "support_by"))


def _support_amount(ground: Ground) -> str:
    """What is paid for each child; by whom, where both sides pay."""
    several = len(_of_children(ground, "support_by")) > 1
    return "；".join(
        ground.say("family.support", name=one["name"], amount=_sum(one.get("support")))
        + (ground.say("family.paid_by", who=ground.word("side", one.get("support_by"))) if several else "")
        for one in ground.facts.get("children") or ()
        if one.get("support")
    )


def _support_way(ground: Ground) -> str:
    return "、".join(
        dict.fromkeys(
            ground.word("support_way", one.get("support_way")) for one in ground.facts.get("children") or () if one.get("support_way")
        )
    )


def _visits(ground: Ground) -> str:
    return "；".join(dict.fromkeys(one["visits"] for one in ground.facts.get("children") or () if one.get("visits")))


def _visits_by(ground: Ground) -> str:
    """Who does not live with a child visits it (民法典 1086)."""
    other = {"applicant": "respondent", "respondent": "applicant"}
    return "、".join(sorted({other[side] for side in _of_children(ground, "wanted_with")}))


def _dissolve(ground: Ground) -> str:
    return ground.words["family"]["dissolve"] if ground.facts.get("question") == "divorce" else ""


def _payments(ground: Ground) -> str:
    return "、".join(key for key in ("damages", "compensation", "help") if ground.facts.get(key) is not None)


def _life(ground: Ground) -> str:
    return joined((ground.facts.get("living") or "", ground.say("family.apart", day=_day(ground.facts.get("separated_since")))))


def _sued_before(ground: Ground) -> str:
    told = ground.facts.get("sued_before")
    suits = [
        "，".join(part for part in (one["court"], one.get("number") or "", ground.word("suit_end", one.get("end"))) if part)
        for one in ground.facts.get("earlier_suits") or ()
    ]
    if suits:
        return "；".join(suits)
    return "" if told is None else ground.words["family"]["sued" if told else "not_sued"]


def _story(ground: Ground) -> str:
    return numbered(_thing(ground, one) for one in _property(ground))


def children_agree(ground: Ground) -> Iterable[str]:
    """A box that says 'no such matter' beside children, property or debts in the case; named where it is said for the form."""
    for row, key, what in (
        ("custody", "children", _("children")),
        ("support", "children", _("children")),
        ("visits", "children", _("children")),
        ("property", "property", _("common property")),
        ("debts", "debts", _("common debts")),
    ):
        if ground.answers.get(f"{row}.there") == NO and ground.facts.get(key):
            yield _("The form says that there is no such matter, but the case lists {what}.").format(what=what)


def _day(day: date | None) -> str:
    return dates.in_words(day) if day else ""


def _sum(fen: int | None) -> str:
    return money.figures(fen) if fen is not None else ""


RULES: dict[str, Rule] = {
    "has_property": _there("property"),
    "has_debts": _there("debts"),
    "has_children": _there("children"),
    **{f"{name}_list": _list(kinds) for name, kinds in KINDS.items()},
    **{f"{name}_goes": _goes(kinds) for name, kinds in KINDS.items()},
    **{f"{name}_shared": _shared(kinds) for name, kinds in KINDS.items()},
    "dissolve": _dissolve,
    "debt_rows": _debts,
    "child_rows": _child_rows,
    "debt_story": _debt_story,
    "children": _children,
    "support_by": _support_by,
    "support_amount": _support_amount,
    "support_way": _support_way,
    "visits": _visits,
    "visits_by": _visits_by,
    "divorce_payments": _payments,
    "married_life": _life,
    "sued_before": _sued_before,
    "property_story": _story,
}
