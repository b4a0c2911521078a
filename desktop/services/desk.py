"""What every service is handed: the office's data, who works, and which day it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from db import trouble
from db.engine import Database
from db.work import Work, reading, work
from desktop.categories import SHIPPED
from desktop.categories.catalogue import Catalogue
from desktop.domain.refusal import Refusal
from desktop.services import troubles

LEGAL_CLOCK = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment on the legal clock."""
    return datetime.now(LEGAL_CLOCK)


@dataclass(frozen=True)
class Person:
    """Who sits at the desk; `id` is the user's row."""

    id: int
    login: str
    name: str
    role: str


@dataclass(frozen=True)
class Desk:
    """`today` is asked anew each time (a program stays open over midnight, `--today` fixes it); `organisation_id` is the office's own.

    `categories` are the kinds of dispute this office has: the shipped ones and its own.
    """

    database: Database
    folder: Path
    person: Person
    organisation_id: int
    training: bool
    encrypted: bool
    today: Callable[[], date]
    now: Callable[[], datetime] = now
    categories: Catalogue = SHIPPED

    @contextmanager
    def work(self, action: str, case_id: int | None = None, reason: str = "") -> Iterator[Work]:
        """One transaction under this person's name; trouble outside comes as a Refusal."""
        try:
            with work(self.database, login=self.person.login, action=action, now=self.now(), case_id=case_id, reason=reason) as w:
                yield w
        except trouble.Trouble as error:
            raise troubles.refusal(error) from error

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading only."""
        try:
            with reading(self.database) as session:
                yield session
        except trouble.Trouble as error:
            raise troubles.refusal(error) from error

    def close(self) -> None:
        """Gives the database back."""
        self.database.close()


def found(noun: Any, sentence: str) -> Any:
    """The noun, or a Refusal where there is none."""
    if noun is None:
        raise Refusal(sentence, code="not_found")
    return noun
