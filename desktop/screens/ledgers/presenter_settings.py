"""The settings: the office, who works in it, courts, series, looks, copies. (Law and lists: presenter_law.)"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from db.vocabulary import NumberState
from desktop import settings
from desktop.domain import fields, words
from desktop.domain.fields import Field
from desktop.domain.inputs.settings import CLOSE_YEAR, COPY, COURT, LOOKS_NOTE, RESERVE, START_AT, USER, VOID_NUMBER
from desktop.i18n import N_, _, ngettext
from desktop.screens.ledgers import presenter_categories, presenter_law, presenter_templates
from desktop.screens.ledgers.presenter_people import columns, organisation_sheet, sheet_values
from desktop.screens.ledgers.shown import Card, Deed, Fact, Head, Line, Listing, Section, Sheet
from desktop.services import copies, office_settings, series, upkeep

_LOOKS = ("theme", "scale", "language", "lock_after", "guest_password")
MOST_FINDINGS = 12


def _office(desk: Any) -> Sheet:
    sheet = organisation_sheet(desk, desk.organisation_id, ("active", "parent", "code"), _("The office"))
    return replace(sheet, note=_("What stands on papers and in numbers from now on."))


# ---------------------------------------------------------------------- users


def _users(desk: Any) -> Listing:
    found = []
    for one in office_settings.users(desk):
        state = "" if one.active else _("May not work here any more")
        me = _("at this desk now") if one.id == desk.person.id else ""
        found.append(Line(one.id, (one.login, one.name, words.shown(one.role), state or me), "", 0, not one.active))
    return Listing(found)


def _new_user(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        office_settings.add_user(desk, values)
        return _("The user may work here from now on.")

    return Sheet(_("New user"), USER, {"role": "clerk", "active": True}, save)


def _change_user(desk: Any, user_id: Any) -> Sheet:
    one = next(user for user in office_settings.users(desk) if user.id == user_id)
    read, version = columns(one), one.version

    def save(values: Mapping[str, Any]) -> str:
        office_settings.change_user(desk, one.id, values, version, read)
        return _("Saved.")

    def over(values: Mapping[str, Any]) -> str:
        office_settings.change_user(desk, one.id, values)
        return _("Saved.")

    return Sheet(one.name, USER, sheet_values(one, USER), save, over)


# ---------------------------------------------------------------------- courts


def _courts(desk: Any) -> Listing:
    return Listing(
        [
            Line(one.id, (one.code, one.name, words.shown(one.level), words.shown(one.regime), one.phone))
            for one in office_settings.courts(desk)
        ]
    )


def _new_court(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        office_settings.add_court(desk, values)
        return _("The court stands in the list.")

    return Sheet(_("New court"), COURT, {"level": "basic", "regime": "file_first_2025"}, save)


def _change_court(desk: Any, court_id: Any) -> Sheet:
    one = next(court for court in office_settings.courts(desk) if court.id == court_id)
    read, version = columns(one), one.version

    def save(values: Mapping[str, Any]) -> str:
        office_settings.change_court(desk, one.id, values, version, read)
        return _("Saved. Referrals that are entered keep their track.")

    def over(values: Mapping[str, Any]) -> str:
        office_settings.change_court(desk, one.id, values)
        return _("Saved. Referrals that are entered keep their track.")

    return Sheet(one.name, COURT, sheet_values(one, COURT), save, over)


# ---------------------------------------------------------------------- series


def _series(desk: Any) -> Listing:
    found = []
    for row in office_settings.series(desk):
        one = row.series
        cells = (
            str(one.year),
            words.shown(one.kind),
            row.short_name,
            "—" if one.closed else str(one.next),
            str(row.given),
            str(row.void or ""),
            str(row.reserved or ""),
            _("Closed") if one.closed else _("Open for numbers"),
        )
        found.append(Line(one.id, cells, "", 0, one.closed, ("closed" if one.closed else "open",)))
    return Listing(found)


def _series_card(desk: Any, series_id: Any) -> Card:
    row, outstanding = office_settings.outstanding(desk, series_id)
    void = [Fact(one.text, one.note) for one in outstanding if one.state is NumberState.VOID]
    kept = [Fact(one.text, one.holder) for one in outstanding if one.state is NumberState.RESERVED]
    head = f"{words.shown(row.series.kind)} {row.series.year}"
    return Card(
        head,
        [
            ("", [Fact(_("Organisation"), row.organisation), Fact(_("Next number"), "—" if row.series.closed else str(row.series.next))]),
            (_("Void numbers"), void or [Fact("", _("None."))]),
            (_("Reserved numbers"), kept or [Fact("", _("None."))]),
        ],
    )


def _start_series(desk: Any, series_id: Any) -> Sheet:
    row, _outstanding = office_settings.outstanding(desk, series_id)

    def save(values: Mapping[str, Any]) -> str:
        office_settings.start_at(desk, values, row.series.organisation_id)
        return _("The series goes on there.")

    return Sheet(
        _("Where the series stands"),
        START_AT,
        {"kind": str(row.series.kind), "year": row.series.year, "next": row.series.next},
        save,
        note=_("For a register that was kept on paper: numbers that were given out cannot be given again."),
    )


def _reserve(desk: Any, series_id: Any) -> Sheet:
    row, _outstanding = office_settings.outstanding(desk, series_id)

    def save(values: Mapping[str, Any]) -> str:
        made = office_settings.reserve(desk, values, row.series.organisation_id)
        return _("Reserved: {first} to {last}.").format(first=made[0].text, last=made[-1].text)

    return Sheet(_("Reserve numbers"), RESERVE, {"kind": str(row.series.kind), "year": row.series.year, "count": 10}, save)


def _void(desk: Any, series_id: Any) -> Sheet:
    _row, outstanding = office_settings.outstanding(desk, series_id)
    kept = [one for one in outstanding if one.state is NumberState.RESERVED]
    choices = tuple((str(one.id), f"{one.text} ({one.holder})") for one in kept)
    which = (Field("number", "choice", N_("Number"), required=True, choices=choices),) if choices else ()

    def save(values: Mapping[str, Any]) -> str:
        number = fields.check((*which, *VOID_NUMBER), values)["number"]
        made = office_settings.void_reserved(desk, int(number), {"reason": values.get("reason")})
        return _("{number} is void and stays listed.").format(number=made.text)

    return Sheet(_("Make a reserved number void"), (*which, *VOID_NUMBER), {}, save)


def _close_last(desk: Any, _none: Any) -> Sheet:
    def save(values: Mapping[str, Any]) -> str:
        year = fields.check(CLOSE_YEAR, values)["year"]
        n = len(series.close_year(desk, year))
        return ngettext("{n} series of {year} is closed.", "{n} series of {year} are closed.", n).format(n=n, year=year)

    note = _("A closed year gives no number any more. Enter what is still missing of that year first.")
    return Sheet(_("Close last year"), CLOSE_YEAR, {"year": desk.today().year - 1}, save, verb=_("Close the year"), note=note)


# ---------------------------------------------------------------------- looks


def _looks(desk: Any) -> Sheet:
    kept = settings.Settings()
    declared = {one.key: one for one in settings.SETTINGS}
    looks = tuple(
        Field(one.key, one.kind, one.label, one.kind != "yes_no", one.choices, one.help, least=one.least, most=one.most or None)
        for one in (declared[key] for key in _LOOKS)
    )

    def save(values: Mapping[str, Any]) -> str:
        clean = fields.check(looks, values)
        settings.Settings().put({key: bool(value) if declared[key].kind == "yes_no" else value for key, value in clean.items()})
        return _("Saved.")

    return Sheet(_("Looks of this computer"), looks, {key: kept.get(key) for key in _LOOKS}, save, note=_(LOOKS_NOTE), looks=True)


# ---------------------------------------------------------------------- copies


def _copies(desk: Any) -> Listing:
    words_of_age, state = copies.age(desk)
    lines = []
    for n, one in enumerate(copies.listed(desk)):
        where = _("Outside") if one.outside else _("On this computer")
        lines.append(Line(n, (one.day.isoformat(), where, f"{one.size / 1_000_000:.1f} MB", one.file), "" if one.outside else "amber", 1))
    return Listing(lines, [(words_of_age, state)] if state else [])


def _new_copy(desk: Any, _none: Any) -> Sheet:
    before = next((one for one in copies.listed(desk)), None)
    folder = before.file.rpartition("/")[0] or before.file.rpartition("\\")[0] if before else ""

    def save(values: Mapping[str, Any]) -> str:
        made = copies.make(desk, values)
        return _("The copy is made and checked: {file}").format(file=made.file)

    note = _("The copy is checked after writing: all rows counted, every page read. It opens with the same password.")
    outside = before.outside if before else None
    return Sheet(
        _("Copy of the office"),
        COPY,
        {"folder": folder, "outside": outside},
        save,
        verb=_("Make the copy"),
        note=f"{note}\n{copies.about(desk)}",
        folder="folder",
    )


def _verify(desk: Any, _none: Any) -> str:
    findings = upkeep.verify(desk)
    if not findings:
        return _("All data is as the journal says: nothing was changed by another tool.")
    said = [upkeep.sentence(one) for one in findings[:MOST_FINDINGS]]
    return "\n".join([_("{n} places are not as the journal says:").format(n=len(findings)), *said])


OFFICE = Section("office", N_("Office"), "", alone=_office)
USERS = Section(
    "users",
    N_("Users"),
    N_("Who works here, under which login. A login is not a password: the password of the office opens the data."),
    (Head(N_("Login"), 8), Head(N_("Name of a person"), 8), Head(N_("Role"), 8), Head(N_("State"), 12)),
    _users,
    None,
    (Deed("F3", N_("New user"), sheet=_new_user), Deed("F9", N_("Change the entry"), True, sheet=_change_user)),
)
COURTS = Section(
    "courts",
    N_("Courts"),
    N_("Courts that refer cases, with their code and the track that new referrals follow."),
    (
        Head(N_("Court code"), 6),
        Head(N_("Name of the court"), 16),
        Head(N_("Level"), 6),
        Head(N_("Court track"), 12),
        Head(N_("Telephone"), 8),
    ),
    _courts,
    None,
    (Deed("F3", N_("New court"), sheet=_new_court), Deed("F9", N_("Change the entry"), True, sheet=_change_court)),
)
SERIES = Section(
    "series",
    N_("Series of numbers"),
    N_("Every number is given once; a void one stays listed with its reason."),
    (
        Head(N_("Year"), 4),
        Head(N_("Series"), 4),
        Head(N_("Organisation"), 7),
        Head(N_("Next number"), 5, True),
        Head(N_("Given out"), 5, True),
        Head(N_("Void"), 4, True),
        Head(N_("Reserved"), 4, True),
        Head(N_("State"), 5),
    ),
    _series,
    _series_card,
    (
        Deed("F4", N_("Set the next number"), True, sheet=_start_series),
        Deed("F7", N_("Reserve numbers"), True, sheet=_reserve),
        Deed("F9", N_("Make one void"), True, sheet=_void),
        Deed("F12", N_("Close last year"), sheet=_close_last),
    ),
)
LOOKS = Section("looks", N_("Looks"), "", alone=_looks)
COPIES = Section(
    "copies",
    N_("Backup"),
    N_("A copy on a disk that is taken away survives fire and theft. One a day is a good habit."),
    (Head(N_("Day"), 6), Head(N_("Where"), 8), Head(N_("Size"), 6, True), Head(N_("File"), 24)),
    _copies,
    None,
    (Deed("F3", N_("Make a copy"), sheet=_new_copy), Deed("F9", N_("Check the data"), act=_verify)),
    empty=N_("No copy was made from here yet."),
)
SECTIONS = (
    OFFICE,
    USERS,
    COURTS,
    SERIES,
    *presenter_templates.SECTIONS,
    *presenter_law.SECTIONS,
    *presenter_categories.SECTIONS,
    LOOKS,
    COPIES,
)
