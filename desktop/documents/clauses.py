"""The clauses of an agreement, each made from one obligation: who owes whom what, until when, in what way, who stands beside.

Sums are written in figures and in capitals; a clause of up to two instalments names them, more stand in a table under it.
Source of the contents: PML 29 (content, way and time limit of performance); wording in `agreement.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import ObligationKind, ObligationPart, ObligationTiming, PaymentWay
from desktop.documents import clause_parts
from desktop.documents.blocks import Align, Table, chinese_number
from desktop.documents.template import Declared, Wording, shown
from desktop.domain import dates, money

if TYPE_CHECKING:
    from db.models.obligation import Obligation

IN_WORDS = 2  # so many instalments stand in the sentence
MANY = (ObligationTiming.INSTALMENTS, ObligationTiming.PERIODIC)
GROUP = 4  # an account number is read in groups of four

_BESIDE = ("joint", "payee", "performer", "guarantee", "details", "done", "checked", "set_off", "settles", "handing", "traits")
_MONEY = ("debtor", "creditor", "subject", "figures", "capitals", "way", *_BESIDE)
_PRICE = ("quantity", "unit", "unit_of_price", "unit_price", "figures", "capitals")
_THINGS = ("debtor", "creditor", "subject", *_PRICE, "place", *_BESIDE)
_ACT = ("debtor", "creditor", "subject", "place", *_BESIDE)
_TIMES = {
    "at_once": (),
    "by_date": ("due",),
    "undated": ("due",),
    "instalments": ("count", "schedule"),
    "periodic": ("count", "schedule"),
}
DECLARED: Declared = {
    **{
        f"clause.{kind}_{time}": (*fields, *more)
        for kind, fields in (("money", _MONEY), ("in_kind", _THINGS), ("act", _ACT))
        for time, more in _TIMES.items()
    },
    **clause_parts.DECLARED,
    "part.schedule_line": ("n", "due", "figures", "capitals"),
    "part.schedule_line_in_kind": ("n", "due", "quantity", "unit"),
    "part.schedule_line_act": ("n", "due", "quantity"),
    "part.schedule_table": (),
    "way.cash": (),
    "way.transfer": ("account_name", "bank_name", "account_number"),
    "way.listed": (),
    "way.other": (),
    **{f"schedule.{key}": () for key in ("number", "due", "figures", "capitals", "quantity", "total")},
    "performance.line": ("clause", "way", "time", "place"),
    **{f"performance.{key}": () for key in ("cash", "transfer", "other", "in_kind", "act", "at_once")},
    "performance.by_date": ("due",),
    "performance.instalments": ("count", "due"),
    "performance.periodic": ("count", "due"),
}


@dataclass(frozen=True)
class Clause:
    """One clause, and the table of its instalments where it has one."""

    text: str
    table: Table | None = None


def clause(obligation: "Obligation", called: Mapping[int, str], wording: Wording) -> Clause:
    """The clause of one obligation, in its own wording where somebody wrote one; `called` says how each party is called, by id."""
    made = generated(obligation, called, wording)
    own = obligation.own_text.strip() if obligation.own_text else ""
    return Clause(own, made.table) if own else made


def generated(obligation: "Obligation", called: Mapping[int, str], wording: Wording) -> Clause:
    """The clause that the record makes, whatever somebody wrote in its place."""
    kind, timing, parts = obligation.kind, obligation.timing, dated(obligation)
    many = timing in MANY
    debtor = clause_parts.names(obligation, ObligationPart.DEBTOR, called)
    creditor = clause_parts.names(obligation, ObligationPart.CREDITOR, called)
    count = chinese_number(len(parts)) if parts else ""
    planned = clause_parts.plan(obligation, count, wording) if timing is ObligationTiming.PERIODIC else ""
    fields: dict[str, object] = {
        "debtor": debtor,
        "creditor": creditor,
        "subject": obligation.subject,
        "figures": _figures(obligation.amount_fen),
        "capitals": _capitals(obligation.amount_fen),
        "way": way(obligation, wording),
        "quantity": obligation.quantity,
        "unit": obligation.unit,
        "unit_of_price": obligation.unit if obligation.unit_price_fen is not None else "",
        "unit_price": _figures(obligation.unit_price_fen),
        "place": obligation.place,
        "due": clause_parts.season(obligation, dates.in_words(obligation.due_on) if obligation.due_on else "", wording),
        "count": count,
        "schedule": planned or (_schedule(obligation, wording) if many else ""),
        **clause_parts.beside(obligation, clause_parts.Named(debtor, creditor, called), wording),
    }
    time = str(timing) if many or timing is ObligationTiming.AT_ONCE or obligation.due_on else "undated"
    text = wording.say(f"clause.{kind}_{time}", **fields)
    return Clause(text, _table(obligation, wording) if many and not planned and len(parts) > IN_WORDS else None)


def performance(obligation: "Obligation", number: int, wording: Wording) -> str:
    """In what way and until when clause `number` is performed, in one line."""
    if obligation.kind is ObligationKind.MONEY:
        manner = wording.say(f"performance.{obligation.way or PaymentWay.OTHER}")
    else:
        manner = wording.say(f"performance.{obligation.kind}")
    due = max((part.due_on for part in obligation.instalments), default=obligation.due_on)
    words = clause_parts.season(obligation, dates.in_words(due) if due else "", wording)
    count = chinese_number(len(dated(obligation))) if obligation.instalments else ""
    match obligation.timing:
        case ObligationTiming.AT_ONCE:
            time = wording.say("performance.at_once")
        case ObligationTiming.BY_DATE:
            time = wording.say("performance.by_date", due=words)
        case ObligationTiming.INSTALMENTS | ObligationTiming.PERIODIC:
            time = wording.say(f"performance.{obligation.timing}", count=count, due=words)
    return wording.say("performance.line", clause=chinese_number(number), way=manner, time=time, place=obligation.place)


def way(obligation: "Obligation", wording: Wording) -> str:
    """How money is paid; an account that is named says that it is by transfer."""
    if _of_members(obligation) and not obligation.account_number and obligation.way is PaymentWay.TRANSFER:
        return wording.say("way.listed")
    if obligation.way is PaymentWay.TRANSFER or obligation.account_number:
        return wording.say(
            "way.transfer",
            account_name=obligation.account_name,
            bank_name=obligation.bank_name,
            account_number=grouped(obligation.account_number),
        )
    return wording.say(f"way.{obligation.way}") if obligation.way else ""


def grouped(number: str) -> str:
    """An account number in groups of four; anything but a plain number stays as it was typed."""
    if not number.isdigit() or len(number) <= GROUP:
        return number
    return " ".join(number[n : n + GROUP] for n in range(0, len(number), GROUP))


_figures, _capitals = clause_parts.figures, clause_parts.capitals


def _schedule(obligation: "Obligation", wording: Wording) -> str:
    """The instalments in words, or the hint at their table."""
    parts = dated(obligation)
    if not parts or len(parts) > IN_WORDS:
        return wording.say("part.schedule_table") if parts else ""
    return "；".join(_instalment(obligation, part, n, wording) for n, part in enumerate(parts, 1))


class Dated(NamedTuple):
    """What falls due on one date, of whomever: the parts of a group's members come to one line."""

    due_on: date
    amount_fen: int | None
    quantity: str


