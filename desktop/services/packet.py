"""The packet for a judicial confirmation in one file: what is missing first, a hand-over list, then every paper, pages numbered through.

What belongs in it is the default list (`resources/codes/packet.toml`) and what the chosen court asks besides (`Court.asks`: codes of that
list, or names). A signed paper stands there as its scan where one was filed, else as it was issued (CPCI 354; 法释〔2011〕5号 art 3).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.court import Court
from db.models.evidence import Attachment
from db.vocabulary import DocumentState, PaperKind, PartyKind
from desktop import assets, i18n
from desktop.documents import holders, parties
from desktop.documents.blocks import Paper, PaperState
from desktop.documents.court import account_sheet, packet_list, undertaking
from desktop.documents.court.packet_list import Item
from desktop.domain import authority, confirmation
from desktop.domain.agreement_check import Level
from desktop.i18n import _
from desktop.services import attachments, cases, court_sheets, file_contents, files, papers, pdf_binding, printing, terms
from desktop.services.desk import Desk
from desktop.services.papers import court_papers
from desktop.services.papers.kind import About
from desktop.services.pdf_binding import Part

NUMBERED = "材料第 {n} 页"
SEEN = ("application/pdf", "image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp")


class Piece(NamedTuple):
    """One line of the packet: its name, copies, the files behind it ([]: it is handed over beside, or `missing`), a note."""

    code: str
    name: str
    copies: int
    data: list[bytes]
    note: str = ""
    missing: bool = False


class Packet(NamedTuple):
    """The whole: what is missing, its pieces, and how many pages the list itself has."""

    case: Case
    agreement: Agreement
    court: Court | None
    lacks: list[str]
    pieces: list[Piece]


def items(court: Court | None) -> list[tuple[str, str]]:
    """(code, name) of what belongs in the packet: the default, and what the court asks besides; a name that is no code stands as it is."""
    table = assets.toml("codes", "packet.toml")["item"]
    asks = [ask.strip() for ask in court.asks] if court is not None else []
    called = {one["code"]: {one["code"], one["name"], *one.get("also", ())} for one in table}
    found = [(one["code"], one["name"]) for one in table if one["default"] or called[one["code"]] & set(asks)]
    known = set().union(*called.values())
    return [*found, *(("", ask) for ask in asks if ask not in known)]


def lacks(desk: Desk, number: str | int, subject: int = 0) -> list[str]:
    """What is missing for the packet, a sentence each."""
    return look(desk, number, subject).lacks


def bound(desk: Desk, number: str | int, subject: int = 0) -> bytes:
    """The packet of an agreement in force as one PDF, its list first; what is missing stands at its head, in the language of the papers."""
    with i18n.speaking(i18n.DEFAULT):
        packet = look(desk, number, subject)
        lines = [Item(one.name, one.copies, _pages(one), one.note) for one in packet.pieces]
        with desk.reading() as session:
            setting = printing.about(desk, session, packet.case, None, PaperState.ISSUED, 1).setting
        own = packet.agreement.number or packet.case.number or ""
        first = packet_list.paper(packet.case, setting, packet.court, lines, packet.lacks, own)
        pages = pdf_binding.page_count(files.pdf(first))
        if pages > 1:  # the list counts its own pages: written again where it needs more than one
            first = packet_list.paper(packet.case, setting, packet.court, lines, packet.lacks, own, pages)
        parts = [Part(first.title, files.pdf(first))]
        for one in packet.pieces:
            parts += [Part(one.name if n == 0 else "", data, kept=True) for n, data in enumerate(one.data)]  # scans among them: no claim
        return pdf_binding.bind(parts, NUMBERED)


def _pages(piece: Piece) -> int:
    return -1 if piece.missing else sum(pdf_binding.page_count(data, piece.name) for data in piece.data)


def look(desk: Desk, number: str | int, subject: int = 0) -> Packet:
    """The packet as it stands: every piece made or found, and what is missing."""
    case = cases.get(desk, number)
    agreement_id = papers.subject(case, PaperKind.CONFIRMATION_APPLICATION, subject).id
    agreement = next(one for one in case.agreements if one.id == agreement_id)
    with desk.reading() as session:
        told = printing.about(desk, session, case, agreement_id, PaperState.READING, 1)
        court = court_papers.court_of(told)
        values, calendar = terms.values_of(session), terms.calendar_of(session)
        maker = _Maker(desk, case, agreement, court, told)
        pieces = [piece for code, name in items(court) for piece in maker.pieces(code, name)]
        asked = [one for one in case.confirmations if one.agreement_id == agreement.id and one.applied_on]
        applied_on = (asked[-1].applied_on if asked else None) or desk.today()
        found = confirmation.look(case, agreement, applied_on, values, calendar, court)
    missing = [one.sentence for one in found if one.level in (Level.RED, Level.AMBER)]
    return Packet(case, agreement, court, [*maker.lacks, *missing], pieces)


class _Maker:
    """Makes the pieces of one packet and notes what is missing."""

    def __init__(self, desk: Desk, case: Case, agreement: Agreement, court: Court | None, told: About) -> None:
        self.desk, self.case, self.agreement, self.court, self.told = desk, case, agreement, court, told
        self.lacks: list[str] = []
        self._known: dict[str, Callable[[str], Iterator[Piece]]] = {
            "application": self._application,
            "undertaking": self._undertaking,
            "proof": self._proof,
            "agreement": self._agreement,
            "record": self._record,
            "rights_notice": self._rights,
            "identity": self._identity,
            "representative": self._representative,
            "authority": self._authority,
            "addresses": self._addresses,
            "accounts": self._accounts,
            "evidence": self._evidence,
        }

    def pieces(self, code: str, name: str) -> Iterator[Piece]:
        """The pieces under one item of the list; one that only the court knows is handed over beside."""
        make = self._known.get(code)
        if make is not None:
            yield from make(name)
        else:
            self.lacks.append(_("{name}: the court asks for it; put it in by hand.").format(name=name))
            yield Piece(code, name, 1, [])

    def _printed(self, kind: PaperKind, n: int = 0) -> list[bytes]:
        """The scans of an issued paper, else its print."""
        subject = papers.subject(self.case, kind, n)
        document = file_contents.issued(self.case, kind, subject)
        if document is not None:
            scans = self._scans([one for one in self.case.attachments if one.document_id == document.id])
            if scans:
                return scans
        return [files.pdf(printing.paper(self.desk, self.case, kind, subject.n))]

    def _scans(self, rows: Sequence[Attachment]) -> list[bytes]:
        seen: dict[str, bytes] = {}
        for row in sorted(rows, key=lambda one: (one.page or 0, one.id)):
            if row.media_type in SEEN and row.sha256 not in seen:
                seen[row.sha256] = attachments.read(self.desk, row.id).data
        return list(seen.values())

    def _kept(self, kind: str, party_id: int | None) -> list[bytes]:
        """The files of the evidence of a kind that a party handed in."""
        ids = {one.id for one in self.case.evidence if one.kind == kind and (party_id is None or one.party_id == party_id)}
        return self._scans([one for one in self.case.attachments if one.evidence_id in ids])

    def _application(self, name: str) -> Iterator[Piece]:
        n = self._n(PaperKind.CONFIRMATION_APPLICATION)
        document = file_contents.issued(
            self.case, PaperKind.CONFIRMATION_APPLICATION, papers.subject(self.case, PaperKind.CONFIRMATION_APPLICATION, n)
        )
        if document is None:
            self.lacks.append(_("The application has not been issued: what is bound here is a reading copy."))
        elif document.state is not DocumentState.SIGNED:
            self.lacks.append(_("The application is not signed by everybody yet."))
        yield Piece("application", name, 1, self._printed(PaperKind.CONFIRMATION_APPLICATION, n))

    def _n(self, kind: PaperKind) -> int:
        return next((one.n for one in papers.KINDS[kind].subjects(self.case) if one.id == self.agreement.id), 0)

    def _undertaking(self, name: str) -> Iterator[Piece]:
        yield self._made("undertaking", name, undertaking.paper(self.case, self.agreement, self.told.setting, self.court))

    def _made(self, code: str, name: str, paper: Paper) -> Piece:
        return Piece(code, name, 1, [files.pdf(paper)])

    def _proof(self, name: str) -> Iterator[Piece]:
        proved = [one.id for one in papers.KINDS[PaperKind.ORGANISATION_PROOF].subjects(self.case)]
        if self.agreement.id not in proved:  # nothing has been agreed yet that it could prove
            yield Piece("proof", name, 1, [], missing=True)
            return
        yield Piece("proof", name, 1, self._printed(PaperKind.ORGANISATION_PROOF, self._n(PaperKind.ORGANISATION_PROOF)))

    def _agreement(self, name: str) -> Iterator[Piece]:
        copies = (self.court.originals if self.court is not None else None) or holders.FOR_COURT
        subject = papers.subject(self.case, PaperKind.AGREEMENT, self._n(PaperKind.AGREEMENT))
        document = file_contents.issued(self.case, PaperKind.AGREEMENT, subject)
        if document is None:
            self.lacks.append(_("The agreement has not been issued: issue it before it goes to the court."))
        elif document.state is not DocumentState.SIGNED:
            self.lacks.append(_("The agreement is not signed by everybody yet."))
        rest = self._left_over()
        if rest < copies:
            sentence = _("Of the agreement {rest} originals are left over for the court, it wants {copies}: issue it with more copies.")
            self.lacks.append(sentence.format(rest=rest, copies=copies))
        yield Piece("agreement", name, copies, self._printed(PaperKind.AGREEMENT, subject.n))

    def _left_over(self) -> int:
        """The originals of the agreement that are neither a party's nor the organisation's."""
        everybody = holders.of_agreement(self.case, self.agreement, self.told.setting, "")
        return sum(one.party_id is None and not one.name for one in everybody)

    def _record(self, name: str) -> Iterator[Piece]:
        if not self.case.sessions:
            self.lacks.append(_("There is no record of the mediation."))
        for one in self.case.sessions:
            called = f"{name}（{one.ordinal}）" if len(self.case.sessions) > 1 else name
            yield Piece("record", called, 1, self._printed(PaperKind.SESSION_RECORD, one.ordinal))

    def _rights(self, name: str) -> Iterator[Piece]:
        if not any(one.rights_told_on for one in self.case.sessions):
            self.lacks.append(_("It is not recorded that rights and duties were told."))
        yield Piece("rights_notice", name, 1, self._printed(PaperKind.RIGHTS_NOTICE))

    def _identity(self, name: str) -> Iterator[Piece]:
        for party in parties.sides(self.case):
            data = self._kept("identity", party.id)
            if not data and party.kind is PartyKind.COMPANY:
                self.lacks.append(_("{party}: a copy of the business licence is missing.").format(party=party.name))
            elif not data:
                self.lacks.append(_("{party}: a copy of the identity paper is missing.").format(party=party.name))
            yield Piece("identity", f"{name}：{party.name}", 1, data, missing=not data)

    def _representative(self, name: str) -> Iterator[Piece]:
        for subject in papers.KINDS[PaperKind.REPRESENTATIVE_CERTIFICATE].subjects(self.case):
            party = next(one for one in self.case.parties if one.id == subject.id)
            yield Piece("representative", f"{name}：{party.name}", 1, self._printed(PaperKind.REPRESENTATIVE_CERTIFICATE, subject.n))

    def _authority(self, name: str) -> Iterator[Piece]:
        self.lacks += authority.remarks(self.case)
        for subject in papers.KINDS[PaperKind.POWER_OF_ATTORNEY].subjects(self.case):
            party = next(one for one in self.case.parties if one.id == subject.id)
            data = self._kept("authority", party.id) or self._printed(PaperKind.POWER_OF_ATTORNEY, subject.n)
            for agent, _tie in authority.agents_of(self.case, party):
                proof = self._kept("identity", agent.id)
                if not proof:
                    self.lacks.append(_("{party}: a copy of the identity paper is missing.").format(party=agent.name))
                data = [*data, *proof]
            yield Piece("authority", f"{name}：{party.name}", 1, data)

    def _addresses(self, name: str) -> Iterator[Piece]:
        for subject in papers.KINDS[PaperKind.SERVICE_ADDRESS].subjects(self.case):
            party = next(one for one in self.case.parties if one.id == subject.id)
            if not court_sheets.of(self.case, PaperKind.SERVICE_ADDRESS, party.id) and not party.service_address:
                self.lacks.append(_("{party}: the address for service is not confirmed.").format(party=party.name))
            yield Piece("addresses", f"{name}：{party.name}", 1, self._printed(PaperKind.SERVICE_ADDRESS, subject.n))

    def _accounts(self, name: str) -> Iterator[Piece]:
        if not any(one.account_number for one in parties.sides(self.case)):
            self.lacks.append(_("No account of a party is registered."))
        yield self._made("accounts", name, account_sheet.paper(self.case, self.told.setting))

    def _evidence(self, name: str) -> Iterator[Piece]:
        rows = [one for one in self.case.evidence if one.kind not in ("identity", "authority")]
        for one in rows:
            data = self._scans([kept for kept in self.case.attachments if kept.evidence_id == one.id])
            yield Piece("evidence", one.name, one.copies, data)
        if not rows:
            self.lacks.append(_("No evidence is listed: proof of the rights over the property belongs to it (CPCI 354)."))
