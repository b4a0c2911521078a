"""The small QR symbol of a page: number, version, page and which paper it is, and nothing about a person.

`（2026）新诉调字第12号|2|3|46a7f.7`: the number, version 2, page 3, the kind of paper by its code, and the row that it is about (a session,
an agreement). Record, agreement and receipt of one case bear one number: by the last part they are told apart. Symbols of older papers
end with the page.
"""

import hashlib
import re
from typing import NamedTuple

LONGEST = 60  # characters of a number: more would make the symbol too fine to be read
CODE = 5  # hexadecimal figures; a test sees to it that no two kinds share one
_SAID = re.compile(r"([^|]+)\|([0-9]{1,4})\|([0-9]{1,4})(?:\|([0-9a-f]{5})\.([0-9]{1,12}))?")


class Said(NamedTuple):
    """What a symbol says; `kind` is '' and `subject` 0 on an older paper."""

    number: str
    version: int
    page: int
    kind: str
    subject: int


def content(number: str, version: int, page: int, kind: str = "", subject: int = 0) -> str:
    """What the symbol of a page says; `kind` is the code name of the paper, `subject` the id of the row that it is about (0: none)."""
    said = f"{number[:LONGEST]}|{version}|{page}"
    return f"{said}|{code(kind)}.{subject}" if kind else said


def code(kind: str) -> str:
    """Five figures that stand for a kind of paper, the same for ever: made of its code name, so that a new kind needs no table."""
    return hashlib.sha256(kind.encode()).hexdigest()[:CODE]


def read(said: str) -> "Said | None":
    """A symbol taken apart; None for any other symbol (a payment code on the same page)."""
    found = _SAID.fullmatch(said)
    if found is None or len(found[1]) > LONGEST:
        return None
    return Said(found[1], int(found[2]), int(found[3]), found[4] or "", int(found[5] or 0))
