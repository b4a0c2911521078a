"""The packet for a confirmation: what is missing first, then every paper, pages numbered through; what the chosen court asks besides."""

import io
import re
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from db.models.case import Case
from desktop.documents.blocks import texts
from desktop.domain.refusal import Refusal
from desktop.services import actions, attachments, office_settings, packet, pdf_binding, signing_set
from desktop.services.attachments import File
from desktop.services.desk import Desk
from tests.services import road

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


def walked(desk: Desk, until: str = "sign", **of_wang: Any) -> Case:
    sheet = road.case({**road.WANG, **of_wang}, road.ZHANG, claim="40000")
    owed = road.owed(debtors=["2"], amount="40000")
    return road.walk(desk, until, sheet, agreement={**road.values("agreement"), "obligations": [owed]})


def picture(colour: str) -> File:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(out, "PNG")
    return File("身份证.png", out.getvalue())


def asks(desk: Desk, *what: str, **more: Any) -> None:
    court = next(one for one in office_settings.courts(desk) if one.code == "内0102")
    office_settings.change_court(desk, court.id, {"asks": list(what), **more})


def outline(data: bytes) -> list[tuple[str, int]]:
    return [(mark.get_title(), mark.get_dest().get_index()) for mark in pypdfium2.PdfDocument(data).get_toc()]


def test_what_is_missing_is_named_first(desk: Desk) -> None:
    case = walked(desk)
    found = packet.lacks(desk, case.id)
    for words in ("诸葛明: a copy of the identity paper", "张某某: a copy of the identity paper", "张某某: the address", "No evidence"):
        assert any(line.startswith(words) for line in found), (words, found)
    page = pdf_binding.texts(packet.bound(desk, case.id))[0]
    assert "司法确认材料移交清单" in page and "诸葛明：缺少身份证件复印件" in page.replace("\n", "")
    assert page.index("缺少身份证件") < page.index("移交的材料")


def test_an_application_that_is_only_a_reading_copy_is_named(desk: Desk) -> None:
    case = walked(desk)
    assert "The application has not been issued: what is bound here is a reading copy." in packet.lacks(desk, case.id)
    actions.act(desk, case.id, "issue", {"paper": "confirmation_application"})
    left = packet.lacks(desk, case.id)
    assert "The application is not signed by everybody yet." in left and not [one for one in left if "reading copy" in one]


def test_originals_that_are_too_few_for_the_court_are_named(desk: Desk) -> None:
    case = walked(desk)
    assert not [one for one in packet.lacks(desk, case.id) if "originals" in one]
    asks(desk, originals=3)
    sentence = "Of the agreement 2 originals are left over for the court, it wants 3: issue it with more copies."
    assert sentence in packet.lacks(desk, case.id)


def test_what_was_handed_in_is_bound_and_not_missing_any_more(desk: Desk) -> None:
    case = walked(desk)
    rows = [
        {"name": "身份证复印件", "kind": "identity", "party": "1", "pages": 1},
        {"name": "身份证复印件", "kind": "identity", "party": "2", "pages": 1},
        {"name": "欠条", "kind": "contract", "party": "1", "pages": 1, "original": True},
    ]
    case = actions.act(desk, case.id, "evidence", {"evidence": rows})
    for n, colour in ((1, "red"), (2, "green"), (3, "blue")):
        attachments.attach(desk, case.id, picture(colour), {"evidence": n})
    for party in ("1", "2"):
        case = actions.act(desk, case.id, "service_address", {"party": party, "address": "呼和浩特市某街18号"})
    before = packet.lacks(desk, case.id)
    assert not [line for line in before if "copy of the identity" in line or "address" in line or "evidence" in line]
    marks = outline(packet.bound(desk, case.id))
    assert [title for title, _page in marks] == [
        "司法确认材料移交清单", "司法确认申请书", "调解组织主持调解的证明", "调解协议书", "人民调解记录", "权利义务告知书",
        "当事人身份证明：诸葛明", "当事人身份证明：张某某", "送达地址确认书：诸葛明", "送达地址确认书：张某某", "欠条",
    ]  # fmt: skip


def test_pages_run_through_and_the_list_names_them(desk: Desk) -> None:
    data = packet.bound(desk, walked(desk).id)
    pages, marks = pdf_binding.texts(data), outline(data)
    assert [re.findall(r"材料第 (\d+) 页", page) for page in pages] == [[str(n)] for n in range(1, len(pages) + 1)]
    first = pages[0].replace("\n", "")
    ends = [*[page for _title, page in marks[1:]], len(pages)]
    for (title, begin), end in zip(marks[1:], ends[1:], strict=True):
        told = f"{begin + 1}" if end - begin == 1 else f"{begin + 1}—{end}"
        assert told in first, (title, told, first)
    assert all(one[1] < other[1] for one, other in pairwise(marks))


def test_what_the_court_asks_besides_belongs_to_it(desk: Desk) -> None:
    case = walked(desk, account_name="诸葛明", bank_name="某银行", account_number="6222020200000001234")
    assert not [name for _code, name in packet.items(None) if "账户" in name]
    asks(desk, "收款账户", "undertaking", "调解笔录", "婚姻状况证明", originals=4)
    found = packet.look(desk, case.id)
    names = [one.name for one in found.pieces]
    assert "承诺书" in names and "收款账户信息" in names and names.count("人民调解记录") == 1
    assert "婚姻状况证明: the court asks for it; put it in by hand." in found.lacks
    assert next(one.copies for one in found.pieces if one.code == "agreement") == 4
    assert "6222020200000001234" in "".join(pdf_binding.texts(packet.bound(desk, case.id)))


def test_at_the_table_the_application_lies_with_the_agreement(desk: Desk) -> None:
    case = walked(desk, "issue")
    assert "The agreement is not signed by everybody yet." in packet.lacks(desk, case.id)
    kinds = [(one.kind.value, one.subject.n) for one in signing_set.to_sign(desk, case)]
    assert kinds[-4:] == [("agreement", 0), ("confirmation_application", 0), ("service_address", 1), ("service_address", 2)]
    text = "".join(pdf_binding.texts(packet.bound(desk, case.id))).replace("\n", "")
    assert "该协议自各方当事人签名、盖章或者按指印" in text
    guide = [text for _place, text in texts(signing_set.sheet(desk, case, signing_set.to_sign(desk, case)))]
    lines = [line for line in guide if line.startswith("诸葛明")]
    assert lines and all("送达地址确认书（2）" not in line for line in lines), "each signs for his own address alone"


def test_no_agreement_in_force_no_packet(desk: Desk) -> None:
    case = road.walk(desk, "session")
    with pytest.raises(Refusal) as no:
        packet.bound(desk, case.id)
    assert no.value.code == "not_found"
