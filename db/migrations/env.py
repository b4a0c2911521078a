"""What Alembic runs: on the connection that `db.migrate` hands in, inside its transaction."""

from typing import Any, Literal

from alembic import context

import db.models  # noqa: F401
from db.base import Base
from db.migrate import settings


def _render(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Writes the program's own types as the plain ones they stand for, because a migration never changes again."""
    module = type(item).__module__
    if kind == "type" and module == "db.types":
        return "sa.DateTime(timezone=True)"
    if kind == "type" and type(item).__name__ == "Enum":
        return f"sa.String(length={item.length})"
    return False


connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_item=_render, **settings())
with context.begin_transaction():
    context.run_migrations()
