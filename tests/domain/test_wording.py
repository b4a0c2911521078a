"""Sums, rates, days and left-overs in texts that people write or paste from Word."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import money
from desktop.domain.wording import days, numbers, pasted, rates, said, sums

TODAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("人民币5,194,253.92元", [519_425_392]),
        ("５１９４２５３．９２元", [519_425_392]),
        ("519.425392万元", [519_425_392]),
        ("人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分", [519_425_392]),
        ("三万五千元和2 000元", [3_500_000, 200_000]),
        ("五百元六角", [50_060]),
        ("捌拾万元整（800000元）", [80_000_000]),
        ("20,300元5角", [2_030_050]),
        ("1.5万元、15000元", [1_500_000]),
        ("2026年3月9日，十四只羊，三个月，第三人，耳标001至014", []),
    ],
)
def test_sums_are_read(text: str, fen: list[int]) -> None:
    assert sums.amounts(text) == fen


def test_a_sum_without_its_unit_is_asked_for() -> None:
    assert [one.written for one in sums.found("分两次付清8万，草场300亩，3万亩")] == ["8万"]


@given(st.integers(0, 10**13))
@settings(max_examples=200)
def test_every_sum_is_read_back_from_figures_and_capitals(fen: int) -> None:
    text = f"计人民币{money.figures(fen)}元（大写：{money.capitals(fen)}）。"
    assert sums.amounts(text)[:1] == [fen]
    if fen >= 100:
        assert [(one.fen, other.fen) for one, other in sums.pairs(text)] == [(fen, fen)]


def test_a_pair_is_only_what_stands_together() -> None:
    assert sums.pairs("首期5000元，余款捌拾万元整于年底付清") == []


@pytest.mark.parametrize(
    ("text", "yearly"),
    [
        ("年利率24%", "24"),
        ("按年利率百分之十五点四计付", "15.4"),
        ("月息2分", "24"),
        ("月利率1.5%", "18.0"),
        ("每日按未付款的万分之五支付违约金", "18.25"),
        ("按每日0.5‰", "18.25"),
        ("按日千分之一", "36.5"),
        ("自2026年3月9日起按年利率百分之十支付", "10"),
        ("利息照三分利算", "36"),
        ("每万元每月付利息300元", "36.00"),
        ("一千块钱一个月三十块利钱", "36"),
    ],
)
def test_rates_come_to_a_year(text: str, yearly: str) -> None:
    assert [rate.yearly for rate in rates.found(text)] == [Decimal(yearly)]


def test_multiples_of_the_lpr_and_plain_shares() -> None:
    assert [rate.times for rate in rates.found("按一年期贷款市场报价利率的四倍")] == [Decimal(4)]
    assert rates.found("按一年期贷款市场报价利率加计百分之三十") == []
    assert rates.by_the_day("每迟一天，另付违约金1000元") == [(100_000, "每迟一天,另付违约金1000元")]
    assert rates.found("按贷款市场报价利率支付，每月支付2000元") == []
    assert [share for share, _text in rates.shares("违约金为总额的30%")] == [Decimal(30)]
    assert rates.shares("违约金按日千分之五计算") == []
    assert [share for share, _text in rates.shares("到时一分未付，须三倍偿还货款")] == [Decimal(200)]
    assert rates.shares("定金双倍返还；未签合同的二倍工资照付") == []


def test_days_real_impossible_and_lunar() -> None:
    found = days.found("2026年2月30日、二〇二六年十二月一日、2026-12-01、腊月廿三、正月前", TODAY)
    assert [(one.day, one.lunar) for one in found] == [
        (None, False),
        (date(2026, 12, 1), False),
        (date(2026, 12, 1), False),
        (date(2027, 1, 30), True),
        (None, True),
    ]


def test_left_overs_of_word_and_numbering() -> None:
    left = pasted.left_over("于____前付[删除的内容：5万元]。带格式的: 缩进。XXX元。错误!未找到引用源。")
    assert [one.kind for one in left] == ["blank", "tracked", "tracked", "blank", "tracked"]
    assert pasted.left_over("某某甲于2026年1月2日前付清100元。") == []
    for line in ("1. 甲方付款", "（一）甲方付款", "第三条 甲方付款", "一、甲方付款", "12）甲方付款", "①甲方付款"):
        assert pasted.numbering(line) and pasted.unnumbered(line) == "甲方付款"
    for line in ("1.5万元付清", "十四只羊", "2026年1月付清", "一二三"):
        assert not pasted.numbering(line) and pasted.unnumbered(line) == line
    assert pasted.cleaned("甲\u200b方\u00ad付款 \n\n\t乙方") == "甲方付款\n乙方"


@pytest.mark.parametrize(
    ("text", "number"), [("十四", 14), ("二〇二六", 2026), ("一亿零五万", 100_050_000), ("两百", 200), ("三万五", None)]
)
def test_chinese_numbers(text: str, number: int | None) -> None:
    assert numbers.whole(text) == number


@given(st.text(max_size=300))
@settings(max_examples=150)
def test_no_text_breaks_a_reader(text: str) -> None:
    sums.found(text), sums.pairs(text), rates.found(text), rates.shares(text), days.found(text, TODAY), pasted.left_over(text)


def test_a_clause_that_speaks_of_another_has_no_number_of_its_own() -> None:
    for line in ("第一项的款项付清后，不再主张。", "第一项、第二项约定的款项", "第三条所列的牲畜"):
        assert pasted.numbering(line) == "" and pasted.unnumbered(line) == line
    for line, rest in (
        ("第三条 付款", "付款"),
        ("第三条、付款", "付款"),
        ("第一项付款", "付款"),
        ("3.付款", "付款"),
        ("（二）付款", "付款"),
    ):
        assert pasted.numbering(line) and pasted.unnumbered(line) == rest


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("2万4千元", [2_400_000]),
        ("1亿2000万元", [12_000_000_000]),
        ("两万元整", [2_000_000]),
        ("壹拾萬圓整", [10_000_000]),
        ("￥5000、RMB 300元、¥ 5 000.00", [500_000, 30_000]),
        ("单位：万元；数万元；几千元；3块地", []),
        ("5，00元；1000,000元；5194253。92元；3万5元；20余万元；5000.555元", []),
    ],
)
def test_a_sum_is_read_in_one_way_or_not_at_all(text: str, fen: list[int]) -> None:
    assert sums.amounts(text) == fen


def test_what_can_be_read_in_two_ways_is_found_without_a_sum() -> None:
    for text in ("5，00元", "5194253。92元", "3万5元", "20余万元", "付20W", "付清八万", "赔偿医疗费5000，", "共计30000。"):
        assert [one.fen for one in sums.found(text)] == [None], text


@pytest.mark.parametrize("text", ["人民币伍万元整（¥5000.00）", "叁万元整(3,000)", "五万元（小写：5000元）"])
def test_a_sum_and_its_second_writing_are_laid_side_by_side(text: str) -> None:
    ((figures, words),) = sums.pairs(text)
    assert figures.fen != words.fen


@pytest.mark.parametrize(
    ("text", "day", "lunar", "left_open"),
    [
        ("二O二六年六月三十日", date(2026, 6, 30), False, False),
        ("贰零贰陆年陆月叁拾日", date(2026, 6, 30), False, False),
        ("26年6月30日", date(2026, 6, 30), False, True),
        ("6月30日前", date(2026, 6, 30), False, True),
        ("2026年6月底", date(2026, 6, 30), False, True),
        ("2027年农历八月十五", date(2027, 9, 15), True, False),
        ("丁未年正月初五", date(2027, 2, 10), True, False),
        ("闰六月初三", None, True, False),
        ("2026年2月30日", None, False, False),
    ],
)
def test_days_as_people_write_them(text: str, day: date | None, lunar: bool, left_open: bool) -> None:
    assert [(one.day, one.lunar, one.open) for one in days.found(text, TODAY)] == [(day, lunar, left_open)]


def test_a_day_that_says_its_year_by_the_one_before_is_not_open() -> None:
    found = days.found("2026年6月30日前付5000元，同年12月31日前付5000元，次年1月15日；每年6月30日前", TODAY)
    assert [one.day for one in found] == [date(2026, 6, 30), date(2026, 12, 31), date(2027, 1, 15)]
    assert not any(one.open for one in found)


MADE = (
    "被申请人于2026年6月30日前偿还借款本息人民币5,194,253.92元（大写：人民币伍佰壹拾玖万肆仟贰佰伍拾叁元玖角贰分），"
    "汇至6228 4800 0000 0000 018，交付耳标001至014的羊14只。"
)


@given(st.integers(0, 200), st.integers(1, 9))
@settings(max_examples=300)
def test_a_changed_digit_of_an_edited_text_is_always_caught(n: int, step: int) -> None:
    places = [i for i, sign in enumerate(MADE) if sign.isdecimal()]
    at = places[n % len(places)]
    own = MADE[:at] + str((int(MADE[at]) + step) % 10) + MADE[at + 1 :]
    impossible = any(one.day is None for one in days.found(own, TODAY))
    apart = any(figures.fen != words.fen for figures, words in sums.pairs(own))
    assert said.different(own, MADE, TODAY) or impossible or apart, own
    assert said.different(MADE, MADE, TODAY) == []
