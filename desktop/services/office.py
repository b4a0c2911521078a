"""Make an office, and open one: for the window and for the command line alike."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from db import office, trouble
from db.engine import Database
from db.models.setting import Setting
from db.models.user import User
from db.queries import numbers, people
from db.vocabulary import NumberKind, UserRole
from db.work import reading, work
from desktop.domain import fields
from desktop.domain.inputs.people import OFFICE
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import desk as desks
from desktop.services import own_categories, troubles
from desktop.services import people as services
from desktop.services.desk import Desk, Person

ENGINES = ("sqlcipher", "sqlite", "postgresql")
LEAST_PASSWORD = 8
DEFAULTS = {"name": "人民调解委员会", "short_name": "人调", "user_name": "管理员", "login": "admin"}
"""What an office is called until it says otherwise: `heyi office create DIR` asks for nothing but the password."""


@dataclass(frozen=True)
class Made:
    """A new office, open; `recovery` is printed once and kept nowhere in the program (None without encryption)."""

    desk: Desk
    recovery: str | None


def create(
    folder: Path,
    values: Mapping[str, Any],
    *,
    password: str | None = None,
    engine: str = "sqlcipher",
    url: str = "",
    training: bool = False,
    today: Callable[[], date] | None = None,
    now: Callable[[], datetime] = desks.now,
) -> Made:
    """Makes the folder of an office with its database, own organisation, first user, courts and series.

    `engine` is sqlcipher (a real office, needs a password of eight characters or more), sqlite (training) or postgresql with its `url`.
    """
    clock = today or (lambda: now().date())
    clean = fields.check(OFFICE, {**DEFAULTS, **{key: value for key, value in values.items() if value not in (None, "")}}, clock())
    _fits(engine, url, password)
    try:
        made = office.create(folder, engine=engine, url=url, password=password, training=training, now=now())
        try:
            person, organisation_id = furnish(made.database, clean, clock(), now())
        except BaseException:
            made.database.close()
            office.discard(folder)
            raise
    except trouble.Trouble as error:
        raise troubles.refusal(error) from error
    desk = Desk(made.database, folder, person, organisation_id, training, engine == "sqlcipher", clock, now, own_categories.load(folder))
    return Made(desk, made.recovery)


def _fits(engine: str, url: str, password: str | None) -> None:
    if engine not in ENGINES:
        raise Refusal(_("An office is kept by one of: {engines}.").format(engines=", ".join(ENGINES)), "engine")
    if engine == "sqlite" and password:
        raise Refusal(_("A plain SQLite office has no password: leave it out, or take the engine sqlcipher."), "password")
    if (engine == "sqlcipher" or password) and len(password or "") < LEAST_PASSWORD:
        raise Refusal(_("A real office needs a password of at least eight characters."), "password")
    if (engine == "postgresql") != bool(url):
        raise Refusal(_("The address of a database (url) belongs to the engine postgresql, and only to it."), "url")


def furnish(database: Database, clean: Mapping[str, Any], today: date, now: datetime) -> tuple[Person, int]:
    """Puts into an empty database what every office has: courts, its own organisation, the first user, the series of numbers.

    `clean` are clean values of the sheet `OFFICE`; the answer is the person at the desk and the organisation's id.
    """
    with work(database, login=clean["login"], action="create_office", now=now) as w:
        services.add_courts(w)
        w.flush()
        own = services.add_organisation(w, clean)
        user = w.add(User(login=clean["login"], name=clean.get("user_name") or clean["login"], role=UserRole.HEAD))
        w.flush()
        w.add(Setting(key="organisation_id", value={"value": own.id}))
        numbers.start_at(w.session, own.id, NumberKind.ENTRY, today.year, clean.get("next_entry") or 1)
        numbers.start_at(w.session, own.id, NumberKind.OFFICIAL, today.year, clean.get("next_official") or 1)
        w.commit()
        return Person(user.id, user.login, user.name, user.role.value), own.id


def needs_password(folder: Path) -> bool:
    """Whether the office in this folder opens only with its password or its recovery sheet."""
    try:
        return office.describe(folder).needs_password
    except trouble.Trouble as error:
        raise troubles.refusal(error) from error


def check_password(desk: Desk, password: str) -> None:
    """Refusal unless this is the password of the office that is open; an office without one asks for none."""
    if not desk.encrypted:
        return
    try:
        office.check_password(desk.folder, password)
    except trouble.Trouble as error:
        raise troubles.refusal(error) from error


def open(  # noqa: A001 (the house calls it so)
    folder: Path,
    password: str | None = None,
    *,
    recovery: str | None = None,
    login: str | None = None,
    today: Callable[[], date] | None = None,
    now: Callable[[], datetime] = desks.now,
) -> Desk:
    """Opens the office in this folder under the person of this login (the first user where none is named).

    Refusal: no office here, wrong password, damaged file, newer office, unknown login.
    """
    try:
        told = office.describe(folder)
        database = office.open_office(folder, password=password, recovery=recovery)
        try:
            with reading(database) as session:
                users = people.users(session)
                own = people.setting(session, "organisation_id")
        except BaseException:
            database.close()
            raise
    except trouble.Trouble as error:
        raise troubles.refusal(error) from error
    chosen = [user for user in users if login in (None, user.login)]
    if not chosen or not isinstance(own, int):
        database.close()
        known = ", ".join(user.login for user in users)
        raise Refusal(_("Nobody here has the login “{login}”. Known: {known}.").format(login=login, known=known), "login", "unknown_login")
    user = chosen[0]
    person = Person(user.id, user.login, user.name, user.role.value)
    clock = today or (lambda: now().date())
    return Desk(database, folder, person, own, told.training, told.encrypted, clock, now, own_categories.load(folder))
