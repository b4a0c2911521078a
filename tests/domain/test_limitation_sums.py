"""What holds for every limitation and every period: no law makes a claim die sooner because its creditor asked."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import dates
from desktop.domain.calculation.result import Calculation
from tests.domain.test_calculations import computed

CALENDAR_YEARS = st.dates(date(2018, 1, 1), date(2023, 12, 31))
EVENTS = st.lists(st.tuples(CALENDAR_YEARS, st.sampled_from(["demand", "promise", "part_payment", "request"])), max_size=4)
OBSTACLES = st.lists(st.tuples(CALENDAR_YEARS, st.integers(0, 180)), max_size=3)


def limitation(
    start: date, events: Any = (), obstacles: Any = (), harmed: date | None = None, kind: str = "limitation.general"
) -> Calculation:
    sheet: dict[str, Any] = {"kind": kind, "start_on": start.isoformat()}
    sheet["events"] = [{"on": on.isoformat(), "kind": what} for on, what in events]
    sheet["obstacles"] = [{"first": on.isoformat(), "until": (on + timedelta(days)).isoformat()} for on, days in obstacles]
    return computed("limitation", sheet | ({"harmed_on": harmed.isoformat()} if harmed else {}))


def last(made: Calculation) -> date:
    return made.days[0].day


@given(CALENDAR_YEARS, EVENTS)
def test_an_interruption_never_brings_the_end_nearer(start: date, events: list[tuple[date, str]]) -> None:
    assert last(limitation(start, events)) >= last(limitation(start))
    for n in range(len(events)):
        fewer = events[:n] + events[n + 1 :]
        if not any("届满" in remark for remark in limitation(start, fewer).remarks):
            assert last(limitation(start, events)) >= last(limitation(start, fewer))


@given(CALENDAR_YEARS, OBSTACLES, st.sampled_from(["limitation.general", "limitation.labour_arbitration"]))
def test_an_obstacle_never_brings_the_end_nearer(start: date, obstacles: list[tuple[date, int]], kind: str) -> None:
    free = last(limitation(start, kind=kind))
    hindered = last(limitation(start, (), obstacles, kind=kind))
    assert hindered >= free
    if kind == "limitation.general":  # six months after the last obstacle is the most that it gives
        ends = [on + timedelta(days) for on, days in obstacles]
        assert hindered <= max([free, *(dates.add_months(end, 6) + timedelta(15) for end in ends)])


@given(CALENDAR_YEARS, st.dates(date(1988, 1, 1), date(2017, 12, 31)), OBSTACLES)
def test_nothing_but_the_debtor_carries_it_beyond_twenty_years(start: date, harmed: date, obstacles: list[tuple[date, int]]) -> None:
    events = [(start + timedelta(200), "demand")] if start + timedelta(200) < date(2024, 1, 1) else []
    longest = dates.add_months(harmed, 240)
    assert last(limitation(start, events, obstacles, harmed)) <= longest + timedelta(15)


@given(CALENDAR_YEARS, st.integers(1, 400), st.sampled_from(["days", "working_days", "months"]))
def test_a_longer_period_never_ends_earlier(event: date, length: int, unit: str) -> None:
    def ends(n: int) -> date:
        return computed("period", {"event_on": event.isoformat(), "length": n, "unit": unit}).days[0].day

    assert event < ends(length) <= ends(length + 1)
