"""What the command that computes does: reads a sheet, works it out, shows lines, totals, what was used and what was chosen."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop import cli_commands as commands
from desktop import cli_output as output
from desktop.domain.calculation import outcome
from desktop.domain.calculation.working import shown
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.domain.calculation.result import Calculation, Used

Arguments = argparse.Namespace


def calculate(arguments: Arguments) -> int:
    """One calculation: the shipped legal values, and an office's own where one is named."""
    from desktop.services import calculations

    sheet = commands.json_file(arguments.file)
    if arguments.option:
        if not isinstance(sheet, dict):
            raise Refusal(_("A calculation is an object with its inputs."), "file")
        sheet = sheet | {"options": {**(sheet.get("options") or {}), **dict(_pair(one) for one in arguments.option)}}
    if arguments.office:
        with commands.open_desk(arguments) as desk:
            made = calculations.work_out(desk, arguments.kind, sheet, desk.today())
    else:
        made = calculations.work_out(None, arguments.kind, sheet, arguments.today or date.today())
    if arguments.json:
        output.json_text(calculations.told(made))
    else:
        _show(made)
    return 0


def _pair(typed: str) -> tuple[str, str]:
    key, sign, value = typed.partition("=")
    if not sign:
        raise Refusal(_("An option is written key=value, such as day_wage=month_30, not “{text}”.").format(text=typed[:40]), "options")
    return key, value


def _show(made: "Calculation") -> None:
    """Tables for people; the words of the lines are those of the paper."""
    output.line(f"{made.title}  {made.day.isoformat()}")
    yuan = () if made.in_days else (_("Yuan"),)
    head = (_("No."), _("Head"), _("Concerns"), _("Working"), *yuan, _("Article"))
    rows: list[tuple[str, ...]] = [
        (
            str(n),
            line.what,
            line.whose,
            line.how,
            *("" if line.amount is None else f"{line.amount:,.2f}" for _one in yuan),
            line.article,
        )
        for n, line in enumerate(made.lines, 1)
    ]
    output.table(head, rows, right=() if made.in_days else (4,))
    output.line("")
    if made.in_days:
        days = [(one.what, one.day.isoformat(), one.note) for one in made.days]
        output.table((_("Result"), _("Day"), _("Remark")), days or [(outcome.words(made), "", "")])
    else:
        sums = [(total.label, f"{total.amount:,.2f}", "" if total.counts else _("not in the sum")) for total in made.totals]
        output.table((_("Head"), _("Yuan"), ""), [*sums, (_("Total"), f"{made.total:,.2f}", "")], right=(1,))
    if made.payments:
        output.line("")
        paid = [(one.payer, one.payee, f"{one.amount:,.2f}", one.what, one.whose) for one in made.payments]
        output.table((_("Payer"), _("Payee"), _("Yuan"), _("Ground"), _("Concerns")), paid, right=(2,))
    for remark in made.remarks:
        output.line(f"{_('Remark')}: {remark}")
    for option in made.options:
        output.line(f"{_('Convention')}: {option.label}: {option.value}" + (f" ({_('default')})" if option.default else ""))
    for used in made.used:
        output.line(f"{_('Value used')}: {_used(used)}")


def _used(one: "Used") -> str:
    when: Any = one.year or one.valid_from
    who = _("typed by {name}").format(name=one.typed_by) if one.typed_by else one.status
    value = shown(_decimal(one.value)) if _decimal(one.value) is not None else one.value
    return f"{one.name} {value} ({one.unit}, {when}; {one.source}; {who}) [{one.key}]"


def _decimal(text: str) -> Any:
    from decimal import Decimal, InvalidOperation

    try:
        return Decimal(text)
    except InvalidOperation:
        return None
