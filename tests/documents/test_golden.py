"""Papers compared with what was approved: blocks, PDF text page by page, DOCX part by part.

HEYI_GOLDEN=write python -m pytest tests/documents/test_golden.py    writes them anew; then look at the change before it is kept
"""

import json
import os
from pathlib import Path

import pytest

from desktop.documents import blocks, docx
from tests.documents import papers

GOLDEN = Path(__file__).parent / "golden"


def _same(file: str, found: object) -> None:
    path = GOLDEN / file
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("HEYI_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert found == json.loads(path.read_text(encoding="utf-8")), f"{file} is not as it was approved"


@pytest.mark.parametrize(("name", "kind"), papers.NAMES)
def test_paper_is_as_approved(name: str, kind: str) -> None:
    paper = papers.paper(name, kind)
    _same(f"{name}-{kind}.blocks.json", blocks.to_json(paper))
    _same(f"{name}-{kind}.pdf.json", papers.pages(papers.pdf_of(name, kind)))
    _same(f"{name}-{kind}.docx.json", papers.docx_parts(docx.render(paper)))
