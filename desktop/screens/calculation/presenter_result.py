"""What came out of a calculation, in words: lines by head, who pays whom, values with year and source; or what is missing, with the way."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.domain import dates, law, law_words, money
from desktop.domain.calculation import outcome
from desktop.domain.calculation.calculator import Calculator
from desktop.domain.calculation.result import Calculation, Line, Used
from desktop.domain.calculation.working import fen
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.screens.calculation import sheet
from desktop.screens.calculation.shown import Amount, Amounts, Group, Lack, Result, Step

LAW, YEAR = "law", "year"
Row = Mapping[str, Any]


def said(made: Calculation, words: str) -> Result:
    """The whole of it."""
    several = len({line.whose for line in made.lines if line.whose}) > 1
    groups = [Group(one.what, dates.in_words(one.day), (Step("", "", one.note, "", ""),) if one.note else ()) for one in made.days]
    for total in made.totals:
        steps = tuple(_step(line, several) for line in made.lines if line.head == total.head)
        groups.append(Group(total.label, money.figures(fen(total.amount)), steps, total.counts or made.in_days))
    loose = [line for line in made.lines if line.head not in {total.head for total in made.totals}]
    if loose:
        groups.append(Group("", "", tuple(_step(line, several) for line in loose), made.in_days))
    payments = tuple(
        Step(one.what, _("{payer} to {payee}").format(payer=one.payer, payee=one.payee), one.whose, money.figures(fen(one.amount)), "")
        for one in made.payments
    )
    options = [f"{one.label}：{one.value}" + (_(" (default)") if one.default else "") for one in made.options]
    return Result(
        total=outcome.words(made),
        words=words,
        state="green",
        groups=tuple(sorted(groups, key=lambda group: not group.counts)),
        payments=payments,
        options=tuple(options),
        remarks=made.remarks,
        values=tuple(_used(one) for one in made.used),
    )


def lacking(no: Refusal, values: Mapping[str, Any]) -> Result:
    """Why there is no total: each thing with the way to it; what is only not filled in yet is not said in red."""
    lacks: list[Lack] = []
    if isinstance(no, law.Missing):
        lacks.append(Lack(no.sentence, _("Enter it"), f"{LAW}.{no.key}", "red"))
        if no.known is not None:
            way = _("Use the figure of {year}, which is then printed").format(year=no.known)
            lacks.append(Lack(way, _("Use it"), f"{YEAR}.{no.known}.{no.key}"))
    else:
        for fault in no.faults:
            empty = sheet.value_at(values, fault.field) in (None, "", [], {})
            lacks.append(Lack(fault.sentence, _("Go there"), fault.field, "" if empty else "red"))
    return Result(words=_("No total: something is missing"), state="amber", lacks=tuple(lacks))


def amounts(calculator: Calculator, made: Calculation | None, known: Sequence[Row]) -> Amounts:
    """A row for each head and person that was computed, and for what is claimed or agreed beside; sums only of whole columns."""
    labels = {head.key: _(head.label) for head in calculator.heads}
    computed = {(head, whose): money.figures(fen(amount)) for head, whose, amount in (made.by_person() if made is not None else ())}
    typed = {(str(row["head"]), str(row.get("whose") or "")): row for row in known}
    for head, whose in list(typed):  # typed without a name, where one person alone has the head
        mine = [key for key in computed if key[0] == head]
        if not whose and (head, "") not in computed and len(mine) == 1 and mine[0] not in typed:
            typed[mine[0]] = typed.pop((head, whose))
    keys = [*computed, *(key for key, row in typed.items() if key not in computed and _says(row))]
    rows = []
    for head, whose in keys:
        row = typed.get((head, whose), {})
        told = (str(row.get(key) or "") for key in ("claimed", "agreed", "note"))
        claimed, agreed, note = told
        rows.append(Amount(head, labels.get(head, head), whose, claimed, computed.get((head, whose), ""), agreed, note))
    added = [one for one in rows if outcome.adds(calculator.key, one.head)]
    return Amounts(rows, (_sum(one.claimed for one in added), _sum(one.computed for one in added), _sum(one.agreed for one in added)))


def _says(row: Row) -> bool:
    return any(row.get(key) not in (None, "") for key in ("claimed", "agreed", "note"))


def _sum(texts: Iterable[str]) -> str:
    found = []
    for text in texts:
        try:
            found.append(money.parse(text))
        except Refusal:
            return ""
    return money.figures(sum(found)) if found else ""


def _step(line: Line, several: bool) -> Step:
    amount = "" if line.amount is None else money.figures(fen(line.amount))
    return Step(line.what, line.whose if several else "", line.how, amount, line.article)


def _used(one: Used) -> str:
    if one.year is not None:
        when = _("of {year}").format(year=one.year)
    else:
        when = _("since {day}").format(day=one.valid_from) if one.valid_from else ""
    who = _("typed by {name}").format(name=one.typed_by) if one.typed_by else law_words.status(one.status)
    figure = f"{one.value} {law_words.unit(one.unit)}"
    return "，".join(part for part in (f"{one.name}：{figure}", when, one.source, who) if part)
