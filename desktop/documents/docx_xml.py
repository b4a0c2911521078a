"""Elements of WordprocessingML and its unit of length."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def element(tag: str, children: Sequence[Any] = (), /, **attributes: object) -> Any:
    """An element `w:tag` with attributes `w:key`."""
    made = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    for child in children:
        made.append(child)
    return made


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)
