"""Divides what everybody lost: compulsory insurance by sub-limit, the rest by share, of that third-party insurance, the remainder by
those at fault.

What the insurances, those at fault and the injured himself bear adds up to the loss, to the fen.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.paying import Debt
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.traffic import limits, road
from desktop.domain.calculation.traffic.road import WHOLE, Part, Victim
from desktop.domain.calculation.working import ZERO, cent, plain, shown, split
from desktop.i18n import N_, _

_GROUPS = {"medical": N_("medical costs"), "death_disability": N_("death and disability"), "property": N_("things")}
_LAW = N_("Civil Code, art. 1213; Traffic Interpretation, art. 13")
_COVERED = ("medical", "injury", "property")  # what a third-party policy covers whatever it says of the others


class Divided(NamedTuple):
    """The lines that say who bears what, and what each owes."""

    lines: list[Line]
    debts: list[Debt]


class Owed(NamedTuple):
    """What one part owes one victim after compulsory insurance, what of it a policy covers, and at how many per cent."""

    due: Decimal
    covered: Decimal
    percent: Decimal


def divide(victims: Sequence[Victim], everybody: Sequence[Part], accident_on: date, chosen: Mapping[str, str], book: Book) -> Divided:
    """Who bears what of every victim's loss."""
    made = Divided([], [])
    rest = {one.name: dict(one.lost) for one in victims}
    vehicles = [part for part in everybody if part.motor]
    for group in limits.SUB_LIMITS:
        for line, debt in _compulsory(group, accident_on, book, victims, vehicles, rest):
            made.lines.append(line)
            made.debts.append(debt)
    owed = _by_share(victims, everybody, rest, _covered(rest, chosen), book, made.lines)
    for part in everybody:
        for line, debt in _by_fault(part, owed[part.name], victims):
            made.lines.append(line)
            made.debts.append(debt)
    return made


def _covered(rest: Mapping[str, Mapping[str, Decimal]], chosen: Mapping[str, str]) -> set[str]:
    """The groups that third-party insurance covers; a convention is asked only where there is something it decides."""
    groups = set(_COVERED)
    for group in ("solatium", "appraisal"):
        if any(left.get(group) for left in rest.values()) and chosen[f"{group}_insured"] == "included":
            groups.add(group)
    return groups


def _compulsory(
    group: str, accident_on: date, book: Book, victims: Sequence[Victim], vehicles: Sequence[Part], rest: Mapping[str, dict[str, Decimal]]
) -> Iterator[tuple[Line, Debt]]:
    """What the compulsory insurances pay of one sub-limit; takes it off what is left."""
    paid, held = limits.of_group(victims, vehicles, group, accident_on, book)
    for one in victims:
        mine = {name: amount for (victim, name), amount in paid.items() if victim == one.name and amount}
        whole = sum(mine.values(), ZERO)
        if group == "death_disability":
            solatium = limits.of_solatium(one, whole)
            _take(rest[one.name], "solatium", solatium)
            _take(rest[one.name], "injury", whole - solatium)
        else:
            _take(rest[one.name], group, whole)
        for part in vehicles:
            if part.name in mine:
                shared = any(name == part.name and amount and victim != one.name for (victim, name), amount in paid.items())
                how = _compulsory_how(group, one, part, held[part.name], len(mine) > 1, shared)
                what = _("Compulsory insurance, {plate}").format(plate=part.name)
                yield Line("compulsory", what, how, mine[part.name], _(_LAW), one.name), _debt(one, part, mine[part.name])


def _take(left: dict[str, Decimal], group: str, amount: Decimal) -> None:
    if amount:
        left[group] -= amount


def _compulsory_how(group: str, one: Victim, part: Part, limit: Decimal, several: bool, shared: bool) -> str:
    lost = sum((one.lost.get(key, ZERO) for key in limits.SUB_LIMITS[group]), ZERO)
    fault = _("with fault") if part.at_fault else _("without fault")
    how = _("{group}: loss {lost} yuan, limit {limit} yuan ({fault})").format(
        group=_(_GROUPS[group]), lost=shown(lost), limit=shown(limit), fault=fault
    )
    how += _(", vehicles in proportion of their limits") if several else ""
    how += _(", shared with others in proportion of the losses") if shared else ""
    how += "" if part.insured else _(", without insurance: the side of the vehicle pays it (Traffic Interpretation, art. 16)")
    return how


