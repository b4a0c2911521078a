"""What the commands that take in many things at once do: sheets from Excel, files of a case, a series of cases."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from desktop import cli_commands as commands
from desktop import cli_output as output
from desktop.domain.refusal import Refusal
from desktop.i18n import _

Arguments = argparse.Namespace


def import_sheet(arguments: Arguments) -> int:
    """Rows of a .xlsx; exit code 1 where a row does not come in."""
    from desktop.services import excel_import, files

    with commands.open_desk(arguments) as desk:
        report = excel_import.come_in(desk, arguments.kind, Path(arguments.file), dry=not arguments.save, whole=arguments.whole)
    if arguments.errors:
        files.write(Path(arguments.errors), report.sheet)
    wrong = [{"row": row.n, "faults": [{"field": fault.field, "sentence": fault.sentence} for fault in row.faults]} for row in report.bad]
    if arguments.json:
        output.json_text({"kind": report.kind, "saved": arguments.save, "rows": len(report.rows), "made": report.made, "bad": wrong})
        return 1 if wrong else 0
    sentence = _("{made} of {n} rows came in.") if arguments.save else _("{made} of {n} rows would come in; --save takes them in.")
    output.line(sentence.format(made=report.made, n=len(report.rows)))
    if wrong:
        raise Refusal.of(fault for row in report.bad for fault in row.faults)
    return 0


def attach(arguments: Arguments) -> int:
    """Files of a case, or scans by their marks; exit code 1 where a page was not filed."""
    from desktop.services import attachments

    paths = [Path(name) for name in arguments.files]
    with commands.open_desk(arguments) as desk:
        if arguments.number:
            values = {"evidence": arguments.evidence or "", "paper": arguments.paper, "page": arguments.page or ""}
            rows = [attachments.attach(desk, arguments.number, path, values) for path in paths]
            if arguments.json:
                output.json_text([{"id": row.id, "name": row.name, "sha256": row.sha256, "size": row.size} for row in rows])
            else:
                for row in rows:
                    output.line(f"{row.id} {row.name}")
            return 0
        filed = attachments.file_scans(desk, paths)
    if arguments.json:
        output.json_text([one._asdict() for one in filed])
    else:
        for one in filed:
            output.line(" ".join(str(part) for part in (one.file, one.sheet, one.case_number, one.title, one.page, one.why_not) if part))
    return 1 if any(one.why_not for one in filed) else 0


def series_add(arguments: Arguments) -> int:
    """Cases of a list and a template; exit code 1 where a row is wrong."""
    from desktop.services import case_series

    given = commands.json_file(arguments.file)
    if not isinstance(given, Mapping) or not isinstance(given.get("template"), Mapping):
        raise Refusal(_("A series is an object with series, list and template."), "template")
    values = {key: value for key, value in given.items() if key != "template"}
    with commands.open_desk(arguments) as desk:
        opened = case_series.open_series(desk, given["template"], values, dry=not arguments.save, whole=not arguments.good)
    if arguments.json:
        bad = [{"row": row.n, "faults": [fault.sentence for fault in row.faults]} for row in opened.bad]
        output.json_text({"opened": dict(opened.numbers), "rows": len(opened.rows), "bad": bad})
        return 1 if bad else 0
    for number in opened.numbers.values():
        output.line(number)
    if opened.bad:
        raise Refusal.of(fault for row in opened.bad for fault in row.faults)
    return 0
