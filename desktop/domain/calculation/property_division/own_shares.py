"""A thing that is divided in other parts than the rest: read from what was typed (高某60，郭某某40), and what falls to each of it.

Co-owners by shares have what was agreed of each thing, a couple may agree on a house apart from the rest (民法典 298, 308, 1065, 1087).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from desktop.domain.calculation.working import ZERO, plain, split, yuan
from desktop.domain.refusal import Fault
from desktop.i18n import _

_BETWEEN = re.compile(r"[\s,;、。:：]*")
_WHOLE = 100


class Thing(NamedTuple):
    """What falls to each of one thing, net of what is owed on it, and what each takes of it at once where nobody keeps it."""

    what: str
    worth: Decimal
    owed: Decimal
    shares: Mapping[str, Fraction]
    due: Mapping[str, Decimal]
    taken: Mapping[str, Decimal]


def typed(text: str, names: Sequence[str]) -> dict[str, Fraction] | str:
    """The part of everybody as it was typed; who is not named has an equal part of what is left. A sentence where it cannot be read."""
    rest, found = unicodedata.normalize("NFKC", text), dict[str, Fraction]()
    for name in sorted(names, key=len, reverse=True):
        written = re.escape(unicodedata.normalize("NFKC", name))
        match = re.search(written + r"[\s:占为]*(\d{1,3}(?:\.\d{1,4})?)\s*%?(?![\d.])", rest)
        if match:
            found[name] = Fraction(match[1]) / _WHOLE
            rest = rest[: match.start()] + " " + rest[match.end() :]
    if not found or _BETWEEN.fullmatch(rest) is None:
        return _("Write who has how many per cent of it, such as {example}.").format(example="，".join(f"{name}50" for name in names[:2]))
    open_, whole = [name for name in names if name not in found], sum(found.values(), Fraction(0))
    if whole > 1 or (whole < 1 and not open_):
        return _("The shares make {sum} per cent together.").format(sum=plain(whole * _WHOLE))
    return {name: found.get(name, (1 - whole) / (len(open_) or 1)) for name in names}


def faults(given: Mapping[str, Any]) -> Iterator[Fault]:
    """Shares that cannot be read, do not make a whole, or stand beside a thing that is not divided so."""
    names = [row["name"] for row in given["people"]]
    for n, row in enumerate(given["items"]):
        if not row.get("shares"):
            continue
        at = f"items.{n}.shares"
        if row["belongs"] == "own":
            yield Fault(at, _("It is wholly one's own: leave the shares out."))
        elif row["belongs"] == "joint" and given["ground"] == "inheritance":
            yield Fault(at, _("Half of it is the surviving spouse's first: leave the shares out, or write the estate's half as a thing."))
        read = typed(row["shares"], names)
        if isinstance(read, str):
            yield Fault(at, read)


def things(given: Mapping[str, Any]) -> Iterator[Thing]:
    """Every thing with shares of its own, divided to the fen."""
    names = [row["name"] for row in given["people"]]
    for row in given["items"]:
        shares = typed(row["shares"], names) if row.get("shares") else ""
        if isinstance(shares, str):
            continue
        worth, owed = yuan(row["worth"]) - yuan(row.get("own_part") or 0), yuan(row.get("owed") or 0)
        parts = split(abs(worth - owed), list(shares.values()))
        due = {name: part if worth >= owed else -part for name, part in zip(shares, parts, strict=True)}
        yield Thing(row["what"], worth, owed, shares, due, dict.fromkeys(shares, ZERO) if row.get("keeper") else due)
