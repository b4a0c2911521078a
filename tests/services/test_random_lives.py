"""Random lives: no stage without a way on, no due day without a source, no journal without its change, the stage as the moves say.

Five offices of forty on plain SQLite, twenty on each other engine, so that the whole run stays short; HEYI_LIVES sets the number of
lives an office: 200 walks the thousand on SQLite.
"""

import os
from collections import Counter
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

OFFICES = [("sqlite", n, 40) for n in range(5)] + [("sqlcipher", 10, 20), ("postgresql", 11, 20)]
SEED = 20261120
_made: Counter[str] = Counter()


def test_every_move_has_its_values() -> None:
    assert set(TYPED) == set(stages.MOVES)


@pytest.mark.parametrize(("engine_name", "office", "lives"), OFFICES, ids=[f"{engine}-{office}" for engine, office, _n in OFFICES])
def test_random_lives(desk: Desk, clock: Clock, engine_name: str, office: int, lives: int) -> None:
    count = int(os.environ.get("HEYI_LIVES") or lives)
    walk = Walk(desk, clock, terms.of(desk), Random(SEED))
    for n in range(count):
        walk.die = Random(SEED + office * 100_000 + n)  # a life that fails is played again by its two numbers
        try:
            walk.live()
        except AssertionError as wrong:
            raise AssertionError(f"life {n} of office {office} on {engine_name}: {wrong}") from wrong
    _made.update(walk.made)
    with desk.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == count
        bare = select(ENTRIES.c.seq).where(~select(CHANGES.c.seq).where(CHANGES.c.seq == ENTRIES.c.seq).exists())
        assert session.scalars(bare).all() == []
    sheet = today.sheet(desk)
    assert all(task.source for tasks in (sheet.overdue, sheet.today, sheet.week) for task in tasks)
    assert upkeep.verify(desk) == []


def test_the_lives_have_made_every_move() -> None:
    if not _made or sum(_made.values()) < 5000:
        pytest.skip("too few lives were walked to expect every move")
    assert set(stages.MOVES) - set(_made) == set()
