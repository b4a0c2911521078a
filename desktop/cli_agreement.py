"""What a judge would say of an agreement, on the command line."""

import argparse

from desktop import cli_commands as commands
from desktop import cli_output as output
from desktop.domain.refusal import Refusal
from desktop.i18n import _

Arguments = argparse.Namespace


def check_agreement(arguments: Arguments) -> int:
    """The findings of the standing agreement: level, kind, place, sentence, reason, source, for which reasons passable; red ones first."""
    from desktop.domain import agreement_check
    from desktop.services import case_told, cases, judging

    with commands.open_desk(arguments) as desk:
        case = cases.get(desk, arguments.number)
        standing = cases.now_of(desk, case).agreement
        if standing is None:
            raise Refusal(_("There is no agreement yet: write it first."), "number", "not_found")
        found = judging.judge(desk, case, standing)
    shown = found if arguments.all else agreement_check.shown(found)
    told = [case_told.finding(one) for one in shown]
    if arguments.json:
        output.json_text(told)
        return 0
    if not told:
        output.line(_("Nothing found"))
        return 0
    head = (_("Level"), _("Kind"), _("Where it stands"), _("Finding"))
    rows = []
    for one in told:
        level = output.level(one)
        rows.append((f"({level})" if one["passed"] else level, one["kind"], one["place"], one["sentence"]))
    output.table(head, rows)
    return 0
