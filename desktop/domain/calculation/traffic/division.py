"""Divides what everybody lost: compulsory insurance by sub-limit, the rest by share, of that commercial insurance (third-party for who was
outside a vehicle, for the occupants who sat in it), the remainder by those at fault (民法典 art 1213).

What a vehicle's policy for its occupants pays is what the vehicle bears by its share of their death and injury, after the compulsory
insurance of other vehicles, at most the limit of the seat. Its own driver bears that share himself: the policy pays it to him.

What the insurances, those at fault and the injured himself bear adds up to the loss, to the fen.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.paying import Debt
from desktop.domain.calculation.result import Line, Payment
from desktop.domain.calculation.traffic import limits, road
from desktop.domain.calculation.traffic.road import WHOLE, Part, Victim
from desktop.domain.calculation.working import ZERO, cent, plain, shown, split
from desktop.i18n import N_, _

_GROUPS = {"medical": N_("medical costs"), "death_disability": N_("death and disability"), "property": N_("things")}
_LAW = N_("Civil Code, art. 1213; Traffic Interpretation, art. 13")
_COVERED = ("medical", "injury", "property")  # what a commercial policy covers whatever it says of the others
_THINGS = "property"  # which a policy for the occupants does not cover


class Divided(NamedTuple):
    """The lines that say who bears what, what each owes, and what an insurer pays back to who is liable."""

    lines: list[Line]
    debts: list[Debt]
    returned: list[Payment]


class Owed(NamedTuple):
    """What one part owes one victim after compulsory insurance, what of it its policy covers, and at how many per cent."""

    due: Decimal
    covered: Decimal
    percent: Decimal


def divide(victims: Sequence[Victim], everybody: Sequence[Part], accident_on: date, chosen: Mapping[str, str], book: Book) -> Divided:
    """Who bears what of every victim's loss."""
    made = Divided([], [], [])
    rest = {one.name: dict(one.lost) for one in victims}
    vehicles = [part for part in everybody if part.motor]
    for group in limits.SUB_LIMITS:
        for line, debt in _compulsory(group, accident_on, book, victims, vehicles, rest):
            made.lines.append(line)
            made.debts.append(debt)
    owed = _by_share(victims, everybody, rest, _covered(rest, chosen), book, made)
    for part in everybody:
        _by_fault(part, owed[part.name], victims, chosen, made)
    return made


def _covered(rest: Mapping[str, Mapping[str, Decimal]], chosen: Mapping[str, str]) -> set[str]:
    """The groups that commercial insurance covers; a convention is asked only where there is something it decides."""
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
    made: Divided,
) -> dict[str, dict[str, Owed]]:
    """Divides every victim's rest by share; adds what he bears himself, and what the policy of his own seat pays of it."""
    owed: dict[str, dict[str, Owed]] = {part.name: {} for part in everybody}
    for one in victims:
        if not any(rest[one.name].values()):
            continue
        shares, in_place, own, said = road.weights(one, everybody, book)
        if said:
            made.lines.append(Line("share", _("Shares"), said, None, "", one.name))
        parts = {group: split(amount, [*shares, in_place, own]) for group, amount in rest[one.name].items()}
        for n, part in enumerate(everybody):
            due = sum((by_all[n] for by_all in parts.values()), ZERO)
            insured = sum((by_all[n] for group, by_all in parts.items() if group in _of(covered, part, one)), ZERO)
            owed[part.name][one.name] = Owed(due, insured, shares[n])
        mine, by_seat = sum((by_all[-1] + by_all[-2] for by_all in parts.values()), ZERO), ZERO
        for part in everybody:
            insured = sum((by_all[-2] for group, by_all in parts.items() if group in _of(covered, part, one)), ZERO)
            if part.name == one.side and seat(part, one, insured):
                by_seat = seat(part, one, insured)
                line, debt = _of_seat(part, one, insured, by_seat)
                made.lines.append(line)
                made.debts.append(debt)
        if mine - by_seat:
            whole = sum(rest[one.name].values(), ZERO)
            how = _("{rest} yuan are left × {percent}%").format(rest=shown(whole), percent=plain(in_place + own))
            how += _(", less {paid} yuan of the seat insurance").format(paid=shown(by_seat)) if by_seat else ""
            made.lines.append(Line("own", _("Borne himself"), how, mine - by_seat, "", one.name))
    return owed


