"""What is done with the cases that are chosen in the register: given a mediator, saved for Excel. (Printed: presenter_print.py.)"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.domain.fields import Field
from desktop.domain.inputs.mediation import ASSIGN
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.screens.register.shown import Sheet
from desktop.services import chosen_cases, files, mediators

_TOLD = 4  # refusals that are told one by one


class Chosen:
    """`renewed` is called after something has changed."""

    def __init__(self, desk: Any, jobs: Any, view: Any, renewed: Callable[[], None]) -> None:
        self._desk, self._jobs, self._view, self._renewed = desk, jobs, view, renewed
        self._ids: list[int] = []

    def open(self, ids: list[int], readers: Any, letters: Any) -> None:
        """The form of `assign`."""
        self._ids = ids
        desk = self._desk
        self._jobs.run(lambda: mediators.listed(desk), lambda lines: self._ask_mediator(lines, readers, letters))

    def save(self, values: Mapping[str, Any]) -> None:
        """Does it."""
        desk, ids = self._desk, list(self._ids)
        self._jobs.run(lambda: chosen_cases.assign(desk, ids, values), self._assigned, self._refused)

    def export(self, ids: Sequence[int], target: str) -> None:
        """Writes the list of these cases for Excel."""
        desk, chosen = self._desk, list(ids)
        self._jobs.run(
            lambda: files.write(Path(target), chosen_cases.spreadsheet(desk, chosen)),
            lambda _none: self._view.say(_("Saved: {file}").format(file=target)),
            self._refused,
        )

    def suggested(self) -> str:
        """A name for the file or the print."""
        return _("Register {day}").format(day=self._desk.today().isoformat())

    def _ask_mediator(self, lines: Sequence[Any], readers: Any, letters: Any) -> None:
        names = [line.mediator.name for line in lines if line.mediator.active]
        options = []
        for line in lines:
            one = line.mediator
            if one.active:
                word = one.name if names.count(one.name) == 1 else one.certificate_number or one.name
                said = _("{name} ({organisation}, {n} open)").format(name=one.name, organisation=line.organisation, n=line.load)
                options.append((word, said))
        by_key = {field.key: field for field in ASSIGN}
        who = (
            Field("mediator", "choice", by_key["mediator"].label, required=True, choices=tuple(options)) if options else by_key["mediator"]
        )
        declared = (who, by_key["assigned_on"])
        title = _("Assign {n} cases").format(n=len(self._ids))
        values = {"assigned_on": self._desk.today().isoformat()}
        self._view.open_sheet(Sheet("assign", title, _("Assign"), declared, values), readers, letters)

    def _assigned(self, answer: chosen_cases.Assigned) -> None:
        self._view.close_sheet()
        self._renewed()
        said = _("{n} cases have their mediator.").format(n=answer.done)
        if answer.refused:
            told = "；".join(f"{number}：{sentence}" for number, sentence in answer.refused[:_TOLD])
            said += " " + _("{n} were refused: {told}").format(n=len(answer.refused), told=told)
        self._view.say(said, "amber" if answer.refused else "green")

    def _refused(self, no: Refusal) -> None:
        self._view.show_faults(list(no.faults))
