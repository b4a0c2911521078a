"""Report to the court after a mediation 调解情况报告, reasons split as the courts' platforms ask (forms brief 3.5, both).

Domain brief 4.2; SMR 26; OMR 21, 25. Concessions made for a settlement are not in it (SMR 22); undisputed facts are.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from db.vocabulary import AssignmentRole, OutcomeCode
from desktop.documents import forms, progress, template, words
from desktop.documents.blocks import Align, Block, Fields, FormRow, Number, Paper, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting
from desktop.domain import balance, money

if TYPE_CHECKING:
    from db.models.case import Case

KIND = "referral_report"
ENDS = ("refused", "divergence", "unreachable", "expired", "unsigned", "withdrawn", "elsewhere", "sham", "other")
_ENDED_BY = {
    OutcomeCode.FAILED_REFUSED: "refused",
    OutcomeCode.FAILED_DIVERGENCE: "divergence",
    OutcomeCode.FAILED_UNREACHABLE: "unreachable",
    OutcomeCode.FAILED_EXPIRED: "expired",
    OutcomeCode.FAILED_UNSIGNED: "unsigned",
    OutcomeCode.SETTLED_WITHDRAWN: "withdrawn",
    OutcomeCode.TRANSFERRED: "elsewhere",
    OutcomeCode.TERMINATED_OTHER: "other",
}
DECLARED: template.Declared = {
    "title": (),
    "number": ("number", "own"),
    "label.*": (),
    "ends.*": (),
    "method.*": (),
    "outcome.*": (),
    "complexity.*": (),
    "state.*": (),
    "step": ("n", "day", "what"),
    "steps.*": (),
    "days": ("used", "excluded"),
    "extended": ("until",),
    "sessions": ("count", "methods"),
    "agreement": ("number", "amount"),
    "none": (),
    "parties": ("applicants", "respondents"),
}


def paper(case: "Case", setting: Setting, given: Mapping[str, Any], day: date) -> Paper:
    """The report as of a day; `given` has what only people say (opinion, suggestions, reasons in words)."""
    wording = words.of(setting, KIND, DECLARED)
    blocks: list[Block] = [
        Title(wording.say("title")),
        Number(wording.say("number", number=heads.court_number(case), own=heads.number(case)), Align.LEFT),
        Fields(tuple(_rows(case, setting, wording, given, day)), forms.GRID),
        forms.seal(words.shared(setting), setting),
    ]
    return words.paper(KIND, wording.say("title"), heads.number(case), setting, blocks, layout="form")


def _rows(case: "Case", setting: Setting, wording: template.Wording, given: Mapping[str, Any], day: date) -> Iterator[FormRow]:
    row, say, said = heads.row, wording.say, words.shared(setting)
    ended = next((one for one in reversed(case.outcomes) if not one.undone), None)
    told = _told(case)
    came = heads.referral(case)
    begun = (came.slip_signed_on if came else None) or case.accepted_on
    yield row(wording, ("court", heads.referrer(case, setting), 8), ("platform", case.platform_number, 8))
    yield row(wording, ("body", setting.organisation.name, 8), ("phone", setting.organisation.phone, 8))
    lead = heads.mediators(case, setting, AssignmentRole.LEAD_MEDIATOR)
    yield row(wording, ("lead", lead, 8), ("co", heads.mediators(case, setting, AssignmentRole.CO_MEDIATOR), 8))
    yield row(wording, ("parties", say("parties", applicants=heads.applicants(case), respondents=heads.respondents(case)), 20))
    yield row(wording, ("cause", case.cause, 8), ("amount", heads.amount(case), 8))
    yield row(wording, ("begun", heads.day(begun), 8), ("ended", heads.day(ended.concluded_on if ended else None), 8))
    excluded = sum((one.ends - one.begins).days + 1 for one in case.suspensions if one.excluded and one.ends)
    used = ((ended.concluded_on if ended else day) - begun).days - excluded if begun else None
    until = next((one.until for one in reversed(case.extensions)), None)
    term = [
        say("days", used="" if used is None else max(used, 0), excluded="" if setting.hand else excluded),
        say("extended", until=heads.day(until)) if until else "",
    ]
    yield row(wording, ("term", "；".join(one for one in term if one), 20))
    methods = "、".join(dict.fromkeys(wording.word("method", one.method) for one in case.sessions))
    yield row(wording, ("sessions", say("sessions", count="" if setting.hand else len(case.sessions), methods=methods), 20))
    yield row(wording, ("course", "\n".join(_course(case, wording)) or wording.given("none"), 20))
    state = wording.word("state", "open" if ended is None else "agreed" if ended.code.value.startswith("agreed") else "failed")
    yield row(wording, ("result", wording.word("outcome", ended.code) if ended else "", 8), ("state", "" if setting.hand else state, 8))
    yield row(wording, ("agreement", _agreement(case, wording) or wording.given("none"), 20))
    yield row(wording, ("performance", "\n".join(progress.lines(said, case, day)) or wording.given("none"), 20))
    ticked = set(given.get("ends") or ())
    if ended is not None and ended.code in _ENDED_BY:
        ticked.add(_ENDED_BY[ended.code])
    yield row(wording, ("ends", heads.boxes([(code, wording.word("ends", code)) for code in ENDS], ticked), 20))
    yield row(wording, ("not_accepted", given.get("not_accepted") or "", 20))
    yield row(wording, ("ended_why", given.get("ended_why") or (ended.reason if ended else ""), 20))
    yield row(wording, ("returned", given.get("returned_why") or "", 20))
    yield row(wording, ("supplement", given.get("supplement") or "", 20))
    yield row(wording, ("disputed", "\n".join(_numbered([*told.get("disputed", ()), *_disputed(case)])) or wording.given("none"), 20))
    facts = [fact for one in case.undisputed for fact in one.facts]
    yield row(wording, ("undisputed", "\n".join(_numbered(facts)) or wording.given("none"), 20))
    yield row(wording, ("conduct", told.get("conduct") or given.get("conduct") or wording.given("none"), 20))
    opinion = {given["complexity"]} if given.get("complexity") else set()
    yield row(
        wording, ("complexity", heads.boxes([(code, wording.word("complexity", code)) for code in ("simple", "complex")], opinion), 20)
    )
    yield row(wording, ("suggestion", given.get("suggestion") or "", 20))
    yield row(wording, ("remark", given.get("remark") or "", 20))
    yield forms.to_sign(wording, "sign", "day")


def _told(case: "Case") -> Mapping[str, Any]:
    """What was typed when the mediation was concluded."""
    move = next((one for one in reversed(case.moves) if one.key in ("conclude", "object", "refer_out") and not one.undone), None)
    return move.values if move is not None else {}


def _disputed(case: "Case") -> list[str]:
    return [one for facts in case.undisputed for one in facts.still_disputed]


def _numbered(lines: list[str]) -> list[str]:
    return [f"{n}. {line}" for n, line in enumerate(dict.fromkeys(lines), 1)]


def _course(case: "Case", wording: template.Wording) -> list[str]:
    """The steps of the case on their days, as the platform's list of steps wants them."""
    steps = [(one.day, wording.sentences[f"steps.{one.key}"]) for one in case.moves if not one.undone and wording.has(f"steps.{one.key}")]
    return [
        wording.say("step", n=n, day=heads.day(day), what=what) for n, (day, what) in enumerate(sorted(steps, key=lambda one: one[0]), 1)
    ]


def _agreement(case: "Case", wording: template.Wording) -> str:
    lines = []
    for one in balance.in_force(case):
        fen = sum(part.amount_fen or 0 for part in one.obligations)
        lines.append(wording.say("agreement", number=one.number or "", amount=money.figures(fen) if fen else ""))
    return "；".join(lines)