def _of(covered: set[str], part: Part, one: Victim) -> set[str]:
    """What of a victim's loss the policy of a part covers: of who sat in it, not his things."""
    return covered - {_THINGS} if part.name == one.side else covered


def seat(part: Part, one: Victim, covered: Decimal) -> Decimal:
    """What the policy for the occupants pays who sat in the vehicle, of what the vehicle bears of his loss."""
    limit = part.driver_limit if one.driver else part.seat_limit
    return ZERO if part.excluded or not part.motor else min(covered, limit)


def _of_seat(part: Part, one: Victim, covered: Decimal, paid: Decimal) -> tuple[Line, Debt]:
    limit, whose = (part.driver_limit, _("driver")) if one.driver else (part.seat_limit, _("passenger"))
    how = _("{covered} yuan of the share of the vehicle are covered, limit of the seat ({whose}) {limit} yuan").format(
        covered=shown(covered), whose=whose, limit=shown(limit)
    )
    debt = Debt("seat", part.seat_insurer, paid, _("seat insurance {plate}").format(plate=part.name), one.name)
    return Line("seat", _("Seat insurance, {plate}").format(plate=part.name), how, paid, _("Civil Code, art. 1213"), one.name), debt


def commercial(part: Part, insurable: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What the third-party insurance of a vehicle pays each victim of what it owes him: at most its limit in all, less the deductible."""
    covered = sum(insurable.values(), ZERO)
    if not part.motor or not part.commercial_limit or part.excluded or not covered:
        return {}
    paid = cent(min(covered, part.commercial_limit) * (WHOLE - part.deductible) / WHOLE)
    return dict(zip(insurable, split(paid, list(insurable.values())), strict=True))


def _by_fault(part: Part, owed: Mapping[str, Owed], victims: Sequence[Victim], chosen: Mapping[str, str], made: Divided) -> None:
    """What a part owes each victim: first its third-party insurance, or for who sat in it that of the seat; then itself."""
    by_name = {one.name: one for one in victims}
    outside = {name: one.covered for name, one in owed.items() if by_name[name].side != part.name}
    paid, all_covered = commercial(part, outside), sum(outside.values(), ZERO)
    for name, (due, covered, percent) in owed.items():
        by_insurer, one = paid.get(name, ZERO), by_name[name]
        if by_insurer:
            how = _("{covered} yuan of its share are covered, limit {limit} yuan").format(
                covered=shown(covered), limit=shown(part.commercial_limit)
            )
            how += _(" for {all} yuan in all").format(all=shown(all_covered)) if all_covered != covered else ""
            how += _(", deductible {percent}%").format(percent=plain(part.deductible)) if part.deductible else ""
            what = _("Third-party insurance, {plate}").format(plate=part.name)
            debt = Debt("commercial", part.commercial_insurer, by_insurer, _("third-party insurance {plate}").format(plate=part.name), name)
            made.lines.append(Line("commercial", what, how, by_insurer, _(_LAW), name))
            made.debts.append(debt)
        elif one.side == part.name and seat(part, one, covered):
            by_insurer = seat(part, one, covered)
            line, debt = _of_seat(part, one, covered, by_insurer)
            made.lines.append(line)
            if chosen["seat_payee"] == "insured" and part.seat_insurer != part.liable:
                made.returned.append(Payment(part.seat_insurer, part.liable, by_insurer, debt.what))
                debt = Debt("liable", part.liable, by_insurer, _("by fault"), name)
            made.debts.append(debt)
        if due - by_insurer:
            how = _("{percent}% of what is left: {due} yuan").format(percent=plain(percent), due=shown(due))
            how += _(", less {paid} yuan of its insurance").format(paid=shown(by_insurer)) if by_insurer else ""
            made.lines.append(Line("liable", part.liable, how, due - by_insurer, _(_LAW), name))
            made.debts.append(Debt("liable", part.liable, due - by_insurer, _("by fault"), name))
