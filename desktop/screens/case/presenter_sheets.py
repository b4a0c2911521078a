"""The sheets of a case: what stands on each when it opens, and what goes to the service. (After the agreement: presenter_sheets_after;
the file, its people and papers: presenter_sheets_file.)"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from db.vocabulary import PartyRole, SignerKind
from desktop.domain import dates, effect, initials, signing_words, stages
from desktop.domain.fields import Field
from desktop.domain.inputs import life
from desktop.domain.inputs.mediation import SESSION
from desktop.domain.readers import Reader, readers
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import N_, _
from desktop.screens.case import presenter_after as said
from desktop.screens.case import presenter_drafts as drafted
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import presenter_sheets_after as after
from desktop.screens.case import presenter_sheets_court as of_court
from desktop.screens.case import presenter_sheets_file as file
from desktop.screens.case import presenter_sheets_papers as of_papers
from desktop.screens.case import presenter_words as words_of
from desktop.screens.case import shown
from desktop.screens.case.presenter_deeds import label
from desktop.screens.case.presenter_fields import Ask, Opened
from desktop.screens.case.presenter_read import Read
from desktop.services import acceptance, actions, assignment, office_settings, signing
from desktop.services.case_page import Whole
from desktop.services.desk import Desk

APART = "private_note"
SITTING = (
    "day", "method", "begins", "ends", "place", "language", "interpreter", "recorder", "rights_told_on", "read_aloud",
    "attendees", "text", "undisputed_facts", "result",
)  # fmt: skip
"""The fields of a session in the order of the sheet: two belong together on each line."""
_OBLIGATION = ("kind", "debtors", "creditors", "subject", "amount", "quantity", "unit", "timing", "due_on", "way")
TEXTS: dict[str, tuple[str, str]] = {
    "accept": (N_("The case gets its official number of the year of this day."), N_("Accept")),
    "assign": (N_("Type a name or its initials, or choose from the list."), N_("Assign")),
    "session": (N_("What stands here goes on the mediation record; only the private note does not."), N_("Save the session")),
    "sign": (N_("Who has not signed yet: leave the day empty. The rest can be entered later."), N_("Save the signatures")),
    "void": (N_("The issued paper stays listed as void; the text can be changed and issued again."), N_("Take back")),
}


def make(desk: Desk, read: Read, move: str, kept: Mapping[str, Any] | None, begin: Mapping[str, Any], picked: tuple[str, ...]) -> Opened:
    """The sheet of a move, filled with what is known; what was typed before and not saved wins over that."""
    ask = Ask(desk, read, move, begin, picked)
    opened = _BUILDERS.get(move, _plain)(ask)
    return replace(opened, sheet=drafted.restored(opened.sheet, kept, picked)) if kept else opened


def _sheet(ask: Ask, declared: tuple[Field, ...], values: Mapping[str, Any] | None = None, **more: Any) -> shown.Sheet:
    title = label(ask.move)
    hint, verb = tuple(_(text) for text in TEXTS[ask.move]) if ask.move in TEXTS else (words_of.hint(ask.move), title)
    return made.sheet(ask, title, hint, verb, declared, values, **more)


def _plain(ask: Ask) -> Opened:
    """Any move: its declared fields, with lists for what the case knows, and the day of today."""
    return _of(ask, made.adapted(ask, actions.sheet(ask.move)))


def _of(ask: Ask, declared: tuple[Field, ...], values: Mapping[str, Any] | None = None, **more: Any) -> Opened:
    return Opened(_sheet(ask, declared, values, **more), ask.read.whole.case.version)


# --- the road ------------------------------------------------------------------------------------------------------------------------


def _reject(ask: Ask) -> Opened:
    return _of(ask, made.adapted(ask, actions.sheet("reject")), acceptance.suggested(ask.desk, ask.read.whole.case))


def _assign(ask: Ask) -> Opened:
    values = {"assigned_on": ask.today, "chosen_by": _("Chosen by the organisation"), "consented_on": ""}
    return _of(ask, actions.sheet("assign"), values, candidates=candidates(ask.desk, ask.read.whole))


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
        spoken, warned = "、".join(mediator.languages), " ".join(one.warnings)
        lines.append(
            shown.Candidate(word, mediator.name, letters(mediator.name), one.load, most, spoken, "；".join(remarks), state, warned)
        )
    return tuple(lines)


def _session(ask: Ask) -> Opened:
    whole, desk, last = ask.read.whole, ask.desk, ask.read.now.last_session
    present = [{"party": str(p.ordinal), "name": p.name} for p in effect.must_sign(whole.case.parties)]
    present += [{"party": "", "name": p.name, "capacity": p.capacity, "organisation": p.organisation} for p in whole.case.participants]
    values = {
        "day": ask.today,
        "place": last.place if last else whole.organisation.address or whole.organisation.name,
        "method": last.method.value if last else "on_site",
        "language": last.language if last else _spoken(whole),
        "interpreter": last.interpreter if last else "",
        "recorder": last.recorder if last else desk.person.name,
        "rights_told_on": last.rights_told_on if last else ask.today,
        "attendees": present,
    }
    declared = actions.sheet("session")
    more = made.without(declared, *SITTING, APART)  # what a newer program asks besides
    apart = made.pick(declared, APART)
    words = _("For the desk alone: printed on no paper, hidden in the guest view.")
    return _of(ask, (*made.pick(SESSION, *SITTING), *more), values, apart=apart, apart_words=words, columns=2)


def _spoken(whole: Whole) -> str:
    found = {party.language for party in whole.case.parties if party.language}
    return found.pop() if len(found) == 1 else "汉语"


def _sign(ask: Ask) -> Opened:
    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        return [{"signatures": [row for row in values["signatures"] if row.get("signed_on")]}]

    now, today = ask.read.now, ask.desk.today()
    rows = signing_rows(ask.read, ask.today)
    return Opened(
        _sheet(ask, (), signing=rows, reckoned=True),
        ask.read.whole.case.version,
        send,
        reckon=lambda values: shown.Reckoned(outlook(now, values, today)),
    )


def signing_rows(read: Read, today: str) -> tuple[shown.SigningRow, ...]:
    """The signing table: what was entered stays, everybody else is filled in as signing today in his usual way."""
    whole, now = read.whole, read.now
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
        ticks = {key: bool(getattr(line, key)) for key, _label in signing_words.HOW}
        return shown.SigningRow(
            line.name,
            signing_words.capacity(line.signer, line.capacity),
            {**values, **ticks, "signed_on": line.signed_on.isoformat()},
            True,
        )
    committee = line.signer is SignerKind.COMMITTEE
    body = line.signer is SignerKind.LEGAL_REPRESENTATIVE
    official = line.signer in (SignerKind.MEDIATOR, SignerKind.RECORDER)
    ticks = {"by_hand": not committee, "fingerprint": not (committee or body or official), "seal": committee or body, "by_post": False}
    return shown.SigningRow(line.name, signing_words.capacity(line.signer, line.capacity), {**values, **ticks, "signed_on": today}, False)


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
        ticks = {key: bool(row.get(key)) for key, _label in signing_words.HOW}
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


def _void(ask: Ask) -> Opened:
    standing = ask.read.now.agreement
    # what is taken back is the agreement: its own version counts
    return Opened(_sheet(ask, actions.sheet("void")), standing.version if standing is not None else None)


# --- rests, plans, ends ----------------------------------------------------------------------------------------------------------------


def _refer_in(ask: Ask) -> Opened:
    known = [(court.code, court.name) for court in office_settings.courts(ask.desk)]
    declared = tuple(made.choice(one, known) if one.key == "court" else one for one in life.REFER_IN)
    return _of(ask, declared, {"slip_signed_on": ""})


def _recuse(ask: Ask) -> Opened:
    current = {one.mediator_id for one in ask.read.whole.case.assignments if one.ended_on is None}
    sitting = [(name, name) for key, name in ask.read.mediators.items() if key in current]
    declared = tuple(made.choice(one, sitting) if one.key == "mediator" else one for one in made.adapted(ask, life.RECUSE))
    return _of(ask, declared)


def _suspend(ask: Ask) -> Opened:
    return _of(ask, life.SUSPEND, {"begins": ask.today})


def _resume(ask: Ask) -> Opened:
    rest = ask.read.now.suspension
    above: tuple[shown.Text, ...] = ()
    if rest is not None:
        above = (shown.Text(_("Suspended since {day}: {reason}").format(day=rest.begins.isoformat(), reason=rest.reason)),)
    return _of(ask, life.RESUME, {"ends": ask.today}, above=above)


def _extend(ask: Ask) -> Opened:
    term = ask.read.whole.term
    above = (shown.Text(_("As it stands it is to end on {day}.").format(day=term.due.isoformat())),) if term is not None else ()
    return _of(ask, life.EXTEND, {"applicant_agreed_on": ask.today, "respondent_agreed_on": ask.today}, above=above)


def _undisputed(ask: Ask) -> Opened:
    last = ask.read.now.last_session
    return _of(ask, life.UNDISPUTED, {"facts": [line for line in (last.undisputed_facts if last else "").split("\n") if line.strip()]})


def _propose(ask: Ask) -> Opened:
    known = [fact for one in ask.read.whole.case.undisputed for fact in one.facts]
    last = ask.read.now.last_session
    return _of(ask, life.PROPOSE, {"facts": "\n".join(known) or (last.undisputed_facts if last else "")})


def _serve(ask: Ask) -> Opened:
    sides = [party for party in ask.parties if party.role is not PartyRole.THIRD_PARTY]
    plan = ask.read.now.proposal
    served = {one.party_id for one in plan.services} if plan is not None else set()
    options = [(str(party.ordinal), made.named(party)) for party in sides]
    declared = tuple(made.ticks(one, options) if one.key == "parties" else one for one in life.SERVE)
    return _of(ask, declared, {"parties": [str(party.ordinal) for party in sides if party.id not in served]})


def _plan_adopted(ask: Ask) -> Opened:
    rows = tuple(replace(one, rows=made.pick(one.rows, *_OBLIGATION)) if one.kind == "table" else one for one in life.PLAN_ADOPTED)
    debtors = [str(party.ordinal) for party in ask.parties if party.role is PartyRole.RESPONDENT]
    creditors = [str(party.ordinal) for party in ask.parties if party.role is PartyRole.APPLICANT]
    plan = ask.read.now.proposal
    above = (shown.Text(plan.text),) if plan is not None else ()
    first = {"kind": "money", "debtors": "、".join(debtors), "creditors": "、".join(creditors), "timing": "by_date"}
    return _of(ask, rows, {"obligations": [first]}, above=above)


def _conclude(ask: Ask) -> Opened:
    declared = life.CONCLUDE if ask.read.now.referral is not None else made.without(life.CONCLUDE, "returned_on", "disputed", "conduct")
    return _of(ask, declared)


def _give_back(ask: Ask) -> Opened:
    return _of(ask, life.GIVE_BACK, {"returned_on": ask.today})


def _archive(ask: Ask) -> Opened:
    case = ask.read.whole.case
    pages = sum(paper.pages or 0 for paper in case.documents) + sum((one.pages or 0) * one.copies for one in case.evidence)
    values = {"retention": "long", "pages": pages or ""}
    above = (shown.Text(_("Pages of the issued papers and the evidence, as far as they are known: {n}.").format(n=pages)),) if pages else ()
    return _of(ask, life.ARCHIVE, values, above=above)


def _undo(ask: Ask) -> Opened:
    last = ask.read.now.last_move
    above: tuple[shown.Text, ...] = ()
    if last is not None:
        words = _(stages.MOVES[last.key].label) if last.key in stages.MOVES else label(last.key)
        above = (
            shown.Text(_("Taken back: {move}, {day}  {note}").format(move=words, day=last.day.isoformat(), note=last.note), "heading"),
        )
    return _of(ask, life.UNDO, above=above)


_BUILDERS: dict[str, Callable[[Ask], Opened]] = {
    "reject": _reject, "assign": _assign, "session": _session, "sign": _sign, "void": _void, "refer_in": _refer_in, "recuse": _recuse,
    "suspend": _suspend,
    "resume": _resume, "extend": _extend, "undisputed": _undisputed, "propose": _propose, "serve": _serve, "plan_adopted": _plan_adopted,
    "conclude": _conclude, "give_back": _give_back, "archive": _archive, "undo": _undo, **after.BUILDERS, **file.BUILDERS,
    **of_papers.BUILDERS, **of_court.BUILDERS,
}  # fmt: skip


# --- for the view --------------------------------------------------------------------------------------------------------------------


def readers_of(sheet: shown.Sheet, today: Callable[[], date]) -> Callable[[Field], Reader | None]:
    """How the fields of the sheet read what is typed; in two columns there is room for the day of the week only."""
    whole = readers(today)
    if sheet.columns == 1:
        return whole

    def of(field: Field) -> Reader | None:
        plain = whole(field)
        if field.kind == "money" and plain is not None:
            return lambda text: (plain(text)[0], "")
        if field.kind != "date":
            return plain

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
    if move == "perform":
        return _("Entered: {note}").format(note=now.last_move.note if now.last_move is not None else "")
    return {
        "assign": _("The mediator is assigned."),
        "session": _("Session {n} is recorded.").format(n=len(case.sessions)),
        "void": _("The paper was taken back; the text can be changed."),
        "undo": _("The last step is taken back."),
        "conclude": _("The mediation is concluded."),
        "close": _("The case is closed."),
        "archive": _("The file is in the archive."),
    }.get(move, _("Saved."))
