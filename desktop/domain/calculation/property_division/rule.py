"""Property divided by shares, and who pays whom for what he keeps (民法典 304, 1062, 1063, 1087, 1089, 1092, 1130, 1153, 1161).

The parts follow from an agreement, from custom or are equal; the law fixes none but the equal parts of heirs and the half of a surviving
spouse. Who keeps things worth more than his part pays the difference; who keeps less is paid it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain.calculation import paying
from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Worked
from desktop.domain.calculation.property_division import own_shares, pools
from desktop.domain.calculation.property_division.own_shares import Thing
from desktop.domain.calculation.property_division.pools import Sides
from desktop.domain.calculation.property_division.sheet import BELONGS, HEADS, INPUTS, SORTS
from desktop.domain.calculation.result import Line, Payment
from desktop.domain.calculation.working import ZERO, plain, shown, split, yuan
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

_GROUNDS = {
    "divorce": N_("Civil Code, arts 1062, 1087"),
    "co_owned": N_("Civil Code, arts 304, 309"),
    "inheritance": N_("Civil Code, arts 1127, 1130"),
}
_DEBTS = {
    "divorce": N_("Civil Code, arts 1064, 1089"),
    "co_owned": N_("Civil Code, art. 307"),
    "inheritance": N_("Civil Code, arts 1159, 1161"),
}


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """What is due to each and who pays whom; Refusal where shares or owners do not work out, or an estate is owed away."""
    wrong = [*pools.faults(given), *own_shares.faults(given)]
    if wrong:
        raise Refusal.of(wrong)
    ground, shares, sides = given["ground"], pools.parts(given["people"], book), pools.of(given)
    article, apart = _(_GROUNDS[ground]), list(own_shares.things(given))
    lines = [
        *_listed(given, sides, apart),
        *(Line("share", _("Share"), _why(row, given["people"], shares), None, article, row["name"]) for row in given["people"]),
    ]
    due, taken = _due(given, sides, shares, lines, apart)
    for name, own in sides.own.items():
        due[name] = due.get(name, ZERO) + own
    holds = {name: sides.held.get(name, ZERO) + taken.get(name, ZERO) for name in shares}
    payments = paying.level_out(due, holds, _("Compensation for what is kept"))
    lines += _levelled(ground, due, holds, payments)
    return Worked(lines, list(_remarks(given)), payments)


def _listed(given: Mapping[str, Any], sides: Sides, apart: Sequence[Thing]) -> Iterator[Line]:
    """Things and debts as they were told, a step each, and what of them is shared."""
    ground = given["ground"]
    debts = _(_DEBTS[ground])
    for row in given["items"]:
        worth, own, owed, keeper = yuan(row["worth"]), yuan(row.get("own_part") or 0), yuan(row.get("owed") or 0), row.get("keeper")
        how = "，".join(
            part for part in (
                _word(SORTS, row["sort"]) if row.get("sort") else "",
                _("{name}'s own, not divided").format(name=row["owner"]) if row["belongs"] == "own" else _word(BELONGS, row["belongs"]),
                _("worth {sum} yuan").format(sum=shown(worth)),
                _("of it {sum} yuan {name}'s own").format(sum=shown(own), name=row["owner"]) if own else "",
                _("{sum} yuan owed on it").format(sum=shown(owed)) if owed else "",
                _("kept by {name}").format(name=keeper) if keeper else "",
            ) if part
        )  # fmt: skip
        mine = row["belongs"] == "own"
        article = _("Civil Code, art. 1063") if mine and ground == "divorce" else _(_GROUNDS[ground])
        yield Line("share", row["what"], how, None, article)
    for row in given.get("debts") or ():
        how = _("debt of {sum} yuan").format(sum=shown(yuan(row["amount"]))) + "，"
        how += _("{name}'s own, not shared").format(name=row["owner"]) if row["belongs"] == "own" else _word(BELONGS, row["belongs"])
        how += _(", to be paid by {name}").format(name=row["payer"]) if row.get("payer") else ""
        yield Line("share", row["creditor"], how, None, debts)
    for label, pool in ((BELONGS[0][1], sides.joint), (BELONGS[2][1], sides.estate)):
        if pool.worth:
            yield Line("property", _("Property that is divided"), _(label), pool.worth, _(_GROUNDS[ground]))
        if pool.debts:
            yield Line("debts", _("Debts that are shared"), _(label), pool.debts, debts)
    for one in apart:
        said = _("{thing}, by shares of its own").format(thing=one.what)
        yield Line("property", _("Property that is divided"), said, one.worth, _(_GROUNDS[ground]))
        if one.owed:
            yield Line("debts", _("Debts that are shared"), said, one.owed, debts)


def _word(choices: tuple[tuple[str, str], ...], code: str) -> str:
    label = dict(choices)[code]
    return _(label)


def _why(row: Mapping[str, Any], people: Sequence[Mapping[str, Any]], shares: Mapping[str, Fraction]) -> str:
    part = _said(shares[row["name"]])
    if row.get("preset") == "none":
        how = _("no share")
    elif row.get("percent") is not None:
        how = _("{share}, as agreed").format(share=part)
    elif row.get("preset"):
        how = _("{share}, by custom").format(share=part)
    elif any(one.get("percent") is not None or one.get("preset") in ("more", "less") for one in people):
        how = _("{share}, what the others leave").format(share=part)
    else:
        how = _("{share}, in equal parts").format(share=part)
    return how + (f"（{row['reason'].strip()}）" if (row.get("reason") or "").strip() else "")


def _said(part: Fraction) -> str:
    percent = part * 100
    return f"{plain(percent)}%" if (percent * 100).denominator == 1 else f"{part.numerator}/{part.denominator}"


def _due(
    given: Mapping[str, Any],
    sides: Sides,
    shares: Mapping[str, Fraction],
    lines: list[Line],
    apart: Sequence[Thing],
) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """What is due to each of what is shared, and what it takes at once of what nobody keeps; with the lines that say so."""
    ground, spouse = given["ground"], given.get("spouse") or ""
    amount, taken, base = sides.joint.net, sides.joint.taken, _net(sides.joint.worth, sides.joint.debts)
    due, at_once = dict.fromkeys(shares, ZERO), dict.fromkeys(shares, ZERO)
    if ground == "inheritance":
        half = _half(sides, spouse, lines, due, at_once) if spouse else (ZERO, ZERO)
        amount, taken = sides.estate.net + half[0], sides.estate.taken + half[1]
        base = _net(sides.estate.worth, sides.estate.debts, half[0])
        if amount + sum((one.worth - one.owed for one in apart), ZERO) < 0:
            sentence = _(
                "More is owed than the estate is worth: heirs pay only up to its worth (Civil Code, art. 1161), nothing is divided."
            )
            raise Refusal(sentence, "debts")
    falls = dict.fromkeys(shares, ZERO)
    for one in apart:
        for name, part in one.due.items():
            falls[name] += part
            at_once[name] += one.taken[name]
        lines += _parts(one.due, one.shares, _net(one.worth, one.owed), f"（{one.what}）", ground)
    if not apart or sides.joint.worth or sides.joint.debts or sides.estate.worth or sides.estate.debts:
        parts, now = pools.divided(amount, taken, shares)
        lines += _parts(parts, shares, base, "", ground)
        for name, part in parts.items():
            falls[name] += part
            at_once[name] += now[name]
    for name, part in falls.items():
        if part < 0 and ground == "inheritance":
            sentence = _("{name} would bear more debts than falls to him of the estate (Civil Code, art. 1161): change the shares.")
            raise Refusal(sentence.format(name=name), "items")
        due[name] += part
    return due, at_once


def _parts(parts: Mapping[str, Decimal], shares: Mapping[str, Fraction], base: str, of: str, ground: str) -> Iterator[Line]:
    """What of a sum falls to each; where more is owed, what each bears."""
    for name, part in parts.items():
        how = _("{base} × {share} = {part} yuan").format(base=base, share=_said(shares[name]), part=shown(abs(part)))
        if part < 0:
            yield Line("burden", _("Debts to be borne") + of, how, -part, _(_DEBTS[ground]), name)
        else:
            yield Line("share", _("Part of it") + of, how, part, _(_GROUNDS[ground]), name)


def _half(sides: Sides, spouse: str, lines: list[Line], due: dict[str, Decimal], at_once: dict[str, Decimal]) -> tuple[Decimal, Decimal]:
    """The half of the joint property that is no estate (art 1153); (net, of it kept by nobody) of the half that is."""
    if not (sides.joint.worth or sides.joint.debts):
        return ZERO, ZERO
    mine, rest = split(sides.joint.net, (1, 1))
    kept_mine, kept_rest = split(sides.joint.net - sides.joint.taken, (1, 1))
    how = _("{base} ÷ 2 = {part} yuan, the other half is estate").format(
        base=_net(sides.joint.worth, sides.joint.debts), part=shown(abs(mine))
    )
    head, what = ("burden", _("Debts to be borne")) if mine < 0 else ("share", _("Half of the joint property"))
    lines.append(Line(head, what, how, abs(mine), _("Civil Code, art. 1153"), spouse))
    due[spouse] += mine
    at_once[spouse] += mine - kept_mine
    return rest, rest - kept_rest


def _net(worth: Decimal, debts: Decimal, half: Decimal = ZERO) -> str:
    """What is divided, in words: (800,000元－100,000元)."""
    told = shown(worth) + _("yuan")
    if half > 0:
        told = f"{told}＋{shown(half)}" + _("yuan") if worth else shown(half) + _("yuan")
    owed = debts + max(-half, ZERO)
    if owed:
        told += f"－{shown(owed)}" + _("yuan")
    return f"（{told}）" if "＋" in told or "－" in told else told


def _levelled(ground: str, due: Mapping[str, Decimal], holds: Mapping[str, Decimal], payments: list[Payment]) -> Iterator[Line]:
    """What each holds in the end beside what it is due, and what it pays."""
    article = _("Civil Code, art. 1156") if ground == "inheritance" else _("Civil Code, art. 304")
    for name in dict.fromkeys([*due, *holds]):
        has, shall = holds.get(name, ZERO), due.get(name, ZERO)
        pays = sum((one.amount for one in payments if one.payer == name), ZERO)
        gets = sum((one.amount for one in payments if one.payee == name), ZERO)
        how = _("holds {has} yuan, own property included; is due {shall} yuan").format(has=shown(has), shall=shown(shall))
        if pays:
            how += _("; pays {sum} yuan").format(sum=shown(pays))
        if gets:
            how += _("; receives {sum} yuan").format(sum=shown(gets))
        yield Line("compensation", _("Compensation for what is kept"), how, pays, article, name)


def _remarks(given: Mapping[str, Any]) -> Iterator[str]:
    sorts = {row.get("sort") for row in given["items"]}
    if given["ground"] == "divorce":
        yield _("First what both agree; else children, the wife and who is not at fault are favoured (Civil Code, art. 1087).")
        yield _("Who hides, sells or wastes joint property can be given less or nothing (Civil Code, art. 1092).")
    if given["ground"] == "inheritance":
        yield _("Equal as a rule; more for who cared for the deceased, less for who did not, or as the heirs agree (art. 1130).")
        yield _("Check first whether there is a will; it goes before these shares (Civil Code, art. 1123).")
    if given.get("debts") or any(row.get("owed") for row in given["items"]):
        yield _("The division does not bind the creditors: they can still ask each who owes.")
    if "house" in sorts:
        yield _("Who keeps a house has it registered; a court does not confirm who owns it (CPCI 355).")
    if "pasture" in sorts:
        yield _(
            "Of contracted land or pasture the use and its yield are shared; the right itself stays as the contract has it (art. 1087)."
        )
    if any(not row.get("keeper") and row["belongs"] != "own" for row in given["items"]):
        yield _("What nobody keeps is sold or divided as it is: each takes its part of it.")


CALCULATOR = Calculator(
    key="property_division",
    label=N_("Division of property"),
    title=N_("Computation of the division of property"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    categories=("family",),
    source=N_("Civil Code, arts 304, 1062 to 1064, 1087, 1089, 1130, 1153, 1161"),
)
