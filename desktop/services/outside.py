"""Opens a paper in the system's own viewer: a file of this user only, gone when the program ends."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from itertools import count
from pathlib import Path

from desktop.documents.blocks import Paper
from desktop.domain import reasons
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import files

_NUMBERS = count(1)


@cache
def folder() -> Path:
    """Where the files stand that are looked at; nobody else may read it, and its names say nothing."""
    made = Path(tempfile.mkdtemp(prefix="heyi-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def show(paper: Paper, start: bool = True) -> Path:
    """Writes the paper under a new name, since a viewer may still hold the one before, and opens it."""
    file = folder() / f"{paper.kind}-{next(_NUMBERS)}.pdf"
    files.write(file, files.pdf(paper))
    if start:
        open_file(file)
    return file


def open_file(file: Path) -> None:
    """Opens a file with the program that the system has for it."""
    try:
        if sys.platform == "win32":
            os.startfile(file)
        else:
            subprocess.Popen(["xdg-open", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        said = _("No program of this computer opens {file}: {why}.")
        raise Refusal(said.format(file=file.name, why=reasons.of_system(error)), code="viewer") from error
