"""What lies in the file of a case, on which page: the papers of the case in their fixed order, and those that exist only on paper."""

from collections.abc import Callable
from typing import NamedTuple

from db.models.case import Case
from db.models.document import Document
from db.models.paper_sheet import FileEntry
from db.vocabulary import DocumentState, FilePlace, PaperKind
from desktop.documents.file_papers import Entry
from desktop.services import papers
from desktop.services.papers.kind import Subject

AROUND = (FilePlace.COVER, FilePlace.INDEX, FilePlace.BACK_COVER)  # not numbered: they hold what is


class Part(NamedTuple):
    """Something that lies in the file: a paper of the case (`kind` and `subject`, `document` where it was issued), or one that is only on
    paper (`entry`)."""

    place: FilePlace
    kind: PaperKind | None = None
    subject: Subject | None = None
    document: Document | None = None
    entry: FileEntry | None = None


def parts(case: Case) -> list[Part]:
    """The parts of the file between its covers, in the fixed order; within a place the papers of the case come before those on paper."""
    found = []
    for kind, subject in papers.wanted(case):
        place = papers.KINDS[kind].place
        if place is not None and place not in AROUND:
            found.append(Part(place, kind, subject, issued(case, kind, subject)))
    found += [Part(one.place, entry=one) for one in case.file_entries]
    order = {place: n for n, place in enumerate(FilePlace)}
    return sorted(found, key=lambda part: (order[part.place], part.entry is not None))


def issued(case: Case, kind: PaperKind, subject: Subject) -> Document | None:
    """The paper of this kind and subject that was issued and is not void."""
    known = [d for d in case.documents if d.kind is kind and d.subject_id == subject.id and d.state is not DocumentState.VOID]
    return known[-1] if known else None


def entries(
    case: Case, pages: Callable[[PaperKind, Subject], int], told: Callable[[PaperKind, Subject], str], several: Callable[[str, int], str]
) -> list[Entry]:
    """The lines of the index: `pages` says how many pages a paper has, `told` what it is called, `several` how one of many is named."""
    out = []
    first = 1
    for part in parts(case):
        if part.entry is not None:
            count, name, note = part.entry.pages, part.entry.name, part.entry.note
        else:
            assert part.kind is not None and part.subject is not None
            count, name, note = pages(part.kind, part.subject), told(part.kind, part.subject), ""
            name = several(name, part.subject.n)
        out.append(Entry(name, first, first + count - 1, note))
        first += count
    return out
