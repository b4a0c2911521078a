"""Wages of a group: a line a worker, what was earned less what was paid (农民工工资: the list that is signed in the group case)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.calculator import Calculator, Head, Worked
from desktop.domain.calculation.result import Line
from desktop.domain.calculation.working import ZERO, cent, plain, shown, yuan
from desktop.domain.fields import Field
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

_WORKERS = (
    Field("name", "text", N_("Name"), required=True, most=100, example="白某"),
    Field("work", "text", N_("Work"), most=60, example="钢筋工"),
    Field("quantity", "decimal", N_("Days, hours or pieces"), least=0, most=100_000, example="27"),
    Field("unit", "text", N_("Unit"), most=10, help=N_("Day, hour, month, square metre ..."), example="日"),
    Field("rate", "money", N_("Wage for one"), example="260"),
    Field("fixed", "money", N_("Sum agreed instead"), help=N_("Where it is not by quantity."), example=""),
    Field("extra", "money", N_("Besides"), help=N_("Travel, meals, overtime as agreed."), example=""),
    Field("paid", "money", N_("Paid or advanced"), example="3000"),
)

INPUTS = (
    Field("employer", "text", N_("Employer"), most=200, example="某劳务公司"),
    Field("project", "text", N_("Construction project"), most=200, example="某小区二期"),
    Field("workers", "table", N_("Workers"), required=True, rows=_WORKERS, most=2000),
)
HEADS = (Head("wages", N_("Wages in arrears")),)


def work(given: Mapping[str, Any], chosen: Mapping[str, str], book: Book) -> Worked:
    """What each worker is owed; Refusal at the field of every row that does not add up."""
    wrong: list[Fault] = []
    known: dict[str, int] = {}
    lines = []
    for n, row in enumerate(given["workers"]):
        at = f"workers.{n}"
        if row["name"] in known:
            sentence = _("{name} stands in row {n} already: put the work of one into one row, or tell two of one name apart.")
            wrong.append(Fault(f"{at}.name", sentence.format(name=row["name"], n=known[row["name"]] + 1)))
        known.setdefault(row["name"], n)
        earned, how = _earned(row, at, wrong)
        paid = yuan(row.get("paid") or 0)
        if paid > earned:
            wrong.append(Fault(f"{at}.paid", _("More was paid than earned ({earned} yuan).").format(earned=shown(earned))))
        how += _(", less {paid} yuan paid").format(paid=shown(paid)) if paid else ""
        what = _("Wages in arrears") + (f"（{row['work']}）" if row.get("work") else "")
        lines.append(Line("wages", what, how, earned - paid, _("Regulation on Migrant Workers' Wages, art. 3"), row["name"]))
    if wrong:
        raise Refusal.of(wrong)
    return Worked(lines, [_("{n} workers.").format(n=len(lines))])


def _earned(row: Mapping[str, Any], at: str, wrong: list[Fault]) -> tuple[Decimal, str]:
    extra = yuan(row.get("extra") or 0)
    if row.get("fixed") is not None:
        if row.get("rate") is not None:
            wrong.append(Fault(f"{at}.fixed", _("Either a sum or a wage for one: leave one out.")))
        earned, how = yuan(row["fixed"]), _("as agreed {sum} yuan").format(sum=shown(yuan(row["fixed"])))
    elif row.get("rate") is None or row.get("quantity") is None:
        wrong.append(
            Fault(f"{at}.rate" if row.get("rate") is None else f"{at}.quantity", _("Enter quantity and wage for one, or the sum agreed."))
        )
        return ZERO, ""
    else:
        earned = cent(yuan(row["rate"]) * row["quantity"])
        how = _("{rate} yuan × {quantity} {unit}").format(
            rate=shown(yuan(row["rate"])), quantity=plain(row["quantity"]), unit=row.get("unit") or _("days")
        )
    if extra:
        how += _(", and {extra} yuan besides").format(extra=shown(extra))
    return earned + extra, how


CALCULATOR = Calculator(
    key="wage_list",
    label=N_("Wages of a group"),
    title=N_("List of wages owed"),
    inputs=INPUTS,
    heads=HEADS,
    work=work,
    categories=("labour",),
    source=N_("Regulation on the Payment of Migrant Workers' Wages (State Council order 724)"),
)
