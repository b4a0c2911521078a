"""The court's papers compared with what was approved: a text file for each, a line a text, so that a changed word is seen at once.

HEYI_GOLDEN=write python -m pytest tests/documents/test_court_papers.py    writes them anew; then look at the change before it is kept
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.documents import docx, pdf
from desktop.documents.blocks import Paper, texts
from tests.documents import court

GOLDEN = Path(__file__).parent / "golden" / "court"
SAME = ("organisation", "furniture.")  # as on every paper of an office


def _same(name: str, paper: Paper) -> None:
    path = GOLDEN / f"{name}.txt"
    lines = [text.replace("\n", " ⏎ ") for place, text in texts(paper) if text.strip() and not place.startswith(SAME)]
    found = "\n".join(lines) + "\n"
    if os.environ.get("HEYI_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8"), f"{name} is not as it was approved"


@pytest.mark.parametrize("name", court.MADE)
def test_paper_is_as_approved(name: str) -> None:
    paper = court.MADE[name]()
    _same(name, paper)
    assert 1 <= pdf.page_count(paper) <= 4
    assert docx.render(paper)[:2] == b"PK"


@pytest.mark.parametrize("key", court.FORMS)
def test_a_filled_form_is_as_approved(key: str) -> None:
    _same(f"form-{key}", court.claim(key))


@pytest.mark.parametrize("key", court.FORMS)
def test_an_answer_is_as_approved(key: str) -> None:
    _same(f"form-{key}-answer", court.claim(key, answer=True))


@pytest.mark.parametrize("write", [pdf.render, docx.render], ids=["pdf", "docx"])
def test_a_form_prints(write: Callable[[Paper], bytes]) -> None:
    assert len(write(court.claim("labour"))) > 5000


@pytest.mark.parametrize("name", court.MADE)
def test_nothing_of_a_program_is_printed(name: str) -> None:
    for place, text in texts(court.MADE[name]()):
        if place.startswith(SAME):
            continue
        assert "None" not in text and "{" not in text and not text.startswith("<"), (name, place, text)
