"""Printing papers of a case: first the originals, later marked copies; what the spooler took is recorded, nothing else."""

import dataclasses
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from db.models.case import Case
from db.models.print_run import PrintRun
from db.queries import prints
from db.vocabulary import PaperKind
from desktop.documents import words
from desktop.documents.blocks import Paper, PaperState
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import files, printing, raster, spooler
from desktop.services.desk import Desk
from desktop.services.spooler import Choice
from desktop.settings import Settings

MOST_COPIES = 200
FURTHEST = 30.0  # millimetres that a page may be moved
Send = Callable[[bytes, str, Choice], str]


class Wish(NamedTuple):
    """One paper to print; `originals` says why originals are printed again, where the first print was spoiled."""

    kind: PaperKind
    subject: int = 0
    copies: int = 1
    originals: str = ""
    large: bool = False


class Done(NamedTuple):
    """What came of a wish: the job of the spooler, or the sentence why it was not printed, and its code; `copy` is 0 for originals."""

    wish: Wish
    job: str
    copy: int
    why_not: str
    code: str = ""


def next_copy(desk: Desk, document_id: int | None) -> int:
    """0 when the originals are still to be printed, else which copy the next print is; a paper that is not issued has none."""
    if document_id is None:
        return 0
    with desk.reading() as session:
        known = prints.of_document(session, document_id)
    return max((one.copy for one in known), default=-1) + 1


def printed(desk: Desk, case_id: int) -> dict[int, list[PrintRun]]:
    """The prints of a case by paper."""
    found: dict[int, list[PrintRun]] = {}
    with desk.reading() as session:
        for one in prints.of_case(session, case_id):
            found.setdefault(one.document_id, []).append(one)
    return found


def as_copy(paper: Paper, n: int) -> Paper:
    """The paper marked as its n-th copy on every page."""
    mark = words.words(paper.language).say("furniture.numbered_copy", copy=paper.furniture.copy, n=n)
    return dataclasses.replace(paper.with_state(PaperState.COPY), furniture=dataclasses.replace(paper.furniture, copy=mark))


def sheet(desk: Desk, case: Case, wish: Wish) -> tuple[Paper, int | None, int]:
    """The paper as it would be printed now, its issued paper, and which copy it is."""
    one = printing.printed_as(case, wish.kind, wish.subject)
    paper = printing.paper(desk, case, wish.kind, wish.subject)
    n = 0 if wish.originals.strip() else next_copy(desk, one.document_id)
    paper = as_copy(paper, n) if n else paper
    return (words.large(paper) if wish.large else paper), one.document_id, n


def send(
    desk: Desk,
    case: Case,
    wishes: Sequence[Wish],
    choice: Choice,
    spool: Send = spooler.send,
    told: Callable[[int, int, str], None] = lambda _done, _all, _text: None,
) -> list[Done]:
    """Prints these papers one after another; one that is not taken does not stop the others. `told` may raise to cancel: what the spooler
    took until then stays recorded."""
    checked(choice)
    out = []
    for n, wish in enumerate(wishes):
        told(n, len(wishes), "")
        try:
            paper, document_id, copy = sheet(desk, case, wish)
            many = min(max(wish.copies, 1), MOST_COPIES)
            pdf = raster.moved(files.pdf(paper), choice.right, choice.down)
            job = spool(pdf, f"{paper.kind} {paper.version}", dataclasses.replace(choice, copies=many))
        except Refusal as no:
            out.append(Done(wish, "", 0, no.sentence, no.code))
            continue
        if document_id is not None:
            record(desk, case.id, document_id, copy, many, choice.printer, wish.originals)
        out.append(Done(wish, job, copy, ""))
    told(len(wishes), len(wishes), "")
    return out


def record(desk: Desk, case_id: int, document_id: int, copy: int, sheets: int, printer: str, reason: str = "") -> None:
    """Keeps that the spooler took a print of an issued paper."""
    with desk.work("print", case_id=case_id, reason=reason.strip()) as w:
        w.add(
            PrintRun(
                case_id=case_id,
                document_id=document_id,
                copy=copy,
                sheets=sheets,
                printer=printer,
                reason=reason.strip(),
                printed_at=desk.now(),
                printed_by=desk.person.id,
            )
        )
        w.commit()


def checked(choice: Choice) -> None:
    """Refusal when a page would be moved off its sheet, or no printer is named."""
    if not choice.printer:
        raise Refusal(_("Choose a printer."), "printer")
    for name, value in (("right", choice.right), ("down", choice.down)):
        if abs(value) > FURTHEST:
            raise Refusal(_("A page is moved by {most} mm at most.").format(most=f"{FURTHEST:g}"), name)


def remembered(kind: str, settings: Settings | None = None) -> dict[str, Any]:
    """How this kind was printed last on this computer; {} when never."""
    found = _kept(settings or Settings()).get(kind)
    return dict(found) if isinstance(found, dict) else {}


def remember(kind: str, choice: Choice, settings: Settings | None = None) -> None:
    """Keeps it for the next time; the copies come from the list of originals and are not kept."""
    kept = settings or Settings()
    known = _kept(kept)
    known[kind] = {"printer": choice.printer, "sides": choice.sides, "tray": choice.tray, "right": choice.right, "down": choice.down}
    kept.put({"prints": json.dumps(known, ensure_ascii=False)})


def _kept(settings: Settings) -> dict[str, Any]:
    try:
        found = json.loads(settings.get("prints") or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
