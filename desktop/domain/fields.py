"""Declared fields: one description of what may be typed feeds the form, the check on the way in, the JSON schema and the example.

`check` turns typed values (from a form, a JSON file, an Excel paste) into clean ones: money as an int of fen, dates as `date`, decimals as
`Decimal`, choices as their codes, text exactly as typed. Clean values are not checked again: `stored` and `restored` carry them through
JSON.
Numbers of papers, codes, accounts and plates are kept as typed even when they look wrong; `remarks` says what to look at.

It has over 400 lines: the kinds of field and their reading, storing and describing are one table that should be changed in one place.
"""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.domain import dates, identity, money, texts
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _

KINDS = (
    "text", "long_text", "date", "money", "integer", "decimal", "choice", "yes_no", "id_number", "uscc", "phone", "bank_account", "plate",
    "table", "group", "words", "texts", "choices",
)  # fmt: skip
MOST_FAULTS = 50
_MOST = {"text": 200, "long_text": 20_000, "table": 2000, "words": 200, "texts": 200, "choices": 100}
_MOST_NUMBER = 10**15  # beyond, a number is a slip of the hand and no column holds it
_LOOKS: dict[str, Callable[[str], identity.Verdict]] = {
    "uscc": identity.look_at_uscc,
    "phone": identity.look_at_phone,
    "bank_account": identity.look_at_account,
    "plate": identity.look_at_plate,
}
_AS_STATED = frozenset((*_LOOKS, "id_number"))
_YES, _NO = frozenset(("yes", "y", "true", "1", "是", "有", "对", "√")), frozenset(("no", "n", "false", "0", "否", "无", "没有", "×"))
_EXAMPLES = {
    "text": "文字", "long_text": "一段文字。", "date": "2026-11-20", "money": "5194253.92", "integer": 3, "decimal": "3.45", "yes_no": True,
    "id_number": "11010519491231002X", "uscc": "91110000600037341L", "phone": "13800000000", "bank_account": "6222020000000000000",
    "plate": "蒙A12345",
}  # fmt: skip
_PAST = "2025-11-20"


@dataclass(frozen=True)
class Field:
    """One declared field. `label` and `help` are marked words (`N_`); `choices` are codes or (code, label) pairs; the kind `choices` takes
    several of them. `also` has (text, code): other spellings of a choice, in files and spreadsheets and in cases of an older program,
    where a text stood.

    `rows` are the fields of a table or group. `most` is the greatest length of a text, number of rows or words, or value of a number (money
    in fen); `least` the smallest value of a number (0 for money unless said otherwise). `prefer` says which year a date without one means.
    A required field must have a value.
    """

    key: str
    kind: str
    label: str
    required: bool = False
    choices: tuple[str | tuple[str, str], ...] = ()
    help: str = ""
    example: Any = None
    most: int | Decimal | None = None
    rows: tuple["Field", ...] = ()
    least: int | Decimal | None = None
    prefer: dates.Prefer = "near"
    also: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"field {self.key}: there is no kind {self.kind}")
        if (self.kind in ("choice", "choices")) != bool(self.choices) or (self.kind in ("table", "group")) != bool(self.rows):
            raise ValueError(f"field {self.key}: a choice has choices, a table or group has rows, nothing else has")

    def options(self) -> list[tuple[str, str]]:
        """The choices as (code, label in the language of the interface)."""
        return [(one, _(one)) if isinstance(one, str) else (one[0], _(one[1])) for one in self.choices]

    def limit(self) -> int:
        """The greatest length of a text, or number of rows or words."""
        return int(self.most if self.most is not None else _MOST.get(self.kind, 100))


def spelt(**words: str) -> tuple[tuple[str, str], ...]:
    """Other spellings of choices by code, parted by blanks: `spelt(full="全部责任 全责")`, for `Field.also`."""
    return tuple((word, code) for code, said in words.items() for word in said.split())


