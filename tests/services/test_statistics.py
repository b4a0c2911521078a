"""The database counts what a second count in plain Python counts, to the fen, on all engines; and what a report says of it."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop.domain import figures, periods
from desktop.domain.periods import Period
from desktop.domain.refusal import Refusal
from desktop.services import statistics
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import office_of_figures, road

PERIODS = [
    Period(date(2025, 1, 1), date(2025, 12, 31)),
    Period(date(2026, 2, 1), date(2026, 2, 28)),
    Period(date(2025, 7, 15), date(2025, 7, 15)),
    Period(date(2020, 1, 1), date(2030, 12, 31)),
]
PAIRS = [
    ("category", "outcome"),
    ("organisation", "mediator"),
    ("moj_type", "confirmation"),
    ("source", "agreement_form"),
    ("category", "refusal"),
]


def values_of(made: statistics.Report) -> dict[tuple[object, ...], dict[str, int]]:
    """What a report says, without what is nothing: words as plain text."""
    found = {}
    for line in made.lines or (made.total,):
        codes = tuple(str(code) if isinstance(code, str) else code for code in line.codes)
        values = {key: value for key, value in line.values.items() if value}
        if values:
            found[codes] = values
    return found


def expected(facts: list[office_of_figures.Fact], period: Period, made: statistics.Report) -> dict[tuple[object, ...], dict[str, int]]:
    """The second count, cut to the figures of the report."""
    keys = figures.counted(made.name)
    counted = office_of_figures.count(facts, period.first, period.last, made.splits, made.organisation_id)
    cut = {codes: {key: value for key, value in values.items() if value and key in keys} for codes, values in counted.items()}
    return {codes: values for codes, values in cut.items() if values}


def test_two_counts_agree(desk: Desk) -> None:
    facts = office_of_figures.fill(desk, 20261120, 400)
    for period in PERIODS:
        for name, _label in statistics.names():
            made = statistics.report(desk, name, period.first, period.last)
            assert values_of(made) == expected(facts, period, made), (name, period)
        for one, two in PAIRS:
            made = statistics.report(desk, one, period.first, period.last, (two,), organisation_id=desk.organisation_id)
            assert values_of(made) == expected(facts, period, made), (one, two, period)


def test_brought_forward_and_new_are_concluded_and_open(desk: Desk) -> None:
    office_of_figures.fill(desk, 7, 200)
    for period in PERIODS:
        for name in ("category", "moj_type", "source", "organisation", "mediator"):
            made = statistics.report(desk, name, period.first, period.last)
            for line in (*made.lines, made.total):
                values = line.values
                assert values["brought_forward"] + values["accepted"] == values["concluded"] + values["open_at_end"], (name, line)
            assert made.total.values == statistics.report(desk, "category", period.first, period.last).total.values
    open_before = statistics.report(desk, "overview", date(2025, 1, 1), date(2025, 6, 30)).total.values["open_at_end"]
    assert statistics.report(desk, "overview", date(2025, 7, 1), date(2025, 9, 30)).total.values["brought_forward"] == open_before


def test_each_cell_leads_to_its_cases(desk: Desk) -> None:
    facts = office_of_figures.fill(desk, 11, 120)
    made = statistics.report(desk, "mediator", date(2025, 1, 1), date(2025, 12, 31), ("category",))
    for line in (*made.lines, made.total):
        for key in ("brought_forward", "accepted", "concluded", "agreed_cases", "open_at_end"):
            ids = statistics.cases_behind(desk, made, key, line.codes)
            assert len(ids) == len(set(ids)) == line.values[key], (line.labels, key)
    with_claim = {fact.id for fact in facts if fact.accepted and fact.accepted.year == 2025 and fact.claim is not None}
    assert set(statistics.cases_behind(desk, made, "claimed_fen")) == with_claim
    agreed = statistics.cases_behind(desk, made, "agreed_cases")
    assert statistics.cases_behind(desk, made, "success_rate") == agreed
    rows = statistics.case_rows(desk, agreed[:20])
    assert [row.id for row in rows] == agreed[:20], "newest first, as the register has them"
    confirmed = statistics.report(desk, "confirmation", date(2020, 1, 1), date(2030, 1, 1))
    for line in confirmed.lines:
        behind = statistics.cases_behind(desk, confirmed, "confirmation_applied", line.codes)
        assert len(behind) <= line.values["confirmation_applied"], "a case with two applications is listed once"
        assert bool(behind) == bool(line.values["confirmation_applied"])


def test_last_year_stands_row_for_row(desk: Desk, clock: Clock) -> None:
    office_of_figures.fill(desk, 5, 100)
    clock.day = date(2026, 3, 9)
    made = statistics.report(desk, "mediator", date(2026, 1, 1), date(2026, 12, 31), compare=True)
    assert made.before is not None
    assert made.before.period == Period(date(2025, 1, 1), date(2025, 3, 9)), "a running year is compared as far as it has gone"
    assert [line.codes for line in made.lines] == [line.codes for line in made.before.lines]
    plain = statistics.report(desk, "mediator", date(2025, 1, 1), date(2025, 3, 9))
    assert values_of(made.before) == values_of(plain)
    assert made.before.total.values == plain.total.values


def test_cases_made_through_the_services_are_counted(desk: Desk) -> None:
    done = road.walk(desk, "sign")
    road.walk(desk, "accept", road.case(road.WANG, road.FARM, claim="800000", category="other", cause=""))
    road.walk(desk, "", road.case(road.WANG, road.BANK, claim="1"))
    made = statistics.report(desk, "category", date(2026, 3, 1), date(2026, 3, 31))
    values = made.total.values
    assert (values["brought_forward"], values["accepted"], values["concluded"], values["open_at_end"]) == (0, 2, 1, 1)
    assert values["claimed_fen"] == 519_425_392 + 80_000_000
    assert values["agreed_fen"] == 519_425_392
    assert statistics.cases_behind(desk, made, "concluded") == [done.id]
    by_form = statistics.report(desk, "agreement_form", date(2026, 3, 1), date(2026, 3, 31))
    assert {line.codes[0]: line.values["agreed_cases"] for line in by_form.lines} == {"written": 1, "oral": 0, "recorded": 0}


def test_the_ministrys_type_is_read_from_the_case(desk: Desk) -> None:
    road.walk(desk, "accept", road.case(category="labour", cause="追索劳动报酬纠纷"))
    made = statistics.report(desk, "moj_type", date(2026, 1, 1), date(2026, 12, 31))
    assert len([line for line in made.lines if line.values["accepted"]]) == 1
    assert len(made.lines) >= 18, "the Ministry's list is shown whole"


def test_json_has_whole_fen_and_says_how_it_counted(desk: Desk) -> None:
    road.walk(desk, "sign")
    told = json.loads(json.dumps(statistics.told(statistics.report(desk, "category", date(2026, 3, 1), date(2026, 3, 31), compare=True))))
    assert told["total"]["agreed_fen"] == 519_425_392
    assert told["total"]["success_rate"] == "100.00"
    assert told["from"] == "2026-03-01" and told["year_before"]["from"] == "2025-03-01"
    row = next(row for row in told["rows"] if row["category"] == "finance")
    assert (row["accepted"], row["claimed_fen"]) == (1, 519_425_392)
    assert any("acceptance" in sentence for sentence in told["rules"])
    assert {figure["key"] for figure in told["figures"]} == set(figures.REPORTS["category"].figures)


def test_table_for_the_command_line(desk: Desk) -> None:
    road.walk(desk, "sign")
    head, rows = statistics.table(statistics.report(desk, "category", date(2026, 3, 1), date(2026, 3, 31), ("outcome",)))
    assert head[:2] == ["Category", "Outcome"]
    assert rows[-1][0] == "Total" and rows[-1][-1] == "519.43"
    assert all(len(row) == len(head) for row in rows)


@pytest.mark.parametrize(
    ("name", "first", "last", "splits", "word"),
    [
        ("nothing", date(2026, 1, 1), date(2026, 1, 2), (), "category"),
        ("category", date(2026, 1, 2), date(2026, 1, 1), (), "before it begins"),
        ("category", date(2026, 1, 1), date(2026, 1, 2), ("colour",), "colour"),
        ("category", date(2026, 1, 1), date(2026, 1, 2), ("outcome", "mediator"), "two ways"),
    ],
)
def test_what_cannot_be_counted_is_refused(desk: Desk, name: str, first: date, last: date, splits: tuple[str, ...], word: str) -> None:
    with pytest.raises(Refusal, match=word):
        statistics.report(desk, name, first, last, splits)


def test_saved_by_the_ending_of_the_name(desk: Desk, tmp_path: Path) -> None:
    made = statistics.report(desk, "overview", *_year(), compare=True)
    for ending, begin in ((".pdf", b"%PDF"), (".xlsx", b"PK"), (".json", b"{")):
        statistics.save(made, tmp_path / f"report{ending}")
        assert (tmp_path / f"report{ending}").read_bytes().startswith(begin)
    with pytest.raises(Refusal, match=".doc"):
        statistics.save(made, tmp_path / "report.doc")


def _year() -> tuple[date, date]:
    whole = periods.of("year", date(2026, 3, 9))
    return whole.first, whole.last
