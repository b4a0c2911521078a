"""What the table of papers is made of: a kind, its subjects, and what a paper is written from.

A subject is what a paper is about where a case has several of its kind: a session, a performance, a visit, an agreement in force.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy.orm import Session as Reading

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.paper_sheet import PaperSheet
from db.models.party import Party
from db.vocabulary import AgreementStatus, FilePlace, PaperKind
from desktop.categories.category import Category
from desktop.documents import holders
from desktop.documents.blocks import Paper
from desktop.documents.file_papers import Entry
from desktop.documents.holders import Holder
from desktop.documents.setting import Setting
from desktop.domain import fields
from desktop.domain.inputs.paper_sheets import SHEETS


class Subject(NamedTuple):
    """`n` is 0 for the one paper of its kind, else counts from 1; `id` is the row that it is about."""

    n: int
    id: int | None


class Reach(NamedTuple):
    """What few papers need and most do not: the bytes of an attached file by its hash, the lines of the file's index, who made the file."""

    read: Callable[[str], bytes]
    entries: Callable[[], Sequence[Entry]]


class About(NamedTuple):
    """What a paper is written from. A blank form is written from a case that has everything once and says nothing.

    `category` is None where the office has that kind of dispute no more.
    """

    session: Reading
    case: Case
    setting: Setting
    subject_id: int | None
    day: date
    reach: Reach
    category: Category | None = None

    def sheet(self) -> PaperSheet:
        """The sheet that the paper is about."""
        return next(one for one in self.case.paper_sheets if one.id == self.subject_id)

    def told(self) -> dict[str, Any]:
        """The clean values of the sheet that the paper is about."""
        kept = self.sheet()
        return fields.restored(SHEETS[kept.kind], kept.values)

    def party(self, told: Mapping[str, Any], key: str) -> Party | None:
        """The party that a sheet names under this key."""
        return next((party for party in self.case.parties if party.id == told.get(key)), None)


ONE = (Subject(0, None),)


def held(kind: PaperKind) -> Callable[[About], Sequence[Holder]]:
    """Who gets an original, as `documents.holders` says for this kind."""
    return lambda about: holders.of_kind(kind, about.case, about.setting)


def unasked(case: Case) -> bool:
    """A paper that is printed with all others of a case once the case has something to say for it."""
    return True


def on_request(case: Case) -> bool:
    """A paper that is printed only when it is asked for by name."""
    return False


def complete(about: About) -> Sequence[str]:
    """A paper for which nothing has to be asked besides."""
    return ()


@dataclass(frozen=True)
class Kind:
    """One kind of paper.

    `place` is where it lies in the file (None: it is no part of the file), `subjects` for what of a case there is one, `write` makes it,
    `holders` says who gets an original, `nothing` is the sentence for a case that has nothing for it yet, `wanted` whether it comes with
    all papers of a case or only by name, `turn` when the table signs it (0: nobody signs it there): what is told is signed before what is
    agreed, and that before what follows from it; `lacks` what is still missing for it, a sentence each. `by_hand` is off for what nobody
    fills in with a pen (a calculation), `of_party` on for what is about a party that alone signs it.
    """

    kind: PaperKind
    place: FilePlace | None
    subjects: Callable[[Case], Sequence[Subject]]
    write: Callable[[About], Paper]
    holders: Callable[[About], Sequence[Holder]]
    nothing: str = ""
    wanted: Callable[[Case], bool] = unasked
    turn: int = 0
    by_hand: bool = True
    of_party: bool = False
    lacks: Callable[[About], Sequence[str]] = complete


def sheets(kind: PaperKind) -> Callable[[Case], Sequence[Subject]]:
    """A paper for each sheet of this kind that was filled in."""
    return lambda case: counted([one.id for one in case.paper_sheets if one.kind is kind])


def always(case: Case) -> Sequence[Subject]:
    """One paper of every case."""
    return ONE


def numbered(ids: Sequence[int]) -> Sequence[Subject]:
    """A paper for each row, counted from 1."""
    return [Subject(n, id) for n, id in enumerate(ids, 1)]


def counted(ids: Sequence[int]) -> Sequence[Subject]:
    """A paper for each row; the only one has no number."""
    return [Subject(n if len(ids) > 1 else 0, id) for n, id in enumerate(ids, 1)]


def agreements_standing(case: Case) -> list[Agreement]:
    """The agreements that are not void."""
    return [one for one in case.agreements if one.status is not AgreementStatus.VOID]


def agreement_of(about: About) -> Agreement:
    """The agreement that a paper is about."""
    return next(one for one in about.case.agreements if one.id == about.subject_id)
