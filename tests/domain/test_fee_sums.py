"""What holds for every fee: a greater claim never costs less, half is half, preservation has its cap, steps add up to the whole."""

from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_calculations import computed

SOME = settings(max_examples=60, deadline=None)
SUMS = st.decimals(0, 60_000_000, places=2)
KINDS = st.sampled_from(["property", "divorce", "personality"])
OPTIONS = st.fixed_dictionaries({"unit": st.sampled_from(["fen", "yuan", "yuan_cut"]), "halving": st.sampled_from(["rounded", "exact"])})


def sheet(kind: str, claim: Decimal, options: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"kind": kind, "claim": str(claim), "options": options} | more


@given(KINDS, SUMS, SUMS, OPTIONS)
@SOME
def test_a_greater_claim_never_costs_less_and_half_is_half(kind: str, claim: Decimal, more: Decimal, options: dict[str, str]) -> None:
    one, other = computed("court_fee", sheet(kind, claim, options)), computed("court_fee", sheet(kind, claim + more, options))
    assert one.total <= other.total and one.of("half") <= other.of("half")
    unit = Decimal("0.01") if options["unit"] == "fen" else Decimal(1)
    assert abs(one.of("half") * 2 - one.of("fee")) <= unit * 2
    assert one.of("saved") == one.of("fee") > 0
    assert one.of("fee") % unit == one.of("half") % unit == 0
    halved = computed("court_fee", sheet(kind, claim, options, halved="withdrawn"))
    assert halved.total == one.of("half") and halved.of("saved") == one.of("saved")


@given(SUMS, SUMS)
@SOME
def test_preservation_grows_to_its_cap(worth: Decimal, more: Decimal) -> None:
    def fee(sum_: Decimal) -> Decimal:
        return computed("court_fee", {"kind": "labour", "preserved": str(sum_)}).of("preservation")

    assert fee(worth) <= fee(worth + more) <= 5000
    assert fee(worth + 900_000) == 5000
