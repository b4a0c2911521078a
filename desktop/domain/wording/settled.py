"""A text and its record say two things: both values of each conflict, and the text or the record with the other's value."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from desktop.domain import dates, money, texts
from desktop.domain.refusal import Refusal
from desktop.domain.wording import days, said, sums

_MONEY = ("amount", "each", "down_payment", "unit_price", "settles", "set_off")
_DAYS = ("due_on", "first_on", "down_on", "until", "guarantee_until")
_ANY_DAY = date(2000, 1, 1)  # the days are whole: from which day they are read does not matter
_NUMBERS = ("account_number", "quantity", "times", "objection_days", "weight")


class Conflict(NamedTuple):
    """One value of a text (`own`) that the record has otherwise (`made`), both as one writes them; `place` is that of the text."""

    place: str
    kind: said.Kind
    own: str
    made: str


def conflicts(place: str, own: str, made: str, today: date) -> list[Conflict]:
    """Where one value of the text stands against one of the record; several against several cannot be told apart and are left out."""
    pairs = [one for one in said.different(own, made, today) if len(one.own) == len(one.made) == 1]
    return [Conflict(place, one.kind, one.own[0], one.made[0]) for one in pairs]


def with_record(text: str, one: Conflict, today: date) -> str:
    """The text with the record's value wherever it had its own; sums in figures and in capitals alike."""
    plain = texts.half_width(text)
    spans: list[tuple[int, int, str]] = []
    if one.kind == "sum":
        fen = money.parse(one.made)
        for found in sums.found(plain):
            if found.fen is not None and money.figures(found.fen) == one.own:
                spans.append((found.start, found.end, _sum_as(found, fen)))
    elif one.kind == "day":
        for day in days.found(plain, today):
            if day.day is not None and dates.in_words(day.day) == one.own:
                spans.append((day.start, day.start + len(day.written), one.made))
    else:
        pattern = r"[ \u00a0]?".join(map(re.escape, one.own))
        spans = [(at.start(), at.end(), one.made) for at in re.finditer(rf"(?<!\d){pattern}(?!\d)", plain)]
    for start, end, instead in sorted(spans, reverse=True):
        text = text[:start] + instead + text[end:]
    return text


def _sum_as(found: sums.Sum, fen: int) -> str:
    """The sum in the writing of the one that it takes the place of."""
    if found.style == "capitals":
        return money.capitals(fen).removeprefix("人民币")
    head = re.match(r"(?:小写\s*[:：]?\s*)?(?:人民币)?\s*[¥￥]?\s*", found.written)
    return f"{head[0] if head else ''}{money.figures(fen)}{'' if found.written[-1].isdigit() else '元'}"


def with_text(row: Mapping[str, Any], one: Conflict) -> dict[str, Any]:
    """The fields of the typed row that have the record's value, with that of the text; empty where none of its fields has it."""
    same = {"sum": _is_sum, "day": _is_day, "number": lambda typed, made: str(typed or "").replace(" ", "") == made}[one.kind]
    keys = {"sum": _MONEY, "day": _DAYS, "number": _NUMBERS}[one.kind]
    value = _day_of(one.own) if one.kind == "day" else one.own
    changed: dict[str, Any] = {key: value for key in keys if same(row.get(key), one.made)}
    part = {"sum": "amount", "day": "due_on", "number": "quantity"}[one.kind]
    parts = [{**dict(line), part: value} if same(line.get(part), one.made) else dict(line) for line in row.get("instalments") or ()]
    if not changed and parts != [dict(line) for line in row.get("instalments") or ()]:
        changed["instalments"] = parts
    return changed


def _is_sum(typed: Any, made: str) -> bool:
    try:
        return typed not in (None, "") and money.parse(typed) == money.parse(made)
    except Refusal:
        return False


def _is_day(typed: Any, made: str) -> bool:
    return bool(typed) and str(typed) == _day_of(made)


def _day_of(words: str) -> str:
    found = [one.day for one in days.found(words, _ANY_DAY) if one.day is not None]
    return found[0].isoformat() if found else words
