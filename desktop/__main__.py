"""`heyi`: the window, or with a command (or --no-window) the command line."""

import os
import sys
from collections.abc import Sequence
from datetime import date

_WITH_VALUE = ("--office", "--as", "--today", "--password-file", "--language")


def main(argv: Sequence[str] | None = None) -> int:
    """Picks window or command line; gives the exit code."""
    argv = list(sys.argv[1:] if argv is None else argv)
    options = _options(argv)
    from desktop import i18n

    if options is None or options.get("--language", i18n.DEFAULT) not in i18n.LANGUAGES:
        from desktop.cli import main as command_line

        return command_line(argv)
    if "--language" in options:
        i18n.use(options["--language"])
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        print(i18n._("There is no screen here: give a command, or --help to see them."), file=sys.stderr)
        return 2
    try:
        today = date.fromisoformat(options["--today"]) if "--today" in options else None
    except ValueError:
        print(i18n._("--today wants a date such as 2026-11-20."), file=sys.stderr)
        return 2
    try:
        password = _password(options.get("--password-file", ""))
    except (OSError, ValueError):
        print(i18n._("The password file cannot be read."), file=sys.stderr)
        return 2
    from desktop.app import Wish, run

    return run(Wish(options.get("--office", ""), options.get("--as", ""), today, password, options.get("--language", "")))


def _options(argv: Sequence[str]) -> dict[str, str] | None:
    """The options of the window; None when there is anything else: then the command line answers, also for what it does not know."""
    found: dict[str, str] = {}
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if name not in _WITH_VALUE:
            return None
        if not equals:
            following = next(words, None)
            if following is None:
                return None
            value = following
        found[name] = value
    return found


def _password(file: str) -> str:
    if not file:
        return ""
    with open(file, encoding="utf-8") as lines:
        return lines.readline().rstrip("\r\n")


if __name__ == "__main__":
    sys.exit(main())
