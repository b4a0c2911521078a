"""The register 登记簿 of a period, lying on its side: every case as one line (PML 27; columns: domain brief 4.1, no. 15, recall)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Notice, Number, Paper, PaperState, Table, Title
from desktop.documents.case_row import Row
from desktop.documents.setting import Setting
from desktop.documents.template import shown
from desktop.domain import dates, money

KIND = "register_book"
COLUMNS = (  # key, relative width, how its cells stand
    ("n", 1.0, Align.CENTRE), ("number", 2.5, Align.LEFT), ("accepted_on", 1.9, Align.LEFT), ("parties", 3.3, Align.LEFT),
    ("type", 1.9, Align.LEFT), ("source", 1.7, Align.LEFT), ("summary", 4.6, Align.LEFT), ("mediators", 1.6, Align.LEFT),
    ("result", 1.8, Align.LEFT), ("agreement", 2.4, Align.LEFT), ("amount", 2.3, Align.RIGHT), ("performed", 1.5, Align.LEFT),
    ("visit", 1.9, Align.LEFT), ("note", 1.4, Align.LEFT),
)  # fmt: skip
SUMMARY = 60  # characters of the account that a line has room for
DECLARED: template.Declared = {
    "title": (),
    "number": ("first", "last", "count"),
    "notice": (),
    "void": (),
    "column.*": (),
    "say.parties": ("applicants", "respondents"),
    "say.total": (),
}


@dataclass(frozen=True)
class Line:
    """A case of the register, or a void number with its reason; `fen` is what was agreed."""

    row: Row | None
    number: str = ""
    note: str = ""
    fen: int = 0


def paper(lines: Sequence[Line], first: date, last: date, setting: Setting) -> Paper:
    """The register of these days; a void number keeps its line."""
    wording = words.of(setting, KIND, DECLARED)
    say = wording.say
    rows = tuple(_line(n, line, wording) for n, line in enumerate(lines, 1))
    fen = sum(line.fen for line in lines)
    total = tuple(say("say.total") if key == "parties" else money.figures(fen) if key == "amount" else "" for key, _w, _a in COLUMNS)
    head = tuple(say(f"column.{key}") for key, _w, _a in COLUMNS)
    told = say("number", first=dates.in_words(first), last=dates.in_words(last), count=sum(line.row is not None for line in lines))
    widths, align = tuple(width for _k, width, _a in COLUMNS), tuple(align for _k, _w, align in COLUMNS)
    blocks: list[Block] = [Title(say("title")), Number(told, Align.CENTRE), Table(head, rows, widths, align, total if rows else ())]
    blocks.append(Notice(say("notice")))
    made = words.paper(KIND, say("title"), f"{first:%Y%m%d}-{last:%Y%m%d}", setting, blocks, layout="landscape")
    return made.with_state(PaperState.ISSUED)


def _line(n: int, line: Line, wording: template.Wording) -> tuple[str, ...]:
    say, row = wording.say, line.row
    if row is None:
        told = {"number": line.number, "result": say("void"), "note": line.note}
        return tuple(str(n) if key == "n" else told.get(key, "") for key, _w, _a in COLUMNS)
    summary = row.summary if len(row.summary) <= SUMMARY else row.summary[: SUMMARY - 1] + "…"
    told = {
        "n": str(n),
        "number": row.number,
        "accepted_on": _day(row.accepted_on),
        "parties": say("say.parties", applicants=row.applicants, respondents=row.respondents),
        "type": row.cause or row.type,
        "source": row.source,
        "summary": " ".join(summary.split()),
        "mediators": row.mediators,
        "result": row.result,
        "agreement": row.agreement,
        "amount": row.amount,
        "performed": row.performed,
        "visit": _day(row.visit),
        "note": line.note,
    }
    return tuple(told[key] if key in ("note", "n") else shown(told[key]) for key, _w, _a in COLUMNS)


def _day(value: date | None) -> str:
    return f"{value.year}.{value.month}.{value.day}" if value else ""
