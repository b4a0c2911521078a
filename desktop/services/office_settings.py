"""The short lists of an office: who may work here, the courts, the series of numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.models.court import Court
from db.models.number import Number, Series
from db.models.user import User
from db.queries import numbers, office_lists, people
from db.queries.numbers import NumberRefused
from db.queries.office_lists import SeriesRow
from db.vocabulary import CourtLevel, NumberKind, NumberState, Regime, UserRole
from desktop.domain import fields, numbering
from desktop.domain.inputs.settings import COURT, RESERVE, START_AT, USER, VOID_NUMBER
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services.desk import Desk, found

# ---------------------------------------------------------------------- users


def users(desk: Desk) -> Sequence[User]:
    """Everybody, those who may not work here any more last."""
    with desk.reading() as session:
        return office_lists.users(session)


def add_user(desk: Desk, values: Mapping[str, Any]) -> User:
    """Lets somebody work here under a login of his own."""
    clean = fields.check(USER, values, desk.today())
    with desk.work("add_user") as w:
        if office_lists.user_called(w.session, clean["login"]) is not None:
            raise Refusal(_("The login “{login}” is taken already.").format(login=clean["login"]), "login")
        user = w.add(User(login=clean["login"], name=clean["name"], role=UserRole(clean["role"]), active=clean.get("active") is not False))
        w.commit()
        return user


def change_user(
    desk: Desk, user_id: int, values: Mapping[str, Any], version: int | None = None, read: Mapping[str, Any] | None = None
) -> User:
    """Writes name, role or login again. Somebody must stay who heads the office, and nobody shuts himself out."""
    clean = fields.check(USER, values, desk.today(), partial=True)
    wanted: dict[str, Any] = {key: value for key, value in clean.items() if key in ("login", "name")}
    if clean.get("role"):
        wanted["role"] = UserRole(clean["role"])
    if "active" in clean:
        wanted["active"] = clean["active"] is not False
    with desk.work("change_user") as w:
        user = found(w.session.get(User, user_id), _("There is no such user."))
        other = office_lists.user_called(w.session, clean["login"]) if clean.get("login") else None
        if other is not None and other.id != user_id:
            raise Refusal(_("The login “{login}” is taken already.").format(login=clean["login"]), "login")
        if wanted.get("active") is False and user_id == desk.person.id:
            raise Refusal(_("Nobody shuts himself out: let somebody else do it."), "active")
        heads = [one.id for one in people.users(w.session) if one.role is UserRole.HEAD and one.id != user_id]
        stays = wanted.get("role", user.role) is UserRole.HEAD and wanted.get("active", user.active)
        if not heads and user.role is UserRole.HEAD and not stays:
            raise Refusal(_("The office needs one head at least."), "role")
        w.change(user, version, wanted, read)
        w.commit()
        return user


# ---------------------------------------------------------------------- courts


def courts(desk: Desk) -> Sequence[Court]:
    """All courts by their code."""
    with desk.reading() as session:
        return office_lists.courts(session)


def add_court(desk: Desk, values: Mapping[str, Any]) -> Court:
    """Adds a court to the list."""
    clean = fields.check(COURT, values, desk.today())
    with desk.work("add_court") as w:
        _free_code(office_lists.court_of_code(w.session, clean["code"]), 0, clean["code"])
        court = w.add(Court(**{"address": "", "phone": "", "note": "", "region_code": "", **_court(clean)}))
        w.commit()
        return court


def change_court(
    desk: Desk, court_id: int, values: Mapping[str, Any], version: int | None = None, read: Mapping[str, Any] | None = None
) -> Court:
    """Writes a court again; what its cases follow already stays with them."""
    clean = fields.check(COURT, values, desk.today(), partial=True)
    with desk.work("change_court") as w:
        court = found(w.session.get(Court, court_id), _("There is no such court."))
        if clean.get("code"):
            _free_code(office_lists.court_of_code(w.session, clean["code"]), court_id, clean["code"])
        w.change(court, version, _court(clean), read)
        w.commit()
        return court


def _free_code(court: Court | None, own: int, code: str) -> None:
    if court is not None and court.id != own:
        raise Refusal(_("The code {code} belongs to {court} already.").format(code=code, court=court.name), "code")


def _court(clean: Mapping[str, Any]) -> dict[str, Any]:
    apart = ("level", "regime", "asks", "refuses", "originals")
    wanted = {key: value or "" for key, value in clean.items() if key not in apart}
    wanted |= {key: list(clean[key] or ()) for key in ("asks", "refuses") if key in clean}
    wanted |= {"originals": clean["originals"]} if "originals" in clean else {}
    if clean.get("level"):
        wanted["level"] = CourtLevel(clean["level"])
    if clean.get("regime"):
        wanted["regime"] = Regime(clean["regime"])
    return wanted


# ---------------------------------------------------------------------- series


def series(desk: Desk) -> Sequence[SeriesRow]:
    """Where each series stands, the newest year first."""
    with desk.reading() as session:
        return office_lists.series(session)


def outstanding(desk: Desk, series_id: int) -> tuple[SeriesRow, Sequence[Number]]:
    """One series with its void and reserved numbers."""
    with desk.reading() as session:
        row = next((one for one in office_lists.series(session) if one.series.id == series_id), None)
        return found(row, _("There is no such series.")), office_lists.outstanding(session, series_id)


def start_at(desk: Desk, values: Mapping[str, Any], organisation_id: int | None = None) -> Series:
    """Lets a series go on where the paper register stands; Refusal for a number that was given out."""
    clean = fields.check(START_AT, values, desk.today())
    with desk.work("start_series") as w:
        try:
            made = numbers.start_at(
                w.session, organisation_id or desk.organisation_id, NumberKind(clean["kind"]), clean["year"], clean["next"]
            )
        except NumberRefused as no:
            raise _refused(no, clean["year"], "next") from no
        w.commit()
        return made


def reserve(desk: Desk, values: Mapping[str, Any], organisation_id: int | None = None) -> list[Number]:
    """Sets the next numbers of a series aside for a computer that leaves the office."""
    clean = fields.check(RESERVE, values, desk.today())
    kind, year = NumberKind(clean["kind"]), clean["year"]
    with desk.work("reserve_numbers") as w:
        own = found(people.organisation(w.session, organisation_id or desk.organisation_id), _("There is no such organisation."))

        def write(n: int) -> str:
            if kind is NumberKind.ENTRY:
                return numbering.entry(year, n)
            return numbering.official(own.number_pattern, year, own.short_name, n)

        try:
            made = numbers.reserve(w.session, own.id, kind, year, clean["count"], clean["holder"], write)
        except NumberRefused as no:
            raise _refused(no, year, "year") from no
        w.commit()
        return made


def void_reserved(desk: Desk, number_id: int, values: Mapping[str, Any]) -> Number:
    """Makes a reserved number void with its reason; the number of a case is made void with its case, not here."""
    clean = fields.check(VOID_NUMBER, values, desk.today())
    with desk.work("void_number", reason=clean["reason"]) as w:
        number = found(w.session.get(Number, number_id), _("There is no such number."))
        if number.state is not NumberState.RESERVED:
            raise Refusal(_("Only a reserved number can be made void here."))
        numbers.void(w.session, number_id, clean["reason"])
        w.commit()
        return number


def _refused(no: NumberRefused, year: int, field: str) -> Refusal:
    if no.code == "closed":
        return Refusal(_("The series of {year} is closed: it gives no number any more.").format(year=year), "year", "closed")
    return Refusal(_("This number was given out already: the series goes on behind the last one."), field, no.code)
