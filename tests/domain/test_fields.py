"""Declared fields: what is taken, what is refused and in which words, and that nothing huge is slow."""

import json
import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import i18n
from desktop.domain.fields import Field, check, example, remarks, restored, schema, stored
from desktop.domain.refusal import Refusal

TODAY = date(2026, 11, 20)
PARTY = (
    Field("name", "text", "Name", required=True),
    Field("id_kind", "choice", "Paper", choices=("resident_id", "passport")),
    Field("id_number", "id_number", "ID number"),
    Field("birth_date", "date", "Born", prefer="past"),
)
CASE = (
    Field("cause", "text", "Cause", required=True),
    Field("facts", "long_text", "Facts"),
    Field("claim", "money", "Claim"),
    Field("due", "date", "Due", prefer="future"),
    Field("sex", "choice", "Sex", choices=(("male", "Male"), ("female", "Female"))),
    Field("instalments", "integer", "Instalments", least=1, most=12),
    Field("rate", "decimal", "Rate"),
    Field("urgent", "yes_no", "Urgent"),
    Field("needs", "words", "Needs"),
    Field("parties", "table", "Parties", rows=PARTY),
    Field(
        "contact",
        "group",
        "Contact",
        rows=(Field("phone", "phone", "Phone"), Field("code", "uscc", "Code"), Field("plate", "plate", "Plate")),
    ),
)


def faults(values: Any, **options: Any) -> dict[str, str]:
    i18n.use("en")
    with pytest.raises(Refusal) as caught:
        check(CASE, values, TODAY, **options)
    return {fault.field: fault.sentence for fault in caught.value.faults}


TAKEN = [  # typed, clean
    ({"cause": "  <b>&{{x}} 𨱏\n"}, {"cause": "  <b>&{{x}} 𨱏\n"}),
    ({"cause": "a", "claim": "5,194,253.92"}, {"cause": "a", "claim": 519425392}),
    ({"cause": "a", "claim": 20000}, {"cause": "a", "claim": 2000000}),
    ({"cause": "a", "due": "3.22"}, {"cause": "a", "due": date(2027, 3, 22)}),
    ({"cause": "a", "sex": "Female"}, {"cause": "a", "sex": "female"}),
    ({"cause": "a", "instalments": "１２", "rate": "3.45"}, {"cause": "a", "instalments": 12, "rate": Decimal("3.45")}),
    ({"cause": "a", "urgent": "是"}, {"cause": "a", "urgent": True}),
    ({"cause": "a", "needs": "老花、耳背"}, {"cause": "a", "needs": ["老花", "耳背"]}),
    (
        {"cause": "a", "claim": "", "facts": "", "due": None, "parties": []},
        {"cause": "a", "claim": None, "facts": "", "due": None, "parties": []},
    ),
    (
        {"cause": "a", "parties": [{"name": "张三", "id_number": "12 3"}]},
        {"cause": "a", "parties": [{"name": "张三", "id_number": "12 3"}]},
    ),
]


@pytest.mark.parametrize(("typed", "clean"), TAKEN)
def test_taken(typed: dict[str, Any], clean: dict[str, Any]) -> None:
    assert check(CASE, typed, TODAY) == clean


REFUSED = [  # typed, path, how its sentence begins
    ({"claim": "1"}, "cause", "Cause: This is needed"),
    ({"cause": " "}, "cause", "Cause: This is needed"),
    ({"cause": "a", "cuase": "b"}, "cuase", "There is no field “cuase”; perhaps “cause”?"),
    ({"cause": "a", "zzz": "b"}, "zzz", "There is no field “zzz”; the fields are: cause, facts"),
    ({"cause": 1}, "cause", "Cause: Text in quotes is wanted here, not a number without quotes."),
    ({"cause": "x" * 201}, "cause", "Cause: The text has 201 characters; 200 are the most"),
    ({"cause": "a\x00"}, "cause", "Cause: Character 2 of line 1 (U+0000)"),
    ({"cause": "a", "claim": "1,2.3"}, "claim", "Claim: “1,2.3” can be read in more than one way"),
    ({"cause": "a", "claim": 1.5}, "claim", "Claim: The amount is written as text"),
    ({"cause": "a", "claim": "-1"}, "claim", "Claim: An amount cannot be less than zero"),
    ({"cause": "a", "due": "2.30"}, "due", "Due: There is no such day"),
    ({"cause": "a", "due": 20240322}, "due", "Due: A date in quotes is wanted here"),
    ({"cause": "a", "sex": "mle"}, "sex", "Sex: “mle” is not one of the choices; perhaps male?"),
    ({"cause": "a", "instalments": 13}, "instalments", "Instalments: A value from 1 to 12"),
    ({"cause": "a", "instalments": "1.5"}, "instalments", "Instalments: A whole number"),
    ({"cause": "a", "instalments": True}, "instalments", "Instalments: A number is wanted here"),
    ({"cause": "a", "urgent": "maybe"}, "urgent", "Urgent: Yes or no"),
    ({"cause": "a", "needs": [1]}, "needs", "Needs: Text in quotes is wanted"),
    ({"cause": "a", "parties": {"name": "x"}}, "parties", "Parties: A list of rows is wanted here"),
    ({"cause": "a", "parties": [{"name": "x"}, 3]}, "parties.1", "Parties row 2: Fields with their names"),
    ({"cause": "a", "parties": [{"id_number": "1"}]}, "parties.0.name", "Parties row 1, Name: This is needed"),
    ({"cause": "a", "parties": [{"name": "x", "id_number": 1}]}, "parties.0.id_number", "Parties row 1, ID number: Text in quotes"),
    ({"cause": "a", "contact": []}, "contact", ""),
    ({"cause": "a", "contact": {"fon": "1"}}, "contact.fon", "Contact: There is no field “fon”"),
    ([1], "", "Fields with their names are wanted here"),
]


