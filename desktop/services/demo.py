"""A training office: the examples played through the services, each move on its own day, among generated cases and invented people."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from desktop import assets
from desktop.domain import dates, reasons
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import actions, demo_cases, demo_plans, demo_staff, intake, json_files, office, people
from desktop.services.demo_plans import Plan
from desktop.services.desk import LEGAL_CLOCK

OFFICE = {
    "name": "呼和浩特市新城区诉调对接人民调解委员会",
    "short_name": "新诉调",
    "number_pattern": "（{year}）{org}字第{n}号",
    "kind": "social",
    "mediation_type": "people",
    "site": "service_center",
    "court": "内0102",
    "region_code": "150102",
    "address": "呼和浩特市新城区某街1号诉讼服务中心二楼",
    "phone": "0471-5550102",
    "user_name": "赵某某",
    "login": "zhao",
}

GENERATED = 300
_BOTH = ["汉语", "蒙古语"]


def _mediator(n: int, name: str, sex: str, ethnic_group: str, kind: str, *fields: str, **more: Any) -> Mapping[str, Any]:
    who = {"name": name, "sex": sex, "ethnic_group": ethnic_group, "kind": kind, "certificate_number": f"新诉调-{n:03d}"}
    return {**who, "fields": list(fields), **more}


MEDIATORS = (
    _mediator(1, "李某某", "male", "汉", "full_time", "finance", "other"),
    _mediator(2, "王某某", "female", "汉", "full_time", "traffic", "labour"),
    _mediator(3, "白某某", "male", "蒙古", "full_time", "other", "family", languages=_BOTH),
    _mediator(4, "其某某", "female", "蒙古", "part_time", "family", "labour", languages=_BOTH),
    _mediator(5, "韩某某", "male", "回", "cppcc_member", "finance", "labour"),
    _mediator(6, "苏某某", "female", "汉", "lawyer", "traffic", "finance", employer="内蒙古某律师事务所"),
)


@dataclass
class Clock:
    """A clock that is set: it goes on by a minute each time it is asked, so that the journal has an order to the eye."""

    day: date
    minutes: int = 0

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        self.minutes += 1
        return datetime.combine(self.day, time(8, 30), LEGAL_CLOCK) + timedelta(minutes=self.minutes % 480)


@dataclass(frozen=True)
class Step:
    """One thing that is done in a life: `do` is '' for the registration itself. Of a generated case the `plan` knows the rest."""

    on: date
    life: int
    do: str
    values: Mapping[str, Any]
    plan: Plan | None = None


def make(folder: Path, today: date, progress: Callable[[int, int], None] | None = None, generated: int = GENERATED) -> int:
    """Makes the training office in a folder that is not there yet (or empty), whole or not at all; gives the number of its cases.

    Beside the examples it holds so many `generated` cases; the same day makes the same office. `progress` hears (done, total) steps.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            _("{folder} is there already and not empty: choose another folder for the training office.").format(folder=folder), "folder"
        )
    lives = [json_files.read(file) for file in sorted(assets.path("examples").glob("*.json"))]
    plans = demo_plans.plans(today, generated)
    steps = [step for n, life in enumerate(lives) for step in _steps(n, life, today)]
    steps += [Step(day, -1, key, {}, plan) for plan in plans for day, key in plan.moves]
    steps.sort(key=lambda step: step.on)
    try:
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".heyi-new-", dir=folder.absolute().parent))
    except OSError as error:
        raise _not_writable(folder, error) from error
    try:
        _play(aside / "office", steps, today, progress or (lambda done, total: None))
        if folder.is_dir():
            folder.rmdir()
        os.replace(aside / "office", folder)
    except OSError as error:
        raise _not_writable(folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return len(lives) + generated


def moves(life: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """What was typed in the moves of this name, in order."""
    return [move.get("values") or {} for move in life.get("moves") or () if move.get("do") == name]


def _steps(n: int, life: Mapping[str, Any], today: date) -> list[Step]:
    case = dict(life["case"])
    received = dates.parse(case.get("received_on") or today, today, "past")
    case["received_on"] = received.isoformat()
    return [
        Step(received, n, "", case),
        *(Step(dates.parse(move["on"], today, "past"), n, move["do"], move.get("values") or {}) for move in life["moves"]),
    ]


def _play(folder: Path, steps: list[Step], today: date, progress: Callable[[int, int], None]) -> None:
    clock = Clock(min((step.on for step in steps), default=today))
    desk = office.create(folder, OFFICE, engine="sqlite", training=True, today=clock.today, now=clock.now).desk
    try:
        for mediator in MEDIATORS:
            people.add_mediator(desk, mediator)
        staff = demo_staff.hire(desk, today, len(MEDIATORS))
        cases: dict[int, int] = {}
        for done, step in enumerate(steps):
            progress(done, len(steps))
            clock.day = step.on
            if step.plan is not None:
                demo_cases.play(desk, step.plan, step.do, step.on, staff)
            elif step.do:
                actions.act(desk, cases[step.life], step.do, step.values)
            else:
                cases[step.life] = intake.open_case(desk, step.values).id
        progress(len(steps), len(steps))
    finally:
        desk.close()


def _not_writable(folder: Path, error: OSError) -> Refusal:
    sentence = _("The training office cannot be made in {folder}: {why}. Choose another place or make room.")
    return Refusal(sentence.format(folder=folder, why=reasons.of_system(error)), "folder", "file")
