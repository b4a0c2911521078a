"""One work is one transaction: kept whole, only when committed, and never over somebody else's change."""

from datetime import datetime

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import InvalidRequestError

import db.engine
from db import journal
from db.engine import Database
from db.models.case import Case
from db.models.document import Document
from db.models.draft import Draft
from db.models.organisation import Organisation
from db.models.party import Party
from db.models.user import User
from db.trouble import Locked, Stale
from db.work import reading, work
from tests.databases import reopen
from tests.db.office_of_cases import NOW, add_case, organisation, paper, save_case, saving


def test_a_work_is_kept_when_committed(database: Database) -> None:
    case = save_case(database, organisation(database))
    with reading(database) as session:
        stored = session.get_one(Case, case.id)
        assert (stored.entry_number, stored.claim_fen, stored.claims) == ("2026-0001", 519_425_392, ["偿还借款本金"])
        assert session.scalars(select(Party.name).order_by(Party.ordinal)).all() == ["诸葛亮", "张三"]


def test_forgetting_to_commit_keeps_nothing(database: Database) -> None:
    office = organisation(database)
    with saving(database) as w:
        add_case(w, office)
        w.flush()
    with reading(database) as session:
        assert session.scalars(select(Case)).all() == []
        assert len(journal.history(session, 1)) == 0
        assert journal.verify(session) == []


def test_an_error_keeps_nothing(database: Database) -> None:
    office = organisation(database)
    with pytest.raises(ZeroDivisionError), saving(database) as w:
        add_case(w, office)
        w.flush()
        _ = 1 // 0
    with reading(database) as session:
        assert session.scalars(select(Case)).all() == []


def test_after_commit_the_work_is_over(database: Database) -> None:
    with saving(database) as w:
        w.add(Organisation(name="甲"))
        w.commit()
        with pytest.raises(InvalidRequestError):
            w.add(Organisation(name="乙"))
    with reading(database) as session:
        assert session.scalars(select(Organisation.name)).all() == ["甲"]


def test_a_moment_needs_its_zone(database: Database) -> None:
    with (
        pytest.raises(ValueError, match="time zone"),
        work(database, login="a", action="b", now=datetime(2026, 1, 1)),
    ):
        pass


def test_get_says_what_is_not_there(database: Database) -> None:
    with saving(database) as w, pytest.raises(LookupError, match="Case 99"):
        w.get(Case, 99)


def test_text_is_stored_exactly_as_typed(database: Database) -> None:
    names = ("𨱏<b>&{{x}}", "ᠮᠣᠩᠭᠣᠯ  ", 'O\'Brien "\\n" %s :x', "e\u0301 ﬁ Ⅳ")
    save_case(database, organisation(database), names)
    with reading(database) as session:
        assert tuple(session.scalars(select(Party.name).order_by(Party.ordinal))) == names
        assert journal.verify(session) == []


def test_a_change_over_a_newer_one_is_refused_with_both_values(database: Database) -> None:
    """The trap: the service reads the row again, so the row's own version fits and the first change would be lost."""
    case = save_case(database, organisation(database))
    with saving(database) as w:
        w.change(w.get(Case, case.id), 1, {"summary": "甲先改"})
        w.commit()
    with pytest.raises(Stale) as caught, saving(database) as w:
        w.change(w.get(Case, case.id), 1, {"summary": "乙后改"})
        w.commit()
    assert caught.value.conflicts == {"summary": (None, "甲先改", "乙后改")}
    with reading(database) as session:
        assert session.get_one(Case, case.id).summary == "甲先改"


def test_only_what_both_changed_is_a_conflict(database: Database) -> None:
    case = save_case(database, organisation(database))
    read = {"summary": case.summary, "place": case.place, "severity": case.severity, "cause": case.cause}
    with saving(database) as w:
        w.change(w.get(Case, case.id), 1, {"summary": "甲改", "place": "巴彦镇", "severity": "same"})
        w.commit()
    with pytest.raises(Stale) as caught, saving(database) as w:
        w.change(w.get(Case, case.id), 1, {"summary": "乙改", "place": "", "severity": "same", "cause": "民间借贷纠纷"}, read)
    assert caught.value.conflicts == {"summary": ("借款到期未还", "甲改", "乙改")}
    with saving(database) as w:
        changed = w.change(w.get(Case, case.id), 1, {"place": "", "severity": "same", "cause": "民间借贷纠纷"}, read)
        w.commit()
    assert (changed.summary, changed.place, changed.severity, changed.cause) == ("甲改", "巴彦镇", "same", "民间借贷纠纷")
    assert changed.version == 3


def test_two_windows_hold_one_another_up_and_lose_nothing(database: Database) -> None:
    case = save_case(database, organisation(database))
    other = reopen(database)
    try:
        with reading(other) as session:
            stale = session.get_one(Case, case.id).version
        with saving(database) as w:
            w.change(w.get(Case, case.id), 1, {"place": "甲"})
            w.commit()
        with pytest.raises(Stale), saving(other) as w:
            w.change(w.get(Case, case.id), stale, {"place": "乙"})
    finally:
        other.close()


