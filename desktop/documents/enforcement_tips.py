"""What can be done for an agreement that is not performed 申请执行（救济）提示: where, until when, with which papers, how much is open.

Of a confirmed agreement enforcement (CPC 206, 250, 264; CPCI 460); of any other a suit or a payment order (PML 32; CPC 225). A sheet for
the party, no paper of a court.
"""

from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from db.vocabulary import ConfirmationResult
from desktop.documents import forms, progress, template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, Paragraph, Table, Title, chinese_number
from desktop.documents.setting import Setting
from desktop.domain import balance, dates

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case

KIND = "enforcement_tips"
LINES = 4  # to write on: what is open, on a blank form
LABOUR = "labour"
_PAPERS = ("application", "ruling", "agreement", "identity", "schedule", "property", "address")
DECLARED: template.Declared = {
    "title.confirmed": (),
    "title.other": (),
    "number": ("number",),
    "heading.*": (),
    "where.confirmed": ("court", "number", "day"),
    "where.suit": (),
    "where.order": (),
    "where.labour": (),
    "until.confirmed": ("due", "last"),
    "until.unknown": (),
    "until.suit": (),
    "until.suit_day": ("due",),
    "until.suit_over": ("due",),
    "open": ("day",),
    "nothing": (),
    "delay": (),
    "own_clause": (),
    **{f"papers.{key}": () for key in (*_PAPERS, "proof")},
    "property": (),
    "notice": (),
    "table.*": (),
}


def paper(case: "Case", agreement: "Agreement", setting: Setting, day: date, until: date | None) -> Paper:
    """The sheet as things stand on the day; `until` is the last day to apply for enforcement, or to sue where no court confirmed; None: not
    known."""
    wording, said = words.of(setting, KIND, DECLARED), words.shared(setting)
    say = wording.say
    number = agreement.number or case.number or case.entry_number
    asked = [one for one in case.confirmations if one.agreement_id == agreement.id]
    ruling = next((one for one in asked if one.result is ConfirmationResult.CONFIRMED), None)
    title = say("title.confirmed" if ruling is not None else "title.other")
    blocks: list[Block] = [Title(title), Number(say("number", number=number))]
    headed = count(1)

    def head(key: str) -> None:
        blocks.append(Heading(f"{chinese_number(next(headed))}、{say(f'heading.{key}')}"))

    head("open")
    found = [one for one in (balance.of(part, agreement, day) for part in agreement.obligations) if one.remaining]
    if found:
        blocks.append(Paragraph(say("open", day=dates.in_words(day))))
        named = tuple(say(f"table.{key}") for key in ("number", "what", "owed", "done", "left", "overdue"))
        rows = tuple(
            (
                chinese_number(one.obligation.ordinal),
                one.obligation.subject,
                progress.cell(said, one.obligation, one.owed),
                progress.cell(said, one.obligation, one.performed) if one.performed else "0",
                progress.cell(said, one.obligation, one.remaining),
                progress.cell(said, one.obligation, one.overdue) if one.overdue else "",
            )
            for one in found
        )
        aligns = (Align.CENTRE, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
        blocks.append(Table(named, rows, (0.9, 2.8, 2.6, 2.4, 2.4, 2.4), aligns))
    else:
        blocks += forms.prose(setting, "", LINES) if setting.hand else [Paragraph(say("nothing"))]
    head("where")
    if setting.hand:
        blocks += [Paragraph(f"□{line}") for line in (say("where.confirmed", court="", number="", day=""), say("where.suit"))]
        head("until")
        blocks += [Paragraph(f"□{line}") for line in (say("until.confirmed", due="", last=""), say("until.suit"))]
    elif ruling is not None:
        court = setting.courts.get(ruling.court_id) if ruling.court_id is not None else None
        told = {"court": court.name if court else "", "number": ruling.court_number, "day": forms.day(ruling.ruled_on)}
        blocks.append(Paragraph(say("where.confirmed", **told)))
        head("until")
        last = max((one.last_day for one in found if one.last_day is not None), default=None)
        sentence = say("until.confirmed", due=dates.in_words(until), last=forms.day(last)) if until is not None else say("until.unknown")
        blocks.append(Paragraph(sentence))
        head("delay")
        blocks += [Paragraph(say("delay")), Paragraph(say("own_clause"))]
    else:
        blocks += [Paragraph(say("where.suit")), Paragraph(say("where.labour" if case.category == LABOUR else "where.order"))]
        head("until")
        key = "until.suit_day" if until is None or day <= until else "until.suit_over"
        blocks.append(Paragraph(say(key, due=dates.in_words(until)) if until is not None else say("until.suit")))
    head("papers")
    keys = _PAPERS if ruling is not None or setting.hand else tuple(key for key in _PAPERS if key not in ("application", "ruling"))
    lines = [say(f"papers.{key}") for key in (*keys, "proof")]
    blocks += [Paragraph(f"{n}. {line}") for n, line in enumerate(lines, 1)]
    if ruling is not None:
        blocks.append(Paragraph(say("property")))
    blocks.append(Notice(say("notice")))
    return words.paper(KIND, title.replace("　", ""), number, setting, blocks, layout="record")
