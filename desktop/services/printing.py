"""Papers of a case: a reading copy made from today's data, an issued one frozen with number and checksum, and either as PDF or DOCX."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session as Reading
from sqlalchemy.orm import undefer

from db import attachments as store
from db import trouble
from db.models.agreement import Agreement, Signing
from db.models.case import Case
from db.models.document import Document, Original
from db.queries import people
from db.vocabulary import AgreementForm, AgreementStatus, DocumentState, Need, PaperKind
from db.work import Work
from desktop.documents import aid, blocks, corrections, file_index
from desktop.documents import words as documents_words
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.file_papers import Entry
from desktop.documents.setting import Setting
from desktop.domain import effect, fields, numbering, stages, words
from desktop.domain.inputs.mediation import ISSUE, REPLACE, VOID
from desktop.domain.refusal import Refusal
from desktop.i18n import _, language
from desktop.services import cases, file_contents, files, judging, life, papers, signing, templates
from desktop.services.desk import Desk
from desktop.services.papers.kind import About, Reach, Subject


class Printable(NamedTuple):
    """One paper that the case can print; `document_id` where it was issued. `subject` counts those of a kind, 0 where there is one."""

    kind: PaperKind
    subject: int
    state: DocumentState | None
    document_id: int | None


def printable(case: Case) -> list[Printable]:
    """The papers for which the case has something to say, in the order of the file."""
    return [_printable(case, kind, subject.n, subject.id) for kind, subject in papers.wanted(case)]


def printed_as(case: Case, kind: PaperKind, subject: int = 0) -> Printable:
    """One paper of the case as it would be printed: issued, or not yet."""
    return _printable(case, kind, subject, _subject_id(case, kind, subject))


def _printable(case: Case, kind: PaperKind, subject: int, subject_id: int | None) -> Printable:
    issued = _issued(case, kind, subject_id)
    return Printable(kind, subject, issued.state if issued else None, issued.id if issued else None)


def _issued(case: Case, kind: PaperKind, subject_id: int | None) -> Document | None:
    known = [d for d in case.documents if d.kind is kind and d.subject_id == subject_id and d.state is not DocumentState.VOID]
    return known[-1] if known else None


def paper(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> Paper:
    """The issued paper as it was frozen; where none was issued, a reading copy of today."""
    subject_id = _subject_id(case, kind, subject)
    issued = _issued(case, kind, subject_id)
    with desk.reading() as session:
        if issued is not None:
            return _as_it_stands(session, issued)
        return _written(desk, session, case, kind, subject, PaperState.READING, 1)


def document(desk: Desk, case: Case, document_id: int) -> Paper:
    """One issued paper by its id, void ones too: they say so."""
    found = next((one for one in case.documents if one.id == document_id), None)
    if found is None:
        raise Refusal(_("This paper was not issued in this case."), "document", "not_found")
    with desk.reading() as session:
        return _as_it_stands(session, found)


def _as_it_stands(session: Reading, issued: Document) -> Paper:
    """The frozen paper with what came to it since: changes by hand, and that it is void."""
    return corrections.shown_on(frozen(session, issued.id), issued.corrections, issued.state is DocumentState.VOID)


def kind(word: str) -> PaperKind:
    """The kind of paper that a word names; Refusal listing them where it names none."""
    try:
        return PaperKind(word)
    except ValueError as error:
        known = ", ".join(one.value for one in PaperKind)
        raise Refusal(
            _("There is no kind of paper “{kind}”; the kinds are: {kinds}.").format(kind=word[:40], kinds=known), "kind"
        ) from error


def large(paper: Paper) -> Paper:
    """The paper in large print: the same words on a larger page."""
    return documents_words.large(paper)


def wanted_large(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> bool:
    """Whether a party that gets an original of this paper, or signs it at the table, needs large print."""
    in_need = {party.id for party in aid.in_need(case, Need.LARGE_PRINT)}
    if not in_need:
        return False
    with desk.reading() as session:
        told = about(desk, session, case, _subject_id(case, kind, subject), PaperState.READING, 1)
        held = {holder.party_id for holder in papers.KINDS[kind].holders(told)}
    return bool(papers.KINDS[kind].turn) or bool(in_need & held)


def reading_copy(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> Paper:
    """The paper as today's data make it, marked as a reading copy."""
    with desk.reading() as session:
        return _written(desk, session, case, kind, subject, PaperState.READING, 1)


def frozen(session: Reading, document_id: int) -> Paper:
    """The paper out of the stored blocks; Refusal when they are not what was issued any more."""
    asked = select(Document).where(Document.id == document_id).options(undefer(Document.blocks)).execution_options(populate_existing=True)
    document = session.scalars(asked).one()
    stored = blocks.from_json(document.blocks)
    if blocks.checksum(stored) != document.checksum:
        raise Refusal(
            _("The issued paper {number} is not as it was issued: its checksum does not fit.").format(number=document.number),
            code="damaged",
        )
    return stored


