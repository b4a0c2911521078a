"""Blocks that are looked at: photos with their captions, and a sketch of a piece of land."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Photo:
    """A picture with its caption; `data` is a JPEG in base64, empty for a place where one is glued on. `height` in millimetres."""

    caption: str
    data: str = ""
    height: float = 88.0


@dataclass(frozen=True)
class Photos:
    """Pictures, two on a page."""

    items: tuple[Photo, ...]


@dataclass(frozen=True)
class Mark:
    """A point of a sketch in metres east and north of any origin."""

    name: str
    east: float
    north: float


@dataclass(frozen=True)
class Sketch:
    """A piece of land: its corners in order, and what lies north, east, south and west of it. Without corners a frame to draw in."""

    corners: tuple[Mark, ...]
    bounds: tuple[str, str, str, str]
    north: str
    height: float = 110.0
