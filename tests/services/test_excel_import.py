"""An office begins in mid-year: its lists come in from Excel, every bad row comes back with what is wrong; and series out of one list."""

import io
import resource
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import xlsxwriter

from desktop import i18n
from desktop.domain.refusal import Refusal
from desktop.services import actions, case_series, cases, excel_import, people, register
from desktop.services.desk import Desk
from tests.services import road

MEDIATORS = (
    ("某某市调解员名册", "", "", "", ""),
    ("姓名*", "性别", "调解员证号", "擅长领域", "出生日期"),
    ("苏某某", "女", "003", "finance、other", "1980-03-05"),
    ("", "男", "004", "", ""),
    ("韩某某", "不详", "005", "飞行", "1980-13-01"),
    ("王某", "男", "001", "", ""),
)
CASES = (
    ("案号", "申请日期", "受理日期", "纠纷类别", "申请人", "申请人证件号", "被申请人", "标的额", "简要情况", "调解员"),
    ("（2026）新诉调字第8号", "2026-01-20", "2026-01-21", "other", "张某", "150105199008081521", "李某", "3万元", "相邻纠纷。", "白某"),
    ("（2026）新诉调字第7号", "2026-01-18", "2026-01-19", "finance", "某银行", "91150100701465AB7G", "刘某", "1,000.50", "借款。", ""),
    ("", "2026-03-01", "", "other", "高某", "", "郭某", "", "", ""),
    ("（2026）新诉调字第9号", "2026-03-01", "2026-02-01", "other", "高某", "", "郭某", "", "", ""),
    ("", "2026-03-01", "", "飞行", "高某", "", "郭某", "", "", ""),
    ("", "2026-03-01", "2026-03-02", "other", "高某", "", "郭某", "一百", "", "没有此人"),
)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    """The sheets of an office speak Chinese, and so do the choices in them."""
    i18n.use("zh_Hans_CN")
    yield
    i18n.use("en")


def xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for n, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(n, column, cell)
    book.close()
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_mediators_come_in_and_bad_rows_come_back_with_what_is_wrong(desk: Desk) -> None:
    before = len(people.mediators(desk))
    dry = excel_import.come_in(desk, "mediator", xlsx(MEDIATORS))
    assert (dry.made, dry.dry, [row.n for row in dry.bad]) == (1, True, [4, 5, 6])
    assert len(people.mediators(desk)) == before
    done = excel_import.come_in(desk, "mediator", xlsx(MEDIATORS), dry=False)
    assert done.made == 1 and len(people.mediators(desk)) == before + 1
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(done.sheet)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [row[:5] for row in sheet] == [[str(cell) for cell in row] for row in MEDIATORS]
    wrong = [row[5] for row in sheet]
    assert wrong[2] == "" and all(wrong[n] for n in (1, 3, 4, 5))
    assert "性别" in wrong[4] and "出生日期" in wrong[4] and "5" in wrong[4]


def test_all_or_nothing_takes_nothing_where_one_row_is_wrong(desk: Desk) -> None:
    before = len(people.mediators(desk))
    assert excel_import.come_in(desk, "mediator", xlsx(MEDIATORS), dry=False, whole=True).made == 0
    assert len(people.mediators(desk)) == before
    assert excel_import.come_in(desk, "mediator", xlsx(MEDIATORS[:3]), dry=False, whole=True).made == 1
    assert len(people.mediators(desk)) == before + 1


def test_organisations_come_in_once(desk: Desk) -> None:
    rows = (("名称", "简称"), ("某某人民调解委员会", "某人调"), ("某某人民调解委员会", "某人调"), ("只有名称", ""))
    done = excel_import.come_in(desk, "organisation", xlsx(rows), dry=False)
    assert (done.made, [row.n for row in done.bad]) == (1, [3, 4])


