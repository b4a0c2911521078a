"""${message}

A migration runs on SQLite, SQLCipher and PostgreSQL; it has been tried when `tests/db/test_migrate.py` passes. Rules:

- name every constraint and index as `db.base.NAMES` would;
- change a table only inside `op.batch_alter_table`; foreign keys are off meanwhile and checked before the commit;
- a Boolean's server default is `sa.false()` or `sa.true()`, never `sa.text("0")`;
- types are SQLAlchemy's own, never the program's: those may change later, this file may not;
- a new column that nouns must have comes with a server default for the rows that stand;
- a column is never filled with anything but its default here: the journal would call it another tool's hand.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision: str = ${repr(up_revision)}
down_revision: str | None = ${repr(down_revision)}
branch_labels: str | Sequence[str] | None = ${repr(branch_labels)}
depends_on: str | Sequence[str] | None = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
