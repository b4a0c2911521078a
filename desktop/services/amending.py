"""A new agreement in place of the one in force (domain brief 2.7): written from what is still open, it names the old one; when all have
signed it the old one is superseded. Until then the old one binds, is performed and listed as before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.models.agreement import Agreement
from db.models.case import Case
from db.models.obligation import Instalment, Obligation, ObligationParty
from db.vocabulary import AgreementForm, AgreementStatus, ObligationKind
from db.work import Work
from desktop.domain import balance, fields
from desktop.domain.balance import NEVER, Balance
from desktop.domain.inputs.life import AMEND, AMEND_DROP
from desktop.i18n import _
from desktop.services import life
from desktop.services.desk import Desk

_COPIED = ("regime", "place", "facts", "disputed", "responsibility", "clauses", "origins", "third_parties", "confirmation_wanted", "copies")
_OWED = (
    "kind", "liability", "subject", "unit", "unit_price_fen", "way", "account_name", "bank_name", "account_number", "place", "done_when",
)  # fmt: skip
_PLAN = ("every", "first_on", "times", "each", "until", "whose", "born_on", "until_age", "down_payment", "down_on", "settles", "set_off")


def amend(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Begins the new agreement: what the old one says, its obligations as far as they are still open."""
    clean = fields.check(AMEND, values, desk.today())
    with life.making(desk, number, "amend", clean["reason"]) as made:
        w, case, old = made.w, made.case, made.now.signed
        assert old is not None
        day = life.day_of(desk, clean.get("day"), "day", (old.effective_on, _("the effect of the agreement")))
        new = w.add(
            Agreement(
                case_id=case.id,
                form=AgreementForm.WRITTEN,
                status=AgreementStatus.DRAFT,
                version_number=0,
                day=day,
                amends_id=old.id,
                **{key: getattr(old, key) for key in _COPIED},
            )
        )
        w.flush()
        found = [balance.of(one, old, NEVER) for one in old.obligations]
        for ordinal, standing in enumerate((one for one in found if not one.done), 1):
            _copied(w, case, new.id, ordinal, standing, day)
        return life.done(made, "amend", day, version, note=clean["reason"])


def drop(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Gives the new agreement up: it stays listed as void, the old one goes on."""
    clean = fields.check(AMEND_DROP, values, desk.today())
    with life.making(desk, number, "amend_drop", clean["reason"]) as made:
        new = made.now.amending
        assert new is not None
        made.w.change(new, None, {"status": AgreementStatus.VOID})
        return life.done(made, "amend_drop", desk.today(), version, note=clean["reason"])


def supersede(w: Work, case: Case, agreement: Agreement) -> None:
    """The old agreement goes out of force with the day on which the new one comes into it."""
    old = next((one for one in case.agreements if one.id == agreement.amends_id), None)
    if old is not None and old.status is AgreementStatus.SIGNED:
        w.change(old, None, {"status": AgreementStatus.SUPERSEDED})


def _copied(w: Work, case: Case, agreement_id: int, ordinal: int, standing: Balance, day: date) -> None:
    """An obligation with what is left of it; days that are past stay to be changed, the check points at them."""
    old = standing.obligation
    details = {key: value for key, value in (old.details or {}).items() if key not in (*_PLAN, "of", "divide")}
    money = old.kind is ObligationKind.MONEY
    made = w.add(
        Obligation(
            case_id=case.id,
            agreement_id=agreement_id,
            ordinal=ordinal,
            timing=old.timing,
            due_on=old.due_on if old.due_on is None or old.due_on >= day else None,
            amount_fen=int(standing.remaining) if money else old.amount_fen,
            quantity="" if money else _quantity(standing),
            details=details,
            **{key: getattr(old, key) for key in _OWED},
        )
    )
    w.flush()
    for one in old.parties:
        told = {key: getattr(one, key) for key in ("party_id", "part", "share_fen", "on_account_of_id", "guarantee", "until")}
        w.add(ObligationParty(case_id=case.id, obligation_id=made.id, **told))
    rest = [part for part in standing.parts if part.remaining and part.due_on is not None and part.instalment_id is not None]
    for n, part in enumerate(rest, 1):
        assert part.due_on is not None
        w.add(
            Instalment(
                case_id=case.id,
                obligation_id=made.id,
                ordinal=n,
                member_id=part.member_id,
                due_on=part.due_on,
                amount_fen=int(part.remaining) if money else None,
                quantity="" if money or not standing.counted else balance.plain(part.remaining),
            )
        )


def _quantity(standing: Balance) -> str:
    if standing.obligation.kind is not ObligationKind.IN_KIND or not standing.counted:
        return standing.obligation.quantity
    return balance.plain(standing.remaining)
