"""Work a calculation out with the law as it holds in this office: by itself, or for a case, kept with it beside what is claimed and agreed.

A kept one is never computed again: worked out anew it is another, and the older one stays listed with the reason. What is part of an issued
agreement does not change any more.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as Reading

from db.models.calculation import Calculation as Kept
from db.models.calculation import CalculationHead
from db.models.case import Case
from db.vocabulary import AgreementStatus
from db.work import Work
from desktop import i18n
from desktop.domain import fields
from desktop.domain.calculation import calculator, registry, result
from desktop.domain.calculation.calculator import Calculator
from desktop.domain.calculation.result import Calculation
from desktop.domain.calculation.working import fen
from desktop.domain.inputs.calculation import AMOUNTS, KEEP
from desktop.domain.refusal import Fault, Refusal
from desktop.i18n import N_, _
from desktop.services import case_plan, case_sums, cases, evidence, terms
from desktop.services.desk import Desk

REGION = "150000"
"""The autonomous region: whose standards count where nobody says otherwise."""
PLAN = "instalment_plan"
KEEP_LABEL, AMOUNTS_LABEL = N_("Keep a calculation"), N_("Enter what is claimed and agreed")


def work_out(desk: Desk | None, kind: str, sheet: Mapping[str, Any], today: date, region: str = "") -> Calculation:
    """The calculation of a sheet; with an office's own legal values where a desk is given, else with the shipped ones alone."""
    asked = registry.calculator(kind)
    values, days = (terms.shipped(), terms.holidays()) if desk is None else terms.of(desk)
    return calculator.run(asked, sheet, values, today, region or REGION, terms.as_of(), terms.bands(), days)


def told(made: Calculation) -> dict[str, Any]:
    """The calculation for programs: sums in whole fen, dates in ISO."""
    return result.to_json(made)


def offered(case: Case) -> list[Calculator]:
    """The calculators that the category of a case offers, its own first."""
    return registry.offered(case.category)


def prefilled(desk: Desk, case: Case, kind: str) -> dict[str, Any]:
    """A sheet for a calculator as far as the facts and parties of the case fill it in, as a person would write it."""
    registry.calculator(kind)
    if kind in case_sums.SHEETS:
        return case_sums.SHEETS[kind](case, desk.today())
    category = desk.categories.get(case.category)
    filled = category.prefill(kind, category.read(case.facts), case.parties, desk.today()) if category is not None else {}
    return case_plan.sheet(case, filled, desk.today()) if kind == PLAN else filled


def claimed(desk: Desk, case: Case, kind: str) -> list[dict[str, Any]]:
    """What the facts of the case say is claimed and agreed per head of a calculator, as it would be typed."""
    category = desk.categories.get(case.category)
    return category.claimed(kind, category.read(case.facts)) if category is not None else []


# --- kept with a case -----------------------------------------------------------------------------------------------------------------


