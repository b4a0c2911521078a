"""Enter evidence, correct it, take in what was missing, give originals back; what is missing over all cases."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from db.models.case import Case
from db.models.evidence import Evidence
from db.queries import evidence as queries
from db.queries.evidence import Missing
from db.vocabulary import Stage
from db.work import Work
from desktop.domain import evidence as rules
from desktop.domain import fields
from desktop.domain.inputs.evidence import EVIDENCE, EVIDENCE_CHANGE, HANDED_IN, RETURNED
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, references
from desktop.services.desk import Desk

DAYS = 7  # what is missing is shown so far ahead unless told otherwise


@contextmanager
def open_file(desk: Desk, number: str | int, action: str) -> Iterator[tuple[Work, Case]]:
    """One work on a case whose file is not on the shelf; Refusal where it is archived."""
    with desk.work(action) as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        if case.stage is Stage.ARCHIVED:
            raise Refusal(_("The file is in the archive: take it out first."), code="not_allowed")
        yield w, case


def add(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Adds rows to the list of evidence; one with `missing_until` and without a day of receipt is taken in as missing."""
    clean = fields.check(EVIDENCE, values, desk.today())
    with open_file(desk, number, "evidence") as (w, case):
        w.change(case, version, {"stage": case.stage})
        last = max((one.ordinal for one in case.evidence), default=0)
        for n, row in enumerate(clean["evidence"]):
            at = f"evidence.{n}."
            missing = row.get("missing_until")
            received = row.get("received_on") or (None if missing else desk.today())
            rules.require_days(received, None, missing, bool(row.get("original")), desk.today(), at)
            if missing is not None and received is None and missing < desk.today():
                raise Refusal(_("The day until which it may be missing has passed."), f"{at}missing_until")
            w.add(
                Evidence(
                    case_id=case.id,
                    ordinal=last + n + 1,
                    name=row["name"],
                    kind=row.get("kind") or "",
                    copies=row.get("copies") or 1,
                    pages=row.get("pages"),
                    original=bool(row.get("original")),
                    party_id=references.party(case, row["party"], f"{at}party").id if row.get("party") else None,
                    proves=row.get("proves") or "",
                    received_on=received,
                    missing_until=missing,
                )
            )
        return cases.kept(w, case.id)


def change(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Changes the fields of one row that are given; `version` is the row's when it was read."""
    clean = fields.check(EVIDENCE_CHANGE, values, desk.today(), partial=True)
    with open_file(desk, number, "evidence_change") as (w, case):
        one = _row(case, str(clean.pop("number", "")), "number")
        told = {key: value for key, value in clean.items() if key != "party"}
        if "name" in told and not told["name"]:
            raise Refusal(_("This is needed: fill it in."), "name")
        for key, empty in (("kind", ""), ("copies", 1), ("original", False), ("proves", ""), ("returned_to", "")):
            if key in told and told[key] is None:
                told[key] = empty
        if "party" in clean:
            told["party_id"] = references.party(case, clean["party"], "party").id if clean["party"] else None
        after = {key: told.get(key, getattr(one, key)) for key in ("received_on", "returned_on", "missing_until", "original")}
        rules.require_days(today=desk.today(), **after)
        w.change(one, version, told)
        return cases.kept(w, case.id)


def handed_in(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """What was missing has come; the day until which it could be missing stays listed."""
    clean = fields.check(HANDED_IN, values, desk.today())
    day = clean.get("day") or desk.today()
    with open_file(desk, number, "evidence_in") as (w, case):
        w.change(case, version, {"stage": case.stage})
        for typed in clean["numbers"]:
            one = _row(case, typed, "numbers")
            if one.received_on is not None:
                raise Refusal(_("{name} has been received already.").format(name=one.name), "numbers", "not_allowed")
            _possible(day, None, desk.today())
            w.change(one, None, {"received_on": day})
        return cases.kept(w, case.id)


def returned(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Originals were given back on a day: those named, or all that are still here."""
    clean = fields.check(RETURNED, values, desk.today())
    day = clean.get("day") or desk.today()
    with open_file(desk, number, "evidence_back") as (w, case):
        w.change(case, version, {"stage": case.stage})
        rows = [_row(case, typed, "numbers") for typed in clean.get("numbers") or ()] or rules.held(case)
        if not rows:
            raise Refusal(_("No original is here to be given back."), "numbers", "not_allowed")
        for one in rows:
            if one.returned_on is not None:
                raise Refusal(_("{name} has been given back already.").format(name=one.name), "numbers", "not_allowed")
            rules.require_days(one.received_on, day, one.missing_until, one.original, desk.today())
            brought = next((party.name for party in case.parties if party.id == one.party_id), "")
            w.change(one, None, {"returned_on": day, "returned_to": (clean.get("receiver") or "").strip() or brought})
        return cases.kept(w, case.id)


def missing(desk: Desk, days: int | None = DAYS) -> list[Missing]:
    """What was taken in as missing and has not come, over all open cases, as far as it is wanted within so many days (None: all)."""
    with desk.reading() as session:
        return queries.missing(session, None if days is None else desk.today() + timedelta(days))


def _row(case: Case, typed: str, field: str) -> Evidence:
    found = next((one for one in case.evidence if str(one.ordinal) == typed.strip()), None)
    if found is None:
        raise Refusal(_("There is no evidence {n} in this case.").format(n=typed[:20]), field)
    return found


def _possible(day: date, since: date | None, today: date) -> None:
    if day > today or (since is not None and day < since):
        raise Refusal(_("The day lies in the future: enter what has happened."), "day")