class _Faults:
    """Collects what is wrong; the sentences name the place in the words of the form."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, path: str, place: str, sentence: str) -> None:
        if len(self.found) < MOST_FAULTS:
            self.found.append(Fault(path, _("{place}: {sentence}").format(place=place, sentence=sentence) if place else sentence))


def check(fields: Sequence[Field], values: Any, today: date | None = None, where: str = "", partial: bool = False) -> dict[str, Any]:
    """Clean values out of typed ones; Refusal with every fault, each at its dotted path below `where` (`parties.0.id_number`).

    A field that was not given stays out of the answer; one given empty comes as '' (texts), [] (tables, words) or None. With `partial` a
    required field may stay out (a change of some fields). `today` lets dates such as `3.22` or `+30` be read.
    """
    faults = _Faults()
    clean = _object(tuple(fields), values, today, where, "", faults, partial)
    if faults.found:
        raise Refusal.of(faults.found)
    return clean


_Row = tuple[Field, ...]


def _object(fields: _Row, values: Any, today: date | None, path: str, place: str, faults: _Faults, partial: bool) -> dict[str, Any]:
    if not isinstance(values, Mapping):
        faults.add(path, place, _("Fields with their names are wanted here ({{...}}), not {kind}.").format(kind=_kind_of(values)))
        return {}
    known = {field.key: field for field in fields}
    for key in values:
        if key not in known and len(faults.found) < MOST_FAULTS:  # finding a near name is slow: not for a million unknown keys
            faults.add(_join(path, str(key)[:60]), place, _unknown(str(key), known))
    clean: dict[str, Any] = {}
    for field in fields:
        here, name = _join(path, field.key), _place(place, _(field.label))
        if field.key not in values:
            if field.required and not partial:
                faults.add(here, name, _("This is needed: fill it in."))
            continue
        value = values[field.key]
        if _is_empty(value):
            if field.required:
                faults.add(here, name, _("This is needed: fill it in."))
            clean[field.key] = _empty(field, value)
            continue
        try:
            clean[field.key] = _one(field, value, today, here, name, faults, partial)
        except Refusal as refusal:
            faults.add(here, name, refusal.sentence)
    return clean


def _one(field: Field, value: Any, today: date | None, path: str, place: str, faults: _Faults, partial: bool) -> Any:
    """The clean value of one field that is not empty; Refusal with a sentence that does not name the field yet."""
    if field.kind == "table":
        return _table(field, value, today, path, place, faults)
    if field.kind == "group":
        return _object(field.rows, value, today, path, place, faults, partial)
    if field.kind in ("words", "texts"):
        return _words(field, value)
    if field.kind == "choices":
        return list(dict.fromkeys(_choice(field, word, today) for word in _words(field, value)))
    if isinstance(value, Mapping | list | tuple):
        raise Refusal(_("One value is wanted here, not {kind}.").format(kind=_kind_of(value)))
    if field.kind in ("text", "long_text"):
        return _text(value, field.limit())
    if isinstance(value, str) and len(value) > 200 and field.kind not in _AS_STATED:
        raise Refusal(_("{n} characters are too many here.").format(n=len(value)))
    return _READERS[field.kind](field, value, today)


def _text(value: Any, most: int) -> str:
    if not isinstance(value, str):
        raise Refusal(_("Text in quotes is wanted here, not {kind}.").format(kind=_kind_of(value)))
    if len(value) > most:
        raise Refusal(_("The text has {n} characters; {most} are the most: shorten it.").format(n=len(value), most=most))
    return texts.check(value)


def _as_stated(field: Field, value: Any, today: date | None) -> str:
    return _text(value, int(field.most or 100))


def _date(field: Field, value: Any, today: date | None) -> date:
    if not isinstance(value, str | date):
        raise Refusal(_('A date in quotes is wanted here, such as "2026-11-20", not {kind}.').format(kind=_kind_of(value)))
    return dates.parse(value, today, field.prefer)


def _money(field: Field, value: Any, today: date | None) -> int:
    least = 0 if field.least is None else field.least
    fen = money.parse(value, allow_negative=least < 0)
    if fen < least or (field.most is not None and fen > field.most):
        raise Refusal(_out_of_range(money.figures(int(least)), money.figures(int(field.most)) if field.most is not None else None))
    return fen


def _number(field: Field, value: Any, today: date | None = None) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise Refusal(_("A number is wanted here, not {kind}.").format(kind=_kind_of(value)))
    try:
        if isinstance(value, str):
            typed = texts.half_width(value).strip()
            if not re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)", typed):
                raise InvalidOperation
            number = Decimal(typed)
        else:
            number = Decimal(value)
        if not number.is_finite() or abs(number) > _MOST_NUMBER:
            raise InvalidOperation
    except InvalidOperation:
        shown = texts.quoted(value) if isinstance(value, str) else "…"
        raise Refusal(_("“{text}” is not a number that can be used here: type figures, such as 12 or 3.45.").format(text=shown)) from None
    if (field.least is not None and number < field.least) or (field.most is not None and number > field.most):
        raise Refusal(_out_of_range(None if field.least is None else str(field.least), None if field.most is None else str(field.most)))
    return number


def _out_of_range(least: str | None, most: str | None) -> str:
    if most is None:
        return _("At least {least} is wanted here.").format(least=least)
    if least is None:
        return _("At most {most} is wanted here.").format(most=most)
    return _("A value from {least} to {most} is wanted here.").format(least=least, most=most)


def _integer(field: Field, value: Any, today: date | None) -> int:
    number = _number(field, value)
    if number != int(number):
        raise Refusal(_("A whole number is wanted here."))
    return int(number)


def _code(field: Field, value: Any) -> str:
    """The code of a choice out of its code, its label or another spelling; '' where it is none. A yes or no is spelt 是 or 否."""
    if isinstance(value, bool):
        value = "是" if value else "否"
    if not isinstance(value, str):
        return ""
    typed = value.strip()
    return next((code for code, label in (*field.options(), *((code, text) for text, code in field.also)) if typed in (code, label)), "")


def _choice(field: Field, value: Any, today: date | None) -> str:
    code = _code(field, value)
    if code:
        return code
    options = field.options()
    typed = texts.quoted(value) if isinstance(value, str) else _kind_of(value)
    near = difflib.get_close_matches(str(value)[:60], [word for option in options for word in option], 1, 0.5)
    choices = ", ".join(code if code == label else f"{code} ({label})" for code, label in options[:12]) + (
        " …" if len(options) > 12 else ""
    )
    if near:
        raise Refusal(
            _("“{text}” is not one of the choices; perhaps {near}? The choices: {choices}.").format(
                text=typed, near=near[0], choices=choices
            )
        )
    raise Refusal(_("“{text}” is not one of the choices: {choices}.").format(text=typed, choices=choices))


def _yes_no(field: Field, value: Any, today: date | None) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value)[:20].strip().lower() if isinstance(value, str | int) else ""
    if word in _YES | _NO:
        return word in _YES
    raise Refusal(_("Yes or no is wanted here (true or false in a file)."))


_READERS: dict[str, Callable[[Field, Any, date | None], Any]] = {
    "date": _date, "money": _money, "integer": _integer, "decimal": _number, "choice": _choice, "yes_no": _yes_no,
    **dict.fromkeys(_AS_STATED, _as_stated),
}  # fmt: skip


def _words(field: Field, value: Any) -> list[str]:
    between, longest = (r"[、,，;；\n]", 200) if field.kind == "words" else (r"\n", 20_000)  # a whole text may hold commas: a line ends it
    if isinstance(value, str):
        if len(value) > 200_000:
            raise Refusal(_("{n} characters are too many here.").format(n=len(value)))
        value = [word for word in (part.strip() for part in re.split(between, value)) if word]
    if not isinstance(value, list | tuple):
        raise Refusal(_('A list of words is wanted here (["..."]), not {kind}.').format(kind=_kind_of(value)))
    if len(value) > field.limit():
        raise Refusal(_("{n} entries are too many; {most} are the most.").format(n=len(value), most=field.limit()))
    return [_text(word, longest) for word in value]


def _table(field: Field, value: Any, today: date | None, path: str, place: str, faults: _Faults) -> list[dict[str, Any]]:
    if not isinstance(value, list | tuple):
        raise Refusal(_("A list of rows is wanted here ([{{...}}]), not {kind}.").format(kind=_kind_of(value)))
    if len(value) > field.limit():
        raise Refusal(_("{n} entries are too many; {most} are the most.").format(n=len(value), most=field.limit()))
    # a row is whole even in a change of some fields: rows are replaced, not mended
    return [
        _object(field.rows, row, today, _join(path, str(n)), _("{table} row {n}").format(table=place, n=n + 1), faults, False)
        for n, row in enumerate(value)
    ]


def remarks(fields: Sequence[Field], values: Mapping[str, Any], where: str = "") -> list[Fault]:
    """What should be looked at and stops nothing: numbers of papers, codes, telephones, accounts and plates that look wrong."""
    found: list[Fault] = []
    for field in fields:
        value, here = values.get(field.key), _join(where, field.key)
        if field.kind in _AS_STATED and isinstance(value, str) and value.strip():
            if field.kind == "id_number":  # the kind of paper stands beside: id_number, id_kind
                kind = values.get(field.key.replace("number", "kind"))
                verdict = identity.look_at(kind if isinstance(kind, str) and kind else "resident_id", value)
            else:
                verdict = _LOOKS[field.kind](value)
            if verdict.sentence:
                found.append(Fault(here, _("{place}: {sentence}").format(place=_(field.label), sentence=verdict.sentence)))
        elif field.kind == "group" and isinstance(value, Mapping):
            found += remarks(field.rows, value, here)
        elif field.kind == "table" and isinstance(value, list):
            for n, row in enumerate(value):
                found += remarks(field.rows, row, _join(here, str(n))) if isinstance(row, Mapping) else []
    return found


def readable(fields: Sequence[Field], values: Any, today: date | None = None) -> dict[str, Any]:
    """The clean values of what can be read of a sheet that is still being written; what is wrong or missing stays out."""
    return _object(tuple(fields), values, today, "", "", _Faults(), True)


def stored(fields: Sequence[Field], clean: Mapping[str, Any]) -> dict[str, Any]:
    """Clean values as JSON carries them: dates as ISO text, decimals as text, money as fen. `restored` takes them back."""
    return {field.key: _carried(field, clean[field.key], True) for field in fields if field.key in clean}


def restored(fields: Sequence[Field], kept: Mapping[str, Any]) -> dict[str, Any]:
    """The clean values out of what `stored` made, also by an older program; keys that are no longer declared are left out.

    A text where a choice stands now becomes its code where it is one of its spellings; any other stays as it was written, and is shown so.
    """
    return {field.key: _carried(field, kept[field.key], False) for field in fields if field.key in kept}


def typed(fields: Sequence[Field], clean: Mapping[str, Any]) -> dict[str, Any]:
    """Clean values as a person would type them: `check` takes them again. Money as text in yuan, days as ISO text, codes of choices."""
    return {field.key: _typed(field, clean[field.key]) for field in fields if field.key in clean}


def _typed(field: Field, value: Any) -> Any:
    if value is None:
        return None if field.kind == "yes_no" else ""
    if field.kind == "table":
        return [typed(field.rows, row) for row in value]
    if field.kind == "group":
        return typed(field.rows, value)
    if field.kind == "money" and isinstance(value, int):
        return money.figures(value)
    return value.isoformat() if isinstance(value, date) else format(value, "f") if isinstance(value, Decimal) else value


def _carried(field: Field, value: Any, out: bool) -> Any:
    if value is None:
        return None
    if field.kind == "table":
        return [(stored if out else restored)(field.rows, row) for row in value]
    if field.kind == "group":
        return (stored if out else restored)(field.rows, value)
    if field.kind == "date":
        return value.isoformat() if out else date.fromisoformat(value)
    if field.kind == "decimal":
        return str(value) if out else Decimal(value)
    if field.kind == "choice" and not out:
        return _code(field, value) or value
    if field.kind == "choices" and not out:
        return [_code(field, one) or one for one in (value if isinstance(value, list) else [value])]
    return value


def schema(fields: Sequence[Field]) -> dict[str, Any]:
    """A JSON-schema-like description with an example; labels and help in the language of the interface."""
    return {
        "type": "object",
        "properties": {field.key: _described(field) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
        "example": example(fields),
    }


_TYPES = {"integer": "integer", "yes_no": "boolean", "group": "object", **dict.fromkeys(("table", "words", "texts", "choices"), "array")}


def _described(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"type": _TYPES.get(field.kind, "string"), "kind": field.kind, "title": _(field.label)}
    if field.help:
        told["description"] = _(field.help)
    if field.kind in ("text", "long_text"):
        told["maxLength"] = field.limit()
    elif field.kind == "date":
        told["format"] = "date"
    elif field.kind == "money":
        told["description"] = " ".join(filter(None, (_(field.help) if field.help else "", _("Yuan as text, at most two decimals."))))
    elif field.kind == "choice":
        told["enum"] = [code for code, _label in field.options()]
        told["enumTitles"] = [label for _code, label in field.options()]
    elif field.kind == "choices":
        told["items"] = {"type": "string", "enum": [code for code, _label in field.options()]}
        told["enumTitles"] = [label for _code, label in field.options()]
    elif field.kind == "table":
        told["items"] = schema(field.rows) | {"maxItems": field.limit()}
        told["items"].pop("example")
    elif field.kind == "group":
        told |= {key: value for key, value in schema(field.rows).items() if key != "example"}
    elif field.kind in ("words", "texts"):
        told["items"] = {"type": "string"}
    return told


def example(fields: Sequence[Field]) -> dict[str, Any]:
    """Values that `check` takes, as a person would write them in a file: the field's own example, else one of its kind."""
    return {field.key: _example(field) for field in fields}


