"""Blocks of what was said: speeches with their speakers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Speech:
    """What one says; without a speaker it is told."""

    speaker: str
    text: str


@dataclass(frozen=True)
class Dialogue:
    """Speeches one under another, the speakers in a column of their own."""

    turns: tuple[Speech, ...]
