"""Papers as files: PDF and DOCX bytes, and writing them so that no half file is ever left."""

import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.documents.blocks import Paper
from desktop.domain import reasons
from desktop.domain.refusal import Refusal
from desktop.i18n import _

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')  # Windows forbids them, and a stick goes from one computer to the other


def pdf(paper: Paper) -> bytes:
    """The paper as PDF; Refusal when it has characters that no font has."""
    from desktop.documents import pdf as renderer

    return renderer.render(paper)


def pdf_of_all(papers: Sequence[Paper]) -> bytes:
    """Papers one after another in one PDF; Refusal when one has characters that no font has."""
    from desktop.documents import pdf as renderer

    return renderer.render_all(papers)


def preview(paper: Paper) -> bytes:
    """The paper as PDF for the living preview: what cannot be printed shows as a box instead of refusing."""
    from desktop.documents import pdf as renderer

    return renderer.render(paper, strict=False)


def docx(paper: Paper) -> bytes:
    """The paper as DOCX, the working copy for WPS and Word."""
    from desktop.documents import docx as renderer

    return renderer.render(paper)


def printable(paper: Paper) -> None:
    """Refusal naming every character of the paper that no font has."""
    from desktop.documents import fonts

    fonts.check(paper, fonts.faces())


def file_name(name: str) -> str:
    """The name without what no file system takes."""
    return _NOT_IN_NAMES.sub("_", name)


def write(target: Path, data: bytes) -> None:
    """Writes the file whole or not at all; Refusal names what stood in the way."""
    try:
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=".heyi-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refusal(
            _("The file {file} could not be written: {why}. Choose another place or make room.").format(
                file=target, why=reasons.of_system(error)
            ),
            code="file",
        ) from error


def save(target: Path, paper: Paper) -> None:
    """Writes the paper as PDF or DOCX, by the ending of the file's name."""
    ending = target.suffix.lower()
    if ending not in (".pdf", ".docx"):
        raise Refusal(_("A paper is saved as .pdf or .docx, not as “{ending}”.").format(ending=ending), "output")
    write(target, pdf(paper) if ending == ".pdf" else docx(paper))