def dated(obligation: "Obligation") -> list[Dated]:
    """The schedule by its dates; each member's own part stands in the list at the end of the paper."""
    if not _of_members(obligation):
        return [Dated(part.due_on, part.amount_fen, part.quantity) for part in obligation.instalments]
    days = sorted({part.due_on for part in obligation.instalments})
    return [Dated(day, sum(part.amount_fen or 0 for part in obligation.instalments if part.due_on == day), "") for day in days]


def _of_members(obligation: "Obligation") -> bool:
    return any(part.member_id is not None for part in obligation.instalments)


def _instalment(obligation: "Obligation", part: Dated, n: int, wording: Wording) -> str:
    number, due = chinese_number(n), dates.in_words(part.due_on)
    match obligation.kind:
        case ObligationKind.MONEY:
            figures, capitals = _figures(part.amount_fen), _capitals(part.amount_fen)
            return wording.say("part.schedule_line", n=number, due=due, figures=figures, capitals=capitals)
        case ObligationKind.IN_KIND:
            return wording.say("part.schedule_line_in_kind", n=number, due=due, quantity=part.quantity, unit=obligation.unit)
        case ObligationKind.ACT:
            return wording.say("part.schedule_line_act", n=number, due=due, quantity=part.quantity)


def _table(obligation: "Obligation", wording: Wording) -> Table:
    parts = dated(obligation)
    if obligation.kind is ObligationKind.MONEY:
        head = tuple(wording.say(f"schedule.{key}") for key in ("number", "due", "figures", "capitals"))
        sums = [(shown(_figures(part.amount_fen)), shown(_capitals(part.amount_fen))) for part in parts]
        rows = tuple((str(n), dates.in_words(part.due_on), *sums[n - 1]) for n, part in enumerate(parts, 1))
        fen = sum(part.amount_fen or 0 for part in parts)
        total = (wording.say("schedule.total"), "", money.figures(fen), money.capitals(fen))
        return Table(head, rows, (1.0, 2.6, 2.4, 4.4), (Align.CENTRE, Align.CENTRE, Align.RIGHT, Align.LEFT), total)
    head = tuple(wording.say(f"schedule.{key}") for key in ("number", "due", "quantity"))
    counts = [shown(f"{part.quantity}{obligation.unit}" if part.quantity else "") for part in parts]
    lines = tuple((str(n), dates.in_words(part.due_on), counts[n - 1]) for n, part in enumerate(parts, 1))
    return Table(head, lines, (1.0, 3.0, 4.0), (Align.CENTRE, Align.CENTRE, Align.LEFT))
