"""The command line: the same services as the window, for scripts and for a computer without a screen.

Exit codes: 0 done, 1 refused (a sentence a fault on standard error), 2 not understood, 70 a mistake of the program, 130 interrupted.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from typing import Any, NoReturn

from desktop import i18n
from desktop.domain import dates, paper_names
from desktop.domain.refusal import Refusal
from desktop.i18n import _

DONE, REFUSED, USAGE, BUG, INTERRUPTED = 0, 1, 2, 70, 130
KINDS = tuple(paper_names.NAMES)
PAPERS = (*KINDS, "packet", "signing", "file", "all")


def main(argv: Sequence[str] | None = None) -> int:
    """Does one command; gives the exit code and never shows a traceback (HEYI_DEBUG=1 does)."""
    argv = list(sys.argv[1:] if argv is None else argv)
    _utf8()
    _speak(argv)
    try:
        code = _run(argv)
        sys.stdout.flush()
        return code
    except SystemExit as left:  # argparse has said what it wanted to say
        return left.code if isinstance(left.code, int) else USAGE
    except Refusal as no:
        _tell(no)
        return REFUSED
    except BrokenPipeError:
        _forget_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as bug:
        if isinstance(bug, OSError) and bug.errno in (28, 122):
            _forget_output()
            _say(_("The disk is full: the output could not be written whole."))
            return REFUSED
        if os.environ.get("HEYI_DEBUG"):
            raise
        return _bug(bug)


def _run(argv: list[str]) -> int:
    defaults = {"office": os.environ.get("HEYI_OFFICE", ""), "login": None, "today": None, "password_file": "", "no_window": False}
    parser = _parser()
    arguments = argparse.Namespace(**{**defaults, **vars(_parsed(parser, argv))})
    if not getattr(arguments, "do", None):
        if not arguments.no_window:
            parser.error(_("give a command; --help lists them"))
        arguments.do, arguments.json = "today", False
    from desktop import cli_agreement, cli_commands, cli_lists, cli_office, cli_papers, cli_reports, cli_sums, cli_templates

    rooms = (cli_agreement, cli_papers, cli_lists, cli_reports, cli_sums, cli_office, cli_templates, cli_commands)
    room = next(room for room in rooms if hasattr(room, arguments.do))
    done: int = getattr(room, arguments.do)(arguments)
    return done


def _parsed(parser: argparse.ArgumentParser, argv: list[str]) -> argparse.Namespace:
    """The arguments; a last word that may be left out is taken behind options too, where argparse has given up waiting for it."""
    arguments, left = parser.parse_known_args(argv)
    place = next((name for name in ("file", "kind", "folder") if getattr(arguments, name, None) == ""), "")
    if len(left) == 1 and place and (left[0] == "-" or not left[0].startswith("-")):
        setattr(arguments, place, left[0])
    elif left:
        parser.error(_("unrecognized arguments: {words}").format(words=" ".join(left)))
    return arguments


class _Parser(argparse.ArgumentParser):
    """Says its faults as sentences of the program."""

    def error(self, message: str) -> NoReturn:
        _say(_("Not understood: {why}. Help: {program} --help").format(why=message, program=self.prog))
        raise SystemExit(USAGE)


def _day(typed: str) -> date:
    try:
        return dates.parse(typed, date.today())
    except Refusal as no:
        raise argparse.ArgumentTypeError(no.sentence) from no


def _count(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and len(typed) < 10:
        return int(typed)
    raise argparse.ArgumentTypeError(_("a whole number from 0 is wanted, not “{text}”").format(text=typed[:20]))


def _word(typed: str) -> str:
    """A kind of paper: `referral-report` is `referral_report`."""
    return typed.replace("-", "_")


def _common() -> _Parser:
    """The options that may stand before or after the command: without defaults, or the later place would empty the earlier."""
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--office", metavar="DIR", help=_("folder of the office (else HEYI_OFFICE)"))
    common.add_argument("--as", dest="login", metavar="USER", help=_("who works, by login (else the first user)"))
    common.add_argument("--today", type=_day, metavar="DATE", help=_("the day that counts as today"))
    common.add_argument("--password-file", metavar="FILE", help=_("file whose first line is the password"))
    common.add_argument("--language", choices=i18n.LANGUAGES, help=_("language of sentences and tables"))
    common.add_argument("--no-window", action="store_true", help=_("never open a window; without a command: the day's sheet"))
    return common


def _parser() -> argparse.ArgumentParser:
    common = _common()
    parser = _Parser("heyi", parents=[common], description=_("Heyi 和议: mediation cases from registration to the signed agreement."))
    parser.add_argument("--version", action="version", version="heyi 0.1.0")
    commands = parser.add_subparsers(metavar=_("COMMAND"))

    def command(group: Any, name: str, do: str, help: str, *, json: bool = True) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = group.add_parser(name, parents=[common], help=help, description=help)
        made.set_defaults(do=do, json=False)
        if json:
            made.add_argument("--json", action="store_true", help=_("print JSON"))
        return made

    def family(name: str, help: str) -> Any:
        made = commands.add_parser(name, parents=[common], help=help, description=help)
        return made.add_subparsers(metavar=_("COMMAND"), required=True, dest=f"{name}_command")

    office = family("office", _("make an office, check its files"))
    command(office, "check", "office_check", _("what is wrong in the files of the office's folder (categories, wording, page)"))
    create = command(office, "create", "office_create", _("make an office in a folder"))
    create.add_argument("folder", metavar="DIR")
    create.add_argument(
        "--engine", choices=("sqlcipher", "sqlite", "postgresql"), help=_("where the data is kept (a real office: sqlcipher)")
    )
    create.add_argument("--url", default="", help=_("address of an empty PostgreSQL database"))
    create.add_argument("--training", action="store_true", help=_("an office to practise in: every paper says so"))
    create.add_argument(
        "--recovery-file", default="", metavar="FILE", help=_("write the recovery sheet here (.pdf or .txt) instead of printing it")
    )
    for name, label in _office_fields():
        create.add_argument(f"--{name.replace('_', '-')}", dest=f"field_{name}", metavar="TEXT", help=label)

    demo = command(commands, "demo", "demo", _("make the training office in a folder"), json=False)
    demo.add_argument("folder", metavar="DIR")
    demo.add_argument("--cases", type=_count, default=300, metavar="N", help=_("how many generated cases beside the examples (else 300)"))
    command(commands, "today", "today", _("what is due"))

    case = family("case", _("register, list, show and move cases"))
    add = command(case, "add", "case_add", _("register the case of a JSON file; prints its entry number"))
    add.add_argument("file", metavar="FILE.json", help=_("- is standard input"))
    add.add_argument("--moves", action="store_true", help=_("the file is a whole life: make its moves too"))
    command(case, "list", "case_list", _("all cases, newest first"))
    command(case, "show", "case_show", _("one case")).add_argument("number", metavar="NUMBER")
    do = command(case, "do", "case_do", _("do something with a case"))
    do.add_argument("number", metavar="NUMBER")
    do.add_argument("action", metavar="ACTION", help=_("what is done, such as accept; an unknown word lists them all"))
    do.add_argument(
        "file", metavar="FILE.json", nargs="?", default="", help=_("what is to be said; - is standard input; nothing: the defaults")
    )
    do.add_argument("--if-version", type=_count, default=None, metavar="N", help=_("refuse if it was changed since this version was read"))

    judged = command(commands, "check", "check_agreement", _("what a judge would say of the agreement of a case"))
    judged.add_argument("number", metavar="NUMBER")
    judged.add_argument("--all", action="store_true", help=_("all amber findings, not the five heaviest"))

    find = command(commands, "find", "find", _("cases by number, name, initials, telephone"))
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--limit", type=_count, default=200, metavar="N", help=_("at most so many (0: all)"))

    paper = command(commands, "print", "print_paper", _("write a paper of a case as a file"), json=False)
    paper.add_argument("number", metavar="NUMBER", nargs="?", default="")
    paper.add_argument(
        "kind",
        type=_word,
        choices=("", *PAPERS),
        metavar="KIND",
        nargs="?",
        default="",
        help=_("a kind; all; signing: what is to be signed; packet: all for a confirmation; file: the whole file as one PDF"),
    )
    paper.add_argument("-o", "--output", required=True, metavar="FILE", help=_("FILE.pdf or FILE.docx; a folder for “all”"))
    paper.add_argument("--session", type=_count, default=0, metavar="N", help=_("which session, receipt or visit (else the last)"))
    paper.add_argument("--document", type=_count, default=0, metavar="ID", help=_("an issued paper by its id, void ones too"))
    paper.add_argument("--large", action="store_true", help=_("in large print"))
    paper.add_argument("--blank", choices=KINDS, default="", metavar="KIND", help=", ".join(KINDS))
    paper.add_argument("--form", default="", metavar="KEY", help=_("for an empty claim or answer: which element form, such as “traffic”"))
    paper.add_argument(
        "--reserve", type=_count, default=0, metavar="N", help=_("so many empty forms, each under a number that is set aside")
    )
    paper.add_argument("--for", dest="holder", default="", metavar="WHO", help=_("for whom the numbers are set aside"))

    copy = command(commands, "copy-sheet", "copy_sheet", _("every field of a case in the order of a platform, to be typed there"))
    copy.add_argument("number", metavar="NUMBER")
    copy.add_argument("--platform", default="", metavar="KEY", help=_("which platform (else the court's)"))
    copy.add_argument("-o", "--output", default="", metavar="FILE", help=_("FILE.pdf or FILE.docx; left out: on the screen"))
    copy.add_argument("--attachments", default="", metavar="DIR", help=_("write the files of the case there under the platform's names"))
    laid = command(commands, "reconcile", "reconcile", _("lay a list that a platform exported beside the cases here"))
    laid.add_argument("file", metavar="FILE", help=_("FILE.xlsx or FILE.csv"))
    laid.add_argument("--platform", default="", metavar="KEY", help=_("which platform (else the court's)"))
    laid.add_argument("--take-numbers", action="store_true", help=_("give cases without a number there the one of the row they fit alone"))

    book = command(commands, "register", "register_book", _("write the register of a period as PDF or DOCX"), json=False)
    book.add_argument("-o", "--output", required=True, metavar="FILE", help=_("FILE.pdf or FILE.docx"))
    book.add_argument("--from", dest="first", default="", metavar="DATE", help=_("first day (else the first of this year)"))
    book.add_argument("--to", dest="last", default="", metavar="DATE", help=_("last day (else today)"))

    every = command(commands, "print-every", "print_every", _("write one kind of paper of every case into a folder"), json=False)
    every.add_argument("kind", type=_word, choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    every.add_argument("-o", "--output", required=True, metavar="DIR")
    figures = command(commands, "report", "report", _("figures of a period: overview, category, outcome, mediator ..."))
    figures.add_argument("name", metavar="NAME")
    figures.add_argument("--from", dest="first", default="", metavar="DATE", help=_("first day (else the first of this year)"))
    figures.add_argument("--to", dest="last", default="", metavar="DATE", help=_("last day (else today)"))
    figures.add_argument("--by", action="append", default=[], metavar="SPLIT", help=_("split further"))
    figures.add_argument("--compare", action="store_true", help=_("beside the same days of last year"))
    figures.add_argument("-o", "--output", default="", metavar="FILE", help=_("FILE.pdf, FILE.xlsx or FILE.json"))

    sums = command(commands, "calculate", "calculate", _("work a sum out: lines, sources, total; an office's own values with --office"))
    sums.add_argument("kind", metavar="KIND", help=_("which calculator; an unknown word lists them all"))
    sums.add_argument("file", metavar="FILE.json", help=_("the inputs; - is standard input"))
    sums.add_argument("--option", action="append", default=[], metavar="KEY=VALUE", help=_("a convention, such as day_wage=month_30"))

    come_in = command(commands, "import", "import_sheet", _("take in organisations, mediators or running cases from a .xlsx"))
    come_in.add_argument("kind", metavar="KIND", help="organisation, mediator, case")
    come_in.add_argument("file", metavar="FILE.xlsx")
    come_in.add_argument("--save", action="store_true", help=_("take the good rows in; without it only tell what would happen"))
    come_in.add_argument("--whole", action="store_true", help=_("all rows or none"))
    come_in.add_argument("--errors", default="", metavar="FILE.xlsx", help=_("write a copy of the sheet with a column of what is wrong"))
    attach = command(commands, "attach", "attach", _("keep files with a case; without a number file scans by the mark on their pages"))
    attach.add_argument("--case", dest="number", default="", metavar="NUMBER", help=_("the case; left out: by the mark"))
    attach.add_argument("--evidence", type=_count, default=0, metavar="N", help=_("number of the piece of evidence"))
    attach.add_argument("--paper", default="", metavar="KIND", help=_("which issued paper the file shows"))
    attach.add_argument("--page", type=_count, default=0, metavar="N", help=_("which page of it"))
    attach.add_argument("files", nargs="+", metavar="FILE")
    series = command(commands, "series", "series_add", _("open a case for every row of a list, out of one template"))
    series.add_argument("file", metavar="FILE.json", help=_("series, list, template; - is standard input"))
    series.add_argument("--save", action="store_true", help=_("open them; without it only tell what would happen"))
    series.add_argument("--good", action="store_true", help=_("open the good rows even where others are wrong"))

    schema = command(commands, "schema", "schema", _("what a JSON file of a kind may hold, with an example"), json=False)
    schema.add_argument("kind", metavar="KIND", nargs="?", default="", help=_("without it: the kinds there are"))
    schema.add_argument("--category", default="", metavar="KEY", help=_("with the facts of this category"))
    schema.add_argument("--example", action="store_true", help=_("the example alone, as a file to begin with"))
    command(commands, "verify", "verify", _("is everything as the journal says?"))

    _around(command, family, commands)
    return parser


def _around(command: Any, family: Any, commands: Any) -> None:
    """The commands of what stands around the cases: people, bodies, rounds of screening, numbers, copies."""
    json_file = {"metavar": "FILE.json", "help": _("- is standard input")}
    mediator = family("mediator", _("add, list and propose mediators"))
    command(mediator, "add", "mediator_add", _("add the mediator of a JSON file")).add_argument("file", **json_file)
    command(mediator, "list", "mediator_list", _("all mediators and how many cases each has open"))
    propose = command(mediator, "propose", "mediator_propose", _("who may mediate a case, the fittest first, and what is to be disclosed"))
    propose.add_argument("number", metavar="NUMBER")
    propose.add_argument("--limit", type=_count, default=10, metavar="N", help=_("at most so many (0: all)"))
    for name, help in (("absence", _("enter days on which he takes no case")), ("kin", _("enter somebody near to him"))):
        about = command(mediator, name, f"mediator_{name}", help)
        about.add_argument("name", metavar="NAME", help=_("his name or certificate number"))
        about.add_argument("file", **json_file)

    body = family("organisation", _("add and list committees, courts' rooms and studios"))
    command(body, "add", "organisation_add", _("add the body of a JSON file")).add_argument("file", **json_file)
    command(body, "list", "organisation_list", _("all bodies"))

    screening = family("screening", _("rounds of looking for disputes before they break out"))
    command(screening, "add", "screening_add", _("enter a round, or a nil report")).add_argument("file", **json_file)
    command(screening, "list", "screening_list", _("all rounds, newest first")).add_argument(
        "--open", action="store_true", help=_("only leads that are no case yet")
    )
    lead = command(screening, "case", "screening_case", _("register the dispute that a round found"))
    lead.add_argument("round", type=_count, metavar="ROUND", help=_("the number of the round in the list"))
    lead.add_argument("file", **json_file)

    numbers = family("numbers", _("the series of numbers: where they stand, ranges set aside, void ones, closing a year"))
    command(numbers, "list", "numbers_list", _("where each series stands"))
    for name, help in (("start", _("go on where the paper register stands")), ("reserve", _("set numbers aside for a register on paper"))):
        range_ = command(numbers, name, f"numbers_{name}", help)
        range_.add_argument("file", **json_file)
        range_.add_argument("--organisation", default="", metavar="NAME", help=_("of this body (else of the office)"))
    void = command(numbers, "void", "numbers_void", _("make a reserved number void"))
    void.add_argument("number_id", type=_count, metavar="ID", help=_("as the list shows it"))
    void.add_argument("--reason", required=True, metavar="TEXT")
    close = command(numbers, "close-year", "numbers_close", _("close the series of a year that is over"))
    close.add_argument("year", type=_count, metavar="YEAR")
    close.add_argument("--organisation", default="", metavar="NAME", help=_("of this body (else of the office)"))

    template = family("template", _("the office's own wording of papers: a copy to edit, checked, taken back"))
    command(template, "list", "template_list", _("every kind of wording, and what the office changed of it"))
    command(template, "check", "template_check", _("what is wrong in the office's own files, or in one")).add_argument(
        "kind", metavar="KIND", nargs="?", default=""
    )
    for name, help in (("copy", _("put a copy of the shipped file where it can be edited")), ("restore", _("back to what is shipped"))):
        command(template, name, f"template_{name}", help).add_argument("kind", metavar="KIND", help=_("as the list shows it, or page"))

    copy = command(commands, "copy", "copy_office", _("copy the office with its files, check the copy; no folder: the copies made"))
    copy.add_argument("folder", metavar="DIR", nargs="?", default="")
    copy.add_argument("--outside", action="store_true", help=_("the folder is not on this computer"))


def _office_fields() -> list[tuple[str, str]]:
    from desktop.domain.inputs.people import OFFICE

    return [(field.key, _(field.label).replace("%", "%%")) for field in OFFICE]


def _utf8() -> None:
    """JSON and Chinese come out whole whatever the locale says; what is no character shows as its code."""
    for stream, errors in ((sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _speak(argv: list[str]) -> None:
    """The language is needed before the options are read: their help is in it."""
    told = next((value for flag, value in zip(argv, argv[1:], strict=False) if flag == "--language"), "")
    told = told or next((word.partition("=")[2] for word in argv if word.startswith("--language=")), "")
    told = told or os.environ.get("HEYI_LANGUAGE", "")
    if not told:
        from desktop.settings import Settings

        told = Settings().get("language")
    i18n.use(told)


def _say(sentence: str) -> None:
    # a terminal obeys control characters: what somebody typed must not reach it as one
    clean = "".join(sign if sign.isprintable() or sign == "\n" else f"[U+{ord(sign):04X}]" for sign in sentence)
    print(clean, file=sys.stderr)


def _tell(no: Refusal) -> None:
    """One sentence a fault, each with the dotted place of its field."""
    lines = [f"{fault.field}: {fault.sentence}" if fault.field else fault.sentence for fault in no.faults]
    if no.code == "stale":
        lines.insert(0, no.sentence)
    for line in dict.fromkeys(lines):
        _say(line.replace("\n", " "))


def _forget_output() -> None:
    """Nobody reads on, or nothing more can be written: what is left is not tried again at the end of the program."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass


def _bug(bug: Exception) -> int:
    from desktop import report

    try:
        handle, file = tempfile.mkstemp(prefix="heyi-report-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(report.of(bug) + "\n")
        _say(
            _("The program has made a mistake; nothing was saved. Please send this report, it holds no personal data: {file}").format(
                file=file
            )
        )
    except OSError:
        _say(_("The program has made a mistake; nothing was saved.") + f" ({type(bug).__name__})")
    return BUG
