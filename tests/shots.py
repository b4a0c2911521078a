"""Writes a picture of every page: python tests/shots.py DIR [NAME...]

1366 x 768 at 100 and 150 percent, light and dark, in Chinese, of the real window on the training office. Each combination runs in a
process of its own, since the scale of a screen is read once.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SCALES = (100, 150)
THEMES = ("light", "dark")


def main(target: Path, names: list[str]) -> int:
    """All combinations, one process each."""
    target.mkdir(parents=True, exist_ok=True)
    code = 0
    for scale in SCALES:
        for theme in THEMES:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(scale / 100),
                "QT_LOGGING_RULES": "qt.qpa.*=false;*.warning=false",
                "HEYI_CONFIG": tempfile.mkdtemp(prefix="heyi-shots-"),
                "PYTHONPATH": str(ROOT),
            }
            command = [sys.executable, str(Path(__file__).resolve()), "--one", str(target), str(scale), theme, *names]
            code = subprocess.run(command, env=environment).returncode or code
    return code


def one(target: Path, scale: int, theme: str, names: list[str]) -> int:
    """All pages in one combination; gives 1 when a page could not be shown."""
    from tests import window_driver

    window_driver.qt(dark=theme == "dark")
    width, height = round(1366 * 100 / scale), round(768 * 100 / scale)
    wrong = 0
    for name, shot in shots(width, height):
        if names and not any(name.startswith(wanted) for wanted in names):
            continue
        try:
            shot(target / f"{name}-{scale}-{theme}.png")
        except Exception as bug:  # the other pages are worth a picture all the same
            print(f"{name} {scale} {theme}: {type(bug).__name__}: {bug}")
            wrong = 1
    return wrong


def shots(width: int, height: int) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """(name, what takes the picture) of every page, in the order of the rail."""
    from tests import shots_pages

    folder = Path(tempfile.mkdtemp(prefix="heyi-shots-"))
    scenes = shots_pages.Scenes(folder, width, height)
    for name in shots_pages.NAMES:
        yield name, lambda file, name=name: getattr(scenes, name)(file)  # type: ignore[misc]
    scenes.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    arguments: list[Any] = sys.argv[1:]
    if arguments[:1] == ["--one"]:
        sys.exit(one(Path(arguments[1]), int(arguments[2]), arguments[3], arguments[4:]))
    if not arguments:
        print(__doc__)
        sys.exit(2)
    sys.exit(main(Path(arguments[0]), arguments[1:]))