def test_a_second_writer_waits_and_then_says_so(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db.engine, "WAIT_MS", 300)
    other = reopen(database)
    try:
        with saving(database) as w:
            w.add(Organisation(name="甲"))
            with pytest.raises(Locked), saving(other):
                pass
            with reading(other) as session:  # a reader is never held up
                assert session.scalars(select(Organisation)).all() == []
            w.commit()
        with saving(other) as w:
            w.add(Organisation(name="乙"))
            w.commit()
    finally:
        other.close()


def test_a_column_that_is_no_column_is_a_fault(database: Database) -> None:
    with saving(database) as w:
        noun = w.add(Organisation(name="甲"))
        for field in ("nonsense", "id", "version"):
            with pytest.raises(ValueError, match=field):
                w.change(noun, None, {field: 1})
        with pytest.raises(ValueError, match="belong"):
            w.change(Organisation(name="乙"), None, {"name": "丙"})


def test_one_entry_a_work_with_one_change_a_row(database: Database) -> None:
    office = organisation(database)
    with saving(database, "register", reason="来访") as w:
        case = add_case(w, office)
        w.flush()
        w.change(case, None, {"place": "巴彦镇"})
        w.flush()
        w.change(case, None, {"place": "榆林镇"})
        gone = w.add(Party(case_id=case.id, ordinal=3, role="applicant", name="误"))
        w.flush()
        w.delete(gone)
        w.commit()
    with saving(database, "correct") as w:
        found = w.get(Case, case.id)
        w.case_id = case.id
        w.change(found, found.version, {"place": "甲"})
        w.flush()
        w.change(found, None, {"place": "乙"})
        w.commit()
    with reading(database) as session:
        first, second = journal.history(session, case.id)
        assert (first.action, first.reason, first.login, first.at) == ("register", "来访", "wang", NOW)
        rows = [(change.what, change.table) for change in first.changes]
        assert sorted(rows) == [
            ("insert", "dispute_case"),
            ("insert", "number"),
            ("insert", "party"),
            ("insert", "party"),
            ("insert", "series"),
        ]
        assert next(c.values["place"] for c in first.changes if c.table == "dispute_case" and c.values) == [None, "榆林镇"]
        assert [(c.what, c.values) for c in second.changes] == [("update", {"place": ["榆林镇", "乙"], "version": [3, 5]})]
        assert journal.verify(session) == []


def test_nothing_changed_writes_no_entry(database: Database) -> None:
    case = save_case(database, organisation(database))
    with saving(database) as w:
        w.change(w.get(Case, case.id), 1, {"place": "", "claims": ["偿还借款本金"]})
        w.commit()
    with reading(database) as session:
        assert len(journal.history(session, case.id)) == 1
        assert session.get_one(Case, case.id).version == 1


def test_a_draft_is_outside_the_journal(database: Database) -> None:
    with saving(database) as w:
        user = w.add(User(login="wang", name="王", role="clerk"))
        w.flush()
        w.commit()
    with saving(database) as w:
        w.add(Draft(page="intake", owner_id=user.id, values={"name": "张"}, saved_at=NOW))
        w.commit()
    with reading(database) as session:
        assert session.execute(select(journal.HEAD.c.seq)).scalar_one() == 1
        assert journal.verify(session) == []


def test_a_bulk_statement_past_the_journal_is_a_fault(database: Database) -> None:
    with saving(database) as w:
        for statement in (insert(Organisation).values(name="甲"), update(Case).values(place="")):
            with pytest.raises(RuntimeError, match="journal"):
                w.session.execute(statement)


def test_a_late_column_is_recorded_by_its_hash(database: Database) -> None:
    case = save_case(database, organisation(database))
    with saving(database, "issue") as w:
        w.case_id = case.id
        document = w.add(paper(case.id))
        w.commit()
    with saving(database, "sign") as w:
        w.change(w.get(Document, document.id), 1, {"state": "signed"})
        w.commit()
    with saving(database, "mend", case.id) as w:
        w.change(w.get(Document, document.id), 2, {"blocks": {"blocks": []}})
        w.commit()
    with reading(database) as session:
        steps = journal.history(session, case.id)
        assert (steps[1].changes[0].values or {})["blocks"][1] == journal.fingerprint(paper(1).blocks)
        assert (steps[2].changes[0].values or {})["blocks"] == [journal.fingerprint(paper(1).blocks), journal.fingerprint({"blocks": []})]
        assert journal.verify(session) == []
    with saving(database, "take away") as w:
        w.delete(w.get(Document, document.id))
        w.commit()
    with reading(database) as session:
        assert journal.verify(session) == []


def test_a_case_is_not_taken_away_from_under_its_parties(database: Database) -> None:
    case = save_case(database, organisation(database))
    with pytest.raises(Exception, match="(?i)foreign key"), saving(database) as w:
        w.delete(w.get(Case, case.id))
        w.commit()
    with reading(database) as session:
        assert len(session.scalars(select(Party)).all()) == 2
