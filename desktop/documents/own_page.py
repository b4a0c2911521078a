"""What an office has otherwise on its pages: numbers of a layout, its letterhead, where its seal stands.

Read out of `page.toml` in the office's folder, which has the form of the shipped one, only shorter:

    [layouts.official]
    margin = { top = 40.0 }
    [letterhead]
    kinds = ["agreement"]          # or "all"
    name = "…"
    below = "…"
    [seal]
    align = "centre"               # right, centre, left
"""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from desktop import assets
from desktop.documents import page_layout
from desktop.documents.blocks import Align, Block, Letterhead, PageNumber, SealPlace
from desktop.domain import reasons
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

FILE = "page.toml"
ALL = "all"
LEAST_TEXT = 120.0  # points: a page must keep this much room for its text, each way


EXAMPLE = """# 本单位自己的页面。只写与系统自带的不同之处；去掉行首的 # 即生效。长度单位为毫米，字号和行距单位为磅。
# 已出具的文书不随本文件变化。
#
# [layouts.official]
# margin = { top = 40.0 }
# foot = 27.0
#
# [letterhead]
# kinds = "all"
# name = "某某人民调解委员会"
# below = "地址：　　电话："
#
# [seal]
# align = "right"
"""


@dataclass(frozen=True)
class OwnPage:
    """The office's own page. `faults` name what could not be taken; everything else is."""

    changes: Mapping[str, tuple[PageNumber, ...]] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()
    head: Letterhead | None = None
    seal: Align = Align.RIGHT
    faults: tuple[Fault, ...] = ()

    def numbers(self, layout: str) -> tuple[PageNumber, ...]:
        """What is otherwise in a layout."""
        return self.changes.get(layout, ())

    def dressed(self, kind: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with the letterhead before them and the seal where the office has it."""
        if self.seal is not Align.RIGHT:
            blocks = tuple(dataclasses.replace(one, align=self.seal) if isinstance(one, SealPlace) else one for one in blocks)
        wanted = self.head is not None and (ALL in self.kinds or kind in self.kinds)
        return (self.head, *blocks) if wanted and self.head is not None else blocks


@lru_cache(maxsize=16)
def read(text: str) -> OwnPage:
    """The page out of the text of the office's file; "" is the shipped page."""
    if not text.strip():
        return OwnPage()
    faults: list[Fault] = []
    try:
        table = assets.parse_toml(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return OwnPage(faults=(Fault(FILE, _("{file} is not a valid template: {error}.").format(file=FILE, error=reasons.of_toml(error))),))
    for name in sorted(table.keys() - {"layouts", "letterhead", "seal"}):
        faults.append(_fault(name, _("there is no such name in a page")))
    changes = {}
    for layout, numbers in _table(table, "layouts", faults).items():
        found = _numbers(layout, numbers, faults)
        if found:
            changes[str(layout)] = found
    kinds, head = _letterhead(_table(table, "letterhead", faults), faults)
    return OwnPage(changes, kinds, head, _seal(_table(table, "seal", faults), faults), tuple(faults))


def _numbers(layout: str, table: Any, faults: list[Fault]) -> tuple[PageNumber, ...]:
    """The numbers that this layout has, and that leave a page one can print on."""
    known = page_layout.numbers(layout)
    place = f"layouts.{layout}"
    if not known:
        faults.append(_fault(place, _("there is no such layout; there are: {names}").format(names="、".join(page_layout.names()))))
        return ()
    out = []
    for name, value in _flat(table):
        if name not in known:
            faults.append(_fault(f"{place}.{name}", _("there is no such name in a page")))
        elif isinstance(value, bool) or not isinstance(value, int | float) and not hasattr(value, "as_tuple") or not 0 <= value <= 500:
            faults.append(_fault(f"{place}.{name}", _("a number from 0 to 500 stands here")))
        else:
            out.append(PageNumber(name, float(value)))
    try:
        made = page_layout.layout(layout, tuple(out))
        small = any(style.size < 4 or style.line < style.size for style in made.styles.values())
        if made.width < LEAST_TEXT or made.height < LEAST_TEXT or small:
            faults.append(_fault(place, _("these numbers leave no room for the text")))
            return ()
    except Refusal as refused:
        faults += refused.faults
        return ()
    return tuple(out)


def _letterhead(table: Mapping[str, Any], faults: list[Fault]) -> tuple[tuple[str, ...], Letterhead | None]:
    for name in sorted(table.keys() - {"kinds", "name", "below"}):
        faults.append(_fault(f"letterhead.{name}", _("there is no such name in a page")))
    name, below, kinds = table.get("name", ""), table.get("below", ""), table.get("kinds", ALL)
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(name, str) or not isinstance(below, str):
        faults.append(_fault("letterhead.name", _("a sentence stands in quotation marks")))
        return (), None
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        faults.append(_fault("letterhead.kinds", _("names of papers in quotation marks stand here, or “all”")))
        return (), None
    return tuple(kinds), Letterhead(name, below) if name.strip() else None


def _seal(table: Mapping[str, Any], faults: list[Fault]) -> Align:
    align = table.get("align", str(Align.RIGHT))
    if align not in (Align.RIGHT, Align.CENTRE, Align.LEFT):
        faults.append(_fault("seal.align", _("right, centre or left stands here")))
        return Align.RIGHT
    return Align(align)


def _table(table: Mapping[str, Any], name: str, faults: list[Fault]) -> Mapping[str, Any]:
    found = table.get(name, {})
    if isinstance(found, dict):
        return found
    faults.append(_fault(name, _("a table stands here")))
    return {}


def _flat(table: Any, before: str = "") -> list[tuple[str, Any]]:
    out: list[tuple[str, Any]] = []
    if isinstance(table, dict):
        for key, value in table.items():
            out += _flat(value, f"{before}{key}.") if isinstance(value, dict) else [(f"{before}{key}", value)]
    return out


def _fault(name: str, why: str) -> Fault:
    return Fault(f"{FILE}:{name}", _("{file}, {name}: {why}.").format(file=FILE, name=name, why=why))
