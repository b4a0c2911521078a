"""Every kind of paper as an empty form: nothing ticked, nothing struck out, lines and boxes to write in, a number that was set aside."""

import dataclasses
from datetime import date

import pypdfium2
import pytest
from sqlalchemy.orm import class_mapper

from db.queries import people
from db.vocabulary import NumberState, PaperKind
from desktop.documents import docx, pdf
from desktop.documents.blocks import Blank, Fields, Paper, Paragraph, Signatures, Table, texts
from desktop.documents.setting import Setting
from desktop.domain.refusal import Refusal
from desktop.services import actions, blank_case, blank_forms, intake, office_settings, papers
from desktop.services.desk import Desk, found
from desktop.services.papers import after_papers, agreement_papers, file_papers, way_papers
from desktop.services.papers.kind import About, Reach
from tests.services import road

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
ABOUT_STROKES = ("“／”", "■为所选项目")  # sentences that explain the marks


def rooms(paper: Paper) -> int:
    """The places to write in: ruled lines, lines in sentences, empty cells and names."""
    found = 0
    for block in paper.blocks:
        if isinstance(block, Blank):
            found += block.lines
        elif isinstance(block, Fields):
            found += sum(not cell.text.strip() for row in block.rows for cell in row.cells if not cell.label)
        elif isinstance(block, Table):
            found += sum(not cell.strip() for row in block.rows for cell in row)
        elif isinstance(block, Signatures):
            found += len(block.lines)
    return found + sum(text.count("＿＿") for _place, text in texts(paper))


def test_what_is_computed_is_no_form(desk: Desk) -> None:
    with pytest.raises(Refusal):
        blank_forms.paper(desk, PaperKind.CALCULATION)


def test_every_kind_prints_blank(desk: Desk) -> None:
    """In one office: making a new one for each of sixty kinds costs more than the forms."""
    for kind in PaperKind:
        if papers.KINDS[kind].by_hand:
            _is_blank(blank_forms.paper(desk, kind), kind)


def _is_blank(made: Paper, kind: PaperKind) -> None:
    for _place, text in texts(made):
        if not any(words in text for words in ABOUT_STROKES):
            assert "／" not in text and "■" not in text and "None" not in text and "、：" not in text, (kind, text)
    assert rooms(made) >= 3, kind
    assert "征求意见稿" not in made.page_marks()
    pages = pdf.page_count(made)
    assert 1 <= pages <= 4, (kind, pages)
    assert docx.render(made)[:2] == b"PK"


def test_a_blank_form_has_a_line_for_its_number_or_the_one_set_aside(desk: Desk) -> None:
    assert "编号：＿＿＿＿＿＿＿＿＿＿＿＿" in [text for _place, text in texts(blank_forms.paper(desk, PaperKind.AGREEMENT))]
    made = blank_forms.numbered(desk, PaperKind.AGREEMENT, 3, "巡回调解")
    numbers = [paper.number for paper in made]
    assert len(set(numbers)) == 3 and all("新诉调字" in number for number in numbers)
    series = next(row.series for row in office_settings.series(desk) if row.series.kind == "official")
    _row, kept = office_settings.outstanding(desk, series.id)
    assert [(one.text, one.state, one.holder) for one in kept] == [(number, NumberState.RESERVED, "巡回调解") for number in numbers]


def test_an_empty_form_is_made_tighter_where_that_saves_a_sheet(desk: Desk) -> None:
    pages = {PaperKind.AGREEMENT: 2, PaperKind.APPLICATION: 1, PaperKind.WAGE_SHEET: 1}
    assert {kind: pdf.page_count(blank_forms.paper(desk, kind)) for kind in pages} == pages
    lines = [block.lines for block in blank_forms.paper(desk, PaperKind.AGREEMENT).blocks if isinstance(block, Blank)]
    assert lines == [4, 7], "a line less of each, not none"


def test_what_is_found_out_later_is_left_to_the_hand(desk: Desk) -> None:
    plan = [text for _place, text in texts(blank_forms.paper(desk, PaperKind.NO_OBJECTION_PLAN))]
    assert "结果：□期满无书面异议，视为达成协议　□有书面异议，调解终结" in plan
    for kind in (PaperKind.REFERRAL_SLIP, PaperKind.REFERRAL_LETTER):
        assert not [text for _place, text in texts(blank_forms.paper(desk, kind)) if text.strip("　 ") == "与"]