def _example(field: Field) -> Any:
    if field.example is not None:
        return field.example
    if field.kind == "choice":
        return field.options()[0][0]
    if field.kind == "choices":
        return [field.options()[0][0]]
    if field.kind == "table":
        return [example(field.rows)]
    if field.kind == "group":
        return example(field.rows)
    if field.kind == "date" and field.prefer == "past":
        return _PAST
    return ["文字"] if field.kind in ("words", "texts") else _EXAMPLES[field.kind]


def _unknown(key: str, known: Mapping[str, Field]) -> str:
    near = difflib.get_close_matches(key[:60], list(known), 1, 0.7)
    if near:
        return _("There is no field “{key}”; perhaps “{near}”?").format(key=texts.quoted(key, 60), near=near[0])
    return _("There is no field “{key}”; the fields are: {fields}.").format(key=texts.quoted(key, 60), fields=", ".join(list(known)[:30]))


def _kind_of(value: Any) -> str:
    for types, words in _JSON_KINDS:
        if isinstance(value, types):
            return _(words)
    return type(value).__name__


_JSON_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, N_("true or false")),
    ((int, float, Decimal), N_("a number without quotes")),
    (str, N_("text")),
    (Mapping, N_("an object ({...})")),
    ((list, tuple), N_("a list ([...])")),
    (type(None), N_("nothing (null)")),
)


def _is_empty(value: Any) -> bool:
    return (
        value is None
        or (isinstance(value, str) and len(value) < 1000 and not value.strip())
        or (isinstance(value, list | tuple) and not value)
    )


def _empty(field: Field, value: Any) -> Any:
    if field.kind in ("text", "long_text") or field.kind in _AS_STATED:
        return value if isinstance(value, str) else ""
    return [] if field.kind in ("table", "words", "texts", "choices") else {} if field.kind == "group" else None


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _place(before: str, label: str) -> str:
    return _("{place}, {label}").format(place=before, label=label) if before else label
