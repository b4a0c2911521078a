"""What holds for every harm: what all bear is what was lost, each by his share, and what is paid is what is owed."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_calculations import computed

CENT = Decimal("0.01")
SUMS = st.decimals(0, 400_000, places=2)


@settings(max_examples=60)
@given(SUMS, SUMS, st.lists(st.integers(1, 50), min_size=1, max_size=4), st.integers(0, 100), SUMS)
def test_each_bears_his_share_and_nothing_is_lost_or_paid_twice(
    medical: Decimal, things: Decimal, weights: list[int], more: int, advanced: Decimal
) -> None:
    whole = sum(weights) + more
    shares = [Decimal(100 * one // whole) for one in weights]
    own = 100 - sum(shares)
    sheet = {
        "happened_on": "2023-10-05",
        "people": [{"name": "高某", "medical": str(medical), "transport": "10"}],
        "property": [{"owner": "高某", "what": "眼镜", "amount": str(things)}],
        "liable": [{"name": f"侵权人{n}", "percent": str(share)} for n, share in enumerate(shares)],
        "own_percent": str(own) if own else "",
    }
    made = computed("injury", sheet)
    assert made.total == medical + things + 10 == made.of("liable") + made.of("own")
    for n, share in enumerate(shares):
        paid = sum((one.amount for one in made.payments if one.payer == f"侵权人{n}"), Decimal(0))
        assert abs(paid - made.total * share / 100) <= CENT * 3
    assert sum((one.amount for one in made.payments), Decimal(0)) == made.of("liable")
    if advanced:  # who has paid already pays so much less, and gets back what is beyond his part
        rows = [{"payer": "侵权人0", "kind": "liable", "to": "高某", "amount": str(advanced)}]
        less = computed("injury", sheet | {"advances": rows})
        still = sum((one.amount if one.payee == "高某" else -one.amount) for one in less.payments if "高某" in (one.payer, one.payee))
        assert still + advanced == made.of("liable")


@settings(max_examples=40)
@given(SUMS, st.integers(0, 99), st.integers(1, 50))
def test_more_own_fault_never_means_more(medical: Decimal, own: int, more: int) -> None:
    def liable(percent: int) -> Decimal:
        sheet = {"happened_on": "2023-10-05", "people": [{"name": "高某", "medical": str(medical)}], "own_percent": str(percent)}
        return computed("injury", sheet | {"liable": [{"name": "郭某某", "percent": str(100 - percent)}]}).of("liable")

    assert liable(min(own + more, 99)) <= liable(own)
