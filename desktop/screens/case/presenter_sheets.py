"""The sheets of a case: what stands on each when it opens, and what comes of it."""

from collections.abc import Callable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from db.vocabulary import SignerKind
from desktop.domain import dates, effect, initials, stages
from desktop.domain.fields import Field
from desktop.domain.inputs.mediation import SESSION
from desktop.domain.readers import Reader, readers
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.screens.case import presenter_words as said
from desktop.screens.case import shown
from desktop.services import actions, assignment, cases, signing
from desktop.services.case_page import Whole
from desktop.services.desk import Desk

APART = "private_note"
SITTING = (
    "day", "method", "begins", "ends", "place", "language", "interpreter", "recorder", "rights_told_on", "read_aloud",
    "attendees", "text", "undisputed_facts", "result",
)  # fmt: skip
"""The fields of a session in the order of the sheet: two belong together on each line."""
TEXTS: dict[str, tuple[str, str, str]] = {
    "accept": (N_("Accept the case"), N_("The case gets its official number of the year of this day."), N_("Accept")),
    "assign": (N_("Assign a mediator"), N_("Type a name or its initials, or choose from the list."), N_("Assign")),
    "session": (
        N_("Record a session"),
        N_("What stands here goes on the mediation record; only the private note does not."),
        N_("Save the session"),
    ),
    "sign": (
        N_("Mark as signed"),
        N_("Who has not signed yet: leave the day empty. The rest can be entered later."),
        N_("Save the signatures"),
    ),
    "void": (
        N_("Take the issued agreement back"),
        N_("The issued paper stays listed as void; the text can be changed and issued again."),
        N_("Take back"),
    ),
}


def make(desk: Desk, whole: Whole, move: str, kept: Mapping[str, Any] | None) -> shown.Sheet:
    """The sheet of a move, filled with what is known; what was typed before and not saved wins."""
    label = _(stages.MOVES[move].label)
    title, hint, verb = tuple(_(text) for text in TEXTS[move]) if move in TEXTS else (label, said.hint(move), label)
    values: dict[str, Any] = {}
    more: dict[str, Any] = {}
    fields: tuple[Field, ...] = () if move == "sign" else actions.sheet(move)
    now = cases.now_of(desk, whole.case)
    today = desk.today().isoformat()
    if move == "accept":
        values = {"accepted_on": today}
    elif move == "assign":
        values = {"assigned_on": today, "chosen_by": _("Chosen by the organisation")}
        more["candidates"] = candidates(desk, whole)
    elif move == "session":
        by_key = {field.key: field for field in SESSION}
        fields = tuple(by_key[key] for key in SITTING)
        more |= {"apart": tuple(field for field in SESSION if field.key == APART), "columns": 2}
        more["apart_words"] = _("For the desk alone: printed on no paper, hidden in the guest view.")
        values = _session(whole, desk, now)
    elif move == "sign":
        more["signing"] = signing_rows(whole, now, today)
    return shown.Sheet(move, title, hint, verb, fields, {**values, **(kept or {})}, restored=bool(kept), **more)


def candidates(desk: Desk, whole: Whole) -> tuple[shown.Candidate, ...]:
    """Who could preside, the fittest first."""
    found = assignment.candidates(desk, whole.case)
    most = max((one.load for one in found), default=0) or 1
    names = [one.mediator.name for one in found]
    lines = []
    for one in found:
        mediator = one.mediator
        word = mediator.name if names.count(mediator.name) == 1 else mediator.certificate_number or mediator.name
        remarks = (
            [_("away")] * one.away + [_("does not speak the parties' language")] * (not one.speaks) + [_("knows the field")] * one.in_field
        )
        remarks += list(one.warnings)
        state = "red" if one.away else "amber" if one.warnings or not one.speaks else ""
        lines.append(
            shown.Candidate(
                word,
                mediator.name,
                letters(mediator.name),
                one.load,
                most,
                "、".join(mediator.languages),
                "；".join(remarks),
                state,
                " ".join(one.warnings),
            )
        )
    return tuple(lines)


def _session(whole: Whole, desk: Desk, now: Situation) -> dict[str, Any]:
    last = now.last_session
    present = [{"party": str(p.ordinal), "name": p.name} for p in effect.must_sign(whole.case.parties)]
    return {
        "day": desk.today().isoformat(),
        "place": last.place if last else whole.organisation.address or whole.organisation.name,
        "method": last.method.value if last else "on_site",
        "language": last.language if last else _spoken(whole),
        "interpreter": last.interpreter if last else "",
        "recorder": last.recorder if last else desk.person.name,
        "rights_told_on": last.rights_told_on if last else desk.today().isoformat(),
        "attendees": present,
    }


