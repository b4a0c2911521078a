"""What an office chose, once for everybody in it."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from db.base import Noun
from db.types import Facts


class Setting(Noun):
    """`value` is wrapped as {"value": ...} so that any JSON can stand in it. Keys: `organisation_id`, `training` ..."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("key"),)

    key: Mapped[str]
    value: Mapped[Facts]
