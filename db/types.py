"""How special values are stored: money in fen, moments in UTC, words of the vocabulary, lists and facts as JSON."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Enum, Integer
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import mapped_column
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[datetime]):
    """A moment: aware in Python, stored in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def word(of: type[StrEnum]) -> Enum:
    """A word of the vocabulary, stored as its text: new words need no migration."""
    return Enum(of, native_enum=False, create_constraint=False, length=40, values_callable=lambda words: [w.value for w in words])


Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

# An integer key that SQLite numbers by its rowid and PostgreSQL by an identity column.
Key = Annotated[int, mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)]
Money = Annotated[int, mapped_column(BigInteger)]
"""An amount in fen."""

Facts = dict[str, Any]
