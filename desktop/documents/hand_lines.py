"""Lines to write on within the text of a blank form: high enough for a hand, and drawn on to the margin where a line ends early."""

import re
from typing import TYPE_CHECKING

from desktop.documents.page_layout import MM, Style

if TYPE_CHECKING:
    from desktop.documents.lines import Breaker

LINE = "＿"
HIGH = 8 * MM  # what a hand needs from one line to the next
RUN = re.compile(f"{LINE}{{3,}}(?![{LINE}年月日时分])")  # what may grow: not the parts of a date
OPEN_END = re.compile(f"{LINE}{{3}}[，。、；：）”]*$")


def written_on(text: str) -> bool:
    """Whether there is a line to write on in the text."""
    return LINE * 2 in text


def pitch(text: str, look: Style) -> float:
    """The height of a line of text (points): where it is written on, what a hand needs."""
    return max(look.line, HIGH) if written_on(text) else look.line


def drawn_out(breaker: "Breaker", text: str, measure: float, indent: float) -> str:
    """The paragraph with its lines to write on made as long as their lines of text have room for (em).

    The longest of a line grows; a last line only where it ends with one.
    """
    found = breaker.lines(text, measure, indent, False)
    out = []
    for n, line in enumerate(found):
        room = int(measure - line.shift - line.width + 1e-6)
        runs = list(RUN.finditer(line.text))
        if room > 0 and runs and (n < len(found) - 1 or OPEN_END.search(line.text)):
            at = max(runs, key=lambda run: (run.end() - run.start(), run.start())).end()
            out.append(line.text[:at] + LINE * room + line.text[at:])
        else:
            out.append(line.text)
    return "".join(out)
