"""What the commands that look over the whole office do: a report of figures, one kind of paper of every case."""

import argparse
from datetime import date
from pathlib import Path

from desktop import cli_commands as commands
from desktop import cli_output as output
from desktop.domain import dates
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

Arguments = argparse.Namespace


def report(arguments: Arguments) -> int:
    """The figures of a report for a period: a table with its formula, JSON, or a file (.pdf, .xlsx, .json)."""
    from desktop.domain import figures
    from desktop.services import statistics

    with commands.open_desk(arguments) as desk:
        today = desk.today()
        first = _day(arguments.first, today) if arguments.first else date(today.year, 1, 1)
        last = _day(arguments.last, today) if arguments.last else today
        made = statistics.report(desk, arguments.name, first, last, tuple(arguments.by), compare=arguments.compare)
        if arguments.output:
            statistics.save(made, Path(arguments.output))
    if arguments.json:
        output.json_text(statistics.told(made))
    elif not arguments.output:
        head, rows = statistics.table(made)
        output.table(head, rows, right=range(1, len(head)))
        for rule in figures.rules(made.name, made.splits):
            output.line(str(rule))
    return 0


def office_check(arguments: Arguments) -> int:
    """A sentence for each fault in the files that the office keeps in its folder; exit code 1 when there is one."""
    from desktop.services import office_files

    with commands.open_desk(arguments) as desk:
        found = office_files.faults(desk)
        own = [key for key in desk.categories if key.startswith("own:")]
    if arguments.json:
        output.json_text({"faults": [{"place": fault.field, "sentence": fault.sentence} for fault in found], "categories": own})
        return 1 if found else 0
    if found:
        raise Refusal.of(Fault("", fault.sentence) for fault in found)
    output.line(_("The files of the office are in order; own categories: {keys}.").format(keys=", ".join(own) or _("none")))
    return 0


def print_every(arguments: Arguments) -> int:
    """Writes one kind of paper of every case that has it into a folder, by number; names the files."""
    from desktop.services import cases, files, printing, register

    folder = Path(arguments.output)
    commands.make_folder(folder)
    with commands.open_desk(arguments) as desk:
        for row in register.page(desk, limit=0):
            case = cases.get(desk, row.id)
            for one in printing.printable(case):
                if one.kind.value == arguments.kind:
                    part = f"-{one.subject}" if one.subject else ""
                    file = folder / files.file_name(f"{arguments.kind}{part}-{case.number or case.entry_number}.pdf")
                    files.save(file, printing.paper(desk, case, one.kind, one.subject))
                    output.line(str(file))
    return 0


def _day(typed: str, today: date) -> date:
    try:
        return dates.parse(typed, today)
    except Refusal as no:
        raise Refusal(no.sentence, "period") from no
