"""Every marked word has its Chinese, and the compiled catalogue is the one of the files beside it."""

import importlib.util
from pathlib import Path

import pytest


def test_the_chinese_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    file = Path(__file__).resolve().parent.parent / "installer" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", file)
    assert spec and spec.loader
    collector = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(collector)
    assert collector.main(check=True) == 0, capsys.readouterr().out
