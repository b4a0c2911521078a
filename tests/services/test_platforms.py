"""A case typed again on a platform: fields in its order, ticks that fall with a change, files renamed; its list laid beside ours."""

import io
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from db.models.case import Case
from desktop.domain import platforms as rules
from desktop.domain.refusal import Refusal
from desktop.services import actions, attachments, cases, platform_lists, platform_values, platforms
from desktop.services.attachments import File
from desktop.services.desk import Desk
from tests.services import road

sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])
HEAD = ["申请编号", "申请人", "被申请人", "案由", "标的金额", "收案日期", "调解员"]


def loan(desk: Desk, **values: Any) -> Case:
    known = {
        "platform_number": "TJ2026-15001", "source": "referred_court",
        "cause": "民间借贷纠纷", "category": "private_loan", "claim": "40000",
    }  # fmt: skip
    sheet = road.case(road.WANG, road.ZHANG, **{**known, **values})
    referral = {"court": "内0102", "court_number": "（2026）内0102诉前调16号", "received_on": "2026-03-02"}
    return road.walk(desk, "assign", {**sheet, "referral": referral})


def texts_of(desk: Desk, case: Case, key: str = "") -> dict[str, str]:
    return {line.place: line.text for line in platforms.sheet(desk, case.id, key).lines}


@sqlite
def test_every_field_of_a_platform_has_a_text_in_its_order(desk: Desk) -> None:
    case = loan(desk)
    for key, asked in platform_values.all_platforms().items():
        made = platforms.sheet(desk, case.id, key)
        once = [line.label for line in made.lines if line.place.count(".") == 0]
        assert once == [entry.label for group in asked.groups if not group.each for entry in group.entries]
        told = {line.place: line.text for line in made.lines}
        assert told.get("claim", "40000.00") == "40000.00"
        assert told["parties.1.name"] == "诸葛明" and told["parties.2.id_number"] == "150122197604123510"
        assert "None" not in "".join(told.values()), key


@sqlite
def test_what_is_lacking_is_named_and_the_sheet_prints(desk: Desk) -> None:
    case = loan(desk)
    lacking = {line.place for line in platforms.sheet(desk, case.id).lines if line.lacking}
    assert "outcome" in lacking and "parties.1.name" not in lacking
    assert "诸葛明" in str(platforms.printed(desk, case.id))


@sqlite
def test_a_tick_falls_when_the_case_says_something_else(desk: Desk) -> None:
    case = loan(desk)
    actions.act(desk, case.id, "copied", {"places": ["claim", "parties.2.phone"]})
    assert platforms.sheet(desk, case.id).ticked == {"claim", "parties.2.phone"}
    actions.act(desk, case.id, "copied", {"places": ["claim"], "entered": False})
    assert platforms.sheet(desk, case.id).ticked == {"parties.2.phone"}
    actions.act(desk, case.id, "copied", {"platform": "justice"})
    whole = platforms.sheet(desk, case.id, "justice")
    assert whole.ticked == {line.place for line in whole.lines}
    assert platforms.sheet(desk, case.id).ticked == {"parties.2.phone"}, "each platform has ticks of its own"
    actions.act(desk, case.id, "session", road.values("session"))
    after = platforms.sheet(desk, case.id, "justice")
    assert "last_session" not in after.ticked and "summary" in after.ticked, "what changed since is open again"
    for values, field in (({"places": ["no.such"]}, "places"), ({"platform": "none"}, "platform")):
        with pytest.raises(Refusal) as no:
            actions.act(desk, case.id, "copied", values)
        assert no.value.field == field


@sqlite
def test_files_go_out_under_the_names_of_the_platform(desk: Desk, tmp_path: Path) -> None:
    case = actions.act(
        desk, loan(desk).id, "evidence", {"evidence": [{"name": "借条/复印件：甲", "kind": "contract", "party": "1", "pages": 1}]}
    )
    out = io.BytesIO()
    Image.new("RGB", (30, 20)).save(out, "PNG")
    attachments.attach(desk, case.id, File("IMG 0001.PNG", out.getvalue()), {"evidence": 1})
    attachments.attach(desk, case.id, File("其他.PNG", out.getvalue()))
    names = [file.name for file in platforms.export_files(desk, case.id, tmp_path)]
    assert len(set(names)) == 2 and all((tmp_path / name).read_bytes() == out.getvalue() for name in names)
    assert "借条_复印件：甲" in names[0] and "申请人" in names[0] and names[0].endswith(".png")


# --- the list that comes back ---------------------------------------------------------------------------------------------------------


