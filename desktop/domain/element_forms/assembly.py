"""A whole complaint or answer out of a form, its frame and the case: sections of filled rows, annexes, and what came up on the way.

The answer asks to each claim and each fact 'no objection' or an objection with its reasons (forms brief 1.4), in the rows of its own form;
what meets no objection is what needs no proof later (无争议事实).
"""

import dataclasses
import re
from dataclasses import dataclass

from db.vocabulary import PartyRole
from desktop.domain.element_forms import people
from desktop.domain.element_forms.filling import BOX, TICK, Annex, FilledRow, Filler, Question
from desktop.domain.element_forms.form import ANSWERED, Form, Frame, Mirror, Row, Slot
from desktop.domain.element_forms.ground import NO, YES, Around, Ground
from desktop.domain.element_forms.rules.registry import CHECKS, RULES

NOT_MIRRORED = "-"
BLANK = "____"
HINT = re.compile("（[^（）]*）")  # a line of the form that says what belongs into the cell
SIDE = re.compile("(被?)申请人(?!民|身安全|身保护|身损害)")  # the word for a side, not 申请｜人民法院, 申请｜人身安全保护令
STYLES = {  # how the answer form asks (forms brief 1.4): its lines, the question for the box
    "objection": (("无{objection=no}　有{objection=yes}", "事实和理由：{reason}"), "无异议还是有异议"),
    "confirm": (("确认{objection=no}　异议{objection=yes}", "内容：{reason}"), "确认还是异议"),
}
REASON = "异议的事实和理由"


@dataclass(frozen=True)
class Section:
    """A bar and the rows under it."""

    title: str
    rows: tuple[FilledRow, ...]


@dataclass(frozen=True)
class Filled:
    """What is printed, what is to be asked, and what does not agree."""

    title: str
    cause: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Annex, ...]
    questions: tuple[Question, ...]
    contradictions: tuple[str, ...]
    sign: str
    date: str
    foot: str
    annex: str


def claim(form: Form, frame: Frame, ground: Ground) -> Filled:
    """The complaint of the applicants."""
    filler = Filler(ground, RULES, frame.cell_limit, frame.words["goes_on"])
    sections = [Section(frame.words["parties"], tuple(_parties(filler, frame, ground, form.parties, form.swap, PartyRole.APPLICANT)))]
    for part, title in form.titles.items():
        rows = [_free(filler, part, frame.words["free"], title)] if part in form.free else []
        sections.append(Section(title, (*rows, *(filler.row(row) for row in form.part(part)))))
    sections.append(Section(frame.words["willingness"], tuple(filler.row(row) for row in frame.willingness)))
    filler.contradictions += [sentence for check in CHECKS.get(form.key, ()) for sentence in check(ground)]
    return _done(filler, frame, frame.claim_title, frame.words["plaintiff_sign"], sections)


def answer(form: Form, frame: Frame, ground: Ground) -> Filled:
    """The answer of the respondents to the same rows."""
    filler = Filler(ground, RULES, frame.cell_limit, frame.words["goes_on"])
    keys = (*(f"answerer_{key.partition('_')[2]}" for key in form.parties if key.startswith("defendant_")), "agent")
    sections = [Section(frame.words["parties"], tuple(_parties(filler, frame, ground, keys, form.swap, PartyRole.RESPONDENT)))]
    for part in ANSWERED:
        if form.answer[part]:
            title = frame.words[f"answer_{part}"]
            free = filler.fitted(f"{part}.free", frame.words["free"], ground.answers.get(f"{part}.free") or "", title)
            rows = [filler.row(row) for row in mirrored(form, frame, part)]
            sections.append(Section(title, (free, *rows)))
    sections.append(Section(frame.words["willingness"], tuple(filler.row(row) for row in frame.willingness)))
    return _done(filler, frame, frame.answer_title, frame.words["answerer_sign"], sections)


def mirrored(form: Form, frame: Frame, part: str) -> tuple[Row, ...]:
    """The rows of a part of the answer form, numbered, with what they ask."""
    own = {row.key: row for row in frame.answer_end}
    rows = [_objection(part, one) if one.label else own[one.key] for one in form.answer[part]]
    return tuple(dataclasses.replace(row, no=str(n)) for n, row in enumerate(rows, 1))


