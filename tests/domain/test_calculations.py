"""Every worked example of `calculation/*.toml`, one file a calculator, computed with the shipped values and those the file adds; and
what holds for all.

An example says `inputs` (and `options` in it), then any of: `totals` (head to yuan), `total`, `days`, `lines` (what is said in which line),
`payments`, `remarks` (pieces of sentences), `used` (keys of values), or `refused` (dotted field, and a piece of the sentence).
"""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import assets, i18n
from desktop.domain import fields, law
from desktop.domain.calculation import calculator, registry, result
from desktop.domain.calculation.calculator import Calculator
from desktop.domain.calculation.result import Calculation
from desktop.domain.law import Value
from desktop.domain.refusal import Refusal
from desktop.services import terms

FOLDER = Path(__file__).parent / "calculation"
TODAY = date(2024, 6, 30)  # the year for which most regional figures are shipped


@cache
def table(key: str) -> dict[str, Any]:
    return assets.parse_toml((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))


@cache
def shipped() -> tuple[Value, ...]:
    files = sorted(assets.path("law").glob("*.toml"))
    return tuple(value for file in files if file.name != "holidays.toml" for value in law.values_from(assets.toml("law", file.name)))


def values_of(key: str) -> tuple[Value, ...]:
    return (*shipped(), *law.values_from(table(key), typed_by="赵某"))


def computed(key: str, sheet: dict[str, Any], values: tuple[Value, ...] | None = None) -> Calculation:
    known = values_of(key) if values is None else values
    return calculator.run(registry.calculator(key), sheet, known, TODAY, "150105", "2026-11-20", terms.bands(), terms.holidays())


EXAMPLES = [(key, one["name"]) for key in registry.CALCULATORS for one in table(key)["example"]]


@pytest.mark.parametrize(("key", "name"), EXAMPLES, ids=[f"{key}-{n}" for n, (key, _name) in enumerate(EXAMPLES)])
def test_the_worked_example(key: str, name: str) -> None:
    i18n.use("zh_Hans_CN")
    example = next(one for one in table(key)["example"] if one["name"] == name)
    if "refused" in example:
        with pytest.raises(Refusal) as caught:
            computed(key, example["inputs"])
        for wanted in example["refused"] if isinstance(example["refused"], list) else [example["refused"]]:
            said = [fault.sentence for fault in caught.value.faults if fault.field == wanted["field"]]
            assert said, f"{name}: nothing at {wanted['field']}, but {caught.value.faults}"
            assert any(wanted.get("says", "") in sentence for sentence in said), said
        return
    made = computed(key, example["inputs"])
    for head, amount in example.get("totals", {}).items():
        assert (head, made.of(head)) == (head, Decimal(amount)), [line for line in made.lines if line.head == head]
    if "total" in example:
        assert made.total == Decimal(example["total"]), made.totals
    if "days" in example:
        assert [one.day.isoformat() for one in made.days] == example["days"] and made.in_days, made.days
    for line in example.get("lines", ()):
        assert any(_fits(one, line) for one in made.lines), f"{line}\n" + "\n".join(map(str, made.lines))
    if "payments" in example:
        paid = [(one.payer, one.payee, one.what, f"{one.amount:.2f}") for one in made.payments]
        assert paid == [(one["payer"], one["payee"], one["what"], one["amount"]) for one in example["payments"]], paid
    for piece in example.get("remarks", ()):
        assert any(piece in remark for remark in made.remarks), made.remarks
    for used in example.get("used", ()):
        assert used in {one.key for one in made.used}


def _fits(line: Any, wanted: dict[str, Any]) -> bool:
    return all(
        (line.amount == Decimal(text) if key == "amount" else text in getattr(line, key)) for key, text in wanted.items()
    )  # fmt: skip


@pytest.mark.parametrize("key", registry.CALCULATORS)
def test_there_are_enough_examples_and_one_of_them_is_refused(key: str) -> None:
    examples = table(key)["example"]
    assert len(examples) >= 8 and len({one["name"] for one in examples}) == len(examples)
    assert any("refused" in one for one in examples)
    assert {head.key for head in registry.CALCULATORS[key].heads} == {
        line.head for one in examples if "refused" not in one for line in computed(key, one["inputs"]).lines
    }, "every head stands in an example"


@pytest.mark.parametrize("key", registry.CALCULATORS)
def test_what_holds_for_every_calculation(key: str) -> None:
    """Totals are the sums of their lines, the total is that of the heads that count, each part survives its JSON, lines are in Chinese."""
    heads = {head.key: head for head in registry.CALCULATORS[key].heads}
    for example in table(key)["example"]:
        if "refused" in example:
            continue
        i18n.use("en")
        made = computed(key, example["inputs"])
        assert i18n.language() == "en"
        assert sum(made.of(head) for head, one in heads.items() if one.counts) == made.total
        assert all(total.amount == made.of(total.head) for total in made.totals)
        assert all(line.amount is None or line.amount == line.amount.quantize(Decimal("0.01")) for line in made.lines)
        assert sum(amount for head, _whose, amount in made.by_person() if heads[head].counts) == made.total
        assert {head for head, _whose, _amount in made.by_person()} <= {head for head, one in heads.items() if one.stands}
        assert result.from_json(json.loads(json.dumps(result.to_json(made)))) == made
        said = [made.title, *made.remarks, *(line.what + line.how for line in made.lines), *(one.label for one in made.options)]
        assert all(not any("a" <= sign <= "z" for sign in text) for text in said), said
        assert all(one.source and one.status for one in made.used)
    i18n.use("zh_Hans_CN")