@pytest.mark.parametrize(("typed", "path", "sentence"), REFUSED)
def test_refused_in_words_at_the_path(typed: Any, path: str, sentence: str) -> None:
    if not sentence:
        assert check(CASE, typed, TODAY)["contact"] == {}
        return
    found = faults(typed)
    assert list(found) == [path] and found[path].startswith(sentence)


def test_all_faults_at_once_below_where() -> None:
    found = faults({"claim": "x", "parties": [{"nam": "x"}]}, where="case")
    assert list(found) == ["case.cause", "case.claim", "case.parties.0.nam", "case.parties.0.name"]


def test_a_change_of_some_fields_needs_no_others() -> None:
    assert check(CASE, {"claim": "2"}, TODAY, partial=True) == {"claim": 200}
    assert "parties.0.name" in faults({"parties": [{}]}, partial=True)
    assert "cause" in faults({"cause": ""}, partial=True)


def test_ten_megabytes_are_refused_fast() -> None:
    huge = "9" * 10_000_000
    start = time.process_time()
    found = faults({field.key: huge for field in CASE} | {huge: 1})
    assert time.process_time() - start < 0.5
    assert set(found) >= {field.key for field in CASE} and max(map(len, found.values())) < 600
    assert "10000000 characters; 200 are the most" in found["cause"]


def test_no_more_than_fifty_faults() -> None:
    assert len(faults({f"key{n}": 1 for n in range(10_000)})) == 50


def test_too_many_rows() -> None:
    assert "2001 entries are too many" in faults({"cause": "a", "parties": [{"name": "x"}] * 2001})["parties"]


def test_remarks_stop_nothing() -> None:
    i18n.use("en")
    values = {
        "cause": "a",
        "parties": [{"name": "x", "id_number": "150122195503070028"}, {"name": "y", "id_kind": "passport", "id_number": "E12345678"}],
        "contact": {"phone": "1", "code": "91150100MA0ABCDE19", "plate": "AB"},
    }
    check(CASE, values, TODAY)
    assert [fault.field for fault in remarks(CASE, values)] == ["parties.0.id_number", "contact.phone", "contact.code", "contact.plate"]


def test_the_example_is_taken_and_survives_json() -> None:
    clean = check(CASE, json.loads(json.dumps(example(CASE))), TODAY)
    assert restored(CASE, json.loads(json.dumps(stored(CASE, clean)))) == clean
    assert not remarks(CASE, example(CASE))


def test_the_schema_describes_every_field() -> None:
    described = schema(CASE)
    assert json.dumps(described) and list(described["properties"]) == [field.key for field in CASE]
    assert described["required"] == ["cause"] and described["additionalProperties"] is False
    assert described["properties"]["parties"]["items"]["required"] == ["name"]
    assert described["properties"]["sex"]["enum"] == ["male", "female"]


def test_a_wrong_declaration_is_a_bug() -> None:
    for wrong in ({"kind": "colour"}, {"kind": "choice"}, {"kind": "text", "rows": PARTY}):
        with pytest.raises(ValueError):
            Field("x", label="X", **wrong)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.decimals() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([field.key for field in (*CASE, *PARTY)]) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_clean_or_refused(values: Any) -> None:
    try:
        clean = check(CASE, values, TODAY)
    except Refusal:
        return
    json.dumps(stored(CASE, clean))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200).filter(str.strip))
def test_text_is_kept_exactly(text: str) -> None:
    try:
        assert check(CASE, {"cause": text})["cause"] == text
    except Refusal:
        assert "\ufffe" in text or "\uffff" in text