def test_too_many_numbers_are_not_set_aside(desk: Desk) -> None:
    with pytest.raises(Refusal):
        blank_forms.numbered(desk, PaperKind.RECEIPT, 501)
    with pytest.raises(Refusal):
        blank_forms.numbered(desk, PaperKind.RECEIPT, 0)


def test_a_training_office_says_so_on_an_empty_form_too(desk: Desk) -> None:
    made = blank_forms.paper(dataclasses.replace(desk, training=True), PaperKind.RECEIPT)
    assert made.training and "培训样本，不具效力" in made.page_marks()


def test_the_party_line_has_a_label_for_every_field(desk: Desk) -> None:
    lines = "".join(block.text for block in blank_forms.paper(desk, PaperKind.APPLICATION).blocks if isinstance(block, Paragraph))
    for label in ("姓名", "性别", "民族", "出生日期", "职业", "住址", "证件号码", "联系电话"):
        assert lines.count(label) == 2, label


def test_a_case_takes_the_number_of_its_form(desk: Desk) -> None:
    (form,) = blank_forms.numbered(desk, PaperKind.REGISTRATION_FORM, 1)
    first = intake.open_case(desk, road.case(road.WANG, road.ZHANG))
    for wrong, code in (("（2026）新诉调字第99号", "not_found"), (form.number.replace("新诉调", "他诉调"), "not_found")):
        with pytest.raises(Refusal) as no:
            actions.act(desk, first.id, "accept", {"number": wrong})
        assert (no.value.field, no.value.code) == ("number", code)
    taken = actions.act(desk, first.id, "accept", {"number": form.number.replace("（", "(").replace("）", ")")})
    assert taken.number == form.number
    second = intake.open_case(desk, road.case())
    with pytest.raises(Refusal) as no:
        actions.act(desk, second.id, "accept", {"number": form.number})
    assert no.value.code == "used"
    assert actions.act(desk, second.id, "accept", {}).number != form.number


HOSTILE = "<b>{name}[［{{%s}}］]&amp;</b>——“，。！" + "长" * 400 + "A1b2C3" * 30


def test_hostile_words_stand_as_they_are_typed(desk: Desk) -> None:
    """Every text of a case says markup, braces and a long word; nothing of it is interpreted, nothing is lost, nothing leaves the page."""
    apart = (PaperKind.RECEIPT, PaperKind.NON_ACCEPTANCE)  # made from what was performed, and from a move: they have their own tests
    for each in (file_papers, way_papers, agreement_papers, after_papers):
        for row in each.KINDS:
            if row.by_hand and row.kind not in apart:
                _withstands(desk, row.kind)


def _withstands(desk: Desk, kind: PaperKind) -> None:
    with desk.reading() as session:
        own = found(people.organisation(session, desk.organisation_id), "")
        setting = Setting(organisation=own)
        case = blank_case.case(own, "（2026）新诉调字第7号", kind)
        case.received_on = case.entered_on = date(2026, 3, 9)
        for noun in (case, *case.parties, *case.sessions, *case.recusals, *case.extensions, *case.participants, *case.return_visits):
            for column in class_mapper(type(noun)).column_attrs:
                if getattr(noun, column.key) == "" and column.key not in ("category", "moj_type", "retention", "id_number", "uscc"):
                    setattr(noun, column.key, HOSTILE)
        for noun in (*case.sessions, *case.return_visits, *case.appointments):
            noun.day = date(2026, 3, 9)
        for one in case.recusals:
            one.asked_on = date(2026, 3, 9)
        for one in case.extensions:
            one.until = one.applicant_agreed_on = one.respondent_agreed_on = date(2026, 3, 9)
        about = About(session, case, setting, blank_case.ROW, date(2026, 3, 9), Reach(lambda _sha: b"", lambda: ()))
        made = papers.KINDS[kind].write(about)
    text = "".join("".join(words.split()) for _place, words in texts(made))
    if HOSTILE[:20] in text:
        assert "".join(HOSTILE.split()) in text, "whole and untouched"
    document = pypdfium2.PdfDocument(pdf.render(made))
    width, height = document[0].get_size()
    for page in document:
        for box in [page.get_textpage().get_charbox(n) for n in range(0, page.get_textpage().count_chars(), 37)]:
            assert -1 <= box[0] and box[2] <= width + 1 and -1 <= box[1] and box[3] <= height + 1, (kind, box)
    assert docx.render(made)
