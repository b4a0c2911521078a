"""Today on paper: the day sheet as a paper and as PDF."""

from desktop.documents import day_sheet
from desktop.documents.blocks import Paper
from desktop.documents.day_sheet import Content
from desktop.services import files, people, today
from desktop.services.desk import Desk


def paper(desk: Desk) -> Paper:
    """What is due as of the desk's day; nothing of it is kept."""
    sheet = today.sheet(desk)
    lists = [
        [day_sheet.Task(task.what, task.number, task.parties, task.due_on, task.days_left) for task in tasks]
        for tasks in (sheet.overdue, sheet.today, sheet.week, sheet.waiting)
    ]
    own = people.own_organisation(desk)
    return day_sheet.paper(Content(own.letterhead or own.name, desk.today(), lists, desk.training))


def pdf(desk: Desk) -> bytes:
    """The day sheet as PDF; a rare character that no font has shows as a box, since this paper is for the desk alone."""
    return files.preview(paper(desk))
