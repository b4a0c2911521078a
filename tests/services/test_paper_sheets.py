"""Sheets of papers: filled in, corrected, taken away, turned into their paper; papers that exist only on paper; what came back signed."""

from datetime import date

import pytest

from db.models.case import Case
from db.vocabulary import AgreementStatus, DocumentState, FilePlace, PaperKind
from desktop.documents.blocks import texts
from desktop.domain.inputs.paper_sheets import PLACES, SHEETS
from desktop.domain.refusal import Refusal
from desktop.services import actions, cases, file_contents, intake, paper_sheets, printing
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

ASKED = {"day": "2026-03-09", "asked": [{"name": "李某某"}], "text": "问：见过欠条吗？\n答：见过。", "place": "嘎查"}


def said(desk: Desk, case: Case, kind: PaperKind, n: int = 0) -> str:
    return "\n".join(text for _place, text in texts(printing.paper(desk, case, kind, n)))


def test_the_places_of_the_list_are_places_of_the_file() -> None:
    inside = [place.value for place in FilePlace if place not in file_contents.AROUND]
    assert [key for key, _label in PLACES] == inside


def begun(desk: Desk) -> Case:
    return road.walk(desk, "assign", road.case(road.WANG, road.ZHANG))


def test_a_sheet_is_filled_in_corrected_and_taken_away(desk: Desk) -> None:
    found = begun(desk)
    found = actions.act(desk, found.id, "investigation_record", ASKED)
    found = actions.act(desk, found.id, "investigation_record", {**ASKED, "text": "问：第二次。\n答：是。"})
    assert [(one.ordinal, one.day) for one in found.paper_sheets] == [(1, date(2026, 3, 9)), (2, date(2026, 3, 9))]
    assert "见过欠条吗" in said(desk, found, PaperKind.INVESTIGATION_RECORD, 1)
    found = actions.act(desk, found.id, "investigation_record", {"number": 2, "place": "办公室"})
    text = said(desk, found, PaperKind.INVESTIGATION_RECORD, 2)
    assert "办公室" in text and "第二次" in text, "what is not given stays"
    with pytest.raises(Refusal) as no:
        actions.act(desk, found.id, "investigation_record", {"number": 3, "place": "办公室"})
    assert no.value.field == "number"
    found = actions.act(desk, found.id, "paper_drop", {"paper": "investigation_record", "number": 1, "reason": "误填"})
    assert [one.ordinal for one in found.paper_sheets] == [2] and printing.printable(found)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_sheet_whose_paper_was_issued_stays_as_it_is(desk: Desk) -> None:
    found = begun(desk)
    actions.act(desk, found.id, "investigation_record", ASKED)
    actions.act(desk, found.id, "issue", {"paper": "investigation_record"})
    for action, values in (
        ("investigation_record", {"number": 1, "place": "他处"}),
        ("paper_drop", {"paper": "investigation_record", "reason": "误填"}),
    ):
        with pytest.raises(Refusal) as no:
            actions.act(desk, found.id, action, values)
        assert no.value.code == "not_allowed"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("kind", list(SHEETS))
def test_every_sheet_takes_its_example_and_makes_its_paper(desk: Desk, clock: Clock, kind: PaperKind) -> None:
    found = begun(desk)
    clock.day = date(2026, 4, 20)
    example = {key: value for key, value in actions.schema(kind.value)["example"].items() if key != "number"}
    found = actions.act(desk, found.id, kind.value, example)
    assert printing.paper(desk, found, kind).kind == kind.value
    kept = next(one for one in found.paper_sheets if one.kind is kind)
    again = {key: value for key, value in paper_sheets.typed(found, kept).items() if value not in (None, "")}
    actions.act(desk, found.id, kind.value, again)  # what was kept can be typed again


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_parties_of_a_sheet_are_those_of_the_case(desk: Desk) -> None:
    found = begun(desk)
    with pytest.raises(Refusal) as no:
        actions.act(desk, found.id, "proof_of_service", {"party": "李某"})
    assert no.value.field == "party"
    with pytest.raises(Refusal) as no:
        actions.act(desk, found.id, "understanding_letter", {"giver": "1", "receiver": "诸葛明", "text": "谅解"})
    assert no.value.field == "receiver"
    actions.act(desk, found.id, "issue", {"paper": "acceptance_form"})
    found = actions.act(desk, found.id, "proof_of_service", {"party": "2"})
    text = said(desk, found, PaperKind.PROOF_OF_SERVICE)
    assert "张某某" in text and "人民调解受理通知书" in text and "1份" in text


