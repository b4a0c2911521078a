"""The one face by which the program asks a kind of dispute for what is its own."""

from dataclasses import dataclass

from desktop.domain.fields import Field


@dataclass(frozen=True)
class Category:
    """`key` is stored with the case; `facts` are its declared intake fields; `moj_type` the Ministry's type it counts as by default.

    `documents` names the papers to bring, as messages to be translated. Causes and clauses are data under the same key in `resources/`.
    """

    key: str
    label: str
    moj_type: str
    facts: tuple[Field, ...] = ()
    documents: tuple[str, ...] = ()