def _xlsx(*rows: list[Any]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for n, row in enumerate(rows):
        sheet.write_row(n, 0, row)
    book.close()
    return out.getvalue()


def _csv(encoding: str, *rows: list[Any]) -> bytes:
    return "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows).encode(encoding)


@pytest.mark.parametrize("kind", ["xlsx", "csv", "gb18030"])
@sqlite
def test_a_list_is_laid_beside_the_cases_here(desk: Desk, kind: str) -> None:
    loan(desk)
    loan(desk, platform_number="TJ2026-15002", summary="另一笔借款。", claim="50000")
    loan(desk, platform_number="", summary="未录入。")
    same = ["ＴＪ2026-15001", "诸葛明", "张某某", "民间借贷纠纷", "40,000.00", "2026/3/2", "王某"]
    other = ["TJ2026-15002", "诸葛明", "张某某、李某", "民间借贷纠纷", "50000元", "2026年3月3日", ""]
    gone = ["TJ2026-99999", "王五", "赵六", "买卖合同纠纷", "1", "2026-03-01", "王某"]
    rows = [["导出清单", "", "", "", "", "", ""], HEAD, same, other, gone, gone, [""] * 7]
    data = _xlsx(*rows) if kind == "xlsx" else _csv("utf-8-sig" if kind == "csv" else "gb18030", *rows)
    found = platform_lists.lay(desk, data, name="list.csv" if kind != "xlsx" else "list.xlsx").found
    assert found.only_here == []
    assert [number for number, _about in found.only_there] == ["TJ2026-99999"] and "王五" in found.only_there[0][1]
    assert [(one.number, one.label, one.here, one.there) for one in found.differing] == [
        ("TJ2026-15002", "被申请人", "张某某", "张某某、李某"), ("TJ2026-15002", "申请日期", "2026-03-02", "2026年3月3日"),
    ]  # fmt: skip
    assert found.same == 1 and found.twice == ["TJ2026-99999"]
    less = platform_lists.lay(desk, _csv("utf-8", HEAD, other), name="a.csv").found
    assert [number for number, _about in less.only_here] == ["TJ2026-15001"]


TABBED = "申请编号\t申请人\t被申请人\r\nTJ2026-15001\t诸葛明\t张某某\r\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", TABBED.encode("utf-16")), ("a.csv", TABBED.encode()), ("a.txt", TABBED.replace("\t", ";").encode("gb18030")),
        ("a.csv", '申请编号,申请人,被申请人\n"\tTJ2026-15001",\t诸葛明,张某某\n'.encode("gb18030")),
        ("a.csv", '\ufeff申请编号,申请人,被申请人\n="TJ2026-15001",诸葛明,\'张某某\n'.encode()),
        ("a.xlsx", _xlsx(["申请编号", "申请人"], ["'TJ2026-15001", "诸葛 明"])),
    ],
)  # fmt: skip
@sqlite
def test_a_list_is_read_as_platforms_and_excel_write_it(desk: Desk, name: str, data: bytes) -> None:
    loan(desk)
    found = platform_lists.lay(desk, data, name=name).found
    assert (found.same, found.only_here, found.only_there, found.differing) == (1, [], [], [])


@sqlite
def test_only_the_months_of_the_list_are_looked_for(desk: Desk) -> None:
    loan(desk)
    loan(desk, platform_number="TJ2026-15009", summary="另一笔借款。", received_on="2026-01-15")
    rows = [HEAD, ["TJ2026-88888", "王五", "赵六", "买卖合同纠纷", "1", "2026-03-20", ""]]
    found = platform_lists.lay(desk, _csv("utf-8", *rows), name="a.csv").found
    assert [number for number, _about in found.only_here] == ["TJ2026-15001"], "January is no month of this list"
    assert [day.isoformat() for day in found.months or ()] == ["2026-03-01", "2026-03-31"]
    rows[1][5] = ""
    every = platform_lists.lay(desk, _csv("utf-8", *rows), name="a.csv").found
    assert len(every.only_here) == 2 and every.months is None


@sqlite
def test_a_number_that_is_missing_here_is_taken_over(desk: Desk) -> None:
    one = loan(desk, platform_number="")
    other = loan(desk, platform_number="TJ2026-15002", summary="另一笔借款。")
    rows = [HEAD, ["TJ2026-15001", "诸葛 明", "张某某", "民间借贷纠纷", "40000", "2026-03-02", ""]]
    laid = platform_lists.lay(desk, _csv("utf-8", *rows), name="a.csv")
    assert [(fit.id, fit.number) for fit in laid.perhaps["TJ2026-15001"]] == [(one.id, one.number)]
    assert [fit.id for fit in laid.here("TJ2026-15002")] == [other.id]
    platform_lists.take_number(desk, one.id, "TJ2026-15001")
    assert cases.get(desk, "TJ2026-15001").id == one.id
    for case_id, number in ((one.id, "TJ2026-15003"), (other.id, "TJ2026-15001")):
        with pytest.raises(Refusal) as no:
            platform_lists.take_number(desk, case_id, number)
        assert no.value.field == "platform_number"
    again = platform_lists.lay(desk, _csv("utf-8", *rows), name="a.csv")
    assert again.found.only_there == [] and again.perhaps == {}


