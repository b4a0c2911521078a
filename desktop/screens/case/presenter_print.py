"""Prints papers of a case: gathers what can be printed and on what, sends the chosen ones, says in words what came of each."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _, ngettext
from desktop.services import files, outside, printing, prints, spooler
from desktop.services.prints import Wish

SIDES = (
    (spooler.ONE_SIDE, N_("One side")),
    (spooler.LONG_EDGE, N_("Both sides, long edge")),
    (spooler.SHORT_EDGE, N_("Both sides, short edge")),
)


class Offered(NamedTuple):
    """What the print window shows: lines (key, label, copies, note, again, chosen), printers (name, trouble, sides, trays)."""

    lines: list[tuple[str, str, int, str, bool, bool]]
    printers: list[tuple[str, str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]]
    known: Mapping[str, Any]
    why_none: str


class PrintOfCase:
    """One print window."""

    def __init__(self, desk: Any, jobs: Any, view: Any) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._case: Case | None = None
        self._job: Any = None

    def open(self, case: Case, kind: str = "", subject: int = 0) -> None:
        """Opens the window; the paper of this kind is ticked."""
        self._case = case
        desk = self._desk
        self._jobs.run(lambda: offered(desk, case, kind, subject), self._view.printing.show, self._told)

    def send(self, chosen: Sequence[tuple[str, int]], how: Mapping[str, Any]) -> None:
        """Prints these papers."""
        if self._case is None or not chosen:
            return
        desk, case = self._desk, self._case
        wishes = [_wish(key, copies, how) for key, copies in chosen]
        choice = spooler.Choice(how["printer"], 1, how["sides"], how["tray"], how["right"], how["down"])

        def work(job: Any) -> list[prints.Done]:
            done = prints.send(desk, case, wishes, choice, told=job.report)
            for wish in wishes:
                prints.remember(wish.kind.value, choice)
            return done

        self._view.printing.begun()
        self._job = self._jobs.run(work, self._done, self._refused, progress=self._view.printing.told)

    def spools(self) -> bool:
        """Whether the spooler of this computer can be asked."""
        return spooler.there()

    def suggested(self, key: str) -> str:
        """A name for the file of a paper of the window."""
        wish = _wish(key, 1, {})
        number = self._case.number or self._case.entry_number if self._case is not None else ""
        return f"{number} {words.of_paper(wish.kind, wish.subject)}"

    def save(self, key: str, target: str) -> None:
        """Writes it as PDF or DOCX, by the ending of the name."""
        if self._case is None:
            return
        desk, case, wish = self._desk, self._case, _wish(key, 1, {})
        saved = _("Saved: {file}").format(file=target)

        def work() -> None:
            files.save(Path(target), prints.sheet(desk, case, wish)[0])

        self._jobs.run(work, lambda _none: self._ended(saved, ""), self._refused)

    def cancel(self) -> None:
        """What is not sent yet is not printed."""
        if self._job is not None:
            self._job.cancel()
            self._ended(_("Stopped: what the printer had taken by then is recorded."), "amber")

    def open_outside(self, key: str) -> None:
        """Opens the paper in the system's viewer."""
        if self._case is None:
            return
        desk, case, wish = self._desk, self._case, _wish(key, 1, {})
        self._jobs.run(lambda: outside.show(prints.sheet(desk, case, wish)[0]), None, self._refused)

    def _done(self, done: list[prints.Done]) -> None:
        self._job = None
        lost = [f"{words.of_paper(one.wish.kind, one.wish.subject)}：{one.why_not}" for one in done if one.why_not]
        taken = len(done) - len(lost)
        if lost:
            self._ended("\n".join(lost), "red")
            return
        sentence = ngettext("The printer took {n} paper.", "The printer took {n} papers.", taken).format(n=taken)
        self._ended(sentence, "green")

    def _ended(self, sentence: str, state: str) -> None:
        seen = self._view.printing.ended(sentence, state)
        if not seen or state == "green":
            self._view.say(sentence, "" if state == "green" else state)

    def _refused(self, no: Refusal) -> None:
        self._job = None
        self._ended(no.sentence, "red")

    def _told(self, no: Refusal) -> None:
        self._view.say(no.sentence, "red")


def offered(desk: Any, case: Case, kind: str, subject: int) -> Offered:
    """What can be printed now, and on what."""
    lines = []
    for one in printing.printable(case):
        n = prints.next_copy(desk, one.document_id)
        note = _("not issued yet") if one.document_id is None else _("copy no. {n}").format(n=n) if n else ""
        label = words.of_paper(one.kind, one.subject)
        copies = printing.copies(desk, case, one.kind, one.subject) if not n else 1
        chosen = one.kind.value == kind and one.subject == subject
        lines.append((f"{one.kind.value}:{one.subject}", label, copies, note, n > 0, chosen))
    if not any(line[5] for line in lines):
        lines = [(*line[:5], True) if line[0].partition(":")[0] == kind else line for line in lines]
    queues = spooler.printers()
    shown = [(one.name, one.trouble, tuple((c, _(w)) for c, w in SIDES[: 3 if one.two_sided else 1]), one.trays) for one in queues]
    none = _("No printer is set up on this computer: save the paper as PDF and print it elsewhere, or set up a printer.")
    return Offered(lines, shown, prints.remembered(kind), "" if queues else none)


def _wish(key: str, copies: int, how: Mapping[str, Any]) -> Wish:
    kind, _colon, subject = key.partition(":")
    return Wish(PaperKind(kind), int(subject or 0), copies, how.get("originals", ""), bool(how.get("large")))
