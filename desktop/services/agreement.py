"""Write the agreement of a case: facts, obligations and clauses, each save a version, checked on the way."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.models.agreement import Agreement, AgreementVersion
from db.models.case import Case
from db.models.obligation import Obligation
from db.vocabulary import AgreementForm
from db.work import Work
from desktop.domain import dates, fields, stages
from desktop.domain.agreement_check import Finding
from desktop.domain.inputs.agreement import AGREEMENT, THIRD_PARTY
from desktop.domain.refusal import Refusal
from desktop.i18n import _
from desktop.services import agreement_paste, cases, judging, life, obligations, references
from desktop.services.desk import Desk


def write(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Saves the agreement as it was typed, whole; every save is a version that can be laid beside another.

    `version` is the agreement's when it was read: Refusal `stale` when somebody saved meanwhile.
    """
    with desk.work("agreement") as w:
        case = cases.whole(w.session, number if isinstance(number, int) else cases.id_of(w.session, number))
        w.case_id = case.id
        clean = fields.check(AGREEMENT, agreement_paste.expanded(desk, case, values), desk.today())
        now = cases.now_of(desk, case)
        stages.require("agreement", now)
        if clean.get("day") and case.accepted_on and clean["day"] < case.accepted_on:
            sentence = _("The agreement lies before the day of acceptance ({day}).")
            raise Refusal(sentence.format(day=dates.in_words(case.accepted_on)), "day")
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
        before = {one.own_text: one.generated_text for one in old if one.own_text}
        _clear(w, old)
        own = []
        for ordinal, row in enumerate(clean.get("obligations") or (), 1):
            made = add_obligation(w, case, agreement.id, ordinal, row)
            if made.own_text:
                own.append(made)
        if own:
            w.flush()
            _keep_generated(desk, w, case.id, own, before)
        _remember(desk, w, agreement, fields.stored(AGREEMENT, clean))
        return cases.kept(w, case.id)


def amended(desk: Desk, w: Work, case: Case, standing: Agreement, clean: Mapping[str, Any], version: int | None) -> None:
    """Rewrites the fields of an issued agreement that were changed by hand on its paper, as a version of their own, within this work."""
    values = {key: value for key, value in _values(clean).items() if key in clean and key != "form"}
    w.change(standing, version, {**values, "version_number": standing.version_number + 1})
    if clean.get("obligations"):
        _clear(w, list(standing.obligations))
        for ordinal, row in enumerate(clean["obligations"], 1):
            add_obligation(w, case, standing.id, ordinal, row)
    _remember(desk, w, standing, fields.stored(AGREEMENT, clean))


def _remember(desk: Desk, w: Work, agreement: Agreement, values: dict[str, Any]) -> None:
    """Keeps what was said as a version."""
    w.add(
        AgreementVersion(
            case_id=agreement.case_id,
            agreement_id=agreement.id,
            number=agreement.version_number,
            saved_at=desk.now(),
            user_id=desk.person.id,
            values=values,
        )
    )


def check(desk: Desk, case: Case) -> list[Finding]:
    """What a judge would say of the agreement as saved; nothing where there is none."""
    return judging.standing(desk, case)


def _values(clean: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "form": AgreementForm(clean.get("form") or AgreementForm.WRITTEN),
        "day": clean.get("day"),
        "clauses": clean.get("clauses") or [],
        "origins": clean.get("origins") or [],
        "third_parties": third_parties(clean),
        "confirmation_wanted": clean.get("confirmation_wanted"),
        "copies": clean.get("copies"),
        **{key: clean.get(key) or "" for key in ("place", "facts", "disputed", "responsibility")},
    }


def third_parties(clean: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The answers to who else has a right, as they are stored."""
    return [fields.stored(THIRD_PARTY, row) for row in clean.get("third_parties") or ()]


def _keep_generated(desk: Desk, w: Work, case_id: int, own: Sequence[Obligation], before: Mapping[str, str]) -> None:
    """Beside an own wording stands what the record made when it was written; an unchanged wording keeps its own."""
    case = cases.whole(w.session, case_id)
    known = {one.id: one for agreement in case.agreements for one in agreement.obligations}
    now = cases.now_of(desk, case).agreement
    assert now is not None
    made = judging.known_of(desk, w.session, case, now, judging.setting_of(desk, w.session, case)).generated
    for one in own:
        text = before.get(one.own_text) or made.get(one.ordinal, "")
        w.change(known[one.id], None, {"generated_text": text})


def _clear(w: Work, old: list[Obligation]) -> None:
    for obligation in old:
        for child in (*obligation.parties, *obligation.instalments):
            w.delete(child)
    w.flush()  # children first: the engines check the keys as they go
    for obligation in old:
        w.delete(obligation)


def add_obligation(w: Work, case: Case, agreement_id: int, ordinal: int, row: Mapping[str, Any]) -> Obligation:
    """Writes one obligation of clean values with its parties and instalments; Refusal at the field of a party that is not in the case."""
    at = f"obligations.{ordinal - 1}"
    if row.get("on_account_of") and not row.get("payee"):
        raise Refusal(_("Say who the payee is before saying on whose account he takes."), f"{at}.payee")

    def who(key: str) -> list[int]:
        return [party.id for party in references.parties(case, obligations.typed_parties(row, key), f"{at}.{key}")]

    obligation, parts, instalments = obligations.made(case, ordinal, row, who)
    obligation.agreement_id = agreement_id
    w.add(obligation)
    w.flush()
    for part in parts:
        part.obligation_id = obligation.id
        w.add(part)
    for instalment in instalments:
        instalment.obligation_id = obligation.id
        w.add(instalment)
    return obligation
