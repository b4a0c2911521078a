"""Every kind of paper from the page of a case: opened, filled in, in large print, empty for the hand; the set to sign, the whole file."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import Any

from db.models.case import Case
from db.models.document import Document
from db.vocabulary import DocumentState, PaperKind
from desktop.domain import words
from desktop.domain.inputs import court_sheets
from desktop.domain.inputs.paper_sheets import SHEETS
from desktop.i18n import N_, _
from desktop.screens.case import presenter_sheets_court, shown
from desktop.screens.case.presenter_fields import SIDES
from desktop.screens.case.presenter_paper import PaperOfCase
from desktop.screens.case.presenter_read import Read
from desktop.services import blank_forms, element_forms, file_pdf, packet, papers, printing, signing_set

LISTS = {"papers": N_("All papers"), "blanks": N_("Empty forms")}
PACKET = "packet"
WHOLE = {"signing_set": N_("The set to sign"), "file_pdf": N_("The whole file")}


class KindsOfCase:
    """`do` answers the keys of the card of papers and of its lists; '' of a key that it does not know is left to others."""

    def __init__(self, desk: Any, view: Any, paper: PaperOfCase, open_move: Callable[[str, dict[str, Any]], object]) -> None:
        self._desk, self._view, self._paper, self._open = desk, view, paper, open_move

    def knows(self, key: str) -> bool:
        """Whether a key is one of these."""
        return key in LISTS or key in WHOLE or key == PACKET or ":" in key

    def do(self, key: str, read: Read) -> None:
        """Shows the list, the paper, the set or the file that a key means."""
        desk, case = self._desk, read.whole.case
        if key in LISTS:
            self._view.show_steps(every(case, desk.today()) if key == "papers" else blanks(), _(LISTS[key]))
        elif key == "signing_set":
            self._paper.show_file(_(WHOLE[key]), lambda: signing_set.bound(desk, case))
        elif key == "file_pdf":
            made = cache(lambda: file_pdf.make(desk, case.id))
            self._paper.show_file(_(WHOLE[key]), lambda: made().data, lambda: made().lacks)
        elif key == PACKET:
            self._packets(case)
        elif key.startswith(f"{PACKET}:"):
            self._case_packet(case, int(key.partition(":")[2]))
        elif key.startswith("document:"):
            void = next(one for one in case.documents if one.id == int(key.partition(":")[2]))
            self._paper.make(_void_label(void), partial(printing.document, desk, case, void.id))
        elif key.partition(":")[0] in ("paper", "large", "blank"):
            self._one(case, *key.split(":"))
        else:  # a sheet that is there already
            self._open(key.partition(":")[0], {"number": int(key.partition(":")[2])})

    def _case_packet(self, case: Case, n: int) -> None:
        desk = self._desk
        label = _("Packet for the court")
        self._paper.show_file(label, lambda: packet.bound(desk, case.id, n), lambda: packet.lacks(desk, case.id, n))

    def _packets(self, case: Case) -> None:
        """The packet of the one agreement that can be confirmed; where there are several, of the one that is chosen."""
        kind = papers.KINDS[PaperKind.CONFIRMATION_APPLICATION]
        found = kind.subjects(case)
        if not found:
            self._view.say(_(kind.nothing), "amber")
        elif len(found) == 1:
            self._case_packet(case, found[0].n)
        else:
            numbers = {one.id: one.number or str(n) for n, one in enumerate(case.agreements, 1)}
            hint = _("Everything the court wants for the confirmation of this agreement.")
            moves = [shown.Move(f"{PACKET}:{one.n}", _("Packet for the court: {number}").format(number=numbers[one.id or 0]), "", hint)
                     for one in found]  # fmt: skip
            self._view.show_steps(moves, _("Packet for the court"))

    def _one(self, case: Case, way: str, word: str, n: str = "0") -> None:
        desk, kind, subject = self._desk, PaperKind(word), int(n)
        label = words.of_paper(kind, subject)
        ways: dict[str, Callable[[], Any]] = {
            "paper": lambda: printing.paper(desk, case, kind, subject),
            "large": lambda: printing.large(printing.paper(desk, case, kind, subject)),
            "blank": lambda: blank_forms.paper(desk, kind),
        }
        lacks = (lambda: printing.lacks(desk, case, kind, subject)) if way == "paper" else tuple
        self._paper.make(label, ways[way], lacks)


def every(case: Case, today: date) -> tuple[shown.Move, ...]:
    """Each kind with what can be had of it: its papers, its sheet where one is filled in, large print; at last what is not there yet."""
    able, large, not_yet = [], [], []
    for kind, row in papers.KINDS.items():
        found = row.subjects(case)
        for one in found:
            label = words.of_paper(kind, one.n)
            able.append(shown.Move(f"paper:{kind.value}:{one.n}", label, "", _("Look at it, save it, print it.")))
            large.append(shown.Move(f"large:{kind.value}:{one.n}", _("{paper} in large print").format(paper=label), "", ""))
        if kind in SHEETS:
            hint = _("What it asks and the case has not got.")
            able.append(shown.Move(kind.value, _("Fill in: {paper}").format(paper=words.shown(kind)), "", hint))
            for one in found if kind is not PaperKind.FILE_REMARKS else ():
                label = words.of_paper(kind, one.n)
                able.append(shown.Move(f"{kind.value}:{one.n or 1}", _("Correct: {paper}").format(paper=label), "", ""))
        able += _of_court(case, kind, today)
        if kind not in SHEETS and not found:
            not_yet.append(shown.Move(f"paper:{kind.value}:0", words.shown(kind), _(row.nothing)))
    void = [
        shown.Move(f"document:{one.id}", _void_label(one), "", _("It says on every page that it is void."))
        for one in case.documents
        if one.state is DocumentState.VOID
    ]
    return (*able, *large, *void, *not_yet)


def _of_court(case: Case, kind: PaperKind, today: date) -> list[shown.Move]:
    """The sheet of a court's paper, of each party where it is kept by party; the questions of an element form."""
    label, hint = words.shown(kind), _("What it asks and the case has not got.")
    if kind in presenter_sheets_court.FORMS and element_forms.form_of(case, today) is not None:
        n = presenter_sheets_court.FORMS.index(kind) + 1
        return [shown.Move(f"{presenter_sheets_court.ANSWERS}:{n}", _("Questions of the form: {paper}").format(paper=label), "", hint)]
    if kind not in court_sheets.SHEETS:
        return []
    if not presenter_sheets_court.whose(kind):
        return [shown.Move(f"{kind.value}:1", _("Fill in: {paper}").format(paper=label), "", hint)]
    sides = [party for party in case.parties if party.role in SIDES]
    words_of = _("Fill in: {paper}, {party}")
    return [shown.Move(f"{kind.value}:{one.ordinal}", words_of.format(paper=label, party=one.name), "", hint) for one in sides]


def _void_label(paper: Document) -> str:
    return _("{paper}, version {n}, void").format(paper=f"{paper.title} {paper.number}", n=paper.version_number)


def blanks() -> tuple[shown.Move, ...]:
    """Each kind that can be filled in by hand."""
    hint = _("Lines and boxes for the hand; the case does not stand in it.")
    return tuple(shown.Move(f"blank:{kind.value}", words.shown(kind), "", hint) for kind, row in papers.KINDS.items() if row.by_hand)