@sqlite
def test_a_court_number_names_the_case_where_both_have_one(desk: Desk) -> None:
    one = loan(desk, platform_number="")
    head = ["申请编号", "案号", "申请人", "被申请人"]
    rows = [head, ["TJ1", "（2026）内0102诉前调16号", "诸葛明", "张某某"], ["TJ2", "（2026）内0102诉前调17号", "诸葛明", "张某某"]]
    laid = platform_lists.lay(desk, _csv("gb18030", *rows), name="a.csv")
    assert {number: [fit.id for fit in fits] for number, fits in laid.perhaps.items()} == {"TJ1": [one.id]}


@sqlite
def test_a_number_that_two_cases_bear_is_named(desk: Desk) -> None:
    pair = [loan(desk), loan(desk, summary="同一编号误录。")]
    laid = platform_lists.lay(desk, _csv("utf-8", HEAD, ["TJ2026-15001", "诸葛明", "张某某", "", "", "", ""]), name="a.csv")
    assert laid.found.twice_here == ["TJ2026-15001"]
    assert [one.id for one in laid.here("TJ2026-15001")] == [case.id for case in pair]


NOTHING = "There is no row in the list."


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"\x81\x00\xff\xff\xff", "no text"), ("a.csv", b"", NOTHING), ("a.csv", b",,\r\n,,\r\n", NOTHING),
        ("a.csv", "姓名,电话\n甲,1\n".encode(), "申请编号"), ("a.csv", "申请人,被申请人\n甲,乙\n".encode(), "申请编号"),
        ("a.xlsx", b"PK", "no .xlsx"), ("a.xlsx", b"", "empty"), ("a.xlsx", b"PK\x03\x04" + b"0" * 50, "damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"0" * 50, "old .xls"), ("a.xls", b"<html><table>", "web page"),
        ("a.csv", b"\x00" * 40, "no text"), ("a.csv", "申请编号".encode("utf-16"), "申请编号"),
        ("a.csv", "申请编号,申请人\n\"TJ1,甲\nTJ2,乙\n".encode(), "quotation"), ("a.csv", "申请编号,申请人\n".encode(), "nothing under"),
        ("a.csv", b"x" * 10_000_001, "10 MB"), ("a.csv", ("申请编号,申请人\n" + "1,2\n" * 6000).encode(), "month by month"),
        ("a.csv", "申请编号,申请人,申请编号\n1,2,3\n".encode(), "two columns"),
        ("a.csv", "申请编号,申请人\nT\x07J,甲\n".encode(), "U+0007"),
        ("a.xlsx", _xlsx(["申请编号", "申请人"]), "nothing under"), ("a.xlsx", _xlsx([], []), NOTHING),
    ],
)  # fmt: skip
@sqlite
def test_a_list_that_is_none_is_refused_and_says_why(desk: Desk, name: str, data: bytes, said: str) -> None:
    with pytest.raises(Refusal) as no:
        platform_lists.lay(desk, data, name=name)
    assert said in no.value.sentence, no.value.sentence


@sqlite
def test_a_formula_is_never_worked_out(desk: Desk) -> None:
    loan(desk)
    rows = [HEAD, ["TJ2026-15001", "=1+1", "=cmd|' /C calc'!A0", "", "=40000", "", ""]]
    found = platform_lists.lay(desk, _csv("utf-8", *rows), name="a.csv").found
    assert ("被申请人", "=cmd|' /C calc'!A0") in [(one.label, one.there) for one in found.differing]


@pytest.mark.parametrize(
    ("value", "one", "other", "equal"),
    [
        ("claim", "40000", "4万", True), ("claim", "40000", "40,000.01", False), ("claim", "40000", "约四万", False),
        ("received_on", "2026-03-02", "2026/3/2 10:30:00", True), ("applicants", "甲、乙", "乙；甲", True),
        ("cause", "民间借贷纠纷", "民间 借贷纠纷", True),
        ("cause", "民间借贷纠纷", "借款合同纠纷", False),
    ],
)  # fmt: skip
def test_two_texts_say_the_same(value: str, one: str, other: str, equal: bool) -> None:
    assert rules.equal(value, one, other) == equal


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=8))
def test_any_name_makes_a_file_name(role: str, name: str, ending: str) -> None:
    for asked in platform_values.all_platforms().values():
        made = rules.file_name(asked, 1, role, name, "")
        assert made and len(made) <= 120 and not set(made) & set('<>:"/\\|?*\x00\n') and made not in (".", "..")


@given(st.text(max_size=30))
def test_a_text_equals_itself(text: str) -> None:
    for value in ("applicants", "cause", "received_on"):
        assert rules.equal(value, text, text)
