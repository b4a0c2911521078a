"""The small QR symbol of a page: number, version and page, and nothing about a person."""

import re
from collections.abc import Iterator

import segno

DARK = re.compile(rb"\x01+")
LONGEST = 60  # characters of a number: more would make the symbol too fine to be read
MASK = 3  # every mask is valid; trying all eight costs five times as long and helps only poor cameras


def content(number: str, version: int, page: int) -> str:
    """What the symbol of a page says."""
    return f"{number[:LONGEST]}|{version}|{page}"


def rows(text: str) -> tuple[bytes, ...]:
    """The modules of the symbol, one byte each, 1 is dark; error level M, without the quiet zone."""
    return tuple(bytes(row) for row in segno.make(text, error="m", mask=MASK, micro=False, boost_error=False).matrix)


def runs(row: bytes) -> Iterator[tuple[int, int]]:
    """The dark runs of a row as (start, length)."""
    for found in DARK.finditer(row):
        yield found.start(), found.end() - found.start()
