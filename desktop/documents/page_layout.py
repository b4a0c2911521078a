"""The numbers of a page and the fonts of its roles, as `resources/templates/page.toml` has them."""

import copy
import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Protocol

from desktop import assets
from desktop.documents import columns
from desktop.domain.refusal import Refusal
from desktop.i18n import _

MM = 72 / 25.4
FILE = ("templates", "page.toml")


@dataclass(frozen=True)
class Style:
    """Type size, line pitch and the white before and after, in points."""

    size: float
    line: float
    before: float
    after: float


@dataclass(frozen=True)
class Layout:
    """One page; all lengths in points."""

    name: str
    page: tuple[float, float]
    top: float
    right: float
    bottom: float
    left: float
    styles: dict[str, Style]
    indent: float
    cell_padding: tuple[float, float]
    rule: float
    frame: float
    sign_row: float
    sign_columns: tuple[float, ...]
    seal: float
    head: float
    foot: float
    qr: float
    qr_bottom: float
    table_least: float
    tight: tuple[float, float, float] = (1.0, 1.0, 1.0)  # what is left of the pitch of text and tables and of the white in cells

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.page[0] - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text."""
        return self.page[1] - self.top - self.bottom

    def tightened(self) -> "Layout":
        """The same page with what it may give given; the layout itself where it gives nothing."""
        text, table, white = self.tight
        if self.tight == (1.0, 1.0, 1.0):
            return self
        parts = {"body": text, "heading": text, "number": text, "notice": text, "table": table}
        styles = {name: dataclasses.replace(style, line=style.line * parts.get(name, 1.0)) for name, style in self.styles.items()}
        above, beside = self.cell_padding
        return dataclasses.replace(self, styles=styles, cell_padding=(above * white, beside), tight=(1.0, 1.0, 1.0))

    def for_table(self, rows: Sequence[Sequence[str]], count: int) -> "Layout":
        """This layout, or one with smaller type for a table of so many columns whose numbers would be torn otherwise."""
        style = self.styles["table"]
        size = columns.size(rows, count, self.width, style.size, self.table_least, self.cell_padding[1])
        if size >= style.size:
            return self
        smaller = dataclasses.replace(style, size=size, line=style.line * size / style.size)
        return dataclasses.replace(self, styles={**self.styles, "table": smaller}, table_least=size)


@dataclass(frozen=True)
class FontPlan:
    """Which files each role prefers, which characters come from one face everywhere, and the names of fonts and styles in the DOCX."""

    files: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    special: frozenset[str]
    special_face: str
    special_roles: frozenset[str]
    word: dict[str, str]
    styles: dict[str, str]


class Change(Protocol):
    """One number that is otherwise: its name as in page.toml (`margin.top`), and the number."""

    @property
    def name(self) -> str:
        """Dotted."""

    @property
    def value(self) -> float:
        """In the unit of page.toml."""


def names() -> list[str]:
    """The names of the layouts."""
    return list(_tables())


def numbers(name: str) -> dict[str, float]:
    """Every number of a layout by its dotted name; none when there is no such layout."""
    return dict(_numbers(_tables().get(name, {})))


def layout(name: str, changes: Sequence[Change] = ()) -> Layout:
    """The layout of this name with an office's changes; refuses one that page.toml does not have or where a number is missing."""
    return _layout(name, tuple((change.name, change.value) for change in changes))


@cache
def _tables() -> dict[str, Any]:
    found: dict[str, Any] = assets.toml(*FILE).get("layouts", {})
    return found


def _numbers(table: dict[str, Any], before: str = "") -> Iterable[tuple[str, float]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _numbers(value, f"{before}{key}.")
        elif not isinstance(value, list):
            yield before + key, float(value)


@lru_cache(maxsize=64)
def _layout(name: str, changes: tuple[tuple[str, float], ...]) -> Layout:
    table = _tables().get(name)
    if table is not None and changes:
        table = copy.deepcopy(table)
        for dotted, value in changes:
            inner, keys = table, dotted.split(".")
            for key in keys[:-1]:
                inner = inner.get(key) or {}
            if keys[-1] in inner:  # what a later page no longer has is passed over
                inner[keys[-1]] = value
    if table is None:
        raise Refusal(_("{file} has no layout {name}.").format(file=FILE[-1], name=name), f"layouts.{name}", "layout")
    try:
        margin = {side: _points(value) for side, value in table["margin"].items()}
        return Layout(
            name=name,
            page=(_points(table["page"][0]), _points(table["page"][1])),
            **margin,
            styles={key: _style(value) for key, value in table.items() if isinstance(value, dict) and "size" in value},
            indent=float(table["indent"]),
            table_least=float(table.get("table_least", table["table"]["size"])),
            cell_padding=(float(table["cell_padding"][0]), float(table["cell_padding"][1])),
            tight=_three(table.get("tight", (1.0, 1.0, 1.0))),
            rule=float(table["rule"]),
            frame=float(table["frame"]),
            sign_columns=tuple(_points(value) for value in table["sign_columns"]),
            **{key: _points(table[key]) for key in ("sign_row", "seal", "head", "foot", "qr", "qr_bottom")},
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise Refusal(
            _("{file}: layout {name} is incomplete at {field}.").format(file=FILE[-1], name=name, field=error),
            f"layouts.{name}",
            "layout",
        ) from error


@cache
def font_plan() -> FontPlan:
    """The fonts of page.toml."""
    table: dict[str, Any] = assets.toml(*FILE)["fonts"]
    special = set(table["special"]["characters"])
    if table["special"]["ascii"]:
        special |= {chr(code) for code in range(0x20, 0x7F)}
    return FontPlan(
        files={name: tuple(paths) for name, paths in table["files"].items()},
        roles={name: tuple(names) for name, names in table["roles"].items()},
        special=frozenset(special),
        special_face=table["special"]["face"],
        special_roles=frozenset(table["special"]["roles"]),
        word=dict(table["word"]),
        styles=dict(table["styles"]),
    )


def _points(millimetres: Any) -> float:
    return float(millimetres) * MM


def _three(parts: Sequence[Any]) -> tuple[float, float, float]:
    text, table, white = (float(part) for part in parts)
    return text, table, white


def _style(table: dict[str, Any]) -> Style:
    return Style(*(float(table[key]) for key in ("size", "line", "before", "after")))
