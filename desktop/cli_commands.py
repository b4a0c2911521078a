"""What each command does: reads its files, calls one service, prints what came of it. `desktop.cli` picks the command by name.

Services are imported by the command that needs them, so that help and a wrong option answer at once.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import cli_output as output
from desktop.domain import reasons
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.case import Case
    from desktop.services.desk import Desk
    from desktop.services.office import Made

Arguments = argparse.Namespace


# --- the office -----------------------------------------------------------------------------------------------------------------


def office_create(arguments: Arguments) -> int:
    """Makes an office; the recovery sheet goes to its file, or its words are printed once."""
    from desktop.services import office

    engine = arguments.engine or ("sqlite" if arguments.training else "sqlcipher")
    target = Path(arguments.recovery_file) if arguments.recovery_file else None
    if target is not None and target.suffix.lower() not in (".pdf", ".txt"):
        raise Refusal(_("The recovery sheet is written as .pdf or .txt."), "recovery_file")
    if target is not None and (target.exists() or not target.parent.is_dir()):
        raise Refusal(_("{file} cannot be written: it is there already, or its folder is not.").format(file=target), "recovery_file")
    password = _password_of(arguments, twice=True) if engine == "sqlcipher" or arguments.password_file else None
    values = {key[len("field_") :]: value for key, value in vars(arguments).items() if key.startswith("field_") and value is not None}
    told = {"password": password, "engine": engine, "url": arguments.url, "training": arguments.training}
    made = office.create(Path(arguments.folder), values, **told, **_clock(arguments))
    try:
        sheet_at = _recovery_sheet(made, target) if made.recovery and target is not None else None
    finally:
        made.desk.close()
    if arguments.json:
        output.json_text(
            {"office": arguments.folder, "engine": engine, "recovery": None if sheet_at else made.recovery, "recovery_file": sheet_at}
        )
        return 0
    output.line(_("The office is made: {folder}").format(folder=arguments.folder))
    if sheet_at:
        output.line(_("The recovery sheet is in {file}: print it, lock it away, delete the file.").format(file=sheet_at))
    elif made.recovery:
        output.line(
            _("Recovery words, shown this once; write them down and lock them away: they open the office when the password is lost.")
        )
        output.line(made.recovery)
    return 0


def _recovery_sheet(made: "Made", target: Path) -> str:
    from desktop.services import files, people, recovery

    assert made.recovery is not None
    try:
        if target.suffix.lower() == ".txt":
            files.write(target, f"{made.recovery}\n".encode())
        else:
            own = people.own_organisation(made.desk)
            files.write(target, recovery.sheet(own.name, made.recovery, made.desk.today(), made.desk.training))
    except Refusal:  # the office stands: its words must not be lost with the sheet
        output.line(made.recovery)
        raise
    return str(target)


def demo(arguments: Arguments) -> int:
    """Makes the training office out of the examples."""
    from desktop.services import demo as service
    from desktop.services import desk

    count = service.make(Path(arguments.folder), arguments.today or desk.now().date(), generated=arguments.cases)
    output.line(_("The training office with {n} cases is made: {folder}").format(n=count, folder=arguments.folder))
    output.line(_("Look at it with: heyi --office {folder}").format(folder=arguments.folder))
    return 0


def verify(arguments: Arguments) -> int:
    """A sentence for each place that is not as the journal says; exit code 1 when there is one."""
    from desktop.services import upkeep

    with open_desk(arguments) as desk:
        found = upkeep.verify(desk)
    if arguments.json:
        output.json_text([{**finding._asdict(), "sentence": upkeep.sentence(finding)} for finding in found])
        return 1 if found else 0
    if found:
        raise Refusal.of(Fault("", upkeep.sentence(finding)) for finding in found)
    output.line(_("Everything is as the journal says."))
    return 0


def today(arguments: Arguments) -> int:
    """The day's sheet."""
    from desktop.services import today as service

    with open_desk(arguments) as desk:
        sheet = service.sheet(desk)
    groups = {"overdue": sheet.overdue, "today": sheet.today, "week": sheet.week, "waiting": sheet.waiting}
    if arguments.json:
        output.json_text({key: [task._asdict() for task in tasks] for key, tasks in groups.items()})
    else:
        output.tasks(groups)
    return 0


