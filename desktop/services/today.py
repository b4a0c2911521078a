"""What is overdue, due today and due this week: which case, what, until when, and the move that deals with it."""

from datetime import date, timedelta
from typing import NamedTuple

from db.queries import deadlines as queries
from db.queries import register
from desktop.domain import dues
from desktop.domain.situation import Situation
from desktop.services import terms
from desktop.services.desk import Desk

WEEK = 7


class Task(NamedTuple):
    """One thing to do; `days_left` is negative when it is overdue; `due_on` None where no day is set but it waits.

    `source` is the rule; `note` what the reader should know (days that do not count, two days that could be argued); `known` is False
    where the year's holidays are not in the table yet, so that the day can still move.
    """

    what: str
    case_id: int
    number: str
    parties: str
    due_on: date | None
    days_left: int | None
    move: str
    source: str
    note: str = ""
    known: bool = True


class Sheet(NamedTuple):
    """The three lists of the page, and what waits without a day."""

    overdue: list[Task]
    today: list[Task]
    week: list[Task]
    waiting: list[Task]


def _of_the_day(due: dues.Due, until: date) -> bool:
    return not due.quiet and (due.limit is None or due.limit.due <= until)


def sheet(desk: Desk) -> Sheet:
    """The day's sheet as of the desk's day; special days and legal values of the office count."""
    day = desk.today()
    until = day + timedelta(WEEK)
    raw: list[tuple[int, dues.Due]] = []
    with desk.reading() as session:
        values, calendar = terms.values_of(session), terms.calendar_of(session)
        for case in queries.watched(session, day, until):
            now = Situation(case, day, lambda: (values, calendar))
            raw += [(case.id, due) for due in dues.of_case(now, values, calendar) if _of_the_day(due, until)]
        ids = sorted({case_id for case_id, _due in raw})
        rows = {row.id: row for start in range(0, len(ids), 500) for row in register.by_ids(session, ids[start : start + 500])}
    tasks = []
    for case_id, due in raw:
        row, limit = rows[case_id], due.limit
        tasks.append(
            Task(
                due.what,
                case_id,
                row.number or row.entry_number,
                "、".join(name for _role, name in row.parties),
                limit.due if limit is not None else None,
                limit.left(day) if limit is not None else None,
                due.move,
                limit.source if limit is not None else due.source,
                " ".join(part for part in (due.note, limit.note if limit is not None else "") if part),
                limit.known if limit is not None else True,
            )
        )
    tasks.sort(key=lambda task: (task.due_on or date.max, task.case_id))
    dated = [task for task in tasks if task.days_left is not None]
    return Sheet(
        [task for task in dated if task.days_left is not None and task.days_left < 0],
        [task for task in dated if task.days_left == 0],
        [task for task in dated if task.days_left is not None and task.days_left > 0],
        [task for task in tasks if task.days_left is None],
    )
