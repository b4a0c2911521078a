"""What was said at the table, taken apart: who speaks, and what he says.

A record is typed as plain lines. A line that begins with a name, a role or 问 and 答 and a colon is a speech; a number before the colon is
the party of that number in the case, so that a clerk types `2：` instead of a long name. Any other line goes on with no speaker.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

LONGEST = 16  # a longer head is a sentence with a colon in it, not a speaker
ASKED = ("问", "答")
_HEAD = re.compile(rf"\s*([^：:。，；！？、\s]{{1,{LONGEST}}})\s*[：:](?![/\d])\s*(.*)", re.DOTALL)


class Turn(NamedTuple):
    """`speaker` is empty for what nobody says."""

    speaker: str
    text: str


def turns(text: str, called: Mapping[str, str], known: Iterable[str] = ()) -> list[Turn]:
    """The lines of a record; `called` has what stands for a short head ("2", "调"), `known` the names and roles that may speak.

    A head that begins or ends with a known name or role (申请人张某, 张某的代理人) is a speaker too; 下列各项: is none.
    """
    names = [*known, *called.values(), *ASKED]
    out = []
    for line in text.replace("\r\n", "\n").split("\n"):
        found = _HEAD.fullmatch(line)
        head = found[1] if found else ""
        if head in called:
            head = called[head]
        elif not any(name and (head == name or head.startswith(name) or head.endswith(name)) for name in names):
            head = ""
        out.append(Turn(head, found[2] if found and head else line.strip()))
    return out
