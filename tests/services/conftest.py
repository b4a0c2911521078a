"""A furnished office on each of the three engines, with a clock that a test sets."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.engine import Database
from desktop.domain import fields
from desktop.domain.inputs.people import OFFICE
from desktop.services import office, people
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.databases import database, engine_name, postgresql

__all__ = ["database", "engine_name", "postgresql"]

NEW = {"name": "新城区诉调对接人民调解委员会", "short_name": "新诉调", "court": "内0102", "login": "zhao", "user_name": "赵某"}
MEDIATORS = (
    {"name": "王某", "certificate_number": "001", "fields": ["finance"]},
    {"name": "白某", "certificate_number": "002", "fields": ["other"], "languages": ["汉语", "蒙古语"]},
)


@pytest.fixture
def clock() -> Clock:
    return Clock(date(2026, 3, 9))


@pytest.fixture
def desk(database: Database, clock: Clock, tmp_path: Path) -> Iterator[Desk]:  # noqa: F811
    """The head's desk in an office with two mediators, on 2026-03-09."""
    clean = fields.check(OFFICE, NEW, clock.day)
    person, organisation_id = office.furnish(database, clean, clock.day, clock.now())
    made = Desk(database, tmp_path, person, organisation_id, False, database.encrypted, clock.today, clock.now)
    for mediator in MEDIATORS:
        people.add_mediator(made, mediator)
    yield made
