"""Pieces of records: speeches with their speakers in a column of their own."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.documents.blocks import Align, Dialogue
from desktop.documents.paging import Hold, Piece

if TYPE_CHECKING:
    from desktop.documents.pdf_pen import Pen
    from desktop.documents.pieces import Text
    from desktop.documents.setter import Setter

COLON = "："
WIDEST = 0.28  # of the text's width: a longer name is broken
GAP = 0.5  # characters between speaker and speech


class SpeechPiece:
    """One speech: its lines beside the lines of the speaker's name."""

    new_page = False
    whole = False
    heads: Sequence[Piece] = ()
    before = 0.0

    def __init__(self, speaker: "Text", speech: "Text", left: float, gap: float) -> None:
        self.speaker, self.speech, self.left, self.gap = speaker, speech, left, gap
        self.keep = Hold.NOT
        self.heights = [max(pair) for pair in zip_longest(speaker.pitches, speech.pitches, fillvalue=speech.style.line)]

    def may_break(self, n: int) -> bool:
        """Two lines stay together at either end, and a name is not torn."""
        return 2 <= n <= len(self.heights) - 2 and n >= len(self.speaker.lines)

    def draw(self, pen: "Pen", y: float, first: int, end: int) -> None:
        """Draws some lines."""
        pen.open(pen.tags.element(self, "P"))
        self.speaker.draw(pen, self.left, y, first, min(end, len(self.speaker.lines)))
        self.speech.draw(pen, self.left + self.speaker.width + self.gap, y, first, min(end, len(self.speech.lines)))
        pen.close()


def pieces(block: Dialogue, setter: "Setter") -> Iterator[Piece]:
    """The speeches; the column is as wide as the longest name needs. What nobody says takes the whole width."""
    layout = setter.layout
    size = layout.styles["body"].size
    breaker = setter.faces.breaker("strong")
    names = [turn.speaker + COLON for turn in block.turns if turn.speaker]
    natural = max((breaker.lines(name, 10_000.0)[0].width * size for name in names), default=0.0)
    column = min(natural + 0.1, layout.width * WIDEST)
    gap = GAP * size
    for turn in block.turns:
        if not turn.speaker:
            yield from setter.paragraphs(turn.text)
            continue
        speaker = setter.text(turn.speaker + COLON, "strong", "body", column, Align.LEFT)
        speech = setter.text(turn.text, "body", "body", layout.width - column - gap)
        yield SpeechPiece(speaker, speech, layout.left, gap)
