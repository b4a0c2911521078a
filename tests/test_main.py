"""`heyi` without a command is the window, whatever options of its own are told; anything else is the command line."""

import pytest

from desktop import __main__ as program
from desktop import app, i18n


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> list[app.Wish]:
    """What reached the window, which is not opened."""
    found: list[app.Wish] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def run(wish: app.Wish) -> int:
        found.append(wish)
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(i18n, "_translations", None)
    return found


@pytest.mark.parametrize("words", [["--language", "en"], ["--language=en"]])
def test_a_language_goes_to_the_window(words: list[str], wishes: list[app.Wish]) -> None:
    assert program.main([*words, "--office", "o"]) == 0
    assert [(one.language, one.office) for one in wishes] == [("en", "o")]
    assert i18n.language() == "en"


def test_no_language_leaves_it_to_the_settings(wishes: list[app.Wish]) -> None:
    assert program.main([]) == 0
    assert [one.language for one in wishes] == [""]


@pytest.mark.parametrize("words", [["--language", "xx"], ["--language"], ["--language", "en", "dues"]])
def test_what_is_no_window_is_the_command_line_s(words: list[str], wishes: list[app.Wish], monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop import cli

    monkeypatch.setattr(cli, "main", lambda argv: 2)
    assert program.main(words) == 2 and not wishes