def issue(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Freezes a paper (the agreement, unless another kind is named): numbered, checksummed, printed the same for ever.

    An agreement with a red finding, or any paper with a character that no font has, is refused.
    """
    clean = fields.check(ISSUE, values, desk.today())
    kind = PaperKind(clean.get("paper") or PaperKind.AGREEMENT)
    with desk.work("issue") as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        subject = clean.get("session") or 0
        state = DocumentState.ISSUED
        if kind is PaperKind.AGREEMENT:
            subject = subject or standing_subject(desk, case)
            standing = _may_be_issued(desk, case, subject)
            if standing.status is AgreementStatus.SIGNED:  # in force without a paper so far: by word of mouth, or by a plan
                state = DocumentState.SIGNED
            else:
                w.change(standing, version, {"status": AgreementStatus.ISSUED, "number": numbering.of_agreement(case, standing)})
                _prepare_signing(desk, w, case, standing.id)
        if _issued(case, kind, _subject_id(case, kind, subject)) is not None:
            raise Refusal(_("This paper has been issued already; print it again, or take it back first."), code="not_allowed")
        document = _freeze(desk, w, case, kind, subject, state)
        life.moved(w, case, "issue", desk.today(), case.stage, case.stage, f"{words.shown(kind)} {document.number}", _paper_told(document))
        return cases.kept(w, case.id)


def replace(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Issues a paper anew from today's data; it says which one it replaces, and that one stays listed as void.

    A signed agreement is not replaced: what the parties change is a new agreement (domain brief 2.7).
    """
    clean = fields.check(REPLACE, values, desk.today())
    kind = PaperKind(clean.get("paper") or PaperKind.AGREEMENT)
    with life.making(desk, number, "replace", clean["reason"]) as made:
        w, case = made.w, made.case
        subject = clean.get("session") or (standing_subject(desk, case) if kind is PaperKind.AGREEMENT else 0)
        old = _issued(case, kind, _subject_id(case, kind, subject))
        if old is None:
            raise Refusal(_("This paper has not been issued: there is nothing to replace."), "paper", "not_allowed")
        if kind is PaperKind.AGREEMENT:
            assert made.now.agreement is not None
            in_force = made.now.agreement.status is AgreementStatus.SIGNED
            if in_force or any(effect.signed(line) for line in made.now.agreement.signings):
                raise Refusal(_("This agreement has been signed: what the parties change is a new agreement."), "paper", "not_allowed")
            judging.require_none_red(desk, case, made.now.agreement)
        w.change(old, None, {"state": DocumentState.VOID})
        document = _freeze(desk, w, case, kind, subject, DocumentState.ISSUED, old)
        told = {**_paper_told(document), "replaces": old.id}
        return life.done(
            made, "replace", desk.today(), version, note=f"{words.shown(kind)} {document.number}：{clean['reason']}", values=told
        )


def _freeze(
    desk: Desk, w: Work, case: Case, kind: PaperKind, subject: int, state: DocumentState, replaced: Document | None = None
) -> Document:
    """Adds the paper as today's data make it, numbered after those of its kind and subject that were issued before."""
    subject_id = _subject_id(case, kind, subject)
    before = [d for d in case.documents if d.kind is kind and d.subject_id == subject_id]
    w.flush()
    written = _written(desk, w.session, case, kind, subject, PaperState.ISSUED, len(before) + 1)
    if replaced is not None:
        written = documents_words.replacing(written, replaced.number, replaced.version_number, replaced.issued_on)
    files.printable(written)
    document = w.add(
        Document(
            case_id=case.id,
            kind=kind,
            subject_id=subject_id,
            number=written.number,
            version_number=written.version,
            state=state,
            title=written.title,
            language=written.language,
            blocks=blocks.to_json(written),
            checksum=blocks.checksum(written),
            issued_on=desk.today(),
            issued_at=desk.now(),
            issued_by=desk.person.id,
            replaces_id=before[-1].id if before else None,
        )
    )
    w.flush()
    told = about(desk, w.session, case, subject_id, PaperState.ISSUED, document.version_number)
    for n, holder in enumerate(papers.KINDS[kind].holders(told), 1):
        w.add(Original(case_id=case.id, document_id=document.id, ordinal=n, holder=holder.name, party_id=holder.party_id))
    return document


def _paper_told(document: Document) -> dict[str, Any]:
    return {"paper": document.kind.value, "document": document.id, "number": document.number, "version": document.version_number}


def void(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Takes an issued agreement back before it is signed: the paper stays listed as void, the text can be changed again."""
    clean = fields.check(VOID, values, desk.today())
    with desk.work("void", reason=clean["reason"]) as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        now = cases.now_of(desk, case)
        stages.require("void", now)
        assert now.agreement is not None
        if any(effect.signed(line) for line in now.agreement.signings):
            raise Refusal(_("Somebody has signed this agreement already: it is not taken back."), code="not_allowed")
        for line in now.agreement.signings:
            w.delete(line)
        for document in case.documents:
            if document.kind is PaperKind.AGREEMENT and document.subject_id == now.agreement.id and document.state is DocumentState.ISSUED:
                w.change(document, None, {"state": DocumentState.VOID})
        w.change(now.agreement, version, {"status": AgreementStatus.DRAFT, "number": None})
        life.moved(w, case, "void", desk.today(), case.stage, case.stage, clean["reason"])
        return cases.kept(w, case.id)


def standing_subject(desk: Desk, case: Case) -> int:
    """The standing agreement among those of which a paper can be made; 0 where it is the only one."""
    now = cases.now_of(desk, case).agreement
    return next((one.n for one in papers.KINDS[PaperKind.AGREEMENT].subjects(case) if now and one.id == now.id), 0)


def _may_be_issued(desk: Desk, case: Case, subject: int) -> Agreement:
    now = cases.now_of(desk, case)
    named = next((one for one in now.singles if one.id == _subject_id(case, PaperKind.AGREEMENT, subject)), None)
    if named is not None:  # in force by the signatures of the group's, and without a paper of its own so far
        return named
    stages.require("issue", now)
    assert now.agreement is not None
    if now.agreement.status is not AgreementStatus.SIGNED:
        judging.require_none_red(desk, case, now.agreement)
    return now.agreement


def _prepare_signing(desk: Desk, w: Work, case: Case, agreement_id: int) -> None:
    now = cases.now_of(desk, case)
    assert now.agreement is not None
    if now.agreement.form is AgreementForm.ORAL or now.agreement.signings:
        return
    own = people.organisation(w.session, case.organisation_id)
    assert own is not None
    names = {m.id: m.name for m in people.mediators_of(w.session, [a.mediator_id for a in case.assignments]).values()}
    for n, line in enumerate(signing.table(now, names, own.name), 1):
        w.add(Signing(case_id=case.id, agreement_id=agreement_id, ordinal=n, **line))


def lacks(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> list[str]:
    """What is still missing for a paper, a sentence each: it prints all the same, with room for it."""
    with desk.reading() as session:
        return list(papers.KINDS[kind].lacks(about(desk, session, case, _subject_id(case, kind, subject), PaperState.READING, 1)))


def copies(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> int:
    """How many originals of a paper are to be printed: as many as its text says and its list of originals has."""
    with desk.reading() as session:
        told = about(desk, session, case, _subject_id(case, kind, subject), PaperState.READING, 1)
        return len(papers.KINDS[kind].holders(told))


def _subject_id(case: Case, kind: PaperKind, subject: int) -> int | None:
    return papers.subject(case, kind, subject).id


def _written(desk: Desk, session: Reading, case: Case, kind: PaperKind, subject: int, state: PaperState, version: int) -> Paper:
    asked = about(desk, session, case, _subject_id(case, kind, subject), state, version)
    return dataclasses.replace(papers.KINDS[kind].write(asked), subject=asked.subject_id or 0)


def about(desk: Desk, session: Reading, case: Case, subject_id: int | None, state: PaperState, version: int) -> About:
    """What a paper of the case is written from."""
    setting = setting_of(desk, session, case, state, version)
    reach = Reach(_reader(desk), lambda: contents(desk, session, case))
    return About(session, case, setting, subject_id, desk.today(), reach, desk.categories.get(case.category))


def _reader(desk: Desk) -> Callable[[str], bytes]:
    def read(sha256: str) -> bytes:
        try:
            return store.get(desk.database, sha256)
        except (LookupError, trouble.Trouble):  # a file that is gone leaves its place empty; the check of the office names it
            return b""

    return read


def contents(desk: Desk, session: Reading, case: Case) -> list[Entry]:
    """The lines of the file's index, with the pages as the papers have them now."""
    from desktop.documents import pdf

    made: dict[tuple[PaperKind, int | None], Paper] = {}
    reading = about(desk, session, case, None, PaperState.READING, 1)
    reading = reading._replace(reach=reading.reach._replace(entries=lambda: ()))  # the remarks count the pages of a file they lie in

    def found(kind: PaperKind, subject: Subject) -> Paper:
        key = kind, subject.id
        if key not in made:
            document = file_contents.issued(case, kind, subject)
            told = frozen(session, document.id) if document is not None else None
            made[key] = told or papers.KINDS[kind].write(reading._replace(subject_id=subject.id))
        return made[key]

    setting = setting_of(desk, session, case, PaperState.READING)
    return file_contents.entries(
        case, lambda *of: pdf.page_count(found(*of)), lambda *of: found(*of).title, lambda *of: file_index.several(setting, *of)
    )


def setting_of(desk: Desk, session: Reading, case: Case, state: PaperState, version: int = 1) -> Setting:
    """What surrounds the papers of a case."""
    own = people.organisation(session, case.organisation_id)
    assert own is not None
    asked = [*(one.court_id for one in case.referrals), *(one.court_id for one in case.confirmations)]
    known = [*(one.mediator_id for one in case.assignments), *(one.mediator_id for one in case.recusals)]
    return Setting(
        organisation=own,
        mediators=people.mediators_of(session, known),
        courts=people.courts_of(session, [court_id for court_id in asked if court_id is not None]),
        state=state,
        version=version,
        language=language(),
        training=desk.training,
        own=templates.own(desk),
    )