def keep(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Works a calculation out and keeps it with the case; one of the same kind that stood is replaced and stays listed with the reason."""
    with evidence.open_file(desk, number, "calculate") as (w, case):
        clean = fields.check(KEEP, values, desk.today())
        asked, sheet = _asked(desk, case, values, clean)
        w.change(case, version, {"stage": case.stage})
        old = standing(case, asked.key)
        if old is not None:
            _may_change(desk, case, old)
            if not clean.get("reason"):
                raise Refusal(_("There is one already: say why it is worked out anew."), "reason")
        try:
            known, days, region = terms.values_of(w.session), terms.calendar_of(w.session), case.region_code or REGION
            made = calculator.run(asked, sheet, known, desk.today(), region, terms.as_of(), terms.bands(), days)
        except Refusal as no:
            raise _below(asked.key, no) from no
        part = clean["part_of_agreement"] if clean.get("part_of_agreement") is not None else bool(old and old.part_of_agreement)
        if part:
            _agreement_open(desk, case)
        noun = w.add(
            Kept(
                case_id=case.id,
                ordinal=max((one.ordinal for one in case.calculations), default=0) + 1,
                kind=asked.key,
                title=made.title,
                day=made.day,
                made_on=desk.today(),
                made_by=desk.person.id,
                sheet=fields.stored(asked.sheet(), fields.check(asked.sheet(), sheet, desk.today())),
                result=result.to_json(made),
                total_fen=fen(made.total),
                last_day=made.days[-1].day if made.days else None,
                values_version=made.version,
                part_of_agreement=part,
                note=clean.get("note") or "",
            )
        )
        w.flush()
        _add_heads(w, case, noun, made, old)
        if old is not None:
            w.change(old, None, {"replaced_by_id": noun.id, "replaced_reason": clean["reason"], "part_of_agreement": False})
        w.flush()
        kept = cases.whole(w.session, case.id)
        rows = clean.get("amounts") or (_of_facts(desk, kept, asked.key) if old is None else ())
        _set_amounts(w, kept, noun.ordinal, rows)
        return cases.kept(w, case.id)


def set_amounts(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters what is claimed and agreed per head, and whether the calculation is an annex of the agreement."""
    clean = fields.check(AMOUNTS, values, desk.today())
    with evidence.open_file(desk, number, "calculate_amounts") as (w, case):
        w.change(case, version, {"stage": case.stage})
        one = _of_number(case, clean.get("number"))
        if one.replaced_by_id is not None:
            raise Refusal(_("This calculation was replaced: enter it with the newer one."), "number", "not_allowed")
        _may_change(desk, case, one)
        told: dict[str, Any] = {}
        if clean.get("part_of_agreement") is not None and clean["part_of_agreement"] != one.part_of_agreement:
            _agreement_open(desk, case)
            told["part_of_agreement"] = clean["part_of_agreement"]
        if "note" in clean:
            told["note"] = clean["note"]
        w.change(one, None, told)
        _set_amounts(w, case, one.ordinal, clean.get("amounts") or ())
        return cases.kept(w, case.id)


def standing(case: Case, kind: str) -> Kept | None:
    """The calculation of a kind that counts: the one that was not replaced."""
    return next((one for one in case.calculations if one.kind == kind and one.replaced_by_id is None), None)


def read(session: Reading, kept: Kept) -> Calculation:
    """What came out, as it was kept."""
    found = session.execute(select(Kept.result).where(Kept.id == kept.id)).scalar_one()
    return result.from_json(found)


def _asked(desk: Desk, case: Case, values: Mapping[str, Any], clean: Mapping[str, Any]) -> tuple[Calculator, Mapping[str, Any]]:
    """Which calculator, and its sheet as it was typed: the inputs given under its key, else the facts of the case."""
    given = [key for key in registry.CALCULATORS if clean.get(key)]
    kind = clean.get("kind")
    if len(given) > 1 or (given and kind and kind != given[0]):
        raise Refusal(_("One calculation at a time: give the inputs of one."), "kind")
    if given:
        return registry.CALCULATORS[given[0]], values[given[0]]
    if not kind:
        raise Refusal(_("Say which calculation, or give its inputs under its key."), "kind")
    sheet = prefilled(desk, case, kind)
    if not sheet:
        raise Refusal(_("The facts of the case do not fill this calculation in: give its inputs."), kind)
    return registry.CALCULATORS[kind], sheet


def _below(kind: str, no: Refusal) -> Refusal:
    """The same refusal with its fields below the calculator's key; a missing legal value keeps its own."""
    if no.code == "law_missing":
        return no
    return Refusal.of([Fault(f"{kind}.{fault.field}" if fault.field else kind, fault.sentence) for fault in no.faults])


def _add_heads(w: Work, case: Case, noun: Kept, made: Calculation, old: Kept | None) -> None:
    """A row for each head and person; what was claimed and agreed in the one that is replaced goes with it, computed anew or not."""
    labels = {total.head: total.label for total in made.totals}
    before = {(one.head, one.whose): one for one in (old.heads if old is not None else ())}
    computed = {(head, whose): fen(amount) for head, whose, amount in made.by_person()}
    rows = [*computed, *(key for key, one in before.items() if key not in computed and (one.claimed_fen or one.agreed_fen))]
    for n, key in enumerate(rows, 1):
        earlier = before.get(key)
        w.add(
            CalculationHead(
                case_id=case.id,
                calculation_id=noun.id,
                ordinal=n,
                head=key[0],
                label=labels.get(key[0]) or (earlier.label if earlier is not None else key[0]),
                whose=key[1],
                claimed_fen=earlier.claimed_fen if earlier is not None else None,
                computed_fen=computed.get(key),
                agreed_fen=earlier.agreed_fen if earlier is not None else None,
                note=earlier.note if earlier is not None else "",
            )
        )


def _set_amounts(w: Work, case: Case, ordinal: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Sets claimed and agreed amounts; a head that was not computed gets a row of its own; Refusal at one that the calculator has not."""
    one = next(kept for kept in case.calculations if kept.ordinal == ordinal)
    heads = registry.CALCULATORS[one.kind].heads
    rows_there = list(one.heads)
    for n, row in enumerate(rows):
        head = next((h for h in heads if h.stands and row["head"].strip() in (h.key, _(h.label), _printed(h.label))), None)
        if head is None:
            known = ", ".join(f"{h.key} ({_(h.label)})" for h in heads if h.stands)
            sentence = _("“{head}” is no head of it; the heads are: {heads}.")
            raise Refusal(sentence.format(head=row["head"][:40], heads=known), f"amounts.{n}.head")
        whose = (row.get("whose") or "").strip()
        fit = [there for there in rows_there if there.head == head.key and (not whose or there.whose == whose)]
        if len(fit) > 1:
            names = "、".join(there.whose for there in fit)
            raise Refusal(_("Several have this head: say whose it is ({names}).").format(names=names), f"amounts.{n}.whose")
        told = {f"{key}_fen": row[key] for key in ("claimed", "agreed") if key in row} | ({"note": row["note"]} if "note" in row else {})
        if fit:
            w.change(fit[0], None, told)
            continue
        added = CalculationHead(
            case_id=case.id,
            calculation_id=one.id,
            ordinal=len(rows_there) + 1,
            head=head.key,
            label=_printed(head.label),
            whose=whose,
            **told,
        )
        rows_there.append(w.add(added))


def _of_facts(desk: Desk, case: Case, kind: str) -> list[dict[str, Any]]:
    """What the facts say is claimed and agreed, as far as it is plain whose it is."""
    several = [one.head for one in case.calculations[-1].heads]
    rows = fields.check((AMOUNTS[1],), {"amounts": claimed(desk, case, kind)})["amounts"]
    return [row for row in rows if row.get("whose") or several.count(row["head"]) < 2]


def _printed(label: str) -> str:
    """A label in the language of the papers."""
    with i18n.speaking(calculator.PAPER):
        return _(label)


def _of_number(case: Case, number: int | None) -> Kept:
    known = [one for one in case.calculations if number in (None, one.ordinal)]
    found = known[-1] if known else None
    if found is None:
        raise Refusal(_("There is no such calculation with this case."), "number", "not_found")
    return found


def _may_change(desk: Desk, case: Case, one: Kept) -> None:
    if one.part_of_agreement:
        _agreement_open(desk, case)


def _agreement_open(desk: Desk, case: Case) -> None:
    """Refusal where the agreement has been issued: what it says with its annexes is fixed."""
    agreement = cases.now_of(desk, case).agreement
    if agreement is not None and agreement.status in (AgreementStatus.ISSUED, AgreementStatus.SIGNED):
        sentence = _("The agreement has been issued with its annexes: take it back first, or keep the calculation for reference.")
        raise Refusal(sentence, "part_of_agreement", "not_allowed")
