"""The sheets of the file itself: the registration and its parties, evidence, groups, originals and replaced papers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from db.models.party import Party
from db.vocabulary import DocumentState, PaperKind, PartyKind
from desktop.domain import evidence as evidence_rules
from desktop.domain import excel_rows, group, money, words
from desktop.domain.fields import Field
from desktop.domain.inputs import correction, mediation, performance
from desktop.domain.inputs import evidence as of_evidence
from desktop.domain.inputs import group as of_group
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _
from desktop.screens.case import presenter_facts as facts
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import presenter_words as words_of
from desktop.screens.case import shown
from desktop.screens.case.presenter_deeds import label
from desktop.screens.case.presenter_fields import Ask, Opened
from desktop.services import actions, papers

_OF_PERSON = frozenset(
    (
        "id_number",
        "id_kind",
        "sex",
        "birth_date",
        "ethnic_group",
        "occupation",
        "employer",
        "post",
        "name_mongolian",
        "name_latin",
        "language",
        "registered_residence",
        "usual_residence",
    )
)
_OF_BODY = frozenset(
    ("uscc", "business_address", "registered_address", "company_type", "ownership", "trade_name", "legal_representative",
     "legal_representative_post", "legal_representative_id", "legal_representative_phone")
)  # fmt: skip
_NEW_PARTY = (
    "role", "kind", "id_number", "name", "sex", "birth_date", "ethnic_group", "phone", "usual_residence", "registered_residence", "uscc",
    "legal_representative", "business_address", "for_party", "authority_level", "relation", "paper",
)  # fmt: skip
_EVIDENCE = ("name", "kind", "copies", "pages", "original", "party", "received_on", "missing_until", "proves")
_SHOWN_COLUMNS = 7


def _opened(ask: Ask, declared: Sequence[Field], values: Mapping[str, Any] | None = None, **more: Any) -> Opened:
    title = label(ask.move)
    return Opened(made.sheet(ask, title, words_of.hint(ask.move), title, declared, values, **more), ask.read.whole.case.version)


# --- the registration ----------------------------------------------------------------------------------------------------------------


def _correct(ask: Ask) -> Opened:
    """The case as it was registered, its facts, or one party of it: what is typed otherwise is the correction."""
    if ask.begin.get("part") == facts.PART and ask.read.category is not None:
        return facts.sheet(ask, ask.read.category)
    named = str(ask.begin.get("party") or "")
    party = next((one for one in ask.read.whole.case.parties if str(one.ordinal) == named), None)
    return _correct_case(ask) if party is None else _correct_party(ask, party)


def _correct_party(ask: Ask, party: Party) -> Opened:
    foreign = _OF_PERSON if party.kind is PartyKind.COMPANY else _OF_BODY
    declared = tuple(one for one in correction.PARTY_CHANGES if one.key not in foreign)
    before = made.of_noun(party, declared)
    today = ask.desk.today()

    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        changes, read = made.differences(declared, values, before, today)
        row = {"party": str(party.ordinal), "version": party.version, "changes": changes, "read": read}
        return [{"reason": values.get("reason", ""), "parties": [row]}]

    opened = _opened(ask, (correction.REASON, *(replace(one, example="") for one in declared)), before, columns=2)
    title = _("Correct: {name}").format(name=party.name)
    return replace(opened, sheet=opened.sheet._replace(title=title), version=None, send=send, place=_inside("parties.0.changes."))


def _correct_case(ask: Ask) -> Opened:
    case = ask.read.whole.case
    changes = next(one for one in actions.sheet("correct", "", ask.desk.categories) if one.key == "changes")
    declared = made.pick(changes.rows, "category", *(one.key for one in changes.rows if one.key != "category"))
    before = made.of_noun(case, declared)
    today = ask.desk.today()

    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        changed, read = made.differences(declared, values, before, today)
        return [{"reason": values.get("reason", ""), "changes": changed, "read": read}]

    opened = _opened(ask, (correction.REASON, *(replace(one, required=False, example="") for one in declared)), before, columns=2)
    return replace(opened, send=send, place=_inside("changes."))


def _inside(prefix: str) -> Callable[[Fault], Fault]:
    """A fault of the service at its field of the sheet."""
    return lambda fault: Fault(fault.field.removeprefix(prefix), fault.sentence)


def _add_party(ask: Ask) -> Opened:
    declared = made.pick(made.adapted(ask, correction.ADD_PARTY), *_NEW_PARTY)
    return _opened(ask, declared, {"role": "respondent", "kind": "person"}, columns=2)


def _remove_party(ask: Ask) -> Opened:
    everybody = [(str(one.ordinal), made.named(one)) for one in ask.read.whole.case.parties]
    declared = tuple(made.choice(one, everybody) if one.key == "party" else one for one in correction.REMOVE_PARTY)
    return _opened(ask, declared)


# --- evidence ------------------------------------------------------------------------------------------------------------------------


def _evidence(ask: Ask) -> Opened:
    table = of_evidence.EVIDENCE[0]
    rows = made.pick(made.adapted(ask, table.rows), *_EVIDENCE)
    known = ask.read.category
    asked = [_(one) for one in known.documents] if known is not None else []
    there = {one.name for one in ask.read.whole.case.evidence}
    wanted = [name for name in asked if name not in there]
    above = (shown.Text(_("Usually brought: {names}").format(names="、".join(wanted)), "soft"),) if wanted else ()
    return _opened(ask, (replace(table, rows=rows),), {"evidence": [{"copies": 1, "received_on": ask.today}]}, above=above)


def _evidence_change(ask: Ask) -> Opened:
    case = ask.read.whole.case
    number = ask.picked[0] if ask.picked else str(ask.begin.get("number") or "1")
    one = next((one for one in case.evidence if str(one.ordinal) == number), None)
    declared = made.without(made.adapted(ask, of_evidence.EVIDENCE_CHANGE), "number")
    if one is None:
        return _opened(ask, made.adapted(ask, of_evidence.EVIDENCE_CHANGE))
    before = made.of_noun(one, declared)
    ordinals = {party.id: str(party.ordinal) for party in case.parties}
    before["party"] = ordinals.get(one.party_id or 0, "")
    today = ask.desk.today()

    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        changed, _read = made.differences(declared, values, before, today)
        return [{"number": number, **changed}]

    opened = _opened(ask, tuple(replace(field, required=False) for field in declared), before)
    title = _("Evidence {n}: {name}").format(n=number, name=one.name)
    return replace(opened, sheet=opened.sheet._replace(title=title), version=one.version, send=send)


def _evidence_in(ask: Ask) -> Opened:
    waiting = evidence_rules.missing(ask.read.whole.case)
    rows = tuple(shown.PickRow(str(one.ordinal), (one.name, made.typed(one.missing_until))) for one in waiting)
    heads = (shown.Head(_("Name of the evidence"), 10, stretch=True), shown.Head(_("To be handed in by"), 8))
    chosen = tuple(row.id for row in rows if len(rows) == 1 or row.id in ask.picked)
    pick = shown.Pick("numbers", _("Still missing"), heads, rows, True, chosen)
    return _opened(ask, made.pick(of_evidence.HANDED_IN, "day"), pick=pick)


def _evidence_back(ask: Ask) -> Opened:
    held = evidence_rules.held(ask.read.whole.case)
    rows = tuple(shown.PickRow(str(one.ordinal), (one.name, made.typed(one.received_on))) for one in held)
    heads = (shown.Head(_("Original"), 10, stretch=True), shown.Head(_("Received on"), 8))
    pick = shown.Pick("numbers", _("Originals that are here"), heads, rows, True, tuple(row.id for row in rows))
    return _opened(ask, made.pick(of_evidence.RETURNED, "day", "receiver"), pick=pick)


# --- groups --------------------------------------------------------------------------------------------------------------------------


def _grouped(ask: Ask) -> Party | None:
    groups = [party for party in ask.read.whole.case.parties if party.kind is PartyKind.GROUP]
    named = str(ask.begin.get("group") or "")
    return next((one for one in groups if str(one.ordinal) == named), groups[0] if len(groups) == 1 else None)


def _group_of(ask: Ask) -> dict[str, str]:
    party = _grouped(ask)
    return {"group": str(party.ordinal)} if party is not None else {}


def _group_members(ask: Ask) -> Opened:
    """The list is pasted; below it stands how it was read, row by row, with what is wrong in the last column."""
    declared = made.pick(of_group.MEMBERS, "list")
    fixed, today = _group_of(ask), ask.desk.today()
    opened = _opened(ask, tuple(replace(one, example="") for one in declared), reckoned=True)

    def reckon(values: Mapping[str, Any]) -> shown.Reckoned:
        text = str(values.get("list") or "")
        if not text.strip():
            return shown.Reckoned(shown.Chip(_("Copy the rows in Excel and paste them here (Ctrl+V)."), ""))
        faults: Sequence[Fault] = ()
        try:
            pasted = group.read(text, today)
            said = _("{n} members, {sum} yuan in all").format(n=len(pasted.members), sum=money.figures(pasted.total_fen))
            chip, faults = shown.Chip(said, "green"), pasted.remarks
        except Refusal as no:
            chip, faults = shown.Chip(_("{n} faults; nothing is taken before they are mended.").format(n=len(no.faults)), "red"), no.faults
        return shown.Reckoned(chip, _pasted(text, faults, chip.state))

    def place(fault: Fault) -> Fault:
        return Fault("list" if fault.field.startswith("rows.") else fault.field, fault.sentence)

    return replace(opened, send=lambda values: [{**fixed, **values}], reckon=reckon, place=place)


def _pasted(text: str, faults: Sequence[Fault], state: str) -> shown.Table:
    by_row: dict[str, list[str]] = {}
    for fault in faults:
        parts = fault.field.split(".")
        if parts[0] == "rows" and len(parts) > 1:
            by_row.setdefault(parts[1], []).append(fault.sentence)
    rows = []
    cells = excel_rows.cells(text)
    width = min(max((len(row) for row in cells), default=1), _SHOWN_COLUMNS)
    for n, row in enumerate(cells, 1):
        found = "；".join(by_row.get(str(n), ()))
        filled = [*row[:width], *[""] * (width - len(row))]
        rows.append(shown.Row(str(n), (str(n), *filled, found), ("red" if state == "red" else "amber") if found else "", width + 1))
    rows.sort(key=lambda row: not row.state)
    heads = (
        shown.Head(_("Row"), 3),
        *(shown.Head(_("Column {n}").format(n=n), 6) for n in range(1, width + 1)),
        shown.Head(_("What is wrong"), 12, stretch=True),
    )
    return shown.Table("pasted", _("The list as it was read"), heads, tuple(rows))


def _group_represent(ask: Ask) -> Opened:
    party = _grouped(ask)
    members = party.members if party is not None else []
    rows = tuple(
        shown.PickRow(str(one.ordinal), (str(one.ordinal), one.name, "、".join(_authority(code) for code in one.authority)))
        for one in members
    )
    heads = (shown.Head(_("No."), 3), shown.Head(_("Member"), 6), shown.Head(_("What he gave power to do"), 10, stretch=True))
    chosen = tuple(str(one.ordinal) for one in members if one.represents)
    pick = shown.Pick("representatives", _("Mark who represents the group"), heads, rows, True, chosen)
    declared = made.pick(of_group.REPRESENT, "paper", "authority", "members")
    paper = next((one.paper for one in members if one.represents and one.paper), "")
    values = {"paper": paper, "authority": ["mediate", "settle", "confirm"]}
    fixed = _group_of(ask)
    opened = _opened(ask, declared, values, pick=pick)
    return replace(opened, send=lambda values: [{**fixed, **values}])


def _authority(code: str) -> str:
    return _(dict(of_group.AUTHORITY).get(code, code))


def _group_split(ask: Ask) -> Opened:
    fixed = _group_of(ask)
    party = _grouped(ask)
    count = len(party.members) if party is not None else 0
    said = _("{n} single agreements are made, each with its own number, part and account; what was paid moves with its part.")
    whole = ask.read.now.signed
    version = whole.version if whole is not None else None
    return replace(_opened(ask, (), above=(shown.Text(said.format(n=count)),)), version=version, send=lambda values: [fixed])


def _group_join(ask: Ask) -> Opened:
    said = _("The single agreements become void and stay listed; what was paid moves back.")
    whole = ask.read.now.signed
    opened = _opened(ask, of_group.JOIN, above=(shown.Text(said),))
    return replace(opened, version=None if whole is None or whole.split_from_id is not None else whole.version)


# --- papers --------------------------------------------------------------------------------------------------------------------------


def _issued(ask: Ask) -> list[tuple[str, int, Any, list[Any]]]:
    """(kind, number among its kind, paper, originals) of every issued paper that stands."""
    case, found = ask.read.whole.case, []
    for paper, rows in ask.read.papers:
        if paper.state is DocumentState.VOID:
            continue
        n = next((one.n for one in papers.KINDS[paper.kind].subjects(case) if one.id == paper.subject_id), 0)
        found.append((paper.kind.value, n, paper, list(rows)))
    named, wanted = ask.begin.get("paper"), ask.begin.get("session")
    if named:
        found = [one for one in found if one[0] == named and (not wanted or not one[1] or one[1] == wanted)]
    return found


def _hand_over(ask: Ask) -> Opened:
    rows, calls = [], {}
    for kind, of_kind, paper, originals in _issued(ask):
        for one in originals:
            if one.handed_on is None:
                key = str(one.id)
                rows.append(shown.PickRow(key, (f"{paper.title} {paper.number}", one.holder)))
                number = ask.begin.get("session") or of_kind
                calls[key] = {"paper": kind, "holder": str(one.ordinal), **({"session": number} if number else {})}
    heads = (shown.Head(_("Paper"), 12, stretch=True), shown.Head(_("Holder"), 8, stretch=True))
    pick = shown.Pick("originals", _("Originals that are still here"), heads, tuple(rows), True, tuple(row.id for row in rows))
    opened = _opened(ask, made.pick(performance.HAND_OVER, "handed_on", "proof"), {"proof": "签收"}, pick=pick)

    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        chosen = [key for key in values.get("originals") or () if key in calls]
        if not chosen:
            raise Refusal(_("Mark the originals that were handed over."), "originals")
        rest = {key: value for key, value in values.items() if key != "originals"}
        return [{**calls[key], **rest} for key in chosen]

    return replace(opened, version=None, send=send)


def _replace(ask: Ask) -> Opened:
    known = [one for one in _issued(ask) if one[2].state is DocumentState.ISSUED]
    options = [(f"{kind}.{n}", f"{words.shown(PaperKind(kind))} {paper.number}") for kind, n, paper, _rows in known]
    paper = made.choice(next(one for one in mediation.REPLACE if one.key == "paper"), options, required=True)
    declared = (paper, *made.pick(mediation.REPLACE, "reason")) if len(options) > 1 else made.pick(mediation.REPLACE, "reason")
    above = (shown.Text(options[0][1], "heading"),) if len(options) == 1 else ()
    fixed = {key: ask.begin[key] for key in ("paper", "session") if ask.begin.get(key)}

    def send(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        chosen = str(values.get("paper") or (options[0][0] if options else ""))
        kind, _dot, n = chosen.partition(".")
        told = {"paper": kind, **({"session": int(n)} if n.isdigit() and int(n) else {})}
        return [{**told, **fixed, "reason": values.get("reason", "")}]

    opened = _opened(replace(ask, begin={}), declared, above=above)
    return replace(opened, send=send)


BUILDERS: dict[str, Callable[[Ask], Opened]] = {
    "correct": _correct, "add_party": _add_party, "remove_party": _remove_party, "evidence": _evidence, "evidence_change": _evidence_change,
    "evidence_in": _evidence_in, "evidence_back": _evidence_back, "group_members": _group_members, "group_represent": _group_represent,
    "group_split": _group_split, "group_join": _group_join, "hand_over": _hand_over, "replace": _replace,
}  # fmt: skip
