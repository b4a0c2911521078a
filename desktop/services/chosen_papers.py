"""The papers of several cases in one go: what they have, sent to the printer one after another, or saved into a folder.

Each case is read, printed and recorded by itself, so that what was taken before somebody cancels, or before the printer stops, stays true.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from db.models.case import Case
from db.vocabulary import PaperKind
from desktop.documents.blocks import Paper
from desktop.domain import words
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, files, papers, printing, prints, raster, register_book, spooler
from desktop.services.desk import Desk
from desktop.services.spooler import Choice

MOST_CASES = 300  # more than a day's printing; their list may be longer
LIST = "list"
Tell = Callable[[int, int, str], None]
"""Told how many of how many cases are done, and which one comes; it may raise to cancel."""


class Offered(NamedTuple):
    """One kind: how many papers of it these cases have, in how many of the cases. The list of the cases is `LIST`."""

    kind: str
    papers: int
    cases: int


class Done(NamedTuple):
    """How many papers were taken or saved; for each that was not, the number of its case, its name and why; how many cases were left
    when the printer took nothing any more."""

    papers: int
    refused: list[tuple[str, str, str]]
    left: int = 0


def offered(desk: Desk, ids: Sequence[int], told: Tell) -> list[Offered]:
    """What these cases can print, the list first, the kinds in the order of the file; of more than `MOST_CASES` only their list."""
    found: dict[PaperKind, list[int]] = {}
    if len(ids) <= MOST_CASES:
        for case in _each(desk, ids, told):
            for one in printing.printable(case):
                found.setdefault(one.kind, []).append(case.id)
    in_order = [kind for kind in papers.KINDS if kind in found]
    kinds = [Offered(kind.value, len(found[kind]), len(set(found[kind]))) for kind in in_order]
    return [Offered(LIST, 1, len(ids)), *kinds]


def send(
    desk: Desk, ids: Sequence[int], wanted: Mapping[str, int], large: bool, choice: Choice, told: Tell, spool: prints.Send = spooler.send
) -> Done:
    """Prints these kinds of every case, case by case; `wanted` says how many sheets of each, 0 for as many originals as the paper has.

    A printer that takes nothing any more ends it: the cases behind are left. Refusal for a printer that is not named.
    """
    prints.checked(choice)
    done, refused = 0, []
    if LIST in wanted:
        paper = _formed(register_book.of_cases(desk, ids), large)
        pdf = raster.moved(files.pdf(paper), choice.right, choice.down)
        spool(pdf, f"{paper.kind} {paper.version}", dataclasses.replace(choice, copies=max(wanted[LIST], 1)))
        done += 1
    kinds = _kinds(wanted)
    for n, case in enumerate(_each(desk, ids if kinds else (), told), 1):
        number = case.number or case.entry_number
        wishes = [
            prints.Wish(one.kind, one.subject, wanted[one.kind.value] or _originals(desk, case, one), large=large)
            for one in printing.printable(case)
            if one.kind in kinds
        ]
        for made in prints.send(desk, case, wishes, choice, spool, partial(_at, told, n - 1, len(ids), number)):
            if made.why_not:
                refused.append((number, words.of_paper(made.wish.kind, made.wish.subject), made.why_not))
            done += not made.why_not
            if made.code == spooler.NOT_TAKEN:
                return Done(done, refused, len(ids) - n)
    return Done(done, refused)


def save(desk: Desk, ids: Sequence[int], wanted: Sequence[str], large: bool, folder: Path, ending: str, told: Tell) -> Done:
    """Writes these kinds of every case into a folder, a file each, named by number and kind; a file that is there already is kept beside.

    Refusal when the folder takes no file: what was saved until then stays.
    """
    done, refused = 0, []
    if LIST in wanted:
        paper = register_book.of_cases(desk, ids)
        files.save(_free(folder, f"{paper.title} {paper.number}", ending), _formed(paper, large))
        done += 1
    kinds = _kinds(wanted)
    for case in _each(desk, ids if kinds else (), told):
        number = case.number or case.entry_number
        for one in printing.printable(case):
            if one.kind not in kinds:
                continue
            called = words.of_paper(one.kind, one.subject)
            try:
                paper = _formed(printing.paper(desk, case, one.kind, one.subject), large)
                files.save(_free(folder, f"{number} {called}", ending), paper)
                done += 1
            except Refusal as no:
                if no.code == "file":  # the folder, not the paper: the next would meet it too
                    raise
                refused.append((number, called, no.sentence))
    return Done(done, refused)


def bound(desk: Desk, ids: Sequence[int], wanted: Sequence[str], large: bool, told: Tell) -> bytes:
    """The same papers behind one another in one PDF, for the print window of the system. Refusal where there is none."""
    made = [register_book.of_cases(desk, ids)] if LIST in wanted else []
    kinds = _kinds(wanted)
    for case in _each(desk, ids if kinds else (), told):
        made += [printing.paper(desk, case, one.kind, one.subject) for one in printing.printable(case) if one.kind in kinds]
    if not made:
        raise Refusal(_("These cases have none of these papers any more: look again."), "what")
    return files.pdf_of_all([_formed(paper, large) for paper in made])


def _each(desk: Desk, ids: Sequence[int], told: Tell) -> Iterator[Case]:
    for n, case_id in enumerate(ids):
        case = cases.get(desk, case_id)
        told(n, len(ids), case.number or case.entry_number)
        yield case
    told(len(ids), len(ids), "")


def _at(told: Tell, n: int, total: int, number: str, *_of_the_case: object) -> None:
    told(n, total, number)


def _kinds(wanted: Sequence[str] | Mapping[str, int]) -> set[PaperKind]:
    return {PaperKind(key) for key in wanted if key != LIST}


def _originals(desk: Desk, case: Case, one: printing.Printable) -> int:
    """As many sheets as its list of originals has; one where they were printed before, since what follows is a copy."""
    if prints.next_copy(desk, one.document_id):
        return 1
    return printing.copies(desk, case, one.kind, one.subject)


def _formed(paper: Paper, large: bool) -> Paper:
    return printing.large(paper) if large else paper


def _free(folder: Path, called: str, ending: str) -> Path:
    """A name in the folder that no file has."""
    stem = files.file_name(called)
    names = (folder / (stem + (f" ({n})" if n else "") + ending) for n in (0, *range(2, 10_000)))
    return next(name for name in names if not name.exists())
