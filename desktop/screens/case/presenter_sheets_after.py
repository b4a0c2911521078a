"""The sheets of what comes after an agreement: performance with its open parts to choose from, default, return visits, confirmation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop.domain import balance, money
from desktop.domain.balance import Balance, Part
from desktop.domain.inputs import performance as sheets
from desktop.domain.refusal import Refusal
from desktop.i18n import N_, _
from desktop.screens.case import presenter_after as said
from desktop.screens.case import presenter_fields as made
from desktop.screens.case import presenter_words as words_of
from desktop.screens.case import shown
from desktop.screens.case.presenter_deeds import label
from desktop.screens.case.presenter_fields import Ask, Opened
from desktop.services import office_settings

PARTS = "parts"


def _sheet(ask: Ask, declared: Sequence[Any], values: Mapping[str, Any] | None = None, **more: Any) -> shown.Sheet:
    title = label(ask.move)
    return made.sheet(ask, title, words_of.hint(ask.move), title, declared, values, **more)


# --- performance ---------------------------------------------------------------------------------------------------------------------


def _perform(ask: Ask) -> Opened:
    """The open parts, the one that falls due first chosen: its amount stands in the sheet, only what is otherwise is typed."""
    open_parts = {
        said.part_id(ask.read, one, part): (one, part) for one in ask.read.balances for part in one.parts if part.remaining
    }  # fmt: skip
    grouped = any(part.member_id is not None for _one, part in open_parts.values())
    chosen = tuple(key for key in ask.picked if key in open_parts)
    if not chosen and not grouped:
        chosen = (_first(open_parts),) if open_parts else ()
    names = {member.id: member.name for party in ask.read.whole.case.parties for member in party.members}
    rows = tuple(_row(ask, key, one, part, names) for key, (one, part) in open_parts.items())
    heads = (
        shown.Head(_("What for"), 9, stretch=True), *((shown.Head(_("Member"), 5),) if grouped else ()), shown.Head(_("Due"), 6),
        shown.Head(_("Still open"), 7, right=True), shown.Head(_("State"), 7),
    )  # fmt: skip
    declared = made.pick(made.adapted(ask, sheets.PERFORM), "day", "amount", "quantity", "way", "payer", "receipt", "note")
    declared = tuple(replace(one, label=N_("Proof of payment")) if one.key == "receipt" else one for one in declared)
    pick = shown.Pick(PARTS, _("Open parts"), heads, rows, grouped, chosen)
    sheet = _sheet(ask, declared, {"way": _way(open_parts, chosen)}, pick=pick, reckoned=True)
    return Opened(
        sheet,
        ask.read.whole.case.version,
        lambda values: [_performed(ask, values, open_parts)],
        reckon=lambda values: _reckoned(values, open_parts),
    )


Parts = Mapping[str, tuple[Balance, Part]]


def _first(parts: Parts) -> str:
    return min(parts, key=lambda key: (parts[key][1].due_on or balance.NEVER, key))


def _way(parts: Parts, chosen: Sequence[str]) -> str:
    known = [parts[key][0].obligation for key in chosen or list(parts)[:1]]
    return known[0].way.value if known and known[0].way is not None else ""


def _row(ask: Ask, key: str, one: Balance, part: Part, names: Mapping[int, str]) -> shown.PickRow:
    text, state = said.part_state(part)
    what = one.obligation.subject + (f" {said.part_name(part)}" if part.ordinal and part.member_id is None else "")
    member = (names.get(part.member_id, ""),) if part.member_id is not None else ()
    cells = (what, *member, part.due_on.isoformat() if part.due_on else "", balance.in_words(one.obligation, part.remaining), text)
    kind = one.obligation.kind.value
    hides = {"money": ("quantity",), "in_kind": ("amount", "way"), "act": ("amount", "quantity", "way")}[kind]
    fills: dict[str, Any] = {"amount": money.figures(int(part.remaining)).replace(",", "")} if kind == "money" else {}
    if kind == "in_kind":
        fills = {"quantity": balance.plain(part.remaining) if one.counted else ""}
    return shown.PickRow(key, cells, state, len(cells) - 1, fills=fills, hides=hides)


def _performed(ask: Ask, values: Mapping[str, Any], parts: Parts) -> dict[str, Any]:
    """What the service is told of the lines that were chosen: agreement, obligation, and the instalment or the members."""
    chosen = [key for key in values.get(PARTS) or () if key in parts]
    if not chosen:
        raise Refusal(_("Mark what was performed in the list."), PARTS)
    if len({tuple(key.split(".")[:2]) for key in chosen}) > 1 and len({key.split(".")[1] for key in chosen}) > 1:
        raise Refusal(_("Enter one obligation at a time: the marked lines belong to several."), PARTS)
    sent = {key: value for key, value in values.items() if key != PARTS}
    agreement, obligation, instalment, member = chosen[0].split(".")
    several = len({key.split(".")[0] for key in chosen}) > 1
    if len(balance.in_force(ask.read.whole.case)) > 1 and not several:
        sent["agreement"] = agreement
    if not several:
        sent["obligation"] = obligation
    members = [key.split(".")[3] for key in chosen if key.split(".")[3] != "0"]
    if members:
        sent["members"] = list(dict.fromkeys(members))
    elif instalment != "0":
        sent["instalment"] = instalment
    kind = parts[chosen[0]][0].obligation.kind.value
    for key in {"money": ("quantity",), "in_kind": ("amount",), "act": ("amount", "quantity")}[kind]:
        sent[key] = ""
    if len(members) > 1:
        sent["amount"] = ""
    if _all_of_an_instalment(sent, parts[chosen[0]][1]):
        sent["amount"] = ""
    return sent


def _all_of_an_instalment(sent: Mapping[str, Any], part: Part) -> bool:
    """Whether the whole of the part is meant: then the service takes what is open at that moment."""
    return sent.get("amount") == money.figures(int(part.remaining)).replace(",", "") if isinstance(part.remaining, int) else False


def _reckoned(values: Mapping[str, Any], parts: Parts) -> shown.Reckoned:
    chosen = [key for key in values.get(PARTS) or () if key in parts]
    if not chosen:
        return shown.Reckoned(shown.Chip(_("Space marks a line, Ctrl+A marks all."), ""))
    first = parts[chosen[0]][0]
    total = sum((parts[key][1].remaining for key in chosen), start=0)
    said_total = balance.in_words(first.obligation, total)
    if len(chosen) > 1:
        return shown.Reckoned(shown.Chip(_("{n} marked, {sum} in all").format(n=len(chosen), sum=said_total), "green"))
    left = first.remaining - parts[chosen[0]][1].remaining
    return shown.Reckoned(shown.Chip(_("Open of this line: {sum}; beside it {rest}").format(
        sum=said_total, rest=balance.in_words(first.obligation, left)), ""))  # fmt: skip


def _default(ask: Ask) -> Opened:
    late = [one for one in ask.read.balances if one.overdue]
    above = tuple(
        shown.Text(
            _("Overdue: {what}, {sum}, by {n} days").format(
                what=one.obligation.subject, sum=balance.in_words(one.obligation, one.overdue), n=one.late_days
            ),
            "",
            "red",
        )
        for one in late
    )
    return Opened(_sheet(ask, made.adapted(ask, sheets.DEFAULT), {"told": "sue"}, above=above), ask.read.whole.case.version)


def _return_visit(ask: Ask) -> Opened:
    read = ask.read
    lead = read.mediators.get(read.now.lead.mediator_id, "") if read.now.lead is not None else ""
    values = {"way": _("by telephone"), "visitor": lead or ask.desk.person.name, "performance": _found(read.balances)}
    declared = made.adapted(ask, sheets.RETURN_VISIT)
    return Opened(_sheet(ask, declared, values), read.whole.case.version)


def _found(balances: Sequence[Balance]) -> str:
    """How it stands by what was entered: the visitor changes it where he hears otherwise."""
    if not balances:
        return ""
    if all(one.done for one in balances):
        return _("Performed in full.")
    return "；".join(
        _("{what}: performed {performed}, open {open}").format(
            what=one.obligation.subject,
            performed=balance.in_words(one.obligation, one.performed),
            open=balance.in_words(one.obligation, one.remaining),
        )
        for one in balances
    )


# --- confirmation --------------------------------------------------------------------------------------------------------------------


def _confirm_apply(ask: Ask) -> Opened:
    look = ask.read.look
    likely = [one.court for one in look.courts] if look is not None else []
    known = [*likely, *(court for court in office_settings.courts(ask.desk) if court.code not in [one.code for one in likely])]
    declared = tuple(
        made.choice(one, [(court.code, court.name) for court in known]) if one.key == "court" else one
        for one in made.adapted(ask, sheets.CONFIRM_APPLY)
    )
    above: list[shown.Text] = []
    if look is not None:
        section = said.confirmation(ask.read)
        lines = [block for block in section.blocks if isinstance(block, shown.Lines)] if section is not None else []
        above = [shown.Text(f"{name}：{text}") for block in lines for name, text in block.lines]
        above += list(block for block in section.private if isinstance(block, shown.Text)) if section is not None else []
    values = {"court": likely[0].code if likely else ""}
    return Opened(_sheet(ask, declared, values, above=tuple(above)), ask.read.whole.case.version)


def _confirm_result(ask: Ask) -> Opened:
    standing = ask.read.look.standing if ask.read.look is not None else None
    court = ask.read.whole.courts.get(standing.court_id) if standing is not None and standing.court_id else None
    example = f"如：（{ask.desk.today().year}）{court.code}诉前调确16号" if court is not None else None
    declared = tuple(replace(one, example=example) if one.key == "court_number" and example else one for one in sheets.CONFIRM_RESULT)
    values = {
        "result": "confirmed",
        "accepted_on": made.typed(standing.accepted_on) if standing is not None else "",
        "court_number": standing.court_number if standing is not None else "",
        "ruled_on": ask.today,
        "served_on": ask.today,
    }
    return Opened(_sheet(ask, declared, values), ask.read.whole.case.version)


def _confirm_objection(ask: Ask) -> Opened:
    return Opened(_sheet(ask, sheets.CONFIRM_OBJECTION, {"known_on": ""}), ask.read.whole.case.version)


BUILDERS: dict[str, Callable[[Ask], Opened]] = {
    "perform": _perform, "default": _default, "return_visit": _return_visit, "confirm_apply": _confirm_apply,
    "confirm_result": _confirm_result, "confirm_objection": _confirm_objection,
}  # fmt: skip
