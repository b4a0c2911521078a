"""The registration form 人民调解受理登记表 (司发通〔2010〕239号, with the rows that programs of the region add)."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from db.vocabulary import IdKind, PartyKind, PartyRole, Source
from desktop.documents import parties, template, words
from desktop.documents.blocks import Align, Block, Cell, Fields, FormRow, Heading, Notice, Number, Paper, SealPlace, Title
from desktop.documents.setting import Setting
from desktop.documents.template import Wording, shown
from desktop.domain import dates, money
from desktop.domain.telling import Told

if TYPE_CHECKING:
    from datetime import date

    from db.models.case import Case
    from db.models.party import Party, PartyTie

KIND = "registration_form"
GRID = (1.0,) * 24
LABEL = 4  # columns of a label, unless it says otherwise
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "entry_number"),
    "notice": (),
    "annex": (),
    "label.*": (),
    "say.between": ("applicants", "respondents", "cause"),
    "say.amount": ("figures", "capitals"),
    "say.people": ("count",),
    "say.yes": (),
    "say.no": (),
    "say.none": (),
    "say.claim": ("n", "claim"),
    "say.numbered": ("role", "n"),
    "say.unverified": ("number",),
    "say.referral": ("body", "number", "day"),
    "say.helper": ("role", "name"),
    "say.member": ("name", "relation"),
    "say.source": ("mark", "source"),
    "say.source_note": ("sources", "note"),
    "source.*": (),
}
LONG, MIDDLE, SIGN = 34.0, 14.0, 15.0  # least heights in millimetres: room to write by hand
SHORT = 18  # characters of a fact that shares its row with another


def paper(case: "Case", setting: Setting, lacks: Sequence[str] = (), facts: Sequence[tuple[str, Sequence[Told]]] = ()) -> Paper:
    """The form of a case; parties with members and ties, and referrals come loaded.

    `lacks` says what is still missing, `facts` what is known of its kind of dispute: (title of the group, facts in the paper's words).
    """
    form = _Form(case, setting)
    wording = form.wording
    blocks: list[Block] = [
        Title(wording.say("title")),
        Number(wording.say("number", number=case.number, entry_number=case.entry_number), Align.LEFT),
        Fields((*form.parties(), *form.dispute(lacks)), GRID),
        SealPlace(
            f"{setting.organisation.seal_name or setting.organisation.name}\n{form.said.word('signatures', 'seal')}",
            form.said.word("signatures", "seal_date"),
        ),
        Notice(wording.say("notice")),
    ]
    for title, table in parties.annexes(form.said, case):
        blocks += [Heading(title), table]
    if facts:  # behind the signatures: the form itself stays as the Ministry has it
        blocks += [Heading(wording.say("annex")), Fields(tuple(form.facts(facts)), GRID)]
    number = case.number or case.entry_number
    return words.paper(KIND, wording.say("title"), number, setting, blocks, layout="form")


class _Form:
    """The rows of one form."""

    def __init__(self, case: "Case", setting: Setting) -> None:
        self.case, self.setting = case, setting
        self.wording = words.of(setting, KIND, DECLARED)
        self.said: Wording = words.shared(setting)

    def row(self, *pairs: tuple[str, object, int] | tuple[str, object, int, int], height: float = 0.0) -> FormRow:
        """A row of (name of the label, value, columns of the value, columns of the label); a label with `:` is said as it is."""
        cells: list[Cell] = []
        for label, value, span, *wide in pairs:
            text = label[1:] if label.startswith(":") else self.wording.say(f"label.{label}")
            cells += [Cell(text, wide[0] if wide else LABEL, True), Cell(shown(value), span)]
        return FormRow(tuple(cells), height)

    def day(self, day: "date | None") -> str:
        """A day in words, or nothing."""
        return dates.in_words(day) if day else ""

    def parties(self) -> Iterator[FormRow]:
        """The rows of every party, each under its role."""
        for role in parties.SIDES:
            side = [party for party in self.case.parties if party.role is role]
            for n, party in enumerate(side, 1):
                title = self.said.word("role", role)
                yield self._title(self.wording.say("say.numbered", role=title, n=n) if len(side) > 1 else title)
                yield from self._party(party)
                for helper, tie in parties.helpers(self.case, party):
                    yield self._title(self.wording.say("say.helper", role=self.said.word("role", tie.role), name=party.name))
                    yield from self._helper(helper, tie)
        placed = {helper.id for side in parties.sides(self.case) for helper, _ in parties.helpers(self.case, side)}
        for party in self.case.parties:
            if party.role not in parties.SIDES and party.id not in placed:
                yield self._title(self.said.word("role", party.role))
                yield from self._party(party)

    def _title(self, text: str) -> FormRow:
        return FormRow((Cell(text, len(GRID), True),))

    def _party(self, party: "Party") -> Iterator[FormRow]:
        match party.kind:
            case PartyKind.PERSON:
                yield from self._person(party)
            case PartyKind.COMPANY:
                yield from self._body(party)
            case _:
                yield self.row(("body", party.name, 12), ("count", self.wording.say("say.people", count=len(party.members)), 4))
                for member in party.members:
                    if member.represents:
                        yield self.row(("represented_by", member.name, 8), ("phone", member.phone, 8))
                        yield self.row((self._paper(member.id_kind), member.id_number, 8), ("authority", member.paper, 8))
                yield self.row(("residence", party.usual_residence or party.registered_residence, 11), ("phone", party.phone, 5))
                if len(party.members) <= parties.LISTED:
                    for member in party.members:
                        if not member.represents:
                            named = self.wording.say("say.member", name=member.name, relation=member.relation)
                            yield self.row(("member", named, 8), (self._paper(member.id_kind), member.id_number, 8))

    def _person(self, party: "Party") -> Iterator[FormRow]:
        group = parties.ethnic_group(party.ethnic_group)
        number = party.id_number
        if number.strip() and not party.id_verified:
            number = self.wording.say("say.unverified", number=number)
        yield self.row(
            ("name", "\n".join([party.name, *(one for one in (party.name_mongolian, *party.other_names) if one)]), 8),
            ("sex", self.said.word("sex", party.sex), 2, 2),
            ("ethnic_group", group, 5, 3),
        )
        yield self.row(("birth_date", self.day(party.birth_date), 6), (self._paper(party.id_kind), number, 10))
        yield self.row(("work", parties.work(party), 10), ("phone", "、".join(one for one in (party.phone, party.other_phone) if one), 6))
        yield self.row(("residence", party.usual_residence or party.registered_residence, 20))

    def _paper(self, kind: IdKind) -> str:
        """The label of an identity number: what kind of paper it is on."""
        return ":" + self.said.word("paper", kind) if kind is not IdKind.NONE else "id_kind"

    def _body(self, party: "Party") -> Iterator[FormRow]:
        business = parties.is_business(party)
        yield self.row(("body", party.name, 20))
        if business:
            yield self.row(("trade_name", party.trade_name, 20))
        yield self.row(("uscc", party.uscc, 10), ("phone", party.phone, 6))
        yield self.row(("address", party.business_address or party.registered_address, 20))
        head = "operator" if business else "legal_representative"
        phone = party.legal_representative_phone
        yield self.row((head, party.legal_representative, 4), ("post", party.legal_representative_post, 4, 3), ("phone", phone, 5))

    def _helper(self, helper: "Party", tie: "PartyTie") -> Iterator[FormRow]:
        yield self.row(("name", helper.name, 8), ("phone", helper.phone, 8))
        yield self.row((self._paper(helper.id_kind), helper.id_number, 8), ("relation", tie.relation, 8))
        if tie.role is PartyRole.AGENT:
            scope = "：".join(part for part in (self.said.word("authority", tie.authority_level), "、".join(tie.items)) if part)
            yield self.row(("level", scope, 8), ("work", helper.employer, 8))

    def dispute(self, lacks: Sequence[str]) -> Iterator[FormRow]:
        """The rows about the dispute itself."""
        case, wording = self.case, self.wording
        say = wording.say
        yield self._title(say("label.section_case"))
        applicants, respondents = (parties.names(case, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
        yield self.row(("dispute", say("say.between", applicants=applicants, respondents=respondents, cause=case.cause), 20))
        yield self.row(("type", case.moj_type, 8), ("cause", case.cause, 8))
        yield self.row(("source", self._source(), 20))
        yield from self._referrals()
        yield self.row(("mongolian", say("say.yes") if case.mongolian else say("say.no"), 8), ("people_count", self._people(), 8))
        yield self.row(("difficult", say("say.yes") if case.difficult else say("say.no"), 8), ("severity", case.severity, 8))
        yield self.row(("happened_on", self.day(case.happened_on), 8), ("place", case.place, 8))
        yield self.row(("summary", case.summary, 20), height=LONG)
        claims = "\n".join(say("say.claim", n=n, claim=claim) for n, claim in enumerate(case.claims, 1))
        yield self.row(("claims", claims, 20), height=MIDDLE)
        amount = ""
        if case.claim_fen is not None:
            amount = say("say.amount", figures=money.figures(case.claim_fen), capitals=money.capitals(case.claim_fen))
        yield self.row(("claim", amount, 20))
        yield self.row(("received_on", self.day(case.received_on), 8), ("entered_on", self.day(case.entered_on), 8))
        yield self.row(("lacks", "\n".join(lacks) or wording.given("say.none"), 20))
        yield FormRow(
            (Cell(say("label.party_sign"), LABEL, True), Cell("", 8), Cell(say("label.clerk_sign"), LABEL, True), Cell("", 8)), SIGN
        )

    def facts(self, groups: Sequence[tuple[str, Sequence[Told]]]) -> Iterator[FormRow]:
        """What is known of this kind of dispute: two short facts share a row, a long one or a table has its own."""
        for title, told in groups:
            if title:
                yield self._title(title)
            waiting: Told | None = None
            for one in told:
                short = len(one.text) <= SHORT and "\n" not in one.text
                if waiting is not None and short:
                    yield self.row((f":{waiting.label}", waiting.text, 8), (f":{one.label}", one.text, 8))
                    waiting = None
                    continue
                if waiting is not None:
                    yield self.row((f":{waiting.label}", waiting.text, 20))
                waiting = one if short else None
                if not short:
                    yield self.row((f":{one.label}", one.text, 20))
            if waiting is not None:
                yield self.row((f":{waiting.label}", waiting.text, 20))

    def _people(self) -> str:
        return "" if self.case.people_count is None else self.wording.say("say.people", count=self.case.people_count)

    def _source(self) -> str:
        marks = [
            self.wording.say("say.source", mark="■" if source is self.case.source else "□", source=self.wording.say(f"source.{source}"))
            for source in Source
        ]
        sources = "　".join(marks)
        note = self.case.source_note
        return self.wording.say("say.source_note", sources=sources, note=note) if note.strip() else sources

    def _referrals(self) -> Iterator[FormRow]:
        for referral in self.case.referrals:
            court = self.setting.courts.get(referral.court_id) if referral.court_id is not None else None
            body = court.name if court else referral.body
            said = self.wording.say("say.referral", body=body, number=referral.court_number, day=self.day(referral.received_on))
            yield self.row(("referral", said, 20))
