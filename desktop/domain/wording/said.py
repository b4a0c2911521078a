"""What two texts say in figures, laid side by side: sums, days and all other numbers (accounts, ear tags, heads, instalments)."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.domain import dates, money, texts
from desktop.domain.wording import days, numbers, sums

_RUN = re.compile(r"\d+(?:[ \u00a0.]\d+)*")
_COUNT = re.compile(rf"([{numbers.FIRST}][{numbers.SIGNS}]{{0,12}})(?=个?[只头匹峰期份亩吨株袋捆台辆间套年月日天次倍元]|公斤)")
Kind = Literal["sum", "day", "number"]


@dataclass(frozen=True)
class Difference:
    """`own` is what only the written text says, `made` what only the record says, both as one writes them."""

    kind: Kind
    own: tuple[str, ...]
    made: tuple[str, ...]


def different(own: str, made: str, today: date) -> list[Difference]:
    """Where the two texts say other figures; a text that merely says more, or less often, is no other one."""
    return [one for kind in ("sum", "day", "number") if (one := _of(kind, _read(own, today)[kind], _read(made, today)[kind])) is not None]


def _of(kind: Kind, own: list[str], made: list[str]) -> Difference | None:
    strange, missing = [one for one in own if one not in made], [one for one in made if one not in own]
    if not (strange and missing) and len(own) == len(made):  # one of two equal figures was changed into another that stands there too
        more, less = Counter(own) - Counter(made), Counter(made) - Counter(own)
        strange, missing = list(more), list(less)
    if (strange and missing) or (kind == "sum" and missing and not own):
        return Difference(kind, tuple(dict.fromkeys(strange)), tuple(dict.fromkeys(missing)))
    return None


def _read(text: str, today: date) -> dict[Kind, list[str]]:
    plain = texts.half_width(text)
    known_sums, known_days = sums.found(plain), days.found(plain, today)
    found: dict[Kind, list[str]] = {
        "sum": [money.figures(one.fen) for one in known_sums if one.fen is not None],
        "day": [dates.in_words(one.day) for one in known_days if one.day is not None],
    }
    spans = [(one.start, one.end) for one in known_sums] + [(one.start, one.start + len(one.written)) for one in known_days]
    for start, end in spans:
        plain = plain[:start] + "。" * (end - start) + plain[end:]
    found["number"] = [re.sub(r"[ \u00a0]", "", run) for run in _RUN.findall(plain)]
    found["number"] += [str(number) for run in _COUNT.findall(plain) if (number := numbers.whole(run)) is not None]
    return found
