"""What holds for every accident: parts add up, no limit is passed, more harm never means less money, the yearly cap of dependants holds."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.calculation.book import Book
from desktop.domain.calculation.personal_injury import dependants, years
from desktop.domain.calculation.result import Calculation
from desktop.domain.calculation.traffic import limits
from desktop.domain.calculation.working import cent, split
from tests.domain.test_calculations import TODAY, computed, shipped

ZERO = Decimal(0)
BOOK = Book(shipped(), TODAY, "150105")
SUMS = st.decimals(0, 400_000, places=2).map(str)


@st.composite
def accidents(draw: Any) -> dict[str, Any]:
    n = draw(st.integers(1, 3))
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=n - 1, max_size=n - 1)))
    shares = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    vehicles = [
        {
            "plate": f"蒙A{i}",
            "liable": f"车主{i}",
            "percent": str(share),
            "insured": draw(st.booleans()),
            "insurer": draw(st.sampled_from(["甲保险", "乙保险"])),
            "commercial_limit": draw(st.sampled_from(["0", "50000", "1000000"])),
            "deductible": draw(st.sampled_from(["0", "15"])),
            "excluded": draw(st.booleans()),
            "seat_limit": draw(st.sampled_from(["", "10000", "200000"])),
            "driver_limit": draw(st.sampled_from(["", "20000"])),
            "seat_insurer": draw(st.sampled_from(["", "丙保险"])),
        }
        for i, share in enumerate(shares)
    ]
    people = []
    for i in range(draw(st.integers(1, 3))):
        side = draw(st.sampled_from(["", *(one["plate"] for one in vehicles)]))
        driver = bool(side) and draw(st.booleans())
        people.append(
            {
                "name": f"伤者{i}",
                "side": side,
                "driver": driver,
                "free_ride": bool(side) and not driver and draw(st.booleans()),
                "own_percent": draw(st.sampled_from(["", "10"])) if side and not driver else "",
                "medical": draw(SUMS),
                "transport": draw(SUMS),
                "solatium": draw(SUMS),
                "solatium_first": draw(st.booleans()),
                "appraisal": draw(SUMS),
            }
        )
    things = [{"owner": one["plate"], "item": draw(st.sampled_from(["vehicle", "downtime"])), "amount": draw(SUMS)} for one in vehicles]
    payers = ["车主0", "甲保险", "救助基金", "某医院"]
    advances = [
        {
            "payer": (payer := draw(st.sampled_from(payers))),
            "kind": {"救助基金": "relief_fund", "某医院": "hospital"}.get(payer, "other"),
            "to": draw(st.sampled_from([one["name"] for one in people])),
            "amount": draw(st.decimals("0.01", 300_000, places=2).map(str)),
        }
        for _ in range(draw(st.integers(0, 3)))
    ]
    return {"accident_on": "2023-10-05", "vehicles": vehicles, "people": people, "property": things, "advances": advances}


def _borne(made: Calculation, *heads: str, whose: str | None = None) -> Decimal:
    return sum((made.of(head, whose) for head in heads), ZERO)


@settings(max_examples=60)
@given(accidents())
def test_what_all_bear_is_what_was_lost_and_what_is_paid_is_what_is_owed(sheet: dict[str, Any]) -> None:
    made = computed("traffic", sheet)
    assert _borne(made, "compulsory", "commercial", "seat", "liable", "own") == made.total
    for victim in {line.whose for line in made.lines if line.whose}:
        owed = _borne(made, "compulsory", "commercial", "seat", "liable", whose=victim)
        given_before = made.of("advanced", victim)
        payee = victim.replace("蒙A", "车主") if victim.startswith("蒙A") else victim
        mine = [one for one in made.payments if one.whose == victim]
        to_him = sum((one.amount for one in mine if one.payee == payee), ZERO)
        from_him = sum((one.amount for one in mine if one.payer == payee), ZERO)
        assert all(one.amount > 0 and one.payer != one.payee for one in mine)
        # what he has in the end is what he is owed: what was advanced and what is still paid to him, less what he gives back
        assert to_him + given_before - from_him == owed
        assert sum((one.amount for one in mine if one.payer != payee), ZERO) <= owed


@settings(max_examples=60)
@given(accidents())
def test_no_limit_is_passed(sheet: dict[str, Any]) -> None:
    made = computed("traffic", sheet)
    for one in sheet["vehicles"]:
        paid = sum((line.amount or ZERO for line in made.lines if line.head == "compulsory" and one["plate"] in line.what), ZERO)
        assert paid <= (Decimal(200_000) if Decimal(one["percent"]) else Decimal(19_900))
        by_policy = sum((line.amount or ZERO for line in made.lines if line.head == "commercial" and one["plate"] in line.what), ZERO)
        limit = Decimal(one["commercial_limit"]) * (100 - Decimal(one["deductible"])) / 100
        assert by_policy <= (ZERO if one["excluded"] else limit)
    vehicles = {one["plate"]: one for one in sheet["vehicles"]}
    for person in sheet["people"]:
        mine = vehicles.get(person["side"], {"excluded": True})
        limit = ZERO if mine["excluded"] else Decimal(mine["driver_limit" if person["driver"] else "seat_limit"] or 0)
        assert made.of("seat", person["name"]) <= limit


@settings(max_examples=60)
@given(accidents())
def test_a_policy_for_the_occupants_takes_nothing_from_anybody(sheet: dict[str, Any]) -> None:
    """With it nobody pays more than without, and who sat in the vehicle has as much as before, or more where he bore it himself."""
    without = computed("traffic", sheet | {"vehicles": [one | {"seat_limit": "", "driver_limit": ""} for one in sheet["vehicles"]]})
    made = computed("traffic", sheet)
    back = computed("traffic", sheet | {"options": {"seat_payee": "insured"}})
    assert _borne(made, "compulsory", "commercial") == _borne(without, "compulsory", "commercial")
    assert made.of("seat") == _borne(without, "liable", "own") - _borne(made, "liable", "own")
    for person in sheet["people"]:
        name = person["name"]
        assert made.of("liable", name) <= without.of("liable", name) and made.of("own", name) <= without.of("own", name)
        assert back.of("seat", name) == made.of("seat", name)


@settings(max_examples=100)
@given(
    st.lists(st.integers(0, 3_000_000), min_size=1, max_size=4),
    st.lists(st.sampled_from([1_800_000, 18_000_000, 180_000]), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_limits_are_shared_until_a_loss_is_whole_or_nothing_is_left(losses: list[int], sums: list[int], random: Any) -> None:
    lost = {f"v{n}": cent(Decimal(one) / 7) for n, one in enumerate(losses)}
    held = {f"p{n}": cent(Decimal(one) / 100) for n, one in enumerate(sums)}
    may = {name: [plate for plate in held if random.random() < 0.7] for name in lost}
    paid = limits.shared(lost, held, may)
    by_victim = {name: sum((amount for (who, _p), amount in paid.items() if who == name), ZERO) for name in lost}
    by_plate = {name: sum((amount for (_v, who), amount in paid.items() if who == name), ZERO) for name in held}
    assert all(by_victim[name] <= lost[name] for name in lost) and all(by_plate[name] <= held[name] for name in held)
    assert all(plate in may[name] for (name, plate), amount in paid.items() if amount)
    for name in lost:
        if by_victim[name] < lost[name]:
            assert all(by_plate[plate] == held[plate] for plate in may[name])


@given(st.integers(0, 110), st.integers(0, 110))
def test_the_older_the_fewer_years(one: int, other: int) -> None:
    older, younger = max(one, other), min(one, other)
    assert 5 <= years.years_by_age(older, BOOK) <= years.years_by_age(younger, BOOK) <= 20


@given(st.lists(st.integers(1, 10), min_size=1, max_size=6), st.integers(1, 10))
def test_a_further_injury_never_lowers_the_coefficient(grades: list[int], more: int) -> None:
    before, _how = years.percent_of(sorted(grades), None, BOOK)
    after, _how = years.percent_of(sorted([*grades, more]), None, BOOK)
    assert before <= after <= 100


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from("甲乙丙丁"),
            "birth_date": st.dates(date(1930, 1, 1), date(2024, 2, 1)),
            "supporters": st.integers(1, 4),
            "incapable": st.just(True),
        }
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60)
@given(ROWS, st.integers(1, 100), st.sampled_from(["whole", "months"]))
def test_dependants_together_never_get_more_than_the_yearly_cap(rows: list[dict[str, Any]], percent: int, convention: str) -> None:
    cap = Decimal(32249)
    parts, stretches = dependants.shares(rows, date(2024, 3, 1), Decimal(percent), cap, convention, BOOK)
    assert all(sum(one.yearly) <= Fraction(cap) for one in stretches)
    assert sum(part.total for part in parts) == sum(sum(one.yearly) * (one.last - one.first) for one in stretches)
    assert all(0 <= part.total <= part.yearly * part.years for part in parts)
    if all(one.claimed <= Fraction(cap) for one in stretches):
        assert all(part.total == part.yearly * part.years for part in parts)


@given(st.dates(date(1930, 1, 1), date(2024, 5, 1)), st.integers(1, 3000))
@settings(max_examples=30)
def test_who_is_older_at_death_is_owed_no_more(birth: date, days: int) -> None:
    def death(born: date) -> Decimal:
        person = {"name": "高某", "birth_date": born.isoformat(), "died_on": "2024-05-01"}
        sheet = {"accident_on": "2024-05-01", "people": [person], "vehicles": [{"plate": "蒙A1", "degree": "full", "insured": True}]}
        return computed("traffic", sheet).of("death")

    assert death(birth - timedelta(days)) <= death(birth)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 1000), min_size=1, max_size=8))
def test_what_is_divided_adds_up(total: int, weights: list[int]) -> None:
    amount = Decimal(total) / 100
    if not any(weights):
        return
    parts = split(amount, weights)
    assert sum(parts) == amount
    whole = sum(weights)
    assert all(abs(part - amount * weight / whole) < Decimal("0.01") for part, weight in zip(parts, weights, strict=True))