def _debt(one: Victim, part: Part, amount: Decimal) -> Debt:
    if part.insured:
        return Debt("compulsory", part.insurer, amount, _("compulsory insurance {plate}").format(plate=part.name), one.name)
    return Debt("compulsory", part.liable, amount, _("in place of compulsory insurance {plate}").format(plate=part.name), one.name)


def _by_share(
    victims: Sequence[Victim],
    everybody: Sequence[Part],
    rest: Mapping[str, Mapping[str, Decimal]],
    covered: set[str],
    book: Book,
    lines: list[Line],
) -> dict[str, dict[str, Owed]]:
    """Divides every victim's rest by share; adds a line for what he bears himself."""
    owed: dict[str, dict[str, Owed]] = {part.name: {} for part in everybody}
    for one in victims:
        if not any(rest[one.name].values()):
            continue
        shares, own, said = road.weights(one, everybody, book)
        if said:
            lines.append(Line("share", _("Shares"), said, None, "", one.name))
        parts = {group: split(amount, [*shares, own]) for group, amount in rest[one.name].items()}
        for n, part in enumerate(everybody):
            due = sum((by_all[n] for by_all in parts.values()), ZERO)
            insured = sum((by_all[n] for group, by_all in parts.items() if group in covered), ZERO)
            owed[part.name][one.name] = Owed(due, insured, shares[n])
        mine = sum((by_all[-1] for by_all in parts.values()), ZERO)
        if mine:
            whole = sum(rest[one.name].values(), ZERO)
            how = _("{rest} yuan are left × {percent}%").format(rest=shown(whole), percent=plain(own))
            lines.append(Line("own", _("Borne himself"), how, mine, "", one.name))
    return owed


def commercial(part: Part, insurable: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What the third-party insurance of a vehicle pays each victim of what it owes him: at most its limit in all, less the deductible."""
    covered = sum(insurable.values(), ZERO)
    if not part.motor or not part.commercial_limit or part.excluded or not covered:
        return {}
    paid = cent(min(covered, part.commercial_limit) * (WHOLE - part.deductible) / WHOLE)
    return dict(zip(insurable, split(paid, list(insurable.values())), strict=True))


def _by_fault(part: Part, owed: Mapping[str, Owed], victims: Sequence[Victim]) -> Iterator[tuple[Line, Debt]]:
    """What a part owes each victim: first its third-party insurance (not for who sat in it), then itself."""
    outside = {one.name: owed[one.name].covered for one in victims if one.name in owed and one.side != part.name}
    paid, all_covered = commercial(part, outside), sum(outside.values(), ZERO)
    for name, (due, covered, percent) in owed.items():
        by_insurer = paid.get(name, ZERO)
        if by_insurer:
            how = _("{covered} yuan of its share are covered, limit {limit} yuan").format(
                covered=shown(covered), limit=shown(part.commercial_limit)
            )
            how += _(" for {all} yuan in all").format(all=shown(all_covered)) if all_covered != covered else ""
            how += _(", deductible {percent}%").format(percent=plain(part.deductible)) if part.deductible else ""
            what = _("Third-party insurance, {plate}").format(plate=part.name)
            debt = Debt("commercial", part.commercial_insurer, by_insurer, _("third-party insurance {plate}").format(plate=part.name), name)
            yield Line("commercial", what, how, by_insurer, _(_LAW), name), debt
        if due - by_insurer:
            how = _("{percent}% of what is left: {due} yuan").format(percent=plain(percent), due=shown(due))
            how += _(", less {paid} yuan of its insurance").format(paid=shown(by_insurer)) if by_insurer else ""
            debt = Debt("liable", part.liable, due - by_insurer, _("by fault"), name)
            yield Line("liable", part.liable, how, due - by_insurer, _(_LAW), name), debt
