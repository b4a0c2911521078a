"""Another window, as a process of its own: saves cases through works. Usage: python -m tests.db.writer URL KEY-IN-HEX COUNT

Prints the order of every case after it was kept.
"""

import os
import sys

from sqlalchemy import select

from db.engine import Database
from db.models.organisation import Organisation
from db.work import reading
from tests.db.office_of_cases import add_case, saving


def main(url: str, key: str, count: int) -> None:
    database = Database.open(url, bytes.fromhex(key) or None)
    with reading(database) as session:
        office = session.scalars(select(Organisation.id)).one()
    for _ in range(count) if count else iter(int, 1):
        with saving(database, "register") as w:
            case = add_case(w, office)
            w.commit()
        os.write(1, f"{case.order}\n".encode())
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
