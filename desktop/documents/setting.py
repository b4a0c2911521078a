"""What surrounds a paper and is not the case itself: whose paper, in what state, in what language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.documents.blocks import PaperState

if TYPE_CHECKING:
    from db.models.court import Court
    from db.models.mediator import Mediator
    from db.models.organisation import Organisation


@dataclass(frozen=True)
class Setting:
    """`organisation` issues the paper; mediators and courts by id as the case names them; `training` marks every head and foot.

    `hand` is a blank form: what is not filled in is a line for the hand instead of ／. `own` are the office's own files by kind of paper
    (their texts, `page` for its page), which are laid over what is shipped.
    """

    organisation: "Organisation"
    mediators: Mapping[int, "Mediator"] = field(default_factory=dict)
    courts: Mapping[int, "Court"] = field(default_factory=dict)
    state: PaperState = PaperState.READING
    version: int = 1
    language: str = "zh_Hans_CN"
    training: bool = False
    hand: bool = False
    own: Mapping[str, str] = field(default_factory=dict)
