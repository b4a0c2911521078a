"""The law as it holds in this office: the shipped values and holidays, and what the office typed in, which wins."""

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.law import LegalValue, SpecialDay
from db.models.user import User
from desktop import assets
from desktop.domain import calendar, law
from desktop.domain.calendar import Calendar, OwnDay
from desktop.domain.law import Band, Value, Wanted
from desktop.domain.situation import Law
from desktop.services.desk import Desk

FILES = (
    "caps.toml", "damages.toml", "deadlines.toml", "family.toml", "fees.toml", "insurance.toml", "labour.toml", "lpr.toml", "regional.toml",
    "shares.toml", "work_injury.toml",
)  # fmt: skip
DAWN = date(1949, 10, 1)  # a value typed without a first day holds for every case


def of(desk: Desk) -> Law:
    """Values and calendar of this office, read together."""
    with desk.reading() as session:
        return values_of(session), calendar_of(session)


def values_of(session: Session) -> tuple[Value, ...]:
    """Every legal value: the shipped ones, then the office's own, each with its source and who typed it (`law.value_on` prefers those)."""
    asked = select(LegalValue, User.name).outerjoin(User, User.id == LegalValue.user_id).order_by(LegalValue.id)
    return (*shipped(), *(_typed(row, name) for row, name in session.execute(asked)))


def calendar_of(session: Session) -> Calendar:
    """The holidays of the shipped table with the office's special days over them."""
    days = {
        row.day: OwnDay(row.name, row.working, row.source) for row in session.scalars(select(SpecialDay).order_by(SpecialDay.day))
    }  # fmt: skip
    return calendar.with_days(holidays(), days)


def _typed(row: LegalValue, name: str | None) -> Value:
    try:
        value: Decimal | str = Decimal(row.value)
    except InvalidOperation:  # a word
        value = row.value
    return Value(
        key=row.key,
        value=value,
        unit=row.unit,
        valid_from=row.valid_from or DAWN,
        valid_to=row.valid_to or law.FAR,
        source=row.source,
        status="unverified",
        region=row.region,
        year=row.year,
        typed_by=name or "office",
    )


@cache
def shipped() -> tuple[Value, ...]:
    """The values of the program, without an office."""
    return tuple(value for file in FILES for value in law.values_from(assets.toml("law", file)))


@cache
def bands() -> tuple[Band, ...]:
    """The scales of fees."""
    return law.bands_from(assets.toml("law", "fees.toml"))


@cache
def wanted() -> tuple[Wanted, ...]:
    """The values that rules ask for and that could not be sourced: the office types them."""
    return tuple(one for file in FILES for one in law.wanted_from(assets.toml("law", file)))


@cache
def as_of() -> str:
    """The newest day on which a shipped table was compiled: the version of the values."""
    return str(max(assets.toml("law", file)["as_of"] for file in FILES))


@cache
def holidays() -> Calendar:
    """The holidays of the program, without an office."""
    return calendar.from_tables(assets.toml("law", "holidays.toml"))
