"""What changed between two versions, by field, obligation and clause."""

from desktop.domain import agreement_changes

ONE = {"kind": "money", "debtors": ["张某"], "creditors": ["李某"], "subject": "借款", "amount": 100_000, "due_on": "2026-05-01"}
TWO = {"kind": "act", "debtors": ["张某"], "creditors": ["李某"], "subject": "拆除围栏", "due_on": "2026-06-01"}
OLD = {"day": "2026-03-09", "obligations": [ONE, TWO], "clauses": ["双方再无其他争议。", "费用各自承担。"], "confirmation_wanted": True}


def told(new: dict) -> list[str]:  # type: ignore[type-arg]
    return [agreement_changes.told(change) for change in agreement_changes.between(OLD, {**OLD, **new})]


def test_nothing_has_changed() -> None:
    assert told({}) == []


def test_fields_sums_and_days_in_words() -> None:
    assert told({"day": "2026-03-10", "confirmation_wanted": False}) == [
        "Day of the agreement: 2026年3月9日 → 2026年3月10日",
        "The parties will apply for judicial confirmation: Yes → No",
    ]
    changed = told({"obligations": [{**ONE, "amount": 90_000, "way": "cash"}, TWO]})
    assert changed == ["Obligation 1，Amount: 1,000.00 yuan → 900.00 yuan", "Obligation 1，How: added: Cash"]


def test_obligations_come_go_and_move() -> None:
    three = {**ONE, "subject": "货款", "debtors": ["王某"], "creditors": ["赵某"], "amount": 5, "due_on": "2027-01-01"}
    assert told({"obligations": [TWO, three]}) == [
        "Obligation 1: stood as number 2 → stands as number 1",
        "Obligation 2: added: 王某 → 赵某：货款 0.05 yuan 2027年1月1日",
        "Obligation 1: taken out: 张某 → 李某：借款 1,000.00 yuan 2026年5月1日",
    ]


def test_clauses_are_compared_by_what_they_say() -> None:
    assert told({"clauses": ["双方就本次纠纷再无其他争议。", "保密。"]}) == [
        "Clause 1: 双方再无其他争议。 → 双方就本次纠纷再无其他争议。",
        "Clause 2: added: 保密。",
        "Clause 2: taken out: 费用各自承担。",
    ]
