"""What the office typed wins over the shipped law, in today's sheet and on the page of a case; sheets of moves take their own examples."""

from datetime import date

import pytest

from db.models.law import LegalValue, SpecialDay
from desktop.domain import fields
from desktop.services import actions, case_page, people, terms, today
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road


def test_a_typed_value_and_a_day_off_move_the_term(desk: Desk) -> None:
    case = road.walk(desk, "session")

    def last() -> tuple[date, str]:
        term = case_page.look(desk, case.id).term
        assert term is not None
        return term.due, term.source

    assert last() == (date(2026, 4, 9), "人民调解工作若干规定（司法部令第75号）第三十三条")
    with desk.work("law") as w:
        w.add(SpecialDay(day=date(2026, 4, 9), name="旗庆", working=False, source="旗人民政府通知"))
        w.commit()
    assert last()[0] == date(2026, 4, 10)
    with desk.work("law") as w:
        typed = {"source": "某市司法局通知", "user_id": desk.person.id, "typed_on": date(2026, 3, 9)}
        w.add(LegalValue(key="mediation.people", value="20", unit="working_days", **typed))
        w.commit()
    assert last() == (date(2026, 4, 7), "某市司法局通知")  # Tomb-Sweeping Day lies between
    with desk.reading() as session:
        assert [one.typed_by for one in terms.values_of(session) if one.key == "mediation.people"] == ["", "赵某"]


def test_a_make_up_saturday_of_the_office_does_not_move_a_last_day(desk: Desk) -> None:
    with desk.work("law") as w:
        w.add(SpecialDay(day=date(2026, 4, 11), name="调休", working=True, source="通知"))
        w.commit()
    with desk.reading() as session:
        calendar = terms.calendar_of(session)
    assert calendar.is_working_day(date(2026, 4, 11)) and not calendar.is_working_day(date(2026, 4, 12))
    assert calendar.last_day(date(2026, 3, 12), 30).day == date(2026, 4, 11)


def test_an_application_that_is_too_late_is_no_task_any_more(desk: Desk, clock: Clock) -> None:
    road.walk(desk, "sign")
    clock.day = date(2026, 4, 8)
    assert "Apply for judicial confirmation" in {task.what for task in today.sheet(desk).today}
    clock.day = date(2026, 4, 9)
    sheet = today.sheet(desk)
    assert "Apply for judicial confirmation" not in {task.what for task in (*sheet.overdue, *sheet.today, *sheet.week)}
    assert "Return visit" in {task.what for task in sheet.overdue}


def test_what_both_sides_agreed_to_is_settled_for_the_case(desk: Desk) -> None:
    people.add_mediator(desk, {"name": "张某某", "certificate_number": "003"})
    case = road.walk(desk, "accept")
    agreed = {"mediator": "张某某", "disclosed": "同名，不是同一人", "consented_on": "2026-03-09"}
    actions.act(desk, case.id, "assign", agreed)
    actions.act(desk, case.id, "assign", {"mediator": "王某"})
    case = actions.act(desk, case.id, "assign", {"mediator": "张某某"})
    assert (case.assignments[-1].disclosed, case.assignments[-1].consented_on) == ("同名，不是同一人", date(2026, 3, 9))


@pytest.mark.parametrize("kind", actions.kinds())
def test_each_sheet_takes_its_own_example(kind: str) -> None:
    sheet = actions.sheet(kind)
    assert fields.check(sheet, fields.example(sheet), date(2026, 3, 9))
