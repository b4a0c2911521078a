"""Start: window or command line, settings that cannot stop it, the report without personal data."""

import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop import __main__ as start
from desktop import app
from desktop.settings import SETTINGS, Settings


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was started, instead of starting it."""
    log: list[Any] = []
    line = ModuleType("desktop.cli")
    line.main = lambda argv: log.append(argv) or 3  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "desktop.cli", line)
    monkeypatch.setattr(app, "run", lambda wish: log.append(wish) or 4)
    return log


OTHERS = [["case", "list"], ["--no-window"], ["--help"], ["--office", "x", "verify"], ["--office"], ["--unknown", "1"]]


@pytest.mark.parametrize("argv", OTHERS)
def test_anything_but_the_options_of_the_window_goes_to_the_command_line(asked: list[Any], argv: list[str]) -> None:
    assert start.main(argv) == 3 and asked == [argv]


def test_the_options_of_the_window(asked: list[Any], tmp_path: Path) -> None:
    (tmp_path / "p").write_text("secret\nmore\n", encoding="utf-8")
    assert start.main(["--office", "dir", "--as=wang", "--today", "2026-11-20", "--password-file", str(tmp_path / "p")]) == 4
    assert asked == [app.Wish("dir", "wang", date(2026, 11, 20), "secret")]


@pytest.mark.parametrize("argv", [["--today", "yesterday"], ["--password-file", "/nowhere/at/all"]])
def test_a_wrong_option_is_one_sentence(asked: list[Any], argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(argv) == 2 and asked == []
    assert capsys.readouterr().err.count("\n") == 1


def test_without_a_screen_a_sentence(asked: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert start.main([]) == 2 and "no screen" in capsys.readouterr().err


def test_settings_come_back(tmp_path: Path) -> None:
    Settings(tmp_path / "a" / "settings.json").put({"scale": 135, "theme": "dark"})
    again = Settings(tmp_path / "a" / "settings.json")
    assert again.get("scale") == 135 and again.get("theme") == "dark" and again.get("office") == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"scale": 9000, "theme": 1, "other": 2}', "\udcff"])
def test_a_damaged_file_means_the_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    settings = Settings(file)
    assert {setting.key: settings.get(setting.key) for setting in SETTINGS} == {setting.key: setting.default for setting in SETTINGS}


def test_a_value_that_is_not_sound_is_not_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError):
        settings.put({"scale": 50})
    settings.put({"scale": 150})
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8")) == {"scale": 150}


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    Settings(tmp_path / "file" / "settings.json").put({"scale": 150})


def test_the_report_holds_places_and_no_values() -> None:
    def work(name: str) -> None:
        try:
            raise KeyError(name)
        except KeyError as inner:
            raise ValueError(f"wrong name {name}") from inner

    with pytest.raises(ValueError) as caught:
        work("张三 15010519900322")
    report = app.report_of(caught.value)
    assert "张三" not in report and "1501" not in report
    assert "ValueError" in report and "KeyError" in report and "test_start.py" in report and "work" in report
    assert str(Path.home()) not in report.replace("/root", str(Path.home())) or "/root" not in report


def test_an_encrypted_office_is_known_by_its_file_alone(tmp_path: Path) -> None:
    assert not app.needs_password(tmp_path)
    (tmp_path / "office.toml").write_text('engine = "sqlcipher"\n', encoding="utf-8")
    assert app.needs_password(tmp_path)
    (tmp_path / "office.toml").write_text("engine = ", encoding="utf-8")
    assert not app.needs_password(tmp_path)


def test_nothing_heavy_is_imported_before_the_frame() -> None:
    import subprocess

    code = "import sys, desktop.app; print([m for m in sys.modules if m.split('.')[0] in %r])"
    heavy = ("sqlalchemy", "alembic", "reportlab", "docx", "pypdfium2", "babel", "openpyxl", "xlsxwriter", "pypinyin", "lunar_python")
    root = Path(app.__file__).parents[1]
    answer = subprocess.run([sys.executable, "-c", code % (heavy,)], capture_output=True, text=True, check=True, cwd=root)
    assert answer.stdout.strip() == "[]"
