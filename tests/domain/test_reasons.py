"""Reasons of the system and of the readers of files, said in the language of the program."""

import errno
import json
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from desktop import i18n
from desktop.domain import reasons

TOML = [
    ("a = ", "在文件末尾：缺少值"), ("[x", "表头没有用 ] 结束"), ("x", "缺少等号"), ("a = 1\na = 2", "键名重复"),
    ('a = "x', "没有用引号结束"),
    ("a = [1", "列表没有用 ] 结束"), ("a = 1 b = 2", "第1行第7列：值后面还有多余内容"),
    ('a = "\\q"', "反斜杠"), ("= 3", "既不是“键名 = 值”"),
    ("a = 中", "文字须加引号"), ("a = {b = 1", "在文件末尾"),
]  # fmt: skip
JSON = [
    ('{"a": }', "缺少值"), ("{a: 1}", "双引号"), ('{"a": 1 "b": 2}', "逗号"), ('{"a" 1}', "冒号"),
    ('{"a": 1} x', "多余内容"), ('{"a": "x', "引号结束"),
    ('{"a": "x\ny"}', "跨行"), ('{"a": "\\q"}', "反斜杠"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _chinese() -> Any:
    i18n.use("zh_Hans_CN")
    yield
    i18n.use("en")


def _fault(read: Callable[[str], Any], text: str) -> Any:
    with pytest.raises(ValueError) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(("text", "said"), TOML)
def test_what_is_wrong_in_toml(text: str, said: str) -> None:
    assert said in reasons.of_toml(_fault(tomllib.loads, text))


@pytest.mark.parametrize(("text", "said"), JSON)
def test_what_is_wrong_in_json(text: str, said: str) -> None:
    assert said in reasons.of_json(_fault(json.loads, text))


def test_why_a_file_cannot_be_read() -> None:
    assert reasons.of_system(FileNotFoundError(errno.ENOENT, "No such file or directory")) == "没有这个文件或者文件夹"
    assert reasons.of_system(OSError(errno.ENOSPC, "No space left on device")) == "磁盘已满"
    assert reasons.of_system(OSError(99_999, "Something rare")) == "Something rare"
    assert reasons.of_system(OSError()) == "OSError"
