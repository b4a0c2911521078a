"""The day sheet: what is overdue, due today, due this week and waiting, to take along on paper. Source: the page Today (an inner paper)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.documents import template, words
from desktop.documents.blocks import Align, Block, Heading, Notice, Number, Paper, PaperState, Table, Title
from desktop.domain import dates, lunar

KIND = "day_sheet"
LISTS = ("overdue", "today", "week", "waiting")
WORDS = ("title", "until", "what", "case", "parties", "left", "done", *LISTS, "nothing", "due", "inner")
DECLARED: template.Declared = {
    **{name: () for name in WORDS},
    "day": ("day", "weekday", "lunar"),
    "late": ("n",),
    "days": ("n",),
}
WIDTHS = (2.4, 4.6, 4.2, 4.2, 1.8, 2.4)


@dataclass(frozen=True)
class Task:
    """One thing to do; `days_left` is negative when it is overdue, None where no day is set."""

    what: str
    number: str
    parties: str
    due_on: date | None
    days_left: int | None


@dataclass(frozen=True)
class Content:
    """`lists` are the tasks of `LISTS`, in that order."""

    office: str
    day: date
    lists: Sequence[Sequence[Task]]
    training: bool = False
    language: str = template.LANGUAGE


def paper(content: Content) -> Paper:
    """The day sheet as a paper; an empty list says so, what waits without a day is left out when there is nothing."""
    wording = template.wording(KIND, DECLARED, content.language)
    say = wording.say
    day = content.day
    blocks: list[Block] = [
        Title(say("title")),
        Number(say("day", day=dates.in_words(day), weekday=dates.weekday(day), lunar=lunar.in_words(day)), Align.CENTRE),
    ]
    head = (say("until"), say("what"), say("case"), say("parties"), say("left"), say("done"))
    for name, tasks in zip(LISTS, content.lists, strict=True):
        if not tasks and name == "waiting":
            continue
        blocks.append(Heading(f"{say(name)}　{len(tasks)}" if tasks else say(name)))
        if not tasks:
            blocks.append(Notice(say("nothing")))
            continue
        rows = tuple((_until(task), task.what, task.number, task.parties, _left(task, wording), "") for task in tasks)
        blocks.append(Table(head, rows, WIDTHS, (Align.LEFT,) * len(WIDTHS)))
    blocks.append(Notice(say("inner")))
    return Paper(
        kind=KIND,
        title=say("title"),
        number="",
        organisation=content.office,
        furniture=words.furniture(words.words(content.language)),
        blocks=tuple(blocks),
        layout="report",
        state=PaperState.ISSUED,
        training=content.training,
    )


def _until(task: Task) -> str:
    return task.due_on.isoformat() if task.due_on is not None else ""


def _left(task: Task, wording: template.Wording) -> str:
    if task.days_left is None:
        return ""
    if task.days_left < 0:
        return wording.say("late", n=-task.days_left)
    return wording.say("days", n=task.days_left) if task.days_left else wording.say("due")
