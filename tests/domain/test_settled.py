"""Text and record say two things: both values, and either takes the place of the other."""

from datetime import date

import pytest

from desktop.domain.wording import settled
from desktop.domain.wording.settled import Conflict

TODAY = date(2026, 3, 9)
MADE = "被申请人张某某于2026年6月30日前支付申请人诸葛明借款人民币200,000.00元（大写：人民币贰拾万元整）。"


@pytest.mark.parametrize(
    ("own", "conflict", "as_record"),
    [
        (
            "张某某于2026年6月30日前还诸葛明20,000.00元（大写：人民币贰拾万元整）。",
            ("sum", "20,000.00", "200,000.00"),
            "张某某于2026年6月30日前还诸葛明200,000.00元（大写：人民币贰拾万元整）。",
        ),
        (
            "张某某于2026年6月30日前还诸葛明贰万元整（¥２００００）。",
            ("sum", "20,000.00", "200,000.00"),
            "张某某于2026年6月30日前还诸葛明贰拾万元整（¥200,000.00）。",
        ),
        (
            "张某某于2026-07-31前还诸葛明200000元。",
            ("day", "2026年7月31日", "2026年6月30日"),
            "张某某于2026年6月30日前还诸葛明200000元。",
        ),
    ],
)
def test_a_text_takes_the_value_of_the_record(own: str, conflict: tuple[str, str, str], as_record: str) -> None:
    (one,) = settled.conflicts("obligations.0.own_text", own, MADE, TODAY)
    assert one[1:] == conflict
    assert settled.with_record(own, one, TODAY) == as_record
    assert settled.conflicts("obligations.0.own_text", as_record, MADE, TODAY) == []


def test_the_record_takes_the_value_of_the_text_where_a_field_has_it() -> None:
    row = {"amount": "200,000.00", "due_on": "2026-06-30", "account_number": "6228480000000000018"}
    at = "obligations.0.own_text"
    assert settled.with_text(row, Conflict(at, "sum", "20,000.00", "200,000.00")) == {"amount": "20,000.00"}
    assert settled.with_text(row, Conflict(at, "day", "2026年7月31日", "2026年6月30日")) == {"due_on": "2026-07-31"}
    number = Conflict(at, "number", "6228480000000000099", "6228480000000000018")
    assert settled.with_text(row, number) == {"account_number": "6228480000000000099"}
    assert settled.with_text(row, Conflict(at, "sum", "1.00", "2.00")) == {}
    parts = {"amount": "3000", "instalments": [{"due_on": "2026-06-30", "amount": "1000"}, {"due_on": "2026-07-31", "amount": "2000"}]}
    assert settled.with_text(parts, Conflict(at, "sum", "1,500.00", "1,000.00")) == {
        "instalments": [{"due_on": "2026-06-30", "amount": "1,500.00"}, {"due_on": "2026-07-31", "amount": "2000"}]
    }


def test_several_against_several_are_not_guessed() -> None:
    own = "张某某于2026年7月31日前还诸葛明1元、2元。"
    assert [one.kind for one in settled.conflicts("x", own, "张某某于2026年6月30日前还3元、4元。", TODAY)] == ["day"]
