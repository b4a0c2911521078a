"""Clean values of declared fields as people read them: for the page of a case, its history and its papers, in the language now spoken."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain import dates, money
from desktop.domain.fields import Field
from desktop.i18n import _


class Told(NamedTuple):
    """One field with something in it: its name, and the text; a table has a line a row."""

    field: Field
    label: str
    text: str


def told(fields: Sequence[Field], values: Mapping[str, Any]) -> list[Told]:
    """The fields that hold anything, in their order."""
    found = [Told(field, _(field.label), value(field, values.get(field.key))) for field in fields]
    return [one for one in found if one.text]


def value(field: Field, kept: Any) -> str:
    """One value in words; '' where there is none. A text that an older program kept where a choice stands now is shown as it is."""
    if kept is None or kept == "" or kept == [] or kept == {}:
        return ""
    if field.kind == "table":
        rows = [row(field.rows, one) for one in kept if isinstance(one, Mapping)]
        return "\n".join(f"{n}. {text}" for n, text in enumerate(rows, 1)) if len(rows) > 1 else "".join(rows)
    if field.kind == "group":
        return row(field.rows, kept)
    if isinstance(kept, bool):
        return _("yes") if kept else _("no")
    if field.kind == "money" and isinstance(kept, int):
        return _("{sum} yuan").format(sum=money.figures(kept))
    if isinstance(kept, date):
        return dates.in_words(kept)
    if isinstance(kept, Decimal):
        return format(kept.normalize(), "f")
    if field.kind in ("choice", "choices"):
        labels = dict(field.options())
        return "、".join(labels.get(str(one), str(one)) for one in (kept if isinstance(kept, list) else [kept]))
    if isinstance(kept, list | tuple):
        return "；".join(str(one) for one in kept)
    return str(kept).strip()


def row(fields: Sequence[Field], values: Mapping[str, Any]) -> str:
    """A row of a table in one line: the first value stands alone, each other one behind its name."""
    parts = told(fields, values)
    return "；".join(part.text if n == 0 else _("{label}: {text}").format(label=part.label, text=part.text) for n, part in enumerate(parts))
