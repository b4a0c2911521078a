"""Where the data files of `resources/` stand, and how they are read."""

import os
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any


def resources() -> Path:
    """The folder `resources/`: beside the program in a built bundle, else at the top of the checkout."""
    told = os.environ.get("HEYI_RESOURCES")
    if told:
        return Path(told)
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle or Path(__file__).resolve().parent.parent) / "resources"


def path(*parts: str) -> Path:
    """The path of one resource, for example `path("fonts", "NotoSerifSC-Regular.ttf")`."""
    return resources().joinpath(*parts)


def toml(*parts: str) -> dict[str, Any]:
    """A resource in TOML; its decimal numbers come as Decimal, since money and law values are never float."""
    with path(*parts).open("rb") as file:
        return tomllib.load(file, parse_float=Decimal)


def parse_toml(text: str) -> dict[str, Any]:
    """The same for a text that an office typed or keeps in its own folder."""
    return tomllib.loads(text, parse_float=Decimal)
