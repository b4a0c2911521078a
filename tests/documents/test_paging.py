"""Pieces on pages: nothing lost, nothing over the edge, what holds together stays together."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import columns, fitting, fonts, page_layout, paging
from desktop.documents.blocks import Cell, Fields, FormRow, Furniture, Paper, SignatureLine, Signatures
from desktop.documents.paging import Hold
from desktop.documents.setter import Setter


@dataclass(eq=False)
class Block:
    heights: list[float]
    keep: Hold = Hold.NOT
    before: float = 0.0
    new_page: bool = False
    whole: bool = False
    heads: tuple = ()
    stops: frozenset = field(default_factory=frozenset)

    def may_break(self, n: int) -> bool:
        return n in self.stops

    def draw(self, pen, y, first, end) -> None:  # type: ignore[no-untyped-def]
        raise AssertionError


def lines(count: int, **rest) -> Block:  # type: ignore[no-untyped-def]
    return Block([10.0] * count, stops=frozenset(range(2, count - 1)), **rest)


blocks = st.builds(
    Block,
    st.lists(st.floats(1, 60), min_size=1, max_size=12),
    st.sampled_from(Hold),
    st.floats(0, 5),
    st.booleans(),
    st.booleans(),
    st.just(()),
    st.frozensets(st.integers(1, 11)),
)


@given(st.lists(blocks, max_size=20))
def test_nothing_is_lost_nothing_overlaps(pieces: list[Block]) -> None:
    pages = paging.pages(pieces, 100.0)
    seen = [(id(one.piece), n) for page in pages for one in page.placed for n in range(one.first, one.end)]
    assert seen == [(id(piece), n) for piece in pieces for n in range(len(piece.heights))]
    for page in pages:
        at = 0.0
        for one in page.placed:
            assert one.y >= at - 1e-6
            at = one.y + sum(one.piece.heights[one.first : one.end])
        assert at <= 100.0 + paging.SLACK or len(page.placed) == 1 and page.placed[0].end - page.placed[0].first == 1


def ends(pieces: list[Block], height: float = 100.0) -> list[list[tuple[int, int, int]]]:
    index = {id(piece): n for n, piece in enumerate(pieces)}
    return [[(index[id(one.piece)], one.first, one.end) for one in page.placed] for page in paging.pages(pieces, height)]


def test_no_line_stands_alone() -> None:
    assert ends([lines(9), lines(4)]) == [[(0, 0, 9)], [(1, 0, 4)]]
    assert ends([lines(3), lines(8)]) == [[(0, 0, 3), (1, 0, 6)], [(1, 6, 8)]]


def test_a_signature_takes_two_lines_of_text_with_it() -> None:
    text = lines(9, keep=Hold.FAST)
    assert ends([text, Block([30.0])]) == [[(0, 0, 7)], [(0, 7, 9), (1, 0, 1)]]


def test_soft_holds_give_way_before_a_third_of_the_page_stays_white() -> None:
    rows = [Block([20.0], keep=Hold.SOFT) for _ in range(4)] + [Block([20.0])]
    assert ends([lines(2), *rows])[0] == [(0, 0, 2), (1, 0, 1), (2, 0, 1), (3, 0, 1), (4, 0, 1)]
    assert ends([lines(7), *rows])[0] == [(0, 0, 7)]


def test_a_table_head_is_repeated() -> None:
    head = Block([10.0], keep=Hold.FAST)
    rows = [Block([20.0], heads=(head,)) for _ in range(6)]
    pages = paging.pages([head, *rows], 100.0)
    assert [page.placed[0].piece for page in pages] == [head, head]
    assert [len(page.placed) for page in pages] == [5, 3]


def test_a_row_that_should_stay_whole_is_torn_only_where_much_would_stay_empty() -> None:
    assert ends([lines(7), lines(5, whole=True)]) == [[(0, 0, 7)], [(1, 0, 5)]]
    assert ends([lines(5), lines(8, whole=True)]) == [[(0, 0, 5), (1, 0, 5)], [(1, 5, 8)]]


def test_a_new_page_begins_where_it_is_told() -> None:
    assert ends([lines(2), Block([0.0], keep=Hold.FAST, new_page=True), lines(2)]) == [[(0, 0, 2)], [(1, 0, 1), (2, 0, 2)]]


def test_an_empty_paper_has_a_page() -> None:
    assert len(paging.pages([], 100.0)) == 1


def _paper(kind: str, *made: object) -> Paper:
    return Paper(kind, "表", "（2026）1", "调委会", Furniture("第 {page} 页　共 {pages} 页", "", "", ""), made, layout="form")  # type: ignore[arg-type]


def _rows(count: int) -> Fields:
    return Fields(tuple(FormRow((Cell("事由", 1, True), Cell("草场", 3))) for _ in range(count)), (1.0,) * 4)


def test_a_last_page_of_a_few_lines_is_saved_and_a_full_one_left_as_it_is() -> None:
    faces = fonts.faces(False)
    loose = page_layout.layout("form")
    counts = [len(fitting.fitted(_paper("form", _rows(n)), faces).pages) for n in range(20, 60)]
    pitches = [fitting.fitted(_paper("form", _rows(n)), faces).layout.styles["table"].line for n in range(20, 60)]
    tight = loose.tightened().styles["table"].line
    assert tight < loose.styles["table"].line
    assert counts == sorted(counts) and set(pitches) == {tight, loose.styles["table"].line}
    first = counts.index(2)
    assert pitches[0] == pitches[first + 8] == loose.styles["table"].line, "what is not saved by it is not tightened"
    assert pitches[first - 1] == tight


def test_a_row_to_sign_is_on_one_page() -> None:
    layout = page_layout.layout("official")
    lines = tuple(
        SignatureLine("第三人", f"某财产保险股份有限公司乌兰察布市中心支公司第{n}营业部\n法定代表人（负责人）：\n孙某") for n in range(12)
    )
    made = _paper("agreement", Signatures(("身份", "姓名", "签名", "日期"), lines))
    pieces = Setter(made, fonts.faces(False), layout).pieces()
    for page in paging.pages(pieces, layout.height):
        assert all(one.end - one.first == len(one.piece.heights) for one in page.placed)


def test_a_column_to_sign_in_keeps_its_width() -> None:
    rows = (("序号", "姓名", "证件号码", "签名"), *((str(n), "赵某某", "150921199903099086", "") for n in range(9)))
    found = columns.fitted((1.0, 1.0, 2.0, 2.0), rows, 300.0, 12.0, 5.0)
    assert sum(found) == pytest.approx(300.0)
    assert found[3] >= columns.HAND * 12.0
    assert found[1] >= 3 * 12.0 + 10 and found[2] >= 18 * columns.FIGURE * 12.0 * 0.9


@pytest.mark.parametrize("number", ["13800000014", "150783197106224015", "0471-5550118"])
def test_large_print_tears_no_number_and_stays_large(number: str) -> None:
    layout = page_layout.layout("large")
    row = FormRow((Cell("公民身\n份号码", 4, True), Cell(number, 7), Cell("联系方式", 4, True), Cell("13800000015", 5)))
    (piece,) = Setter(_paper("form", Fields((row,), (1.0,) * 20)), fonts.faces(False), layout).pieces()
    texts = [box.text for box in piece.boxes]
    assert [line.text for line in texts[1].lines] == [number] and [line.text for line in texts[3].lines] == ["13800000015"]
    assert all(text.style.size >= 14 for text in texts)


def test_the_docx_is_set_tighter_where_the_last_page_is_all_but_full() -> None:
    faces, loose = fonts.faces(False), page_layout.layout("form").styles["table"].line
    made = [_paper("form", _rows(n)) for n in range(20, 60)]
    counts = [len(fitting.fitted(one, faces).pages) for one in made]
    lines = [fitting.layout_for_word(one, faces).styles["table"].line for one in made]
    last = counts.index(2) - 1
    assert lines[last] < loose, "as full as it goes"
    assert lines[0] == lines[last + 8] == loose, "room is left: nothing to fear"
