"""How the command line shows things: JSON for programs, plain tables in the interface language for people."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from desktop.domain import money, texts, words
from desktop.domain.calculation import outcome
from desktop.i18n import N_, _

if TYPE_CHECKING:
    from db.models.case import Case
    from db.models.mediator import Mediator
    from db.queries.register import Row
    from desktop.categories.catalogue import Catalogue
    from desktop.domain.wording.whole_agreement import Reading
    from desktop.services.today import Task

LEVELS = {"red": N_("must be mended"), "amber": N_("should be mended"), "grey": N_("to be considered")}
_GROUPS = {"overdue": N_("Overdue"), "today": N_("Today"), "week": N_("This week"), "waiting": N_("Waiting, without a day")}


def level(finding: Mapping[str, Any]) -> str:
    """How heavy a finding of the check is, in words."""
    found = LEVELS[finding["level"]]
    return _(found)


def line(text: str) -> None:
    """One line of text."""
    print(_quiet(text))


def json_text(value: Any) -> None:
    """One JSON value; dates as ISO text."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def json_rows(rows: Iterable[Mapping[str, Any]]) -> None:
    """An array with one object a line, written as it comes: a register can be long."""
    begun = False
    for row in rows:
        sys.stdout.write((",\n" if begun else "[\n") + json.dumps(row, ensure_ascii=False, default=_plain))
        begun = True
    print("\n]" if begun else "[]")


def of_the_text(reading: "Reading") -> dict[str, Any]:
    """Each line of a pasted agreement with the place it went to, and those that are in no field."""
    return {"left_out": reading.left_out, "lines": [{"text": text, "place": place} for text, place in reading.lines]}


def became(reading: "Reading") -> str:
    """What of a pasted agreement is in no field, and what stays words: the reader compares both with the paper."""
    words_only = [text for text, place in reading.lines if place.startswith("clauses.")]
    told = [
        sentence.format(n=len(lines), lines="、".join(f"“{texts.quoted(one)}”" for one in lines))
        for sentence, lines in (
            (_("Left out of the pasted text: {n} lines ({lines})."), reading.left_out),
            (_("Not read further, kept as clauses in words: {n} ({lines})."), words_only),
        )
        if lines
    ]
    return " ".join(told) or _("Every line of the pasted text was read into a field.")


def register(rows: "Sequence[Row]", categories: "Catalogue") -> None:
    """Lines of the register; `categories` are those of the office."""
    head = (_("Number"), _("Day of the request"), _("Stage"), _("Category"), _("Parties"), _("Claimed"), _("Agreed"), _("Mediator"))
    table(
        head,
        [
            (
                row.number or row.entry_number,
                row.received_on.isoformat(),
                words.shown(row.stage),
                categories.label(row.category),
                "、".join(name for _role, name in row.parties),
                _sum(row.claim_fen),
                _sum(row.agreed_fen),
                row.mediator,
            )
            for row in rows
        ],
        right=(5, 6),
    )


def case(case: "Case", told: Mapping[str, Any]) -> None:
    """A case in a few lines: what it is, who, what is agreed, what is missing, what comes next."""
    from desktop.domain import stages

    line(f"{_('Number')}: {case.number or '—'}  ({_('Entry')} {case.entry_number})")
    line(f"{_('Stage')}: {words.shown(case.stage)}")
    line(f"{_('Cause')}: {case.cause or '—'}")
    line(f"{_('Claimed')}: {_sum(case.claim_fen) or '—'}")
    for party in case.parties:
        line(f"{party.ordinal}. {words.shown(party.role)}: {party.name}")
    for assignment in told["assignments"]:
        if assignment["ended_on"] is None:
            line(f"{_('Mediator')}: {assignment['mediator']}")
    for guest in case.participants:
        left = f" ({_('left')} {guest.ended_on.isoformat()})" if guest.ended_on else ""
        line(f"{words.shown(guest.kind)}: {guest.name}{left}")
    if told["agreed_fen"] is not None:
        line(f"{_('Agreed')}: {_sum(told['agreed_fen'])}")
    if told["effective_on"]:
        line(f"{_('Effective on')}: {told['effective_on']}")
    for one in case.calculations:
        if one.replaced_by_id is None:
            line(f"{_('Calculation')}: {one.title} {outcome.of_kept(one)}")
    for name in told.get("waiting_for", ()):
        line(f"{_('Has still to sign')}: {words.signer(name)}")
    for lack in told["missing"]:
        line(f"{_('Missing')}: {lack['sentence']}")
    for finding in told["findings"]:
        line(f"{_('Check')} ({level(finding)}): {finding['sentence']}")
    asked = told["confirmation"]
    if not asked["why_not"] and asked["earliest"]:
        courts = "、".join(f"{court['name']} {court['code']}" for court in asked["courts"][:3]) or "—"
        line(_("Confirmation can be applied for until {day}, at {courts}").format(day=asked["earliest"], courts=courts))
    for due in told["dues"]:
        day = due["due_on"] or "—"
        unsure = "" if due["known"] else f" ({_('the day can still move: the holidays of that year are not known')})"
        line(f"{_('Until')} {day}: {due['what']}{unsure}")
    for step in told["next_steps"]:
        line(f"{_('What can be done')}: {step}")
    if told["next"]:
        line(f"{_('Next')}: {_(stages.MOVES[told['next']].label)} ({told['next']})")


def tasks(groups: "Mapping[str, Sequence[Task]]") -> None:
    """The day's sheet."""
    for key, found in groups.items():
        line(f"{_(_GROUPS[key])}: {len(found)}")
        rows = [(task.number, _day_of(task), task.what, task.parties) for task in found]
        if rows:
            table((_("Number"), _("Until"), _("What"), _("Parties")), rows)


def _day_of(task: "Task") -> str:
    """The day; with a mark where it can still move."""
    return "" if task.due_on is None else task.due_on.isoformat() + ("" if task.known else " ?")


def mediators(found: "Sequence[tuple[Mediator, int]]") -> None:
    """Mediators with their open cases."""
    head = (_("Name"), _("Certificate"), _("Kind"), _("Fields"), _("Languages"), _("Open cases"))
    rows = [
        (m.name, m.certificate_number, words.shown(m.kind), "、".join(m.fields), "、".join(m.languages), str(load)) for m, load in found
    ]
    table(head, rows, right=(5,))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """Columns side by side; a Chinese character is two wide, the last column is not filled up."""
    shown = [[_quiet(cell) for cell in row] for row in (head, *rows)]
    widths = [max(_width(row[n]) for row in shown) for n in range(len(head))]
    for row in shown:
        cells = []
        for n, cell in enumerate(row):
            gap = " " * (widths[n] - _width(cell))
            cells.append(gap + cell if n in right else cell + gap)
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _quiet(text: str) -> str:
    """Without line feeds and control characters: a terminal would obey them."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _sum(fen: int | None) -> str:
    return "" if fen is None else money.figures(fen)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