def _spoken(whole: Whole) -> str:
    found = {party.language for party in whole.case.parties if party.language}
    return found.pop() if len(found) == 1 else "汉语"


def signing_rows(whole: Whole, now: Situation, today: str) -> tuple[shown.SigningRow, ...]:
    """The signing table: what was entered stays, everybody else is filled in as signing today in his usual way."""
    agreement = now.agreement
    assert agreement is not None
    if not agreement.signings:  # made when the paper is issued; an agreement of an older program may have none
        names = {key: mediator.name for key, mediator in whole.mediators.items()}
        lines: list[Any] = [
            SimpleNamespace(**{"party_id": None, "signed_on": None, "capacity": "", "note": "", **line})
            for line in signing.table(now, names, whole.organisation.name)
        ]
    else:
        lines = list(agreement.signings)
    ordinals = {party.id: str(party.ordinal) for party in whole.case.parties}
    return tuple(_row(line, ordinals, today) for line in lines)


def _row(line: Any, ordinals: Mapping[int, str], today: str) -> shown.SigningRow:
    party = ordinals.get(line.party_id, "") if line.party_id else ""
    values: dict[str, Any] = {"signer": line.signer.value, "party": party, "name": line.name, "capacity": line.capacity}
    if line.signed_on:
        ticks = {key: bool(getattr(line, key)) for key, _label in said.HOW}
        return shown.SigningRow(
            line.name, said.capacity(line.signer, line.capacity), {**values, **ticks, "signed_on": line.signed_on.isoformat()}, True
        )
    committee = line.signer is SignerKind.COMMITTEE
    body = line.signer is SignerKind.LEGAL_REPRESENTATIVE
    official = line.signer in (SignerKind.MEDIATOR, SignerKind.RECORDER)
    ticks = {"by_hand": not committee, "fingerprint": not (committee or body or official), "seal": committee or body, "by_post": False}
    return shown.SigningRow(line.name, said.capacity(line.signer, line.capacity), {**values, **ticks, "signed_on": today}, False)


def outlook(now: Situation, values: Mapping[str, Any], today: date) -> shown.Chip:
    """When the agreement would take effect with these signatures."""
    assert now.agreement is not None
    by_ordinal = {str(party.ordinal): party.id for party in now.case.parties}
    lines = []
    for row in values.get("signatures", ()):
        try:
            day = dates.parse(row.get("signed_on") or "", today, "past") if row.get("signed_on") else None
        except Refusal:
            day = None
        ticks = {key: bool(row.get(key)) for key, _label in said.HOW}
        lines.append(
            SimpleNamespace(party_id=by_ordinal.get(row.get("party", "")), signer=SignerKind(row["signer"]), signed_on=day, **ticks)
        )
    seen: Any = SimpleNamespace(
        form=now.agreement.form,
        regime=now.agreement.regime,
        day=now.agreement.day,
        status=now.agreement.status,
        effective_on=None,
        signings=lines,
    )
    return said.reached(now, effect.effect(seen, now.case.parties, now.case.mediation_type))


def cleaned(move: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What goes to the service: of the signing table only the lines of those who have signed."""
    if move != "sign":
        return dict(values)
    return {"signatures": [row for row in values["signatures"] if row.get("signed_on")]}


def readers_of(sheet: shown.Sheet, today: Callable[[], date]) -> Callable[[Field], Reader | None]:
    """How the fields of the sheet read what is typed; in two columns there is room for the day of the week only."""
    whole = readers(today)
    if sheet.columns == 1:
        return whole

    def of(field: Field) -> Reader | None:
        if field.kind != "date":
            return whole(field)

        def read(text: str) -> tuple[str, str]:
            day = dates.parse(text, today(), field.prefer)
            return day.isoformat(), dates.weekday(day)

        return read

    return of


def letters(name: str) -> str:
    """The initials by which a name is found in a list."""
    return initials.of(name)


def done_words(move: str, now: Situation) -> str:
    """What to say after a sheet was saved."""
    case = now.case
    if move == "accept":
        return _("Accepted as {number}").format(number=case.number)
    if move == "sign" and now.agreement is not None:
        return said.reached(now, effect.effect(now.agreement, case.parties, case.mediation_type)).text
    return {
        "assign": _("The mediator is assigned."),
        "session": _("Session {n} is recorded.").format(n=len(case.sessions)),
        "void": _("The paper was taken back; the text can be changed."),
    }.get(move, _("Saved."))
