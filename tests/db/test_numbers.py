"""Numbers have no gap and no double, whoever takes them."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import journal
from db.engine import Database
from db.models.case import Case
from db.models.number import Number, Series
from db.queries import numbers, orders
from db.queries.numbers import NumberRefused
from db.vocabulary import NumberKind, NumberState
from db.work import Work, reading
from tests.databases import address
from tests.db.office_of_cases import DAY, organisation, save_case, saving

ROOT = Path(__file__).parents[2]
KIND = NumberKind.OFFICIAL


def _write(n: int) -> str:
    return f"（2026）新诉调字第{n}号"


@pytest.fixture
def office(database: Database) -> int:
    return organisation(database)


def _take(w: Work, office: int, year: int = 2026, holder: str = "") -> Number:
    return numbers.take(w.session, office, KIND, year, _write, holder=holder)


def _listed(database: Database, office: int) -> list[tuple[int, NumberState]]:
    with reading(database) as session:
        return [(number.n, number.state) for number in numbers.listed(session, office, KIND, 2026)]


def test_numbers_run_on_from_one(database: Database, office: int) -> None:
    with saving(database) as w:
        texts = [_take(w, office).text, _take(w, office).text]
        w.commit()
    with saving(database) as w:
        third = _take(w, office)
        w.commit()
    assert texts == [_write(1), _write(2)]
    assert (third.n, third.state) == (3, NumberState.USED)


def test_a_forgotten_work_gives_its_number_back(database: Database, office: int) -> None:
    with saving(database) as w:
        _take(w, office)
        w.flush()
    with saving(database) as w:
        assert _take(w, office).n == 1


def test_every_organisation_kind_and_year_counts_for_itself(database: Database, office: int) -> None:
    other = organisation(database, "赛罕区调委会")
    with saving(database) as w:
        assert [_take(w, office).n, _take(w, other).n, _take(w, office, 2027).n, _take(w, office).n] == [1, 1, 1, 2]
        assert numbers.take(w.session, office, NumberKind.ENTRY, 2026, str).n == 1
        w.commit()


def test_a_series_starts_where_the_paper_stands(database: Database, office: int) -> None:
    with saving(database) as w:
        numbers.start_at(w.session, office, KIND, 2026, 213)
        assert _take(w, office).n == 213
        w.commit()
    with saving(database) as w:
        for n in (213, 100, 0):
            with pytest.raises(NumberRefused, match="213") as caught:
                numbers.start_at(w.session, office, KIND, 2026, n)
            assert caught.value.code == "used"
        numbers.start_at(w.session, office, KIND, 2026, 300)
        numbers.start_at(w.session, office, KIND, 2026, 250)  # a slip can be mended as long as nothing is used
        assert _take(w, office).n == 250
        w.commit()
    assert _listed(database, office) == [(213, NumberState.USED), (250, NumberState.USED)]


def test_a_void_number_stays_listed_and_is_not_given_again(database: Database, office: int) -> None:
    with saving(database) as w:
        first = _take(w, office)
        w.commit()
    with saving(database) as w:
        numbers.void(w.session, first.id, "写错")
        w.commit()
    with saving(database) as w:
        assert _take(w, office).n == 2
        for number, code in ((first.id, "void"), (999, "unknown")):
            with pytest.raises(NumberRefused) as caught:
                numbers.void(w.session, number, "又")
            assert caught.value.code == code
        w.commit()
    assert _listed(database, office) == [(1, NumberState.VOID), (2, NumberState.USED)]
    with reading(database) as session:
        assert [number.note for number in numbers.listed(session, office, KIND, 2026, state=NumberState.VOID)] == ["写错"]


def test_a_reserved_range_is_passed_over_and_used_by_its_holder(database: Database, office: int) -> None:
    with saving(database) as w:
        _take(w, office)
        taken = numbers.reserve(w.session, office, KIND, 2026, 3, "下乡一号机", _write)
        w.commit()
    assert [number.n for number in taken] == [2, 3, 4]
    with saving(database) as w:
        assert _take(w, office).n == 5
        assert [_take(w, office, holder="下乡一号机").n for _ in range(3)] == [2, 3, 4]
        with pytest.raises(NumberRefused) as caught:
            _take(w, office, holder="下乡一号机")
        assert caught.value.code == "none_left"
        w.commit()
    assert _listed(database, office) == [(n, NumberState.USED) for n in range(1, 6)]


def test_a_closed_year_gives_no_more(database: Database, office: int) -> None:
    with saving(database) as w:
        _take(w, office)
        w.flush()
        w.session.scalars(select(Series)).one().closed = True
        w.commit()
    with saving(database) as w, pytest.raises(NumberRefused) as caught:
        _take(w, office)
    assert caught.value.code == "closed"


def test_pages_of_a_list(database: Database, office: int) -> None:
    with saving(database) as w:
        for _ in range(5):
            _take(w, office)
        w.commit()
    with reading(database) as session:
        assert [number.n for number in numbers.listed(session, office, KIND, 2026, after=2, limit=2)] == [3, 4]


STEPS = st.lists(st.sampled_from(["take", "forget", "reserve", "void", "start", "away"]), max_size=12)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_nothing_is_doubled_or_lost(database: Database, steps: list[str]) -> None:
    office = organisation(database, f"office {id(steps)} {len(steps)}{hash(tuple(steps))}")
    given: list[int] = []
    started = [1]
    for step in steps:
        with saving(database) as w:
            if step == "start":
                started.append(max([*given, *started]) + 10)
                numbers.start_at(w.session, office, KIND, 2026, started[-1])
            elif step == "reserve":
                given += [number.n for number in numbers.reserve(w.session, office, KIND, 2026, 2, "away", _write)]
            elif step == "void":
                rows = numbers.listed(w.session, office, KIND, 2026, state=NumberState.USED)
                if rows:
                    numbers.void(w.session, rows[0].id, "误")
            elif step == "away":
                rows = numbers.listed(w.session, office, KIND, 2026, state=NumberState.RESERVED)
                if rows:
                    assert _take(w, office, holder="away").n == rows[0].n
            else:
                n = _take(w, office).n
                if step == "take":
                    given.append(n)
            if step != "forget":
                w.commit()
    stored = [n for n, _ in _listed(database, office)]
    assert stored == sorted(given) and len(set(given)) == len(given)
    # Without a gap: every number follows the one before it, or is where a series was told to start.
    assert all(n - 1 in stored or n in started for n in stored)


def test_two_windows_as_two_processes(database: Database, office: int) -> None:
    url, key = address(database)
    command = [sys.executable, "-m", "tests.db.writer", url, (key or b"").hex(), "15"]
    windows = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = sorted(int(line) for window in windows for line in window.communicate(timeout=300)[0].split())
    assert [window.returncode for window in windows] == [0, 0, 0]
    with reading(database) as session:
        assert session.scalars(select(Case.order).order_by(Case.order)).all() == told
        assert told == [20261120_000001 + n for n in range(45)]
        given = session.scalars(select(Number.n).order_by(Number.n)).all()
        assert given == list(range(1, 46))
        assert journal.verify(session) == []


def test_orders_count_by_day(database: Database, office: int) -> None:
    save_case(database, office)
    with saving(database) as w:
        assert orders.next_order(w.session, DAY) == 20261120_000002
        held = Case(organisation_id=office, order=20261120_000007, entry_number="x", category="other", received_on=DAY, entered_on=DAY)
        w.add(held)
        assert orders.next_order(w.session, DAY) == 20261120_000008
        assert orders.next_order(w.session, date(2025, 3, 1)) == 20250301_000001
