"""Notice of mediation first, and the party's answer: 先行调解告知及征询意见书, a sheet a party, before or after filing (CPC 125).

The plaintiff's answer since 14 July 2025 may stand in the complaint itself; this sheet is for walk-ins and for the other side.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.documents import forms, parties, template, words
from desktop.documents.blocks import Block, Cell, Fields, FormRow, Heading, Notice, Number, Paper, Paragraph, Title
from desktop.documents.court import heads
from desktop.documents.setting import Setting

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.party import Party
    from db.models.willingness import MediationWillingness

KIND = "prior_mediation"
BENEFITS = range(1, 6)
DECLARED: template.Declared = {
    "title": (),
    "number": ("number",),
    "to": ("name",),
    "text": ("applicants", "respondents", "cause"),
    "what.*": (),
    "benefit.*": (),
    "knows": ("knows", "not"),
    "heading.*": (),
    "label.*": (),
    "word.*": (),
    "choice.*": (),
    "chosen": ("mark", "name"),
    "notice": (),
}


def paper(
    case: "Case", party: "Party", setting: Setting, given: Mapping[str, Any], willing: "MediationWillingness | None"
) -> Paper:  # fmt: skip
    """The sheet of a party; `willing` is its answer that counts, `given` what it said besides."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    told = {"applicants": heads.applicants(case), "respondents": heads.respondents(case), "cause": case.cause}
    number = heads.court_number(case) or heads.number(case)
    when = "before" if heads.before_filing(case) or not heads.court_number(case) else "after"
    blocks: list[Block] = [Title(say("title")), Number(say("number", number=number))]
    blocks += [Paragraph(say("to", name=party.name), indent=False), Paragraph(say("text", **told))]
    blocks.append(Heading(say("heading.what")))
    blocks += [Paragraph(say(f"what.{name}")) for name in ("free", when, "secret", "limitation", "fails")]
    blocks.append(Heading(say("heading.answer")))
    known = {n: getattr(willing, f"knows_benefit_{n}") if willing else None for n in BENEFITS}
    rows = [_row(wording, f"benefit.b{n}", _yes_no(wording, known[n])) for n in BENEFITS]
    answer = {willing.answer.value} if willing else set()
    choices = [(code, wording.word("choice", code)) for code in ("yes", "no", "undecided")]
    rows.append(heads.row(wording, ("answer", heads.boxes(choices, answer), 20)))
    rows.append(heads.row(wording, ("mediator", _mediator(wording, given), 20)))
    rows.append(
        heads.row(wording, ("online", _agree(wording, given.get("online")), 8), ("appraisal", _agree(wording, given.get("appraisal")), 8))
    )
    address = given.get("address") or parties.address(party)
    rows.append(heads.row(wording, ("address", address, 12), ("phone", party.phone, 4)))
    rows.append(heads.row(wording, ("way", _way(wording, given.get("way")), 12), ("informer", given.get("informer") or None, 4)))
    rows.append(
        heads.row(wording, ("sign", None, 10), ("day", heads.day(given.get("day")) or wording.say("word.day"), 6), height=forms.SIGN)
    )
    blocks += [Fields(tuple(rows), forms.GRID), Notice(say("notice"))]
    return words.paper(KIND, say("title"), heads.number(case), setting, blocks, layout="notice")


def _row(wording: template.Wording, label: str, value: str) -> FormRow:
    return FormRow((Cell(wording.say(label), 18), Cell(value, 6)))


def _yes_no(wording: template.Wording, told: bool | None) -> str:
    marks = ("■" if told else "□", "■" if told is False else "□")
    return wording.say("knows", knows=marks[0], **{"not": marks[1]})


def _agree(wording: template.Wording, told: bool | None) -> str:
    ticked = set() if told is None else {"agree" if told else "disagree"}
    return heads.boxes([(code, wording.word("word", code)) for code in ("agree", "disagree")], ticked)


def _mediator(wording: template.Wording, given: Mapping[str, Any]) -> str:
    chosen = given.get("mediator") or ""
    left = "■" if given.get("left_to_court") else "□"
    return f"{left}{wording.say('word.left')}　" + wording.say("chosen", mark="■" if chosen else "□", name=chosen or "＿＿＿＿＿＿")


def _way(wording: template.Wording, way: str | None) -> str:
    return heads.boxes([(code, wording.word("word", code)) for code in ("in_person", "by_phone", "by_message")], {way} if way else set())
