"""The court's fee of a suit, and what a mediation saves of it (诉讼费用交纳办法, State Council order 481, arts 13 to 16).

Property cases: a cumulative scale. Labour has one flat fee; a divorce, an infringement of a personality right and any other case that is
not about property a range, in which the region fixes the sum; what a divorce divides or a personality right is paid for above a free part
costs a rate. Settled by the court's mediation or withdrawn: half. People's mediation and a confirmation cost nothing (PML 4;
法释〔2011〕5号 art 11). Exact to the fen, rounded half up once a step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain import law, money
from desktop.domain.law import Band, Value
from desktop.domain.refusal import Refusal
from desktop.i18n import _

KINDS = ("property", "labour", "divorce", "personality", "other")
PROPERTY, PERSONALITY, PRESERVATION = "court_fee.property", "court_fee.personality", "preservation_fee"
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Step:
    """One line of the sum: the part of the amount, its rate in per cent (None: a fixed sum), what it comes to; all in fen."""

    part: int
    rate: Decimal | None
    fee: int


@dataclass(frozen=True)
class Fee:
    """`fee` of the suit, `mediated` where the court's own mediation ends it; fen. Where a range holds it costs from `fee` to `most`.

    `stands_on` are the values and steps of a scale that it follows from.
    """

    kind: str
    claim: int
    steps: tuple[Step, ...]
    fee: int
    mediated: int
    stands_on: tuple[Value | Band, ...]
    most: int | None = None

    @property
    def saved(self) -> int:
        """What a settlement before a people's mediator saves: all of it."""
        return self.fee


def fee(kind: str, claim: int | None, values: Sequence[Value], bands: Sequence[Band], day: date) -> Fee:
    """The fee of a suit of this kind about `claim` fen on a day; Refusal where a property case names no sum, or a value is missing."""
    half = law.value_on(values, "court_fee.half.mediated", day)
    if kind == "labour":
        flat = law.value_on(values, "court_fee.labour", day)
        return _whole(kind, 0, (Step(0, None, _fen(flat.number)),), (flat,), half)
    if kind == "property":
        if claim is None:
            raise Refusal(_("The fee follows from the amount claimed: enter it."), "claim", "no_amount")
        steps, on = _scale(claim, PROPERTY, bands, day)
        return _whole(kind, claim, steps, on, half)
    return _range(kind, claim or 0, values, bands, day, half)


def scale(claim: int, key: str, bands: Sequence[Band], day: date) -> int:
    """What a cumulative scale comes to (the fee of a preservation is such a one)."""
    return sum(step.fee for step in _scale(claim, key, bands, day)[0])


def preservation(claim: int, values: Sequence[Value], bands: Sequence[Band], day: date) -> Fee:
    """The fee for preserving property of `claim` fen (art 14): a scale with a highest sum; it is not halved."""
    steps, on = _scale(claim, PRESERVATION, bands, day)
    most = law.value_on(values, "preservation_fee.most", day)
    total = min(sum(step.fee for step in steps), _fen(most.number))
    return Fee("preservation", claim, steps, total, total, (*on, most))


def _range(kind: str, claim: int, values: Sequence[Value], bands: Sequence[Band], day: date, half: Value) -> Fee:
    """From the least to the most, and rates on what is divided or claimed above a free part."""
    least, most = (law.value_on(values, f"court_fee.{kind}.{key}", day) for key in ("least", "most"))
    steps, on = (Step(0, None, _fen(least.number)),), (least, most)
    more: tuple[Step, ...] = ()
    used: tuple[Value | Band, ...] = ()
    if kind == "divorce":
        free, rate = (law.value_on(values, f"court_fee.divorce.{key}", day) for key in ("property_free", "property_rate"))
        over = max(claim - _fen(free.number), 0)
        more, used = ((Step(over, rate.number, _percent(over, rate.number)),) if over else ()), (free, rate)
    elif kind == "personality":
        more, used = _scale(claim, PERSONALITY, bands, day)
        more = tuple(step for step in more if step.rate is not None)
    found = _whole(kind, claim, (*steps, *more), (*on, *used), half)
    return Fee(kind, claim, found.steps, found.fee, found.mediated, found.stands_on, _fen(most.number) + sum(step.fee for step in more))


def _whole(kind: str, claim: int, steps: tuple[Step, ...], on: tuple[Value | Band, ...], half: Value) -> Fee:
    total = sum(step.fee for step in steps)
    return Fee(kind, claim, steps, total, _percent(total, half.number), (*on, half))


def _scale(claim: int, key: str, bands: Sequence[Band], day: date) -> tuple[tuple[Step, ...], tuple[Band, ...]]:
    known = sorted((band for band in bands if band.key == key and band.valid_from <= day), key=lambda band: band.above)
    if not known:
        raise law.missing(key, day.year)
    steps, used = [], []
    for band in known:
        low, high = _fen(band.above), None if band.upto is None else _fen(band.upto)
        part = min(claim, high if high is not None else claim) - low
        if part > 0 or (claim == 0 and low == 0):
            fixed = _fen(band.fixed)
            steps.append(Step(max(part, 0), band.rate if band.rate else None, fixed + _percent(max(part, 0), band.rate)))
            used.append(band)
    return tuple(steps), tuple(used)


def _percent(fen: int, rate: Decimal) -> int:
    return _fen(money_of(fen) * rate / 100)


def money_of(fen: int) -> Decimal:
    """Yuan out of fen, exact."""
    return Decimal(fen).scaleb(-2)


def _fen(yuan: Decimal) -> int:
    return int(yuan.quantize(CENT, ROUND_HALF_UP).scaleb(2))


def in_words(found: Fee) -> str:
    """The fee for a sentence: one sum, or from the least to the most."""
    if found.most is None:
        return money.figures(found.fee)
    return _("{least} to {most}").format(least=money.figures(found.fee), most=money.figures(found.most))
