"""Random lives: no stage without a way on, no due day without a source, no journal without its change, the stage as the moves say.

A thousand on plain SQLite, fewer on the other engines, so that the whole run stays short; HEYI_LIVES sets the number for all.
"""

import os
from random import Random

import pytest
from sqlalchemy import func, select

from db.journal import CHANGES, ENTRIES
from db.models.case import Case
from desktop.domain import stages
from desktop.services import terms, today, upkeep
from desktop.services.demo import Clock
from desktop.services.desk import Desk
from tests.services.random_life import TYPED, Walk

LIVES = {"sqlite": 1000, "sqlcipher": 60, "postgresql": 60}
SEED = 20261120


def test_every_move_has_its_values() -> None:
    assert set(TYPED) == set(stages.MOVES)


@pytest.mark.parametrize("lives", [None])
def test_random_lives(desk: Desk, clock: Clock, engine_name: str, lives: int | None) -> None:
    count = int(os.environ.get("HEYI_LIVES") or LIVES[engine_name])
    walk = Walk(desk, clock, terms.of(desk), Random(SEED))
    for n in range(count):
        walk.die = Random(SEED + n)  # a life that fails is played again by its number alone
        try:
            walk.live()
        except AssertionError as wrong:
            raise AssertionError(f"life {n} on {engine_name}: {wrong}") from wrong
    with desk.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == count
        bare = select(ENTRIES.c.seq).where(~select(CHANGES.c.seq).where(CHANGES.c.seq == ENTRIES.c.seq).exists())
        assert session.scalars(bare).all() == []
    sheet = today.sheet(desk)
    assert all(task.source for tasks in (sheet.overdue, sheet.today, sheet.week) for task in tasks)
    assert upkeep.verify(desk) == []
    if count >= 1000:
        assert set(stages.MOVES) - set(walk.made) == set(), "a move that no life has made"
