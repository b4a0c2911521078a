"""Pieces on pages: nothing lost, nothing over the edge, what holds together stays together."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import paging
from desktop.documents.paging import Hold


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
