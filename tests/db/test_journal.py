"""`verify` finds what another tool did, and nothing where nobody did anything."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from db import journal
from db.engine import Database
from db.journal import Finding
from db.models.case import Case
from db.models.organisation import Organisation
from db.models.party import Party
from db.work import reading
from tests.db.office_of_cases import by_another_tool, organisation, paper, save_case, saving


def _found(database: Database) -> list[Finding]:
    with reading(database) as session:
        return journal.verify(session)


@pytest.fixture
def case(database: Database) -> Case:
    office = organisation(database)
    save_case(database, office)
    return save_case(database, office, ("李四", "王五"))


def test_an_untouched_office_has_no_findings(database: Database, case: Case) -> None:
    heard: list[tuple[int, int]] = []
    with reading(database) as session:
        assert journal.verify(session, lambda done, total: heard.append((done, total))) == []
    assert heard[-1][0] == heard[-1][1] and heard == sorted(heard)


def test_a_changed_value_is_found_without_being_told(database: Database, case: Case) -> None:
    by_another_tool(database, "UPDATE party SET phone = '13911111111', name = '赵六' WHERE id = 3")
    assert _found(database) == [Finding("changed", None, "party", 3, "name"), Finding("changed", None, "party", 3, "phone")]
    assert str(_found(database)[0]) == "changed: party 3 name"


def test_a_value_set_where_none_was_is_found(database: Database, case: Case) -> None:
    by_another_tool(database, "UPDATE dispute_case SET accepted_on = '2026-01-01' WHERE id = :id", id=case.id)
    assert _found(database) == [Finding("changed", None, "dispute_case", case.id, "accepted_on")]


def test_an_added_row_is_found(database: Database, case: Case) -> None:
    by_another_tool(
        database,
        "INSERT INTO setting (id, key, value, version) VALUES (7, 'training', :value, 1)",
        value='{"value": true}',
    )
    assert _found(database) == [Finding("added", None, "setting", 7)]


def test_a_deleted_row_is_found(database: Database, case: Case) -> None:
    by_another_tool(database, "DELETE FROM party WHERE id = 4")
    assert _found(database) == [Finding("deleted", None, "party", 4)]


def test_a_rewritten_payload_is_found(database: Database, case: Case) -> None:
    by_another_tool(database, "UPDATE party SET name = '赵六' WHERE id = 3")
    by_another_tool(
        database, "UPDATE journal_change SET payload = replace(payload, '李四', '赵六') WHERE table_name = 'party' AND row_id = 3"
    )
    assert _found(database) == [Finding("payload", 3, "party", 3)]


def test_a_rewritten_payload_with_its_digest_breaks_the_chain(database: Database, case: Case) -> None:
    with reading(database) as session:
        row = session.execute(select(journal.CHANGES).where(journal.CHANGES.c.seq == 2).limit(1)).one()
    payload = row.payload + " "
    by_another_tool(
        database, "UPDATE journal_change SET payload = :payload, digest = :digest WHERE seq = 2 AND n = :n",
        payload=payload, digest=journal._digest(row.salt, payload), n=row.n,
    )  # fmt: skip
    assert _found(database) == [Finding("chain", 2)]


@pytest.mark.parametrize("column", ["login", "action", "reason", "at"])
def test_a_rewritten_head_of_an_entry_breaks_the_chain(database: Database, case: Case, column: str) -> None:
    value = "2026-01-01 00:00:00" if column == "at" else "li"
    if column == "at" and database.dialect == "sqlite":
        value += ".000000"
    by_another_tool(database, f"UPDATE journal_entry SET {column} = :value WHERE seq = 2", value=value)
    assert _found(database) == [Finding("chain", 2)]


def test_an_entry_taken_out_breaks_the_chain(database: Database, case: Case) -> None:
    by_another_tool(database, "DELETE FROM journal_change WHERE seq = 2")
    by_another_tool(database, "DELETE FROM journal_entry WHERE seq = 2")
    found = _found(database)
    assert Finding("chain", 3) in found
    assert Finding("added", None, "party", 1) in found


def test_a_chain_cut_at_its_end_is_found(database: Database, case: Case) -> None:
    by_another_tool(database, "DELETE FROM journal_change WHERE seq = 3")
    by_another_tool(database, "DELETE FROM journal_entry WHERE seq = 3")
    assert Finding("head", 2) in _found(database)


def test_changes_are_not_moved_between_rows(database: Database, case: Case) -> None:
    by_another_tool(database, "UPDATE journal_change SET row_id = 1000 WHERE table_name = 'party' AND row_id = 3")
    assert Finding("chain", 3) in _found(database)


def test_what_was_erased_is_passed_over_and_the_chain_holds(database: Database, case: Case) -> None:
    with saving(database, "erase") as w:
        w.change(w.get(Party, 3), None, {"name": "", "phone": ""})
        w.flush()
        assert journal.erase(w.session, "party", 3) == 1
        w.commit()
    assert _found(database) == []
    by_another_tool(database, "UPDATE party SET name = '又来' WHERE id = 3")
    assert _found(database) == [Finding("changed", None, "party", 3, "name")]
    with reading(database) as session:
        text_of_journal = "".join(session.scalars(text("SELECT coalesce(payload, '') FROM journal_change")))
    assert "erase" not in text_of_journal


def test_a_frozen_paper_is_watched_too(database: Database, case: Case) -> None:
    with saving(database, "issue", case.id) as w:
        w.add(paper(case.id))
        w.commit()
    assert _found(database) == []
    by_another_tool(database, "UPDATE document SET blocks = :blocks", blocks='{"blocks": []}')
    assert _found(database) == [Finding("changed", None, "document", 1, "blocks")]


def test_an_id_given_twice_is_no_finding(database: Database) -> None:
    """SQLite gives the id of a deleted last row to the next one."""
    for name in ("甲", "乙"):
        with saving(database) as w:
            made = w.add(Organisation(name=name))
            w.commit()
        if name == "甲":
            with saving(database) as w:
                w.delete(w.get(Organisation, made.id))
                w.commit()
    assert _found(database) == []


VALUES = st.dictionaries(
    st.sampled_from(["place", "summary", "claim_fen", "claims", "facts", "accepted_on", "difficult"]),
    st.integers(0, 5),
    min_size=1,
)


def _values(drawn: dict[str, int]) -> dict[str, object]:
    from datetime import date

    make = {
        "place": lambda n: "镇" * n,
        "summary": lambda n: f"<b>{n}\\\"'\n𨱏",
        "claim_fen": lambda n: None if n == 0 else 10**n,
        "claims": lambda n: ["偿还"] * n,
        "facts": lambda n: {"车牌": f"蒙A{n}", "rate": n / 10, "深": [{"n": None}] * n},
        "accepted_on": lambda n: None if n == 0 else date(2026, 1, n),
        "difficult": lambda n: n > 2,
    }
    return {field: make[field](n) for field, n in drawn.items()}


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["new", "change", "change, flush, change", "new and gone", "forgotten"]), VALUES, VALUES),
        max_size=8,
    )
)
def test_any_works_verify(database: Database, works: list[tuple[str, dict[str, int], dict[str, int]]]) -> None:
    with reading(database) as session:
        office = session.scalars(select(Organisation.id)).first()
    office = office or organisation(database)
    case = save_case(database, office)
    for kind, one, two in works:
        with saving(database, kind) as w:
            if kind == "new":
                case = save_case_in(w, office)
            else:
                noun = w.get(Case, case.id)
                w.change(noun, noun.version, _values(one))
                if kind == "change, flush, change":
                    w.flush()
                    w.change(noun, None, _values(two))
                if kind == "new and gone":
                    party = w.add(Party(case_id=case.id, ordinal=9, role="applicant", name="误"))
                    w.flush()
                    w.delete(party)
            if kind != "forgotten":
                w.commit()
    assert _found(database) == []


def save_case_in(w: object, office: int) -> Case:
    from tests.db.office_of_cases import add_case

    return add_case(w, office)  # type: ignore[arg-type]
