"""What is shared, between whom and in which parts: joint property, and what of it is an estate (民法典 1062, 1063, 1087, 1130, 1153).

Each thing and debt has two sides: to whom it falls by right (`due`), and who holds it in the end (`held`). What nobody keeps is taken by
each in its part and needs no levelling.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.working import ZERO, plain, split, yuan
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _


@dataclass
class Pool:
    """What is shared in the same parts: its worth, its debts, and how much of it (net) is kept by nobody and taken by each."""

    worth: Decimal = ZERO
    debts: Decimal = ZERO
    taken: Decimal = ZERO

    @property
    def net(self) -> Decimal:
        """What is left of it; below 0 where more is owed."""
        return self.worth - self.debts


@dataclass
class Sides:
    """The pools, what is each one's own (net), and what each holds of all in the end."""

    joint: Pool = field(default_factory=Pool)
    estate: Pool = field(default_factory=Pool)
    own: dict[str, Decimal] = field(default_factory=dict)
    held: dict[str, Decimal] = field(default_factory=dict)

    def put(self, table: dict[str, Decimal], name: str, amount: Decimal) -> None:
        """Adds to what somebody has."""
        table[name] = table.get(name, ZERO) + amount


def parts(people: Sequence[Mapping[str, Any]], book: Book) -> dict[str, Fraction]:
    """The part of each; Refusal where they do not make a whole."""
    sharing = [row for row in people if row.get("preset") != "none"]
    fixed: dict[str, Fraction] = {}
    for n, row in enumerate(people):
        if row.get("percent") is not None:
            fixed[row["name"]] = Fraction(row["percent"]) / 100
            if row.get("preset"):
                raise Refusal(_("Either a share or a custom: leave one out."), f"people.{n}.preset")
        elif row.get("preset") == "none":
            fixed[row["name"]] = Fraction(0)
        elif row.get("preset"):
            if len(sharing) != 2:
                raise Refusal(_("The custom is one for two: write the shares in per cent."), f"people.{n}.preset")
            fixed[row["name"]] = Fraction(book.number(f"property_division.{row['preset']}")) / 100
    open_ = [row["name"] for row in people if row["name"] not in fixed]
    whole = sum(fixed.values(), Fraction(0))
    if whole > 1 or (whole < 1 and not open_):
        last = max(n for n, row in enumerate(people) if row["name"] in fixed)
        raise Refusal(_("The shares make {sum} per cent together.").format(sum=plain(whole * 100)), f"people.{last}.percent")
    return {row["name"]: fixed.get(row["name"], (1 - whole) / (len(open_) or 1)) for row in people}


def of(given: Mapping[str, Any]) -> Sides:
    """Every thing and debt put to where it belongs and to who holds it."""
    sides = Sides()
    for row in given["items"]:
        worth, owed, own = (yuan(row.get(key) or 0) for key in ("worth", "owed", "own_part"))
        net, keeper = worth - owed, row.get("keeper")
        if row["belongs"] == "own":
            sides.put(sides.own, row["owner"], net)
            sides.put(sides.held, keeper or row["owner"], net)
            continue
        pool = sides.estate if row["belongs"] == "estate" else sides.joint
        apart = bool(row.get("shares"))  # divided by itself (`own_shares`)
        pool.worth += ZERO if apart else worth - own
        pool.debts += ZERO if apart else owed
        if own:
            sides.put(sides.own, row["owner"], own)
        if keeper:
            sides.put(sides.held, keeper, net)
        else:
            pool.taken += ZERO if apart else net - own
            if own:
                sides.put(sides.held, row["owner"], own)
    for row in given.get("debts") or ():
        amount, payer = yuan(row["amount"]), row.get("payer")
        if row["belongs"] == "own":
            sides.put(sides.own, row["owner"], -amount)
            sides.put(sides.held, payer or row["owner"], -amount)
            continue
        pool = sides.estate if row["belongs"] == "estate" else sides.joint
        pool.debts += amount
        if payer:
            sides.put(sides.held, payer, -amount)
        else:
            pool.taken -= amount
    return sides


def divided(amount: Decimal, taken: Decimal, shares: Mapping[str, Fraction]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """(what is due to each of an amount, how much of it each takes at once of what nobody keeps); both add up to the fen."""
    names = list(shares)
    due = dict(zip(names, split(amount, [shares[name] for name in names]), strict=True))
    kept = dict(zip(names, split(amount - taken, [shares[name] for name in names]), strict=True))
    return due, {name: due[name] - kept[name] for name in names}


def faults(given: Mapping[str, Any]) -> Iterator[Fault]:
    """What cannot be of people, things and debts."""
    names: set[str] = set()
    for n, row in enumerate(given["people"]):
        if row["name"] in names:
            yield Fault(f"people.{n}.name", _("This name stands above already: tell two of one name apart."))
        names.add(row["name"])
    inherited, spouse = given["ground"] == "inheritance", given.get("spouse") or ""
    if spouse and not inherited:
        yield Fault("spouse", _("Only of an inheritance: leave it out."))
    elif spouse and spouse not in names:
        yield Fault("spouse", _("Nobody of this name stands among those who have a share."))
    for table, holder in (("items", "keeper"), ("debts", "payer")):
        for n, row in enumerate(given.get(table) or ()):
            at = f"{table}.{n}"
            for key in ("owner", holder):
                if row.get(key) and row[key] not in names:
                    yield Fault(f"{at}.{key}", _("Nobody of this name stands among those who have a share."))
            if row["belongs"] == "estate" and not inherited:
                yield Fault(f"{at}.belongs", _("Only of an inheritance."))
            if row["belongs"] == "joint" and inherited and not spouse:
                yield Fault("spouse", _("Joint property of an inheritance: say who the surviving spouse is."))
            if (row["belongs"] == "own" or row.get("own_part")) and not row.get("owner"):
                yield Fault(f"{at}.owner", _("Say whose it is."))
            if row["belongs"] == "own" and row.get("own_part"):
                yield Fault(f"{at}.own_part", _("It is wholly one's own: leave the part out."))
            elif (row.get("own_part") or 0) > row.get("worth", 0):
                yield Fault(f"{at}.own_part", _("More than the whole is worth."))