# --- cases ----------------------------------------------------------------------------------------------------------------------


def case_add(arguments: Arguments) -> int:
    """Registers a case; with --moves makes the moves of its life too, each a save of its own."""
    from desktop.services import actions, case_told, intake, settled

    given = json_file(arguments.file)
    life = _is_life(given)
    if arguments.moves and not life:
        raise Refusal(_("{file} is no life of a case: it has no “case” with “moves”.").format(file=arguments.file), "moves")
    with open_desk(arguments) as desk:
        sheet = given["case"] if life else given
        case = settled.record(desk, sheet) if isinstance(sheet, dict) and "settled" in sheet else intake.open_case(desk, sheet)
        for n, move in enumerate(given["moves"] if arguments.moves else (), 1):
            try:
                case = actions.act(desk, case.id, str(move.get("do", "")), move.get("values") or {})
            except Refusal as no:
                sentence = _("{number} was registered; move {n} ({action}) was refused: {why}")
                faults = [
                    Fault(f.field, sentence.format(number=case.entry_number, n=n, action=move.get("do", ""), why=f.sentence))
                    for f in no.faults
                ]
                raise Refusal.of(faults) from no
        if arguments.json:
            output.json_text(case_told.told(desk, case))
        else:
            output.line(case.entry_number)
    return 0


def case_list(arguments: Arguments) -> int:
    """All cases."""
    from desktop.services import register

    with open_desk(arguments) as desk:
        _register(arguments, desk, register.page(desk, limit=0))
    return 0


def find(arguments: Arguments) -> int:
    """The cases that the text finds."""
    from desktop.services import register

    with open_desk(arguments) as desk:
        _register(arguments, desk, register.find(desk, arguments.text, arguments.limit))
    return 0


def _register(arguments: Arguments, desk: "Desk", rows: Any) -> None:
    from desktop.services import register

    if arguments.json:
        output.json_rows(register.told(row) for row in rows)
    else:
        output.register(rows, desk.categories)


def case_show(arguments: Arguments) -> int:
    """One case."""
    from desktop.services import cases

    with open_desk(arguments) as desk:
        _show(arguments, desk, cases.get(desk, arguments.number))
    return 0


def case_do(arguments: Arguments) -> int:
    """One move of a case."""
    from desktop.services import actions, agreement_paste

    if arguments.action not in actions.ACTIONS:
        actions.act(None, "", arguments.action, {})  # type: ignore[arg-type]  # it refuses before it asks for a desk
    values = json_file(arguments.file) if arguments.file else {}
    if _is_life(values):
        values = _from_life(values, arguments.action, arguments.file)
    with open_desk(arguments) as desk:
        reading = agreement_paste.read_in(desk, arguments.number, values) if arguments.action == "agreement" else None
        case = actions.act(desk, arguments.number, arguments.action, values, arguments.if_version)
        _show(arguments, desk, case, {"pasted": output.of_the_text(reading)} if reading is not None else {})
    if reading is not None and not arguments.json:
        output.line(output.became(reading))
    return 0


def _show(arguments: Arguments, desk: "Desk", case: "Case", more: Mapping[str, Any] | None = None) -> None:
    from desktop.services import case_told

    told = case_told.told(desk, case)
    if arguments.json:
        output.json_text({**told, **(more or {})})
    else:
        output.case(case, told)


