"""A kept calculation in memory: a short one of one person for an annex, one of two people and a vehicle for reference."""

from datetime import date
from decimal import Decimal

from db.models.calculation import Calculation as Kept
from db.models.calculation import CalculationHead
from desktop.domain.calculation.result import Calculation, Chosen, Line, Payment, Total, Used

_INCOME = Used("income.urban", "城镇居民人均可支配收入", "48676", "yuan_per_year", "内蒙古统计局", "checked", 2023, "150000")
_RATE = ("nutrition.day", "营养费每日标准", "30", "yuan_per_day", "某市中级人民法院纪要", "unverified")
_TYPED = Used(*_RATE, valid_from="2024-01-01", typed_by="赵某")
_DISABILITY = "2023年城镇居民人均可支配收入48,676元×20年×10%"
_CUT = "承担部分中保险范围内80,000元，各受害人合计100,000元，限额100,000元，免赔率15%"


def annex() -> tuple[Kept, Calculation]:
    """One person, two heads, one of them agreed at less."""
    lines = (
        Line("disability", "残疾赔偿金", _DISABILITY, Decimal("97352.00"), "人身损害解释第12条", "高某"),
        Line("nutrition", "营养费", "每日30元×60日", Decimal("1800.00"), "人身损害解释第11条", "高某"),
    )
    totals = (Total("nutrition", "营养费", Decimal("1800.00")), Total("disability", "残疾赔偿金", Decimal("97352.00")))
    made = _made(lines, totals, Decimal("99152.00"))
    return _kept(made, True), made


def reference() -> tuple[Kept, Calculation]:
    """Two people, who bears what, who pays whom, conventions, a remark."""
    lines = (
        Line("medical", "医疗费", "按票据", Decimal("80000.00"), "人身损害解释第6条", "甲某"),
        Line("medical", "医疗费", "按票据", Decimal("20000.00"), "人身损害解释第6条", "乙某"),
        Line("share", "责任比例", "蒙A1 100%", None, "道路交通安全法第七十六条"),
        Line("commercial", "商业三者险（蒙A1）", _CUT, Decimal("68000.00"), "民法典第一千二百一十三条", "甲某"),
    )
    totals = (Total("medical", "医疗费", Decimal("100000.00")), Total("commercial", "商业三者险赔付", Decimal("68000.00"), False))
    made = _made(
        lines,
        totals,
        Decimal("100000.00"),
        (Payment("某保险公司", "甲某", Decimal("68000.00"), "商业三者险（蒙A1）", "甲某"),),
        (Chosen("set_off", "过错方之间互负的债务", "kept", "各自支付", True),),
        ("蒙A1的商业三者险不赔付本车人员；车上人员责任险未计算在内。",),
    )
    return _kept(made, False), made


def _made(
    lines: tuple[Line, ...],
    totals: tuple[Total, ...],
    total: Decimal,
    payments: tuple[Payment, ...] = (),
    options: tuple[Chosen, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Calculation:
    title, day = "道路交通事故损害赔偿计算表", date(2024, 6, 30)
    return Calculation("traffic", title, day, lines, totals, total, (_INCOME, _TYPED), options, remarks, payments, "2026-11-20")


def _kept(made: Calculation, part: bool) -> Kept:
    heads = []
    for n, (head, whose, amount) in enumerate(made.by_person(), 1):
        computed, label = int(amount * 100), next(total.label for total in made.totals if total.head == head)
        agreed = computed - 10_000 if n == 1 else None
        claimed = computed + 100_000
        heads.append(
            CalculationHead(
                ordinal=n, head=head, label=label, whose=whose, claimed_fen=claimed, computed_fen=computed, agreed_fen=agreed, note=""
            )
        )
    return Kept(
        id=1,
        ordinal=1,
        kind="traffic",
        title=made.title,
        day=made.day,
        made_on=date(2024, 6, 30),
        part_of_agreement=part,
        note="" if part else "双方同意继续核对票据。",
        replaced_by_id=None,
        replaced_reason="",
        heads=heads,
    )
