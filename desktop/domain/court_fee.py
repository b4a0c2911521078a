"""The court's fee of a suit, and what a mediation saves of it (诉讼费用交纳办法, State Council order 481, arts 13, 15, 16).

Property cases: a cumulative scale. Labour and divorce have flat fees; of a divorce the property above the free part costs a rate. Settled
by the court's mediation or withdrawn: half. People's mediation and a confirmation cost nothing (PML 4; 法释〔2011〕5号 art 11). Exact to
the fen, rounded half up once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain import law, money
from desktop.domain.law import Band, Value
from desktop.domain.refusal import Refusal
from desktop.i18n import _

KINDS = ("property", "labour", "divorce")
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Step:
    """One line of the sum: the part of the amount, its rate in per cent (None: a fixed sum), what it comes to; all in fen."""

    part: int
    rate: Decimal | None
    fee: int


@dataclass(frozen=True)
class Fee:
    """`fee` of the suit, `mediated` where the court's own mediation ends it; fen. A divorce costs from `fee` to `most`."""

    kind: str
    claim: int
    steps: tuple[Step, ...]
    fee: int
    mediated: int
    sources: tuple[str, ...]
    most: int | None = None

    @property
    def saved(self) -> int:
        """What a settlement before a people's mediator saves: all of it."""
        return self.fee


def fee(kind: str, claim: int | None, values: Sequence[Value], bands: Sequence[Band], day: date) -> Fee:
    """The fee of a suit of this kind about `claim` fen on a day; Refusal where a property case names no sum, or a value is missing."""
    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    if kind == "labour":
        flat = law.value_on(values, "court_fee.labour", day)
        steps, sources = (Step(0, None, _fen(flat.number)),), (flat.source,)
    elif kind == "divorce":
        return _divorce(claim or 0, values, day)
    else:
        if claim is None:
            raise Refusal(_("The fee follows from the amount claimed: enter it."), "claim", "no_amount")
        steps, sources = _scale(claim, "court_fee.property", bands, day)
    total = sum(step.fee for step in steps)
    return Fee(kind, claim or 0, steps, total, _half(total, values, day), sources)


def scale(claim: int, key: str, bands: Sequence[Band], day: date) -> int:
    """What a cumulative scale comes to (the fee of a preservation is such a one)."""
    return sum(step.fee for step in _scale(claim, key, bands, day)[0])


def _divorce(property_: int, values: Sequence[Value], day: date) -> Fee:
    """From the least to the most, and a rate on what the property is worth above the free part."""
    least, most, free, rate = (
        law.value_on(values, f"court_fee.divorce.{key}", day) for key in ("least", "most", "property_free", "property_rate")
    )
    over = max(property_ - _fen(free.number), 0)
    extra = _percent(over, rate.number)
    steps = (Step(0, None, _fen(least.number)), *((Step(over, rate.number, extra),) if over else ()))
    total = _fen(least.number) + extra
    return Fee("divorce", property_, steps, total, _half(total, values, day), (least.source,), _fen(most.number) + extra)


def _scale(claim: int, key: str, bands: Sequence[Band], day: date) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    known = sorted((band for band in bands if band.key == key and band.valid_from <= day), key=lambda band: band.above)
    if not known:
        raise law.missing(key, day.year)
    steps = []
    for band in known:
        low, high = _fen(band.above), None if band.upto is None else _fen(band.upto)
        part = min(claim, high if high is not None else claim) - low
        if part > 0 or (claim == 0 and low == 0):
            fixed = _fen(band.fixed)
            steps.append(Step(max(part, 0), band.rate if band.rate else None, fixed + _percent(max(part, 0), band.rate)))
    return tuple(steps), tuple(dict.fromkeys(band.source for band in known))


def _half(total: int, values: Sequence[Value], day: date) -> int:
    share = law.value_on(values, "court_fee.half.mediated", day).number
    return _percent(total, share)


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
