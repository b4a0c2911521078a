"""Which findings of an agreement were passed, and for what reason."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.passed_finding import PassedFinding
from db.models.user import User
from db.vocabulary import UserRole


def of(session: Session, agreement_id: int) -> Sequence[PassedFinding]:
    """All of one agreement, the first passed first."""
    return session.scalars(select(PassedFinding).where(PassedFinding.agreement_id == agreement_id).order_by(PassedFinding.id)).all()


def has_head(session: Session) -> bool:
    """Whether somebody works here as head of the office."""
    asked = select(User.id).where(User.active, User.role == UserRole.HEAD).limit(1)
    return session.scalars(asked).first() is not None
