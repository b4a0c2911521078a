"""A case is found by any text of two characters or more, as typed, on all engines."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db import search
from db.engine import Database
from db.work import reading
from tests.db.office_of_cases import saving

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华诸葛亮"


def _put(database: Database, cases: dict[int, list[str]]) -> None:
    with saving(database) as w:
        for order, terms in cases.items():
            search.index(w.session, order, terms)
        w.commit()


def _find(database: Database, words: str, limit: int = 0, before: int | None = None) -> list[int]:
    with reading(database) as session:
        return search.find(session, words, limit, before)


def test_a_name_of_two_characters_among_thousands(database: Database) -> None:
    draw = random.Random(1)
    cases = {}
    for n in range(3_000):
        name = draw.choice(SURNAMES) + draw.choice(GIVEN) + draw.choice(GIVEN)
        cases[20261120_000000 + n] = [name.replace("诸葛", "诸亮"), f"（2026）新诉调字第{n}号", "借款到期未还"]
    cases[20261120_000777] += ["诸葛孔明", "zgkm"]
    cases[20261120_002500] += ["诸葛瑾", "zgj"]
    _put(database, cases)
    assert _find(database, "诸葛") == [20261120_002500, 20261120_000777]
    assert _find(database, "zg") == [20261120_002500, 20261120_000777]
    assert _find(database, "诸葛 第777号") == [20261120_000777]
    assert len(_find(database, "借款")) == len(cases)


EXACT = [
    "<b>&{{x}}",
    "𨱏𬭎",
    "ᠮᠣᠩᠭᠣᠯ",
    '"OR" NOT * (',
    "'; DROP TABLE case_search; --",
    "150102199001011234",
    "50%_\\",
    "Ünal",
    "e\u0301",
    "a\tb",
    "-",
    "甲",
]


@pytest.mark.parametrize("term", EXACT)
def test_everything_is_found_as_typed(database: Database, term: str) -> None:
    _put(database, {1: [term], 2: ["别人"]})
    assert _find(database, term) == [1]


def test_capital_letters_do_not_matter(database: Database) -> None:
    _put(database, {1: ["Kia K5", "蒙A12345"]})
    assert _find(database, "kia") == _find(database, "KIA") == _find(database, "蒙a123") == [1]


def test_all_words_must_be_there_and_none_reaches_into_the_next_term(database: Database) -> None:
    _put(database, {1: ["张三", "李四"], 2: ["三李"], 3: ["张三"]})
    assert _find(database, "张三 李四") == _find(database, "李四\u3000张三") == [1]
    assert _find(database, "三李") == [2]
    assert _find(database, "张三") == [3, 1]
    assert _find(database, "四张") == []


def test_one_character_and_the_last_one(database: Database) -> None:
    _put(database, {1: ["张三"], 2: ["三"], 3: ["四"]})
    assert _find(database, "三") == [2, 1]
    assert _find(database, "张") == [1]


def test_an_empty_search_finds_nothing(database: Database) -> None:
    _put(database, {1: ["张三", ""], 2: []})
    assert _find(database, "") == _find(database, " \u3000") == []


def test_pages(database: Database) -> None:
    _put(database, {n: ["张三"] for n in range(1, 101)})
    first = _find(database, "张三", 30)
    assert first == list(range(100, 70, -1))
    assert _find(database, "张三", 30, first[-1]) == list(range(70, 40, -1))


def test_said_anew_dropped_and_moved(database: Database) -> None:
    _put(database, {1: ["张三"], 2: ["张三"], 3: ["张三"]})
    _put(database, {1: ["李四"]})
    with saving(database) as w:
        search.drop(w.session, 2)
        search.rekey(w.session, 3, 30, ["张三丰"])
        w.commit()
    assert _find(database, "张三") == [30]
    assert _find(database, "李四") == [1]


def test_what_is_not_committed_is_not_found(database: Database) -> None:
    with saving(database) as w:
        search.index(w.session, 1, ["张三"])
    assert _find(database, "张三") == []


def test_a_group_of_many_is_found_to_its_last_digit(database: Database) -> None:
    """A tsvector would have forgotten the place of the 257th `1`."""
    people = [f"1501021990010{n:05d}" for n in range(400)]
    _put(database, {1: people, 2: ["150102"]})
    assert _find(database, people[-1]) == [1]
    assert _find(database, "01000399 150102") == [1]


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(words, max_size=4), min_size=1, max_size=5), words)
def test_the_same_as_looking_into_every_term(database: Database, cases: list[list[str]], asked: str) -> None:
    with saving(database) as w:
        w.session.execute(text("DELETE FROM case_search"))
        for order, terms in enumerate(cases):
            search.index(w.session, order, terms)
        w.commit()
    fold = [search._fold(asked).split()]
    expected = [
        order for order, terms in enumerate(cases) if fold[0] and all(any(word in search._fold(term) for term in terms) for word in fold[0])
    ]
    assert _find(database, asked) == expected[::-1]
