"""Clauses offered for an agreement: shipped for all and for each category, and the office's own, filled in from its records.

A file is data: name, text with named fields, conditions (`domain.clause_terms`), source. A broken one is refused with its place.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from db.vocabulary import ObligationPart, PartyRole
from desktop import assets
from desktop.documents import parties, template, words
from desktop.documents.blocks import chinese_number
from desktop.documents.setting import Setting
from desktop.documents.template import LANGUAGE, Wording
from desktop.domain import clause_terms, dates, money, reasons
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import _

if TYPE_CHECKING:
    from db.models.agreement import Agreement
    from db.models.case import Case
    from db.models.obligation import Obligation

GENERAL = ""  # the file that serves every category
FIELDS = (
    "debtor", "creditor", "clauses", "figures", "capitals", "due", "guarantor", "payee", "performer", "subject", "organisation",
    "applicant", "respondent", "third",
)  # fmt: skip
MOST = 200  # clauses in one file


@dataclass(frozen=True)
class Entry:
    """One clause of a file as it stands there."""

    key: str
    name: str
    text: str
    when: Mapping[str, Any]
    order: int
    source: str
    status: str
    own: bool = False


@dataclass(frozen=True)
class Offer:
    """A clause that fits this agreement, filled in; `own` where it is the office's."""

    key: str
    name: str
    text: str
    source: str
    status: str
    own: bool


def shipped(category: str) -> tuple[Entry, ...]:
    """The clauses of every dispute and those of one category."""
    return (*_shipped(GENERAL), *(_shipped(category) if category else ()))


@cache
def _shipped(category: str) -> tuple[Entry, ...]:
    parts = ("categories", *((category,) if category else ()), f"clauses.{LANGUAGE}.toml")
    file = assets.path(*parts)
    if not file.is_file():
        return ()
    return entries(file.read_text(encoding="utf-8"), "/".join(parts))


def entries(text: str, file: str, own: bool = False) -> tuple[Entry, ...]:
    """The clauses of one file; Refusal with file and clause for each that cannot be used."""
    try:
        table = assets.parse_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal(
            _("{file} is not a valid template: {error}.").format(file=file, error=reasons.of_toml(error)), file, "template"
        ) from error
    found: list[Entry] = []
    faults: list[Fault] = []
    keys: set[str] = set()
    rows = table.get("clause", [])
    for n, row in enumerate(rows[:MOST] if isinstance(rows, list) else (), 1):
        why = _fault(row, keys)
        if why:
            name = row.get("key") or n if isinstance(row, Mapping) else n
            faults.append(Fault(f"{file}:{name}", _("{file}, clause {name}: {why}.").format(file=file, name=name, why=why)))
            continue
        keys.add(row["key"])
        found.append(
            Entry(
                key=row["key"],
                name=row["name"],
                text=row["text"].strip(),
                when=row.get("when") or {},
                order=int(row.get("order", 50)),
                source=str(row.get("source", "")),
                status=str(row.get("status", "unverified")),
                own=own,
            )
        )
    if faults:
        raise Refusal.of(faults)
    return tuple(found)


def _fault(row: Any, keys: "set[str]") -> str:
    if not isinstance(row, Mapping):
        return _("a table [[clause]] is wanted")
    for name in ("key", "name", "text"):
        if not isinstance(row.get(name), str) or not row[name].strip() or len(row[name]) > 4000:
            return _("{name} is missing").format(name=name)
    if row["key"] in keys:
        return _("the key stands there twice")
    broken = template.broken(row["text"], FIELDS)
    if broken:
        return broken[0][1]
    if not isinstance(row.get("order", 50), int):
        return _("{name} wants a number").format(name="order")
    return clause_terms.fault(row.get("when") or {})


def offers(case: "Case", agreement: "Agreement", setting: Setting, own: Sequence[Entry] = ()) -> list[Offer]:
    """The clauses whose conditions this agreement meets, in their order; the office's own take the place of shipped ones of their key."""
    facts = clause_terms.told(case, agreement)
    known = {entry.key: entry for entry in (*shipped(case.category), *own)}
    fit = [entry for entry in known.values() if clause_terms.holds(entry.when, facts, agreement)]
    return [
        Offer(entry.key, entry.name, filled(entry, case, agreement, setting), entry.source, entry.status, entry.own)
        for entry in sorted(fit, key=lambda entry: entry.order)
    ]


def filled(entry: Entry, case: "Case", agreement: "Agreement", setting: Setting) -> str:
    """The text of a clause with the names and sums of the obligations it is about."""
    said = words.shared(setting)
    called = {party.id: parties.called(said, party) if party.role in parties.SIDES else party.name for party in case.parties}
    meant = clause_terms.meant(entry.when, agreement) or list(agreement.obligations)
    fen = sum(one.amount_fen or 0 for one in meant)
    days = [part.due_on for one in meant for part in one.instalments] + [one.due_on for one in meant if one.due_on is not None]
    values: dict[str, object] = {
        "debtor": _named(meant, ObligationPart.DEBTOR, called) or clause_terms.of_role(case, PartyRole.RESPONDENT),
        "creditor": _named(meant, ObligationPart.CREDITOR, called) or clause_terms.of_role(case, PartyRole.APPLICANT),
        "guarantor": _named(meant, ObligationPart.GUARANTOR, called),
        "payee": _named(meant, ObligationPart.PAYEE, called),
        "performer": _named(meant, ObligationPart.PERFORMER, called),
        "clauses": "、".join(said.say("clause_number", n=chinese_number(one.ordinal)) for one in meant),
        "figures": money.figures(fen) if fen else "",
        "capitals": money.capitals(fen) if fen else "",
        "due": dates.in_words(max(days)) if days else "",
        "subject": "、".join(dict.fromkeys(one.subject for one in meant if one.subject)),
        "organisation": setting.organisation.name,
        "applicant": clause_terms.of_role(case, PartyRole.APPLICANT),
        "respondent": clause_terms.of_role(case, PartyRole.RESPONDENT),
        "third": clause_terms.of_role(case, PartyRole.THIRD_PARTY),
    }
    return Wording("clauses", {entry.key: entry.text}).say(entry.key, **values)


def _named(meant: "Sequence[Obligation]", part: ObligationPart, called: Mapping[int, str]) -> str:
    ids = dict.fromkeys(one.party_id for obligation in meant for one in obligation.parties if one.part is part)
    return "、".join(called.get(party_id, "") for party_id in ids)
