"""Due days by regime: a table a lawyer can check with a wall calendar."""

from datetime import date
from typing import Any

import pytest

from desktop import assets, i18n
from desktop.domain import calendar, deadlines, law
from desktop.domain.refusal import Refusal

CALENDAR = calendar.from_tables(assets.toml("law", "holidays.toml"))
VALUES = law.values_from(assets.toml("law", "deadlines.toml"))

LIMITS = [  # regime, start, options, due
    ("", "2026-01-31", {}, "2026-02-28"),  # a month: the last day of February, a make-up Saturday
    ("", "2026-10-20", {}, "2026-11-20"),
    ("pre_filing_2016", "2024-04-01", {}, "2024-05-06"),  # 1 May holiday
    ("pre_filing_2016", "2024-04-01", {"excluded": 10}, "2024-05-11"),  # ten days of appraisal; that Saturday is worked
    ("pre_filing_2016", "2024-04-01", {"extended_to": date(2024, 7, 31)}, "2024-07-31"),
    ("post_filing_2016", "2024-03-04", {}, "2024-03-19"),
    ("post_filing_2016", "2024-03-04", {"procedure": "summary"}, "2024-03-11"),
    ("file_first_2025", "2026-11-20", {}, "2026-12-07"),  # 5 December is a Saturday
    ("file_first_2025", "2026-09-10", {"procedure": "summary"}, "2026-09-17"),
    ("file_first_2025", "2026-09-10", {"extended": True}, "2026-10-26"),  # 15 + 30 days from the 10th: Sunday the 25th
    ("file_first_2025", "2026-09-10", {"extended_to": date(2026, 10, 12)}, "2026-10-12"),
]


@pytest.mark.parametrize(("regime", "start", "options", "due"), LIMITS)
def test_mediation_limits(regime: str, start: str, options: dict[str, Any], due: str) -> None:
    found = deadlines.mediation(regime, date.fromisoformat(start), VALUES, CALENDAR, **options)
    assert found.due == date.fromisoformat(due)
    assert found.source and found.status and found.name and found.counted_from == date.fromisoformat(start)


REFUSED = [
    ({"regime": "new"}, "regime"),
    ({"regime": "file_first_2025", "procedure": "?"}, "procedure"),
    ({"regime": "pre_filing_2016", "extended": True}, "extended_to"),
    ({"regime": "file_first_2025", "extended_to": date(2026, 9, 11)}, "extended_to"),
    ({"regime": "file_first_2025", "extended_to": date(2026, 12, 31)}, "extended_to"),
    ({"regime": "file_first_2025", "extended": True, "extended_to": date(2026, 10, 1)}, "extended_to"),
    ({"regime": "", "excluded": -1}, "excluded"),
]


@pytest.mark.parametrize(("options", "field"), REFUSED)
def test_refused(options: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as caught:
        deadlines.mediation(start=date(2026, 9, 10), values=VALUES, calendar=CALENDAR, **options)
    assert caught.value.field == field


def test_the_new_regime_does_not_reach_back() -> None:
    with pytest.raises(Refusal, match="2024"):
        deadlines.mediation("file_first_2025", date(2024, 12, 31), VALUES, CALENDAR)


def test_confirmation_within_thirty_days_of_effect() -> None:
    found = deadlines.confirmation(date(2026, 10, 21), VALUES, CALENDAR)
    assert found.due == date(2026, 11, 20) and "第三十三条" in found.source and found.left(date(2026, 11, 18)) == 2


def test_a_year_without_holidays_is_said() -> None:
    i18n.use("en")
    found = deadlines.confirmation(date(2026, 12, 10), VALUES, CALENDAR)
    assert not found.known and found.due == date(2027, 1, 11) and "2027" in found.note


OTHERS = [  # key, start, due
    ("mediation.medical", "2026-09-01", "2026-10-19"),  # 30 working days; 20 September and 10 October are worked
    ("mediation.labour", "2026-11-02", "2026-11-17"),
    ("proposal.objection", "2026-11-13", "2026-11-20"),
    ("enforcement.application", "2024-11-20", "2026-11-20"),
    ("confirmation.third_party_objection", "2026-03-16", "2026-09-16"),
    ("limitation.general", "2023-11-20", "2026-11-20"),
]


@pytest.mark.parametrize(("key", "start", "due"), OTHERS)
def test_other_periods(key: str, start: str, due: str) -> None:
    assert deadlines.of(key, date.fromisoformat(start), VALUES, CALENDAR).due == date.fromisoformat(due)


def test_the_insurer_is_told_three_days_before() -> None:
    assert deadlines.before("traffic.insurer_notice", date(2026, 11, 25), VALUES, CALENDAR).due == date(2026, 11, 20)