def test_papers_only_on_paper_stand_in_the_index_in_their_place(desk: Desk) -> None:
    found = begun(desk)
    found = actions.act(desk, found.id, "on_paper", {"place": "identity", "name": "身份证复印件", "pages": 2})
    with pytest.raises(Refusal):
        actions.act(desk, found.id, "on_paper", {"place": "identity", "name": "身份证复印件", "pages": 1})
    with desk.reading() as session:
        lines = printing.contents(desk, session, found)
    names = [line.name for line in lines]
    assert names.index("身份证复印件") > names.index("人民调解权利义务告知书")
    assert [(line.first, line.last) for line in lines] == [
        (first, first + count - 1) for first, count in _runs([line.last - line.first + 1 for line in lines])
    ]
    found = actions.act(desk, found.id, "on_paper_drop", {"name": "身份证复印件"})
    assert found.file_entries == []


def _runs(counts: list[int]) -> list[tuple[int, int]]:
    return [(1 + sum(counts[:n]), count) for n, count in enumerate(counts)]


def test_signed_with_correction(desk: Desk, clock: Clock) -> None:
    sheet = road.case(road.WANG, road.ZHANG, claim="40000")
    owed = road.owed(debtors=["2"], amount="40000")
    found = road.walk(desk, "issue", sheet, agreement={**road.values("agreement"), "obligations": [owed]})
    before = printing.paper(desk, found, PaperKind.AGREEMENT)
    change = {"place": "第1页第一项", "old": "40,000.00元", "new": "38,000.00元", "fingerprints": ["诸葛明", "张某某"]}
    with pytest.raises(Refusal):
        actions.act(desk, found.id, "signed", {"paper": "agreement"})
    with pytest.raises(Refusal) as no:
        actions.act(desk, found.id, "signed", {"paper": "agreement", "corrections": [{**change, "old": "", "new": ""}]})
    assert no.value.field == "corrections.0.new"
    changes = {"obligations": [road.owed(debtors=["2"], amount="38000")]}
    found = actions.act(desk, found.id, "signed", {"paper": "agreement", "corrections": [change], "changes": changes})
    standing = found.agreements[-1]
    assert standing.obligations[0].amount_fen == 3_800_000 and standing.status is AgreementStatus.ISSUED, "the record equals the paper"
    after = printing.paper(desk, found, PaperKind.AGREEMENT)
    assert after.blocks[: len(before.blocks)] == before.blocks, "the frozen blocks never change"
    text = "".join(text for _place, text in texts(after))
    assert "38,000.00元" in text and "诸葛明、张某某" in text and "有手写更正1处，见末页" in after.marks
    found = actions.act(desk, found.id, "sign", {"signed_on": "2026-03-09"})
    assert found.documents[-1].state is DocumentState.SIGNED
    with pytest.raises(Refusal):
        actions.act(desk, found.id, "signed", {"paper": "agreement", "corrections": [change], "changes": changes})
    assert not [one for one in cases.get(desk, found.id).documents if one.state is DocumentState.VOID]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_record_comes_back_signed_and_its_older_version_says_void(desk: Desk) -> None:
    found = road.walk(desk, "session", road.case(road.WANG, road.ZHANG))
    actions.act(desk, found.id, "issue", {"paper": "session_record"})
    found = actions.act(desk, found.id, "replace", {"paper": "session_record", "reason": "地点有误"})
    found = actions.act(desk, found.id, "signed", {"paper": "session_record"})
    old, new = found.documents
    assert (old.state, new.state) == (DocumentState.VOID, DocumentState.SIGNED)
    assert "作废" in printing.document(desk, found, old.id).page_marks()
    assert "作废" not in printing.document(desk, found, new.id).page_marks()
    with pytest.raises(Refusal):
        printing.document(desk, found, 9999)
    found = actions.act(desk, found.id, "undo", {"reason": "误登"})
    assert found.documents[-1].state is DocumentState.ISSUED


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_who_made_the_file_stands_on_cover_remarks_and_back(desk: Desk) -> None:
    found = intake.open_case(desk, road.case(road.WANG, road.ZHANG))
    actions.act(desk, found.id, "file_remarks", {"made_by": "赵某", "checked_by": "王某", "remarks": "附光盘"})
    found = actions.act(desk, found.id, "file_remarks", {"made_by": "孙某"})
    assert len(found.paper_sheets) == 1
    for kind in (PaperKind.FILE_COVER, PaperKind.FILE_REMARKS, PaperKind.BACK_COVER):
        assert "孙某" in said(desk, found, kind)
    assert "附光盘" in said(desk, found, PaperKind.FILE_REMARKS) and "王某" in said(desk, found, PaperKind.BACK_COVER)
