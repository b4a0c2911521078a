"""Papers through the services on three engines: what a case can print when, one number of originals, an oral case, handing over."""

import re
from datetime import date
from typing import Any

import pypdfium2
import pytest

from db.models.case import Case
from db.vocabulary import FilePlace, PaperKind
from desktop import cli
from desktop.documents.blocks import texts
from desktop.domain.inputs.paper_sheets import SHEETS
from desktop.domain.refusal import Refusal
from desktop.services import actions, files, intake, originals, papers, printing, template_preview, templates
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services import road

ALWAYS = {  # what every case can print, asked for by name or not
    PaperKind.FILE_COVER, PaperKind.FILE_INDEX, PaperKind.APPLICATION, PaperKind.REGISTRATION_FORM, PaperKind.CASE_SLIP,
    PaperKind.RIGHTS_NOTICE, PaperKind.FILE_REMARKS, PaperKind.BACK_COVER,
    PaperKind.PRIOR_MEDIATION, PaperKind.MEDIATION_CONSENT, PaperKind.SERVICE_ADDRESS, PaperKind.UNDISPUTED_FACTS, PaperKind.SERVICE_LOG,
    PaperKind.COPY_SHEET, PaperKind.FILING_GUIDE, PaperKind.FEE_REDUCTION, PaperKind.CLAIM, PaperKind.ANSWER, PaperKind.FORM_QUESTIONS,
}  # fmt: skip
FIGURES = {"一": 1, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def walked(desk: Desk, until: str = "sign", **agreement: Any) -> Case:
    sheet = road.case(road.WANG, road.ZHANG, claim="40000")
    owed = road.owed(debtors=["2"], amount="40000")
    return road.walk(desk, until, sheet, agreement={**road.values("agreement"), "obligations": [owed], **agreement})


def done(desk: Desk, clock: Clock) -> Case:
    """Applied for, partly performed twice, visited."""
    found = walked(desk)
    actions.act(desk, found.id, "confirm_apply", {"court": "内0102", "undertaking": True})
    clock.day = date(2026, 3, 20)
    for amount in ("10000", "5000"):
        actions.act(desk, found.id, "perform", {"amount": amount})
    return actions.act(desk, found.id, "return_visit", {"performance": "部分履行", "way": "电话"})


def kinds(case: Case) -> list[str]:
    return [f"{one.kind.value}{one.subject or ''}" for one in printing.printable(case)]


def said(desk: Desk, case: Case, kind: PaperKind, subject: int = 0) -> str:
    return "\n".join(text for _place, text in texts(printing.paper(desk, case, kind, subject)))


def test_the_command_line_names_every_kind() -> None:
    assert set(cli.PAPERS) == {*(kind.value for kind in PaperKind), "signing", "file", "packet", "all"}
    assert set(papers.KINDS) == set(PaperKind)


def test_the_table_stands_in_the_order_of_the_file() -> None:
    places = [kind.place for kind in papers.KINDS.values() if kind.place is not None]
    assert places == sorted(places, key=list(FilePlace).index)
    assert all(key is kind.kind for key, kind in papers.KINDS.items())


def test_what_can_be_printed_grows_with_the_case(desk: Desk, clock: Clock) -> None:
    first = intake.open_case(desk, road.case(road.WANG, road.ZHANG))
    assert kinds(first) == ["application", "registration_form", "rights_notice"]
    assert kinds(done(desk, clock)) == [
        "application", "registration_form", "acceptance_form", "rights_notice", "session_record1", "agreement", "receipt1", "receipt2",
        "return_visit1", "confirmation_application", "closing_report",
    ]  # fmt: skip
    for kind in PaperKind:
        if kind not in ALWAYS:
            with pytest.raises(Refusal) as no:
                printing.paper(desk, first, kind)
            assert no.value.code == "not_found" and no.value.sentence


def everything(desk: Desk, clock: Clock) -> Case:
    """A case that has something to say for nearly every paper."""
    found = done(desk, clock)
    for kind in SHEETS:
        example = {key: value for key, value in actions.schema(kind.value)["example"].items() if key not in ("number", "day", "served_on")}
        if kind in (PaperKind.INVESTIGATION_RECORD, PaperKind.LAND_SKETCH):
            example["day"] = "2026-03-10"
        if kind is PaperKind.FILE_REMARKS:
            example = {"made_by": "赵某"}
        found = actions.act(desk, found.id, kind.value, example)
    return actions.act(desk, found.id, "evidence", {"evidence": [{"name": "借条", "party": "1"}]})


@pytest.mark.parametrize("engine_name", ["sqlite", "postgresql"])
def test_number_in_the_text_copies_and_list_agree(desk: Desk, clock: Clock) -> None:
    found = everything(desk, clock)
    told = 0
    for one in printing.printable(found):
        if one.kind is PaperKind.PLAIN_PAGE:
            continue
        if one.document_id is None:
            actions.act(desk, found.id, "issue", {"paper": one.kind.value, "session": one.subject or ""})
        n = printing.copies(desk, found, one.kind, one.subject)
        (rows,) = [
            rows for paper, rows in originals.of_case(desk, found) if paper.kind is one.kind and paper.subject_id == _id(found, one)
        ]  # fmt: skip
        assert len(rows) == n and all(row.holder for row in rows), one.kind
        counted = re.search("一式(.)份", said(desk, found, one.kind, one.subject))
        if counted:
            told += 1
            assert FIGURES[counted[1]] == n, one.kind
    assert told == 8
    agreement = next(rows for paper, rows in originals.of_case(desk, found) if paper.kind is PaperKind.AGREEMENT)
    assert [row.holder for row in agreement] == ["诸葛明", "张某某", road_name(), "司法确认和存档用", "司法确认和存档用"]
    assert [row.party_id is not None for row in agreement] == [True, True, False, False, False]


def road_name() -> str:
    return "新城区诉调对接人民调解委员会"


def _id(case: Case, one: printing.Printable) -> int | None:
    return papers.subject(case, one.kind, one.subject).id


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_fewer_copies_than_holders_are_not_promised(desk: Desk) -> None:
    found = walked(desk, copies=2, confirmation_wanted=False)
    assert "一式三份" in said(desk, found, PaperKind.AGREEMENT) and printing.copies(desk, found, PaperKind.AGREEMENT) == 3


def test_an_oral_case_prints_two_sheets(desk: Desk, clock: Clock) -> None:
    found = walked(desk, form="oral", confirmation_wanted=False)
    assert kinds(found) == ["registration_form", "agreement"]
    for one in printing.printable(found):
        paper = printing.paper(desk, found, one.kind)
        assert len(pypdfium2.PdfDocument(files.pdf(paper))) <= 2, "front and back of one sheet"
    text = said(desk, found, PaperKind.AGREEMENT)
    assert "口头协议登记表" in text and "40,000.00" in text and "诸葛明" in text
    with pytest.raises(Refusal):
        printing.paper(desk, found, PaperKind.CONFIRMATION_APPLICATION)


def test_receipts_say_what_is_left(desk: Desk, clock: Clock) -> None:
    found = done(desk, clock)
    first, second = (said(desk, found, PaperKind.RECEIPT, n) for n in (1, 2))
    assert "10,000.00元（大写：人民币壹万元整）" in first and "尚余人民币30,000.00元" in first
    assert "尚余人民币25,000.00元" in second and "第2次" in second
    assert "收到张某某支付" in first and "诸葛明" in first


def test_application_names_court_undertaking_and_both_as_applicants(desk: Desk, clock: Clock) -> None:
    text = said(desk, done(desk, clock), PaperKind.CONFIRMATION_APPLICATION)
    assert "被申请人" not in text and text.count("申请人：") == 2
    assert "没有恶意串通" in text and "呼和浩特市新城区人民法院" in text and "尚有人民币25,000.00元未履行" in text


def test_refused_case_prints_reasons_and_ways(desk: Desk) -> None:
    found = intake.open_case(desk, road.case(road.WANG, road.ZHANG))
    values = dict(actions.schema("reject")["example"])
    found = actions.act(desk, found.id, "reject", {**values, "rejected_on": "", "text": "双方纠纷已由人民法院受理。"})
    assert kinds(found) == ["application", "registration_form", "non_acceptance"]
    text = said(desk, found, PaperKind.NON_ACCEPTANCE)
    assert "不予受理" in text and "双方纠纷已由人民法院受理。" in text and "提起诉讼" in text and "一式两份" in text


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_only_what_is_read_aloud_bears_the_mark_of_a_draft(desk: Desk, clock: Clock) -> None:
    found = done(desk, clock)
    for one in printing.printable(found):
        marked = "征求意见稿" in printing.reading_copy(desk, found, one.kind, one.subject).page_marks()
        assert marked == (one.kind in (PaperKind.AGREEMENT, PaperKind.CONFIRMATION_APPLICATION)), one.kind


def test_originals_are_handed_over_once(desk: Desk, clock: Clock) -> None:
    found = walked(desk)
    clock.day = date(2026, 3, 10)
    for values, field in (
        ({"holder": "李某"}, "holder"),
        ({"holder": "诸葛明", "handed_on": "2026-03-08"}, "handed_on"),
        ({"holder": "诸葛明", "handed_on": "2026-03-11"}, "handed_on"),
        ({"holder": "诸葛明", "paper": "acceptance_form"}, "paper"),
        ({"holder": "诸葛明", "paper": "receipt"}, "session"),
    ):
        with pytest.raises(Refusal) as no:
            actions.act(desk, found.id, "hand_over", {"paper": "agreement", **values})
        assert no.value.field == field, no.value.sentence
    actions.act(desk, found.id, "hand_over", {"paper": "agreement", "holder": "诸葛明", "proof": "签收"})
    with pytest.raises(Refusal, match="has had this original since 2026年3月10日"):
        actions.act(desk, found.id, "hand_over", {"paper": "agreement", "holder": "1"})
    for _ in range(2):  # two bear one name
        actions.act(desk, found.id, "hand_over", {"paper": "agreement", "holder": "司法确认和存档用"})
    ((_paper, rows),) = originals.of_case(desk, found)
    assert [(row.handed_on, row.proof) for row in rows][:2] == [(date(2026, 3, 10), "签收"), (None, "")]


def test_an_issued_paper_stays_as_it_was_when_the_office_changes_its_wording(desk: Desk) -> None:
    templates.save(desk, "agreement", {"title": "调解协议"})
    case = walked(desk, "issue")
    before = printing.paper(desk, case, PaperKind.AGREEMENT)
    assert before.title == "调解协议"
    templates.save(desk, "agreement", {"title": "民间纠纷调解协议"})
    assert printing.paper(desk, case, PaperKind.AGREEMENT) == before
    assert printing.reading_copy(desk, case, PaperKind.AGREEMENT).title == "民间纠纷调解协议"
    assert template_preview.sample(desk, "agreement", 'title = "试"\n', case.id).title == "试"
