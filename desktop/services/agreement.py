"""Write the agreement of a case: facts, obligations and clauses, each save a version, checked on the way."""

from collections.abc import Mapping
from typing import Any

from db.models.agreement import Agreement, AgreementVersion
from db.models.case import Case
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.vocabulary import AgreementForm, Liability, ObligationKind, ObligationPart, ObligationTiming, PaymentWay
from db.work import Work
from desktop.domain import agreement_check, fields, stages
from desktop.domain.agreement_check import Finding
from desktop.domain.inputs.mediation import AGREEMENT
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import cases, life, references
from desktop.services.desk import Desk


def write(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Saves the agreement as it was typed, whole; every save is a version that can be laid beside another.

    `version` is the agreement's when it was read: Refusal `stale` when somebody saved meanwhile.
    """
    clean = fields.check(AGREEMENT, values, desk.today())
    with desk.work("agreement") as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        now = cases.now_of(desk, case)
        stages.require("agreement", now)
        agreement = now.agreement
        if agreement is None:
            life.moved(w, case, "agreement", desk.today(), case.stage, case.stage)
            agreement = w.add(Agreement(case_id=case.id, version_number=0))
            agreement.regime = case.referrals[-1].regime if case.referrals else None
            w.flush()
            old: list[Obligation] = []
        else:
            old = list(agreement.obligations)
        w.change(agreement, version, {**_values(clean), "version_number": agreement.version_number + 1})
        _clear(w, old)
        for ordinal, row in enumerate(clean.get("obligations") or (), 1):
            add_obligation(w, case, agreement.id, ordinal, row)
        kept = fields.stored(AGREEMENT, clean)
        w.add(
            AgreementVersion(
                case_id=case.id,
                agreement_id=agreement.id,
                number=agreement.version_number,
                saved_at=desk.now(),
                user_id=desk.person.id,
                values=kept,
            )
        )
        return cases.kept(w, case.id)


def check(desk: Desk, case: Case) -> list[Finding]:
    """What a judge would say of the agreement as saved; nothing where there is none."""
    standing = cases.now_of(desk, case).agreement
    return agreement_check.check(case, standing, desk.today()) if standing else []


def _values(clean: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "form": AgreementForm(clean.get("form") or AgreementForm.WRITTEN),
        "day": clean.get("day"),
        "clauses": clean.get("clauses") or [],
        "confirmation_wanted": clean.get("confirmation_wanted"),
        "copies": clean.get("copies"),
        **{key: clean.get(key) or "" for key in ("place", "facts", "disputed", "responsibility")},
    }


def _clear(w: Work, obligations: list[Obligation]) -> None:
    for obligation in obligations:
        for child in (*obligation.parties, *obligation.instalments):
            w.delete(child)
    w.flush()  # children first: the engines check the keys as they go
    for obligation in obligations:
        w.delete(obligation)


def add_obligation(w: Work, case: Case, agreement_id: int, ordinal: int, row: Mapping[str, Any]) -> Obligation:
    """Adds an obligation out of clean values of the sheet `OBLIGATION`, with its parties and instalments."""
    at = f"obligations.{ordinal - 1}"
    kind = ObligationKind(row.get("kind") or ObligationKind.MONEY)
    instalments = row.get("instalments") or []
    timing = row.get("timing") or (ObligationTiming.INSTALMENTS if instalments else ObligationTiming.BY_DATE)
    debtors = references.parties(case, row.get("debtors") or (), f"{at}.debtors")
    amount = row.get("amount")
    if kind is ObligationKind.IN_KIND and amount is None and row.get("unit_price") and (row.get("quantity") or "").strip().isdigit():
        amount = row["unit_price"] * int(row["quantity"])
    obligation = w.add(
        Obligation(
            case_id=case.id,
            agreement_id=agreement_id,
            ordinal=ordinal,
            kind=kind,
            timing=ObligationTiming(timing),
            liability=Liability(row.get("liability") or (Liability.JOINT if len(debtors) > 1 else Liability.SINGLE)),
            amount_fen=amount,
            unit_price_fen=row.get("unit_price"),
            details={"text": row["details"]} if row.get("details") else {},
            due_on=row.get("due_on"),
            way=PaymentWay(row["way"]) if row.get("way") else None,
            **{
                key: row.get(key) or ""
                for key in ("subject", "quantity", "unit", "account_name", "bank_name", "account_number", "place", "done_when")
            },
        )
    )
    w.flush()

    def part(party_id: int, part: ObligationPart, on_account_of: int | None = None) -> None:
        w.add(ObligationParty(case_id=case.id, obligation_id=obligation.id, party_id=party_id, part=part, on_account_of_id=on_account_of))

    for debtor in debtors:
        part(debtor.id, ObligationPart.DEBTOR)
    for creditor in references.parties(case, row.get("creditors") or (), f"{at}.creditors"):
        part(creditor.id, ObligationPart.CREDITOR)
    for guarantor in references.parties(case, row.get("guarantors") or (), f"{at}.guarantors"):
        part(guarantor.id, ObligationPart.GUARANTOR)
    if row.get("performer"):
        part(references.party(case, row["performer"], f"{at}.performer").id, ObligationPart.PERFORMER)
    if row.get("payee"):
        account = references.party(case, row["on_account_of"], f"{at}.on_account_of").id if row.get("on_account_of") else None
        part(references.party(case, row["payee"], f"{at}.payee").id, ObligationPart.PAYEE, account)
    elif row.get("on_account_of"):
        raise Refusal(_("Say who the payee is before saying on whose account he takes."), f"{at}.payee")
    for n, instalment in enumerate(instalments, 1):
        w.add(
            Instalment(
                case_id=case.id,
                obligation_id=obligation.id,
                ordinal=n,
                due_on=instalment["due_on"],
                amount_fen=instalment.get("amount"),
                quantity=instalment.get("quantity") or "",
            )
        )
    return obligation
