"""The kinds of paper as one table: for what of a case there is one, who writes it, who gets an original, where it lies in the file.

A kind is added so, and nowhere else:

1. `db/vocabulary.py`: a word in `PaperKind`, under its set; `desktop/domain/paper_names.py`: what it is called.
2. `desktop/documents/<kind>.py`: `paper(case, ..., setting) -> Paper`, blocks made of nouns and wording. Every value may be empty: a blank
   form for handwriting is the same paper of a case that says nothing (`services/blank_case.py`: add the row that the paper is about there).
3. `resources/templates/zh_Hans_CN/<kind>.toml`: its wording, with the source in the head.
4. One row in the file of its set here (`file_papers`, `way_papers`, `agreement_papers`, `court_papers`, `insurer_papers`,
   `suit_papers`, `after_papers`); a new set is a
   new file and a name in `_SETS`. Who gets an original, where it is not the office alone: `desktop/documents/holders.py`.
5. What the case has not got and must be asked for: a sheet in `desktop/domain/inputs/paper_sheets.py`, kept by `services/paper_sheets.py`.
6. A golden example in `tests/documents/` (one, small), a row in the table of papers of the README.

The order of the file is that of `FilePlace`; within one place the order of the sets and their rows.
"""

from collections.abc import Sequence

from db.models.agreement import Agreement
from db.models.case import Case
from db.vocabulary import AgreementForm, AgreementStatus, FilePlace, PaperKind
from desktop.domain import numbering
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import court_sheets
from desktop.services.papers import after_papers, agreement_papers, court_papers, file_papers, insurer_papers, suit_papers, way_papers
from desktop.services.papers.kind import Kind, Subject, agreements_standing

_SETS = (file_papers, way_papers, agreement_papers, after_papers, court_papers, insurer_papers, suit_papers)
_PLACES = {place: n for n, place in enumerate(FilePlace)}
_ORAL = (PaperKind.REGISTRATION_FORM, PaperKind.AGREEMENT)
OF_AGREEMENTS = (PaperKind.AGREEMENT, PaperKind.CONFIRMATION_APPLICATION)
"""The kinds of which there is one for each agreement in force: after a split never the last one in silence."""


def _ordered() -> dict[PaperKind, Kind]:
    rows = [row for each in _SETS for row in each.KINDS]
    rows.sort(key=lambda row: len(_PLACES) if row.place is None else _PLACES[row.place])  # stable: within a place as they are declared
    return {row.kind: row for row in rows}


KINDS: dict[PaperKind, Kind] = _ordered()


def subject(case: Case, kind: PaperKind, n: int) -> Subject:
    """The subject of this number; for 0 the last one, of a paper a party the last whose sheet was filled in. Refusal where there is none,
    and where one of several agreements must be named.
    """
    known = KINDS[kind].subjects(case)
    if not n and kind in OF_AGREEMENTS:  # one that another has replaced is printed when it is named
        replaced = {one.id for one in case.agreements if one.status is AgreementStatus.SUPERSEDED}
        known = [one for one in known if one.id not in replaced] or known
    if len(known) > 1 and not n and kind in OF_AGREEMENTS:
        numbers = {one.id: one.number or _("Being written") for one in case.agreements}
        listed = "；".join(f"{one.n} {numbers.get(one.id or 0, '')}" for one in known[:6]) + ("；…" if len(known) > 6 else "")
        sentence = _("There are {n} agreements: say which, by its own number or by its number in the list: {listed}.")
        raise Refusal(sentence.format(n=len(known), listed=listed), "session", "ambiguous")
    found = _last(case, kind, known) if not n else next((one for one in known if one.n == n), None)
    if found is None and known and known[0].n == 0:  # one paper has no number
        found = known[0]
    if found is None and known:
        listed = "、".join(str(one.n) for one in known[:6]) + ("…" if len(known) > 6 else "")
        raise Refusal(_("There is no number {n} of this paper; there are: {listed}.").format(n=n, listed=listed), "session", "not_found")
    if found is None:
        raise Refusal(_(KINDS[kind].nothing), "session", "not_found")
    return found


def _last(case: Case, kind: PaperKind, known: Sequence[Subject]) -> Subject | None:
    """The last one; of a paper a party the last whose sheet was filled in: who was asked is meant, not who stands last in the case."""
    filled: set[int] = set()
    if kind in court_sheets.SHEETS and court_sheets.SHEETS[kind][0].key == court_sheets.PARTY:
        filled = {
            sheet.values[court_sheets.PARTY] for sheet in case.paper_sheets if sheet.kind is kind and court_sheets.PARTY in sheet.values
        }
    return next((one for one in reversed(known) if one.id in filled), known[-1] if known else None)


def called(case: Case, kind: PaperKind, number: str) -> int:
    """The subject whose agreement bears this number (in any spelling); 0 where the number is the case's own."""
    spellings = numbering.spellings(number)
    own = {one.id for one in case.agreements if one.number in spellings and one.split_from_id is not None}
    return next((one.n for one in KINDS[kind].subjects(case) if one.id in own), 0) if kind in OF_AGREEMENTS else 0


def wanted(case: Case) -> list[tuple[PaperKind, Subject]]:
    """Every paper for which the case has something to say, in the order of the file; an oral case has two sheets and no more.

    What was issued besides stays listed with an oral case too; its receipts and visits are printed when they are asked for by name.
    """
    known = agreements_standing(case)
    oral = bool(known) and all(one.form is AgreementForm.ORAL for one in known)
    issued = {(paper.kind, paper.subject_id) for paper in case.documents}
    found = []
    for kind, told in KINDS.items():
        unasked = told.wanted(case) and (not oral or kind in _ORAL)
        found += [(kind, one) for one in told.subjects(case) if unasked or (kind, one.id) in issued]
    return found


def standing(case: Case) -> Agreement | None:
    """The agreement that counts: the last that is not void."""
    known = agreements_standing(case)
    return known[-1] if known else None