def undisputed(form: Form, frame: Frame, ground: Ground) -> list[tuple[FilledRow, bool | None]]:
    """The facts of the complaint that the applicant states, each with whether the respondent objects (None: he has not said).

    `ground.answers` are those of the complaint; those of the answer come under `answer.` (`answer.contract.objection`).
    """
    filler = Filler(ground, RULES, frame.cell_limit, frame.words["goes_on"])
    out: list[tuple[FilledRow, bool | None]] = []
    for row in form.part("facts"):
        if row.answer == NOT_MIRRORED:
            continue
        said = ground.answers.get(f"answer.{row.key}.objection")
        filled = filler.row(row)
        if told := stated(filled.text):
            out.append((dataclasses.replace(filled, text=told), None if said not in (YES, NO) else said == YES))
    return out


def stated(text: str) -> str:
    """What a filled row says, without the form around it: no open box, no empty blank, no hint; '' where it says nothing."""
    lines = []
    for line in text.split("\n"):
        if HINT.fullmatch(line):
            continue
        parts = [part for part in line.split("　") if BOX not in part.partition(TICK)[0] and BLANK not in part]
        kept = "　".join(part.split(BOX)[0].replace(TICK, "") for part in parts).strip()
        if kept and not kept.endswith("："):
            lines.append(kept)
    return "\n".join(lines)


def _objection(part: str, one: Mirror) -> Row:
    lines, question = STYLES[one.style]
    slots = {
        "objection": Slot("objection", "box", "ask", question),
        "reason": Slot("reason", "long", "ask", REASON, "objection=yes"),
    }
    return Row(part, one.key, "", one.label, lines, slots)


def _parties(filler: Filler, frame: Frame, ground: Ground, keys: tuple[str, ...], swap: bool, agents_of: PartyRole) -> list[FilledRow]:
    out = []
    for block in people.blocks(ground.case, keys, swap, agents_of):
        side, _sep, kind = block.key.partition("_")
        made = frame.blocks[kind or side]
        row = dataclasses.replace(
            made, key=block.key, label=frame.words["block"].format(side=frame.words[side], kind=made.label) if kind else made.label
        )
        there = (block.who is not None and not getattr(block.who, "operator", False)) or block.agent is not None
        quiet = dataclasses.replace(filler, questions=[], contradictions=[])  # nobody is asked about a block in which nobody stands
        out.append((filler if there else quiet).row(row, Around(None, block.who, block.agent), block.place))
    for name, everybody in people.listed(ground.case):
        number = len(filler.annexes) + 1
        filler.annexes.append(Annex(number, frame.words["members"].format(name=name), everybody))
    return out


def _free(filler: Filler, part: str, label: str, title: str) -> FilledRow:
    """The open box above the rows of the part of this title: the claims as they were registered, or the brief facts."""
    case = filler.ground.case
    said = filler.ground.answers.get(f"{part}.free")
    kept = "\n".join(f"{n}. {one}" for n, one in enumerate(case.claims, 1)) if part == "claims" else case.summary
    return filler.fitted(f"{part}.free", label, said if said not in (None, "") else in_suit(kept), title)


def in_suit(text: str) -> str:
    """A text of the mediation with the sides called as in a suit."""
    return SIDE.sub(lambda found: "被告" if found[1] else "原告", text)


def _done(filler: Filler, frame: Frame, title: str, sign: str, sections: list[Section]) -> Filled:
    case = filler.ground.case
    return Filled(
        title=title,
        cause=frame.words["cause"].format(cause=case.cause),
        notes=frame.notes,
        sections=tuple(sections),
        annexes=tuple(filler.annexes),
        questions=tuple(dict.fromkeys(filler.questions)),
        contradictions=tuple(dict.fromkeys(filler.contradictions)),
        sign=sign,
        date=frame.words["date"],
        foot=frame.words["foot"].format(name=frame.name, edition=frame.edition),
        annex=frame.words["annex"],
    )
