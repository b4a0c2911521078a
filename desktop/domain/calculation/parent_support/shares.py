"""What part each child bears of the support of its parents: agreed, equal, or by means (民法典 1067; there is no share in the law)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.domain.calculation.working import ZERO, plain, shown, yuan
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

_SIMPLE = 20  # a share such as 3/20 is read more easily than a percentage; beyond, it is the other way round


@dataclass
class Child:
    """A child on the sheet; the parts of all add up to 1. `why` says in words where its part comes from."""

    at: str
    name: str
    part: Fraction
    why: str
    gives: Decimal
    paid: Decimal


def of(rows: Sequence[Mapping[str, Any]], way: str) -> list[Child]:
    """The children with their parts: those agreed first, what is left among the others; Refusal where it does not work out."""
    wrong = list(_faults(rows, way))
    if wrong:
        raise Refusal.of(wrong)
    left = 1 - sum((Fraction(row["percent"]) / 100 for row in rows if _agreed(row)), Fraction(0))
    weights = [Fraction(_means(row)) if way == "means" else Fraction(1) for row in rows]
    open_ = [not row.get("exempt") and not _agreed(row) for row in rows]
    whole = sum((weight for weight, counts in zip(weights, open_, strict=True) if counts), Fraction(0))
    children = []
    for n, row in enumerate(rows):
        part = Fraction(row["percent"]) / 100 if _agreed(row) else left * weights[n] / whole if open_[n] and whole else Fraction(0)
        children.append(
            Child(
                at=f"children.{n}",
                name=row["name"],
                part=part,
                why=_why(row, way, part, whole, left),
                gives=yuan(row.get("gives") or 0),
                paid=yuan(row.get("paid") or 0),
            )
        )
    return children


def said(part: Fraction) -> str:
    """A part as it stands in a line: 1/3, or 37.5%."""
    return f"{part.numerator}/{part.denominator}" if 1 < part.denominator <= _SIMPLE else f"{plain(part * 100)}%"


def _faults(rows: Sequence[Mapping[str, Any]], way: str) -> Iterator[Fault]:
    able = [(n, row) for n, row in enumerate(rows) if not row.get("exempt")]
    if not able:
        yield Fault("children", _("One child at least has to be able to pay."))
        return
    for n, row in enumerate(rows):
        if row.get("exempt") and row.get("percent"):
            yield Fault(f"children.{n}.percent", _("Who cannot pay has no share: leave one out."))
    others = [(n, row) for n, row in able if not _agreed(row)]
    agreed = sum((row["percent"] for _n, row in able if _agreed(row)), Decimal(0))
    last = max((n for n, row in able if _agreed(row)), default=0)
    if agreed > 100 or (agreed < 100 and not others):
        yield Fault(f"children.{last}.percent", _("The agreed shares make {sum} per cent together.").format(sum=plain(agreed)))
    if way == "means" and others:
        unknown = [n for n, row in others if row.get("income") is None]
        yield from (Fault(f"children.{n}.income", _("Shares by means need the income of each child.")) for n in unknown)
        if not unknown and agreed < 100 and not any(_means(row) for _n, row in others):
            sentence = _("Nobody has anything left of the income: agree on shares, or take equal parts.")
            yield Fault(f"children.{others[0][0]}.income", sentence)


def _agreed(row: Mapping[str, Any]) -> bool:
    return row.get("percent") is not None and not row.get("exempt")


def _means(row: Mapping[str, Any]) -> Decimal:
    """What is left of the income of a month."""
    return max(yuan(row.get("income") or 0) - yuan(row.get("burden") or 0), ZERO)


def _why(row: Mapping[str, Any], way: str, part: Fraction, whole: Fraction, left: Fraction) -> str:
    if row.get("exempt"):
        return _("cannot pay")
    if _agreed(row):
        return _("{share}, as agreed").format(share=f"{plain(row['percent'])}%")
    rest = _(" of the {left} that are left").format(left=said(left)) if left != 1 else ""
    if way == "equal":
        return _("equal parts{rest}: {share}").format(rest=rest, share=said(part))
    means = shown(_means(row))
    if row.get("burden"):
        means = _("{income} yuan less {burden} yuan of own burden = {means} yuan").format(
            income=shown(yuan(row["income"])), burden=shown(yuan(row["burden"])), means=means
        )
    else:
        means = _("{means} yuan").format(means=means)
    return _("means {means}; of {whole} yuan of all{rest}: {share}").format(means=means, whole=shown(whole), rest=rest, share=said(part))
