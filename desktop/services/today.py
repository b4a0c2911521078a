"""What is overdue, due today and due this week: which case, what, until when, and the move that deals with it."""

from datetime import date, timedelta
from typing import NamedTuple

from db.queries import deadlines as due
from db.queries import register
from db.vocabulary import Procedure
from desktop import assets
from desktop.domain import calendar, deadlines, law, money
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services.desk import Desk

WEEK = 7


class Task(NamedTuple):
    """One thing to do; `days_left` is negative when it is overdue; `due_on` None where no day is set but it waits."""

    what: str
    case_id: int
    number: str
    parties: str
    due_on: date | None
    days_left: int | None
    move: str
    source: str


class Sheet(NamedTuple):
    """The three lists of the page, and what waits without a day."""

    overdue: list[Task]
    today: list[Task]
    week: list[Task]
    waiting: list[Task]


def sheet(desk: Desk) -> Sheet:
    """The day's sheet as of the desk's day."""
    day = desk.today()
    periods = law.values_from(assets.toml("law", "deadlines.toml"))
    holidays = calendar.from_tables(assets.toml("law", "holidays.toml"))
    raw: list[tuple[str, int, date | None, str, str]] = []
    with desk.reading() as session:
        for case in due.open_cases(session):
            if case.regime is not None and case.slip_signed_on is None:
                raw.append((_("Return slip not signed: the clock has not started"), case.case_id, None, "", ""))
                continue
            start = case.slip_signed_on if case.regime is not None else case.accepted_on
            if start is None:
                continue
            try:
                procedure = (case.procedure or Procedure.ORDINARY).value
                limit = deadlines.mediation(case.regime or "", start, periods, holidays, procedure, extended_to=case.extended_to)
            except Refusal as no:  # a term that cannot be counted must not hide the others
                raw.append((no.sentence, case.case_id, None, "", ""))
                continue
            raw.append((_("Mediation is to end"), case.case_id, limit.due, "session", limit.source))
        for case_id, _received_on in due.registered(session):
            raw.append((_("Accept or refuse"), case_id, None, "accept", ""))
        for agreement in due.confirmable(session):
            limit = deadlines.confirmation(agreement.effective_on, periods, holidays)
            raw.append((_("Apply for judicial confirmation"), agreement.case_id, limit.due, "", limit.source))
        for owed in due.due(session, day + timedelta(WEEK)):
            amount = _("{sum} yuan").format(sum=money.figures(owed.amount_fen)) if owed.amount_fen else owed.subject
            raw.append((_("To be performed: {what}").format(what=amount), owed.case_id, owed.due_on, "", ""))
        ids = sorted({case_id for _what, case_id, *_more in raw})
        rows = {row.id: row for row in register.by_ids(session, ids)}
    tasks = []
    for what, case_id, until, move, source in raw:
        row = rows[case_id]
        left = (until - day).days if until else None
        tasks.append(
            Task(what, case_id, row.number or row.entry_number, "、".join(name for _role, name in row.parties), until, left, move, source)
        )
    tasks.sort(key=lambda task: (task.due_on or date.max, task.case_id))
    dated = [task for task in tasks if task.days_left is not None]
    return Sheet(
        [task for task in dated if task.days_left is not None and task.days_left < 0],
        [task for task in dated if task.days_left == 0],
        [task for task in dated if task.days_left is not None and 0 < task.days_left <= WEEK],
        [task for task in tasks if task.days_left is None],
    )
