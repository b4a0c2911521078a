"""Read a JSON file that somebody else wrote: exact numbers, no key twice, nothing too large or too deep, and a sentence for every fault."""

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, BinaryIO

from desktop.domain import reasons, texts
from desktop.domain.refusal import Refusal
from desktop.i18n import _

MOST_BYTES = 20_000_000
MOST_DEEP = 40
MOST_FIGURES = 60  # beyond, a number is a slip of the hand, and long ones take minutes to read


def read(file: Path) -> Any:
    """The value in the file; Refusal naming the file."""
    try:
        with file.open("rb") as stream:
            return parsed(stream, str(file))
    except OSError as error:
        raise Refusal(_("{file} cannot be read: {why}.").format(file=file, why=reasons.of_system(error)), code="file") from error


def parsed(stream: BinaryIO, name: str) -> Any:
    """The value in an open stream that sentences call `name`."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _refusal(name, _("it is larger than {most} MB.").format(most=MOST_BYTES // 1_000_000))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = _("it is not UTF-8 text (byte {n}); save it as UTF-8 and try again.").format(n=error.start + 1)
        raise _refusal(name, sentence) from error
    if not text.strip():
        raise _refusal(name, _("it is empty."))
    _not_too_deep(text, name)
    try:
        return json.loads(text, parse_float=_decimal, parse_int=_integer, parse_constant=_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        sentence = _("it is not JSON: line {line}, column {column} ({why}).").format(
            line=error.lineno, column=error.colno, why=reasons.of_json(error)
        )
        raise _refusal(name, sentence) from error
    except _Wrong as wrong:
        raise _refusal(name, str(wrong)) from wrong


class _Wrong(Exception):
    """A fault inside, to be told with the name of the file."""


def _refusal(name: str, sentence: str) -> Refusal:
    return Refusal(_("{file} was not taken: {sentence}").format(file=name, sentence=sentence), code="file")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Wrong(_("the key “{key}” stands twice in one object.").format(key=texts.quoted(key, 60)))
        found[key] = value
    return found


def _decimal(figures: str) -> Decimal:
    try:
        number = Decimal(figures)
    except InvalidOperation:
        number = Decimal("NaN")
    if len(figures) > MOST_FIGURES or not number.is_finite() or abs(number.adjusted()) > MOST_FIGURES:
        raise _Wrong(_("the number {figures} is too long.").format(figures=texts.quoted(figures)))
    return number


def _integer(figures: str) -> int:
    if len(figures) > MOST_FIGURES:
        raise _Wrong(_("the number {figures} is too long.").format(figures=texts.quoted(figures)))
    return int(figures)


def _constant(word: str) -> Any:
    raise _Wrong(_("{word} is no number that can be used.").format(word=word))


def _not_too_deep(text: str, name: str) -> None:
    """Counts brackets outside of strings: Python's own reader would end in a RecursionError."""
    if text.count("[") + text.count("{") <= MOST_DEEP:
        return
    depth = 0
    inside = escaped = False
    for sign in text:
        if inside:
            if escaped:
                escaped = False
            elif sign == "\\":
                escaped = True
            elif sign == '"':
                inside = False
        elif sign == '"':
            inside = True
        elif sign in "[{":
            depth += 1
            if depth > MOST_DEEP:
                raise _refusal(name, _("objects and lists stand in one another more than {most} deep.").format(most=MOST_DEEP))
        elif sign in "]}":
            depth -= 1
