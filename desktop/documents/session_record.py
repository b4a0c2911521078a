"""The record of a session 人民调解记录 (司发通〔2010〕239号; notice of rights: PML 23, 24). Private notes never reach it."""

from datetime import time
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, Need, PartyKind, PartyRole, SessionMethod, SignerKind
from desktop.documents import aid, forms, guests, parties, speeches, template, words
from desktop.documents.blocks import Block, Cell, Fields, FormRow, Heading, Number, Paper, Paragraph, SignatureLine, Title
from desktop.documents.setting import Setting
from desktop.documents.template import Wording, shown
from desktop.domain import dates

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.session import Session

KIND = "session_record"
GRID = (1.0,) * 12
LINES = 16  # to write on, on a blank form
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "label.*": (),
    "method.*": (),
    "say.time": ("day", "begins", "ends"),
    "say.matter": ("applicants", "respondents", "cause", "n"),
    "say.attendee": ("name", "capacity", "organisation"),
    "say.party": ("role", "name"),
    "say.party_absent": ("role", "name"),
    "say.mediator": ("name",),
    "say.rights": ("day",),
    "say.rights_open": ("day",),
    "say.open": (),
    "say.read": (),
    "say.read_aloud": (),
    "say.none": (),
    "heading.*": (),
    "page.*": (),
}


def paper(case: "Case", session: "Session", setting: Setting) -> Paper:
    """The record of one session; parties with ties, assignments and the session's attendees come loaded."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    say = wording.say
    number = case.number or case.entry_number
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number)), _head(case, session, setting, wording, said)]
    told = dates.in_words(session.rights_told_on) if session.rights_told_on else ""
    blocks += [Heading(say("heading.rights")), Paragraph(say("say.rights", day=told) if told else say("say.rights_open", day=""))]
    blocks.append(Heading(say("heading.text")))
    if session.open_session:
        blocks.append(Paragraph(say("say.open")))
    blocks += speeches.blocks(case, session.text, setting, said, _mediators(case, session, setting), LINES)
    if session.undisputed_facts.strip():
        blocks += [Heading(say("heading.undisputed")), Paragraph(session.undisputed_facts)]
    blocks += [Heading(say("heading.result")), *forms.prose(setting, session.result, 2)]
    blocks += aid.closing(case, session, said, reads=False)
    aloud = session.read_aloud or bool(aid.in_need(case, Need.READ_ALOUD))
    blocks.append(Paragraph(say("say.read_aloud" if aloud else "say.read"), keep=True))
    blocks.append(words.signatures(said, _signers(case, session, setting, said)))
    feet = tuple(say(f"page.{name}") for name in ("party", "mediator", "recorder"))
    return words.paper(KIND, say("title"), number, setting, blocks, layout="record", page_signatures=feet)


def _head(case: "Case", session: "Session", setting: Setting, wording: Wording, said: Wording) -> Fields:
    say = wording.say

    def row(*pairs: tuple[str, str, int]) -> FormRow:
        cells = ((Cell(say(f"label.{label}"), 2, True), Cell(shown(value), span)) for label, value, span in pairs)
        return FormRow(tuple(cell for pair in cells for cell in pair))

    applicants, respondents = (parties.names(case, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT))
    when = say("say.time", day=forms.day(session.day), begins=_clock(session.begins), ends=_clock(session.ends))
    matter = say("say.matter", applicants=applicants, respondents=respondents, cause=case.cause, n="" if wording.hand else session.ordinal)
    helped = [
        say("say.attendee", name=one.name, capacity=guests.of_attendee(case, one, said), organisation=one.organisation)
        for one in session.attendees
        if one.party_id is None
    ]
    here = _present(session)
    lines = []
    for party in case.parties:
        if party.role in parties.SIDES or party.id in here:
            sentence = "say.party" if not here or party.id in here or _spoken_for(case, party.id, here) else "say.party_absent"
            lines.append(say(sentence, role=said.word("role", party.role), name=party.name))
    none = wording.given("say.none")
    rows = (
        row(("time", when, 10)),
        row(("place", session.place, 5), ("method", _method(session, wording), 3)),
        row(("matter", matter, 10)),
        row(("parties", "\n".join(lines), 10)),
        row(("attendees", "\n".join(helped) or none, 10)),
        row(("mediators", "、".join(_mediators(case, session, setting)), 5), ("recorder", session.recorder, 3)),
        row(("language", session.language, 5), ("interpreter", session.interpreter or none, 3)),
    )
    return Fields(rows, GRID)


def _method(session: "Session", wording: Wording) -> str:
    if not wording.hand:
        return wording.say(f"method.{session.method}")
    return "　".join(f"□{wording.say(f'method.{one}')}" for one in SessionMethod)


def _present(session: "Session") -> set[int]:
    """The parties at the table; empty means that all were."""
    return {one.party_id for one in session.attendees if one.party_id is not None}


def _spoken_for(case: "Case", party_id: int, here: set[int]) -> bool:
    """Whether somebody who stands beside a party is at the table for it."""
    return any(tie.for_party_id == party_id for one in case.parties if one.id in here for tie in one.ties)


def _mediators(case: "Case", session: "Session", setting: Setting) -> list[str]:
    """The names of who mediates, the presiding one first."""
    if session.day is None:  # a blank form
        return [""]
    known = [one for one in case.assignments if one.assigned_on <= session.day and (one.ended_on is None or one.ended_on >= session.day)]
    known = known or [one for one in case.assignments if one.ended_on is None]
    order = sorted(known, key=lambda a: (a.mediator_id != session.lead_mediator_id, a.role is not AssignmentRole.LEAD_MEDIATOR))
    ids = [*([session.lead_mediator_id] if session.lead_mediator_id is not None else []), *(one.mediator_id for one in order)]
    return [setting.mediators[one].name for one in dict.fromkeys(ids) if one in setting.mediators]


def _clock(when: time | None) -> str:
    return f"{when.hour}时{when.minute:02d}分" if when else ""


def _signers(case: "Case", session: "Session", setting: Setting, said: Wording) -> tuple[SignatureLine, ...]:
    """Everybody at the table, then interpreter, mediators and recorder."""
    here = _present(session)
    lines = []
    for party in case.parties:
        if (party.role in parties.SIDES and not here) or party.id in here:
            hint = "plain" if party.kind is PartyKind.COMPANY else "person"
            lines.append(words.line(said, said.word("role", party.role), party.name, hint))
    lines += [words.line(said, guests.of_attendee(case, one, said), one.name, "plain") for one in session.attendees if one.party_id is None]
    lines += aid.signers(case, session, said, [line.name for line in lines])
    lines += [words.line(said, said.word("signer", SignerKind.MEDIATOR), name, "plain") for name in _mediators(case, session, setting)]
    lines.append(words.line(said, said.word("signer", SignerKind.RECORDER), session.recorder, "plain"))
    return tuple(lines)
