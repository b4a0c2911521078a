"""The office's own wording and page: laid over the shipped one, named where it is broken, frozen with what was issued."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import agreement, blocks, own_page, page_layout, pdf, template, words
from desktop.documents.blocks import Align, Furniture, Letterhead, PageNumber, Paper, Paragraph, SealPlace
from desktop.documents.setting import Setting
from tests.documents import cases, papers

KNOWN = {"say.owes": ("debtor", "sum"), "title": ()}


def setting(**own: str) -> Setting:
    return dataclasses.replace(cases.setting(), own=own)


def test_a_sentence_of_the_office_is_laid_over_the_shipped_one() -> None:
    case = cases.loan()
    made = agreement.paper(case, case.agreements[0], setting(agreement='title = "调解协议"\n', words='[furniture]\npage = "— {page} —"\n'))
    assert made.title == "调解协议"
    shipped = agreement.paper(case, case.agreements[0], cases.setting())
    assert shipped.title == "人民调解协议书"
    assert made.furniture.page == "— {page} —" and "第" in shipped.furniture.page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[heading]\nfacts = "{who}"\ntitle = 3\n', "agreement.toml, line 2, heading.facts: there is no field who here"),
        ("[nothing]\nhere = 'x'\n", "agreement.toml, line 2, nothing.here: there is no such sentence in this paper"),
        ("title = '协议\n", "agreement.toml is not a valid template"),
        ("title = ['x']\n", "a sentence stands in quotation marks"),
        ("a" * 5000, "agreement.toml is not a valid template"),
    ],
)
def test_a_broken_file_names_its_place_and_never_stops_the_shipped_one(text: str, told: str) -> None:
    found = template.over("agreement", agreement.DECLARED, text)
    assert told in "\n".join(fault.sentence for fault in found.faults)
    case = cases.loan()
    assert agreement.paper(case, case.agreements[0], setting(agreement=text)).title == "人民调解协议书"


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["title", "say.owes", "say.other", "word.a"]), st.text(max_size=60), max_size=4))
def test_what_the_program_writes_into_a_file_is_read_back(sentences: dict[str, str]) -> None:
    sentences = {name: text.replace("\r", "").encode("utf-8", "ignore").decode() for name, text in sentences.items()}
    read = dict(template.flat(template.assets.parse_toml(template.written(sentences))))
    assert read == sentences


OWN = """
[layouts.official]
margin = { top = 60.0 }
seal = 50
[letterhead]
kinds = "all"
name = "新城区诉调对接中心"
below = "地址：新华大街1号"
[seal]
align = "left"
"""


def test_the_own_page_is_kept_with_the_paper() -> None:
    case = cases.loan()
    made = agreement.paper(case, case.agreements[0], setting(page=OWN))
    assert made.page == (PageNumber("margin.top", 60.0), PageNumber("seal", 50.0))
    assert made.blocks[0] == Letterhead("新城区诉调对接中心", "地址：新华大街1号")
    assert [one.align for one in made.blocks if isinstance(one, SealPlace)] == [Align.LEFT]
    assert blocks.from_json(blocks.to_json(made)) == made
    layout = page_layout.layout(made.layout, made.page)
    assert layout.top == pytest.approx(60 * page_layout.MM)
    assert page_layout.layout("official").top == pytest.approx(37 * page_layout.MM), "the shipped page is as it was"
    first = papers.pages(pdf.render(made, computer_fonts=False))[0]
    assert "新城区诉调对接中心" in first and "地址：新华大街1号" in first


def test_an_issued_paper_does_not_change_with_the_page() -> None:
    case = cases.loan()
    before = agreement.paper(case, case.agreements[0], setting(page=OWN))
    kept = blocks.to_json(before)
    own_page.read(OWN.replace("60.0", "20.0"))
    assert pdf.render(blocks.from_json(kept), computer_fonts=False) == pdf.render(before, computer_fonts=False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[layouts.none]\nfoot = 1\n", "page.toml, layouts.none: there is no such layout"),
        ("[layouts.official]\nfeet = 1\n", "page.toml, layouts.official.feet: there is no such name in a page"),
        ("[layouts.official]\nfoot = 'low'\n", "a number from 0 to 500 stands here"),
        ("[layouts.official]\nfoot = -3\n", "a number from 0 to 500 stands here"),
        ("[layouts.official]\nmargin = { top = 200, bottom = 90 }\n", "these numbers leave no room for the text"),
        ("[layouts.official]\nbody = { size = 1 }\n", "these numbers leave no room for the text"),
        ("[seal]\nalign = 'up'\n", "right, centre or left stands here"),
        ("[letterhead]\nname = 5\n", "a sentence stands in quotation marks"),
        ("[letterhead]\nkinds = [1]\nname = 'x'\n", "names of papers"),
        ("seal = 4\n", "page.toml, seal: a table stands here"),
        ("[head\n", "page.toml is not a valid template"),
        ("[hat]\n", "page.toml, hat: there is no such name in a page"),
    ],
)
def test_a_broken_page_names_its_place_and_leaves_the_shipped_one(text: str, told: str) -> None:
    found = own_page.read(text)
    assert told in "\n".join(fault.sentence for fault in found.faults)
    assert found.numbers("official") == ()
    case = cases.loan()
    assert agreement.paper(case, case.agreements[0], setting(page=text)) == agreement.paper(case, case.agreements[0], cases.setting())


def test_large_print_says_the_same_in_large_type() -> None:
    case = cases.loan()
    made = agreement.paper(case, case.agreements[0], cases.setting())
    large = words.large(made)
    assert large.blocks == made.blocks
    layout = page_layout.layout(large.layout)
    assert layout.styles["body"].size == 22 and min(style.size for key, style in layout.styles.items() if key in ("table", "hint")) >= 14
    pages = papers.pages(pdf.render(large, computer_fonts=False))
    assert all("大字版" in page for page in pages)
    whole = papers.bare("".join(pages))
    for place, text in blocks.texts(made):
        if place.startswith("blocks."):
            assert all(papers.bare(part) in whole for part in text.split("\n") if len(part) < 14), place


def test_a_letterhead_and_a_seal_on_the_left_are_on_paper() -> None:
    furniture = Furniture("第 {page} 页", "", "", "")
    made = Paper("k", "t", "1", "o", furniture, (Letterhead("某某中心"), Paragraph("甲。"), SealPlace("调委会", "日期", Align.LEFT)))
    said = papers.pages(pdf.render(made, computer_fonts=False))[0]
    assert "某某中心" in said and "调委会" in said
