"""The sheet of a calculator as it is drawn and as it is handed on: fields without examples, conventions with their default; no Qt.

Generic over what a calculator declares: nothing here knows a kind.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain import fields
from desktop.domain.calculation.calculator import COMMON, Calculator
from desktop.domain.fields import Field
from desktop.domain.inputs.calculation import AMOUNT, KEEP
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _

CONVENTIONS = N_("Conventions that differ between courts")
DAY_AND_REGION = N_("Day, region, statistical years")
Values = Mapping[str, Any]


def basics(calculator: Calculator) -> tuple[Field, ...]:
    """What the calculator asks."""
    return tuple(plain(one) for one in calculator.inputs)


def folds(calculator: Calculator) -> tuple[tuple[str, tuple[Field, ...]], ...]:
    """What is rarely touched: conventions, each with its default said, and the day of the calculation."""
    rows = tuple(replace(option.field(), choices=_choices(option.choices, option.default)) for option in calculator.options)
    options = ((CONVENTIONS, (Field("options", "group", CONVENTIONS, rows=tuple(plain(one) for one in rows)),)),) if rows else ()
    return (*options, (DAY_AND_REGION, tuple(plain(one) for one in COMMON)))


def folded(calculator: Calculator, values: Values) -> tuple[int, ...]:
    """The folds that stay closed: the conventions where all are at their default."""
    return (0,) if calculator.options and not handed_on(calculator, values).get("options") else ()


def keeping(replaces: bool) -> tuple[Field, ...]:
    """How it is kept: as an annex or for reference, with a note; the reason where another one stands already."""
    known = {one.key: one for one in KEEP}
    keys = ("part_of_agreement", "note", *(("reason",) if replaces else ()))
    return tuple(plain(known[key]) for key in keys)


def amounts() -> tuple[Field, ...]:
    """The columns of the three amounts; head, whose and computed are only read."""
    known = {one.key: one for one in AMOUNT}
    head, whose = known["head"], known["whose"]
    return (
        Field("label", "text", head.label, help=N_("A difference between the three is no fault.")),
        Field("whose", "text", whose.label),
        plain(known["claimed"]),
        Field("computed", "money", N_("Computed")),
        plain(known["agreed"]),
        plain(known["note"]),
    )


FIXED = ("label", "whose", "computed")


def plain(one: Field) -> Field:
    """The field as it is drawn: no example in the empty line, which reads like a value."""
    return replace(one, example=None, rows=tuple(plain(row) for row in one.rows))


def begun(calculator: Calculator, given: Values) -> dict[str, Any]:
    """The values with which the form begins: what is known, and the default of every convention that nobody chose."""
    chosen = {key: code for key, code in (given.get("options") or {}).items() if code}
    defaults = {option.key: option.default for option in calculator.options}
    return {**given, **({"options": {**defaults, **chosen}} if defaults else {})}


def handed_on(calculator: Calculator, values: Values) -> dict[str, Any]:
    """The sheet without what was left empty; a convention at its default is one that nobody chose."""
    given = dict(pruned(values))
    defaults = {option.key: option.default for option in calculator.options}
    chosen = {key: code for key, code in (given.pop("options", None) or {}).items() if code != defaults.get(key)}
    return {**given, **({"options": chosen} if chosen else {})}


def pruned(value: Any) -> Any:
    """The same without empty texts, lists and unanswered questions, however deep; rows stay at their places."""
    if isinstance(value, Mapping):
        return {key: pruned(one) for key, one in value.items() if one not in (None, "", [], {})}
    return [pruned(row) for row in value] if isinstance(value, list | tuple) else value


def as_kept(calculator: Calculator, stored: Values, day: date) -> dict[str, Any]:
    """A kept sheet as it would be typed, as of the day for which it was worked out."""
    declared = calculator.sheet()
    return {**fields.typed(declared, fields.restored(declared, stored)), "day": day.isoformat()}


def same(calculator: Calculator, values: Values, stored: Values, day: date, today: date) -> bool:
    """Whether a sheet says what the kept one says."""
    declared = calculator.sheet()
    try:
        now = fields.stored(declared, fields.check(declared, handed_on(calculator, values), today))
    except Refusal:
        return False
    before = {**stored, "day": day.isoformat()}
    return handed_on(calculator, {"day": today.isoformat(), **now}) == handed_on(calculator, before)


def value_at(values: Any, path: str) -> Any:
    """What stands at a dotted path of a sheet; None where nothing does."""
    for part in path.split("."):
        if isinstance(values, Mapping):
            values = values.get(part)
        elif isinstance(values, Sequence) and not isinstance(values, str) and part.isdecimal() and int(part) < len(values):
            values = values[int(part)]
        else:
            return None
    return values


def _choices(choices: Sequence[tuple[str, str]], default: str) -> tuple[tuple[str, str], ...]:
    said = _("{choice} (default)")
    return tuple((code, said.format(choice=_(label)) if code == default else _(label)) for code, label in choices)
