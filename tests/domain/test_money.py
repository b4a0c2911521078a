"""Sums as typed, in figures and in capitals; the table is to be read by a lawyer."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.domain import money
from desktop.domain.refusal import Refusal

CAPITALS = [  # yuan as typed, in capitals (支付结算办法 附一)
    ("5194253.92", "人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分"),
    ("20000", "人民币贰万元整"),
    ("1409.50", "人民币壹仟肆佰零玖元伍角"),
    ("107000.53", "人民币壹拾万柒仟元零伍角叁分"),
    ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
    ("800000", "人民币捌拾万元整"),
    ("1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"),
    ("0", "人民币零元整"),
    ("0.05", "人民币伍分"),
    ("0.50", "人民币伍角"),
    ("10", "人民币壹拾元整"),
    ("10.50", "人民币壹拾元零伍角"),
    ("20.02", "人民币贰拾元零贰分"),
    ("1001001", "人民币壹佰万壹仟零壹元整"),
    ("100005000", "人民币壹亿零伍仟元整"),
    ("100500000", "人民币壹亿零伍拾万元整"),
    ("600007738.36", "人民币陆亿零柒仟柒佰叁拾捌元叁角陆分"),
]
READ = [  # as typed, fen
    ("５，１９４，２５３．９２", 519425392),
    ("1.2万", 1200000),
    ("1.2 万元", 1200000),
    ("¥20,000元整", 2000000),
    ("人民币800000", 80000000),
    ("0.01亿", 100000000),
    (".5", 50),
    ("３", 300),
    (20000, 2000000),
]
REFUSED = [
    "1,2.3",
    "12,34",
    "1,234,5",
    "1.234",
    "1..2",
    "",
    "-3",
    "abc",
    "1e5",
    "1 200",
    "1.23456789万",
    "9" * 50,
    "x" * 10_000_000,
    10**6000,
    Decimal("NaN"),
    Decimal("-sNaN"),
    Decimal("Infinity"),
]


@pytest.mark.parametrize(("typed", "words"), CAPITALS)
def test_in_capitals(typed: str, words: str) -> None:
    assert money.capitals(money.parse(typed)) == words


@pytest.mark.parametrize(("typed", "fen"), READ)
def test_as_typed(typed: str | int, fen: int) -> None:
    assert money.parse(typed) == fen


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: str(typed)[:20] if isinstance(typed, str) else "number")
def test_refused_with_a_sentence_at_the_field(typed: str | int | Decimal) -> None:
    with pytest.raises(Refusal) as caught:
        money.parse(typed, field="claim")
    assert caught.value.field == "claim" and caught.value.sentence


def test_the_sentence_shows_what_was_typed() -> None:
    i18n.use("en")
    with pytest.raises(Refusal, match="“1,2.3” can be read in more than one way"):
        money.parse("1,2.3")


def test_a_negative_sum_only_where_it_is_allowed() -> None:
    assert money.parse("-3.20", allow_negative=True) == -320
    assert money.capitals(-320) == "人民币负叁元贰角"


def test_ten_thousands_half_up() -> None:
    assert [money.ten_thousands(fen) for fen in (519425392, 5000, 4999, 0)] == ["519.43", "0.01", "0.00", "0.00"]


@given(st.integers(-money.MOST_FEN, money.MOST_FEN))
def test_figures_read_back(fen: int) -> None:
    assert money.parse(money.figures(fen), allow_negative=True) == fen
    assert money.parse(money.yuan(fen), allow_negative=True) == fen


def spoken(words: str) -> int:
    """An independent reader: what a person understands who reads the capitals from left to right."""
    body = words.removeprefix("人民币").removesuffix("整")
    whole, _, rest = body.rpartition("元") if "元" in body else ("", "", body)
    digits = dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True))
    total, section, digit = 0, 0, 0
    for sign in whole:
        if sign in digits:
            digit = digits[sign]
        elif sign in "拾佰仟":
            section, digit = section + digit * 10 ** (1 + "拾佰仟".index(sign)), 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        elif sign == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    fen = (total + section + digit) * 100
    for figure, unit in re.findall("([零壹贰叁肆伍陆柒捌玖])([角分])", rest):
        fen += digits[figure] * (10 if unit == "角" else 1)
    return fen


@given(
    st.one_of(st.integers(0, money.MOST_FEN), st.integers(0, 10**9).map(lambda n: n * 1000), st.sampled_from([10**n for n in range(15)]))
)
def test_capitals_are_understood(fen: int) -> None:
    words = money.capitals(fen)
    assert spoken(words) == min(fen, fen) and "零零" not in words and not words.endswith("零")
    assert words.endswith("整") == (fen % 100 == 0)


@given(st.integers(1, 10**12), st.integers(1, 60))
def test_instalments_sum_up_with_the_remainder_last(fen: int, n: int) -> None:
    if fen < n:
        with pytest.raises(Refusal):
            money.split_equally(fen, n)
        return
    parts = money.split_equally(fen, n)
    assert sum(parts) == fen and len(parts) == n and len(set(parts[:-1])) <= 1 and parts[-1] >= parts[0]
