"""Chinese lines: nothing lost, no mark at a wrong place, codes whole, edges even."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import fonts, hand_lines, lines
from desktop.documents.blocks import Clauses, Notice, Paper, Paragraph, texts
from tests.documents import papers

MEASURES = (8.0, 9.5, 11.0, 12.3, 14.0, 17.2, 20.0, 24.6, 27.64, 33.0)


def width(text: str) -> float:
    return 0.5 * len(text) if ord(text[0]) < 0x2E80 and text not in "“”‘’…·" else 1.0


BREAKER = lines.Breaker(width)
HAN = "的一是了我不人在他有这上们来到时大地为子中你说生国年着就那和要她出也得里后自以会𨱏𬭎龑"


def running_text(seed: int) -> str:
    """Sentences as they stand in papers: words, sums, codes, brackets, marks; drawn from a seed, since that is quick."""
    draw = random.Random(seed)

    def words() -> str:
        return "".join(word() + draw.choice(("", "", number())) for _ in range(draw.randint(1, 4)))

    def word() -> str:
        return "".join(draw.choices(HAN, k=draw.randint(1, 6)))

    def number() -> str:
        figures = "".join(draw.choices("0123456789", k=18))
        kinds = (figures[: draw.randint(1, 4)], f"{int(figures[:7]):,}.{figures[7:9]}", figures, "A" + figures[: draw.randint(3, 7)])
        return draw.choice(kinds)

    def clause() -> str:
        left, right = draw.choice(("（）", "《》", "“”", "〔〕", "【】", "  "))
        inner = "".join(draw.choice((words(), f"{left}{words()}{right}".strip())) for _ in range(draw.randint(1, 4)))
        return inner + draw.choice("，。；：、！？")

    return "".join(clause() for _ in range(draw.randint(1, 12)))


running = st.integers(0, 2**32).map(running_text)


@given(st.text(max_size=200).filter(lambda text: "\n" not in text), st.floats(1, 40), st.floats(0, 4))
def test_nothing_is_ever_lost(text: str, measure: float, indent: float) -> None:
    found = BREAKER.lines(text, measure, indent)
    assert "".join(line.text for line in found) == text
    assert all(len(line.adjust) <= len(line.text) for line in found)


@given(running, st.sampled_from(MEASURES))
def test_no_mark_stands_at_a_wrong_place(text: str, measure: float) -> None:
    found = [line.text for line in BREAKER.lines(text, measure, 2.0)]
    assert "".join(found) == text
    assert lines.forbidden(found) == []


@given(running, st.sampled_from(MEASURES))
def test_no_line_is_wider_than_the_measure_and_all_but_the_last_are_even(text: str, measure: float) -> None:
    found = BREAKER.lines(text, measure, 2.0)
    for n, line in enumerate(found):
        set_width = sum(width(c) for c in line.text) + sum(line.adjust) + line.shift
        if line.text[-1] in lines.CLOSING:
            set_width -= lines.HALF
        assert set_width <= measure + 1e-3
        assert min(line.adjust) >= -lines.HALF - 1e-6
        assert max(line.adjust) <= lines.GAP + lines.RAGGED + 1e-6
        if n < len(found) - 1 and len(line.text) > 12:
            assert line.width + line.shift <= measure + 1e-3


@given(running, st.sampled_from([m for m in MEASURES if m >= 12]))
def test_sums_are_never_torn(text: str, measure: float) -> None:
    found = BREAKER.lines(text, measure, 2.0)
    ends, at = set(), 0
    for line in found:
        at += len(line.text)
        ends.add(at)
    for one in re.finditer(r"[0-9A-Z.,]+", text):
        if "," in one[0] or "." in one[0] or len(one[0]) < 15:
            whole = one[0].rstrip(",.")
            if width("1") * len(one[0]) > measure - 2:
                continue  # longer than a line: it has to be torn
            assert not ends & set(range(one.start() + 1, one.start() + len(whole)))


def test_a_long_code_is_torn_rather_than_leave_the_line_before_it_short() -> None:
    text = "系通辽市科尔沁区某某农牧业专业合作社（统一社会信用代码93150502MA0N1ABC2X）的负责人，住奈曼旗某某苏木。"
    found = BREAKER.lines(text, 27.6, 2.0)
    assert found[0].text.endswith("代码9315") or found[0].width > 25
    for line in found[:-1]:
        assert abs(line.width + line.shift - 27.6) < 0.01
    pieces = re.findall(r"[0-9A-Z]+", "\n".join(line.text for line in found))
    assert "".join(pieces) == "93150502MA0N1ABC2X"
    assert min(map(len, pieces)) >= lines.PIECE


def test_gap_between_han_and_figures_is_drawn_not_typed() -> None:
    (line,) = BREAKER.lines("共14只羊", 30)
    assert line.text == "共14只羊"
    assert line.adjust == [lines.GAP, 0, lines.GAP, 0, 0]


def test_marks_beside_one_another_share_their_white() -> None:
    (line,) = BREAKER.lines("（《甲》），乙", 30)
    assert line.adjust[:5] == [-0.5, 0, 0, -0.5, -0.5]


def test_last_mark_takes_half_its_width() -> None:
    first = BREAKER.lines("一二三四五六七八九，十一二三四五六七八九十。", 9.5)[0]
    assert first.text == "一二三四五六七八九，"


def test_spaces_hang_out_and_stay() -> None:
    found = BREAKER.lines("ab cd   ef", 2.6)
    assert [line.text for line in found] == ["ab cd   ", "ef"]


@pytest.mark.parametrize("text", ["。" * 200, "（" * 200, "a" * 5000, "1" * 100_000, " " * 5000, "—" * 300])
def test_hopeless_texts_end(text: str) -> None:
    found = BREAKER.lines(text, 20)
    assert "".join(line.text for line in found) == text


def test_mongolian_words_are_measured_and_kept_whole() -> None:
    breaker = fonts.faces(computer=False).breaker("body")
    text = "ᠮᠥᠩᠬᠡ ᠪᠠᠲᠤ " * 12
    found = breaker.lines(text, 12.0)
    assert "".join(line.text for line in found) == text
    assert all(line.text.endswith(" ") for line in found)


def _paragraphs(paper: Paper) -> list[str]:
    out = [text for _, text in texts(paper)]
    out += [text for block in paper.blocks if isinstance(block, Clauses) for text in block.numbered()]
    out += [block.text for block in paper.blocks if isinstance(block, Paragraph | Notice)]
    return [part for text in out for part in text.split("\n")]


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_no_paper_has_a_mark_at_a_wrong_place_at_ten_widths(name: str, kind: str) -> None:
    breaker = fonts.faces(computer=False).breaker("body")
    wrong = []
    for text in _paragraphs(papers.paper(name, kind)):
        for measure in MEASURES:
            wrong += lines.forbidden([line.text for line in breaker.lines(text, measure, 2.0)])
    assert wrong == []


def test_an_entry_of_a_form_stays_with_its_blank() -> None:
    """A line of a form is no running text: a label and its blank go to the next line together; what is longer is broken."""
    line = "法定代表人：____\u3000职务：____\u3000联系电话：________"
    assert [one.text for one in BREAKER.lines(line, 18.0, justify=False)] == [
        "法定代表人：____\u3000职务：____\u3000",
        "联系电话：________",
    ]
    assert "".join(one.text for one in BREAKER.lines(line, 18.0)) == line
    long = f"事由：{'的' * 30}\u3000日期："
    assert len(BREAKER.lines(long, 18.0, justify=False)[0].text) == 18


WRITTEN = f"申请人于＿＿＿＿年＿＿月＿＿日就与{'＿' * 9}之间的{'＿' * 6}请求调解，由{'＿' * 6}移送。因{'＿' * 24}"


@pytest.mark.parametrize("measure", [*(m for m in MEASURES if m >= 14), 25.6, 36.2])
def test_a_line_to_write_on_is_whole_or_long_and_drawn_without_gaps(measure: float) -> None:
    drawn = hand_lines.drawn_out(BREAKER, WRITTEN, measure, 2.0)
    found = BREAKER.lines(drawn, measure, 2.0)
    assert "".join(line.text for line in found) == drawn
    assert re.sub("＿+", "＿", drawn) == re.sub("＿+", "＿", WRITTEN), "only lines to write on grow"
    for n, line in enumerate(found):
        pieces = re.findall("＿+", line.text)
        assert all(len(piece) >= 2 for piece in pieces)
        gaps = [gap for gap, a, b in zip(line.adjust, line.text, line.text[1:], strict=False) if a == b == "＿"]
        assert not any(gaps), "a line is drawn through"
        if n < len(found) - 1 and max(map(len, pieces), default=0) >= 3 and "年" not in line.text:
            assert line.width + line.shift > measure - 1 - 1e-6, "what is left of the line is written on"
    assert "".join(line.text for line in found).count("＿＿＿＿年＿＿月＿＿日") == 1
    assert any("＿＿＿＿年＿＿月＿＿日" in line.text for line in found), "a date is not torn"


def test_a_telephone_number_is_not_torn_at_its_area_code() -> None:
    text = "联系：呼和浩特市新城区诉调对接人民调解委员会，电话0471-5550102。"
    for measure in (12.0, 18.0, 24.0, 25.1, 26.4, 27.6):
        assert any("0471-5550102" in line.text for line in BREAKER.lines(text, measure, 2.0)), measure
