"""What the office typed beside the shipped law: values, special days, entries of code lists."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.law import Code, LegalValue, SpecialDay
from db.models.user import User


def typed_values(session: Session) -> Sequence[tuple[LegalValue, str]]:
    """Every typed legal value with the name of who typed it, by key and first day."""
    asked = select(LegalValue, User.name).outerjoin(User, User.id == LegalValue.user_id)
    found = session.execute(asked.order_by(LegalValue.key, LegalValue.valid_from, LegalValue.id))
    return [(value, name or "") for value, name in found]


def special_days(session: Session) -> Sequence[SpecialDay]:
    """The office's own days, newest first."""
    return session.scalars(select(SpecialDay).order_by(SpecialDay.day.desc())).all()


def special_day(session: Session, day: date) -> SpecialDay | None:
    """The office's entry for this day."""
    return session.scalars(select(SpecialDay).where(SpecialDay.day == day)).one_or_none()


def codes(session: Session, list_key: str) -> Sequence[Code]:
    """The entries that the office added to a list."""
    return session.scalars(select(Code).where(Code.list_key == list_key).order_by(Code.label, Code.edition, Code.id)).all()
