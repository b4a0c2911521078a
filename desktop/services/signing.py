"""Mark an issued agreement as signed: the signing table, the day of effect, the outcome."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from db.models.agreement import Agreement, Signing
from db.models.case import Case
from db.models.outcome import Outcome
from db.vocabulary import (
    AgreementForm,
    AgreementStatus,
    DocumentState,
    OutcomeCode,
    PaperKind,
    PartyKind,
    PartyRole,
    SignerKind,
    Stage,
)
from db.work import Work
from desktop.documents import aid
from desktop.domain import agreement_check, effect, fields, texts
from desktop.domain.effect import Effect
from desktop.domain.inputs.mediation import SIGN
from desktop.domain.refusal import Refusal
from desktop.domain.situation import Situation
from desktop.i18n import _
from desktop.services import amending, cases, life, references
from desktop.services.desk import Desk

_BY_HAND = (SignerKind.MEDIATOR, SignerKind.RECORDER, SignerKind.INTERPRETER)


def table(now: Situation, mediators: Mapping[int, str], organisation: str) -> list[dict[str, Any]]:
    """Who is to sign, in signing order: the sides (through whom they sign), the mediator, the recorder, the committee's seal."""
    case = now.case
    lines: list[dict[str, Any]] = []
    for party in effect.must_sign(case.parties):
        lines.append({"signer": _signer(case, party.id), "party_id": party.id, "name": party.name, "seal": party.kind is PartyKind.COMPANY})
    for one in now.mediating:
        lines.append({"signer": SignerKind.MEDIATOR, "mediator_id": one.mediator_id, "name": mediators.get(one.mediator_id, "")})
    if now.last_session:
        for kind, name in (
            (SignerKind.INTERPRETER, now.last_session.interpreter),
            (SignerKind.WITNESS, aid.witness(now.last_session)),
            (SignerKind.RECORDER, now.last_session.recorder),
        ):
            if name:
                lines.append({"signer": kind, "name": name})
    lines.append({"signer": SignerKind.COMMITTEE, "name": organisation, "seal": True})
    return lines


def _signer(case: Case, party_id: int) -> SignerKind:
    party = next(one for one in case.parties if one.id == party_id)
    if party.kind is PartyKind.COMPANY:
        return SignerKind.LEGAL_REPRESENTATIVE
    if party.kind in (PartyKind.HOUSEHOLD, PartyKind.GROUP):
        return SignerKind.REPRESENTATIVE
    guarded = any(tie.role is PartyRole.LEGAL_GUARDIAN and tie.for_party_id == party_id for one in case.parties for tie in one.ties)
    return SignerKind.LEGAL_GUARDIAN if guarded else SignerKind.PARTY


def sign(desk: Desk, number: str | int, values: Mapping[str, Any], version: int | None = None) -> Case:
    """Enters who signed on what day. Once all have signed that the law asks for, the agreement takes effect and the case is concluded.

    Without `signatures` everybody of the signing table signed on `signed_on` (today): people by hand and fingerprint, bodies by seal.
    """
    clean = fields.check(SIGN, values, desk.today())
    day = clean.get("signed_on") or desk.today()
    with life.making(desk, number, "sign") as made:
        w, case, now = made.w, made.case, made.now
        agreement = now.agreement
        assert agreement is not None
        if clean.get("signatures"):
            for n, row in enumerate(clean["signatures"]):
                _enter(w, case, agreement, row, day, desk.today(), n)
        else:
            for line in agreement.signings:
                w.change(line, None, {"signed_on": _possible(day, agreement, desk.today(), "signed_on"), **usual(line.signer)})
        w.flush()
        case = cases.whole(w.session, case.id)
        now = cases.now_of(desk, case)
        agreement = now.agreement
        assert agreement is not None
        reached = effect.effect(agreement, case.parties, case.mediation_type)
        if reached.on is None:
            return life.done(life.Making(w, case, now), "sign", day, version)
        _take_effect(w, case, agreement, reached, bool(clean.get("partial")))
        return life.done(life.Making(w, case, now), "sign", reached.on, version, to=Stage.CONCLUDED)


def usual(signer: SignerKind) -> dict[str, bool]:
    """How somebody signs who is not asked how: people by hand and fingerprint, bodies by hand and seal, the committee by its seal."""
    sealed = signer in (SignerKind.COMMITTEE, SignerKind.LEGAL_REPRESENTATIVE)
    return {
        "by_hand": signer is not SignerKind.COMMITTEE,
        "fingerprint": not sealed and signer not in _BY_HAND,
        "seal": sealed,
    }


def _possible(day: date, agreement: Agreement, today: date, field: str) -> date:
    if day > today:
        raise Refusal(_("Nobody has signed in the future: check the day."), field)
    if agreement.day and day < agreement.day:
        raise Refusal(_("The day of signing lies before the day of the agreement."), field)
    return day


def _enter(w: Work, case: Case, agreement: Agreement, row: Mapping[str, Any], day: date, today: date, n: int) -> None:
    at = f"signatures.{n}"
    party = references.party(case, row["party"], f"{at}.party") if row.get("party") else None
    kind = SignerKind(row["signer"]) if row.get("signer") else (_signer(case, party.id) if party else None)
    if kind is None:
        raise Refusal(_("Say in what capacity somebody signed, or for which party."), f"{at}.signer")
    values = {
        "signed_on": _possible(row.get("signed_on") or day, agreement, today, f"{at}.signed_on"),
        **{key: bool(row.get(key)) for key in ("by_hand", "fingerprint", "seal", "by_post")},
        **{key: row.get(key) or "" for key in ("capacity", "note")},
    }
    if not (values["by_hand"] or values["fingerprint"] or values["seal"]):
        raise Refusal(_("Say how it was signed: by hand, fingerprint or seal."), f"{at}.by_hand")
    same = [line for line in agreement.signings if line.party_id == (party.id if party else None) and (party or line.signer is kind)]
    # of two mediators the one who is named; without a name who has not signed yet, who presides first
    called = [line for line in same if row.get("name") and texts.same_name(line.name, row["name"])]
    known = next(iter(called or [line for line in same if line.signed_on is None] or same), None)
    if known is not None:
        w.change(known, None, {**values, "signer": kind, "name": row.get("name") or known.name})
    else:
        name = row.get("name") or (party.name if party else "")
        w.add(
            Signing(
                case_id=case.id, agreement_id=agreement.id, ordinal=len(agreement.signings) + n + 1, signer=kind,
                party_id=party.id if party else None, name=name, **values,
            )
        )  # fmt: skip


def _take_effect(w: Work, case: Case, agreement: Agreement, reached: Effect, partial: bool) -> None:
    """The agreement stands: with the day of effect, and the first day that could be argued (a court may count from it)."""
    assert reached.on is not None
    w.change(agreement, None, {"status": AgreementStatus.SIGNED, "effective_on": reached.on, "earliest_effect_on": reached.earliest})
    amending.supersede(w, case, agreement)
    if agreement.amends_id is None:  # else the mediation ended with the first one: the figures count that
        code = OutcomeCode.AGREED_ORAL if agreement.form is AgreementForm.ORAL else OutcomeCode.AGREED_WRITTEN
        if partial:
            code = OutcomeCode.AGREED_PARTIAL
        w.add(Outcome(case_id=case.id, code=code, concluded_on=reached.on, agreed_fen=agreement_check.agreed_fen(agreement)))
    for paper in case.documents:
        if paper.kind is PaperKind.AGREEMENT and paper.subject_id == agreement.id and paper.state is DocumentState.ISSUED:
            w.change(paper, None, {"state": DocumentState.SIGNED})
