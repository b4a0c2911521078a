"""Somebody who works with the program."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Noun
from db.types import word
from db.vocabulary import UserRole


class User(Noun):
    """`login` is what `--as` takes. Passwords are not here: the office's key slots hold what opens it."""

    __tablename__ = "app_user"

    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[UserRole] = mapped_column(word(UserRole), default=UserRole.CLERK)
    mediator_id: Mapped[int | None] = mapped_column(ForeignKey("mediator.id"))
    active: Mapped[bool] = mapped_column(default=True)
