"""The commands that put papers on paper: one, all, blank ones, the signing set, the file, the register."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import cli_output as output
from desktop.cli_commands import make_folder, open_desk
from desktop.domain.refusal import Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from desktop.services.desk import Desk
    from desktop.services.printing import Printable

Arguments = argparse.Namespace


def print_paper(arguments: Arguments) -> int:
    """Writes a paper as PDF or DOCX: the issued one, else a reading copy; all of a case into a folder; the set to sign; the whole file."""
    from desktop.services import cases, file_pdf, files, papers, printing, signing_set

    target = Path(arguments.output)
    if arguments.blank:
        return _blank(arguments, target)
    if not arguments.number or not arguments.kind:
        raise Refusal(_("Say which case and which kind of paper, or --blank KIND for an empty form."), "kind")
    with open_desk(arguments) as desk:
        case = cases.get(desk, arguments.number)
        if arguments.kind == "all":
            make_folder(target)
            for one in printing.printable(case):
                _one_of_all(arguments, desk, case, one, target)
            return 0
        if arguments.kind == "packet":
            return _packet(arguments, desk, case, target)
        if arguments.kind in ("signing", "file"):
            _pdf(target)
            if arguments.kind == "signing":
                files.write(target, signing_set.bound(desk, case))
                return 0
            made = file_pdf.make(desk, case.id)
            files.write(target, made.data)
            for sentence in made.lacks:
                output.line(sentence)
            return 0
        if arguments.document:
            paper = printing.document(desk, case, arguments.document)
        else:
            kind = printing.kind(arguments.kind)
            subject = arguments.session or papers.called(case, kind, arguments.number)
            paper = printing.paper(desk, case, kind, subject)
            for sentence in printing.lacks(desk, case, kind, subject):
                output.line(sentence)
        files.save(target, printing.large(paper) if arguments.large else paper)
    return 0


def _packet(arguments: Arguments, desk: "Desk", case: "Case", target: Path) -> int:
    """All that the court wants for a confirmation in one PDF; what is missing is said first and stands at its head."""
    from desktop.services import files, packet

    _pdf(target)
    found = packet.look(desk, case.id, arguments.session)
    for sentence in found.lacks:
        output.line(sentence)
    files.write(target, packet.bound(desk, case.id, arguments.session))
    return 0


def _one_of_all(arguments: Arguments, desk: "Desk", case: "Case", one: "Printable", folder: Path) -> None:
    from desktop.services import files, printing

    part = f"-{one.subject}" if one.subject else ""
    paper = printing.paper(desk, case, one.kind, one.subject)
    forms = [("", paper)]
    if arguments.large or printing.wanted_large(desk, case, one.kind, one.subject):
        forms.append(("-large", printing.large(paper)))
    for ending, made in forms:
        file = folder / files.file_name(f"{one.kind.value}{part}{ending}-{case.number or case.entry_number}.pdf")
        files.save(file, made)
        output.line(str(file))


def _blank(arguments: Arguments, target: Path) -> int:
    """An empty form, or so many under numbers that are set aside, in one PDF."""
    from desktop.services import blank_forms, files, pdf_binding, printing

    if arguments.number or arguments.kind:
        raise Refusal(_("An empty form belongs to no case: leave the number away."), "number")
    with open_desk(arguments) as desk:
        kind = printing.kind(arguments.blank)
        if not arguments.reserve:
            files.save(target, blank_forms.paper(desk, kind, form=arguments.form))
            return 0
        _pdf(target)
        made = blank_forms.numbered(desk, kind, arguments.reserve, arguments.holder, arguments.form)
        files.write(target, pdf_binding.bind([pdf_binding.Part(paper.number, files.pdf(paper)) for paper in made]))
        for paper in made:
            output.line(paper.number)
    return 0


def register_book(arguments: Arguments) -> int:
    """Writes the register of a period, lying on its side."""
    from desktop.services import files
    from desktop.services import register_book as service

    with open_desk(arguments) as desk:
        files.save(Path(arguments.output), service.paper(desk, arguments.first, arguments.last))
    return 0


def _pdf(target: Path) -> None:
    if target.suffix.lower() != ".pdf":
        raise Refusal(_("Several papers in one file are written as .pdf."), "output")


# --- platforms ------------------------------------------------------------------------------------------------------------------


def copy_sheet(arguments: Arguments) -> int:
    """The fields of a case in the order of a platform: on the screen, as JSON or on paper; its files under the platform's names."""
    from desktop.services import files, platforms

    with open_desk(arguments) as desk:
        made = platforms.sheet(desk, arguments.number, arguments.platform)
        if arguments.output:
            files.save(Path(arguments.output), platforms.printed(desk, arguments.number, arguments.platform))
        if arguments.attachments:
            make_folder(Path(arguments.attachments))
            for file in platforms.export_files(desk, arguments.number, Path(arguments.attachments), arguments.platform):
                output.line(str(file))
    if arguments.json:
        lines = [{**line._asdict(), "entered": line.place in made.ticked} for line in made.lines]
        output.json_text({"platform": made.platform.key, "name": made.platform.name, "lines": lines})
    elif not arguments.output:
        for line in made.lines:
            output.line(f"{line.group}\t{line.label}\t{line.text}".replace("\n", " "))
    return 0


def reconcile(arguments: Arguments) -> int:
    """What is only here, only there, and which fields differ. With --take-numbers a row that one case fits alone gives it its number."""
    from desktop.services import platform_lists

    with open_desk(arguments) as desk:
        laid = platform_lists.lay(desk, Path(arguments.file), arguments.platform)
        taken = {number: fit[0].number for number, fit in laid.perhaps.items() if len(fit) == 1} if arguments.take_numbers else {}
        for number in taken:
            platform_lists.take_number(desk, laid.perhaps[number][0].id, number)
    found = laid.found
    if arguments.json:
        told = {
            "only_here": [{"number": number, "about": about} for number, about in found.only_here],
            "only_there": [
                {"number": number, "about": about, "perhaps": [one.number for one in laid.perhaps.get(number, [])]}
                for number, about in found.only_there
            ],
            "differing": [one._asdict() for one in found.differing],
            "same": found.same,
            "twice": found.twice,
            "twice_here": found.twice_here,
            "months": [day.isoformat() for day in found.months or ()],
            "taken": taken,
        }
        output.json_text(told)
        return 0
    for number, about in found.only_here:
        output.line(_("Only here: {number} {about}").format(number=number, about=about))
    for number, about in found.only_there:
        output.line(_("Only there: {number} {about}").format(number=number, about=about))
        for one in laid.perhaps.get(number, []) if number not in taken else ():
            output.line(
                "    " + _("perhaps our case {number}, which has no number there: {about}").format(number=one.number, about=one.about)
            )
    for line in found.differing:
        sentence = _("{number}, {field}: here {here}, there {there}")
        output.line(sentence.format(number=line.number, field=line.label, here=line.here, there=line.there))
    for number in found.twice:
        output.line(_("Twice in the list: {number}").format(number=number))
    for number in found.twice_here:
        numbers = "、".join(one.number for one in laid.here(number))
        output.line(_("Several cases here bear the number {number}: {numbers}").format(number=number, numbers=numbers))
    for number, own in taken.items():
        output.line(_("Taken over: {ours} bears the number {number} there.").format(ours=own, number=number))
    if found.months is not None:
        first, last = found.months
        output.line(_("Cases received from {first} to {last} were looked for in the list.").format(first=first, last=last))
    output.line(_("The same: {n}").format(n=found.same))
    return 0
