"""The one face by which the program asks a kind of dispute for what is its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.domain.fields import Field


def _no_view(cause: str, facts: Mapping[str, Any]) -> str:
    return ""


@dataclass(frozen=True)
class Category:
    """`key` is stored with the case; `facts` are its declared intake fields; `moj_type` the Ministry's type it counts as by default.

    `documents` names the papers to bring, as messages to be translated. `counts_as(cause, facts)` gives the Ministry's type where the
    facts decide it, and '' where the table of causes does. Causes and clauses are data under the same key in `resources/`.
    """

    key: str
    label: str
    moj_type: str
    facts: tuple[Field, ...] = ()
    documents: tuple[str, ...] = ()
    counts_as: Callable[[str, Mapping[str, Any]], str] = _no_view
