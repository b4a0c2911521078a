"""What is told of a mistake of the program: where it happened, and nothing of what stood there."""

import platform
import traceback
from pathlib import Path


def of(bug: BaseException) -> str:
    """Type and places of an exception, without its message and without any value: both may hold names and numbers."""
    root = str(Path(__file__).resolve().parent.parent)
    lines = [f"Heyi, Python {platform.python_version()}, {platform.system()} {platform.machine()}", type(bug).__name__]
    for frame in traceback.extract_tb(bug.__traceback__):
        place = frame.filename.replace(root, "").replace("\\", "/").lstrip("/")
        if "site-packages/" in place:
            place = place.split("site-packages/", 1)[1]
        elif place.startswith(("usr/", "home/", "Users/")) or ":" in place:
            place = place.rsplit("/", 1)[-1]  # the folder of a home has a person's name
        lines.append(f"  {place}:{frame.lineno} {frame.name}")
    cause = bug.__cause__ or bug.__context__
    if cause is not None:
        lines.append("because of " + of(cause).split("\n", 1)[1])
    return "\n".join(lines)
