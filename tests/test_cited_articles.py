"""No text names an article that its statute does not have, or a statute by an edition that is no longer in force.

How many articles each statute has was counted in the full texts (the editions in force in November 2026 where they were to be had).
"""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
ARTICLES = {  # statute as the resources and the Chinese catalogue write it: its last article
    "民法典": 1260,
    "民事诉讼法解释": 550,
    "民诉法解释": 550,
    "民事诉讼法": 306,
    "人民调解法": 35,
    "特邀调解规定": 30,
    "在线调解规则": 30,
    "民事调解规定": 20,
    "民间借贷规定": 31,
    "买卖合同解释": 33,
    "人身损害赔偿解释": 24,
    "人身损害解释": 24,
    "道路交通解释": 26,
    "合同编通则解释": 69,
    "婚姻家庭编解释（一）": 91,
    "劳动合同法": 98,
    "劳动法": 107,
    "劳动争议调解仲裁法": 54,
    "工伤保险条例": 67,
    "诉讼费用交纳办法": 56,
    "老年人权益保障法": 85,
    "道路交通安全法": 124,
    "道路交通事故处理程序规定（公安部令第146号）": 114,
    "医疗纠纷预防和处理条例": 56,
    "农村土地承包法": 70,
    "草原法": 75,
    "土地管理法": 87,
    "消费者权益保护法": 63,
    "食品安全法": 154,
    "社会保险法": 98,
    "保障农民工工资支付条例": 64,
    "个人信息保护法": 74,
    "保险法": 185,
    "企业破产法": 136,
    "动物防疫法": 113,
    "刑事诉讼法": 308,
}
DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")}
_NAMES = "|".join(sorted(map(re.escape, ARTICLES), key=len, reverse=True))
_ONE = r"第[^条；，。（）“”《》]{1,12}条(?:第[一二三四五六七八九十]+[款项])*"
CITED = re.compile(rf"({_NAMES})((?:{_ONE}[、至和]?)+)")


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    total = digit = 0
    for char in words:
        if char in DIGITS:
            digit = DIGITS[char]
        else:
            total, digit = total + (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char], 0
    return total + digit


def _texts() -> list[Path]:
    found = [*(HERE / "resources").rglob("*.toml"), *(HERE / "resources").rglob("*.txt"), *(HERE / "resources").rglob("*.po")]
    return [path for path in found if "fonts" not in path.parts]


def _beyond(text: str) -> tuple[int, list[str]]:
    """How many articles a text names, and those that their statute does not have."""
    named = [
        (statute, words)
        for statute, articles in CITED.findall(text)
        for words in re.findall(r"第([一二三四五六七八九十百千零\d]+)条", articles)
    ]
    return len(named), [f"{statute}第{words}条" for statute, words in named if not 1 <= _number(words) <= ARTICLES[statute]]


def test_every_article_that_is_named_is_one_of_its_statute() -> None:
    assert _beyond("民法典第一千二百六十一条、第八条；人民调解法第36条")[1] == ["民法典第一千二百六十一条", "人民调解法第36条"]
    found = {path.name: _beyond(path.read_text(encoding="utf-8")) for path in _texts()}
    assert [cited for _count, wrong in found.values() for cited in wrong] == []
    assert sum(count for count, _wrong in found.values()) > 300


OUTGROWN = (  # numbers of an edition that was renumbered, each with what it was about
    ("民事诉讼法第一百九十四条", "confirmation in the text of 2017"),
    ("民事诉讼法第一百九十五条", "confirmation in the text of 2017"),
    ("民事诉讼法第二百零一条", "confirmation in the text of 2021"),
    ("民事诉讼法第二百零二条", "confirmation in the text of 2021"),
    ("民事诉讼法第二百五十三条", "lateness in the text of 2017"),
    ("民事诉讼法第二百六十条", "lateness in the text of 2021"),
    ("民事诉讼法第二百四十六条", "enforcement in the text of 2021"),
)


@pytest.mark.parametrize(("cited", "was"), OUTGROWN)
def test_no_article_is_named_by_an_edition_that_was_renumbered(cited: str, was: str) -> None:
    assert [path.name for path in _texts() if cited in path.read_text(encoding="utf-8")] == [], was
