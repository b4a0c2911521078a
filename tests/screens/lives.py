"""Lives of the examples played through the services up to a place, for windows that begin there."""

from pathlib import Path
from typing import Any

from desktop import assets
from desktop.domain import dates
from desktop.services import actions, demo, intake, json_files, office, people
from desktop.services.demo import Clock
from tests import window_driver
from tests.window_driver import DAY

MEDIATOR = "萨某"  # bears nobody's name of the examples, so that no conflict has to be disclosed


def opened(folder: Path) -> tuple[Any, Clock]:
    """An office with its mediators and a clock that can be set, today at DAY."""
    window_driver.office(folder).close()
    clock = Clock(DAY)
    desk = office.open(folder, today=clock.today, now=clock.now)
    for mediator in (*demo.MEDIATORS, {"name": MEDIATOR, "certificate_number": "新诉调-099", "languages": ["汉语", "蒙古语"]}):
        people.add_mediator(desk, mediator)
    return desk, clock


def play(desk: Any, clock: Clock, example: str, before: str = "", nth: int = 1) -> Any:
    """The life of an example; with `before` up to the n-th move of this name, which is not made any more."""
    life = json_files.read(assets.path("examples", f"{example}.json"))
    clock.day = dates.parse(life["case"]["received_on"], DAY, "past")
    case = intake.open_case(desk, {**life["case"], "received_on": clock.day.isoformat()})
    seen = 0
    for move in life["moves"]:
        seen += move["do"] == before
        if before and seen == nth and move["do"] == before:
            break
        clock.day = dates.parse(move["on"], DAY, "past")
        values = dict(move.get("values") or {})
        case = actions.act(desk, case.id, move["do"], {**values, "mediator": MEDIATOR} if move["do"] == "assign" else values)
    clock.day = DAY
    return case
