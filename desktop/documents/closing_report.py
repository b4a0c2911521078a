"""Closing report 结案报告表: the regional form of the file (fields in the order of domain brief 4.1, no. 12)."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from db.vocabulary import AssignmentRole, PartyKind, Stage
from desktop.documents import forms, parties, progress, template, words
from desktop.documents.blocks import Align, Block, Fields, FormRow, Notice, Number, Paper, Title
from desktop.documents.setting import Setting
from desktop.documents.template import Wording
from desktop.domain import balance, dates, money

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party

KIND = "closing_report"
ROOM = 26.0  # millimetres: for the facts on a blank form, as much as its one page has
FEW = 2  # parties of whom the report stands on one sheet in the size of a form
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "notice": (),
    "label.*": (),
    "say.agreement": ("form", "number", "figures", "capitals"),
    "say.none": (),
    "say.visit": ("day", "way", "text"),
    "say.confirmed": ("court", "number", "day", "result"),
    "say.outcome": ("day", "outcome", "reason"),
    "say.opinion": (),
    "form.*": (),
    "source.*": (),
    "outcome.*": (),
    "confirmation.*": (),
}


def paper(case: "Case", setting: Setting, day: date) -> Paper:
    """The report as of the day on which it is filled in; the case comes loaded whole."""
    wording = words.of(setting, KIND, DECLARED)
    said = words.shared(setting)
    number = case.number or case.entry_number
    rows = tuple(_rows(case, setting, day, wording, said))
    blocks: list[Block] = [Title(wording.say("title")), Number(wording.say("number", number=number), Align.LEFT), Fields(rows, forms.GRID)]
    blocks.append(Notice(wording.say("notice")))
    return words.paper(KIND, wording.say("title"), number, setting, blocks, layout="form" if len(parties.sides(case)) <= FEW else "notice")


def _rows(case: "Case", setting: Setting, day: date, wording: Wording, said: Wording) -> Iterator[FormRow]:
    row, say = forms.row, wording.say
    running = sorted(
        (one for one in case.assignments if one.ended_on is None and one.mediator_id in setting.mediators),
        key=lambda one: one.role is not AssignmentRole.LEAD_MEDIATOR,
    )
    mediators = "、".join(setting.mediators[one.mediator_id].name for one in running)
    yield row(wording, ("filled_on", "" if setting.hand else dates.in_words(day), 8), ("unit", setting.organisation.name, 8))
    yield row(wording, ("mediators", mediators, 20))
    yield row(wording, ("accepted_on", forms.day(case.accepted_on), 8), ("closed_on", forms.day(_ended(case)), 8))
    for party in parties.sides(case):
        yield row(wording, ("party", f"{said.word('role', party.role)}：{party.name}", 8), ("phone", party.phone, 8))
        yield row(wording, ("address", _address(party), 20))
    yield row(wording, ("source", "" if wording.hand else wording.word("source", case.source), 8), ("cause", case.cause, 8))
    yield row(wording, ("summary", case.summary, 20), height=ROOM if setting.hand else forms.MIDDLE)
    yield row(wording, ("result", _outcome(case, wording), 20))
    yield row(wording, ("agreement", "\n".join(_agreements(case, wording)) or wording.given("say.none"), 20))
    yield row(wording, ("performance", "\n".join(progress.lines(said, case, day)) or wording.given("say.none"), 20))
    yield row(wording, ("confirmation", "\n".join(_confirmations(case, setting, wording)) or wording.given("say.none"), 20))
    visits = [say("say.visit", day=dates.in_words(one.day), way=one.way, text=one.performance or one.text) for one in case.return_visits]
    yield row(wording, ("visits", "\n".join(visits) or wording.given("say.none"), 20))
    yield row(wording, ("opinion", say("say.opinion"), 20), height=forms.MIDDLE)
    yield forms.to_sign(wording, "mediator_sign", "head_sign")


def _ended(case: "Case") -> date | None:
    """The day of closing; before that the day of the last performance where nothing is open, else the end of a failed mediation."""
    if case.closed_on is not None:
        return case.closed_on
    if balance.in_force(case):
        days = [one.day for agreement in balance.in_force(case) for part in agreement.obligations for one in part.performances]
        return max(days, default=None) if balance.all_done(case) else None
    known = [one.concluded_on for one in case.outcomes if not one.undone]
    return known[-1] if known else None


def _address(party: "Party") -> str:
    if party.kind is PartyKind.COMPANY:
        return party.business_address or party.registered_address
    return party.usual_residence or party.registered_residence


def _outcome(case: "Case", wording: Wording) -> str:
    known = [one for one in case.outcomes if not one.undone]
    if not known:
        return wording.word("outcome", "rejected") if case.stage is Stage.REJECTED else ""
    last = known[-1]
    return wording.say(
        "say.outcome", day=dates.in_words(last.concluded_on), outcome=wording.word("outcome", last.code), reason=last.reason.rstrip("。")
    )


def _agreements(case: "Case", wording: Wording) -> list[str]:
    lines = []
    for one in balance.in_force(case):
        fen = sum(part.amount_fen or 0 for part in one.obligations)
        sums = {"figures": money.figures(fen), "capitals": money.capitals(fen)} if fen else {"figures": "", "capitals": ""}
        lines.append(wording.say("say.agreement", form=wording.word("form", one.form), number=one.number, **sums))
    return lines


def _confirmations(case: "Case", setting: Setting, wording: Wording) -> list[str]:
    lines = []
    for one in case.confirmations:
        court = setting.courts.get(one.court_id) if one.court_id is not None else None
        on = one.ruled_on or one.applied_on
        result = wording.word("confirmation", one.result)
        lines.append(
            wording.say("say.confirmed", court=court.name if court else "", number=one.court_number, day=forms.day(on), result=result)
        )
    return lines
