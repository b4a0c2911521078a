"""Wording with named fields: values mean nothing, empty ones do not vanish unseen, a broken template names line and field."""

import tomllib

import pytest

from desktop import assets
from desktop.documents import agreement, recovery_sheet, registration_form, session_record, template, words
from desktop.domain.refusal import Refusal

KINDS = {
    "agreement": agreement.DECLARED,
    "registration_form": registration_form.DECLARED,
    "session_record": session_record.DECLARED,
    "recovery_sheet": recovery_sheet.DECLARED,
    "words": words.DECLARED,
}
DECLARED = {"say.owes": ("debtor", "sum"), "word.*": ()}


def wording(sentence: str) -> template.Wording:
    return template.parsed("t", f"[say]\nowes = '{sentence}'\n", DECLARED, "t.toml")


def test_values_are_never_read() -> None:
    hostile = "<b>&{{x}}{sum}[y]{0.__class__}%s\\1"
    assert wording("{debtor}：{sum}").say("say.owes", debtor=hostile, sum="2") == f"{hostile}：2"


def test_what_is_empty_prints_or_lets_its_bracket_vanish() -> None:
    said = wording("{debtor}付{sum}[（{debtor}）]")
    assert said.say("say.owes", debtor="", sum=None) == "／付／"
    assert said.say("say.owes", debtor=" ", sum="2") == "／付2"
    assert said.say("say.owes", debtor="甲", sum="2") == "甲付2（甲）"


def test_doubled_brackets_print() -> None:
    assert wording("{{a}} [[b]] {sum}").say("say.owes", debtor="", sum="1") == "{a} [b] 1"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[say]\nowes = '{debtor} {who}'\n", "t.toml, line 2, say.owes: there is no field who here; the fields are: debtor、sum."),
        ("# note\n[say]\nowes = '''\n{debtor}\n{sum'''\n", "t.toml, line 5, say.owes: a brace belongs to a field"),
        ("[say]\nowes = '[{debtor}'\n", "square brackets come in pairs"),
        ("[say]\nowes = 'a [b [c] d]'\n", "square brackets come in pairs"),
        ("[say]\nowes = 1\n", "line 2, say.owes: a sentence stands in quotation marks"),
        ("[say]\nowes = ''\nmore = ''\n", "line 3, say.more: there is no such sentence in this paper"),
        ("[word]\na = ''\n", "say.owes: this sentence is missing"),
        ("[say\n", "t.toml is not a valid template"),
        ("[say]\nowes = '{debtor!r} {sum:>10}'\n", "a brace belongs to a field"),
    ],
)
def test_a_broken_template_names_line_and_field(text: str, told: str) -> None:
    with pytest.raises(Refusal) as refused:
        template.parsed("t", text, DECLARED, "t.toml")
    assert told in refused.value.sentence


def test_a_word_that_the_shipped_wording_has_may_not_be_missing() -> None:
    shipped = template.parsed("t", "[say]\nowes = ''\n[word]\na = 'x'\n", DECLARED, "t.toml")
    with pytest.raises(Refusal, match="word.a: this sentence is missing"):
        template.parsed("t", "[say]\nowes = ''\n", DECLARED, "mine.toml", shipped)


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_wording_is_whole(kind: str) -> None:
    shipped = template.wording(kind, KINDS[kind])
    assert all(isinstance(sentence, str) for sentence in shipped.sentences.values())


def test_an_unknown_language_has_the_chinese_papers() -> None:
    assert template.wording("agreement", agreement.DECLARED, "en").say("title") == "人民调解协议书"


def test_every_shipped_template_can_be_read() -> None:
    for file in assets.path("templates", "zh_Hans_CN").glob("*.toml"):
        tomllib.loads(file.read_text(encoding="utf-8"))