@pytest.mark.parametrize("one", registry.CALCULATORS.values(), ids=list(registry.CALCULATORS))
def test_a_refusal_is_in_the_language_of_the_interface(one: Calculator) -> None:
    i18n.use("en")
    refused = [example for example in table(one.key)["example"] if "refused" in example]
    for example in refused:
        with pytest.raises(Refusal) as caught:
            computed(one.key, example["inputs"])
        assert all(any("a" <= sign <= "z" for sign in fault.sentence) for fault in caught.value.faults)
    i18n.use("zh_Hans_CN")


@pytest.mark.parametrize("one", registry.CALCULATORS.values(), ids=list(registry.CALCULATORS))
def test_the_schema_documents_each_input_and_option(one: Calculator) -> None:
    told = one.schema()
    assert set(told["example"]) == set(told["properties"])
    fields.check(one.sheet(), told["example"], TODAY)
    for option in one.options:
        assert option.default in dict(option.choices) and option.label
        assert told["properties"]["options"]["properties"][option.key]["default"] == option.default


def test_a_missing_value_names_key_and_year() -> None:
    i18n.use("en")
    sheet = {"name": "白某", "died_on": "2027-05-01", "wage": "5000", "day": "2027-11-20"}
    with pytest.raises(Refusal) as caught:
        computed("work_injury", sheet)
    assert caught.value.code == "law_missing" and caught.value.field == "income.urban.national"
    assert "income.urban.national" in caught.value.sentence and "2026" in caught.value.sentence
    with pytest.raises(Refusal) as caught:
        computed("work_injury", sheet | {"years": [{"key": "income.urban.national", "year": 2024}]})
    assert caught.value.field == "wage.all_units.monthly"
    i18n.use("zh_Hans_CN")


def test_a_value_the_office_typed_wins_and_names_who_typed_it() -> None:
    entry = {"key": "income.urban.national", "value": 60000, "unit": "yuan_per_year", "valid_from": date(2024, 1, 1), "year": 2023}
    typed = law.values_from({"value": [entry | {"source": "国家统计局公报", "status": "checked"}]}, typed_by="赵某")
    made = computed("work_injury", {"name": "白某", "died_on": "2024-05-01", "wage": "5000"}, values_of("work_injury") + typed)
    assert made.of("death") == Decimal("1200000.00")
    assert [(one.typed_by, one.year, one.source) for one in made.used if one.key == "income.urban.national"] == [
        ("赵某", 2023, "国家统计局公报")
    ]


EXTREME = [  # key, sheet, field
    ("labour", {"name": "白某", "started_on": "9999-12-31", "no_contract": True, "monthly_wage": "6000"}, "started_on"),
    ("labour", {"name": "白某", "started_on": "2020-01-01", "ended_on": "9999-12-31", "ending": "severance"}, "ended_on"),
    ("labour", {"name": "白某", "started_on": "2020-01-01", "day": "9999-12-31", "owed": [{"what": "x", "earned": "1"}]}, "day"),
    ("traffic", {"accident_on": "2099-01-01", "vehicles": [{"plate": "蒙A1", "degree": "full", "insured": True}]}, "accident_on"),
    ("work_injury", {"name": "白某", "wage": "1", "died_on": "9999-12-31"}, "died_on"),
    ("wage_list", {"region": "内蒙古", "workers": [{"name": "白某", "fixed": "1"}]}, "region"),
]


@pytest.mark.parametrize(("key", "sheet", "field"), EXTREME)
def test_days_that_cannot_be_are_refused_at_their_field(key: str, sheet: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as caught:
        computed(key, sheet)
    assert field in {fault.field for fault in caught.value.faults}


def test_the_oldest_and_the_richest_are_computed() -> None:
    person = {"name": "高某", "birth_date": "1900-01-01", "died_on": "2024-05-01", "medical": "999999999999.99"}
    person["dependants"] = [{"name": "高老某", "birth_date": "1900-01-01", "supporters": 20, "incapable": True}]
    sheet = {"accident_on": "2024-05-01", "people": [person], "vehicles": [{"plate": "蒙A1", "degree": "full", "insured": True}]}
    made = computed("traffic", sheet)
    assert made.of("dependants") == Decimal("8062.25") and made.total > Decimal("999999999999.99")
    many = {"workers": [{"name": f"工人{n}", "quantity": "31", "rate": "400"} for n in range(2000)]}
    assert computed("wage_list", many).total == 31 * 400 * 2000


HOSTILE = [
    "", None, True, -1, 0, 10**20, "-5", "1e9", "９９", "9999-12-31", "2024-02-29", "1950-01-01", "100", "0.01", "x" * 300,
    "<b>&{{x}}", "\x00", [], {}, [None], ["x"] * 60,
]  # fmt: skip


def _leaves(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield way
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _leaves(child, (*way, key))


def _with(value: Any, way: tuple[Any, ...], put: Any) -> Any:
    if not way:
        return put
    made = dict(value) if isinstance(value, dict) else list(value)
    made[way[0]] = _with(value[way[0]], way[1:], put)
    return made


@pytest.mark.parametrize("key", registry.CALCULATORS)
@given(data=st.data())
@settings(max_examples=150)
def test_whatever_is_typed_gives_a_sum_or_a_refusal(key: str, data: st.DataObject) -> None:
    samples = [one["inputs"] for one in table(key)["example"]] + [registry.CALCULATORS[key].schema()["example"]]
    sheet = data.draw(st.sampled_from(samples))
    for _ in range(data.draw(st.integers(1, 3))):
        sheet = _with(sheet, data.draw(st.sampled_from(list(_leaves(sheet)))), data.draw(st.sampled_from(HOSTILE)))
    try:
        made = computed(key, sheet)
    except Refusal as no:
        assert all(fault.sentence for fault in no.faults)
    else:
        assert made.total >= 0 and all(line.amount is None or line.amount >= 0 for line in made.lines)
