"""The printers of this computer through CUPS: what there is, what each can do, and whether it took a paper.

A paper counts as printed when the spooler has answered with the number of the job. On Windows there is no such program: there the window
prints through Qt (`desktop/widgets/printer.py`).
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.refusal import Refusal
from desktop.i18n import _

TOO_LONG = 20.0  # seconds that a spooler may take to answer
ONE_SIDE, LONG_EDGE, SHORT_EDGE = "one-sided", "two-sided-long-edge", "two-sided-short-edge"
NOT_TAKEN = "not_printed"  # the code of the refusal
SIDES = (ONE_SIDE, LONG_EDGE, SHORT_EDGE)


@dataclass(frozen=True)
class Printer:
    """One queue; `trouble` is '' when it takes papers, else a sentence. `trays` are (code, name as the printer says it)."""

    name: str
    usual: bool = False
    trouble: str = ""
    two_sided: bool = False
    trays: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Choice:
    """How a paper is printed; `tray` '' is the printer's own choice, the offset is in millimetres to the right and downwards."""

    printer: str
    copies: int = 1
    sides: str = ONE_SIDE
    tray: str = ""
    right: float = 0.0
    down: float = 0.0


def there() -> bool:
    """Whether this computer prints through CUPS."""
    return sys.platform != "win32" and shutil.which("lp") is not None and shutil.which("lpstat") is not None


def printers() -> list[Printer]:
    """The queues, the usual one first; none where there is no printer or no CUPS."""
    if not there():
        return []
    usual = _said(["lpstat", "-d"]).rpartition(":")[2].strip()
    names = re.findall(r"^(\S+)", _said(["lpstat", "-e"]), re.MULTILINE)
    refused = {
        name: why.strip()
        for name, why in re.findall(r"^(\S+) not accepting requests[^\n]*\n\s*(.*)", _said(["lpstat", "-a"]), re.MULTILINE)
    }
    stopped = set(re.findall(r"^printer (\S+) disabled", _said(["lpstat", "-p"]), re.MULTILINE))
    found = [_printer(name, name == usual, name in refused, name in stopped) for name in names]
    return sorted(found, key=lambda one: (not one.usual, bool(one.trouble), one.name))


def _printer(name: str, usual: bool, refused: bool, stopped: bool) -> Printer:
    trouble = ""
    if refused:
        trouble = _("The printer {name} takes no papers now: let its queue be opened again.").format(name=name)
    elif stopped:
        trouble = _("The printer {name} is paused: papers wait in its queue until it goes on.").format(name=name)
    two_sided, trays = False, []
    for line in _said(["lpoptions", "-p", name, "-l"]).splitlines():
        key, _colon, values = line.partition(":")
        option = key.partition("/")[0]
        choices = [value.lstrip("*") for value in values.split()]
        if option == "Duplex" or option == "sides":
            two_sided = any(value not in ("None", ONE_SIDE) for value in choices)
        elif option in ("InputSlot", "media-source"):
            trays = [(f"{option}={value}", value) for value in choices]
    return Printer(name, usual, trouble, two_sided, tuple(trays))


def send(pdf: bytes, title: str, choice: Choice) -> str:
    """Gives a PDF to the spooler; the number of its job. Refusal with a sentence when it was not taken: then nothing was printed."""
    if not there():
        said = _("No printer is set up on this computer: save the paper as PDF and print it elsewhere, or set up a printer.")
        raise Refusal(said, "printer", NOT_TAKEN)
    command = ["lp", "-d", choice.printer, "-n", str(max(choice.copies, 1)), "-t", title[:120], "-o", "fit-to-page=false", "-o", "media=A4"]
    command += ["-o", f"sides={choice.sides if choice.sides in SIDES else ONE_SIDE}"]
    command += ["-o", choice.tray] if choice.tray else []
    answer = _run(command, pdf)  # handed over through a pipe: no file with what the paper says is left anywhere of ours
    job = re.search(r"(\S+-\d+)", answer.stdout)
    if answer.returncode or not job:
        why = " ".join(answer.stderr.split()) or _("no answer")
        said = _("The printer {name} did not take the paper ({why}): nothing was printed. Look at its queue, or choose another printer.")
        raise Refusal(said.format(name=choice.printer, why=why), "printer", NOT_TAKEN)
    return job[1]


def _said(command: Sequence[str]) -> str:
    return _run(command).stdout


def _run(command: Sequence[str], given: bytes = b"") -> "subprocess.CompletedProcess[str]":
    asked = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        made = subprocess.run(command, input=given, capture_output=True, timeout=TOO_LONG, check=False, env=asked)
    except (OSError, subprocess.TimeoutExpired):
        return subprocess.CompletedProcess(command, 1, "", "")
    return subprocess.CompletedProcess(command, made.returncode, made.stdout.decode(errors="replace"), made.stderr.decode(errors="replace"))
