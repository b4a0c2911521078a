"""What changed between two versions of an agreement, in words: by field, by obligation and by clause.

Versions are the values as they were saved; two obligations are the same when kind, people and thing are mostly the same.
"""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain import dates, money, texts
from desktop.domain.fields import Field
from desktop.domain.inputs.agreement import AGREEMENT
from desktop.domain.inputs.obligation import OBLIGATION
from desktop.i18n import _

Values = Mapping[str, Any]
_APART = ("obligations", "clauses", "origins")
_LIKE = 0.5  # from here on two clauses are one that was changed


@dataclass(frozen=True)
class Change:
    """`place` is a dotted path in the newer version ('' for what is gone); `what` names it; `before` or `after` is empty where there was
    nothing."""

    place: str
    what: str
    before: str
    after: str


def between(old: Values, new: Values) -> list[Change]:
    """Every change, in the order of the sheet."""
    found: list[Change] = []
    for field in AGREEMENT:
        if field.key == "obligations":
            found += _obligations(old.get("obligations") or [], new.get("obligations") or [])
        elif field.key == "clauses":
            found += _clauses(old.get("clauses") or [], new.get("clauses") or [])
        elif field.key not in _APART:
            found += _field(field, old, new, field.key, _(field.label))
    return found


def told(change: Change) -> str:
    """One change in one line."""
    if not change.before:
        return _("{what}: added: {after}").format(what=change.what, after=change.after)
    if not change.after:
        return _("{what}: taken out: {before}").format(what=change.what, before=change.before)
    return _("{what}: {before} → {after}").format(what=change.what, before=change.before, after=change.after)


def _field(field: Field, old: Values, new: Values, place: str, what: str) -> list[Change]:
    before, after = shown(field, old.get(field.key)), shown(field, new.get(field.key))
    return [Change(place, what, before, after)] if before != after else []


def _obligations(old: Sequence[Values], new: Sequence[Values]) -> list[Change]:
    found: list[Change] = []
    left = list(range(len(old)))
    for n, row in enumerate(new):
        m = _same(row, old, left, n)
        name = _("Obligation {n}").format(n=n + 1)
        if m is None:
            found.append(Change(f"obligations.{n}", name, "", in_short(row)))
            continue
        left.remove(m)
        if m != n:
            found.append(
                Change(f"obligations.{n}", name, _("stood as number {n}").format(n=m + 1), _("stands as number {n}").format(n=n + 1))
            )
        for field in OBLIGATION:
            found += _field(field, old[m], row, f"obligations.{n}.{field.key}", f"{name}，{_(field.label)}")
    found += [Change("", _("Obligation {n}").format(n=m + 1), in_short(old[m]), "") for m in left]
    return found


def _same(row: Values, old: Sequence[Values], left: Sequence[int], n: int) -> int | None:
    """The old obligation that this one was: the one most like it, the same place before another."""

    def like(m: int) -> tuple[int, bool]:
        keys = ("kind", "debtors", "creditors", "subject", "species", "amount", "quantity", "due_on")
        return sum(row.get(key) == old[m].get(key) for key in keys), m == n

    best = max(left, key=like, default=None)
    return best if best is not None and like(best)[0] >= 4 else None


def _clauses(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    found: list[Change] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = list(range(a, b)), list(range(c, d))
        for n in come:
            like = {m: difflib.SequenceMatcher(None, old[m], new[n], autojunk=False).ratio() for m in gone}
            m = max(like, key=lambda one: like[one], default=None)
            name = _("Clause {n}").format(n=n + 1)
            if m is not None and like[m] >= _LIKE:
                gone.remove(m)
                found.append(Change(f"clauses.{n}", name, old[m], new[n]))
            else:
                found.append(Change(f"clauses.{n}", name, "", new[n]))
        found += [Change("", _("Clause {n}").format(n=m + 1), old[m], "") for m in gone]
    return found


def in_short(row: Values) -> str:
    """An obligation in one line: who, to whom, what, how much, when."""
    by_key = {field.key: field for field in OBLIGATION}
    parts = [shown(by_key[key], row.get(key)) for key in ("debtors", "creditors")]
    rest = [shown(by_key[key], row.get(key)) for key in ("subject", "quantity", "amount", "due_on", "instalments")]
    return " → ".join(part or "?" for part in parts) + "：" + " ".join(part for part in rest if part)


def shown(field: Field, value: Any) -> str:
    """A stored value as people read it; '' for nothing."""
    if value in (None, "", []):
        return ""
    if field.kind == "money":
        return _("{sum} yuan").format(sum=money.figures(int(value)))
    if field.kind == "date":
        return dates.in_words(date.fromisoformat(value) if isinstance(value, str) else value)
    if field.kind == "choice":
        return next((label for code, label in field.options() if code == value), str(value))
    if field.kind == "yes_no":
        return _("Yes") if value else _("No")
    if field.kind in ("words", "texts"):
        return "、".join(str(word) for word in value)
    if field.kind == "table":
        return "；".join(" ".join(part for part in (shown(one, row.get(one.key)) for one in field.rows) if part) for row in value)
    return texts.quoted(str(value), 400)
