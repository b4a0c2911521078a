"""The court's fee as the scale has it, halves, flat fees; where a suit is brought; what an agent may do."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.models.court import Court
from db.vocabulary import AuthorityLevel, CourtLevel, PartyRole, Regime
from desktop import assets
from desktop.domain import authority, court_fee, filing, law
from desktop.domain.refusal import Refusal
from tests.documents import cases
from tests.domain.element_forms import grounds

TABLE = assets.toml("law", "fees.toml")
VALUES, BANDS, DAY = law.values_from(TABLE), law.bands_from(TABLE), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("claim", "fee"),
    [  # 诉讼费用交纳办法 13; domain brief 6.6: 20,000 -> 300; 800,000 -> 11,800
        ("1", "50.00"), ("10000", "50.00"), ("20000", "300.00"), ("100000", "2300.00"), ("200000", "4300.00"), ("500000", "8800.00"),
        ("800000", "11800.00"), ("1000000", "13800.00"), ("2000000", "22800.00"), ("5000000", "46800.00"), ("10000000", "81800.00"),
        ("20000000", "141800.00"), ("30000000", "191800.00"), ("5194253.92", "48159.78"),
    ],
)  # fmt: skip
def test_a_property_case(claim: str, fee: str) -> None:
    found = court_fee.fee("property", _fen(claim), VALUES, BANDS, DAY)
    assert found.fee == _fen(fee) == sum(step.fee for step in found.steps)
    assert sum(step.part for step in found.steps) == _fen(claim)
    assert found.mediated == -(-found.fee // 2), "half, rounded half up to the fen"


def _fen(yuan: str) -> int:
    whole, _dot, cents = yuan.partition(".")
    return int(whole) * 100 + int((cents + "00")[:2])


@given(st.integers(0, 10**13), st.integers(0, 10**10))
def test_a_greater_claim_never_costs_less(claim: int, more: int) -> None:
    one, other = (court_fee.fee("property", fen, VALUES, BANDS, DAY).fee for fen in (claim, claim + more))
    assert one <= other


def test_flat_fees() -> None:
    assert court_fee.fee("labour", None, VALUES, BANDS, DAY).fee == 1000
    plain = court_fee.fee("divorce", None, VALUES, BANDS, DAY)
    assert (plain.fee, plain.most) == (5000, 30000)
    rich = court_fee.fee("divorce", _fen("300000"), VALUES, BANDS, DAY)
    assert (rich.fee, rich.most) == (5000 + 50000, 30000 + 50000), "half a per cent above 200,000"
    assert court_fee.scale(_fen("200000"), "preservation_fee", BANDS, DAY) == _fen("1520")


def test_without_an_amount_there_is_no_fee_of_property() -> None:
    with pytest.raises(Refusal) as no:
        court_fee.fee("property", None, VALUES, BANDS, DAY)
    assert no.value.code == "no_amount"


def _court(n: int, code: str, name: str) -> Court:
    return Court(
        id=n,
        code=f"内{n}",
        name=name,
        level=CourtLevel.BASIC,
        region_code=code,
        regime=Regime.FILE_FIRST_2025,
        address="",
        phone="",
        note="",
    )


REGIONS = {
    "150000": "内蒙古自治区",
    "150100": "呼和浩特市",
    "150102": "新城区",
    "150122": "托克托县",
    "150900": "乌兰察布市",
    "150921": "卓资县",
}
COURTS = [_court(1, "150102", "新城区法院"), _court(2, "150122", "托克托县法院"), _court(3, "150921", "卓资县法院")]


@pytest.mark.parametrize(
    ("cause", "points"),
    [
        ("民间借贷纠纷", {"新城区法院": ("receiver",), "托克托县法院": ("defendant",), "卓资县法院": ("performance",)}),
        ("机动车交通事故责任纠纷", {"托克托县法院": ("defendant",), "卓资县法院": ("tort",)}),
        ("追索劳动报酬纠纷", {"托克托县法院": ("defendant",), "卓资县法院": ("work",)}),
        ("劳动合同纠纷", {"托克托县法院": ("defendant",), "卓资县法院": ("work",)}),
        ("相邻关系纠纷", {"卓资县法院": ("immovable",)}),
        ("离婚纠纷", {"托克托县法院": ("defendant",)}),
        ("法定继承纠纷", {"卓资县法院": ("estate",)}),
        ("被继承人债务清偿纠纷", {"托克托县法院": ("defendant",)}),
    ],
)
def test_where_a_suit_is_brought(cause: str, points: dict[str, tuple[str, ...]]) -> None:
    owes = cases.person(2, PartyRole.RESPONDENT, "郭某", usual_residence="内蒙古自治区呼和浩特市托克托县双河镇")
    asks = cases.person(1, PartyRole.APPLICANT, "乌某", usual_residence="呼和浩特市新城区海拉尔东路")
    case = grounds.case(cause=cause, place="乌兰察布市卓资县某镇", parties=[asks, owes], referrals=[])
    found = {place.court.name: tuple(code for code, _name in place.points) for place in filing.places(case, COURTS, REGIONS)}
    assert found == points


def test_the_court_that_referred_it_stands_first() -> None:
    owes = cases.person(2, PartyRole.RESPONDENT, "郭某", usual_residence="呼和浩特市托克托县")
    referral = cases.made(cases.Referral, court_id=1, outward=False)
    found = filing.places(grounds.case(parties=[owes], referrals=[referral]), COURTS, REGIONS)
    assert found[0].court.id == 1 and found[0].referred and found[0].points[0][0] == "referred"


# --- authority ----------------------------------------------------------------------------------------------------------------------


def _agent(items: list[str], level: AuthorityLevel | None = AuthorityLevel.SPECIAL, **values: Any) -> Any:
    agent = cases.person(3, PartyRole.AGENT, "乌某", **values)
    agent.ties = [cases.made(cases.PartyTie, role=PartyRole.AGENT, for_party_id=1, authority_level=level, items=items)]
    return agent


@pytest.mark.parametrize(
    ("items", "level", "settles"),
    [
        (["代为参加调解", "签署调解协议"], AuthorityLevel.SPECIAL, True),
        (["进行和解"], AuthorityLevel.SPECIAL, True),
        (["代为参加调解"], AuthorityLevel.SPECIAL, False),
        (["签署调解协议"], AuthorityLevel.GENERAL, False),
        (["全权代理"], AuthorityLevel.SPECIAL, False),
        ([], AuthorityLevel.SPECIAL, False),
        (["签署调解协议"], None, False),
    ],
)
def test_only_a_named_power_settles(items: list[str], level: AuthorityLevel | None, settles: bool) -> None:
    agent = _agent(items, level)
    assert authority.may_settle(agent.ties[0]) is settles
    case = grounds.case()
    case.parties = [*case.parties, agent]
    remarks = authority.remarks(case)
    assert bool(remarks) is not settles
    if items == ["全权代理"]:
        assert "CPCI 89" in remarks[0]


def test_two_agents_are_the_most() -> None:
    case = grounds.case()
    case.parties = [*case.parties, *(_agent(["签署调解协议"]) for _n in range(3))]
    assert "CPC 61" in authority.remarks(case)[0]