def test_running_cases_keep_their_numbers_and_days_and_the_series_goes_on_behind(desk: Desk) -> None:
    dry = excel_import.come_in(desk, "case", xlsx(CASES))
    assert (dry.made, [row.n for row in dry.bad]) == (3, [5, 6, 7])
    assert list(register.page(desk, limit=0)) == []
    done = excel_import.come_in(desk, "case", xlsx(CASES), dry=False)
    assert (done.made, [row.n for row in done.bad]) == (3, [5, 6, 7])
    eight = cases.get(desk, "（2026）新诉调字第8号")
    assert (eight.stage, eight.claim_fen, str(eight.accepted_on)) == (
        "assigned",
        3_000_000,
        "2026-01-21",
    )
    assert [move.key for move in eight.moves] == ["accept", "assign"]
    assert cases.get(desk, "（2026）新诉调字第7号").parties[0].uscc == "91150100701465AB7G"
    assert len(register.find(desk, "高某")) == 1
    nine = actions.act(desk, road.walk(desk).id, "accept", {})
    assert nine.number == "（2026）新诉调字第9号"
    again = excel_import.come_in(desk, "case", xlsx(CASES[:3]), dry=False)
    assert again.made == 0 and len(again.bad) == 2


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_hostile_files_are_refused_with_a_sentence_in_little_memory(desk: Desk, tmp_path: Path) -> None:
    bomb = zipped(xl__workbook_xml=b"", **{"xl__workbook.xml": b"<workbook/>", "xl__worksheets__sheet1.xml": b"0" * 300_000_000})
    old = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    files = {
        "empty": b"", "random": bytes(range(256)) * 40, "html": b"<html><table><tr><td>1</td></tr></table></html>", "bomb": bomb,
        "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "zip": zipped(a=b"1"), "cut": xlsx(MEDIATORS)[:900],
        "hollow": zipped(**{"xl__workbook.xml": b"<workbook/>"}), "none": xlsx(()), "only heads": xlsx(MEDIATORS[:2]),
        "no heads": xlsx((("一", "二"),) * 3), "wide": xlsx([["姓名", "性别", *["x"] * 300]] * 2),
    }  # fmt: skip
    for name, data in files.items():
        with pytest.raises(Refusal) as no:
            excel_import.come_in(desk, "mediator", data)
        assert no.value.faults[0].field == "file", name
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - old < 60_000  # KiB
    with pytest.raises(Refusal):
        excel_import.come_in(desk, "mediator", tmp_path / "nothing.xlsx")
    with pytest.raises(Refusal):
        excel_import.come_in(desk, "dragon", xlsx(MEDIATORS))


def test_what_looks_like_a_formula_stays_text(desk: Desk) -> None:
    rows = (("姓名", "性别"), ("=1+1", "不详"))
    sheet = excel_import.come_in(desk, "mediator", _texts(rows)).sheet
    with zipfile.ZipFile(io.BytesIO(sheet)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def _texts(rows: Sequence[Sequence[str]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    for n, row in enumerate(rows):
        sheet.write_row(n, 0, row)
    book.close()
    return out.getvalue()


# --- a series -------------------------------------------------------------------------------------------------------------------------

TEMPLATE = {
    "category": "other", "cause": "物业服务合同纠纷", "summary": "{业主}拖欠{楼号}物业费{金额}元。", "claims": ["请求支付物业费{金额}元。"],
    "claim": "{金额}",
    "parties": [
        {"role": "applicant", "kind": "company", "name": "某物业公司", "uscc": "91150122MA0NXYG881", "legal_representative": "丁某"},
        {"role": "respondent", "name": "{业主}", "id_number": "{身份证号}"},
    ],
}  # fmt: skip
OWNERS = "业主\t身份证号\t金额\t楼号\n张某\t150105199008081521\t1200\t3号楼\n李某\t\t八百\t4号楼\n高某\t\t960.5\t5号楼"


def test_a_series_of_cases_is_made_of_one_list_and_one_template(desk: Desk) -> None:
    said = {"series": "2026年某小区物业费", "list": OWNERS}
    for dry in (True, False):
        opened = case_series.open_series(desk, TEMPLATE, said, dry=dry)
        assert [row.n for row in opened.bad] == [3] and opened.numbers == {}
    assert case_series.of_series(desk, "2026年某小区物业费") == []

    opened = case_series.open_series(desk, TEMPLATE, said, whole=False)
    assert sorted(opened.numbers) == [2, 4]
    found = case_series.of_series(desk, "2026年某小区物业费")
    assert [one.entry_number for one in found] == list(opened.numbers.values())
    case = cases.get(desk, found[1].case_id)
    assert (case.summary, case.claim_fen, case.parties[1].name) == ("高某拖欠5号楼物业费960.5元。", 96_050, "高某")
    assert case.claims == ["请求支付物业费960.5元。"] and case.series_key == "2026年某小区物业费"

    whole = case_series.open_series(desk, TEMPLATE, {**said, "list": OWNERS.replace("八百", "800")})
    assert len(whole.numbers) == 3 and whole.bad == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("template", "values", "field"),
    [
        ({**TEMPLATE, "place": "{小区}"}, {"series": "一", "list": OWNERS}, "template"),
        (TEMPLATE, {"series": "", "list": OWNERS}, "series"),
        (TEMPLATE, {"series": "一", "list": "业主\t身份证号\t金额\t楼号"}, "list"),
        (TEMPLATE, {"series": "一", "list": "业主\t业主\n张某\t李某"}, "list"),
    ],
)
def test_a_list_or_template_that_cannot_be_read_is_refused(desk: Desk, template: Any, values: Any, field: str) -> None:
    with pytest.raises(Refusal) as no:
        case_series.open_series(desk, template, values)
    assert no.value.faults[0].field == field
