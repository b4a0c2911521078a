"""Prints the papers of the cases that are chosen in the register: gathers what they have, sends or saves it, says what came of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from db.vocabulary import PaperKind
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _, ngettext
from desktop.services import chosen_papers, prints, raster, spooler
from desktop.services.chosen_papers import LIST

SIDES = (
    (spooler.ONE_SIDE, N_("One side")),
    (spooler.LONG_EDGE, N_("Both sides, long edge")),
    (spooler.SHORT_EDGE, N_("Both sides, short edge")),
)
_TOLD = 4  # refusals that are told one by one


class Offered(NamedTuple):
    """What the print window shows: lines (key, label, copies, note, again, chosen), printers (name, trouble, sides, trays); `system` where
    the system's own window asks for the printer."""

    lines: list[tuple[str, str, int, str, bool, bool]]
    printers: list[tuple[str, str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]]
    known: Mapping[str, Any]
    why_none: str
    system: bool


class PrintOfChosen:
    """One print window for several cases."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._ids: list[int] = []
        self._job: Any = None
        self._at = ""
        self._pdf = b""

    def open(self, ids: Sequence[int]) -> None:
        """Looks what these cases have, and opens the window."""
        self._ids = list(ids)
        desk, chosen = self._desk, self._ids
        self._view.printing.looking()
        show, looked = self._view.printing.show, self._view.printing.looked

        def work(job: Any) -> Offered:
            return offered(desk, chosen, job.report)

        self._job = self._jobs.run(work, show, self._not_looked, progress=looked, replaces="register.print")

    def send(self, chosen: Sequence[tuple[str, int]], how: Mapping[str, Any]) -> None:
        """Prints these kinds of every case."""
        desk, ids, wanted, large = self._desk, self._ids, dict(chosen), bool(how.get("large"))
        if not wanted:
            return
        if not self.spools():
            self._begin(lambda job: self._bound(chosen_papers.bound(desk, ids, list(wanted), large, job.report)), self._made)
            return
        choice = spooler.Choice(how["printer"], 1, how["sides"], how["tray"], how["right"], how["down"])

        def work(job: Any) -> chosen_papers.Done:
            done = chosen_papers.send(desk, ids, wanted, large, choice, job.report)
            for kind in wanted:
                prints.remember(kind, choice)
            return done

        self._begin(
            work, lambda done: self._done(done, ngettext("The printer took {n} paper.", "The printer took {n} papers.", done.papers))
        )

    def save(self, chosen: Sequence[tuple[str, int]], large: bool, folder: str, ending: str) -> None:
        """Writes these kinds of every case into the folder, as PDF or DOCX."""
        desk, ids, wanted = self._desk, self._ids, [key for key, _copies in chosen]

        def work(job: Any) -> chosen_papers.Done:
            return chosen_papers.save(desk, ids, wanted, large, Path(folder), ending, job.report)

        said = _("{n} files were saved in {folder}.")
        self._begin(work, lambda done: self._done(done, said.replace("{folder}", folder)), _("Saving …"))

    def leave(self) -> None:
        """It is not wanted any more what these cases have."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def spools(self) -> bool:
        """Whether the spooler of this computer can be asked."""
        return spooler.there()

    def cancel(self) -> None:
        """What is not sent or saved yet is not any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            said = _("Stopped at {number}: what was printed or saved before stays so.").format(number=self._at or "1")
            self._ended(said, "amber")

    def pages(self, pages: list[int], dpi: float, add: Any, end: Any) -> None:
        """Draws these pages one after the other, off the window's thread, and hands each to the system's printer."""
        raster.print_pages(self._jobs, self._pdf, pages, dpi, add, end)

    # ------------------------------------------------------------------ inside

    def _begin(self, work: Any, done: Any, what: str = "") -> None:
        self._at = ""
        self._view.printing.begun(what)
        self._job = self._jobs.run(work, done, self._refused, progress=self._told)

    def _told(self, done: int, total: int, number: str) -> None:
        self._at = number or self._at
        self._view.printing.told(done, total, _("{n} of {all}: {number}").format(n=min(done + 1, total), all=total, number=number))

    def _bound(self, pdf: bytes) -> tuple[bytes, int]:
        return pdf, len(raster.sizes(pdf))

    def _made(self, made: tuple[bytes, int]) -> None:
        self._job = None
        self._pdf, count = made
        self._view.printing.ended("", "green")
        self._view.printing.through_system(count)

    def _done(self, done: chosen_papers.Done, said: str) -> None:
        self._job = None
        told = [said.format(n=done.papers)] if done.papers or not done.refused else []
        told += [f"{number} {name}：{why}" for number, name, why in done.refused[:_TOLD]]
        if len(done.refused) > _TOLD:
            told.append(_("and {n} more").format(n=len(done.refused) - _TOLD))
        if done.left:
            told.append(_("The printer stopped: {n} cases behind {number} were not printed.").format(n=done.left, number=self._at))
        self._ended("\n".join(told), "amber" if done.papers and done.refused else "red" if done.refused else "green")

    def _ended(self, sentence: str, state: str) -> None:
        seen = self._view.printing.ended(sentence, state)
        if not seen or state == "green":
            self._view.say(sentence, state)

    def _not_looked(self, no: Refusal) -> None:
        self._job = None
        self._view.printing.not_looked()
        self._view.say(no.sentence, "red")

    def _refused(self, no: Refusal) -> None:
        self._job = None
        self._ended(no.sentence, "red")


def offered(desk: Any, ids: Sequence[int], told: chosen_papers.Tell) -> Offered:
    """What these cases can print now, and on what."""
    lines = []
    for one in chosen_papers.offered(desk, ids, told):
        if one.kind == LIST:
            many = len(ids) > chosen_papers.MOST_CASES
            note = _("papers of {n} cases at most at once").format(n=chosen_papers.MOST_CASES) if many else ""
            lines.append((LIST, _("A list of these cases"), 1, note, False, True))
            continue
        note = ngettext("{n} paper", "{n} papers", one.papers).format(n=one.papers)
        if one.cases < len(ids):
            note = _("{n} of them, in {cases} of {all} cases").format(n=one.papers, cases=one.cases, all=len(ids))
        lines.append((one.kind, words.shown(PaperKind(one.kind)), 0, note, False, False))
    queues = spooler.printers()
    shown = [(one.name, one.trouble, tuple((c, _(w)) for c, w in SIDES[: 3 if one.two_sided else 1]), one.trays) for one in queues]
    system = not spooler.there()
    none = _("No printer is set up on this computer: save the paper as PDF and print it elsewhere, or set up a printer.")
    return Offered(lines, shown, prints.remembered(LIST), "" if queues or system else none, system)
