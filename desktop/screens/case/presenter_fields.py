"""How the declared fields of a move stand on its sheet: names of the case are chosen from lists, what is usual is filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from db.models.party import Party
from db.vocabulary import PartyKind, PartyRole
from desktop.domain import balance, fields, money
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault
from desktop.screens.case import shown
from desktop.screens.case.presenter_read import Read
from desktop.services.desk import Desk

SIDES = (PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)
_PARTY_KEYS = ("party", "for_party", "payer")
_TODAY = frozenset({
    "day", "accepted_on", "assigned_on", "applied_on", "rejected_on", "asked_on", "closed_on", "archived_on", "concluded_on", "served_on",
    "handed_on", "objected_on", "consented_on", "received_on",
})  # fmt: skip
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Ask:
    """What a sheet is made from: the case as it was read, what is known already (`begin`), the lines that were chosen (`picked`)."""

    desk: Desk
    read: Read
    move: str
    begin: Values
    picked: tuple[str, ...] = ()

    @property
    def parties(self) -> list[Party]:
        """Those on a side."""
        return [party for party in self.read.whole.case.parties if party.role in SIDES]

    @property
    def today(self) -> str:
        return self.desk.today().isoformat()


@dataclass(frozen=True)
class Opened:
    """A sheet with the way back: `send` makes of what was typed the values of each call of the move, `place` finds a fault's field.

    `version` is what the first call compares; None compares nothing (a move whose version is another noun's).
    """

    sheet: shown.Sheet
    version: int | None = None
    send: Callable[[Values], Sequence[Values]] = lambda values: [dict(values)]
    place: Callable[[Fault], Fault] = lambda fault: fault
    reckon: Callable[[Values], shown.Reckoned] | None = None
    act: Callable[[Desk, Values], object] | None = None
    """Does something that is no action of a case, in place of the action of the sheet's name."""


def adapted(ask: Ask, declared: Sequence[Field]) -> tuple[Field, ...]:
    """The fields with parties, agreements and groups as lists to choose from; those that have only one answer are left out."""
    case = ask.read.whole.case
    groups = [party for party in case.parties if party.kind is PartyKind.GROUP]
    in_force = balance.in_force(case)
    found = []
    for one in declared:
        if one.key in _PARTY_KEYS and one.kind == "text":
            found.append(choice(one, [(str(party.ordinal), named(party)) for party in ask.parties]))
        elif one.key == "agreement" and one.kind == "integer":
            if len(in_force) > 1:
                found.append(choice(one, [(str(n), agreement.number or str(n)) for n, agreement in enumerate(in_force, 1)]))
        elif one.key == "group" and one.kind == "text":
            if len(groups) > 1:
                found.append(choice(one, [(str(party.ordinal), named(party)) for party in groups]))
        elif one.kind == "table":
            found.append(replace(one, rows=adapted(ask, one.rows)))
        else:
            found.append(one)
    return tuple(found)


def named(party: Party) -> str:
    """A party as a list of choices calls it."""
    return f"{party.ordinal} {party.name}"


def choice(one: Field, options: Sequence[tuple[str, str]], required: bool | None = None) -> Field:
    """The field as a list to choose from; as a line to type in where there is nothing to choose."""
    if not options:
        return one
    needed = one.required if required is None else required
    return Field(one.key, "choice", one.label, needed, tuple(options), one.help)


def ticks(one: Field, options: Sequence[tuple[str, str]]) -> Field:
    """Words as ticks beside each option."""
    return replace(one, kind="choices", choices=tuple(options), example=None)


def pick(declared: Sequence[Field], *keys: str) -> tuple[Field, ...]:
    """These of the fields, in this order."""
    by_key = {one.key: one for one in declared}
    return tuple(by_key[key] for key in keys if key in by_key)


def without(declared: Sequence[Field], *keys: str) -> tuple[Field, ...]:
    """All but these."""
    return tuple(one for one in declared if one.key not in keys)


def usual(ask: Ask, declared: Sequence[Field]) -> dict[str, Any]:
    """Today for the day of the move, the only party where there is one to choose."""
    found: dict[str, Any] = {}
    for one in declared:
        if one.kind == "date" and one.key in _TODAY and one.prefer == "past":
            found[one.key] = ask.today
    return found


# --- what stands, as a form takes it ---------------------------------------------------------------------------------------------------


def typed(value: Any) -> Any:
    """A column as a person would type it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


def of_noun(noun: Any, declared: Sequence[Field]) -> dict[str, Any]:
    """The values of these fields as they stand; money as it is typed, in yuan."""
    found: dict[str, Any] = {}
    for one in declared:
        if one.kind == "money":
            fen = getattr(noun, f"{one.key}_fen", None)
            found[one.key] = money.figures(fen).replace(",", "") if fen is not None else ""
        elif hasattr(noun, one.key):
            value = getattr(noun, one.key)
            found[one.key] = value if isinstance(value, bool) or one.kind == "yes_no" else typed(value)
    return found


def differences(declared: Sequence[Field], now: Values, before: Values, today: date) -> tuple[dict[str, Any], dict[str, Any]]:
    """(changes, the same as they were read) of what was typed otherwise than it stands; Refusal with what cannot be read."""
    loose = [replace(one, required=False) for one in declared]
    known = {one.key for one in loose}
    # what stands as it stood is not asked again: an older program may have kept there what cannot be chosen any more
    touched = {key: value for key, value in now.items() if key in known and value != before.get(key)}
    clean = fields.check(loose, touched, today, partial=True)
    stood = fields.readable(loose, {key: value for key, value in before.items() if key in touched}, today)
    changed = [key for key in clean if _plain(clean[key]) != _plain(stood.get(key))]
    return {key: now[key] for key in changed}, {key: before.get(key, "") for key in changed}


def _plain(value: Any) -> Any:
    return None if value in ("", [], {}, None) else value


def plain(one: Field) -> Field:
    """The field as it is drawn: no example in the empty line, which reads like a value; one that says so (如：) may stand."""
    kept = one.example if isinstance(one.example, str) and one.example.startswith("如：") else ""
    return replace(one, example=kept, rows=tuple(plain(row) for row in one.rows))


def sheet(ask: Ask, title: str, hint: str, verb: str, declared: Sequence[Field], values: Values | None = None, **more: Any) -> shown.Sheet:
    """A sheet with the usual values, then those of the move, then what was known before it was opened."""
    keys = {one.key for one in declared} | {one.key for one in more.get("apart", ())}
    began = {key: value for key, value in ask.begin.items() if key in keys}
    known = {**usual(ask, declared), **(values or {}), **began}
    return shown.Sheet(ask.move, title, hint, verb, tuple(plain(one) for one in declared), known, **more)
