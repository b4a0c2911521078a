"""Everything that a table has to sign, in signing order, as one PDF: a guide, a sheet for each signer, then the papers themselves."""

from typing import NamedTuple

from db.models.case import Case
from db.vocabulary import DocumentState, PaperKind
from desktop.documents import file_index, parties, signing_sheet
from desktop.documents import words as paper_words
from desktop.documents.blocks import Paper, PaperState, SignatureLine, Signatures
from desktop.documents.signing_sheet import Signer, Spot, Turn
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import file_contents, files, papers, pdf_binding, printing
from desktop.services.desk import Desk
from desktop.services.papers.kind import Subject
from desktop.services.pdf_binding import Part


class ToSign(NamedTuple):
    """A paper of the set: as it was issued, else as it would be today; `data` is its PDF."""

    kind: PaperKind
    subject: Subject
    paper: Paper
    data: bytes
    pages: tuple[str, ...]
    copies: int
    issued: bool


def to_sign(desk: Desk, case: Case) -> list[ToSign]:
    """What is still to be signed at the table, in signing order; what came back signed is left out."""
    found = []
    waiting = [(kind, subject) for kind, subject in papers.wanted(case) if papers.KINDS[kind].turn]
    for kind, subject in sorted(waiting, key=lambda one: papers.KINDS[one[0]].turn):
        document = file_contents.issued(case, kind, subject)
        if document is not None and document.state is DocumentState.SIGNED:
            continue
        paper = printing.paper(desk, case, kind, subject.n)
        data = files.pdf(paper)
        copies = printing.copies(desk, case, kind, subject.n)
        found.append(ToSign(kind, subject, paper, data, tuple(pdf_binding.texts(data)), copies, document is not None))
    return found


def bound(desk: Desk, case: Case) -> bytes:
    """The set as one PDF with an outline; Refusal where nothing is left to sign."""
    found = to_sign(desk, case)
    if not found:
        raise Refusal(_("Nothing is left to be signed in this case."), code="not_found")
    guide = sheet(desk, case, found)
    parts = [Part(guide.title, files.pdf(guide))]
    parts += [Part(one.paper.title, one.data) for one in found]
    return pdf_binding.bind(parts)


def sheet(desk: Desk, case: Case, found: list[ToSign]) -> Paper:
    """The guide to the set."""
    with desk.reading() as session:
        setting = printing.setting_of(desk, session, case, PaperState.ISSUED)
    said = paper_words.shared(setting)
    signers: dict[str, Signer] = {}
    for one in found:
        title = file_index.several(setting, one.paper.title, one.subject.n)
        lines = [line for block in one.paper.blocks if isinstance(block, Signatures) for line in block.lines]
        if not lines:  # signed in the cells of the form
            alone = one.subject.id if papers.KINDS[one.kind].of_party else None
            sides = [party for party in parties.sides(case) if alone in (None, party.id)]
            lines = [paper_words.line(said, said.word("role", party.role), party.name, parties.hint(party)) for party in sides]
        for line in lines:
            name = line.name.split("\n")[0].strip() or line.capacity
            spot = Spot(title, _page(one.pages, line), bool(one.paper.page_signatures), line.hint)
            known = signers.get(name)
            capacity = known.capacity if known is not None else line.capacity if line.name else ""
            led = (known is not None and known.led) or line.hint != said.word("hint", "plain")
            signers[name] = Signer(name, capacity, (*(known.spots if known is not None else ()), spot), led)
    turns = [Turn(file_index.several(setting, one.paper.title, one.subject.n), len(one.pages), one.copies) for one in found]
    return signing_sheet.paper(case, turns, list(signers.values()), setting)


def _page(pages: tuple[str, ...], line: SignatureLine) -> int:
    """The page on which a line of the signing table stands: the last that has its words; else the last of the paper."""
    words = _bare(line.capacity + line.name)
    exact = words + _bare(line.hint)
    for wanted in (exact, words):
        for n in range(len(pages), 0, -1):
            if wanted and wanted in _bare(pages[n - 1]):
                return n
    return len(pages)


def _bare(text: str) -> str:
    return "".join(text.split())
