"""Compulsory insurance: what each vehicle's sub-limits pay to whom (交强险条款 art 8; 交通解释 arts 13, 16 to 19, formerly 16 to 22).

The limits are those of the moment of the accident, of a vehicle with or without fault. Several vehicles pay one loss in proportion of
their limits; several who lost something share a limit in proportion of their losses. Nobody is paid by the insurance of the vehicle he
was in.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.traffic.road import Part, Victim
from desktop.domain.calculation.working import ZERO, split

SUB_LIMITS = {"medical": ("medical",), "death_disability": ("injury", "solatium"), "property": ("property",)}
Paid = dict[tuple[str, str], Decimal]  # (victim, vehicle) -> yuan


def limit_of(part: Part, group: str, accident_on: date, book: Book) -> Decimal:
    """One sub-limit of a vehicle; nothing for things where its driver was drunk, unlicensed or meant it (交强险条例 art 22)."""
    if group == "property" and part.excluded and part.insured:
        return ZERO
    return book.number(f"compulsory.{'fault' if part.at_fault else 'no_fault'}.{group}", accident_on)


def of_group(
    victims: Sequence[Victim], vehicles: Sequence[Part], group: str, accident_on: date, book: Book
) -> tuple[Paid, dict[str, Decimal]]:
    """What each vehicle pays each victim of one sub-limit, and the limits."""
    losses = {one.name: sum((one.lost.get(part, ZERO) for part in SUB_LIMITS[group]), ZERO) for one in victims}
    if not any(losses.values()):
        return {}, {}
    limits = {part.name: limit_of(part, group, accident_on, book) for part in vehicles}
    may = {one.name: [part.name for part in vehicles if part.name != one.side] for one in victims}
    return shared(losses, limits, may), limits


def shared(losses: Mapping[str, Decimal], limits: Mapping[str, Decimal], may: Mapping[str, Sequence[str]]) -> Paid:
    """Divides limits among losses: each loss asks the vehicles that may pay it in proportion of their limits; a limit that is asked for
    more than it holds is shared in proportion of what is asked; what is left asks those that still hold something. To the fen; ends when
    nobody can be paid more.
    """
    left, held = dict(losses), dict(limits)
    paid: Paid = {}
    while True:
        asked: dict[str, dict[str, Decimal]] = {name: {} for name in held}
        for victim, loss in left.items():
            open_ = [name for name in may[victim] if held[name] > 0]
            if loss > 0 and open_:
                for name, part in zip(open_, split(loss, [limits[name] for name in open_]), strict=True):
                    asked[name][victim] = part
        if not any(part for wishes in asked.values() for part in wishes.values()):
            return paid
        for name, wishes in asked.items():
            whole = sum(wishes.values(), ZERO)
            if not whole:
                continue
            given = list(wishes.values()) if whole <= held[name] else split(held[name], list(wishes.values()))
            for victim, part in zip(wishes, given, strict=True):
                paid[victim, name] = paid.get((victim, name), ZERO) + part
                left[victim] -= part
                held[name] -= part


def of_solatium(victim: Victim, paid: Decimal) -> Decimal:
    """How much of what the death and disability limit paid is solatium: first on request (交通解释 art 13), else last."""
    solatium, injury = victim.lost.get("solatium", ZERO), victim.lost.get("injury", ZERO)
    return min(solatium, paid) if victim.solatium_first else max(ZERO, paid - injury)