def make_folder(folder: Path) -> None:
    """Makes the folder where it is not there; Refusal says what stands in the way."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(
            _("The folder {folder} cannot be made: {why}.").format(folder=folder, why=reasons.of_system(error)), "output", "file"
        ) from error


# --- sheets and people ----------------------------------------------------------------------------------------------------------


def schema(arguments: Arguments) -> int:
    """The fields of a kind as JSON, of an office its own categories too, which need no password to be read; without a kind all kinds."""
    from desktop.services import actions, own_categories

    if not arguments.kind:
        for kind in actions.kinds():
            output.line(kind)
        return 0
    categories = own_categories.load(Path(arguments.office)) if arguments.office else own_categories.SHIPPED
    told = actions.schema(arguments.kind, arguments.category, categories)
    output.json_text(told["example"] if arguments.example else told)
    return 0


def mediator_add(arguments: Arguments) -> int:
    """Adds a mediator."""
    from desktop.services import cases, people

    values = json_file(arguments.file)
    with open_desk(arguments) as desk:
        mediator = people.add_mediator(desk, values)
    if arguments.json:
        output.json_text(cases.plain(mediator))
    else:
        output.line(mediator.name)
    return 0


def mediator_list(arguments: Arguments) -> int:
    """All active mediators."""
    from desktop.services import cases, people

    with open_desk(arguments) as desk:
        found = people.mediators(desk)
    if arguments.json:
        output.json_text([{**cases.plain(mediator), "open_cases": load} for mediator, load in found])
    else:
        output.mediators(found)
    return 0


# --- what all share -------------------------------------------------------------------------------------------------------------


@contextmanager
def open_desk(arguments: Arguments) -> Iterator["Desk"]:
    """The open office that was named; a refusal to open it names its folder."""
    from desktop.services import office

    if not arguments.office:
        raise Refusal(_("Say which office: --office DIR, or HEYI_OFFICE in the environment."), code="no_office")
    folder = Path(arguments.office)
    try:
        password = _password_of(arguments) if office.needs_password(folder) else None
        desk = office.open(folder, password, login=arguments.login, **_clock(arguments))
    except Refusal as no:
        if no.field:
            raise
        raise Refusal(f"{folder}: {no.sentence}", code=no.code) from no
    try:
        yield desk
    finally:
        desk.close()


def _clock(arguments: Arguments) -> dict[str, Any]:
    """With --today both the day and the date of every moment are that day; the time of day goes on."""
    from desktop.services import desk

    if arguments.today is None:
        return {}
    day = arguments.today

    def now() -> datetime:
        return datetime.combine(day, desk.now().time(), desk.LEGAL_CLOCK)

    return {"today": lambda: day, "now": now}


def _password_of(arguments: Arguments, twice: bool = False) -> str:
    file = arguments.password_file
    if file:
        try:
            with open(file, encoding="utf-8-sig") as lines:
                password = lines.readline(10_000).rstrip("\r\n")
        except (OSError, ValueError) as error:
            why = reasons.of_system(error) if isinstance(error, OSError) else _("it is not UTF-8 text")
            raise Refusal(_("The password file {file} cannot be read: {why}.").format(file=file, why=why), "password_file") from error
        if not password:
            raise Refusal(_("The first line of the password file {file} is empty.").format(file=file), "password_file")
        return password
    if not sys.stdin.isatty():
        raise Refusal(_("A password is wanted: name a file whose first line it is with --password-file."), "password")
    password = getpass.getpass(_("Password: "))
    if twice and getpass.getpass(_("The same again: ")) != password:
        raise Refusal(_("The two passwords are not the same."), "password")
    return password


def json_file(name: str) -> Any:
    from desktop.services import json_files

    if name == "-":
        return json_files.parsed(sys.stdin.buffer, _("Standard input"))
    return json_files.read(Path(os.path.expanduser(name)))


def _is_life(given: Any) -> bool:
    return isinstance(given, Mapping) and set(given) == {"case", "moves"} and isinstance(given["moves"], list)


def _from_life(life: Mapping[str, Any], action: str, name: str) -> Any:
    """What was typed in the one move of this name."""
    known = [move.get("values") or {} for move in life["moves"] if isinstance(move, Mapping) and move.get("do") == action]
    if len(known) != 1:
        sentence = _("{file} has {n} moves “{action}”: put the one that is meant into a file of its own.")
        raise Refusal(sentence.format(file=name, n=len(known), action=action), "file")
    return known[0]
