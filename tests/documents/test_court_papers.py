"""The court's papers compared with what was approved: a text file for each, a line a text, so that a changed word is seen at once.

HEYI_GOLDEN=write python -m pytest tests/documents/test_court_papers.py    writes them anew; then look at the change before it is kept
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db.models.party import Party
from db.vocabulary import PaperKind, PartyRole
from desktop.documents import closing_report, docx, pdf, performance_certificate
from desktop.documents.blocks import Paper, texts
from desktop.documents.court import packet_list, power_of_attorney, service_log
from desktop.documents.insurer import injury_form
from tests.documents import cases, court, papers
from tests.domain.element_forms import grounds

GOLDEN = Path(__file__).parent / "golden" / "court"
SAME = ("organisation", "furniture.")  # as on every paper of an office


def _same(name: str, paper: Paper) -> None:
    path = GOLDEN / f"{name}.txt"
    lines = [text.replace("\n", " ⏎ ") for place, text in texts(paper) if text.strip() and not place.startswith(SAME)]
    found = "\n".join(lines) + "\n"
    if os.environ.get("HEYI_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8"), f"{name} is not as it was approved"


@pytest.mark.parametrize("name", court.MADE)
def test_paper_is_as_approved(name: str) -> None:
    paper = court.MADE[name]()
    _same(name, paper)
    assert 1 <= pdf.page_count(paper) <= 4
    assert docx.render(paper)[:2] == b"PK"


@pytest.mark.parametrize("key", court.FORMS)
def test_a_filled_form_is_as_approved(key: str) -> None:
    _same(f"form-{key}", court.claim(key))


@pytest.mark.parametrize("key", court.FORMS)
def test_an_answer_is_as_approved(key: str) -> None:
    _same(f"form-{key}-answer", court.claim(key, answer=True))


@pytest.mark.parametrize("write", [pdf.render, docx.render], ids=["pdf", "docx"])
def test_a_form_prints(write: Callable[[Paper], bytes]) -> None:
    assert len(write(court.claim("labour"))) > 5000


@pytest.mark.parametrize("name", court.MADE)
def test_nothing_of_a_program_is_printed(name: str) -> None:
    for place, text in texts(court.MADE[name]()):
        if place.startswith(SAME):
            continue
        assert "None" not in text and "{" not in text and not text.startswith("<"), (name, place, text)


def test_who_signs_for_a_list_has_a_line_of_it_before_his_eyes() -> None:
    torn = 0
    for count in range(14, 24):
        items = [packet_list.Item(f"材料之{n}", 1, 1) for n in range(count)]
        pages = papers.pages(pdf.render(packet_list.paper(court.loan(), court.SETTING, court.COURT, items, [], "（2021）新诉调字第12号")))
        torn += len(pages) > 1
        (signed,) = [page for page in pages if "移交人" in page]
        assert f"材料之{count - 1}" in signed and "移交日期" in signed, count
    assert 0 < torn < 10, "the lists run over the end of a page"


def test_a_power_of_attorney_for_two_stands_on_one_sheet() -> None:
    case = court.loan()
    (principal, *_others), agent = case.parties, next(one for one in case.parties if one.ties)
    second = cases.person(90, agent.role, "包某", employer=principal.name)
    second.ties = [cases.made(cases.PartyTie, **{**_tie(agent), "id": 90})]
    case.parties = [*case.parties, second]
    (page,) = papers.pages(pdf.render(power_of_attorney.paper(case, principal, court.SETTING)))
    assert "受委托人包某的代理权限" in page and page.index("受委托人包某的代理权限") < page.index("（盖章）") < page.index("日期")


def _tie(agent: Party) -> dict[str, Any]:
    tie = agent.ties[0]
    names = ("role", "for_party_id", "relation", "paper", "authority_level", "items", "valid_to")
    return {name: getattr(tie, name, None) for name in names}


def test_an_injury_form_keeps_its_sums_whole() -> None:
    facts = {
        **grounds.example("traffic"),
        "losses": [{"item": "medical", "amount": 13_812_050}, {"item": "disability", "agreed": 99_999_999}],
    }
    case = court.traffic()
    made = injury_form.paper(case, case.parties[0], court.SETTING, facts, court.given(PaperKind.INJURY_FORM))
    text = "".join(papers.pages(pdf.render(made)))
    assert "■医疗费" in text and "□整容费" in text
    assert "138,120.50" in text and "999,999.99" in text, "no sum is torn into two lines"


def test_the_service_log_says_who_received_for_whom() -> None:
    told = {**court.given(PaperKind.SERVICE_LOG), "receiver": "李某", "relation": "配偶", "proof": "回执"}
    lines = [text for _place, text in texts(service_log.paper(court.failed(), court.SETTING, [], [told]))]
    assert "李某（配偶）" in lines and "回执" in lines


def test_five_parties_and_a_mediator_sign_a_certificate_on_one_sheet() -> None:
    case = court.loan()
    case.parties = [*case.parties, *(cases.person(n, PartyRole.RESPONDENT, "李某") for n in (91, 92))]
    assert pdf.page_count(performance_certificate.paper(case, case.agreements[0], court.SETTING, court.DAY)) == 1


def test_a_closing_report_of_three_parties_with_a_long_story_stands_on_one_sheet() -> None:
    case = court.loan()
    case.summary = "事故经过、伤情和协商的情况。" * 24
    assert pdf.page_count(closing_report.paper(case, court.SETTING, court.DAY)) == 1
