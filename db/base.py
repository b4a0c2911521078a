"""What all nouns share: constraint names, an integer id and a version for the optimistic lock."""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Date, MetaData, Text, Time
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from db.types import Facts, Json, Key, UtcTime

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table; constraints are named so that a later migration can find them."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: BigInteger,
        date: Date,
        time: Time,
        datetime: UtcTime,
        Facts: Json,
        list[str]: Json,
        list[Facts]: Json,
    }


class Noun(Base):
    """A row that people change: it has an id, and a version that every change counts up.

    The version alone does not stop a lost update when a service reads the row again, so a change also carries
    the version it was read with (see `work.Work.change`).
    """

    __abstract__ = True

    id: Mapped[Key]
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.version}
